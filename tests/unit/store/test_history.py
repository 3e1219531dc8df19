"""The history: found, corrected, deleted, within limits, brought up to date, and damaged."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dictate.domain import Timings
from dictate.errors import HistoryError
from dictate.store import history_schema
from dictate.store.history import DAY_S, History, Limits, private_folder
from dictate.store.history_entry import Entry
from dictate.store.history_schema import STEPS


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with closing(History(tmp_path / "history")) as made:
        yield made


def test_an_entry_comes_back_as_it_went_in(history: History) -> None:
    entry = Entry(
        "Hello.", 5.0, "hello", "xterm", "a title", "mail", "base", "en", "cpu", 1.5,
        Timings(tail_ms=3, decode_ms=200),
    )  # fmt: skip
    number = history.add(entry)
    found = history.get(number)
    assert (found.text, found.timings, found.profile) == ("Hello.", entry.timings, "mail")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["Grüße aus Köln", "the quick fox"]),
        ("quick", ["the quick fox"]),
        ("QUI", ["the quick fox"]),
        ("fox the", ["the quick fox"]),
        ("grusse", []),
        ("gru", ["Grüße aus Köln"]),
        ("koln", ["Grüße aus Köln"]),
        ("nothing", []),
        ('" OR * NEAR(', []),
        ('"fox', ["the quick fox"]),
        ("!?", []),
        ("xter", ["the quick fox"]),
    ],
)
def test_search(history: History, words: str, found: list[str]) -> None:
    history.add(Entry("the quick fox", 1.0, application="xterm"))
    history.add(Entry("Grüße aus Köln", 2.0))
    assert [entry.text for entry in history.search(words)] == found


def test_a_correction_is_found_and_what_was_written_stays_known(history: History) -> None:
    number = history.add(Entry("the quack fox", 1.0))
    history.correct(number, "the quick fox", (1 / 3, 0.1))
    history.correct(number, "the quick fox!", (1 / 3, 0.1))
    found = history.search("quick")[0]
    assert (found.text, found.written) == ("the quick fox!", "the quack fox")
    assert found.word_error_rate == pytest.approx(1 / 3)
    assert not history.search("quack")


def test_deleting_takes_the_sound_along(history: History) -> None:
    sound = private_folder(history.sounds) / "1.wav"
    sound.write_bytes(b"x")
    number = history.add(Entry("one", 1.0))
    history.attach(number, sound)
    assert history.sound(history.get(number)) == sound
    assert history.delete(number, 77) == 1
    assert not sound.exists()
    with pytest.raises(HistoryError):
        history.get(number)


SECRET = "xylophonist"


def is_on_disk(history: History) -> bool:
    """Tell whether the secret, of whatever case, is in any file of the history."""
    files = [path for path in history.folder.rglob("*") if path.is_file()]
    return any(SECRET.encode() in path.read_bytes().lower() for path in files)


def fill(history: History) -> int:
    """Put the secret among many other texts, corrected and with a sound; return its number."""
    for n in range(50):
        history.add(Entry(f"other words {n}", float(n)))
    number = history.add(Entry(f"The {SECRET} plays.", 50.0, SECRET, title=SECRET))
    sound = private_folder(history.sounds) / "1.wav"
    sound.write_bytes(SECRET.encode())
    history.attach(number, sound)
    history.correct(number, f"A {SECRET} plays.")
    for n in range(51, 100):
        history.add(Entry(f"other words {n}", float(n)))
    return number


def test_a_deleted_word_is_in_no_file_any_more(history: History) -> None:
    number = fill(history)
    assert is_on_disk(history)
    history.delete(number)
    assert not is_on_disk(history)
    assert len(history.search("words")) == 99


def test_after_deleting_all_no_word_is_left(history: History) -> None:
    fill(history)
    damaged = history.folder / "history.sqlite.damaged-20200101-000000"
    damaged.write_text(SECRET)
    assert history.clear() == 100
    assert not is_on_disk(history)


@pytest.mark.parametrize("limits", [Limits(days=1), Limits(count=1), Limits(size_mb=0.000_02)])
def test_what_the_limits_delete_is_in_no_file_any_more(history: History, limits: Limits) -> None:
    fill(history)
    history.add(Entry("the newest", 9 * DAY_S))
    history.prune(limits, 9 * DAY_S)
    assert [entry.text for entry in history.search()] == ["the newest"]
    assert not is_on_disk(history)


def test_a_deleted_word_goes_with_other_connections_open(history: History) -> None:
    number = fill(history)
    with closing(History(history.folder)) as other:
        assert len(other.search()) == 100
        other.delete(number)
        assert not is_on_disk(history)


def test_who_is_just_reading_delays_it_only(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_schema, "BUSY_S", 0.01)
    number = fill(history)
    with closing(History(history.folder)) as deleting:
        with closing(sqlite3.connect(history.folder / "history.sqlite")) as reading:
            reading.execute("BEGIN")
            reading.execute("SELECT count(*) FROM takes").fetchone()
            deleting.delete(number)
            assert is_on_disk(history)
        deleting.prune(Limits())
        assert not is_on_disk(history)


def test_the_last_texts_once_each_the_newest_first(history: History) -> None:
    for at_s, text in enumerate(("a", "b", "c", "a", "d")):
        history.add(Entry(text, float(at_s)))
    assert history.recent(3) == ["d", "a", "c"]


def test_the_mark_changes_with_what_others_write(history: History) -> None:
    with closing(History(history.folder)) as other:
        before = history.mark()
        assert history.mark() == before
        number = other.add(Entry("one", 1.0))
        added = history.mark()
        other.delete(number)
        assert len({before, added, history.mark()}) == 3


@pytest.mark.parametrize(
    ("limits", "left"),
    [
        (Limits(), ["d0", "d1", "d9"]),
        (Limits(days=5), ["d0", "d1"]),
        (Limits(count=1), ["d0"]),
        (Limits(size_mb=0.000_005), ["d0", "d1"]),
    ],
)
def test_limits(history: History, limits: Limits, left: list[str]) -> None:
    for days in (9, 1, 0):
        history.add(Entry(f"d{days}", 100 * DAY_S - days * DAY_S))
    history.prune(limits, 100 * DAY_S)
    assert [entry.text for entry in history.search()] == left


def test_the_sound_counts_for_the_size(history: History) -> None:
    for at_s in (1.0, 2.0):
        sound = private_folder(history.sounds) / f"{at_s}.wav"
        sound.write_bytes(bytes(800_000))
        history.attach(history.add(Entry("words", at_s)), sound)
    history.prune(Limits(size_mb=1), 3.0)
    assert [entry.at_s for entry in history.search()] == [2.0]
    assert [path.name for path in history.sounds.iterdir()] == ["2.0.wav"]


def test_a_sound_without_a_text_goes_after_a_while(history: History) -> None:
    lost = private_folder(history.sounds) / "lost.wav"
    lost.write_bytes(b"x")
    os.utime(lost, (1000, 1000))
    history.forget_lost_sounds(2000)
    assert lost.exists()
    history.forget_lost_sounds(9000)
    assert not lost.exists()


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_nobody_else_may_read_it(history: History) -> None:
    assert history.folder.stat().st_mode & 0o077 == 0
    assert (history.folder / "history.sqlite").stat().st_mode & 0o077 == 0


def test_a_history_of_version_1_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    with closing(sqlite3.connect(path)) as old:
        old.executescript(STEPS[0])
        old.execute("INSERT INTO takes (at_s, text, raw_text) VALUES (1, 'from before', '')")
        old.execute("PRAGMA user_version = 1")
        old.commit()
    with closing(History(tmp_path)) as history:
        entry = history.search("before")[0]
        assert entry.written is None
        history.correct(entry.id, "from then")
    with closing(History(tmp_path)) as history:
        assert history.search("then")[0].written == "from before"


@pytest.mark.parametrize(
    "content", [b"no database at all" * 99, b"SQLite format 3\0" + b"\1" * 999]
)
def test_a_damaged_file_is_set_aside(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "history.sqlite").write_bytes(content)
    with closing(History(tmp_path)) as history:
        assert history.set_aside is not None
        assert history.set_aside.read_bytes() == content
        history.add(Entry("again", 1.0))
        assert len(history.search()) == 1


def test_the_file_of_a_later_program_is_set_aside(tmp_path: Path) -> None:
    with closing(History(tmp_path)) as history:
        history.add(Entry("later", 1.0))
    with closing(sqlite3.connect(tmp_path / "history.sqlite")) as later:
        later.execute("PRAGMA user_version = 99")
    with closing(History(tmp_path)) as history:
        assert history.set_aside is not None
        assert not history.search()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(HistoryError, match="cannot be used"):
        History(tmp_path / "file" / "history")


def test_two_connections_see_one_another(history: History) -> None:
    with closing(History(history.folder)) as other:
        other.add(Entry("from there", 1.0))
        assert history.search("there")
