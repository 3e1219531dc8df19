"""What to decode while the user still speaks, and what of it counts at the end. Pure.

At each pause what was said since the last seam is decoded as a *piece*. If nothing but silence
follows until the key comes up, the text is ready by then. If speech goes on, the piece is kept
where its end is a good seam (a long piece, a long pause) and the next one begins there; otherwise
it is superseded: the next pause decodes from the same seam again, with more context. So at the end
of a long dictation only the tail is left, and no seam lies where words run on.

Superseded pieces are wasted work, and it is bounded twice. A credit bounds it over many takes:
every finished take earns ``EXTRA_SHARE`` of what decoding it once costs, a superseded piece pays
its own cost, and without credit nothing is decoded ahead but what is surely kept. And after a piece
was superseded only a long pause starts the next one before the same seam: who pauses briefly once
does so again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dictate.domain import SAMPLE_RATE_HZ, Recording, Segment, Span, Transcript, Verdict
from dictate.engine.recognition import joined as glued

SEAM_MARGIN_SAMPLES = SAMPLE_RATE_HZ * 64 // 1000
"""The next piece begins this long after the last voiced sample, so both sides hold the pause."""

SEAM_GAP_S = 0.2
"""No seam lies in less. A pause is told after 0.25 s at least, and a little of it may be taken for
the beginning of what follows; only with the key up shorter ones are told."""

SLOW_DECODE_MS = 1200.0
"""With a model this slow only what is surely kept is decoded ahead."""

EXTRA_SHARE = 0.5
FIRST_CREDIT_S = MOST_CREDIT_S = 10.0
"""The shortest decode: enough to try once, and after a superseded piece not again at once."""

SHORTEST_COST_S = 10.0
COST_MARGIN_S = 2.0
"""A decode costs about as much as its encoder window, see ``engine.window``."""

KEEP_LENGTH_S = SHORTEST_COST_S - COST_MARGIN_S
KEEP_GAP_S = 0.6
"""A piece that fills the shortest window is kept when the pause after it was this long: the end of
a sentence. Cutting off less would cost a window more and save nothing at the end."""
KEEP_ANYWAY_S = 20.0
"""A piece of this length is kept whatever the pause: at the end there must not be more to decode
than one window. At 15 s some seams lay in short pauses, inside sentences, and the text differed
from one full decode in 4 % of its words; at 20 s in none (`python -m benchmarks --streamed 2`)."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What the voice detector knows at one moment of a take; sample numbers of the take."""

    until: int
    """Samples heard."""
    voiced_to: int
    """One past the last sample that sounded like speech."""
    resumed_at: int
    """Where speech began again after the last pause that was told."""
    speech: tuple[Span, ...]
    """Spans of speech, the one still open included."""


