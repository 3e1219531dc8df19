"""Leads through the first steps: listens to the microphone, sees the hotkey, has a model fetched.

Everything is tried on the real program: the hotkey page sees the take that a press begins and takes
it back, and the last page is typed into as any window is.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from dictate.domain import Phase
from dictate.errors import DictateError
from dictate.events import Event, NoticeRaised, PhaseChanged, TakeFinished
from dictate.gui import front, wording
from dictate.gui.chores import Chores
from dictate.gui.core_sentences import told_line
from dictate.gui.facts import Facts
from dictate.gui.program import ProgramPort
from dictate.gui.translation import translate
from dictate.gui.welcome_microphone import MicrophoneTrial, Senses
from dictate.gui.welcome_offers import is_offered, offer
from dictate.gui.welcome_pages import Offer, Page
from dictate.gui.welcome_window import WelcomeWindow
from dictate.settings.choices import HotkeyMode

LOOK_EVERY_MS = 200
CLOSING_S = 0.3
CALM_MS = 500
"""The key that took a recording back may reach the window after the recording has ended."""


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
        self._trial: MicrophoneTrial | None = None
        self._stop = threading.Event()
        self._is_pressed = False
        self._was_fetching = False
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._calm = QTimer(self, interval=CALM_MS, singleShot=True)
        self._calm.timeout.connect(self._on_calm)
        self.window: WelcomeWindow | None = None

    def open(self, *, quietly: bool = False) -> None:
        """Begin with the first page, at the front or without the focus."""
        if self.window is None:
            self.window = self._make()
        self.window.turn(0)
        self._timer.start()
        (front.quietly if quietly else front.to_front)(self.window)

    def close(self) -> None:
        """Close the window and let the microphone go."""
        if self.window is not None:
            window, self.window = self.window, None
            window.close()
            window.deleteLater()
        self._rest()
        self._trial = None
        if self._chores is not None:
            self._chores.close(CLOSING_S)
            self._chores = None

    def _make(self) -> WelcomeWindow:
        window = WelcomeWindow()
        window.turned.connect(self._on_turned)
        window.closed.connect(self._rest)
        self._trial = MicrophoneTrial(
            window.microphone, self._program, self._senses, self._do, window
        )
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
        page.complain("")
        if self._trial is not None:
            self._trial.end()
        if page is window.microphone and self._trial is not None:
            self._trial.begin()
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
            window.hotkey.complain(told_line(problem))
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
                window.model.complain(told_line(problem))
            self._list_models()

    @Slot(object)
    def on_event(self, event: Event) -> None:
        """Follow what happens while the window is open."""
        window = self.window
        if window is None or not window.isVisible():
            return
        if isinstance(event, PhaseChanged):
            self._note_take(window, event.phase)
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
            window.page.complain(told_line(event.notice))

    def _note_take(self, window: WelcomeWindow, phase: Phase) -> None:
        if phase is Phase.IDLE:
            self._calm.start()
        else:
            self._calm.stop()
            window.is_dictating = True

    @Slot()
    def _on_calm(self) -> None:
        if self.window is not None:
            self.window.is_dictating = False

    def _follow_key(self, window: WelcomeWindow, phase: Phase) -> None:
        if phase in (Phase.OPENING, Phase.RECORDING):
            self._is_pressed = True
            window.hotkey.show_steps(is_pressed=True, is_released=False)
        elif self._is_pressed:
            self._is_pressed = False
            window.hotkey.show_steps(is_pressed=True, is_released=True)
            if phase is not Phase.IDLE:
                self._program.cancel(time.monotonic())

    @Slot()
    def _rest(self) -> None:
        if self._trial is not None:
            self._trial.end()
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
            self.window.model.complain(told_line(error))
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
                if self._trial is not None:
                    self._trial.recover()
                self.window.page.complain(told_line(result))
            else:
                then(result)

        if self._chores is None:
            self._chores = Chores(self)
        self._chores.do(attempt, finish)
