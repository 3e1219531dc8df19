"""Recordings through PortAudio and a real PulseAudio, compared with what was played."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from dictate.audio.devices import list_input_devices, rescan
from dictate.audio.file_source import read_audio
from dictate.audio.microphone import Microphone
from dictate.domain import (
    FRAME_SAMPLES,
    SAMPLE_RATE_HZ,
    MicrophoneStatus,
    Samples,
    Severity,
)
from dictate.errors import AudioError, MicrophoneBusy, MicrophoneLost, MicrophoneMissing
from dictate.events import (
    Event,
    NoticeRaised,
)
from dictate.host import resource_path
from dictate.ports import AudioSource
from dictate.session.supply import Supply
from dictate.settings.schema import AudioSettings
from tests.desktop.pulse import NAME, TONE_HZ, TONE_NAME, VirtualMicrophone

PATIENCE_S = 20.0


def _microphone(device: str = "default") -> Microphone:
    """Return a microphone that closes its stream at the end of a take."""
    return Microphone(AudioSettings(device=device, keep_warm_s=0))


class Take:
    """Records in a thread from the first frame on until it is told to stop, or the device dies."""

    def __init__(self, device: str = "default") -> None:
        self._source: AudioSource = _microphone(device).open()
        self._frames: list[Samples] = []
        self._begun = threading.Event()
        self.ended = threading.Event()
        self.error: AudioError | None = None
        self._thread = threading.Thread(target=self._run)
        self._thread.start()
        assert self._begun.wait(PATIENCE_S)

    def _run(self) -> None:
        try:
            for frame in self._source.frames():
                self._frames.append(frame)
                self._begun.set()
        except AudioError as error:
            self.error = error
        self._begun.set()
        self.ended.set()

    @property
    def length_s(self) -> float:
        return sum(map(len, self._frames)) / SAMPLE_RATE_HZ

    @property
    def overflows(self) -> int:
        return self._source.overflows

    def stop(self) -> Samples:
        self._source.stop()
        return self.close()

    def close(self) -> Samples:
        assert self.ended.wait(PATIENCE_S)
        self._source.close()
        self._thread.join(PATIENCE_S)
        return np.concatenate(self._frames)


def status(device: str = "default") -> MicrophoneStatus:
    return Microphone(AudioSettings(device=device)).status()


def lag_and_likeness(recorded: Samples, played: Samples) -> tuple[int, float]:
    """Return where ``played`` begins in ``recorded`` and their correlation there."""
    size = len(recorded) + len(played)
    spectrum = np.fft.rfft(recorded, size) * np.conj(np.fft.rfft(played, size))
    lag = int(np.argmax(np.fft.irfft(spectrum, size)[: len(recorded) - len(played) + 1]))
    part = recorded[lag : lag + len(played)]
    likeness = np.dot(part, played) / (np.linalg.norm(part) * np.linalg.norm(played))
    return lag, float(likeness)


def phase_jumps(tone: Samples, hz: float) -> Samples:
    """Return the change of phase from one 25 ms (11 cycles) to the next, in samples at 16 kHz."""
    turning = tone * np.exp(-2j * np.pi * hz * np.arange(len(tone)) / SAMPLE_RATE_HZ)
    whole = len(turning) // 400 * 400
    phase = np.unwrap(np.angle(turning[:whole].reshape(-1, 400).sum(axis=1)))
    jumps: Samples = np.diff(phase) / (2 * np.pi * hz) * SAMPLE_RATE_HZ
    return jumps


def test_speech_arrives_complete_and_unchanged(microphone: VirtualMicrophone) -> None:
    path = resource_path("samples", "mail_en.wav")
    played = read_audio(path)
    take = Take()
    microphone.play(path)
    recorded = take.stop()
    assert take.overflows == 0
    half = len(played) // 2
    first, first_likeness = lag_and_likeness(recorded, played[:half])
    second, second_likeness = lag_and_likeness(recorded, played[half:])
    assert first_likeness > 0.99
    assert second_likeness > 0.99
    assert abs(second - first - half) <= 2  # nothing missing in between


def test_a_tone_has_no_gap_and_no_seam(microphone: VirtualMicrophone) -> None:
    microphone.plug_tone()
    take = Take(TONE_NAME)
    while take.length_s < 3:
        assert not take.ended.wait(0.05), take.error
    recorded = take.stop()[1600:-1600]
    assert np.abs(recorded).max() > 0.05
    # A lost sample would show as a jump of one; the filter and the rate are exact to less.
    assert np.abs(phase_jumps(recorded, TONE_HZ)).max() < 0.1


def test_the_chosen_microphone_is_recorded_and_no_other(microphone: VirtualMicrophone) -> None:
    microphone.plug_tone()
    assert {NAME, TONE_NAME} <= {device.name for device in list_input_devices()}
    quiet = Take(NAME)
    assert not quiet.ended.wait(0.3)
    assert np.abs(quiet.stop()).max() < 1e-3
    loud = Take(TONE_NAME)
    assert not loud.ended.wait(0.3)
    assert np.abs(loud.stop()).max() > 0.05
    again = Take()  # the default, after a choice was in force
    assert not again.ended.wait(0.3)
    assert np.abs(again.stop()).max() < 1e-3


def test_two_takes_in_a_row(microphone: VirtualMicrophone) -> None:
    for _ in range(2):
        take = Take()
        assert not take.ended.wait(0.3)
        assert len(take.stop()) >= 0.3 * SAMPLE_RATE_HZ / 2
        assert take.error is None


def test_unplugged_during_a_take(microphone: VirtualMicrophone) -> None:
    take = Take()
    microphone.unplug()
    recorded = take.close()
    assert isinstance(take.error, MicrophoneLost)
    assert NAME in take.error.message
    assert len(recorded) > 0


def test_the_server_crashes_during_a_take(microphone: VirtualMicrophone) -> None:
    take = Take()
    microphone.kill()
    take.close()
    assert isinstance(take.error, MicrophoneLost)


def test_a_server_that_hangs_stops_nobody(microphone: VirtualMicrophone) -> None:
    take = Take()
    microphone.freeze()
    take.close()
    assert isinstance(take.error, MicrophoneLost)
    now = status()
    assert now.name == ""
    assert now.problem is not None
    assert "does not answer" in now.problem.message
    with pytest.raises(MicrophoneBusy):
        Microphone(AudioSettings()).open()
    microphone.thaw()


HOLDER = """
from dictate.audio.microphone import Microphone
from dictate.settings.schema import AudioSettings
microphone = Microphone(AudioSettings())
take = microphone.open()
next(take.frames())
print("open", flush=True)
input()
take.close()
microphone.close()
print("closed", flush=True)
"""


def test_a_server_that_hangs_does_not_keep_the_program_from_ending(
    microphone: VirtualMicrophone,
) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert holder.stdin is not None and holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        microphone.freeze()
        holder.stdin.write("\n")
        holder.stdin.flush()
        assert holder.stdout.readline() == "closed\n"
        assert holder.wait(20) == 0
    finally:
        microphone.thaw()
        holder.kill()
        holder.communicate()


def test_unplugged_and_plugged_in_again(microphone: VirtualMicrophone) -> None:
    input_ = Microphone(AudioSettings())
    assert input_.status().name == NAME
    microphone.unplug()
    gone = input_.status()
    assert gone.name == ""
    assert gone.problem is not None
    assert gone.problem.severity is Severity.ERROR
    with pytest.raises(MicrophoneMissing) as missing:
        input_.open()
    assert missing.value.next_step
    microphone.plug()
    assert input_.status() == MicrophoneStatus(NAME)
    with_sound = Take()
    assert len(with_sound.stop()) > 0


def test_the_wanted_microphone_is_missing_and_comes_back(microphone: VirtualMicrophone) -> None:
    input_ = Microphone(AudioSettings(device=TONE_NAME))
    stand_in = input_.status()
    assert (stand_in.name, stand_in.wanted) == (NAME, TONE_NAME)
    assert stand_in.problem is not None
    microphone.plug_tone()
    assert input_.status() == MicrophoneStatus(TONE_NAME)


def test_muted_is_told(microphone: VirtualMicrophone) -> None:
    microphone.set_muted(True)
    problem = status().problem
    assert problem is not None
    assert "muted" in problem.message


def test_only_the_loudspeakers_own_sound_is_left(microphone: VirtualMicrophone) -> None:
    take = Take()
    microphone.unplug_source_only()
    take.close()  # the server moved the stream to the monitor, which goes on
    assert isinstance(take.error, MicrophoneLost)
    problem = status().problem
    assert problem is not None
    assert problem.message.startswith("No microphone")


def test_a_busy_interpreter_loses_nothing(microphone: VirtualMicrophone) -> None:
    """Another thread holds the interpreter for some 20 ms at a time, as a GUI does."""
    microphone.plug_tone()
    take = Take(TONE_NAME)
    numbers = np.random.default_rng(0).random(60_000).tolist()
    work: Callable[[], object] = lambda: sorted(numbers)  # noqa: E731
    while take.length_s < 2 and not take.ended.is_set():
        work()
    recorded = take.stop()[1600:-1600]
    assert take.overflows == 0
    assert np.abs(phase_jumps(recorded, TONE_HZ)).max() < 0.1


def test_nothing_but_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without a sound server and without hardware."""
    from dictate.audio.devices import rescan

    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path / 'nobody'}")
    rescan()
    if list_input_devices():
        pytest.skip("this machine has microphones of its own")
    assert status().name == ""
    with pytest.raises(MicrophoneMissing):
        Microphone(AudioSettings()).open()


