"""Keeps the texts of takes as the settings wish: follows what the core publishes.

One thread, ``dictate-history``, does all that touches the database; a session that publishes
never waits for it. The journal hands over what was said on its own thread, by renaming one file. A
take that was private or brought no text leaves nothing here, its sound included. Trouble with the
disk is told once, and dictation goes on without a history.
"""

from __future__ import annotations

import contextlib
import logging
import queue
import shutil
import sys
import threading
import time
import uuid
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from dictate import host
from dictate.clocks import LONGEST_PAUSE_S, SteadyClock
from dictate.domain import Notice, Phase, Severity, TakeId, TakeReport
from dictate.errors import DictateError
from dictate.events import Event, NoticeRaised, PhaseChanged, TakeCancelled, TakeFinished
from dictate.output.window import Window
from dictate.ports import Publish
from dictate.settings.choices import KeepHistory
from dictate.settings.schema import HistorySettings
from dictate.store.history import NEW_SOUND_S, History, Limits, private_folder
from dictate.store.history_entry import Entry
from dictate.store.history_schema import trouble

log = logging.getLogger(__name__)

MOST_WAITING = 20
"""Of so many takes it is remembered what still belongs to them."""

Look = Callable[[], Window | None]
"""Returns the window that has the keyboard; may take a moment."""


def folder() -> Path:
    """Return where the history is."""
    return host.state_folder() / "history"


def focused() -> Window | None:
    """Return the window that has the keyboard; None where that cannot be seen."""
    if host.is_wayland() or not sys.platform.startswith("linux") or not host.has_display():
        return None
    from dictate.output.x11_focus import X11Focus

    with contextlib.closing(X11Focus()) as focus:
        return focus.focused()


