import pytest

from dictate.domain import Segment
from dictate.engine.token_words import FRAME_S, Token, average_logprob, segments, words


def spelt(*parts: tuple[str, float]) -> list[Token]:
    return [Token(text, at_s, -0.1) for text, at_s in parts]


def times(text: str, tokens: list[Token], length_s: float = 9.0) -> list[tuple[str, float, float]]:
    return [(w.text, w.start_s, round(w.end_s, 2)) for w in words(text, tokens, length_s)]


def test_a_word_lasts_from_its_first_token_to_its_last_and_a_frame_more() -> None:
    tokens = spelt((" re", 1.0), ("port", 1.16), (".", 1.24), (" Yes", 2.0))
    assert times("report. Yes", tokens) == [
        ("report.", 1.0, 1.24 + FRAME_S),
        (" Yes", 2.0, 2.0 + FRAME_S),
    ]


def test_blanks_are_where_the_text_has_them_not_where_tokens_do() -> None:
    tokens = spelt(("h", 0.0), ("i ,", 0.08), (" ", 0.16), ("you", 0.24))
    assert [word for word, *_ in times("hi, you", tokens)] == ["hi,", " you"]


def test_nothing_lasts_longer_than_the_sound() -> None:
    assert times("a", spelt((" a", 0.5)), length_s=0.25) == [("a", 0.25, 0.25)]


@pytest.mark.parametrize("text", ["other", "repor", ""])
def test_tokens_that_do_not_spell_the_text_give_no_words(text: str) -> None:
    assert words(text, spelt((" re", 1.0), ("port", 1.16)), 9.0) == ()


def test_segments_end_with_sentences_and_before_pauses() -> None:
    tokens = spelt((" One", 0.0), (".", 0.1), (" Two", 0.2), (" three", 3.0), (" four", 3.2))
    spoken = words("One. Two three four", tokens, 9.0)
    found = segments(spoken, Segment(0.0, 9.0, "One. Two three four", -0.1))
    assert [part.text for part in found] == ["One.", " Two", " three four"]
    assert [(part.start_s, round(part.end_s, 2)) for part in found] == [
        (0.0, 0.18),
        (0.2, 0.28),
        (3.0, 3.28),
    ]
    assert {part.avg_logprob for part in found} == {-0.1}


@pytest.mark.parametrize(
    ("logprobs", "average"),
    [
        ((-1.0, -2.0), -1.5),
        ((), 0.0),
        ((None, -1.0), -1.0),
        ((12.5, -3.0), 0.0),  # logits, not probabilities
        ((float("-inf"), -1.0), 0.0),
    ],
)
def test_only_what_can_be_a_probability_is_averaged(
    logprobs: tuple[float | None, ...], average: float
) -> None:
    assert average_logprob([Token("a", 0.0, p) for p in logprobs]) == average
