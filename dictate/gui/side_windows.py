"""The windows beside the small one: models, files, first steps. Each is made when asked for."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from dictate.domain import Samples
from dictate.events import Event, LevelMeasured
from dictate.gui import first_start, settings_sources, survey
from dictate.gui.facts import Facts
from dictate.gui.files_desk import FilesDesk
from dictate.gui.history_desk import HistoryDesk
from dictate.gui.menu_lines import Verb
from dictate.gui.models_desk import ModelsDesk
from dictate.gui.program import ProgramPort
from dictate.gui.statistics_desk import StatisticsDesk
from dictate.gui.welcome_desk import WelcomeDesk
from dictate.gui.welcome_microphone import Senses
from dictate.ports import Clipboard
from dictate.settings.schema import AudioSettings


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
        self.models = ModelsDesk(program.shelf, self)
        self.files = FilesDesk(program.files, self)
        self.history = HistoryDesk(program, clipboard, self)
        self.statistics = StatisticsDesk(program.held_models, self)
        self.welcome = WelcomeDesk(program, facts, real_senses(), self)
        self.welcome.models_wanted.connect(self.models.open)
        self.welcome.settings_wanted.connect(self.settings_wanted)

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
            first_start.note()
            self.welcome.open()

    def greet(self, settings_file: Path) -> None:
        """Show the first steps to whoever starts the program for the first time."""
        if first_start.is_due(settings_file):
            self.open(Verb.WELCOME)

    @Slot(object)
    def on_event(self, event: Event) -> None:
        """Follow what happens."""
        self.welcome.on_event(event)
        self.history.on_event(event)

    def close(self) -> None:
        """Close all of them."""
        self.welcome.close()
        self.history.close()
        self.statistics.close()
        self.models.close()
        self.files.close()


def real_senses() -> Senses:
    """Return what the first steps hear and play on this machine."""

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
