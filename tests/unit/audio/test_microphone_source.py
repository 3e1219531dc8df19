"""The running capture, fed by hand as PortAudio's thread would."""

from __future__ import annotations

import threading
from collections.abc import Callable

import numpy as np
import pytest

from dictate.audio.microphone_source import MicrophoneSource, SourceOptions
from dictate.domain import FRAME_SAMPLES, Samples
from dictate.errors import MicrophoneLost

QUICK = SourceOptions(
    first_block_s=0.05, silent_stream_s=0.02, queue_s=1.0, check_every_s=0.1, close_s=0.05
)


class QuietStream:
    """Counts how often it is closed."""

    def __init__(self) -> None:
        self.latency_s = 0.02
        self.closed = 0

    def close(self) -> None:
        self.closed += 1


class HangingStream(QuietStream):
    """A driver that does not come back until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.let_go = threading.Event()

    def close(self) -> None:
        self.let_go.wait(5)
        super().close()


def block(value: float, samples: int = FRAME_SAMPLES) -> Samples:
    return np.full((samples, 1), value, np.float32)


def new_source(whose: Callable[[], str | None] = lambda: None) -> MicrophoneSource:
    return MicrophoneSource("Test", 16_000, whose=whose, options=QUICK)


def test_everything_before_stop_comes_out_and_nothing_after() -> None:
    source = new_source()
    source.receive(block(0.1), False)
    source.receive(block(0.2, 100), False)
    source.stop()
    source.receive(block(0.9), False)
    frames = list(source.frames())
    assert [frame.shape for frame in frames] == [(FRAME_SAMPLES,), (FRAME_SAMPLES,)]
    assert np.allclose(frames[0], 0.1)
    assert np.allclose(frames[1][:100], 0.2)
    assert not frames[1][100:].any()


def test_stop_twice_and_before_any_sound() -> None:
    source = new_source()
    source.stop()
    source.stop()
    assert list(source.frames()) == []


def test_stop_from_inside_the_loop_ends_after_what_was_queued() -> None:
    source = new_source()
    for value in (0.1, 0.2, 0.3):
        source.receive(block(value), False)
    heard = []
    for frame in source.frames():
        heard.append(round(float(frame[0]), 1))
        source.stop()
    assert heard == [0.1, 0.2, 0.3]


def test_no_first_block_is_a_lost_microphone() -> None:
    with pytest.raises(MicrophoneLost, match="no sound"):
        list(new_source().frames())


def test_a_stream_that_falls_silent_gives_its_sound_first() -> None:
    source = new_source()
    source.receive(block(0.1, 700), False)
    frames = source.frames()
    assert len(next(frames)) == FRAME_SAMPLES
    rest = next(frames)
    assert np.count_nonzero(rest) == 700 - FRAME_SAMPLES
    with pytest.raises(MicrophoneLost) as lost:
        next(frames)
    assert "Test" in lost.value.message
    assert lost.value.next_step


def test_a_silent_stream_gets_more_time_when_the_server_still_has_the_microphone() -> None:
    patient = SourceOptions(first_block_s=30, silent_stream_s=0.01)
    asked = threading.Event()

    def whose() -> str:
        asked.set()
        return "Test"

    source = MicrophoneSource("Test", 16_000, whose=whose, options=patient)
    source.receive(block(0.1), False)
    heard: list[float] = []

    def run() -> None:
        heard.extend(float(frame[0]) for frame in source.frames())

    thread = threading.Thread(target=run)
    thread.start()
    assert asked.wait(5)
    source.receive(block(0.2), False)
    source.stop()
    thread.join(5)
    assert heard == pytest.approx([0.1, 0.2])


def test_even_a_server_that_has_it_gets_no_more_than_that() -> None:
    source = new_source(whose=lambda: "Test")
    source.receive(block(0.1), False)
    with pytest.raises(MicrophoneLost, match="no sound"):
        list(source.frames())


def test_a_stream_that_ends_by_itself_is_told_at_once() -> None:
    patient = SourceOptions(first_block_s=30, silent_stream_s=30)
    source = MicrophoneSource("Test", 16_000, options=patient)
    source.receive(block(0.1), False)
    source.finished()
    frames = source.frames()
    next(frames)
    with pytest.raises(MicrophoneLost, match="unplugged"):
        next(frames)


def test_the_end_of_the_stream_after_stop_is_no_loss() -> None:
    source = new_source()
    source.receive(block(0.1), False)
    source.stop()
    source.finished()
    assert len(list(source.frames())) == 1


def test_a_server_that_moved_the_stream_away_is_noticed() -> None:
    source = new_source(whose=lambda: "")
    for _ in range(10):
        source.receive(block(0.0), False)
    heard = []
    with pytest.raises(MicrophoneLost):
        for frame in source.frames():
            heard.append(frame)
    assert len(heard) == 4  # the first question comes after 0.1 s


def test_a_stream_the_server_moved_to_another_microphone_goes_by_its_name() -> None:
    source = new_source(whose=lambda: "Other")
    for _ in range(10):
        source.receive(block(0.1), False)
    source.stop()
    names = [source.name for _ in source.frames()]
    assert names == ["Test"] * 4 + ["Other"] * 6


def test_both_kinds_of_overflow_are_counted_and_memory_is_bounded() -> None:
    source = new_source()
    source.receive(block(0.1), True)
    assert source.overflows == 1
    for _ in range(100):  # 3.2 s into a queue of 1 s
        source.receive(block(0.1), False)
    source.stop()
    frames = list(source.frames())
    assert 1.0 <= len(frames) * 0.032 < 1.1
    assert source.overflows == 1 + 101 - len(frames)


def test_sound_flows_again_after_an_overflow() -> None:
    source = new_source()
    for _ in range(100):
        source.receive(block(0.1), False)
    frames = source.frames()
    for _ in range(20):
        next(frames)
    source.receive(block(0.7), False)
    source.stop()
    assert float(list(frames)[-1][0]) == pytest.approx(0.7)


def test_close_ends_the_loop_and_drops_what_is_queued() -> None:
    source = new_source()
    stream = QuietStream()
    source.attach(stream)
    source.receive(block(0.1, 3 * FRAME_SAMPLES + 7), False)
    source.receive(block(0.1), False)
    frames = source.frames()
    next(frames)
    source.close()
    source.close()
    assert list(frames) == []
    assert stream.closed == 1


def test_close_between_two_frames_gives_no_rest() -> None:
    def asked_in_the_middle_of_a_frame() -> None:
        source.close()

    source = MicrophoneSource(
        "Test",
        16_000,
        whose=asked_in_the_middle_of_a_frame,
        options=SourceOptions(check_every_s=0.01),
    )
    source.receive(block(0.1, 200), False)
    assert list(source.frames()) == []


def test_close_wakes_a_waiting_loop() -> None:
    patient = SourceOptions(first_block_s=30)
    source = MicrophoneSource("Test", 16_000, options=patient)
    ended = threading.Event()

    def run() -> None:
        list(source.frames())
        ended.set()

    thread = threading.Thread(target=run)
    thread.start()
    source.close()
    assert ended.wait(5)
    thread.join(5)


def test_a_driver_that_hangs_does_not_hang_close() -> None:
    source = new_source()
    stream = HangingStream()
    source.attach(stream)
    source.close()
    assert stream.closed == 0
    stream.let_go.set()


def test_latency_is_the_drivers_and_a_frame() -> None:
    source = new_source()
    source.attach(QuietStream())
    assert source.latency_s == pytest.approx(0.02 + 0.032)


def test_a_nonsense_latency_is_limited() -> None:
    source = new_source()
    stream = QuietStream()
    stream.latency_s = 1e6
    source.attach(stream)
    assert source.latency_s < 1


def test_sound_of_another_rate_is_brought_to_16_khz() -> None:
    source = MicrophoneSource("Test", 48_000, options=QUICK)
    for _ in range(3 * 3):
        source.receive(block(0.1, FRAME_SAMPLES), False)
    source.stop()
    samples = np.concatenate(list(source.frames()))
    assert len(samples) == 3 * FRAME_SAMPLES
    assert np.allclose(samples[200:-50], 0.1, atol=0.01)
    assert samples[-8:].min() > 0.03  # what the filter held back is there too


@pytest.mark.parametrize("rate_hz", [16_000, 48_000])
def test_what_a_broken_driver_gives_is_sound_within_bounds(rate_hz: int) -> None:
    """One value that is no number would deafen the voice detector for the rest of the take."""
    source = MicrophoneSource("Test", rate_hz, options=QUICK)
    broken = block(0.25, 3 * FRAME_SAMPLES)
    broken[100:104, 0] = [np.nan, np.inf, -np.inf, 1e30]
    source.receive(broken, False)
    source.receive(block(0.25, 3 * FRAME_SAMPLES), False)
    source.stop()
    heard = np.concatenate(list(source.frames()))
    assert np.isfinite(heard).all()
    assert np.abs(heard).max() < 1.5
    assert heard[400] == pytest.approx(0.25, abs=0.05)
