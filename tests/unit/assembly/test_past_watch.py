"""Looking again and again: everything at first and after each change, nothing in between."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dictate.assembly.past_watch import PastWatch
from dictate.errors import HistoryError
from dictate.store.history import History
from dictate.store.history_entry import Entry


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "history"


@pytest.fixture
def watch(folder: Path) -> Iterator[PastWatch]:
    made = PastWatch(lambda: folder)
    yield made
    made.close()


def texts(found: list[Entry] | None) -> list[str] | None:
    return None if found is None else [entry.text for entry in found]


def test_it_reads_at_first_and_then_only_what_has_changed(watch: PastWatch, folder: Path) -> None:
    with closing(History(folder)) as history:
        number = history.add(Entry("one", 1.0))
        assert texts(watch.changed()) == ["one"]
        assert watch.changed() is None
        assert watch.changed() is None
        history.add(Entry("two", 2.0))
        assert texts(watch.changed()) == ["one", "two"]
        assert watch.changed() is None
        history.correct(number, "won")
        assert texts(watch.changed()) == ["won", "two"]
        history.delete(number)
        assert texts(watch.changed()) == ["two"]
        history.clear()
        assert texts(watch.changed()) == []
        assert watch.changed() is None


def test_no_history_is_begun_by_looking(watch: PastWatch, folder: Path) -> None:
    assert texts(watch.changed()) == []
    assert watch.changed() is None
    assert not folder.exists()
    with closing(History(folder)) as history:
        history.add(Entry("the first", 1.0))
    assert texts(watch.changed()) == ["the first"]


def test_another_file_in_its_place_is_read(watch: PastWatch, folder: Path) -> None:
    with closing(History(folder)) as history:
        history.add(Entry("old", 1.0))
    assert texts(watch.changed()) == ["old"]
    for path in folder.iterdir():
        path.unlink()
    with closing(History(folder)) as history:
        history.add(Entry("new", 1.0))
    assert texts(watch.changed()) == ["new"]
    for path in folder.iterdir():
        path.unlink()
    assert texts(watch.changed()) == []


def test_after_a_close_it_reads_again(watch: PastWatch, folder: Path) -> None:
    with closing(History(folder)) as history:
        history.add(Entry("one", 1.0))
    watch.changed()
    watch.close()
    assert texts(watch.changed()) == ["one"]


def test_trouble_is_told_each_time_and_over_when_it_is_over(watch: PastWatch, folder: Path) -> None:
    folder.write_text("no folder")
    for _ in range(2):
        with pytest.raises(HistoryError):
            watch.changed()
    folder.unlink()
    assert texts(watch.changed()) == []
