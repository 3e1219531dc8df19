"""Long takes are of one language each, and what is said in them is known."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import numpy as np
import pytest

from benchmarks import long_takes
from benchmarks.long_takes import ESPEAK, SECONDS, recorded, synthesised
from benchmarks.ours import compared
from benchmarks.speech import GLUE_SLACK_S, Spoken, phrases
from dictate.domain import SAMPLE_RATE_HZ

needs_espeak = pytest.mark.skipif(shutil.which(ESPEAK) is None, reason="espeak-ng is not installed")


@pytest.mark.parametrize("make", [recorded, pytest.param(synthesised, marks=needs_espeak)])
def test_takes_are_a_minute_of_one_language(make: Callable[[int], list[Spoken]]) -> None:
    takes = make(2)
    for take, language in zip(takes, long_takes.LANGUAGES, strict=True):
        assert abs(take.last_word_end / SAMPLE_RATE_HZ - SECONDS) < 4 * GLUE_SLACK_S
        rest = take.text
        for phrase in phrases():
            if phrase.language == language:
                rest = rest.replace(phrase.text, "")
        assert not rest.strip()


@needs_espeak
def test_synthesised_takes_are_other_sounds_of_the_same_texts() -> None:
    (recording,), (again,) = recorded(1), synthesised(1)
    length = min(len(recording.samples), len(again.samples))
    one, other = recording.samples[:length], again.samples[:length]
    assert abs(float(np.corrcoef(one, other)[0, 1])) < 0.5


def test_without_espeak_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_takes, "ESPEAK", "no-such-program")
    assert synthesised(2) == []


def test_differences_are_counted_in_words() -> None:
    texts = [("one two three", "one two"), ("four five", "four six")]
    counted = compared("builtin", "a voice", ["one two three", "four five six"], texts)
    assert (counted.takes, counted.whole_words, counted.different) == (2, 5, 2)
    assert (counted.said_words, counted.streamed_wrong, counted.whole_wrong) == (6, 2, 1)