def first_sound_ms(input_: Microphone) -> float:
    """Open, wait for the first frame, and hand back; return how long that took."""
    began_s = time.perf_counter()
    source = input_.open()
    try:
        next(iter(source.frames()))
        return (time.perf_counter() - began_s) * 1000
    finally:
        source.close()


def test_a_microphone_stays_open_between_takes_and_close_releases_it(
    microphone: VirtualMicrophone,
) -> None:
    input_ = Microphone(AudioSettings(keep_warm_s=30))
    try:
        first_sound_ms(input_)
        assert not rescan()  # the stream is still open
        assert first_sound_ms(input_) > 0  # and gives sound again
    finally:
        input_.close()
    assert rescan()


def test_a_warm_microphone_that_nobody_holds_is_released(microphone: VirtualMicrophone) -> None:
    first_sound_ms(Microphone(AudioSettings(keep_warm_s=30)))
    gc.collect()
    assert rescan()


def test_a_warm_microphone_that_was_unplugged_meanwhile_is_opened_anew(
    microphone: VirtualMicrophone,
) -> None:
    input_ = Microphone(AudioSettings(keep_warm_s=30))
    try:
        first_sound_ms(input_)
        microphone.unplug()
        microphone.plug()
        assert first_sound_ms(input_) > 0
    finally:
        input_.close()


