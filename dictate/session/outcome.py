"""What is told of a take that is done: its report with all timings, or why it brought no text."""

from __future__ import annotations

from dataclasses import replace

from dictate.domain import Notice, TakeReport, Timings, Transcript, Verdict
from dictate.errors import DictateError
from dictate.session.commands import Delivered
from dictate.session.state import Take

TRY_AGAIN = "What you said is kept: choose “Try the last recording again” or run `dictate retry`."


def failure(take: Take, error: DictateError) -> Notice:
    """Return what the user reads when a take brought no text, with all there is to do."""
    notice = error.notice()
    if take.recording is None or not take.recording.kept or take.private:
        return notice
    return replace(notice, next_step=f"{notice.next_step} {TRY_AGAIN}".strip())


def report(take: Take, transcript: Transcript, done: Delivered | None) -> TakeReport:
    """Return the report of a take; ``done`` is None when there was nothing to deliver."""
    released, captured = take.released_at_s, take.captured_at_s
    timings = Timings(
        tail_ms=max(0.0, captured - released) * 1000,
        vad_ms=take.vad_ms,
        load_ms=transcript.load_ms,
        queue_ms=transcript.queue_ms,
        decode_ms=transcript.decode_ms,
        text_ms=done.text_ms if done else 0.0,
        cleanup_ms=done.cleanup_ms if done else 0.0,
        output_ms=done.output_ms if done else 0.0,
        release_to_text_ms=max(0.0, done.at_s - released) * 1000 if done else 0.0,
    )
    if take.private:
        transcript = replace(transcript, text="", segments=())
    return TakeReport(
        take=take.id,
        text=done.text if done and not take.private else "",
        verdict=Verdict.NOT_UNDERSTOOD if done and done.declined else transcript.verdict,
        transcript=transcript,
        duration_s=take.duration_s,
        timings=timings,
        delivery=done.delivery if done else None,
        raw_text=done.raw_text if done and not take.private else "",
        profile=take.profile,
        private=take.private,
    )
