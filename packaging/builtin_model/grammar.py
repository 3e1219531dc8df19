"""Draws the sentences the demonstration model can hear, in English and German, as they are written.

A drawn sentence is a pure function of the random generator: the same seed gives the same sentence.
"""

import dataclasses
import random
import re
import zlib
from types import ModuleType

import english
import german

LANGUAGES: dict[str, ModuleType] = {"en": english, "de": german}

# One text in so many is kept out of training, whoever speaks it.
HELD_OUT_ONE_IN = 20
# Shorter texts (single commands, "see you soon") are too few to take any away from training.
HELD_OUT_WORDS = 4

SHARE_COMMAND = 0.05
SHARE_PHRASE = 0.06
SHARE_DIGITS = 0.06
SHARE_WORDS = 0.12
DIGIT_STRING_LENGTHS = (1, 6)
WORD_STRING_LENGTHS = (1, 5)


@dataclasses.dataclass(frozen=True)
class Sentence:
    """A text with its language; `patterned` ones fill a sentence pattern, the rest are fixed."""

    text: str
    language: str
    patterned: bool

    @property
    def held_out(self) -> bool:
        """Whether this text is for measuring only, decided by the text alone."""
        if not self.patterned or len(self.text.split()) < HELD_OUT_WORDS:
            return False
        return zlib.crc32(self.text.lower().encode()) % HELD_OUT_ONE_IN == 0


def words(text: str) -> list[str]:
    """The words of a text, lower case and without punctuation: what an error rate compares."""
    return re.findall(r"[^\W_]+(?:'[^\W_]+)?", text.lower())


def written(text: str) -> str:
    """Capitalise the first letter, as the model is to print it."""
    return text[0].upper() + text[1:]


def _filled(pattern: str, slots: dict[str, list[str]], generator: random.Random) -> str:
    return re.sub(r"\{(\w+)\}", lambda match: generator.choice(slots[match[1]]), pattern)


def vocabulary(language: str) -> list[str]:
    """Every distinct word the grammar can produce in a language, as written inside a text."""
    source = LANGUAGES[language]
    found = {word for entries in source.SLOTS.values() for word in entries}
    for text in [*source.SENTENCES, *source.PHRASES, *source.COMMANDS]:
        found.update(re.sub(r"\{\w+\}|[.?]", " ", text).split())
    return sorted(found)


def sentence(language: str, generator: random.Random) -> Sentence:
    """Draw one sentence: mostly a pattern, at times a command, a phrase, digits or loose words.

    The loose words teach the decoder to listen: no sentence pattern helps to guess them.
    """
    source = LANGUAGES[language]
    kind = generator.random()
    if kind < SHARE_COMMAND:
        return Sentence(written(generator.choice(source.COMMANDS)), language, False)
    kind -= SHARE_COMMAND
    if kind < SHARE_PHRASE:
        return Sentence(written(generator.choice(source.PHRASES)), language, False)
    kind -= SHARE_PHRASE
    if kind < SHARE_DIGITS:
        pool, (low, high) = _digits(language), DIGIT_STRING_LENGTHS
        text = " ".join(generator.choice(pool) for _ in range(generator.randint(low, high)))
        return Sentence(written(text) + ".", language, False)
    kind -= SHARE_DIGITS
    if kind < SHARE_WORDS:
        pool = [w for w in vocabulary(language) if w.lower() not in source.NOT_ALONE]
        low, high = WORD_STRING_LENGTHS
        text = " ".join(generator.choice(pool) for _ in range(generator.randint(low, high)))
        return Sentence(written(text) + ".", language, False)
    text = _filled(generator.choice(source.SENTENCES), source.SLOTS, generator)
    return Sentence(written(text), language, True)


def _digits(language: str) -> list[str]:
    slots: dict[str, list[str]] = LANGUAGES[language].SLOTS
    return slots["digit" if language == "en" else "ziffer"]
