"""From frames to delivered text through the real threads, with fakes at the ports only."""

from __future__ import annotations

import time

from dictate.domain import (
    Verdict,
)
from dictate.errors import DecodeFailed, MicrophoneMissing, OutputError
from dictate.events import (
    MicrophoneChanged,
    NoticeRaised,
    TakeCancelled,
    TakeFinished,
)
from dictate.session.capture import Intake
from dictate.session.commands import Cancel, Start, Stop
from dictate.vad.segmenter import SegmenterOptions
from tests.fakes.bench import PATIENCE_S, Bench
from tests.fakes.capture import LOUD, SILENT


def test_what_is_said_while_the_key_is_down_is_delivered(bench: Bench) -> None:
    source = bench.press()
    bench.say(source)
    bench.release(source)
    bench.engine.wait_for_jobs(1)
    job = bench.engine.jobs[0]
    assert len(job.samples) >= 44 * 512, "the whole take is handed over, untrimmed"
    assert len(job.spans) == 1
    assert job.spans[0].start_sample <= 4 * 512
    assert job.spans[0].end_sample >= 24 * 512
    bench.engine.answer(" Hello there. ")
    assert bench.text() == "Hello there."
    report = bench.await_event(TakeFinished).report
    assert report.verdict is Verdict.TEXT
    assert report.timings.release_to_text_ms > 0
    assert source.closed.wait(PATIENCE_S)


def test_silence_types_nothing_and_asks_the_engine_nothing(bench: Bench) -> None:
    source = bench.press()
    bench.feed(source, *[SILENT] * 30)
    bench.release(source)
    assert bench.await_event(TakeFinished).report.verdict is Verdict.NO_SPEECH
    assert bench.engine.jobs == []


def test_cancel_forgets_what_was_said(bench: Bench) -> None:
    source = bench.press()
    bench.say(source)
    bench.post(Cancel(time.monotonic()))
    bench.await_event(TakeCancelled)
    source.feed(SILENT)
    assert source.closed.wait(PATIENCE_S)
    assert bench.engine.jobs == []


def test_an_unplugged_microphone_keeps_the_words_before(bench: Bench) -> None:
    source = bench.press()
    bench.say(source)
    source.unplug()
    assert "unplugged" in bench.await_event(NoticeRaised).notice.message
    bench.engine.wait_for_jobs(1)
    bench.engine.answer("Half a")
    assert bench.text() == "Half a"


def test_a_microphone_that_dies_before_the_first_sample_is_an_error(bench: Bench) -> None:
    bench.press().unplug()
    notice = bench.await_event(NoticeRaised).notice
    assert notice.next_step == "Plug it in again."
    bench.await_idle()


def test_no_microphone_is_told_and_one_plugged_in_later_works(bench: Bench) -> None:
    assert bench.await_event(MicrophoneChanged).status.name == "scripted microphone"
    bench.audio.error = MicrophoneMissing("There is no microphone.", "Plug one in.")
    bench.post(Start(time.monotonic()))
    assert "no microphone" in bench.await_event(NoticeRaised).notice.message
    assert bench.await_event(MicrophoneChanged).status.name == ""
    bench.audio.error = None
    assert bench.await_event(MicrophoneChanged).status.name == "scripted microphone"
    bench.say(bench.press())


def test_the_next_take_can_be_spoken_while_the_last_is_decoded(bench: Bench) -> None:
    for expected in (1, 2):
        source = bench.press()
        bench.say(source)
        bench.release(source)
        bench.engine.wait_for_jobs(expected)
    first, second = bench.engine.jobs
    bench.engine.answer("second", take=second.take)
    bench.engine.answer("first", take=first.take)
    assert [bench.text(), bench.text()] == ["first", "second"]


def test_a_press_during_the_tail_of_the_last_take_loses_neither(bench: Bench) -> None:
    first = bench.press()
    bench.feed(first, *[LOUD] * 20)
    bench.post(Stop(time.monotonic()))
    bench.post(Start(time.monotonic()))
    first.run_on(LOUD)  # still speaking: the tail would go on
    second = bench.audio.opened.get(timeout=PATIENCE_S)
    bench.say(second)
    bench.release(second)
    bench.engine.wait_for_jobs(2)


def test_a_failing_engine_is_told_and_the_next_take_works(bench: Bench) -> None:
    for answer in (DecodeFailed("The engine broke.", "Try again."), "Better now."):
        source = bench.press()
        bench.say(source)
        bench.release(source)
        bench.engine.wait_for_jobs(1 if isinstance(answer, Exception) else 2)
        bench.engine.answer(answer)
        if isinstance(answer, Exception):
            assert bench.await_event(NoticeRaised).notice.message == "The engine broke."
    assert bench.text() == "Better now."


