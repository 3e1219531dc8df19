"""The built-in model is really measured, in a process of its own."""

from __future__ import annotations

from dictate.engine.child_backend import ChildBackend
from dictate.engine.ladder import CPU_TYPES
from dictate.engine.stopwatch import StopwatchBackend
from dictate.engine.storage import resolve
from dictate.engine.tuner import Tuner
from dictate.engine.tuning import Measured


def test_the_built_in_model_is_measured() -> None:
    told: list[Measured] = []
    bench = ChildBackend(StopwatchBackend)
    tuned = Tuner(bench, told.append).run(resolve("builtin"), "cpu")
    assert tuned.complete and bench.pid is None
    assert {m.tuning.compute_type for m in told} <= {*CPU_TYPES, "bfloat16", "int8_bfloat16"}
    assert len({m.tuning.compute_type for m in told}) >= 2
    assert all(m.ms > 0 and m.memory_mb > 20 and m.tuning.threads >= 1 for m in told)
    assert tuned.best in told and tuned.usual == told[0]
