"""The journal's thread: sound reaches the disk, trouble is told once, nothing stops the take."""

from __future__ import annotations

import errno
import queue
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import numpy as np
import pytest

from dictate.domain import (
    FRAME_SAMPLES,
    Fate,
    Recording,
    Severity,
    TakeId,
)
from dictate.events import (
    Event,
    NoticeRaised,
    RecordingKept,
)
from dictate.store.growing_file import open_private
from dictate.store.journal import DiskJournal
from dictate.store.shelf import LONGEST_WAIT_S, Shelf

ONE, TWO, THREE = TakeId(1), TakeId(2), TakeId(3)
FRAME = np.full(FRAME_SAMPLES, 0.25, np.float32)
PATIENCE_S = 5.0


class FullDisk:
    """Opens files that take so many bytes, then no more."""

    def __init__(self) -> None:
        self.room = 20_000

    def __call__(self, path: Path) -> IO[bytes]:
        disk, file = self, open_private(path)

        class Full:
            def write(self, data: bytes) -> int:
                disk.room -= len(data)
                if disk.room < 0:
                    raise OSError(errno.ENOSPC, "No space left on device")
                return file.write(data)

            def __getattr__(self, name: str) -> object:
                return getattr(file, name)

        return Full()  # type: ignore[return-value]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "takes"


@pytest.fixture
def events() -> queue.SimpleQueue[Event]:
    return queue.SimpleQueue()


@pytest.fixture
def journal(folder: Path, events: queue.SimpleQueue[Event]) -> Iterator[DiskJournal]:
    journal = DiskJournal(Shelf(folder), events.put)
    journal.start()
    yield journal
    journal.close()


def speak(journal: DiskJournal, take: TakeId, frames: int = 40) -> None:
    writer = journal.begin(take, "a microphone")
    for _ in range(frames):
        writer.write(FRAME)
    writer.close()


def fetched(journal: DiskJournal, take: TakeId) -> Recording | None:
    return journal.fetch(take).result(PATIENCE_S)


def told(events: queue.SimpleQueue[Event]) -> list[Event]:
    found = []
    while not events.empty():
        found.append(events.get())
    return found


def test_a_failed_take_is_offered_and_fetched(
    journal: DiskJournal, events: queue.SimpleQueue[Event]
) -> None:
    speak(journal, ONE)
    journal.keep(ONE, Fate.FAILED)
    recording = fetched(journal, TWO)
    assert recording is not None
    assert (len(recording.samples), recording.device) == (40 * FRAME_SAMPLES, "a microphone")
    assert recording.kept
    journal.discard(TWO)
    assert fetched(journal, THREE) is None
    assert told(events) == [RecordingKept(Fate.FAILED), RecordingKept(None)]


def test_a_retry_that_fails_too_is_offered_again(journal: DiskJournal) -> None:
    speak(journal, ONE)
    journal.keep(ONE, Fate.FAILED)
    assert fetched(journal, TWO) is not None
    journal.keep(TWO, Fate.FAILED)
    assert fetched(journal, THREE) is not None


def test_what_arrived_leaves_nothing_behind(journal: DiskJournal, folder: Path) -> None:
    speak(journal, ONE)
    journal.discard(ONE)
    journal.close()
    assert list(folder.iterdir()) == []


def test_a_take_cancelled_before_its_first_frame_leaves_nothing(
    journal: DiskJournal, folder: Path
) -> None:
    journal.keep(ONE, Fate.CANCELLED)
    speak(journal, ONE)
    journal.close()
    assert not folder.exists()


def test_frames_after_the_cancel_change_nothing(journal: DiskJournal) -> None:
    writer = journal.begin(ONE, "a microphone")
    for _ in range(40):
        writer.write(FRAME)
    journal.keep(ONE, Fate.CANCELLED)
    writer.write(FRAME)
    writer.close()
    recording = fetched(journal, TWO)
    assert recording is not None
    assert len(recording.samples) == 40 * FRAME_SAMPLES


def test_cancelled_sound_ends_with_the_program_and_failed_sound_does_not(
    journal: DiskJournal, folder: Path
) -> None:
    speak(journal, ONE)
    journal.keep(ONE, Fate.FAILED)
    speak(journal, TWO)
    journal.keep(TWO, Fate.CANCELLED)
    journal.close()
    assert len(list(folder.glob("*.wav"))) == 1


