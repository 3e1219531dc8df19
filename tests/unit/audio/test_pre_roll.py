"""A take with pre-roll is the ring and what follows: no sample missing, none in two takes."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictate.audio.devices import InputDevice
from dictate.audio.keeper import Keeper
from dictate.audio.lease import Lease
from dictate.audio.line import Line
from dictate.audio.microphone_source import MicrophoneSource
from dictate.audio.ring import Ring
from dictate.domain import Samples
from dictate.errors import MicrophoneMissing

MIC = InputDevice(0, "Mic", 1, 16_000, "ALSA", True)


class Clock:
    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


class Microphone:
    """A line that hears the numbers 1, 2, 3, ... and a keeper that never closes it."""

    def __init__(self, ring_samples: int, channels: int = 1) -> None:
        self.clock = Clock()
        self.line = Line(MIC, 16_000, self.clock, Ring(ring_samples, channels))
        self.keeper = Keeper(float("inf"))
        self.channels = channels
        self.spoken = 0

    def hear(self, samples: int, overflowed: bool = False) -> None:
        numbers = np.arange(self.spoken + 1, self.spoken + samples + 1, dtype=np.float32)
        self.spoken += samples
        self.clock.now_s += samples / 16_000
        # Older than the moment of any press: without a ring such a block would be dropped.
        self.line.receive(np.repeat(numbers[:, None], self.channels, axis=1), overflowed, 0.19)

    def press(self) -> Lease:
        def source(line: Line, _warm: bool) -> MicrophoneSource:
            return MicrophoneSource("Mic", line.rate_hz)

        self.keeper.take()
        return Lease(self.line, self.keeper, warm=True, source=source, open_line=nothing_else)


def nothing_else() -> Line:
    raise MicrophoneMissing("No microphone was found.", "Plug one in.")


def numbers_of(take: Lease) -> list[int]:
    """Return all that a take holds, without the zeros that fill up its last frame."""
    heard: Samples = np.concatenate([*take.frames(), np.zeros(0, np.float32)])
    return [int(n) for n in heard if n]


@given(
    ring_samples=st.integers(1, 2000),
    channels=st.integers(1, 2),
    takes=st.lists(
        st.tuples(
            st.lists(st.integers(1, 700), max_size=5),  # heard before the press
            st.lists(st.integers(1, 700), max_size=5),  # while the key is down
            st.lists(st.integers(1, 700), max_size=3),  # after the end, before the line is back
        ),
        min_size=1,
        max_size=4,
    ),
)
def test_each_take_is_the_ring_and_what_follows(
    ring_samples: int, channels: int, takes: list[tuple[list[int], list[int], list[int]]]
) -> None:
    microphone = Microphone(ring_samples, channels)
    free_from = 1  # the first number that no take has had
    for before, during, after in takes:
        for samples in before:
            microphone.hear(samples)
        pressed_at = microphone.spoken
        take = microphone.press()
        for samples in during:
            microphone.hear(samples)
        take.stop()
        stopped_at = microphone.spoken
        for samples in after:
            microphone.hear(samples)
        first = max(free_from, pressed_at - ring_samples + 1)
        assert numbers_of(take) == list(range(first, stopped_at + 1))
        take.close()
        free_from = stopped_at + 1
    microphone.keeper.close()


def test_an_overflow_or_an_outage_before_the_press_starts_the_pre_roll_anew() -> None:
    microphone = Microphone(2000)
    microphone.hear(500)
    microphone.hear(100, overflowed=True)  # something before these was lost
    take = microphone.press()
    take.stop()
    assert numbers_of(take) == list(range(501, 601))
    take.close()
    microphone.hear(300)
    microphone.clock.now_s += 3600  # the computer slept
    microphone.hear(50)
    take = microphone.press()
    take.stop()
    assert numbers_of(take) == list(range(901, 951))
    take.close()
    microphone.keeper.close()


def test_a_closed_line_holds_no_sound_any_more() -> None:
    microphone = Microphone(2000)
    microphone.hear(500)
    ring = microphone.line._ring
    assert ring is not None
    microphone.keeper.keep(microphone.line)
    assert microphone.keeper.is_keeping
    microphone.keeper.close()
    assert not ring._kept.any()
    microphone.hear(10)  # a last block on its way


@pytest.mark.parametrize("ring", [None, Ring(1000)])
def test_only_a_ring_keeps_what_came_before(ring: Ring | None) -> None:
    line = Line(MIC, 16_000, Clock(), ring)
    line.receive(np.ones((700, 1), np.float32), False, 0.05)
    taken: list[int] = []

    class Taker:
        def receive(self, block: Samples, _overflowed: bool) -> None:
            taken.append(len(block))

        def finished(self) -> None:
            pass

    line.lend(Taker())
    assert taken == ([700] if ring is not None else [])
