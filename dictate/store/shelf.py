"""The folder of recordings: which there are, what became of each, and how long they stay.

A recording is two files: the sound (``.wav``) and a small note (``.json``) of when, with which
microphone and profile, and what became of it. Never a text. What has no readable note is private.
One thread works with a shelf.

How old a recording is follows from its note when it is found at the start; from then on the time
that passes is counted, whatever becomes of the clock on the wall. A note of the future, or of more
than a year ago, says that the clock is or was wrong: what it is about stays as if it were new.
"""

from __future__ import annotations

import contextlib
import json
import logging
import math
import os
import re
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from dictate.clocks import LONGEST_PAUSE_S, passing_s
from dictate.domain import SAMPLE_RATE_HZ, Fate
from dictate.store.growing_file import length_samples, open_private

log = logging.getLogger(__name__)

CANCELLED_STAYS_S = 600.0
FAILED_STAYS_S = 7 * 86400.0
MOST_OF_A_KIND = 20
LONGEST_WAIT_S = 3600.0
"""Until the next look at what may be deleted."""
SHORTEST_SAMPLES = SAMPLE_RATE_HZ * 3 // 10
"""Less than this holds no word: a slip of the finger."""

_NAME = re.compile(r"\d{8}-\d{12}")
_STAYS_S = {
    Fate.CANCELLED: CANCELLED_STAYS_S,
    Fate.DECLINED: CANCELLED_STAYS_S,
    Fate.FAILED: FAILED_STAYS_S,
}


@dataclass(frozen=True, slots=True)
class Note:
    """What is known of a recording; times in seconds since 1970."""

    id: str
    started_at_s: float
    state: Fate
    changed_at_s: float
    device: str = ""
    profile: str = ""
    """The profile it was spoken with; empty: none."""
    private: bool = False
    """Nothing of it is to be kept, or to leave this machine."""


