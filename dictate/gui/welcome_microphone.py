"""The microphone of the first steps: its level is seen, and two seconds are played back."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal, Slot

from dictate.assembly import pace
from dictate.domain import Samples
from dictate.errors import AudioError
from dictate.events import LevelMeasured
from dictate.gui.core_sentences import told_line
from dictate.gui.program import ProgramPort
from dictate.gui.settings_sources import Listen, Listening
from dictate.gui.translation import translate
from dictate.gui.welcome_pages import MicrophonePage
from dictate.settings import store

LISTEN_BACK_S = 2.0

Do = Callable[[Callable[[], object], Callable[..., None]], None]
"""Does something off the GUI thread and hands on its result; a failure is told on the page."""


@dataclass(frozen=True, slots=True)
class Senses:
    """What the pages hear and play; the last three block."""

    microphones: Callable[[], tuple[str, ...]]
    listen: Listen
    record: Callable[[str, float, Callable[[LevelMeasured], None], threading.Event], Samples]
    play: Callable[[Samples], None]
    gigaflops: Callable[[], float] = pace.gigaflops


class _Relay(QObject):
    """Carries levels from the thread that listens into the GUI's."""

    level = Signal(object)
    failure = Signal(object)


class MicrophoneTrial(QObject):
    """Listens from ``begin`` to ``end``."""

    def __init__(
        self,
        page: MicrophonePage,
        program: ProgramPort,
        senses: Senses,
        do: Do,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page, self._program, self._senses, self._do = page, program, senses, do
        self._listening: Listening | None = None
        self._is_seen = False
        self._stop = threading.Event()
        self._relay = _Relay(self)
        self._relay.level.connect(self._show_level, Qt.ConnectionType.QueuedConnection)
        self._relay.failure.connect(self._show_failure, Qt.ConnectionType.QueuedConnection)
        page.chosen.connect(self._choose)
        page.listen_back_wanted.connect(self._listen_back)

    def begin(self) -> None:
        """The page is seen."""
        self._is_seen = True
        self._do(self._senses.microphones, self._show_microphones)
        self._hear()

    def end(self) -> None:
        """It is not any more: the microphone is let go, and so is a recording."""
        self._is_seen = False
        self._stop.set()
        self._hush()

    def recover(self) -> None:
        """Something could not be done: what was asked for can be asked for again."""
        self._page.button.setEnabled(True)
        self._page.said.setText("")

    def _show_microphones(self, names: tuple[str, ...]) -> None:
        self._page.show_microphones(names, self._program.settings.audio.device)

    @Slot(str)
    def _choose(self, name: str) -> None:
        self._hush()

        def change() -> None:
            settings = store.replace_value(self._program.settings, "audio.device", name)
            self._program.change(settings)

        self._do(change, lambda _: self._hear())

    @Slot()
    def _listen_back(self) -> None:
        self._hush()
        self._stop.clear()
        self._page.button.setEnabled(False)
        self._page.complain("")
        self._page.said.setText(translate("Welcome", "Speak…"))
        device, tell = self._program.settings.audio.device, self._relay.level.emit

        def record() -> Samples:
            return self._senses.record(device, LISTEN_BACK_S, tell, self._stop)

        self._do(record, self._play)

    def _play(self, samples: Samples) -> None:
        from dictate.audio.listen_back import is_quiet

        if not self._is_seen:
            self.recover()
            return
        self._page.meter.rest()
        if is_quiet(samples):
            self._page.said.setText("")
            self._page.complain(
                translate(
                    "Welcome",
                    "It is all but silent. Choose another microphone, turn it up in the sound "
                    "settings, or look for a switch on it.",
                )
            )
            self._played()
            return
        self._page.said.setText(translate("Welcome", "That is how you sound."))
        self._do(lambda: self._senses.play(samples), lambda _: self._played())

    def _played(self) -> None:
        self._page.button.setEnabled(True)
        self._hear()

    def _hear(self) -> None:
        if self._is_seen and self._listening is None:
            relay, device = self._relay, self._program.settings.audio.device
            self._listening = self._senses.listen(device, relay.level.emit, relay.failure.emit)

    def _hush(self) -> None:
        listening, self._listening = self._listening, None
        if listening is not None:
            listening.close()
        self._page.meter.rest()

    @Slot(object)
    def _show_level(self, level: LevelMeasured) -> None:
        if self._is_seen:
            self._page.show_level(level)

    @Slot(object)
    def _show_failure(self, error: AudioError) -> None:
        self._hush()
        self._page.complain(told_line(error))
