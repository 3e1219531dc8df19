"""What is decoded while the user still speaks, and that no word is lost or said twice by it."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from dictate.domain import SAMPLE_RATE_HZ, Segment, Span, Transcript, Verdict
from dictate.session.ahead import (
    SEAM_MARGIN_SAMPLES,
    Ahead,
    Heard,
    Piece,
    at_end,
    earned_s,
    foreseen,
    joined,
    on_decoded,
    on_failed,
    on_pause,
)

CREDIT_S = 1000.0
PAUSE_S = 0.28


def at(seconds: float) -> int:
    return round(seconds * SAMPLE_RATE_HZ)


def heard(*spoken_s: tuple[float, float], until_s: float | None = None) -> Heard:
    """What is known after these stretches of speech; the last pause was before the last one."""
    spans = tuple(Span(at(a), at(b)) for a, b in spoken_s)
    last = spoken_s[-1]
    return Heard(at(until_s or last[1] + PAUSE_S), at(last[1]), at(last[0]), spans)


def text(said: str) -> Transcript:
    verdict = Verdict.TEXT if said else Verdict.NOT_UNDERSTOOD
    return Transcript(said, verdict, segments=(Segment(0.0, 1.0, said),))


def decoded(ahead: Ahead, piece: Piece | None) -> Ahead:
    assert piece is not None
    return on_decoded(ahead, piece.number, text(f"piece {piece.number}"))


def test_what_was_said_until_the_pause_is_decoded() -> None:
    ahead, piece = on_pause(Ahead(), heard((0.5, 3.0)), CREDIT_S)
    assert piece is not None
    assert piece.spans == (Span(at(0.5), at(3.0)),)
    assert ahead.running == piece


def test_silence_until_release_leaves_nothing_to_decode() -> None:
    ahead, piece = on_pause(Ahead(), heard((0.5, 3.0)), CREDIT_S)
    ahead, left = at_end(decoded(ahead, piece), heard((0.5, 3.0), until_s=4.0))
    assert left == ()
    assert [p.number for p in ahead.pieces] == [1]


def test_a_short_piece_is_superseded_when_speech_goes_on() -> None:
    ahead, piece = on_pause(Ahead(), heard((0.5, 2.0)), CREDIT_S)
    ahead, left = at_end(decoded(ahead, piece), heard((0.5, 2.0), (2.5, 4.0)))
    assert ahead.pieces == ()
    assert left == (Span(at(0.5), at(2.0)), Span(at(2.5), at(4.0))), "with its context, in one go"
    assert ahead.wasted_s > 0


def test_a_long_piece_before_a_long_pause_is_kept() -> None:
    ahead, piece = on_pause(Ahead(), heard((0.0, 8.5)), CREDIT_S)
    ahead, left = at_end(decoded(ahead, piece), heard((0.0, 8.5), (9.5, 10.5)))
    assert [p.number for p in ahead.pieces] == [1]
    assert left == (Span(at(9.5), at(10.5)),)
    assert ahead.wasted_s == 0


def test_a_long_piece_before_a_short_pause_is_no_seam() -> None:
    ahead, piece = on_pause(Ahead(), heard((0.0, 8.5)), CREDIT_S)
    _, left = at_end(decoded(ahead, piece), heard((0.0, 8.5), (8.9, 10.0)))
    assert left[0].start_sample == 0


def test_a_very_long_piece_is_kept_whatever_the_pause() -> None:
    ahead, piece = on_pause(Ahead(), heard((0.0, 21.0)), CREDIT_S)
    _, left = at_end(decoded(ahead, piece), heard((0.0, 21.0), (21.3, 23.0)))
    assert left == (Span(at(21.3), at(23.0)),)


def test_a_span_that_runs_on_after_a_pause_is_cut_inside_the_pause() -> None:
    # The hang-over bridges 300 ms, so both stretches are one span of the detector.
    ahead, piece = on_pause(Ahead(), heard((0.0, 21.0)), CREDIT_S)
    end = Heard(at(23.3), at(23.0), at(21.3), (Span(0, at(23.3)),))
    _, left = at_end(decoded(ahead, piece), end)
    assert left == (Span(at(21.0) + SEAM_MARGIN_SAMPLES, at(23.3)),)


def test_only_one_piece_is_in_the_engine_and_the_next_follows_it() -> None:
    ahead, first = on_pause(Ahead(), heard((0.0, 8.5)), CREDIT_S)
    later = heard((0.0, 8.5), (9.5, 10.5))
    ahead, second = on_pause(ahead, later, CREDIT_S)
    assert second is None
    ahead = decoded(ahead, first)
    assert ahead.waiting == later
    ahead, second = on_pause(ahead, later, CREDIT_S)
    assert second is not None
    assert second.spans == (Span(at(9.5), at(10.5)),)


def test_without_credit_only_what_is_surely_kept_is_decoded_ahead() -> None:
    _, piece = on_pause(Ahead(), heard((0.0, 3.0)), credit_s=5.0)
    assert piece is None
    _, piece = on_pause(Ahead(), heard((0.0, 21.0)), credit_s=0.0)
    assert piece is not None
    _, piece = on_pause(Ahead(), heard((0.0, 8.5)), credit_s=0.0)
    assert piece is None, "speech may go on at once: no seam"
    _, piece = on_pause(Ahead(), heard((0.0, 8.5), until_s=9.14), credit_s=0.0)
    assert piece is not None, "the end of a sentence: kept whatever follows"


def test_after_a_superseded_piece_only_a_long_pause_starts_the_next() -> None:
    ahead, piece = on_pause(Ahead(), heard((0.0, 2.0)), CREDIT_S)
    ahead = decoded(ahead, piece)
    ahead, piece = on_pause(ahead, heard((0.0, 2.0), (2.5, 4.0)), CREDIT_S)
    assert piece is None
    ahead, piece = on_pause(ahead, heard((0.0, 2.0), (2.5, 4.0), until_s=4.64), CREDIT_S)
    assert piece is not None


def test_with_the_key_up_a_superseded_piece_says_nothing_about_the_next() -> None:
    ahead, piece = on_pause(Ahead(), heard((0.0, 2.0)), CREDIT_S)
    end = heard((0.0, 2.0), (2.5, 4.0), until_s=4.064)
    _, piece = on_pause(decoded(ahead, piece), end, CREDIT_S, has_released=True)
    assert piece is not None


def test_no_seam_lies_where_the_key_came_up_within_a_word() -> None:
    short = heard((0.0, 21.0), until_s=21.064)
    ahead, piece = on_pause(Ahead(), short, CREDIT_S, has_released=True)
    _, left = at_end(decoded(ahead, piece), heard((0.0, 21.0), (21.096, 21.2)))
    assert left == (Span(0, at(21.0)), Span(at(21.096), at(21.2)))


def test_after_a_seam_a_short_pause_is_enough_again() -> None:
    ahead, piece = on_pause(Ahead(), heard((0.0, 2.0)), CREDIT_S)
    ahead, piece = on_pause(decoded(ahead, piece), heard((0.0, 2.0), (2.5, 21.0)), CREDIT_S)
    later = heard((0.0, 2.0), (2.5, 21.0), (21.4, 23.0))
    _, piece = on_pause(decoded(ahead, piece), later, CREDIT_S)
    assert piece is not None


def test_a_finished_take_earns_and_a_superseded_piece_pays() -> None:
    assert earned_s(Ahead(), 3.0) == 5.0
    ahead, piece = on_pause(Ahead(), heard((0.0, 2.0)), CREDIT_S)
    ahead, _ = at_end(decoded(ahead, piece), heard((0.0, 2.0), (2.5, 4.0)))
    assert earned_s(ahead, 4.0) == -5.0


def test_a_failed_piece_is_said_again_by_the_tail() -> None:
    ahead, piece = on_pause(Ahead(), heard((0.0, 21.0)), CREDIT_S)
    assert piece is not None
    _, left = at_end(on_failed(ahead, piece.number), heard((0.0, 21.0), (22.0, 23.0)))
    assert left == (Span(0, at(21.0)), Span(at(22.0), at(23.0)))


def test_a_pause_told_twice_is_decoded_once() -> None:
    ahead, piece = on_pause(Ahead(), heard((0.0, 3.0)), CREDIT_S)
    _, again = on_pause(decoded(ahead, piece), heard((0.0, 3.0), until_s=4.0), CREDIT_S)
    assert again is None


def test_parts_become_one_text_with_times_of_the_take() -> None:
    whole = joined([(0, text("Hello there.")), (at(8.0), text("And more."))], 10.0)
    assert whole.text == "Hello there. And more."
    assert [s.start_s for s in whole.segments] == [0.0, 8.0]
    assert whole.duration_s == 10.0


def test_a_part_without_words_leaves_the_others() -> None:
    assert joined([(0, text("")), (at(8.0), text("More."))], 10.0).text == "More."
    nothing = joined([(0, text("")), (at(8.0), text(""))], 10.0)
    assert (nothing.text, nothing.verdict) == ("", Verdict.NOT_UNDERSTOOD)


stretches = st.lists(
    st.tuples(st.floats(0.3, 20.0), st.floats(0.3, 3.0), st.booleans()), min_size=1, max_size=8
)


@given(stretches)
def test_every_voiced_sample_is_decoded_exactly_once(
    script: list[tuple[float, float, bool]],
) -> None:
    """Speech of some length, a pause after it, and whether the engine is done before the next."""
    ahead, clock_s = Ahead(), 0.0
    spoken: list[tuple[float, float]] = []
    for length_s, pause_s, engine_is_fast in script:
        spoken.append((clock_s, clock_s + length_s))
        clock_s += length_s + pause_s
        now = heard(*spoken)
        ahead, _ = on_pause(ahead, now, CREDIT_S)
        if engine_is_fast and ahead.running:
            ahead = decoded(ahead, ahead.running)
            if ahead.waiting:
                ahead, _ = on_pause(ahead, ahead.waiting, CREDIT_S)
    ahead, left = at_end(ahead, heard(*spoken, until_s=clock_s))
    covered = [span for piece in ahead.pieces for span in piece.spans] + list(left)
    for before, after in itertools.pairwise(covered):
        assert before.end_sample <= after.start_sample, "no word twice"
    for begin_s, end_s in spoken:
        inside = sum(
            max(0, min(span.end_sample, at(end_s)) - max(span.start_sample, at(begin_s)))
            for span in covered
        )
        assert inside == at(end_s) - at(begin_s), "no word lost"


def test_a_piece_is_tentative_until_another_follows_it() -> None:
    ahead, piece = on_pause(Ahead(), heard((0.0, 8.5)), CREDIT_S)
    assert foreseen(ahead) == ("", ""), "still being decoded"
    ahead = decoded(ahead, piece)
    assert foreseen(ahead) == ("", "piece 1")
    ahead, piece = on_pause(ahead, heard((0.0, 8.5), (9.5, 10.5)), CREDIT_S)
    assert foreseen(ahead) == ("piece 1", "")
    assert foreseen(decoded(ahead, piece)) == ("piece 1", "piece 2")


def test_a_piece_that_is_kept_whatever_follows_is_sure_at_once() -> None:
    ahead, piece = on_pause(Ahead(), heard((0.0, 21.0)), CREDIT_S)
    assert foreseen(decoded(ahead, piece)) == ("piece 1", "")