class Shelf:
    """Finds, adds, marks and removes recordings."""

    def __init__(
        self,
        folder: Path,
        clock: Callable[[], float] = time.time,
        passing: Callable[[], float] = passing_s,
    ) -> None:
        self.folder = folder
        self._clock, self._passing = clock, passing
        self._notes: dict[str, Note] = {}
        self._since_s: dict[str, float] = {}
        """When each was changed, by the clock that nobody sets."""

    def load(self) -> int:
        """Look what there is; return how many recordings the end of the program interrupted."""
        for path in self._files("*.json"):
            if not path.with_suffix(".wav").exists():
                _unlink(path)
        for path in self._files("*.new"):
            _unlink(path)
        interrupted = 0
        for path in self._files("*.wav"):
            if length_samples(path) < SHORTEST_SAMPLES:
                self.remove(path.stem)
                continue
            note = self._notes[path.stem] = self._read(path)
            age_s = self._clock() - note.changed_at_s
            is_credible = 0 <= age_s <= LONGEST_PAUSE_S
            self._since_s[note.id] = self._passing() - (age_s if is_credible else 0.0)
            if not is_credible:
                log.info("the clock and a recording do not agree; it counts as new")
                self.mark(note.id, note.state)
            if note.state in (Fate.SPEAKING, Fate.PENDING):
                interrupted += 1
                self.mark(note.id, Fate.FAILED)
        self.sweep()
        return interrupted

    def add(self, device: str) -> str:
        """Make room for the sound of a take; return the recording's id. Raises OSError."""
        name = self.reserve(device)
        self.make(name)
        return name

    def reserve(self, device: str) -> str:
        """Return the id of a new recording, of which the disk knows nothing yet."""
        now_s = self._clock()
        name = datetime.fromtimestamp(now_s, UTC).strftime("%Y%m%d-%H%M%S%f")
        while name in self._notes:  # within the resolution of the clock
            name = f"{name[:9]}{int(name[9:]) + 1:012d}"
        self._notes[name] = Note(name, now_s, Fate.SPEAKING, now_s, device)
        self._since_s[name] = self._passing()
        return name

    def make(self, name: str) -> None:
        """Make the folder and the note of a recording. Raises OSError."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self.folder.stat().st_mode & 0o077:
            self.folder.chmod(0o700)
        self._write(self._notes[name])

    def knows(self, name: str) -> bool:
        """Tell whether there is such a recording."""
        return name in self._notes

    def sound(self, name: str) -> Path:
        """Return where the sound of a recording is."""
        return self.folder / f"{name}.wav"

    def describe(self, name: str, profile: str, private: bool) -> None:
        """Note what a recording was spoken with. Raises OSError."""
        note = replace(self._notes[name], profile=profile, private=private)
        if note != self._notes[name]:
            self._notes[name] = note  # counts in memory whatever the disk says
            self._write(note)

    def mark(self, name: str, state: Fate, beside: int = 0) -> None:
        """Note what became of a recording; one that holds no word is removed.

        ``beside`` is how many samples of it are not on the disk. One that is gone stays so.
        """
        if name not in self._notes:
            return
        note = replace(self._notes[name], state=state, changed_at_s=self._clock())
        self._notes[name] = note
        self._since_s[name] = self._passing()
        if length_samples(self.sound(name)) + beside < SHORTEST_SAMPLES:
            self.remove(name)
            return
        try:
            self._write(note)
        except OSError as error:  # a full disk: what is known in memory still holds
            log.warning("the note of a recording was not written: %s", type(error).__name__)

    def remove(self, name: str) -> None:
        """Delete a recording."""
        self._notes.pop(name, None)
        self._since_s.pop(name, None)
        _unlink(self.sound(name))
        _unlink(self._note_path(name))

    def newest(self) -> Note | None:
        """Return the recording to offer: the last one that brought no text."""
        offered = [n for n in self._notes.values() if n.state in _STAYS_S]
        return max(offered, key=lambda note: note.id, default=None)

    def sweep(self) -> None:
        """Delete what has been kept long enough."""
        now_s = self._passing()
        surplus: set[str] = set()
        for state in _STAYS_S:
            alike = sorted(n.id for n in self._notes.values() if n.state is state)
            surplus.update(alike[:-MOST_OF_A_KIND])
        for note in list(self._notes.values()):
            due_s = self._due_s(note)
            if note.id in surplus or (due_s is not None and now_s >= due_s):
                self.remove(note.id)

    def next_sweep_s(self) -> float | None:
        """Return in how many seconds a recording is due for deletion; None without any."""
        due_s = [due for note in self._notes.values() if (due := self._due_s(note)) is not None]
        if not due_s:
            return None
        return min(LONGEST_WAIT_S, max(0.0, min(due_s) - self._passing()))

    def _due_s(self, note: Note) -> float | None:
        stays_s = _STAYS_S.get(note.state)
        return None if stays_s is None else self._since_s[note.id] + stays_s

    def forget_cancelled(self) -> None:
        """Delete what stays for minutes only: the program ends, nobody will want it."""
        for note in list(self._notes.values()):
            if note.state in (Fate.CANCELLED, Fate.DECLINED):
                self.remove(note.id)

    def clear(self) -> None:
        """Delete everything."""
        for pattern in ("*.wav", "*.json"):
            for path in self._files(pattern):
                self.remove(path.stem)

    # -- inside ----------------------------------------------------------------------------------

    def _files(self, pattern: str) -> list[Path]:
        with contextlib.suppress(OSError):
            return [p for p in sorted(self.folder.glob(pattern)) if _NAME.fullmatch(p.stem)]
        return []

    def _note_path(self, name: str) -> Path:
        return self.folder / f"{name}.json"

    def _read(self, sound: Path) -> Note:
        """Return the note beside a sound; without a readable one, what can be told from it."""
        try:
            facts = json.loads(self._note_path(sound.stem).read_text("utf-8"))
            return Note(
                sound.stem,
                _seconds(facts["started_at_s"]),
                Fate(facts["state"]),
                _seconds(facts["changed_at_s"]),
                str(facts["device"]),
                str(facts.get("profile", "")),
                facts.get("private", False) is not False,
            )
        except (OSError, ValueError, KeyError, TypeError):
            with contextlib.suppress(OSError):
                at_s = sound.stat().st_mtime
                return Note(sound.stem, at_s, Fate.PENDING, at_s, private=True)
            now_s = self._clock()
            return Note(sound.stem, now_s, Fate.PENDING, now_s, private=True)

    def _write(self, note: Note) -> None:
        path = self._note_path(note.id)
        fresh = path.with_suffix(".new")
        _unlink(fresh)
        try:
            with open_private(fresh) as file:
                file.write(json.dumps(asdict(note)).encode())
            os.replace(fresh, path)  # noqa: PTH105 - atomic, also where the target exists
        except OSError:
            _unlink(fresh)
            raise


def _seconds(value: object) -> float:
    """Return a time of a note. Raises ValueError for what is none."""
    seconds = float(str(value))
    if not math.isfinite(seconds):
        raise ValueError("not a time")
    return seconds


def _unlink(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        log.warning("a file of a recording was not deleted: %s", type(error).__name__)
