"""Where the time of the last takes went, how much was said and how well it was heard; live.

The window shows; everything is looked up in a thread, once a second while the window is seen. The
history is read only when it has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dictate.assembly.past_watch import PastWatch
from dictate.assembly.statistics import (
    PARTS,
    TYPING_WORDS_PER_MINUTE,
    Statistics,
    statistics,
)
from dictate.assembly.usage import Usage, UsageMeter
from dictate.engine.holding import HeldModel
from dictate.errors import DictateError
from dictate.gui import icons, wording
from dictate.gui.chores import Chores
from dictate.gui.statistics_charts import COLOURS, SHOWN, DelayChart, PartsChart, part_name
from dictate.gui.translation import translate
from dictate.store.history_entry import Entry

LOOK_EVERY_MS = 1000
CLOSING_S = 0.3
SIZE_PX = (640, 560)


class StatisticsWindow(QWidget):
    """Not modal: dictation goes on while it is open."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(translate("Statistics", "Statistics of Dictate"))
        self.setWindowIcon(icons.program_icon())
        self.resize(*SIZE_PX)
        self.parts = PartsChart(translate("Statistics", "Where the time of the last takes went"))
        self.delays = DelayChart(translate("Statistics", "From the release to the text"))
        self.numbers, self.machine = QLabel(), QLabel()
        whole = QVBoxLayout(self)
        for chart in (self.parts, self.delays):
            whole.addWidget(QLabel(chart.accessibleName()))
            whole.addWidget(chart, 1)
            if chart is self.parts:
                whole.addLayout(_legend())
        levels = translate("Statistics", "dashed: the median; dotted: 95 of 100 are faster")
        whole.addWidget(QLabel(levels))
        for label in (self.numbers, self.machine):
            label.setWordWrap(True)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            whole.addWidget(label)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.close)

    def show_takes(self, last: Sequence[Entry], found: Statistics) -> None:
        """Show the last takes, the oldest first, and the numbers of all."""
        self.parts.show_entries(last)
        self.delays.show_entries(last)
        self.numbers.setText("\n".join(lines(found)))

    def show_machine(self, usage: Usage, held: Sequence[HeldModel]) -> None:
        """Show what the program takes now."""
        models = [wording.held_line(model) for model in held]
        self.machine.setText("\n".join((wording.usage_line(usage), *models)))


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


class StatisticsDesk(QObject):
    """Makes the window when it is first asked for."""

    def __init__(
        self,
        held: Callable[[], tuple[HeldModel, ...]],
        parent: QObject | None = None,
        watch: PastWatch | None = None,
    ) -> None:
        super().__init__(parent)
        self._held = held
        self._watch = watch or PastWatch()
        self._meter = UsageMeter()
        self._chores: Chores | None = None
        self._is_looking = False
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self.window: StatisticsWindow | None = None

    def open(self) -> None:
        """Show the window, at the front."""
        if self.window is None:
            self.window = StatisticsWindow()
        self.window.showNormal()
        self.window.raise_()
        self.window.activateWindow()
        self.look()
        self._timer.start()

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
            if self._chores is None:
                self._chores = Chores(self)
            self._chores.do(self._see, self._show)

    def _see(self) -> _Seen:
        usage, held = self._meter(), self._held()
        try:
            entries = self._watch.changed()
        except DictateError as error:
            return _Seen(usage, held, problem=str(error))
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


def lines(found: Statistics) -> list[str]:
    """Return the numbers in words."""
    if not found.takes:
        return [translate("Statistics", "The history is empty: dictate something first.")]
    said = [
        translate(
            "Statistics", "{takes} takes, {minutes} minutes of speech, {words} words; {saved}"
        ).format(
            takes=found.takes,
            minutes=f"{found.speech_minutes:.1f}",
            words=found.words,
            saved=translate(
                "Statistics", "{minutes} minutes saved against typing {speed} words a minute"
            ).format(minutes=f"{found.minutes_saved:.1f}", speed=f"{TYPING_WORDS_PER_MINUTE:.0f}"),
        ),
        translate(
            "Statistics",
            "From the release to the text: {median} ms (median), {p95} ms (95 of 100); "
            "recognition takes {rtf} times as long as speaking",
        ).format(
            median=round(found.release_to_text_median_ms),
            p95=round(found.release_to_text_p95_ms),
            rtf=f"{found.real_time_factor:.2f}",
        ),
        *_medians(found),
        translate("Statistics", "Corrected texts: {count} ({share})").format(
            count=found.corrected, share=f"{found.corrected / found.takes:.0%}"
        ),
    ]
    wrong = translate(
        "Statistics", "{model}: {share} of the words wrong in {count} corrected texts"
    )
    said += [
        wrong.format(model=a.model, share=f"{a.word_error_rate:.1%}", count=a.corrected)
        for a in found.accuracy
    ]
    return said


def _medians(found: Statistics) -> list[str]:
    parts = [f"{part_name(name)} {ms:.0f} ms" for name, ms in found.parts if ms >= 0.5]
    if not parts:
        return []
    return [translate("Statistics", "Medians: {parts}").format(parts=", ".join(parts))]


def _legend() -> QHBoxLayout:
    row = QHBoxLayout()
    for part in PARTS:
        mark = QLabel(f'<span style="color:{COLOURS[part]}">■</span> {part_name(part)}')
        row.addWidget(mark)
    row.addStretch(1)
    return row
