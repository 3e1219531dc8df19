import pytest

from dictate.domain import Segment, Verdict
from dictate.engine.facts import ModelFacts
from dictate.engine.policy import is_loop, judge

STOCK = ModelFacts()
ALONE = ModelFacts(no_speech_alone=True, no_speech_threshold=0.5)


def heard(
    text: str = " Some words.",
    *,
    logprob: float = -0.2,
    no_speech: float = 0.01,
    ratio: float = 1.1,
) -> Segment:
    return Segment(0.0, 1.0, text, logprob, no_speech, ratio)


@pytest.mark.parametrize(
    ("segment", "facts", "kept"),
    [
        (heard(), STOCK, True),
        (heard(no_speech=0.99), STOCK, True),  # sure of its words: speech after all
        (heard(logprob=-1.4), STOCK, True),  # mumbled, but speech
        (heard(logprob=-1.4, no_speech=0.7), STOCK, False),
        (heard(logprob=-1.0, no_speech=0.6), STOCK, True),  # at the thresholds, not beyond
        (heard(ratio=2.5), STOCK, False),
        (heard(ratio=2.4), STOCK, True),
        (heard("  "), STOCK, False),
        (heard(" Thank you." * 12), STOCK, False),
        (heard(), ALONE, True),
        (heard(no_speech=0.51), ALONE, False),
        (heard(no_speech=0.5), ALONE, True),
        (heard(logprob=-1.1), ALONE, False),
        (heard(ratio=3.0), ALONE, False),
    ],
)
def test_keeps_what_the_measures_speak_for(segment: Segment, facts: ModelFacts, kept: bool) -> None:
    segments, verdict = judge([segment], facts)
    assert segments == ((segment,) if kept else ())
    assert verdict is (Verdict.TEXT if kept else Verdict.NOT_UNDERSTOOD)


def test_one_good_segment_is_a_text() -> None:
    good, bad = heard(" Good."), heard(" Bad.", ratio=9.0)
    assert judge([bad, good], STOCK) == ((good,), Verdict.TEXT)


def test_nothing_decoded_is_not_understood() -> None:
    assert judge([], STOCK) == ((), Verdict.NOT_UNDERSTOOD)


@pytest.mark.parametrize(
    ("text", "loop"),
    [
        ("no no no no no", False),
        ("no " * 10, True),
        ("I am going to the " * 5, True),
        ("I am going to the " * 2, False),
        ("one two three four five six seven eight nine ten eleven twelve", False),
        ("we said this and that before " + "thank you " * 10, True),
        ("a long sentence with many other words in it that goes on and on " + "ha " * 6, False),
        ("", False),
    ],
)
def test_tells_a_loop_from_speech(text: str, loop: bool) -> None:
    assert is_loop(text) is loop
