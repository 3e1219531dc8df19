"""What is remembered of a feed, and what becomes of a damaged file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dictate.updates import memory
from dictate.updates.memory import Known
from dictate.updates.release import Release

FEED = "https://example.org/feed.json?token=s3cret"
RELEASE = Release("1.2.0", "https://example.org/dictate", "Hears better.")
KNOWN = Known(1234.5, 2, RELEASE, "1.1.0")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "updates.json"


def test_what_was_written_is_read(path: Path) -> None:
    memory.write(path, FEED, KNOWN)
    assert memory.read(path, FEED) == KNOWN
    memory.write(path, FEED, Known(1.0))
    assert memory.read(path, FEED) == Known(1.0)


def test_another_feed_begins_anew(path: Path) -> None:
    memory.write(path, FEED, KNOWN)
    assert memory.read(path, FEED + "2") == Known()


def test_the_address_is_in_no_file(path: Path) -> None:
    memory.write(path, FEED, KNOWN)
    text = path.read_text()
    assert "s3cret" not in text and "feed.json" not in text


def test_no_file_is_nothing_known(path: Path) -> None:
    assert memory.read(path, FEED) == Known()


@pytest.mark.parametrize(
    "change",
    [
        {"asked_at_s": "yesterday"},
        {"asked_at_s": None},
        {"asked_at_s": float("nan")},
        {"asked_at_s": 10**400},
        {"failures": -1},
        {"failures": float("inf")},
        {"failures": []},
        {"feed": 7},
    ],
)
def test_a_damaged_file_is_nothing_known(path: Path, change: dict[str, Any]) -> None:
    memory.write(path, FEED, KNOWN)
    path.write_text(json.dumps({**json.loads(path.read_text()), **change}))
    assert memory.read(path, FEED) == Known()


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff" * 9, b"[" * 60_000, b" " * 10**6])
def test_what_is_no_such_file_is_nothing_known(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    assert memory.read(path, FEED) == Known()


def test_a_page_that_somebody_wrote_in_is_not_opened(path: Path) -> None:
    memory.write(path, FEED, KNOWN)
    path.write_text(path.read_text().replace("https://example.org/dictate", "file:///bin/sh"))
    assert memory.read(path, FEED).release is None


def test_where_nothing_can_be_written_nothing_breaks(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where a folder should be")
    memory.write(tmp_path / "state" / "updates.json", FEED, KNOWN)
    assert memory.read(tmp_path / "state" / "updates.json", FEED) == Known()
