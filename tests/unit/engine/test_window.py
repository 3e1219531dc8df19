"""How long a window the encoder is shown, and when its answer is not believed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictate.engine.window import compression_ratio, repeats_itself, token_limit, window_frames


@pytest.mark.parametrize(
    ("length_s", "frames"),
    [(0.1, 1000), (3.0, 1000), (8.0, 1000), (8.5, 1050), (20.0, 2200), (28.0, 3000), (29.5, 3000)],
)
def test_the_window_has_a_floor_a_margin_and_an_end(length_s: float, frames: int) -> None:
    assert window_frames(length_s) == frames


@given(st.floats(0, 60))
def test_a_window_is_even_and_holds_the_take(length_s: float) -> None:
    frames = window_frames(length_s)
    assert frames % 2 == 0
    assert frames <= 3000
    assert frames >= min(3000, length_s * 100)


def test_the_token_limit_lets_a_fast_speaker_pass() -> None:
    assert token_limit(10.0) > 10 * 8
    assert token_limit(0.3) >= 16


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", False),
        ("thank you for the letter", False),
        ("no no no no no", False),
        ("to the office to the office", False),
        ("go to the office to the office to the office today", True),
        ("I said no no no no no no no no no", True),
    ],
)
def test_three_words_three_times_are_a_loop(text: str, expected: bool) -> None:
    assert repeats_itself(text) is expected


def test_loops_compress_better_than_sentences() -> None:
    assert compression_ratio("see you soon " * 20) > 2.4
    assert compression_ratio("Please send the report to Anna before the meeting on Monday.") < 1.5
    assert compression_ratio("") == 0.0
