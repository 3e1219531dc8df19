"""The rule by which a precision and a thread count are chosen, as a table of cases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictate.engine.facts import Tuning
from dictate.engine.tuning import CLEARLY_FASTER, Measured, best, compute_types, thread_counts

AVX2 = frozenset({"int8", "int8_float32", "float32"})
CARD = frozenset({"float32", "float16", "bfloat16", "int8", "int8_float16", "int8_float32"})


def took(compute_type: str, ms: float, memory_mb: float = 300, threads: int = 2) -> Measured:
    return Measured(Tuning("cpu", compute_type, threads), ms, memory_mb)


@pytest.mark.parametrize(
    ("measured", "free_mb", "chosen"),
    [
        # int8 is faster, equal, or a little slower: it stays, for half the memory
        ([took("int8", 100), took("float32", 160, 600)], 8000, "int8"),
        ([took("int8", 100), took("float32", 100, 600)], 8000, "int8"),
        ([took("int8", 100), took("float32", 90, 600)], 8000, "int8"),
        ([took("int8", 115), took("float32", 100.1, 600)], 8000, "int8"),
        # float32 is clearly faster, as on AVX2 without VNNI
        ([took("int8", 115), took("float32", 100, 600)], 8000, "float32"),
        ([took("int8", 125), took("float32", 85, 600)], 8000, "float32"),
        # ... but would take more than half of what is free
        ([took("int8", 125, 300), took("float32", 85, 600)], 1200, "float32"),
        ([took("int8", 125, 300), took("float32", 85, 600)], 1199, "int8"),
        # no more memory than int8 takes is always there
        ([took("int8", 125, 300), took("bfloat16", 85, 300)], 100, "bfloat16"),
        # of several that are clearly faster the fastest, of equals the smaller
        ([took("int8", 200), took("float32", 150), took("bfloat16", 90)], 8000, "bfloat16"),
        (
            [took("int8", 200), took("float32", 90, 600), took("bfloat16", 90, 400)],
            8000,
            "bfloat16",
        ),
        # only one could be measured
        ([took("float32", 100)], 0, "float32"),
    ],
)
def test_which_precision_is_used(measured: list[Measured], free_mb: float, chosen: str) -> None:
    assert best(measured, free_mb).tuning.compute_type == chosen


@pytest.mark.parametrize(
    ("ms_by_threads", "chosen"),
    [
        ({8: 100, 16: 90, 4: 120}, 8),
        ({8: 100, 16: 80, 4: 120}, 16),
        ({8: 100, 16: 180, 4: 85}, 4),
        ({2: 100, 1: 150}, 2),
    ],
)
def test_which_thread_count_is_used(ms_by_threads: dict[int, float], chosen: int) -> None:
    measured = [took("int8", ms, threads=count) for count, ms in ms_by_threads.items()]
    assert best(measured, 8000).tuning.threads == chosen


@pytest.mark.parametrize(
    ("device", "supported", "types"),
    [
        ("cpu", AVX2, ("int8", "float32")),
        ("cpu", frozenset({"float32"}), ("float32",)),
        ("cpu", AVX2 | {"bfloat16"}, ("int8", "float32", "bfloat16")),
        ("cuda", CARD, ("float16", "int8_float16", "int8", "float32")),
        ("cuda", frozenset({"float32", "int8"}), ("int8", "float32")),
    ],
)
def test_what_is_measured(device: str, supported: frozenset[str], types: tuple[str, ...]) -> None:
    assert compute_types(device, supported) == types


@pytest.mark.parametrize(
    ("usual", "cores", "counts"),
    [(1, 1, (1,)), (2, 2, (2, 1)), (8, 16, (8, 16, 4)), (8, 8, (8, 4)), (8, 64, (8, 16, 4))],
)
def test_thread_counts_worth_measuring(usual: int, cores: int, counts: tuple[int, ...]) -> None:
    assert thread_counts(usual, cores) == counts


measurements = st.builds(
    took,
    st.sampled_from(["int8", "float32", "bfloat16"]),
    st.floats(1, 1000),
    st.floats(1, 10_000),
)


@given(st.lists(measurements, min_size=1), st.floats(0, 100_000))
def test_nothing_slower_is_ever_chosen(measured: list[Measured], free_mb: float) -> None:
    chosen = best(measured, free_mb)
    assert chosen is measured[0] or chosen.ms * CLEARLY_FASTER <= measured[0].ms