def test_what_an_early_end_left_is_told_and_offered(
    folder: Path, journal: DiskJournal, events: queue.SimpleQueue[Event]
) -> None:
    speak(journal, ONE)
    journal.close()
    told(events)
    after = DiskJournal(Shelf(folder), events.put)
    after.start()
    assert fetched(after, ONE) is not None
    after.close()
    notice, offer = told(events)[:2]
    assert isinstance(notice, NoticeRaised)
    assert "dictate retry" in notice.notice.next_step
    assert offer == RecordingKept(Fate.FAILED)


def test_who_wants_no_sound_on_disk_has_none_from_before(
    folder: Path, journal: DiskJournal, events: queue.SimpleQueue[Event]
) -> None:
    speak(journal, ONE)
    journal.close()
    after = DiskJournal(Shelf(folder), events.put)
    after.start(wanted=False)
    after.close()
    assert list(folder.iterdir()) == []
    assert told(events) == []


@pytest.mark.parametrize("room", [20_000, 60, 0])
def test_a_full_disk_is_told_once_and_a_retry_has_every_frame(
    folder: Path, events: queue.SimpleQueue[Event], room: int
) -> None:
    disk = FullDisk()
    disk.room = room
    journal = DiskJournal(Shelf(folder), events.put, disk)
    journal.start()
    speak(journal, ONE, frames=100)
    speak(journal, TWO, frames=100)
    journal.keep(ONE, Fate.FAILED)
    recording = fetched(journal, THREE)
    journal.keep(THREE, Fate.FAILED)  # and again
    once_more = fetched(journal, TakeId(4))
    journal.discard(TakeId(4))
    nothing = fetched(journal, TakeId(5))
    journal.close()
    (notice,) = [e.notice for e in told(events) if isinstance(e, NoticeRaised)]
    assert notice.severity is Severity.WARNING
    assert "No space left" in notice.message
    for found in (recording, once_more):
        assert found is not None
        assert np.array_equal(found.samples, np.tile(FRAME, 100))
    assert nothing is None


def test_where_no_folder_can_be_made_a_failed_take_is_tried_again_from_memory(
    tmp_path: Path, events: queue.SimpleQueue[Event]
) -> None:
    (tmp_path / "takes").write_text("a file is in the way")
    journal = DiskJournal(Shelf(tmp_path / "takes"), events.put)
    journal.start()
    speak(journal, ONE)
    journal.keep(ONE, Fate.FAILED)
    recording = fetched(journal, TWO)
    journal.close()
    assert recording is not None
    assert len(recording.samples) == 40 * FRAME_SAMPLES


@pytest.mark.parametrize("at_s", ["1e300", "Infinity", "NaN"])
def test_a_note_with_an_impossible_time_does_not_stop_the_journal(
    folder: Path, events: queue.SimpleQueue[Event], journal: DiskJournal, at_s: str
) -> None:
    speak(journal, ONE)
    journal.keep(ONE, Fate.FAILED)
    journal.close()
    (note,) = folder.glob("*.json")
    note.write_text(re.sub(r'"changed_at_s": [\d.]+', f'"changed_at_s": {at_s}', note.read_text()))
    shelf = Shelf(folder)
    shelf.load()
    assert 0 < (shelf.next_sweep_s() or 0) <= LONGEST_WAIT_S
    after = DiskJournal(Shelf(folder), events.put)
    after.start()
    assert fetched(after, TWO) is not None
    after.close()


def test_a_folder_that_cannot_be_made_is_told_once(
    tmp_path: Path, events: queue.SimpleQueue[Event]
) -> None:
    (tmp_path / "takes").write_text("a file is in the way")
    journal = DiskJournal(Shelf(tmp_path / "takes"), events.put)
    journal.start()
    for take in (ONE, TWO):
        speak(journal, take)
        journal.discard(take)
    assert fetched(journal, THREE) is None
    journal.close()
    assert len(told(events)) == 1


def test_a_disk_that_works_again_makes_the_next_trouble_news(
    folder: Path, events: queue.SimpleQueue[Event]
) -> None:
    disk = FullDisk()
    journal = DiskJournal(Shelf(folder), events.put, disk)
    journal.start()
    for take, room in ((ONE, 0), (TWO, 10**6), (THREE, 0)):
        assert journal.fetch(TakeId(99)).result(PATIENCE_S) is None  # all before is done
        disk.room = room
        speak(journal, take)
        journal.discard(take)
    journal.close()
    assert len(told(events)) == 2
