"""Looks for the statistics window: at the history when it has changed, at the machine each second.

Everything is looked up in a thread, while the window is seen. What draws the charts is loaded there
as well, when they are wanted for the first time.
"""

from __future__ import annotations

import importlib
import logging
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Slot

from dictate.assembly.past_watch import PastWatch
from dictate.assembly.statistics import Statistics, statistics
from dictate.assembly.usage import Usage, UsageMeter
from dictate.engine.holding import HeldModel
from dictate.errors import DictateError
from dictate.gui.chores import Chores
from dictate.gui.core_sentences import told_line
from dictate.gui.front import to_front
from dictate.gui.statistics_window import StatisticsWindow
from dictate.store.history_entry import Entry

log = logging.getLogger(__name__)

LOOK_EVERY_MS = 1000
FIRST_FRAME_MS = 60
"""The window is painted before the charts are loaded, which takes all of a processor."""
CLOSING_S = 0.3
SHOWN = 40
"""Takes in the charts."""


@dataclass(frozen=True, slots=True)
class Takes:
    """What the history tells: its last entries, the oldest first, and the numbers of all."""

    last: tuple[Entry, ...]
    found: Statistics


@dataclass(frozen=True, slots=True)
class _Seen:
    usage: Usage
    held: tuple[HeldModel, ...]
    takes: Takes | None = None
    """None: they are as they were."""
    problem: str = ""


def load_charts() -> str:
    """Load what draws the charts; return what is in the way of that, if anything."""
    try:
        importlib.import_module("dictate.gui.statistics_charts")
    except ImportError as error:
        log.warning("no charts: %s", error)
        return str(error)
    return ""


class StatisticsDesk(QObject):
    """Makes the window when it is first asked for."""

    def __init__(
        self,
        held: Callable[[], tuple[HeldModel, ...]],
        parent: QObject | None = None,
        watch: PastWatch | None = None,
        load_charts: Callable[[], str] = load_charts,
    ) -> None:
        super().__init__(parent)
        self._held = held
        self._watch = watch or PastWatch()
        self._load_charts = load_charts
        self._meter = UsageMeter()
        self._chores: Chores | None = None
        self._is_looking = False
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self.window: StatisticsWindow | None = None

    def open(self) -> None:
        """Show the window, at the front."""
        is_new = self.window is None
        if self.window is None:
            self.window = StatisticsWindow()
        to_front(self.window)
        if is_new:
            QTimer.singleShot(FIRST_FRAME_MS, self, self._begin_charts)
        else:
            self.look()
        self._timer.start()

    def _begin_charts(self) -> None:
        if self.window is not None:
            self._queue().do(self._load_charts, self._add_charts)

    def close(self) -> None:
        """Close the window."""
        self._timer.stop()
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
        is_over = self._chores is None or self._chores.close(CLOSING_S)
        self._chores = None
        self._is_looking = False
        if is_over:  # else the disk hangs: whoever waits for it is left alone
            self._watch.close()

    @Slot()
    def look(self) -> None:
        """Look again; end when nobody does any more."""
        if self.window is None or not self.window.isVisible():
            self._timer.stop()
            if self._chores is not None:
                self._chores.do(self._watch.close)
        elif not self._is_looking:
            self._is_looking = True
            self._queue().do(self._see, self._show)

    def _see(self) -> _Seen:
        usage, held = self._meter(), self._held()
        try:
            entries = self._watch.changed()
        except DictateError as error:
            return _Seen(usage, held, problem=told_line(error))
        if entries is None:
            return _Seen(usage, held)
        return _Seen(usage, held, Takes(tuple(entries[-SHOWN:]), statistics(entries)))

    def _show(self, seen: _Seen) -> None:
        self._is_looking = False
        if self.window is not None:
            self.window.show_machine(seen.usage, seen.held)
            if seen.takes is not None:
                self.window.show_takes(seen.takes.last, seen.takes.found)
            elif seen.problem:
                self.window.show_takes((), Statistics())
                self.window.numbers.setText(seen.problem)

    def _add_charts(self, obstacle: str) -> None:
        """Make the charts one at a time, then look: both at once would make the GUI falter."""
        if self.window is not None and obstacle:
            self.window.tell_no_charts(obstacle)
        elif self.window is not None and self.window.add_chart():
            QTimer.singleShot(0, self, lambda: self._add_charts(""))
            return
        self.look()

    def _queue(self) -> Chores:
        if self._chores is None:
            self._chores = Chores(self)
        return self._chores
