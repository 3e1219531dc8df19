"""A line lent to takes, kept between them and replaced when it proves dead."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from dictate.audio.devices import InputDevice
from dictate.audio.keeper import Keeper
from dictate.audio.lease import Lease
from dictate.audio.line import Line
from dictate.audio.microphone_source import MicrophoneSource, SourceOptions
from dictate.domain import FRAME_SAMPLES, Samples
from dictate.errors import MicrophoneLost, MicrophoneMissing

MIC = InputDevice(0, "Mic", 1, 16_000, "ALSA", True)
QUICK = SourceOptions(first_block_s=0.5, silent_stream_s=0.02)
FRAME_S = FRAME_SAMPLES / 16_000


class Clock:
    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


class OpenStream:
    def __init__(self) -> None:
        self.latency_s = 0.02
        self.closed = threading.Event()

    def close(self) -> None:
        self.closed.set()


class Heard:
    def __init__(self) -> None:
        self.values: list[float] = []
        self.ended = False

    def receive(self, block: Samples, _overflowed: bool) -> None:
        self.values.append(round(float(block[0, 0]), 1))

    def finished(self) -> None:
        self.ended = True


def a_line(clock: Clock) -> tuple[Line, OpenStream]:
    line, stream = Line(MIC, 16_000, clock), OpenStream()
    line.attach(stream)
    return line, stream


def send(line: Line, value: float, age_s: float = FRAME_S) -> None:
    line.receive(np.full((FRAME_SAMPLES, 1), value, np.float32), False, age_s)


def make(line: Line, warm: bool) -> MicrophoneSource:
    first_s = 0.01 if warm else None
    return MicrophoneSource("Mic", line.rate_hz, options=QUICK, first_wait_s=first_s)


def nothing_fresh() -> Line:
    raise MicrophoneMissing("No microphone was found.", "Plug one in.")


def test_only_what_comes_while_it_is_lent_is_handed_on() -> None:
    clock = Clock()
    line, _ = a_line(clock)
    taker = Heard()
    send(line, 0.1)
    line.lend(taker)
    clock.now_s += FRAME_S
    send(line, 0.2)
    line.take_back()
    send(line, 0.3)
    assert taker.values == [0.2]


def test_what_was_heard_before_the_press_is_dropped_though_it_comes_later() -> None:
    clock = Clock()
    line, _ = a_line(clock)
    taker = Heard()
    line.lend(taker)
    clock.now_s += 0.05
    send(line, 0.1, age_s=0.1)  # heard from 50 to 18 ms before the press
    send(line, 0.2, age_s=0.06)  # the press is inside it
    send(line, 0.3, age_s=0.1)  # a driver that changes its mind makes no hole
    assert taker.values == [0.2, 0.3]


@pytest.mark.parametrize("age_s", [-1.0, 0.0, 5.0])
def test_a_nonsense_age_costs_no_sound(age_s: float) -> None:
    line, _ = a_line(Clock())
    taker = Heard()
    line.lend(taker)
    send(line, 0.1, age_s)
    assert taker.values == [0.1]


def test_a_line_is_dead_when_it_ended_or_nothing_came_lately() -> None:
    clock = Clock()
    line, _ = a_line(clock)
    clock.now_s += 2.9
    assert line.is_live()  # a headset takes its time
    clock.now_s += 0.2
    assert not line.is_live()
    send(line, 0.1)
    assert line.is_live()
    clock.now_s += 3600  # the computer slept
    assert not line.is_live()
    send(line, 0.1)
    line.finished()
    assert not line.is_live()


def test_kept_and_taken_again_and_closed_after_its_time() -> None:
    line, stream = a_line(Clock())
    send(line, 0.1)
    keeper = Keeper(30)
    keeper.keep(line)
    assert keeper.take() is line
    assert keeper.take() is None
    short = Keeper(0.01)
    short.keep(line)
    assert stream.closed.wait(5)
    assert short.take() is None


@pytest.mark.parametrize("why", ["off", "closed", "dead"])
def test_nothing_is_kept_when(why: str) -> None:
    line, stream = a_line(Clock())
    send(line, 0.1)
    if why == "dead":
        line.finished()
    keeper = Keeper(0 if why == "off" else 30)
    if why == "closed":
        keeper.close()
    keeper.keep(line)
    assert stream.closed.is_set()
    assert keeper.take() is None


def test_closing_the_keeper_closes_the_line_and_leaves_no_timer() -> None:
    line, stream = a_line(Clock())
    send(line, 0.1)
    keeper = Keeper(30)
    keeper.keep(line)
    timers = [t for t in threading.enumerate() if t.name == "dictate-warm-microphone"]
    keeper.close()
    keeper.close()
    for timer in timers:
        timer.join(5)
    assert len(timers) == 1
    assert stream.closed.is_set()


def test_a_take_hands_its_line_back() -> None:
    line, stream = a_line(Clock())
    keeper = Keeper(30)
    take = Lease(line, keeper, warm=False, source=make, open_line=nothing_fresh)
    send(line, 0.1)
    take.stop()
    assert len(list(take.frames())) == 1
    take.close()
    take.close()
    assert not stream.closed.is_set()
    assert keeper.take() is line


def test_a_warm_line_that_is_dead_is_replaced_once_within_the_take() -> None:
    clock = Clock()
    (dead, old), (fresh, new) = a_line(clock), a_line(clock)
    keeper = Keeper(0)
    take: Lease

    def open_line() -> Line:
        return fresh

    take = Lease(dead, keeper, warm=True, source=make, open_line=open_line)

    def feed() -> None:
        assert old.closed.wait(5)
        _until_lent(fresh)

    feeder = threading.Thread(target=feed)
    feeder.start()
    frames = take.frames()
    assert float(next(frames)[0]) == pytest.approx(0.5)
    with pytest.raises(MicrophoneLost):
        list(frames)
    feeder.join(5)
    take.close()
    assert new.closed.is_set()


def _until_lent(line: Line) -> None:
    pause = threading.Event()
    for _ in range(500):
        if line._taker is not None:
            send(line, 0.5)
            return
        pause.wait(0.002)


def test_a_dead_line_without_a_successor_is_told() -> None:
    line, stream = a_line(Clock())
    take = Lease(line, Keeper(30), warm=True, source=make, open_line=nothing_fresh)
    with pytest.raises(MicrophoneLost, match="No microphone"):
        list(take.frames())
    take.close()
    assert stream.closed.is_set()
