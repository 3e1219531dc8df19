"""When listening ends after the key came up."""

import pytest

from dictate.session.tail import FIRST_WORD_S, falls_silent, keep_listening


@pytest.mark.parametrize(
    ("since_release_s", "latency_s", "silence_s", "expected", "why"),
    [
        (0.00, 0.05, 9.0, True, "what was said before the release is still under way"),
        (0.01, 0.05, 9.0, True, "still under way"),
        (0.02, 0.05, 9.0, False, "the last sample of this frame is younger than the release"),
        (0.00, 0.01, 9.0, False, "a driver that claims less than a frame has nothing under way"),
        (0.06, 0.05, 0.03, True, "the last word is still being said"),
        (0.40, 0.05, 0.00, True, "still speaking"),
        (0.43, 0.05, 0.00, False, "enough: the user let go"),
        (0.20, 0.00, 0.13, False, "a pause longer than a stop consonant"),
    ],
)
def test_tail(
    since_release_s: float, latency_s: float, silence_s: float, expected: bool, why: str
) -> None:
    assert keep_listening(since_release_s, latency_s, silence_s) is expected, why


@pytest.mark.parametrize(
    ("lasted_s", "silence_s", "patience_s", "expected", "why"),
    [
        (900.0, 899.0, 0.0, False, "a key ends it, not silence"),
        (5.0, 1.9, 2.0, False, "a pause"),
        (5.0, 2.0, 2.0, True, "done"),
        (3.0, None, 2.0, False, "thinking before the first word"),
        (FIRST_WORD_S, None, 2.0, True, "nobody says anything"),
        (FIRST_WORD_S, None, 20.0, False, "who waits long after words waits long before them"),
    ],
)
def test_a_take_that_no_key_holds_ends_with_silence(
    lasted_s: float, silence_s: float | None, patience_s: float, expected: bool, why: str
) -> None:
    assert falls_silent(lasted_s, silence_s, patience_s) is expected, why
