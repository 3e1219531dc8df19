"""The text pieces and special tokens of the model, in the order Whisper code expects."""

import json
import pathlib
import random

import grammar
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, trainers

# Few pieces, so that each is heard often; whole words as pieces learn slowly.
PIECES = 256
TEXTS_TO_LEARN_FROM = 6000
TIMESTAMPS = 1501
TIMESTAMP_STEP_S = 0.02
LANGUAGES = ["en", "de"]

# Becomes the empty string in the CTranslate2 vocabulary, which marks a model as multilingual.
EMPTY = "<|empty|>"
CONTROL = [
    EMPTY,
    "<|endoftext|>",
    "<|startoftranscript|>",
    *(f"<|{language}|>" for language in LANGUAGES),
    "<|translate|>",
    "<|transcribe|>",
    "<|startoflm|>",
    "<|startofprev|>",
    "<|nospeech|>",
    "<|notimestamps|>",
]


def learned(seed: int) -> Tokenizer:
    """Learn the pieces from sentences of the grammar and append the special tokens."""
    generator = random.Random(seed)
    texts = [
        " " + grammar.sentence("de" if number % 3 == 0 else "en", generator).text
        for number in range(TEXTS_TO_LEARN_FROM)
    ]
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(vocab_size=PIECES, show_progress=False)
    tokenizer.train_from_iterator(texts, trainer)
    stamps = [f"<|{number * TIMESTAMP_STEP_S:.2f}|>" for number in range(TIMESTAMPS)]
    special = [AddedToken(t, special=True, normalized=False) for t in [*CONTROL, *stamps]]
    tokenizer.add_special_tokens(special)
    return _total(tokenizer)


def _total(tokenizer: Tokenizer) -> Tokenizer:
    """Let the tokenizer answer any character, with the empty token where it has no piece.

    faster-whisper looks up the marks it never lets a model write, and takes the first token of
    each: notes, brackets, and a hyphen or an apostrophe at the start of a word. None of them may
    have no token at all, nor share the piece of an apostrophe inside a word.
    """
    content = json.loads(tokenizer.to_str())
    content["model"]["vocab"][EMPTY] = tokenizer.token_to_id(EMPTY)
    content["model"].update(unk_token=EMPTY, fuse_unk=True)
    content["normalizer"] = {
        "type": "Replace",
        "pattern": {"Regex": r" [^\w\s<]"},
        "content": "\N{REPLACEMENT CHARACTER}",
    }
    return Tokenizer.from_str(json.dumps(content))


class Tokens:
    """Numbers of the tokens a training sequence is built from."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.tokenizer = tokenizer
        self.size: int = tokenizer.get_vocab_size()
        self.pieces = self.number(EMPTY)
        self.end = self.number("<|endoftext|>")
        self.start = self.number("<|startoftranscript|>")
        self.previous = self.number("<|startofprev|>")
        self.transcribe = self.number("<|transcribe|>")
        self.no_speech = self.number("<|nospeech|>")
        self.no_timestamps = self.number("<|notimestamps|>")
        self.first_stamp = self.number("<|0.00|>")
        self.languages = {language: self.number(f"<|{language}|>") for language in LANGUAGES}

    @classmethod
    def read(cls, path: pathlib.Path) -> "Tokens":
        """Read a tokenizer file."""
        return cls(Tokenizer.from_file(str(path)))

    def number(self, token: str) -> int:
        """The number of a token that must exist."""
        found = self.tokenizer.token_to_id(token)
        if found is None:
            raise KeyError(token)
        return int(found)

    def encode(self, text: str) -> list[int]:
        """Numbers of a text as it stands in a transcript: with a leading space."""
        return list(self.tokenizer.encode(" " + text).ids)

    def decode(self, numbers: list[int]) -> str:
        """The text of the pieces among `numbers`."""
        return str(self.tokenizer.decode([n for n in numbers if n < self.pieces])).strip()

    def stamp(self, time_s: float) -> int:
        """The timestamp token nearest to a time in the window."""
        return self.first_stamp + min(TIMESTAMPS - 1, max(0, round(time_s / TIMESTAMP_STEP_S)))

    def empties_blanked(self) -> list[str]:
        """All tokens in order, as the CTranslate2 vocabulary lists them."""
        names = [str(self.tokenizer.id_to_token(number)) for number in range(self.size)]
        return ["" if name == EMPTY else name for name in names]