class HistoryKeeper:
    """Any thread may call its methods; none of them waits."""

    def __init__(
        self,
        place: Path,
        settings: Callable[[], HistorySettings],
        publish: Publish,
        look: Look = lambda: None,
        clock: Callable[[], float] | None = None,
    ) -> None:
        self._place = place
        self._settings = settings
        self._publish = publish
        self._look = look
        self._history: History | None = None
        self._windows: dict[TakeId, Window] = {}
        self._numbers: dict[TakeId, int] = {}  # of entries; 0: nothing is kept of that take
        self._sounds: dict[TakeId, Path] = {}  # whose text is on its way
        self._clock = clock or SteadyClock()
        """For ages; what is noted is the time on the wall."""
        self._believes_clock = True
        self._made_at_s = time.time()
        self._told = False
        self._closed = False
        self._inbox: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="dictate-history", daemon=True)

    # -- any thread ------------------------------------------------------------------------------

    def start(self) -> None:
        """Delete what has been kept long enough, and wait for takes."""
        self._inbox.put(self._begin)
        self._thread.start()

    def follow(self, event: Event) -> None:
        """Keep what an event tells of a take."""
        match event:
            case PhaseChanged(Phase.OPENING, take) if take is not None and self._wants_any:
                self._inbox.put(partial(self._see, take))
            case PhaseChanged(Phase.IDLE):
                self._inbox.put(self._settle)
            case TakeFinished(report):
                keep = self._wants_any and bool(report.text) and not report.private
                self._inbox.put(partial(self._add, report if keep else None, report.take))
            case TakeCancelled(take):
                self._inbox.put(partial(self._add, None, take))
            case _:
                pass

    def take_sound(self, take: TakeId, sound: Path) -> None:
        """Take over a recording from the journal, if sound is wanted. Raises OSError."""
        if self._settings().keep is not KeepHistory.AUDIO or self._closed:
            return
        kept = private_folder(self._place / "sounds") / f"{uuid.uuid4().hex}.wav"
        shutil.move(sound, kept)
        self._inbox.put(partial(self._attach, take, kept))

    def close(self, timeout_s: float = 0.5) -> None:
        """Finish what is being kept. Any number of times."""
        if self._closed:
            return
        self._closed = True
        self._inbox.put(None)
        if self._thread.is_alive():
            self._thread.join(timeout_s)

    @property
    def _wants_any(self) -> bool:
        return self._settings().keep is not KeepHistory.OFF

    # -- the thread of the history ---------------------------------------------------------------

    def _run(self) -> None:
        while (work := self._inbox.get()) is not None:
            try:
                self._do(work)
            except Exception as error:  # noqa: BLE001 - the top of a thread; later takes count too
                log.error("history failed: %s", type(error).__name__)
        for lost in self._sounds.values():
            _unlink(lost)
        if self._history is not None:
            self._history.close()

    def _do(self, work: Callable[[], None]) -> None:
        try:
            work()
        except (DictateError, OSError) as error:
            self._tell(error)

    def _open(self) -> History:
        if self._history is None:
            self._history = History(private_folder(self._place))
            if self._history.set_aside is not None:
                message = "The history of texts was damaged; a new one was begun."
                step = f"The old one is kept as {self._history.set_aside}."
                self._publish(NoticeRaised(Notice(Severity.WARNING, message, step)))
            newest_s = self._history.newest_s()
            if newest_s is not None and self._clock() - newest_s > LONGEST_PAUSE_S:
                log.warning("the clock is far from the last text; nothing is deleted for its age")
                self._believes_clock = False
        return self._history

    def _begin(self) -> None:
        if self._wants_any or (self._place / "history.sqlite").exists():
            history = self._open()
            history.forget_lost_sounds(self._made_at_s + NEW_SOUND_S)  # of a run that ended early
            self._prune(history)

    def _see(self, take: TakeId) -> None:
        with contextlib.suppress(DictateError, OSError):
            window = self._look()
            if window is not None:
                self._windows[take] = window
                _shorten(self._windows)

    def _add(self, report: TakeReport | None, take: TakeId) -> None:
        sound, window = self._sounds.pop(take, None), self._windows.pop(take, None)
        self._numbers[take] = 0
        _shorten(self._numbers)
        try:
            if report is not None:
                history = self._open()
                self._numbers[take] = number = history.add(entry_of(report, window, time.time()))
                if sound is not None:
                    history.attach(number, sound)
                    sound = None
                self._prune(history)
                self._told = False
        finally:
            if sound is not None:
                _unlink(sound)

    def _attach(self, take: TakeId, sound: Path) -> None:
        number = self._numbers.pop(take, None)
        if number is None:
            self._sounds[take] = sound
        elif number:
            self._open().attach(number, sound)
        else:
            _unlink(sound)

    def _settle(self) -> None:
        """Nothing is under way: sound that still waits for a text gets none."""
        for sound in self._sounds.values():
            _unlink(sound)
        self._sounds.clear()

    def _prune(self, history: History) -> None:
        wanted = self._settings()
        days = wanted.days if self._believes_clock else 0.0
        history.prune(Limits(days, wanted.count, wanted.size_mb), self._clock())

    def _tell(self, error: DictateError | OSError) -> None:
        log.warning("history: %s", type(error).__name__)
        if self._told:
            return
        self._told = True
        if not isinstance(error, DictateError):
            error = trouble(error)
        self._publish(NoticeRaised(error.notice(Severity.WARNING)))


def entry_of(report: TakeReport, window: Window | None, at_s: float) -> Entry:
    """Return what is kept of a take."""
    model = report.transcript.model
    return Entry(
        text=report.text,
        at_s=at_s,
        raw_text=report.raw_text or report.text,
        application=window.classes[-1] if window and window.classes else "",
        title=window.title if window else "",
        profile=report.profile,
        model=model.name if model else "",
        language=report.transcript.language,
        device=model.device if model else "",
        duration_s=report.duration_s,
        timings=report.timings,
    )


def _shorten(waiting: dict[TakeId, Any]) -> None:
    while len(waiting) > MOST_WAITING:
        waiting.pop(next(iter(waiting)))


def _unlink(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()
