"""The windows beside the small one: models, files, first steps.

Each is made when asked for, and what makes it is loaded then: most sessions see none of them, and
the start of the program waits for none. See ``starting`` for what is loaded beforehand.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from dictate.domain import Samples
from dictate.events import Event, LevelMeasured
from dictate.gui import first_start
from dictate.gui.facts import Facts
from dictate.gui.file_drops import FileDrops
from dictate.gui.menu_lines import Verb
from dictate.gui.program import ProgramPort
from dictate.ports import Clipboard
from dictate.settings.schema import AudioSettings

if TYPE_CHECKING:
    from dictate.gui.files_desk import FilesDesk
    from dictate.gui.history_desk import HistoryDesk
    from dictate.gui.models_desk import ModelsDesk
    from dictate.gui.statistics_desk import StatisticsDesk
    from dictate.gui.welcome_desk import WelcomeDesk
    from dictate.gui.welcome_microphone import Senses


class SideWindows(QObject):
    """Opens them and closes them with the program."""

    settings_wanted = Signal()

    def __init__(
        self,
        program: ProgramPort,
        facts: Callable[[], Facts],
        clipboard: Clipboard,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._program, self._facts, self._clipboard = program, facts, clipboard

    # -- each when it is first needed ------------------------------------------------------------

    @cached_property
    def models(self) -> ModelsDesk:
        """The models window."""
        from dictate.gui.models_desk import ModelsDesk

        return ModelsDesk(self._program.shelf, self)

    @cached_property
    def files(self) -> FilesDesk:
        """The files window."""
        from dictate.gui.files_desk import FilesDesk

        return FilesDesk(self._program.files, self)

    @cached_property
    def history(self) -> HistoryDesk:
        """The history window."""
        from dictate.gui.history_desk import HistoryDesk

        return HistoryDesk(self._program, self._clipboard, self)

    @cached_property
    def statistics(self) -> StatisticsDesk:
        """The statistics window."""
        from dictate.gui.statistics_desk import StatisticsDesk

        return StatisticsDesk(self._program.held_models, self)

    @cached_property
    def welcome(self) -> WelcomeDesk:
        """The first steps."""
        from dictate.gui.welcome_desk import WelcomeDesk

        desk = WelcomeDesk(self._program, self._facts, real_senses(), self)
        desk.models_wanted.connect(partial(self.open, Verb.MODELS))
        desk.settings_wanted.connect(self.settings_wanted)
        return desk

    # -- all of them -----------------------------------------------------------------------------

    @Slot(object)
    def open(self, verb: Verb) -> None:
        """Show one of them, at the front."""
        if verb is Verb.MODELS:
            self.models.open()
        elif verb is Verb.FILES:
            self.files.open()
        elif verb is Verb.HISTORY:
            self.history.open()
        elif verb is Verb.STATISTICS:
            self.statistics.open()
        elif verb is Verb.WELCOME:
            self.show_first_steps()

    def show_first_steps(self, *, quietly: bool = False) -> None:
        """Show the first steps, at the front or without the focus."""
        first_start.note()
        self.welcome.open(quietly=quietly)

    def greet(self, settings_file: Path) -> bool:
        """Show the first steps to whoever starts the program for the first time; tell whether."""
        is_due = first_start.is_due(settings_file)
        if is_due:
            self.show_first_steps()
        return is_due

    def take_drops_on(self, widget: QWidget) -> None:
        """Let files be dropped on another window too."""
        FileDrops(widget).dropped.connect(self._take)

    @Slot(object)
    def _take(self, paths: tuple[Path, ...]) -> None:
        self.files.take(paths)

    @Slot(object)
    def on_event(self, event: Event) -> None:
        """Follow what happens."""
        if "welcome" in self.__dict__:
            self.welcome.on_event(event)
        if "history" in self.__dict__:
            self.history.on_event(event)

    def close(self) -> None:
        """Close all that were needed."""
        for name in ("welcome", "history", "statistics", "models", "files"):
            if name in self.__dict__:
                getattr(self, name).close()


def real_senses() -> Senses:
    """Return what the first steps hear and play on this machine."""
    from dictate.gui import settings_sources, survey
    from dictate.gui.welcome_microphone import Senses

    def record(
        device: str, seconds: float, tell: Callable[[LevelMeasured], None], stop: threading.Event
    ) -> Samples:
        from dictate.audio import listen_back
        from dictate.audio.microphone import Microphone

        wanted = replace(AudioSettings(), device=device, keep_warm_s=0.0, pre_roll_ms=0.0)
        return listen_back.record(Microphone(wanted), seconds, tell, stop)

    def play(samples: Samples) -> None:
        from dictate.audio import listen_back

        listen_back.play(samples)

    return Senses(survey.microphones, settings_sources.listen, record, play)
