"""Looks up what the menu lists, and measures the program while it is open, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from dictate.assembly.usage import Usage
from dictate.engine.holding import HeldModel
from dictate.gui.chores import Chores
from dictate.gui.facts import Facts, with_recent
from dictate.gui.menu import MenuView
from dictate.gui.menu_lines import Part
from dictate.gui.survey import Survey

USAGE_EVERY_MS = 1000


class MenuSurvey(QObject):
    """Says what is new as a change of the facts."""

    found = Signal(object)
    """What makes new facts of the present ones."""

    def __init__(
        self,
        survey: Survey,
        held: Callable[[], tuple[HeldModel, ...]],
        chores: Chores,
        menu: MenuView,
        parent: QObject | None = None,
    ) -> None:
        """``held`` tells the loaded models."""
        super().__init__(parent)
        self._survey, self._held, self._chores = survey, held, chores
        self._timer = QTimer(self, interval=USAGE_EVERY_MS)
        self._timer.timeout.connect(self.measure)
        menu.opened.connect(self._on_opened)
        menu.closed.connect(self._timer.stop)
        menu.part_opened.connect(self._on_part_opened)

    @property
    def is_measuring(self) -> bool:
        """Whether memory and CPU are looked at."""
        return self._timer.isActive()

    def look(self) -> None:
        """Look up all lists."""
        self._chores.do(self._survey.recent, self._show_recent)
        self._chores.do(self._survey.models, partial(self._show, "models"))
        self._chores.do(self._survey.devices, partial(self._show, "devices"))
        self._look_at_microphones()

    @Slot()
    def _on_opened(self) -> None:
        self.look()
        self.measure()
        self._timer.start()

    @Slot(object)
    def _on_part_opened(self, part: Part) -> None:
        if part is Part.MICROPHONE:
            self._look_at_microphones()

    def _look_at_microphones(self) -> None:
        self._chores.do(self._survey.microphones, partial(self._show, "microphones"))

    @Slot()
    def measure(self) -> None:
        """Look at memory and processor once."""

        def measure() -> Usage:
            return replace(self._survey.usage(), models=self._held())

        self._chores.do(measure, partial(self._show, "usage"))

    def _show(self, name: str, value: object) -> None:
        self.found.emit(lambda facts: replace(facts, **{name: value}))

    def _show_recent(self, texts: tuple[str, ...] | None) -> None:
        def change(facts: Facts) -> Facts:
            return with_recent(facts, facts.recent if texts is None else texts)

        self.found.emit(change)
