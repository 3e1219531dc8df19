"""The demonstration model's grammar: large enough, repeatable, and split without overlap."""

from __future__ import annotations

import importlib
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

RECIPE = Path(__file__).parents[3] / "packaging" / "builtin_model"


@pytest.fixture(scope="module")
def grammar() -> Iterator[ModuleType]:
    # The recipe's scripts import one another by bare names, as scripts in one folder do.
    before = set(sys.modules)
    sys.path.insert(0, str(RECIPE))
    try:
        yield importlib.import_module("grammar")
    finally:
        sys.path.remove(str(RECIPE))
        for name in ("grammar", "english", "german"):
            if name not in before:
                sys.modules.pop(name, None)


def drawn(grammar: ModuleType, language: str, seed: int, count: int = 2000) -> list[str]:
    generator = random.Random(seed)
    return [grammar.sentence(language, generator).text for _ in range(count)]


@pytest.mark.parametrize(("language", "least"), [("en", 250), ("de", 80)])
def test_vocabulary_is_large_enough(grammar: ModuleType, language: str, least: int) -> None:
    assert len({word.lower() for word in grammar.vocabulary(language)}) >= least


@pytest.mark.parametrize("language", ["en", "de"])
def test_sentences_use_words_of_the_vocabulary_only(grammar: ModuleType, language: str) -> None:
    known = {word.lower() for word in grammar.vocabulary(language)}
    known = {part for word in known for part in grammar.words(word)}
    for text in drawn(grammar, language, 1):
        assert set(grammar.words(text)) <= known, text


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_same_seed_draws_the_same_sentences(grammar: ModuleType, language: str) -> None:
    assert drawn(grammar, language, 7) == drawn(grammar, language, 7)
    assert drawn(grammar, language, 7) != drawn(grammar, language, 8)


@pytest.mark.parametrize("language", ["en", "de"])
def test_held_out_texts_are_disjoint_from_the_rest(grammar: ModuleType, language: str) -> None:
    generator = random.Random(3)
    sentences = [grammar.sentence(language, generator) for _ in range(6000)]
    held_out = {sentence.text.lower() for sentence in sentences if sentence.held_out}
    rest = {sentence.text.lower() for sentence in sentences if not sentence.held_out}
    assert not held_out & rest
    assert len(held_out) > 40


def test_commands_and_short_phrases_are_never_held_out(grammar: ModuleType) -> None:
    for language in ("en", "de"):
        source = grammar.LANGUAGES[language]
        for text in [*source.COMMANDS, *source.PHRASES]:
            assert not grammar.Sentence(text, language, patterned=False).held_out


@pytest.mark.parametrize("language", ["en", "de"])
def test_sentences_are_written_with_a_capital_and_an_end(
    grammar: ModuleType, language: str
) -> None:
    for text in drawn(grammar, language, 5):
        assert text[0].isupper()
        assert "{" not in text


def test_voices_held_out_are_none_of_the_trained_ones() -> None:
    sys.path.insert(0, str(RECIPE))
    try:
        voices = importlib.import_module("voices")
    finally:
        sys.path.remove(str(RECIPE))
        sys.modules.pop("voices", None)
    assert not set(voices.HELD_OUT_VARIANTS) & set(voices.VARIANTS)
    assert not set(voices.HELD_OUT_FLITE) & set(voices.FLITE)
    for language, accents in voices.HELD_OUT_ACCENTS.items():
        assert not set(accents) & set(voices.ACCENTS[language])
    generator = random.Random(1)
    trained = {voices.draw("en", False, generator).name for _ in range(3000)}
    held_out = {voices.draw("en", True, generator).name for _ in range(3000)}
    assert not trained & held_out