def heard_in(recording: Recording) -> Heard:
    """Return what is known at the end of a take."""
    return Heard(
        len(recording.samples), recording.voiced_to, recording.resumed_at, recording.speech
    )


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a take that is, or was, decoded ahead."""

    number: int
    spans: tuple[Span, ...]
    voiced_to: int
    transcript: Transcript | None = None
    """None while it is being decoded."""

    @property
    def length_s(self) -> float:
        """From its first to its last sample."""
        return (self.spans[-1].end_sample - self.spans[0].start_sample) / SAMPLE_RATE_HZ


@dataclass(frozen=True, slots=True)
class Ahead:
    """The pieces of one take, in order; only the last one can still be in the engine."""

    pieces: tuple[Piece, ...] = ()
    begun: int = 0
    waiting: Heard | None = None
    """A pause that came while a piece was being decoded."""
    wasted_s: float = 0.0
    superseded_after: int = -1
    """How many pieces stood before the last one that was superseded."""

    @property
    def running(self) -> Piece | None:
        """The piece the engine works on."""
        last = self.pieces[-1] if self.pieces else None
        return last if last is not None and last.transcript is None else None


def cost_s(length_s: float) -> float:
    """Return what decoding so much costs, in seconds of encoder window."""
    return max(SHORTEST_COST_S, length_s + COST_MARGIN_S)


def on_pause(
    ahead: Ahead, heard: Heard, credit_s: float, *, has_released: bool = False
) -> tuple[Ahead, Piece | None]:
    """Return what to decode now that the user pauses, if anything.

    With the key up it hardly ever goes on, so that what happened at pauses before says nothing.
    """
    if ahead.running is not None:
        return replace(ahead, waiting=heard), None
    ahead = _settle_last(replace(ahead, waiting=None), heard)
    spans = _beyond_seam(ahead, heard.speech)
    if not spans or _is_covered(ahead, heard):
        return ahead, None
    piece = Piece(ahead.begun + 1, spans, heard.voiced_to)
    pause_s = (heard.until - heard.voiced_to) / SAMPLE_RATE_HZ
    if not _is_good_seam(piece, pause_s):
        if cost_s(piece.length_s) > credit_s - ahead.wasted_s:
            return ahead, None
        was_superseded = ahead.superseded_after == len(ahead.pieces)
        if was_superseded and pause_s < KEEP_GAP_S and not has_released:
            return ahead, None
    return replace(ahead, pieces=(*ahead.pieces, piece), begun=piece.number), piece


def on_decoded(ahead: Ahead, number: int, transcript: Transcript) -> Ahead:
    """Note what a piece says."""
    pieces = tuple(
        replace(p, transcript=transcript) if p.number == number else p for p in ahead.pieces
    )
    return replace(ahead, pieces=pieces)


def foreseen(ahead: Ahead) -> tuple[str, str]:
    """Return what of the text is sure, and what may read otherwise once more was said."""
    known = [piece for piece in ahead.pieces if piece.transcript is not None]
    # Whatever another piece follows was kept; the last one may still be superseded.
    is_open = bool(known) and known[-1] is ahead.pieces[-1]
    is_open = is_open and known[-1].length_s < KEEP_ANYWAY_S
    sure = known[:-1] if is_open else known
    unsure = known[-1:] if is_open else []
    return _text_of(sure), _text_of(unsure)


def on_failed(ahead: Ahead, number: int) -> Ahead:
    """Forget a piece the engine could not decode; the next one holds its words again."""
    return replace(ahead, pieces=tuple(p for p in ahead.pieces if p.number != number))


def at_end(ahead: Ahead, heard: Heard) -> tuple[Ahead, tuple[Span, ...]]:
    """Return the pieces that count and the spans that are left to decode, with the key up."""
    ahead = _settle_last(replace(ahead, waiting=None), heard)
    if _is_covered(ahead, heard):
        return ahead, ()
    return ahead, _beyond_seam(ahead, heard.speech)


def earned_s(ahead: Ahead, speech_s: float) -> float:
    """Return by how much a finished take changes the credit."""
    return EXTRA_SHARE * cost_s(speech_s) - ahead.wasted_s


def joined(parts: Iterable[tuple[int, Transcript]], duration_s: float) -> Transcript:
    """Return the transcripts of consecutive parts, each with its first sample, as one."""
    known = list(parts)
    said = [(start, part) for start, part in known if part.verdict is Verdict.TEXT]
    main = said[0][1] if said else known[-1][1]
    segments = tuple(
        _shifted(segment, start / SAMPLE_RATE_HZ)
        for start, part in said
        for segment in part.segments
    )
    return replace(
        main,
        text=glued(part.text for _, part in said),
        segments=segments,
        duration_s=duration_s,
        load_ms=known[-1][1].load_ms,
        queue_ms=known[-1][1].queue_ms,
        decode_ms=known[-1][1].decode_ms,
        full_window_retries=sum(part.full_window_retries for _, part in known),
    )


def _text_of(pieces: Iterable[Piece]) -> str:
    texts = (piece.transcript.text for piece in pieces if piece.transcript is not None)
    return glued(text for text in texts if text)


def _settle_last(ahead: Ahead, heard: Heard) -> Ahead:
    """Keep or supersede the last piece, once speech has gone on after it."""
    last = ahead.pieces[-1] if ahead.pieces else None
    if last is None or heard.voiced_to <= last.voiced_to:
        return ahead
    if _is_good_seam(last, (heard.resumed_at - last.voiced_to) / SAMPLE_RATE_HZ):
        return ahead
    kept = ahead.pieces[:-1]
    wasted_s = ahead.wasted_s + cost_s(last.length_s)
    return replace(ahead, pieces=kept, wasted_s=wasted_s, superseded_after=len(kept))


def _is_good_seam(piece: Piece, pause_s: float) -> bool:
    """Tell whether a piece is kept when speech goes on after a pause of this length."""
    sentence = piece.length_s >= KEEP_LENGTH_S and pause_s >= KEEP_GAP_S
    return sentence or (piece.length_s >= KEEP_ANYWAY_S and pause_s >= SEAM_GAP_S)


def _is_covered(ahead: Ahead, heard: Heard) -> bool:
    """Tell whether the pieces hold all that was said."""
    return bool(ahead.pieces) and heard.voiced_to <= ahead.pieces[-1].voiced_to


def _beyond_seam(ahead: Ahead, speech: tuple[Span, ...]) -> tuple[Span, ...]:
    if not ahead.pieces:
        return speech
    seam = ahead.pieces[-1].voiced_to + SEAM_MARGIN_SAMPLES
    return tuple(
        Span(max(span.start_sample, seam), span.end_sample)
        for span in speech
        if span.end_sample > seam
    )


def _shifted(segment: Segment, by_s: float) -> Segment:
    return replace(segment, start_s=segment.start_s + by_s, end_s=segment.end_s + by_s)
