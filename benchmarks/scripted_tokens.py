"""The tokens of a multilingual Whisper, in their real places, with made-up words as pieces.

A stock tokenizer cannot be had without the network. Speed depends on how many tokens there are and
where the special ones stand, not on the pieces, so these are bytes, the words of a script, and
words made of syllables.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, product
from pathlib import Path

from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers

PIECES = 50_256
"""Ordinary pieces; after them stands the empty one, by which a model counts as multilingual."""
TIMESTAMPS = 1501
TIMESTAMP_STEP_S = 0.02

_CODES = (
    "en zh de es ru ko fr ja pt tr pl ca nl ar sv it id hi fi vi he uk el ms cs ro da hu ta no th "
    "ur hr bg lt la mi ml cy sk te fa lv bn sr az sl kn et mk br eu is hy ne mn bs kk sq sw gl mr "
    "pa si km sn yo so af oc ka be tg sd gu am yi lo uz fo ht ps tk nn mt sa lb my bo tl mg as tt "
    "haw ln ha ba jw su"
)
LANGUAGES = tuple(_CODES.split())
CANTONESE = "yue"
"""Models from large-v3 on know it as well; all tokens after it stand one place later there."""

STOCK_NUMBERS = {
    **{"Please": 2555, "send": 2845, "the": 264, "report": 2275},
    **{"to": 281, "Anna": 12_899, "on": 322, "Monday": 8138},
}
"""Where the vocabulary of multilingual Whisper has some words, each with a space before it.

openai-whisper brings that vocabulary along and reads no other.
"""

EMPTY = "<|empty|>"

_SPACE = "\N{LATIN CAPITAL LETTER G WITH DOT ABOVE}"
"""How byte-level vocabularies write a space."""


def vocabulary(script: tuple[str, ...], *, cantonese: bool = False) -> list[str]:
    """Return all tokens in order of their numbers; the words of the script are pieces."""
    in_place = {STOCK_NUMBERS[word]: word for word in script if word in STOCK_NUMBERS}
    others = dict.fromkeys(chain(script, _words()))
    elsewhere = (word for word in others if word not in in_place.values())
    pieces = chain(
        sorted(pre_tokenizers.ByteLevel.alphabet()), (_SPACE + word for word in elsewhere)
    )
    ordinary = [
        _SPACE + in_place[number] if number in in_place else next(pieces)
        for number in range(PIECES)
    ]
    return [*ordinary, EMPTY, *_special((*LANGUAGES, CANTONESE) if cantonese else LANGUAGES)]


def number_of(tokens: list[str], script: tuple[str, ...]) -> list[int]:
    """Return the numbers of the script's words."""
    return [tokens.index(_SPACE + word) for word in script]


def write_tokenizer(path: Path, tokens: list[str]) -> None:
    """Write the ``tokenizer.json`` that faster-whisper reads."""
    ordinary, special = tokens[: PIECES + 1], tokens[PIECES + 1 :]
    tokenizer = Tokenizer(models.BPE({token: n for n, token in enumerate(ordinary)}, []))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens([AddedToken(token, special=True) for token in special])
    tokenizer.save(str(path), pretty=False)


def blanked(tokens: list[str]) -> list[str]:
    """Return the tokens as CTranslate2 lists them: the empty one is empty."""
    return ["" if token == EMPTY else token for token in tokens]


def piece_bytes(tokens: list[str]) -> list[bytes]:
    """Return the ordinary pieces and the empty one as the bytes they stand for."""
    plain = [number for number in range(256) if chr(number).isprintable() and number != ord(" ")]
    odd = [number for number in range(256) if number not in plain]
    meant = {chr(number): number for number in plain}
    meant |= {chr(256 + place): number for place, number in enumerate(odd)}
    return [bytes(meant[sign] for sign in token) for token in blanked(tokens[: PIECES + 1])]


def _special(languages: tuple[str, ...]) -> tuple[str, ...]:
    return (
        "<|endoftext|>",
        "<|startoftranscript|>",
        *(f"<|{language}|>" for language in languages),
        "<|translate|>",
        "<|transcribe|>",
        "<|startoflm|>",
        "<|startofprev|>",
        "<|nospeech|>",
        "<|notimestamps|>",
        *(f"<|{number * TIMESTAMP_STEP_S:.2f}|>" for number in range(TIMESTAMPS)),
    )


def _words() -> Iterator[str]:
    syllables = ["".join(pair) for pair in product("bdfgklmnprstvz", "aeiou")]
    for parts in product(syllables, repeat=3):
        yield "".join(parts)
