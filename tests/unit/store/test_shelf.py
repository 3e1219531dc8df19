"""Which recordings there are, what is offered, and when they go."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from dictate.domain import Fate
from dictate.store.growing_file import as_pcm, header
from dictate.store.shelf import (
    CANCELLED_STAYS_S,
    FAILED_STAYS_S,
    MOST_OF_A_KIND,
    SHORTEST_SAMPLES,
    Shelf,
)

YEAR_S = 365.25 * 86400


class Clock:
    """The one on the wall, which may be ``off_s``, and the one that nobody sets."""

    def __init__(self) -> None:
        self.now_s = 1_800_000_000.0
        self.off_s = 0.0

    def __call__(self) -> float:
        return self.now_s + self.off_s

    def passing(self) -> float:
        return self.now_s - 1_799_000_000.0


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def shelf(tmp_path: Path, clock: Clock) -> Shelf:
    return Shelf(tmp_path / "data/takes", clock, clock.passing)


def put(shelf: Shelf, state: Fate = Fate.SPEAKING, samples: int = 16_000) -> str:
    """Put a recording on the shelf."""
    name = shelf.add("a microphone")
    shelf.sound(name).write_bytes(header(0) + as_pcm(np.zeros(samples, np.float32)))
    if state is not Fate.SPEAKING:
        shelf.mark(name, state)
    return name


def again(shelf: Shelf, clock: Clock) -> Shelf:
    """Look at the folder as the next start of the program does."""
    return Shelf(shelf.folder, clock, clock.passing)


def files(shelf: Shelf) -> list[str]:
    return sorted(path.name for path in shelf.folder.iterdir())


def test_folder_and_note_are_private(shelf: Shelf) -> None:
    shelf.folder.mkdir(parents=True, mode=0o755)
    name = put(shelf)
    assert shelf.folder.stat().st_mode & 0o777 == 0o700
    assert (shelf.folder / f"{name}.json").stat().st_mode & 0o777 == 0o600


def test_a_note_holds_facts_only(shelf: Shelf, clock: Clock) -> None:
    name = put(shelf, Fate.FAILED)
    assert json.loads((shelf.folder / f"{name}.json").read_text()) == {
        "id": name,
        "started_at_s": clock.now_s,
        "state": "failed",
        "changed_at_s": clock.now_s,
        "device": "a microphone",
        "profile": "",
        "private": False,
    }


def test_nothing_there_is_nothing_offered(shelf: Shelf) -> None:
    assert shelf.load() == 0
    assert shelf.newest() is None
    assert not shelf.folder.exists(), "looking makes nothing"


@pytest.mark.parametrize("state", [Fate.SPEAKING, Fate.PENDING])
def test_what_a_crash_left_is_offered_at_the_next_start(
    shelf: Shelf, clock: Clock, state: Fate
) -> None:
    name = put(shelf, state)
    after = again(shelf, clock)
    assert after.load() == 1
    newest = after.newest()
    assert newest is not None
    assert (newest.id, newest.state, newest.device) == (name, Fate.FAILED, "a microphone")
    assert again(shelf, clock).load() == 0, "told once"


@pytest.mark.parametrize("note", ["", "{", "[]", '{"state": "gone"}', None])
def test_a_sound_without_a_good_note_is_offered_too(
    shelf: Shelf, clock: Clock, note: str | None
) -> None:
    name = put(shelf)
    path = shelf.folder / f"{name}.json"
    path.unlink() if note is None else path.write_text(note)
    clock.now_s = shelf.sound(name).stat().st_mtime
    after = again(shelf, clock)
    assert after.load() == 1
    assert after.newest() is not None


def test_what_holds_no_word_is_removed(shelf: Shelf, clock: Clock) -> None:
    put(shelf, samples=SHORTEST_SAMPLES - 1)
    put(shelf, Fate.CANCELLED, samples=10)
    assert again(shelf, clock).load() == 0
    assert files(shelf) == []


def test_notes_without_sound_and_torn_notes_are_removed_and_other_files_are_not(
    shelf: Shelf, clock: Clock
) -> None:
    name = put(shelf)
    shelf.sound(name).unlink()
    (shelf.folder / f"{name}.new").write_text("{")
    (shelf.folder / "mine.wav").write_bytes(b"not yours")
    after = again(shelf, clock)
    after.load()
    after.clear()
    assert files(shelf) == ["mine.wav"]


def test_the_newest_is_offered_first_then_the_one_before(shelf: Shelf, clock: Clock) -> None:
    first = put(shelf, Fate.FAILED)
    second = put(shelf, Fate.CANCELLED)  # within the same tick of the clock
    assert first < second
    newest = shelf.newest()
    assert newest is not None and newest.id == second
    shelf.remove(second)
    newest = shelf.newest()
    assert newest is not None and newest.id == first


def test_a_cancelled_recording_goes_after_ten_minutes(shelf: Shelf, clock: Clock) -> None:
    put(shelf, Fate.CANCELLED)
    clock.now_s += CANCELLED_STAYS_S - 1
    shelf.sweep()
    assert shelf.newest() is not None
    assert shelf.next_sweep_s() == 1
    clock.now_s += 1
    shelf.sweep()
    assert shelf.newest() is None
    assert files(shelf) == []


def test_also_when_the_program_did_not_run_meanwhile(shelf: Shelf, clock: Clock) -> None:
    put(shelf, Fate.CANCELLED)
    clock.now_s += CANCELLED_STAYS_S
    again(shelf, clock).load()
    assert files(shelf) == []


@pytest.mark.parametrize("off_s", [40 * YEAR_S, 3 * 86400.0, -40 * YEAR_S])
@pytest.mark.parametrize("fate", [Fate.FAILED, Fate.CANCELLED])
def test_a_clock_that_jumps_while_the_program_runs_ages_nothing(
    shelf: Shelf, clock: Clock, fate: Fate, off_s: float
) -> None:
    before = put(shelf, fate)
    clock.off_s = off_s
    meanwhile = put(shelf, fate)
    shelf.sweep()
    assert shelf.sound(before).exists() and shelf.sound(meanwhile).exists()
    due_s = shelf.next_sweep_s()
    assert due_s is not None and due_s > 0, "it would sweep without a rest"
    clock.off_s = 0.0
    shelf.sweep()
    assert shelf.sound(before).exists() and shelf.sound(meanwhile).exists()
    clock.now_s += FAILED_STAYS_S  # and in the end they go all the same
    shelf.sweep()
    assert files(shelf) == []


@pytest.mark.parametrize("off_s", [40 * YEAR_S, -40 * YEAR_S])
def test_a_clock_that_is_years_off_at_a_start_deletes_nothing(
    shelf: Shelf, clock: Clock, off_s: float
) -> None:
    name = put(shelf, Fate.FAILED)
    clock.now_s += 3600
    clock.off_s = off_s
    again(shelf, clock).load()
    clock.off_s = 0.0
    last = again(shelf, clock)
    last.load()
    assert last.sound(name).exists()
    clock.now_s += FAILED_STAYS_S
    again(shelf, clock).load()
    assert files(shelf) == []


@pytest.mark.parametrize("fate", [Fate.FAILED, Fate.CANCELLED, Fate.DECLINED])
def test_there_are_never_many_of_a_kind(shelf: Shelf, fate: Fate) -> None:
    names = [put(shelf, fate) for _ in range(MOST_OF_A_KIND + 1)]
    shelf.sweep()
    assert not shelf.sound(names[0]).exists()
    assert shelf.sound(names[1]).exists()


def test_failed_recordings_stay_a_week(shelf: Shelf, clock: Clock) -> None:
    name = put(shelf, Fate.FAILED)
    clock.now_s += FAILED_STAYS_S - 1
    shelf.sweep()
    assert shelf.sound(name).exists()
    clock.now_s += 1
    clock.now_s += FAILED_STAYS_S
    shelf.sweep()
    assert files(shelf) == []


def test_what_is_being_spoken_never_goes(shelf: Shelf, clock: Clock) -> None:
    name = put(shelf)
    clock.now_s += 10 * FAILED_STAYS_S
    shelf.sweep()
    assert shelf.sound(name).exists()
    assert shelf.next_sweep_s() is None


def test_at_the_end_of_the_program_what_stays_for_minutes_goes(shelf: Shelf) -> None:
    failed = put(shelf, Fate.FAILED)
    gone = [put(shelf, Fate.CANCELLED), put(shelf, Fate.DECLINED)]
    shelf.forget_cancelled()
    assert shelf.sound(failed).exists()
    assert not any(shelf.sound(name).exists() for name in gone)


def test_what_was_declined_is_offered_as_long_as_what_was_cancelled(
    shelf: Shelf, clock: Clock
) -> None:
    name = put(shelf, Fate.DECLINED)
    note = shelf.newest()
    assert note is not None and note.state is Fate.DECLINED
    clock.now_s += CANCELLED_STAYS_S - 1
    shelf.sweep()
    assert shelf.sound(name).exists()
    clock.now_s += 1
    shelf.sweep()
    assert not shelf.sound(name).exists()
