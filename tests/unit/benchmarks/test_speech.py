"""Takes have the length that is wanted and end with their last word."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.speech import GLUE_SLACK_S, LEAD_IN_S, QUIET_S, phrases, spoken
from dictate.domain import SAMPLE_RATE_HZ

LONGEST_PHRASE_S = 5.0


@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize("seconds", [3, 10, 60])
def test_a_take_is_about_as_long_as_wanted(seconds: int, number: int) -> None:
    speech_s = spoken(seconds, number).last_word_end / SAMPLE_RATE_HZ
    assert seconds - GLUE_SLACK_S <= speech_s <= seconds + LONGEST_PHRASE_S


def test_the_last_word_is_loud_and_nothing_follows_it() -> None:
    take = spoken(10, 1)
    end = take.last_word_end
    before, after = take.samples[end - SAMPLE_RATE_HZ : end], take.samples[end:]
    assert np.std(before) > 10 * np.std(after)
    assert len(after) == round(QUIET_S * SAMPLE_RATE_HZ)


def test_a_recorder_has_the_gap_as_well() -> None:
    take = spoken(3, 0)
    assert len(take.until(300)) == take.last_word_end + 4800


def test_takes_differ_by_number_and_repeat() -> None:
    assert np.array_equal(spoken(10, 2).samples, spoken(10, 2).samples)
    assert len(spoken(10, 2).samples) != len(spoken(10, 3).samples)


def test_phrases_are_without_the_silence_around_them() -> None:
    for phrase in phrases():
        sound = phrase.samples
        assert np.std(sound[:512]) > 1e-4 and np.std(sound[-512:]) > 1e-4
        assert min(LEAD_IN_S) < len(sound) / SAMPLE_RATE_HZ < LONGEST_PHRASE_S


def test_a_take_says_whole_phrases() -> None:
    rest = spoken(60, 3).text
    for phrase in phrases():
        rest = rest.replace(phrase.text, "")
    assert not rest.strip()