def test_with_pre_roll_a_take_begins_before_the_press(microphone: VirtualMicrophone) -> None:
    microphone.plug_tone()
    input_ = Microphone(AudioSettings(device=TONE_NAME, pre_roll_ms=400))
    try:
        assert not input_.status().listening
        assert input_.stand_by() == MicrophoneStatus(TONE_NAME, listening=True)
        assert not rescan()  # the stream is open
        _wait_for_sound(input_)
        for _ in range(2):
            source = input_.open()
            frames = source.frames()
            before = [next(frames) for _ in range(int(0.3 * SAMPLE_RATE_HZ / FRAME_SAMPLES))]
            source.stop()
            sound = np.concatenate([*before, *frames])
            source.close()
            assert np.abs(sound[:1600]).max() > 0.05, "from its first sample on"
            # A seam between the ring and what follows would show as a jump of a sample.
            assert np.abs(phase_jumps(sound[400:-1600], TONE_HZ)).max() < 0.1
            _wait_for_sound(input_)
        assert input_.stand_by().listening
    finally:
        input_.close()
    assert rescan()
    assert not input_.status().listening


def test_a_word_begun_before_the_press_is_in_the_take(microphone: VirtualMicrophone) -> None:
    path = resource_path("samples", "mail_en.wav")
    played = read_audio(path)
    begin = int(np.argmax(np.abs(played) > 0.05))
    word = played[max(0, begin - 320) : begin + SAMPLE_RATE_HZ // 2]
    input_ = Microphone(AudioSettings(pre_roll_ms=1000))
    try:
        input_.stand_by()
        _wait_for_sound(input_)
        speaking = microphone.start_playing(path)
        _wait_for_sound(input_, above=0.05)
        source = input_.open()  # the word has begun by now
        frames = source.frames()
        recorded = np.concatenate([next(frames) for _ in range(2 * SAMPLE_RATE_HZ // 512)])
        source.close()
        assert speaking.wait(PATIENCE_S) == 0
        assert lag_and_likeness(recorded, word)[1] > 0.99
    finally:
        input_.close()


def _wait_for_sound(input_: Microphone, above: float = -1.0) -> None:
    """Wait until the microphone has listened for a while, or has heard something loud."""
    pause = threading.Event()
    line = input_._keeper._line
    assert line is not None and line._ring is not None
    for _ in range(1000):
        is_full = len(line._ring) == len(line._ring._kept)
        if is_full and line._ring._kept.max() > above:
            return
        pause.wait(0.01)
    raise AssertionError("nothing was heard")


def test_a_press_with_pre_roll_gives_sound_at_once(microphone: VirtualMicrophone) -> None:
    input_ = Microphone(AudioSettings(pre_roll_ms=300))
    try:
        input_.stand_by()
        _wait_for_sound(input_)
        began_s = time.perf_counter()
        source = input_.open()
        next(iter(source.frames()))
        assert time.perf_counter() - began_s < 0.2  # 5 ms on a quiet machine
        source.close()
    finally:
        input_.close()


def test_with_pre_roll_it_listens_again_after_the_microphone_was_away(
    microphone: VirtualMicrophone,
) -> None:
    input_ = Microphone(AudioSettings(pre_roll_ms=300))
    try:
        assert input_.stand_by().listening
        microphone.unplug()
        gone = input_.stand_by()
        assert (gone.name, gone.listening) == ("", False)
        microphone.plug()
        assert input_.stand_by() == MicrophoneStatus(NAME, listening=True)
        _wait_for_sound(input_)
    finally:
        input_.close()


def test_with_pre_roll_it_moves_to_the_wanted_microphone_when_that_appears(
    microphone: VirtualMicrophone,
) -> None:
    input_ = Microphone(AudioSettings(device=TONE_NAME, pre_roll_ms=300))
    try:
        assert (input_.stand_by().name, input_.stand_by().listening) == (NAME, True)
        microphone.plug_tone()
        assert input_.stand_by() == MicrophoneStatus(TONE_NAME, listening=True)
    finally:
        input_.close()


def test_a_loudspeaker_is_not_listened_to(microphone: VirtualMicrophone) -> None:
    input_ = Microphone(AudioSettings(pre_roll_ms=300))
    try:
        microphone.unplug_source_only()
        assert not input_.stand_by().listening
        assert rescan()
    finally:
        input_.close()


@pytest.mark.parametrize("loudspeaker_stays", [True, False])
def test_pulled_out_within_a_take_another_microphone_goes_on(
    microphone: VirtualMicrophone, loudspeaker_stays: bool
) -> None:
    """The server moves the stream, or breaks it off and the program opens the other one."""
    microphone.plug_tone()
    notices: list[Event] = []
    supply = Supply(Microphone(AudioSettings(keep_warm_s=0)), notices.append, lambda _: None)
    sound: list[Samples] = []
    limit_s = time.monotonic() + PATIENCE_S
    for frame in supply.frames():
        sound.append(frame)
        if len(sound) == 5:
            assert supply.name == NAME
            (microphone.unplug_source_only if loudspeaker_stays else microphone.unplug)()
        if time.monotonic() > limit_s or (notices and np.abs(frame).max() > 0.05):
            supply.stop()
    supply.close()
    (told,) = [event.notice for event in notices if isinstance(event, NoticeRaised)]
    assert NAME in told.message
    assert TONE_NAME in told.next_step
    assert supply.name == TONE_NAME
    assert np.abs(np.concatenate(sound[:5])).max() < 1e-3
    assert np.abs(sound[-1]).max() > 0.05
    assert rescan()


def test_pulled_out_within_a_take_and_nothing_is_left(microphone: VirtualMicrophone) -> None:
    hearing: list[bool] = []
    supply = Supply(Microphone(AudioSettings(keep_warm_s=0)), lambda _event: None, hearing.append)
    sound: list[Samples] = []
    with pytest.raises(MicrophoneLost):
        for frame in supply.frames():
            sound.append(frame)
            if len(sound) == 5:
                microphone.unplug_source_only()  # its loudspeaker is no microphone
    supply.close()
    assert len(sound) >= 5
    assert hearing == [True, False]
