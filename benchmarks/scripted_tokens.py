"""The tokens of a multilingual Whisper, in their real places, with made-up words as pieces.

A stock tokenizer cannot be had without the network. Speed depends on how many tokens there are and
where the special ones stand, not on the pieces, so these are bytes, the words of a script, and
words made of syllables.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
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

EMPTY = "<|empty|>"
SPECIAL = (
    "<|endoftext|>",
    "<|startoftranscript|>",
    *(f"<|{language}|>" for language in LANGUAGES),
    "<|translate|>",
    "<|transcribe|>",
    "<|startoflm|>",
    "<|startofprev|>",
    "<|nospeech|>",
    "<|notimestamps|>",
    *(f"<|{number * TIMESTAMP_STEP_S:.2f}|>" for number in range(TIMESTAMPS)),
)

_SPACE = "\N{LATIN CAPITAL LETTER G WITH DOT ABOVE}"
"""How byte-level vocabularies write a space."""


def vocabulary(script: tuple[str, ...]) -> list[str]:
    """Return all tokens in order of their numbers; the words of the script are pieces."""
    pieces = dict.fromkeys(sorted(pre_tokenizers.ByteLevel.alphabet()))
    pieces.update(dict.fromkeys(_SPACE + word for word in script))
    made_up = _words()
    while len(pieces) < PIECES:
        pieces.setdefault(_SPACE + next(made_up))
    return [*pieces, EMPTY, *SPECIAL]


def number_of(tokens: list[str], script: tuple[str, ...]) -> list[int]:
    """Return the numbers of the script's words."""
    return [tokens.index(_SPACE + word) for word in script]


def write_tokenizer(path: Path, tokens: list[str]) -> None:
    """Write the ``tokenizer.json`` that faster-whisper reads."""
    ordinary = tokens[: PIECES + 1]
    tokenizer = Tokenizer(models.BPE({token: n for n, token in enumerate(ordinary)}, []))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens([AddedToken(token, special=True) for token in SPECIAL])
    tokenizer.save(str(path), pretty=False)


def blanked(tokens: list[str]) -> list[str]:
    """Return the tokens as CTranslate2 lists them: the empty one is empty."""
    return ["" if token == EMPTY else token for token in tokens]


def _words() -> Iterator[str]:
    syllables = ["".join(pair) for pair in product("bdfgklmnprstvz", "aeiou")]
    for parts in product(syllables, repeat=3):
        yield "".join(parts)
