"""The memory of the last moment, against a plain list that forgets."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dictate.audio.ring import Ring
from dictate.domain import Samples


def block(first: int, length: int, channels: int = 1) -> Samples:
    numbers = np.arange(first, first + length, dtype=np.float32)
    return np.repeat(numbers[:, None], channels, axis=1)


@given(
    length=st.integers(0, 20),
    channels=st.integers(1, 3),
    steps=st.lists(st.one_of(st.integers(0, 50), st.just("drain")), max_size=30),
)
def test_it_holds_the_newest_samples_in_order_and_gives_each_once(
    length: int, channels: int, steps: list[int | str]
) -> None:
    ring = Ring(length, channels)
    expected: list[float] = []
    pushed = 0
    for step in [*steps, "drain"]:
        if isinstance(step, int):
            ring.push(block(pushed, step, channels))
            expected = [*expected, *range(pushed, pushed + step)]
            expected = expected[len(expected) - min(length, len(expected)) :]
            pushed += step
        else:
            taken = ring.drain()
            assert taken.shape == (len(expected), channels)
            assert taken[:, 0].tolist() == taken[:, -1].tolist() == expected
            expected = []
        assert len(ring) == len(expected)


def test_it_never_grows_and_keeps_no_reference_to_what_came() -> None:
    ring = Ring(100)
    sound = block(0, 64)
    for _ in range(1000):
        ring.push(sound)
    sound[:] = -1
    assert len(ring) == 100
    assert ring.drain().min() >= 0


def test_what_was_handed_over_is_not_written_to_and_nothing_stays_behind() -> None:
    ring = Ring(4)
    ring.push(block(1, 4))
    taken = ring.drain()
    ring.push(block(50, 4))
    assert taken[:, 0].tolist() == [1, 2, 3, 4]
    ring.clear()
    assert not ring._kept.any()
    assert len(ring.drain()) == 0
