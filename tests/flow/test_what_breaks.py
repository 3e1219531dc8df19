"""Something throws that never should: the threads live on, and what was said is kept."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from dictate.domain import (
    DecodeOptions,
    Fate,
    Job,
    MicrophoneStatus,
    ModelChoice,
    Samples,
    TakeId,
    Transcript,
)
from dictate.errors import MicrophoneLost, OutputError
from dictate.events import Event, MicrophoneChanged, NoticeRaised, TakeFinished
from dictate.ports import SpeechDetector
from dictate.session.capture import Intake, Running, TakeCapture
from dictate.session.commands import Delivered, Start
from dictate.session.listener import Listener
from dictate.session.output_thread import OutputThread, Work
from dictate.session.supply import Supply
from dictate.session.wiring import Wiring, Wirings
from dictate.store.journal import DiskJournal
from dictate.store.shelf import Shelf
from dictate.vad.segmenter import SegmenterOptions
from tests.fakes.bench import Bench, running
from tests.fakes.capture import LOUD, SILENT, LoudnessDetector, ScriptedInput, ScriptedSource
from tests.fakes.delivery import NotebookSink
from tests.fakes.engine import ScriptedEngine, transcript_of


def dictate(bench: Bench, text: str) -> None:
    """Dictate a take, which shows that everything still works."""
    jobs = len(bench.engine.jobs)
    source = bench.press()
    bench.say(source)
    bench.release(source)
    bench.engine.wait_for_jobs(jobs + 1)
    bench.engine.answer(text)
    assert bench.text() == text


class BlindSink(NotebookSink):
    """Cannot tell which window has the keyboard."""

    def aim(self, take: TakeId) -> None:
        raise RuntimeError("can't start new thread")


def test_a_window_that_cannot_be_looked_at_costs_no_take() -> None:
    with running() as bench:
        sink = BlindSink()
        wiring = Wiring(ModelChoice(), DecodeOptions(), lambda text, _: text, sink)
        bench.coordinator.rewire(Wirings(wiring))
        source = bench.press()
        bench.say(source)
        bench.release(source)
        bench.engine.wait_for_jobs(1)
        bench.engine.answer("Heard.")
        assert sink.texts.get(timeout=5) == "Heard."


class RefusingEngine(ScriptedEngine):
    """Throws at its first job instead of taking it."""

    refusals = 1

    def transcribe(self, job: Job) -> Future[Transcript]:
        if self.refusals:
            self.refusals -= 1
            raise RuntimeError("can't start new thread")
        return super().transcribe(job)


def test_an_engine_that_takes_no_job_is_told_and_the_next_take_is_served() -> None:
    with running(engine=RefusingEngine(manual=True)) as bench:
        source = bench.press()
        bench.say(source)
        bench.release(source)
        notice = bench.await_event(NoticeRaised).notice
        assert "RuntimeError" in notice.message and notice.next_step
        dictate(bench, "The next one.")


def test_a_voice_detector_that_cannot_be_loaded_is_told_at_each_take() -> None:
    broken = [True, True]

    def load() -> SpeechDetector:
        if broken:
            broken.pop()
            raise ImportError("DLL load failed while importing onnxruntime")
        return LoudnessDetector()

    with running(detector=load) as bench:
        bench.post(Start(time.monotonic()))
        notice = bench.await_event(NoticeRaised).notice
        assert "ImportError" in notice.message and notice.next_step
        dictate(bench, "It was installed meanwhile.")


class StubbornInput(ScriptedInput):
    """Cannot say which microphones there are, until it can."""

    broken = True

    def stand_by(self) -> MicrophoneStatus:
        if self.broken:
            self.broken = False
            raise OSError("the driver is confused")
        return super().stand_by()


def test_microphones_that_cannot_be_listed_are_told_and_takes_are_served() -> None:
    with running() as bench:
        bench.await_event(MicrophoneChanged)
        audio = StubbornInput()
        bench.listener.use(Intake(audio, SegmenterOptions(), 60.0))
        problem = bench.await_event(MicrophoneChanged).status.problem
        assert problem is not None and problem.next_step
        bench.audio = audio
        dictate(bench, "Heard all the same.")


class TiredDetector(LoudnessDetector):
    """Breaks after so many frames."""

    def __init__(self) -> None:
        self.left = 10

    def probability(self, frame: Samples) -> float:
        self.left -= 1
        if self.left < 0:
            raise RuntimeError("ONNX Runtime has no memory")
        return super().probability(frame)


def test_a_voice_detector_that_breaks_inside_a_take_loses_nothing_of_it() -> None:
    with running(detector=TiredDetector) as bench:
        source = bench.press()
        bench.say(source)
        bench.release(source)
        bench.engine.wait_for_jobs(1)
        job = bench.engine.jobs[0]
        assert len(job.samples) >= 44 * 512
        assert sum(span.length_samples for span in job.spans) >= 40 * 512
        bench.engine.answer("All of it.")
        assert bench.text() == "All of it."


class CrumblingSource(ScriptedSource):
    """Throws what no source should, after the frames it was fed."""

    def frames(self) -> Iterator[Samples]:
        for number, frame in enumerate(super().frames()):
            if number == 40:
                raise RuntimeError("a resampler gave up")
            yield frame


class CrumblingInput(ScriptedInput):
    """Has one such source, then good ones."""

    def open(self, instead_of: str = "") -> ScriptedSource:
        source = CrumblingSource()
        self.opened.put(source)
        return source


@contextmanager
def crumbling() -> Iterator[Bench]:
    with running() as bench:
        audio = CrumblingInput()
        bench.listener.use(Intake(audio, SegmenterOptions(), 60.0))
        bench.audio = audio
        yield bench


def test_a_capture_that_breaks_hands_over_what_it_had() -> None:
    with crumbling() as bench:
        source = bench.press()
        source.feed(*[SILENT] * 4, *[LOUD] * 20, *[SILENT] * 20)
        bench.engine.wait_for_jobs(1)
        assert len(bench.engine.jobs[0].samples) == 40 * 512
        notice = bench.await_event(NoticeRaised).notice
        assert notice.message and notice.next_step == "What was said until then is written."
        bench.engine.answer("Until it broke.")
        assert bench.text() == "Until it broke."
        bench.await_event(TakeFinished)


def test_released_before_the_microphone_was_open_no_second_one_is_waited_for() -> None:
    audio, key = ScriptedInput(), Running(TakeId(1))
    audio.spares = ["another microphone"]
    key.release(0.0)
    supply = Supply(audio, lambda _event: None, lambda _sound: None)
    audio.opened.get().unplug()
    intake = Intake(audio, SegmenterOptions(), 60.0)
    with pytest.raises(MicrophoneLost):
        TakeCapture(supply, LoudnessDetector(), intake, lambda: 1.0).run(key, lambda _event: None)
    assert audio.opened.empty()


def test_zeros_are_told_while_one_still_speaks_into_them_and_once() -> None:
    with running() as bench:
        source = bench.press()
        bench.feed(source, *[SILENT] * 100)
        notice = bench.await_event(NoticeRaised).notice
        assert notice.message == 'The microphone "scripted microphone" gives nothing but zeros.'
        bench.release(source)
        bench.await_event(TakeFinished)
        assert not [event for event in bench.heard() if isinstance(event, NoticeRaised)]


def test_a_quiet_room_is_not_told() -> None:
    with running() as bench:
        source = bench.press()
        bench.feed(source, *[SILENT + np.float32(1e-5)] * 200)
        bench.release(source)
        bench.await_event(TakeFinished)
        assert not [event for event in bench.heard() if isinstance(event, NoticeRaised)]


class DeafWindow:
    """Somebody who is told and throws, as a window does that is just going away."""

    def __init__(self) -> None:
        self.throws = True
        self.told: queue.SimpleQueue[Event] = queue.SimpleQueue()

    def publish(self, event: Event) -> None:
        if self.throws:
            raise RuntimeError("Internal C++ object already deleted.")
        self.told.put(event)


def test_texts_go_out_though_a_notice_could_not_be_shown() -> None:
    window, delivered = DeafWindow(), queue.SimpleQueue[Delivered]()
    thread = OutputThread(delivered.put, window.publish, time.monotonic)
    thread.start()

    def fail() -> None:
        raise OutputError("There is no window.", "Open one.")

    thread.bring(fail)
    sink = NotebookSink()
    wiring = Wiring(ModelChoice(), DecodeOptions(), lambda text, _: text, sink)
    thread.deliver(Work(TakeId(1), transcript_of("Here."), wiring))
    assert delivered.get(timeout=5).text == "Here."
    thread.end()
    thread.thread.join(5)


def test_takes_are_kept_though_trouble_with_the_disk_could_not_be_shown(tmp_path: Path) -> None:
    (tmp_path / "takes").write_text("a file is in the way")
    window = DeafWindow()
    journal = DiskJournal(Shelf(tmp_path / "takes"), window.publish)
    journal.start()
    writer = journal.begin(TakeId(1), "a microphone")
    for _ in range(40):
        writer.write(LOUD)
    writer.close()
    assert journal.fetch(TakeId(9)).result(5) is None  # all before is done
    window.throws = False
    journal.keep(TakeId(1), Fate.FAILED)
    recording = journal.fetch(TakeId(2)).result(5)
    journal.close()
    assert recording is not None


def test_a_microphone_that_never_opens_is_told_and_the_take_can_be_taken_back() -> None:
    go = threading.Event()

    class HungInput(ScriptedInput):
        def open(self, instead_of: str = "") -> ScriptedSource:
            assert go.wait(10)
            return super().open(instead_of)

    with running() as bench:
        audio, events = HungInput(), queue.SimpleQueue[Event]()
        listener = Listener(
            Intake(audio, SegmenterOptions(), 60.0, open_patience_s=0.01),
            LoudnessDetector,
            post=lambda _command: None,
            publish=events.put,
        )
        listener.start()
        try:
            listener.begin(TakeId(1))
            while not isinstance(event := events.get(timeout=5), NoticeRaised):
                pass
            assert "does not open" in event.notice.message and event.notice.next_step
            listener.drop(TakeId(1))
        finally:
            go.set()
            listener.close()
        assert audio.opened.get(timeout=5).closed.wait(5)
        dictate(bench, "Another one works.")
