"""What is remembered of combinations that died, and for how long."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import dictate
from dictate.engine.crashes import MOST_ENTRIES, REMEMBERED, Combination, Crash, Crashes

BASE = Combination("base", "cuda", "float16")
TINY = Combination("tiny", "auto", "auto")
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "crashes.json"


def test_is_remembered_with_date_and_version_over_the_end_of_the_program(path: Path) -> None:
    Crashes(path, lambda: NOON).add(BASE)
    found = Crashes(path, lambda: NOON).find(BASE)
    assert found is not None
    assert (found.at, found.version) == ("2026-03-01T12:00:00+00:00", dictate.__version__)
    assert Crashes(path, lambda: NOON).find(TINY) is None


def test_the_same_combination_is_kept_once(path: Path) -> None:
    crashes = Crashes(path)
    for _ in range(3):
        crashes.add(BASE)
    assert len(crashes.all()) == 1


@pytest.mark.parametrize(
    ("later", "version", "remembered"),
    [
        (timedelta(0), "1", True),
        (REMEMBERED - timedelta(seconds=1), "1", True),
        (REMEMBERED, "1", False),
        (timedelta(0), "2", False),
    ],
)
def test_a_month_or_a_new_version_tries_again(
    path: Path, later: timedelta, version: str, remembered: bool
) -> None:
    Crashes(path, lambda: NOON, "1").add(BASE)
    assert (Crashes(path, lambda: NOON + later, version).find(BASE) is not None) is remembered


def test_forgets_one_model_or_all(path: Path) -> None:
    crashes = Crashes(path)
    crashes.add(BASE)
    crashes.add(TINY)
    assert crashes.forget("tiny") == 1
    assert [crash.model for crash in Crashes(path).all()] == ["base"]
    assert crashes.forget() == 1
    assert (crashes.all(), crashes.forget()) == ((), 0)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        '{"entries": 7}',
        '{"entries": [1, {"model": "base"}]}',
        "[" * 100_000,
        json.dumps({"entries": [dict.fromkeys(Crash.__dataclass_fields__, "nonsense")]}),
    ],
)
def test_a_damaged_file_counts_as_empty_with_a_line_in_the_log(
    path: Path, content: str, caplog: pytest.LogCaptureFixture
) -> None:
    path.parent.mkdir(parents=True)
    path.write_text(content, "utf-8")
    crashes = Crashes(path)
    with caplog.at_level(logging.WARNING, "dictate"):
        assert crashes.all() == ()
    assert "damaged" in caplog.text
    crashes.add(BASE)
    assert Crashes(path).find(BASE) is not None


def test_without_a_disk_it_is_remembered_until_the_program_ends(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    crashes = Crashes(tmp_path / "file" / "crashes.json")  # a folder that cannot be
    crashes.add(BASE)
    crashes.add(TINY)
    assert crashes.find(BASE) is not None and crashes.find(TINY) is not None
    assert crashes.forget("base") == 1
    assert crashes.find(BASE) is None


def test_the_file_stays_small(path: Path) -> None:
    crashes = Crashes(path)
    for number in range(MOST_ENTRIES + 5):
        crashes.add(Combination(f"m{number}", "cpu", "int8"))
    names = [crash.model for crash in crashes.all()]
    assert len(names) == MOST_ENTRIES and names[-1] == f"m{MOST_ENTRIES + 4}"
    assert [p.name for p in path.parent.iterdir()] == ["crashes.json"]