def test_a_window_that_refuses_the_text_does_not_lose_it(bench: Bench) -> None:
    bench.sink.error = OutputError("Nothing took the text.", "Copy it from the tray.")
    source = bench.press()
    bench.say(source)
    bench.release(source)
    bench.engine.wait_for_jobs(1)
    bench.engine.answer("Precious words")
    report = bench.await_event(TakeFinished).report
    assert (report.text, report.delivery) == ("Precious words", None)
    assert bench.await_event(NoticeRaised).notice.next_step == "Copy it from the tray."


def test_a_key_that_is_stuck_ends_the_take_at_the_limit(bench: Bench) -> None:
    bench.listener.use(Intake(bench.audio, SegmenterOptions(), 1.0))
    source = bench.press()
    source.feed(*[LOUD] * 40)
    bench.engine.wait_for_jobs(1)
    assert "ended after" in bench.await_event(NoticeRaised).notice.message


def ahead_intake(bench: Bench) -> Intake:
    return Intake(bench.audio, SegmenterOptions(), 60.0, decode_ahead=True)


def test_the_text_is_ready_when_the_key_comes_up_after_a_pause(bench: Bench) -> None:
    bench.listener.use(ahead_intake(bench))
    source = bench.press()
    bench.say(source)  # ends in a pause of 640 ms
    bench.engine.wait_for_jobs(1)
    bench.engine.answer("Ready before release.")
    bench.release(source)
    assert bench.text() == "Ready before release."
    assert len(bench.engine.jobs) == 1, "nothing was left to decode"


def test_speech_after_a_pause_supersedes_what_was_decoded_ahead(bench: Bench) -> None:
    bench.listener.use(ahead_intake(bench))
    source = bench.press()
    bench.say(source)
    bench.engine.wait_for_jobs(1)
    bench.engine.answer("Only the first half.")
    bench.feed(source, *[LOUD] * 20)
    bench.release(source)
    bench.engine.wait_for_jobs(2)
    assert bench.engine.jobs[1].spans[0].start_sample <= 4 * 512, "all of it, from the start"
    bench.engine.answer("Both halves.")
    assert bench.text() == "Both halves."


def test_of_a_long_dictation_only_the_tail_is_left_at_release(bench: Bench) -> None:
    bench.listener.use(ahead_intake(bench))
    source = bench.press()
    bench.feed(source, *[LOUD] * 270, *[SILENT] * 30)  # 8.6 s, then a pause of almost a second
    bench.engine.wait_for_jobs(1)
    bench.engine.answer("A long sentence.")
    bench.feed(source, *[LOUD] * 20)
    bench.release(source)
    bench.engine.wait_for_jobs(2)
    assert len(bench.engine.jobs[1].samples) < 60 * 512, "the first sentence is not in it"
    bench.engine.answer("The tail.")
    assert bench.text() == "A long sentence. The tail."


def test_a_piece_the_engine_fails_at_is_decoded_again_at_the_end(bench: Bench) -> None:
    bench.listener.use(ahead_intake(bench))
    source = bench.press()
    bench.say(source)
    bench.engine.wait_for_jobs(1)
    bench.engine.answer(DecodeFailed("It broke.", "Try again."))
    bench.release(source)
    bench.engine.wait_for_jobs(2)
    bench.engine.answer("All of it.")
    assert bench.text() == "All of it."


def test_a_piece_still_in_the_engine_at_release_is_waited_for(bench: Bench) -> None:
    bench.listener.use(ahead_intake(bench))
    source = bench.press()
    bench.say(source)
    bench.engine.wait_for_jobs(1)
    bench.release(source)
    bench.engine.answer("Just in time.")
    assert bench.text() == "Just in time."
    assert len(bench.engine.jobs) == 1


def test_a_piece_that_fails_after_release_is_decoded_again(bench: Bench) -> None:
    bench.listener.use(ahead_intake(bench))
    source = bench.press()
    bench.say(source)
    bench.engine.wait_for_jobs(1)
    bench.release(source)
    bench.engine.answer(DecodeFailed("It broke.", "Try again."))
    bench.engine.wait_for_jobs(2)
    bench.engine.answer("Once more.")
    assert bench.text() == "Once more."


def test_close_while_recording_ends_all_threads_in_time(bench: Bench) -> None:
    source = bench.press()
    source.feed(SILENT)
    began_s = time.monotonic()
    source.feed(SILENT)
    bench.listener.close()
    bench.coordinator.close()
    assert time.monotonic() - began_s < 2
