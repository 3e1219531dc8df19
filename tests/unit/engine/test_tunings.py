"""What was measured is kept per model and machine, and found again."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

import pytest

from dictate.engine.facts import ResolvedModel, Tuning
from dictate.engine.tunings import Entry, Tunings, this_machine
from tests.fakes.model_folder import write_model

HERE = "a processor, 2 cores, CTranslate2 4"


@pytest.fixture
def model(tmp_path: Path) -> ResolvedModel:
    return ResolvedModel("base", write_model(tmp_path / "base"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "tuning.json"


@pytest.fixture
def entry(model: ResolvedModel) -> Entry:
    size = (model.path / "model.bin").stat().st_size
    return Entry("base", size, HERE, "cpu", "float32", 2, 85.0, 125.0, "2026-03-01")


def test_is_found_for_the_same_model_on_the_same_machine(
    path: Path, model: ResolvedModel, entry: Entry
) -> None:
    assert Tunings(path, HERE).put(entry)
    assert Tunings(path, HERE).find(model) == (Tuning("cpu", "float32", 2),)
    assert Tunings(path, "another processor").find(model) == ()
    assert Tunings(path, HERE).find(replace(model, name="tiny")) == ()
    with (model.path / "model.bin").open("ab") as file:
        file.write(b"more")
    assert Tunings(path, HERE).find(model) == (), "other weights under the same name"


def test_measured_again_replaces_and_devices_stand_side_by_side(
    path: Path, model: ResolvedModel, entry: Entry
) -> None:
    tunings = Tunings(path, HERE)
    tunings.put(entry)
    tunings.put(replace(entry, device="cuda", compute_type="int8", threads=0))
    tunings.put(replace(entry, compute_type="int8"))
    assert set(tunings.find(model)) == {Tuning("cpu", "int8", 2), Tuning("cuda", "int8", 0)}
    assert len(tunings.entries()) == 2


def test_forgets_one_model_or_all(path: Path, entry: Entry) -> None:
    tunings = Tunings(path, HERE)
    tunings.put(entry)
    tunings.put(replace(entry, model="tiny"))
    assert (tunings.forget("tiny"), tunings.forget("tiny"), tunings.forget()) == (1, 0, 1)
    assert tunings.entries() == ()


@pytest.mark.parametrize("content", ["", "{", '{"entries": [{"model": "base"}]}', "\x00"])
def test_a_damaged_file_is_ignored_with_a_line_in_the_log(
    path: Path, model: ResolvedModel, entry: Entry, content: str, caplog: pytest.LogCaptureFixture
) -> None:
    path.parent.mkdir(parents=True)
    path.write_text(content, "utf-8")
    with caplog.at_level(logging.WARNING, "dictate"):
        assert Tunings(path, HERE).find(model) == ()
    assert "damaged" in caplog.text
    Tunings(path, HERE).put(entry)
    assert Tunings(path, HERE).find(model)


def test_a_disk_that_refuses_is_told(tmp_path: Path, entry: Entry) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert not Tunings(tmp_path / "file" / "tuning.json", HERE).put(entry)


def test_this_machine_is_told_by_processor_cores_and_library() -> None:
    assert " cores, CTranslate2 " in this_machine()
