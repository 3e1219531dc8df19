"""Leads through the first steps: listens to the microphone, sees the hotkey, has a model fetched.

Everything is tried on the real program: the hotkey page sees the take that a press begins and takes
it back, and the last page is typed into as any window is.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from dictate.assembly import pace
from dictate.assembly.models import Fit, Row
from dictate.domain import Phase, Samples
from dictate.errors import AudioError, DictateError
from dictate.events import Event, LevelMeasured, NoticeRaised, PhaseChanged, TakeFinished
from dictate.gui import models_filter, wording
from dictate.gui.chores import Chores
from dictate.gui.facts import Facts
from dictate.gui.program import ProgramPort
from dictate.gui.settings_sources import Listen, Listening
from dictate.gui.translation import translate
from dictate.gui.welcome_pages import Offer, Page
from dictate.gui.welcome_window import WelcomeWindow
from dictate.settings import store
from dictate.settings.choices import HotkeyMode

LISTEN_BACK_S = 2.0
LOOK_EVERY_MS = 200
CLOSING_S = 0.3
OFFERED = ("tiny", "base", "small", "parakeet-tdt-0.6b-v3", "large-v3-turbo")
"""One of each class; the models window has all."""


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


class WelcomeDesk(QObject):
    """Makes the window when it is first asked for."""

    settings_wanted = Signal()
    models_wanted = Signal()

    def __init__(
        self,
        program: ProgramPort,
        facts: Callable[[], Facts],
        senses: Senses,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._program, self._facts, self._senses = program, facts, senses
        self._chores: Chores | None = None
        self._listening: Listening | None = None
        self._stop = threading.Event()
        self._is_pressed = False
        self._was_fetching = False
        self._relay = _Relay(self)
        self._relay.level.connect(self._show_level, Qt.ConnectionType.QueuedConnection)
        self._relay.failure.connect(self._show_failure, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self.window: WelcomeWindow | None = None

    def open(self) -> None:
        """Begin with the first page."""
        if self.window is None:
            self.window = self._make()
        self.window.turn(0)
        self._timer.start()
        self.window.showNormal()
        self.window.raise_()
        self.window.activateWindow()

    def close(self) -> None:
        """Close the window and let the microphone go."""
        if self.window is not None:
            window, self.window = self.window, None
            window.close()
            window.deleteLater()
        self._rest()
        if self._chores is not None:
            self._chores.close(CLOSING_S)
            self._chores = None

    def _make(self) -> WelcomeWindow:
        window = WelcomeWindow()
        window.turned.connect(self._on_turned)
        window.closed.connect(self._rest)
        window.microphone.chosen.connect(self._choose_microphone)
        window.microphone.listen_back_wanted.connect(self._listen_back)
        window.hotkey.other_wanted.connect(self.settings_wanted)
        window.model.more_wanted.connect(self.models_wanted)
        window.model.download_wanted.connect(self._download)
        window.model.use_wanted.connect(self._use)
        window.model.cancel_wanted.connect(self._program.shelf.cancel)
        window.model.import_wanted.connect(self._ask_what_to_import)
        return window

    # -- pages -----------------------------------------------------------------------------------

    @Slot(object)
    def _on_turned(self, page: Page) -> None:
        window = self.window
        if window is None:
            return
        self._hush()
        page.complain("")
        if page is window.microphone:
            self._do(self._senses.microphones, self._show_microphones)
            self._hear()
        elif page is window.hotkey:
            self._is_pressed = False
            window.hotkey.show_steps(is_pressed=False, is_released=False)
        elif page is window.model:
            self._list_models()
        self.look()

    @Slot()
    def look(self) -> None:
        """Show what has changed by itself: the hotkey, a download."""
        window = self.window
        if window is None or not window.isVisible():
            return
        facts = self._facts()
        is_held = facts.settings.hotkey.mode is HotkeyMode.HOLD
        for page in (window.hotkey, window.sentence):
            page.show_hotkey(facts.hotkey, is_held=is_held)
        if window.page is window.hotkey and (problem := facts.hotkey_problem) is not None:
            window.hotkey.complain(f"{problem.message} {problem.next_step}".strip())
        elif window.page is window.hotkey:
            window.hotkey.complain("")
        self._look_at_download(window)

    def _look_at_download(self, window: WelcomeWindow) -> None:
        shelf = self._program.shelf
        fetching, problem = shelf.fetching, shelf.problem
        if fetching is not None:
            self._was_fetching = True
            window.model.show_progress(fetching.share)
        elif self._was_fetching:
            self._was_fetching = False
            window.model.show_progress(None)
            if problem is not None:
                window.model.complain(f"{problem.message} {problem.next_step}".strip())
            self._list_models()

    @Slot(object)
    def on_event(self, event: Event) -> None:
        """Follow what happens while the window is open."""
        window = self.window
        if window is None or not window.isVisible():
            return
        if isinstance(event, PhaseChanged) and window.page is window.hotkey:
            self._follow_key(window, event.phase)
        elif isinstance(event, TakeFinished) and window.page is window.sentence:
            window.sentence.complain("")
            window.sentence.said.setText(
                wording.latency_line(event.report)
                if event.report.text
                else translate("Welcome", "Nothing was understood. Speak louder or closer.")
            )
        elif isinstance(event, NoticeRaised):
            notice = event.notice
            window.page.complain(f"{notice.message} {notice.next_step}".strip())

    def _follow_key(self, window: WelcomeWindow, phase: Phase) -> None:
        if phase in (Phase.OPENING, Phase.RECORDING):
            self._is_pressed = True
            window.hotkey.show_steps(is_pressed=True, is_released=False)
        elif self._is_pressed:
            self._is_pressed = False
            window.hotkey.show_steps(is_pressed=True, is_released=True)
            if phase is not Phase.IDLE:
                self._program.cancel(time.monotonic())

    # -- microphone ------------------------------------------------------------------------------

    def _show_microphones(self, names: tuple[str, ...]) -> None:
        if self.window is not None:
            chosen = self._program.settings.audio.device
            self.window.microphone.show_microphones(names, chosen)

    @Slot(str)
    def _choose_microphone(self, name: str) -> None:
        self._hush()

        def change() -> None:
            settings = store.replace_value(self._program.settings, "audio.device", name)
            self._program.change(settings)

        self._do(change, lambda _: self._hear())

    @Slot()
    def _listen_back(self) -> None:
        window = self.window
        if window is None:
            return
        self._hush()
        self._stop.clear()
        window.microphone.button.setEnabled(False)
        window.microphone.said.setText(translate("Welcome", "Speak…"))
        device, tell = self._program.settings.audio.device, self._relay.level.emit

        def record() -> Samples:
            return self._senses.record(device, LISTEN_BACK_S, tell, self._stop)

        self._do(record, self._play)

    def _play(self, samples: Samples) -> None:
        from dictate.audio.listen_back import is_quiet

        if self.window is None:
            return
        page = self.window.microphone
        page.meter.rest()
        page.said.setText(translate("Welcome", "That is how you sound."))
        if is_quiet(samples):
            page.complain(
                translate(
                    "Welcome",
                    "It is all but silent. Choose another microphone, turn it up in the sound "
                    "settings, or look for a switch on it.",
                )
            )
        self._do(lambda: self._senses.play(samples), lambda _: self._played())

    def _played(self) -> None:
        if self.window is not None:
            self.window.microphone.button.setEnabled(True)
            self._hear()

    def _hear(self) -> None:
        window = self.window
        if window is not None and window.page is window.microphone and self._listening is None:
            relay, device = self._relay, self._program.settings.audio.device
            self._listening = self._senses.listen(device, relay.level.emit, relay.failure.emit)

    def _hush(self) -> None:
        listening, self._listening = self._listening, None
        if listening is not None:
            listening.close()
        if self.window is not None:
            self.window.microphone.meter.rest()

    @Slot(object)
    def _show_level(self, level: LevelMeasured) -> None:
        if self.window is not None and self.window.page is self.window.microphone:
            self.window.microphone.show_level(level)

    @Slot(object)
    def _show_failure(self, error: AudioError) -> None:
        self._hush()
        if self.window is not None:
            self.window.microphone.complain(str(error))

    @Slot()
    def _rest(self) -> None:
        self._hush()
        self._stop.set()
        self._timer.stop()

    # -- model -----------------------------------------------------------------------------------

    def _list_models(self) -> None:
        def look() -> tuple[tuple[Offer, ...], str]:
            shelf, gflops = self._program.shelf, self._senses.gigaflops()
            rows = [row for row in shelf.rows() if is_offered(row)]
            used = next((row.name for row in rows if shelf.is_used(row.name)), "")
            return tuple(offer(row, gflops, is_used=row.name == used) for row in rows), used

        self._do(look, self._show_offers)

    def _show_offers(self, found: tuple[tuple[Offer, ...], str]) -> None:
        if self.window is not None:
            offers, used = found
            recommended = used if used not in ("", "builtin") else "base"
            self.window.model.show_offers(offers, recommended)
            self._look_at_download(self.window)
            if self._program.shelf.fetching is None:
                self.window.model.show_progress(None)

    @Slot(str)
    def _download(self, name: str) -> None:
        if self.window is None:
            return
        self.window.model.complain("")
        try:
            self._program.shelf.download(name, use=True)
        except DictateError as error:
            self.window.model.complain(str(error))
            return
        self._was_fetching = True
        self.look()

    @Slot(str)
    def _use(self, name: str) -> None:
        self._do(lambda: self._program.shelf.use(name), lambda _: self._list_models())

    def _ask_what_to_import(self) -> None:
        title = translate("Models", "Import a model")
        name, _ = QFileDialog.getOpenFileName(self.window, title)
        if name:
            self.bring(Path(name))

    def bring(self, source: Path) -> None:
        """Import a model and use it; the file of a folder stands for the folder."""
        if source.name in ("model.bin", "config.json"):
            source = source.parent
        shelf = self._program.shelf
        self._stop.clear()

        def work() -> None:
            shelf.use(shelf.bring(source, lambda _: None, self._stop).name)

        if self.window is not None:
            self.window.model.said.setText(translate("Welcome", "Importing…"))
        self._do(work, lambda _: self._list_models())

    # -- doing -----------------------------------------------------------------------------------

    def _do(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        """Do something off the GUI thread; what goes wrong is told on the page."""

        def attempt() -> object:
            try:
                return work()
            except DictateError as error:
                return error

        def finish(result: object) -> None:
            if self.window is None:
                return
            self.window.model.said.setText("")
            if isinstance(result, DictateError):
                self.window.microphone.button.setEnabled(True)
                self.window.microphone.said.setText("")
                self.window.page.complain(str(result))
            else:
                then(result)

        if self._chores is None:
            self._chores = Chores(self)
        self._chores.do(attempt, finish)


def is_offered(row: Row) -> bool:
    """Tell whether a model is among the few that are shown at first."""
    if row.is_here:
        return True
    return row.name in OFFERED and row.fit is not Fit.TOO_LARGE and not row.obstacle


def offer(row: Row, gflops: float, *, is_used: bool) -> Offer:
    """Return a model as a line: what it costs and what it gives."""
    if row.is_demonstration:
        words = translate("Welcome", "the built-in demonstration")
        facts = [translate("Welcome", "small vocabulary")]
    else:
        words = row.name
        facts = [wording.size(row.size_mb)] if row.size_mb else []
        if row.accuracy:
            accuracy = models_filter.accuracy(row)
            facts.append(translate("Welcome", "accuracy: {class}").replace("{class}", accuracy))
        if not row.is_whisper:  # its work does not grow as Whisper's does
            facts.append(models_filter.speed(row))
        elif row.parameters_m:
            wait = f"{max(0.1, pace.wait_s(row.parameters_m, gflops)):.1f}"
            facts.append(translate("Welcome", "about {s} s per sentence here").format(s=wait))
    if is_used:
        facts.append(translate("Models", "in use"))
    elif row.is_here:
        facts.append(translate("Models", "here"))
    return Offer(row.name, f"{words} – {', '.join(facts)}", row.is_here)
