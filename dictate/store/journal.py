"""Brings the sound of takes to disk while they are spoken, and finds it again.

One thread, ``dictate-journal``, does all that touches the disk, in the order it was asked for.
Whoever asks never waits: frames lie in memory until the disk has taken them. What goes wrong is
told once and changes nothing else; the take itself is in memory anyway.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from dictate.domain import (
    Fate,
    Notice,
    Recording,
    Samples,
    Severity,
    TakeId,
)
from dictate.errors import AudioFileUnreadable
from dictate.events import (
    NoticeRaised,
    RecordingKept,
)
from dictate.ports import Publish
from dictate.store.growing_file import GrowingFile, Opener, open_private, read_samples
from dictate.store.shelf import Shelf
from dictate.store.spare import Spare, completed

log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Held:
    """The recording of a take that is not done; ``file`` while it is being spoken."""

    name: str
    file: GrowingFile | None = None
    on_disk: int = 0
    """Samples that reached the disk before it took no more."""
    refused: list[Samples] = field(default_factory=list)
    """What came after them."""


class DiskTakeJournal:
    """Implements ``ports.TakeJournal``."""

    def __init__(self, write: Callable[[Samples], None], close: Callable[[], None]) -> None:
        self._write = write
        self._close = close

    def write(self, frame: Samples) -> None:
        """Hand a frame to the writing thread."""
        self._write(frame)

    def close(self) -> None:
        """Tell that no more frames come."""
        self._close()


class DiskJournal:
    """Implements ``ports.Journal`` with a folder."""

    def __init__(self, shelf: Shelf, publish: Publish, opener: Opener = open_private) -> None:
        self._shelf = shelf
        self._publish = publish
        self._opener = opener
        self.hand_over: Callable[[TakeId, Path], None] | None = None
        """Is shown a recording before it is deleted, on this thread, and may move it away."""
        self._held: dict[TakeId, _Held] = {}
        self._decided: set[TakeId] = set()  # before their first frame came
        self._described: dict[TakeId, tuple[str, bool]] = {}  # the same
        self._spare: Spare | None = None
        self._offered: Fate | None = None
        self._told = False
        self._inbox: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="dictate-journal", daemon=True)
        self._closed = False

    # -- any thread ------------------------------------------------------------------------------

    def start(self, *, wanted: bool = True) -> None:
        """Start; offer what is left from before, or delete it when no sound is wanted on disk."""
        self._inbox.put(self._look_back if wanted else self._clear)
        self._thread.start()

    def begin(self, take: TakeId, device: str) -> DiskTakeJournal:
        """Begin the recording of a take."""
        self._inbox.put(partial(self._open, take, device))
        return DiskTakeJournal(
            lambda frame: self._inbox.put(partial(self._append, take, frame)),
            lambda: self._inbox.put(partial(self._finish, take)),
        )

    def describe(self, take: TakeId, profile: str, private: bool) -> None:
        """Note what a take is written with."""
        self._inbox.put(partial(self._describe, take, profile, private))

    def keep(self, take: TakeId, fate: Fate) -> None:
        """Keep the recording of a take for later."""
        self._inbox.put(partial(self._keep, take, fate))

    def discard(self, take: TakeId) -> None:
        """Delete the recording of a take."""
        self._inbox.put(partial(self._discard, take))

    def fetch(self, take: TakeId) -> Future[Recording | None]:
        """Return the last kept recording; from now on it is that of ``take``."""
        found: Future[Recording | None] = Future()
        self._inbox.put(partial(self._fetch, take, found))
        return found

    def clear(self) -> None:
        """Delete all that is kept: no sound is wanted on disk any more."""
        self._inbox.put(self._clear)

    def close(self, timeout_s: float = 0.5) -> None:
        """Finish what is being written; what is on its way is offered at the next start."""
        if self._closed:
            return
        self._closed = True
        self._inbox.put(None)
        if self._thread.is_alive():
            self._thread.join(timeout_s)
            if self._thread.is_alive():
                log.warning("the journal did not stop within %.1f s", timeout_s)

    # -- the journal's thread --------------------------------------------------------------------

    def _run(self) -> None:
        while True:
            try:
                work = self._inbox.get(timeout=self._shelf.next_sweep_s())
            except queue.Empty:
                work = self._sweep
            if work is None:
                break
            try:
                self._do(work)
            except Exception as error:  # noqa: BLE001 - the top of a thread; later takes count too
                log.error("journal failed: %s", type(error).__name__)
        for held in self._held.values():
            self._shut(held)
        self._shelf.forget_cancelled()

    def _do(self, work: Callable[[], None]) -> None:
        try:
            work()
        except OSError as error:
            self._tell_trouble(error)

    def _look_back(self) -> None:
        if self._shelf.load():
            message = "A recording from before was not written out: Dictate ended too early."
            step = "Choose “Try the last recording again” in the menu, or run `dictate retry`."
            self._publish(NoticeRaised(Notice(Severity.WARNING, message, step)))
        self._tell_offer()

    def _open(self, take: TakeId, device: str) -> None:
        if take in self._decided:
            return
        name = self._shelf.reserve(device)
        held = self._held[take] = _Held(name)
        self._shelf.make(name)
        held.file = GrowingFile(self._shelf.sound(name), self._opener)
        self._shelf.describe(name, *self._described.pop(take, ("", False)))

    def _describe(self, take: TakeId, profile: str, private: bool) -> None:
        held = self._held.get(take)
        if held is not None:
            self._shelf.describe(held.name, profile, private)
        elif take not in self._decided:
            self._described[take] = profile, private

    def _append(self, take: TakeId, frame: Samples) -> None:
        held = self._held.get(take)
        if held is None:
            return
        if held.file is None:
            held.refused.append(frame)
            return
        try:
            held.file.append(frame)
        except OSError:
            held.on_disk = held.file.samples
            held.refused.append(frame)
            held.file.abandon()
            held.file = None
            raise

    def _finish(self, take: TakeId) -> None:
        held = self._held.get(take)
        if held is None:
            return
        if held.file is not None and self._shut(held):
            self._told = False  # the disk works again: the next trouble is news
        beside = sum(map(len, held.refused))
        self._shelf.mark(held.name, Fate.PENDING, beside)

    def _keep(self, take: TakeId, fate: Fate) -> None:
        held = self._held.pop(take, None)
        if held is None:
            self._decide(take)
            return
        self._shut(held)
        if held.refused:  # the newest only: it is the one that is offered
            self._spare = Spare(held.name, held.on_disk, tuple(held.refused))
        self._shelf.mark(held.name, fate, self._beside(held.name))
        self._sweep()

    def _decide(self, take: TakeId) -> None:
        self._decided.add(take)
        self._described.pop(take, None)

    def _discard(self, take: TakeId) -> None:
        held = self._held.pop(take, None)
        if held is None:
            self._decide(take)
            return
        self._shut(held)
        try:
            if self.hand_over is not None:
                self.hand_over(take, self._shelf.sound(held.name))
        finally:
            self._shelf.remove(held.name)
            self._forget_spare()

    def _fetch(self, take: TakeId, found: Future[Recording | None]) -> None:
        self._shelf.sweep()
        note = self._shelf.newest()
        if note is None:
            found.set_result(None)
            return
        try:
            samples = self._sound(note.id)
        except OSError as error:
            self._shelf.remove(note.id)
            reason = error.strerror or type(error).__name__
            message = f"The recording could not be read ({reason})."
            found.set_exception(AudioFileUnreadable(message, "Dictate it again."))
        else:
            self._held[take] = _Held(note.id)
            self._shelf.mark(note.id, Fate.PENDING, self._beside(note.id))
            found.set_result(
                Recording(
                    samples, (), note.device, kept=True, profile=note.profile, private=note.private
                )
            )
        self._tell_offer()

    def _clear(self) -> None:
        for held in self._held.values():
            self._shut(held)
        self._held.clear()
        self._shelf.clear()
        self._spare = None
        self._tell_offer()

    def _sweep(self) -> None:
        self._shelf.sweep()
        self._forget_spare()
        self._tell_offer()

    def _sound(self, name: str) -> Samples:
        """Return all of a recording, also what the disk did not take. Raises OSError."""
        if self._spare is None or self._spare.name != name:
            return read_samples(self._shelf.sound(name))
        return completed(self._spare, self._shelf.sound(name))

    def _beside(self, name: str) -> int:
        """Return how many samples of a recording are in memory only."""
        return len(self._spare) if self._spare is not None and self._spare.name == name else 0

    def _forget_spare(self) -> None:
        if self._spare is not None and not self._shelf.knows(self._spare.name):
            self._spare = None

    def _shut(self, held: _Held) -> bool:
        """Close the file if it is open; tell whether all of it reached the disk."""
        file, held.file = held.file, None
        try:
            if file is not None:
                file.close()
        except OSError as error:
            self._tell_trouble(error)
            return False
        return True

    def _tell_offer(self) -> None:
        note = self._shelf.newest()
        offered = note.state if note else None
        if offered is not self._offered:
            self._offered = offered
            self._publish(RecordingKept(offered))

    def _tell_trouble(self, error: OSError) -> None:
        log.warning("journal: %s", error.strerror or type(error).__name__)
        if self._told:
            return
        self._told = True
        reason = error.strerror or type(error).__name__
        message = f"What you say cannot be kept on disk ({reason}); dictation goes on without it."
        step = f"Make room on the disk, or check the folder {self._shelf.folder}."
        self._publish(NoticeRaised(Notice(Severity.WARNING, message, step)))
