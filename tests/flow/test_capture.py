"""How takes begin, go on and end with microphones that are slow, pulled out, or always on."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pytest

from dictate.audio.devices import InputDevice
from dictate.audio.keeper import Keeper
from dictate.audio.lease import Lease
from dictate.audio.line import Line
from dictate.audio.opening import make_source
from dictate.audio.ring import Ring
from dictate.domain import (
    FRAME_SAMPLES,
    MicrophoneStatus,
    Phase,
    Samples,
    Severity,
    Verdict,
)
from dictate.errors import MicrophoneMissing
from dictate.events import (
    MicrophoneChanged,
    NoticeRaised,
    PhaseChanged,
    TakeFinished,
)
from dictate.ports import AudioSource
from dictate.session.capture import Intake
from dictate.session.commands import Start, Stop
from dictate.vad.segmenter import SegmenterOptions
from tests.fakes.bench import PATIENCE_S, Bench
from tests.fakes.capture import LOUD, SILENT, ScriptedInput, ScriptedSource


def opened(bench: Bench) -> ScriptedSource:
    return bench.audio.opened.get(timeout=PATIENCE_S)


def phases(bench: Bench, count: int) -> list[Phase]:
    return [bench.await_event(PhaseChanged).phase for _ in range(count)]


# -- the beginning -----------------------------------------------------------------------------


def test_it_says_recording_once_sound_comes_and_not_before(bench: Bench) -> None:
    source = bench.press()
    assert phases(bench, 1) == [Phase.OPENING]
    bench.feed(source, SILENT)
    assert phases(bench, 1) == [Phase.RECORDING]
    bench.release(source)
    bench.await_idle()


def test_a_microphone_that_never_gives_a_sound_says_so_in_one_notice(bench: Bench) -> None:
    bench.press().unplug()
    told = bench.await_event(NoticeRaised).notice
    assert (told.severity, told.message) == (
        Severity.ERROR,
        'The microphone "scripted microphone" was unplugged.',
    )
    bench.await_idle()
    assert not [e for e in bench.seen if isinstance(e, PhaseChanged | NoticeRaised)]


def test_a_microphone_that_never_gives_a_sound_is_replaced(bench: Bench) -> None:
    bench.audio.spares.append("desk microphone")
    bench.press().unplug()
    source = opened(bench)
    bench.say(source)
    told = bench.await_event(NoticeRaised).notice
    assert told.next_step == 'The recording goes on with "desk microphone".'
    bench.release(source)
    bench.engine.wait_for_jobs(1)


def test_a_press_does_not_wait_for_a_take_that_hears_nothing(bench: Bench) -> None:
    bench.press()  # opens, and gives no sound
    bench.post(Stop(time.monotonic()))
    bench.post(Start(time.monotonic()))
    bench.say(opened(bench))


def test_a_microphone_that_is_switched_off_is_told_and_one_in_a_quiet_room_is_not(
    bench: Bench,
) -> None:
    for frame, expected in ((SILENT + np.float32(1e-5), 0), (SILENT, 1)):
        source = bench.press()
        bench.feed(source, *[frame] * 60)
        bench.post(Stop(time.monotonic()))
        source.run_on(frame)
        assert bench.await_event(TakeFinished).report.verdict is Verdict.NO_SPEECH
        assert source.closed.wait(PATIENCE_S)
        bench.await_idle()
        told = [e.notice.message for e in bench.heard() if isinstance(e, NoticeRaised)]
        assert told == ['The microphone "scripted microphone" gives nothing but zeros.'] * expected


# -- a microphone that goes away ---------------------------------------------------------------


def test_pulled_out_within_a_take_the_next_microphone_goes_on(bench: Bench) -> None:
    bench.audio.spares.append("desk microphone")
    first = bench.press()
    bench.feed(first, *[LOUD] * 20)
    first.unplug()
    second = opened(bench)
    assert first.closed.is_set(), "the device is free before the next one is opened"
    bench.feed(second, *[LOUD * np.float32(0.5)] * 20)
    told = bench.await_event(NoticeRaised).notice
    assert told.severity is Severity.WARNING
    assert told.message == 'The microphone "scripted microphone" was unplugged.'
    assert told.next_step == 'The recording goes on with "desk microphone".'
    bench.release(second)
    bench.engine.wait_for_jobs(1)
    (job,) = bench.engine.jobs
    middle = job.samples[: 40 * FRAME_SAMPLES].reshape(40, FRAME_SAMPLES)[:, 0]
    assert middle.tolist() == [0.5] * 20 + [0.25] * 20, "all of both, in order, once"
    assert phases(bench, 5) == [
        Phase.OPENING,
        Phase.RECORDING,
        Phase.OPENING,
        Phase.RECORDING,
        Phase.FINISHING,
    ]
    bench.engine.answer("One sentence.")
    assert bench.text() == "One sentence."
    assert not [e for e in bench.seen if isinstance(e, NoticeRaised)], "told once"


def test_a_sound_server_that_moves_to_another_microphone_by_itself_is_told_of(
    bench: Bench,
) -> None:
    source = bench.press()
    bench.feed(source, *[LOUD] * 10)
    source.name = "desk microphone"
    bench.feed(source, *[LOUD] * 10)
    told = bench.await_event(NoticeRaised).notice
    assert "scripted microphone" in told.message
    assert told.next_step == 'The recording goes on with "desk microphone".'
    bench.release(source)
    bench.engine.wait_for_jobs(1)
    assert not [e for e in bench.seen if isinstance(e, NoticeRaised)], "told once"


def test_when_the_next_one_gives_no_sound_the_take_ends_with_what_there_is(bench: Bench) -> None:
    bench.audio.spares += ["dead microphone", "never asked"]
    first = bench.press()
    bench.say(first)
    first.unplug()
    opened(bench).unplug()
    bench.engine.wait_for_jobs(1)
    told = bench.await_event(NoticeRaised).notice
    assert "scripted microphone" in told.message
    assert told.next_step == "What was said until then is written."


def test_a_key_that_comes_up_meanwhile_waits_for_no_other_microphone(bench: Bench) -> None:
    bench.audio.spares.append("slow microphone")
    first = bench.press()
    bench.say(first)
    first.unplug()
    second = opened(bench)
    bench.post(Stop(time.monotonic()))
    assert second.stopped.wait(PATIENCE_S)
    bench.engine.wait_for_jobs(1)


def test_pulled_out_after_the_key_came_up_no_other_microphone_is_opened(bench: Bench) -> None:
    bench.audio.spares.append("desk microphone")
    source = bench.press()
    bench.say(source)
    assert phases(bench, 2) == [Phase.OPENING, Phase.RECORDING]
    bench.post(Stop(time.monotonic()))
    assert phases(bench, 1) == [Phase.FINISHING]
    source.unplug()
    bench.engine.wait_for_jobs(1)
    assert bench.audio.spares == ["desk microphone"]


# -- the microphone between takes ----------------------------------------------------------------


def test_a_microphone_that_listens_is_looked_after_and_closed_at_the_end(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dictate.session.listener.MICROPHONE_POLL_S", 0.01)
    assert not bench.await_event(MicrophoneChanged).status.listening
    always_on = ScriptedInput()
    always_on.listening = True
    bench.listener.use(Intake(always_on, SegmenterOptions(), 60.0))
    assert bench.await_event(MicrophoneChanged).status.listening
    assert bench.audio.closed.wait(PATIENCE_S), "the one before is released"
    seen = always_on.stood_by
    always_on.error = MicrophoneMissing("It was unplugged.", "Plug it in.")
    gone = bench.await_event(MicrophoneChanged).status
    assert (gone.name, gone.listening) == ("", False)
    always_on.error = None
    assert bench.await_event(MicrophoneChanged).status.listening
    assert always_on.stood_by > seen
    bench.listener.close()
    assert always_on.closed.is_set()


class AlwaysOn:
    """An input over a real line with a ring: the test is the driver that calls it."""

    def __init__(self, pre_roll_frames: int) -> None:
        device = InputDevice(0, "Mic", 1, 16_000, "ALSA", True)
        self.line = Line(device, 16_000, ring=Ring(pre_roll_frames * FRAME_SAMPLES))
        self.opened = threading.Event()
        self._keeper = Keeper(math.inf)
        self._keeper.keep(self.line)

    def hear(self, *frames: Samples) -> None:
        for frame in frames:
            self.line.receive(frame[:, None], False, 0.05)

    @contextmanager
    def running_on(self) -> Iterator[None]:
        """Hear silence, as a driver that never stops."""
        enough = threading.Event()

        def hear() -> None:
            while not enough.wait(0.002):
                self.hear(SILENT)

        driver = threading.Thread(target=hear)
        driver.start()
        yield
        enough.set()
        driver.join(PATIENCE_S)

    def open(self, instead_of: str = "") -> AudioSource:
        line = self._keeper.take()
        assert line is not None and not instead_of
        lease = Lease(line, self._keeper, warm=True, source=make_source, open_line=self._no_other)
        self.opened.set()
        return lease

    def status(self) -> MicrophoneStatus:
        return MicrophoneStatus("Mic", listening=True)

    def stand_by(self) -> MicrophoneStatus:
        return self.status()

    def close(self) -> None:
        self._keeper.close()

    @staticmethod
    def _no_other() -> Line:
        raise MicrophoneMissing("No microphone was found.", "Plug one in.")


def test_a_word_begun_before_the_press_is_heard_and_marked_as_speech(bench: Bench) -> None:
    audio = AlwaysOn(pre_roll_frames=10)
    bench.listener.use(Intake(audio, SegmenterOptions(), 60.0))
    audio.hear(*[SILENT] * 30, *[LOUD] * 8)  # the word is over before the key is down
    bench.post(Start(time.monotonic()))
    assert phases(bench, 2) == [Phase.OPENING, Phase.RECORDING], "without another sound"
    bench.post(Stop(time.monotonic()))
    with audio.running_on():
        bench.engine.wait_for_jobs(1)
    (job,) = bench.engine.jobs
    heard = job.samples[: 10 * FRAME_SAMPLES].reshape(10, FRAME_SAMPLES)[:, 0]
    assert heard.tolist() == [0.0] * 2 + [0.5] * 8, "the ring, and no more than it"
    assert job.spans[0].start_sample == 0
    assert job.spans[0].end_sample >= 10 * FRAME_SAMPLES
