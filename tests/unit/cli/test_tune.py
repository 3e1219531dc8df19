"""What ``dictate tune`` tells, and what ``dictate doctor`` tells of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dictate.assembly import stages, tuning
from dictate.cli import tune
from dictate.cli.check import Status
from dictate.cli.learned_checks import check_crashes, check_tuning
from dictate.engine import storage
from dictate.engine.crashes import ANY_MODEL, Combination
from dictate.engine.facts import Tuning
from dictate.engine.probing import FIRST_TRIAL, SECOND_TRIAL
from dictate.engine.tuner import Tuned
from dictate.engine.tuning import Measured
from dictate.engine.tunings import Entry
from dictate.errors import ModelError
from dictate.settings.schema import EngineSettings
from tests.fakes.onnx_model import write_transducer
from tests.unit.cli.conftest import Invoke

INT8 = Measured(Tuning("cpu", "int8", 2), 125.04, 300.0)
FLOAT32 = Measured(Tuning("cpu", "float32", 2), 85.0, 600.0)
TUNED = Tuned(INT8, FLOAT32, (INT8, FLOAT32), complete=True)


@pytest.fixture
def entry(empty_home: Path) -> Entry:
    machine = tuning.tunings().machine
    return Entry("builtin", 7, machine, "cpu", "float32", 2, 85.0, 125.0, "2026-03-01T12:00:00")


def test_the_table_marks_what_is_used() -> None:
    assert tune.rows(TUNED) == [
        ("", "int8", "2", "125 ms", "300 MB"),
        ("*", "float32", "2", "85 ms", "600 MB"),
    ]
    assert tune.in_words(INT8) == "cpu, int8 with 2 threads: 125 ms"


def test_the_record_holds_every_figure(entry: Entry) -> None:
    record = tune.as_record(TUNED, entry, kept=True)
    assert (record["compute_type"], record["ms"], record["usual_ms"]) == ("float32", 85.0, 125.0)
    assert record["measured"] == [
        {"compute_type": "int8", "threads": 2, "ms": 125.0, "memory_mb": 300.0},
        {"compute_type": "float32", "threads": 2, "ms": 85.0, "memory_mb": 600.0},
    ]


@pytest.mark.parametrize(("model", "left"), [(None, 0), ("builtin", 1)])
def test_forget_drops_measurements_and_crashes(
    invoke: Invoke, entry: Entry, model: str | None, left: int
) -> None:
    tuning.tunings().put(entry)
    for name in ("builtin", "base"):
        stages.crashes().add(Combination(name, "cuda", "auto"))
    named = ("--model", model) if model else ()
    result = invoke("tune", "--forget", "--json", *named)
    assert json.loads(result.stdout) == {"measurements": 1, "crashes": 2 - left}
    assert len(stages.crashes().all()) == left
    assert tuning.tunings().entries() == ()


def test_an_unknown_model_is_told(invoke: Invoke, empty_home: Path) -> None:
    result = invoke("tune", "--model", "bsae")
    assert result.exit_code == 1 and "base" in result.stderr


def test_doctor_tells_what_was_measured(entry: Entry) -> None:
    settings = EngineSettings(model="builtin")
    told = check_tuning(settings, tuning.tunings(), tuning.races()).detail
    assert "not measured yet" in told
    tuning.tunings().put(entry)
    detail = check_tuning(settings, tuning.tunings(), tuning.races()).detail
    assert "float32 with 2 threads, 85 ms a phrase (unmeasured 125 ms), 2026-03-01" in detail
    explicit = EngineSettings(model="builtin", compute_type="int8")
    assert "not used" in check_tuning(explicit, tuning.tunings(), tuning.races()).detail


def test_a_model_with_nothing_to_tune_is_refused_and_told(empty_home: Path, tmp_path: Path) -> None:
    model = str(write_transducer(tmp_path / "parakeet"))
    with pytest.raises(ModelError, match="nothing to tune"):
        tuning.measure(storage.resolve(model), "auto")
    settings = EngineSettings(model=model)
    told = check_tuning(settings, tuning.tunings(), tuning.races()).detail
    assert told == "parakeet has nothing to tune"
    tuning.races().put(storage.resolve(model), {"directml": 30.0, "cpu": 20.0})
    told = check_tuning(settings, tuning.tunings(), tuning.races()).detail
    assert told.endswith("a phrase: directml 30 ms, cpu 20 ms")


def test_doctor_tells_what_is_avoided(empty_home: Path) -> None:
    assert [check.status for check in check_crashes(stages.crashes())] == [Status.OK]
    stages.crashes().add(Combination("base", "cuda", "float16"))
    (check,) = check_crashes(stages.crashes())
    assert check.status is Status.WARNING
    assert check.detail.startswith("base on cuda (float16) crashed on 20")
    assert "dictate tune --forget" in check.next_step


def test_doctor_tells_of_a_device_that_died_when_it_was_tried(empty_home: Path) -> None:
    stages.crashes().add(Combination(ANY_MODEL, "cuda", FIRST_TRIAL))
    assert [check.status for check in check_crashes(stages.crashes())] == [Status.OK]
    stages.crashes().add(Combination(ANY_MODEL, "cuda", SECOND_TRIAL))
    (check,) = check_crashes(stages.crashes())
    assert check.detail.startswith("any model on cuda (trial) crashed on 20")
