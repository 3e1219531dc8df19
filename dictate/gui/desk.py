"""The desktop's side of the program: keeps the facts, shows them, and does what the user chooses.

Lives in the GUI thread. What may take time (files, devices, applying settings) goes to ``Chores``.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from dictate.domain import (
    Notice,
    Phase,
    Severity,
)
from dictate.errors import DictateError
from dictate.events import (
    EngineChanged,
    Event,
    LevelMeasured,
    PhaseChanged,
    TakeFinished,
)
from dictate.gui import menu_model, settings_file
from dictate.gui.about import AboutBox
from dictate.gui.chores import Chores
from dictate.gui.core_sentences import told_notice
from dictate.gui.facts import DeviceRow, Facts, after
from dictate.gui.menu import MenuView
from dictate.gui.menu_lines import Action, Verb
from dictate.gui.menu_survey import MenuSurvey
from dictate.gui.notices import NoticeGate, Tip, tips_for
from dictate.gui.presence import Presence
from dictate.gui.program import ProgramPort
from dictate.gui.survey import Survey
from dictate.gui.translation import translate
from dictate.ports import Clipboard
from dictate.settings import store

log = logging.getLogger(__name__)

SLOW_OPENING_MS = 150
"""A microphone that gives sound sooner is not said to be opening: that would only flicker."""

_SETTINGS = {
    Verb.USE_MODEL: "engine.model",
    Verb.USE_DEVICE: "engine.device",
    Verb.USE_PRECISION: "engine.compute_type",
    Verb.USE_MICROPHONE: "audio.device",
    Verb.USE_OUTPUT: "output.method",
}


@dataclass(frozen=True, slots=True)
class Parts:
    """What a desk works with."""

    program: ProgramPort
    clipboard: Clipboard
    chores: Chores
    survey: Survey
    presence: Presence
    menu: MenuView
    settings_path: Path
    open_file: Callable[[QUrl], bool] = QDesktopServices.openUrl


class Desk(QObject):
    """Between the program and everything that shows it."""

    quit_wanted = Signal()
    settings_wanted = Signal()
    """The user wants to see the settings."""
    window_wanted = Signal(object)
    """The user wants to see the window of this Verb: models, files, first steps."""
    settings_changed = Signal()
    """Others are in force than were shown."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._program, self._chores = parts.program, parts.chores
        self._gate = NoticeGate()
        self._about: AboutBox | None = None
        self._survey = MenuSurvey(
            parts.survey, parts.program.held_models, parts.chores, parts.menu, self
        )
        self._survey.found.connect(self._on_found)
        self._opening_timer = QTimer(self, interval=SLOW_OPENING_MS, singleShot=True)
        self._opening_timer.timeout.connect(self._show_opening)
        self.facts = Facts(
            settings=parts.program.settings,
            # Until the survey is back; these two are always there.
            devices=(DeviceRow("auto"), DeviceRow("cpu")),
        )
        parts.chores.failed.connect(self._on_failure)
        parts.menu.chosen.connect(self.perform)

    @property
    def is_measuring(self) -> bool:
        """Whether memory and CPU are looked at."""
        return self._survey.is_measuring

    @property
    def is_waiting_for_sound(self) -> bool:
        """Whether a microphone opens that is not yet said to be opening."""
        return self._opening_timer.isActive()

    @property
    def about_box(self) -> AboutBox | None:
        """The box, once it was asked for."""
        return self._about

    # -- from the core ---------------------------------------------------------------------------

    def open(self) -> None:
        """Show the program and look up what the menu lists."""
        self._show(self._with_program_facts(self.facts))
        self._parts.presence.appear()
        self._survey.look()

    @Slot(object)
    def on_event(self, event: Event) -> None:
        """Show what an event of the core changes, and tell what it says."""
        if isinstance(event, LevelMeasured):
            self._parts.presence.show_level(event)
            return
        before = self.facts
        self._show(after(self._with_program_facts(before), event))
        if isinstance(event, PhaseChanged):
            self._opening_timer.stop()
            if event.phase is Phase.OPENING:
                self._opening_timer.start()
        if isinstance(event, EngineChanged | TakeFinished):
            self._survey.measure()  # the window shows what the model holds
        for tip in tips_for(event, before, self.facts):
            self.tell(tip)

    def note_first_start(self) -> None:
        """Know that the first steps came by themselves."""
        self.facts = replace(self.facts, is_first_start=True)

    def tell(self, tip: Tip) -> None:
        """Show a notice, unless it was just shown or there are too many."""
        tip = replace(tip, notice=told_notice(tip.notice))
        if self._gate.admits(tip.notice, time.monotonic()):
            self._parts.presence.tell(tip)

    # -- from the user ---------------------------------------------------------------------------

    @Slot(object)
    def perform(self, action: Action) -> None:
        """Do what was chosen."""
        log.info("chosen: %s", action.verb)
        match action.verb:
            case Verb.TOGGLE | Verb.START_WITH | Verb.CANCEL | Verb.RETRY:
                self._steer(action, time.monotonic())
            case Verb.DOWNLOAD_MODEL | Verb.PAUSE:
                self._chores.do(self._task(action), lambda _: self.refresh())
            case Verb.SET_PRE_ROLL:
                self._change("audio.pre_roll_ms", float(action.argument))
            case Verb.COPY_LAST | Verb.COPY_RAW | Verb.COPY_TEXT as verb:
                is_last = verb is Verb.COPY_LAST
                last = self._program.last_text if is_last else self._program.raw_text
                self._copy(action.argument or last)
            case Verb.OPEN_SETTINGS:
                self._open_settings()
            case Verb.OPEN_PAGE:
                self._open_page(action.argument)
            case Verb.SHOW_WINDOW:
                self._parts.presence.open_window()
            case Verb.ABOUT:
                self._show_about()
            case (Verb.MODELS | Verb.FILES | Verb.WELCOME | Verb.HISTORY | Verb.STATISTICS) as verb:
                self.window_wanted.emit(verb)
            case Verb.SETTINGS | Verb.QUIT as verb:
                wanted = self.quit_wanted if verb is Verb.QUIT else self.settings_wanted
                wanted.emit()
            case verb if not self._rewrite(action):
                self._change(_SETTINGS[verb], action.argument)

    def _steer(self, action: Action, now_s: float) -> None:
        """Have a take begin, end or come back."""
        match action.verb:
            case Verb.TOGGLE:
                self._program.toggle(now_s)
            case Verb.START_WITH:
                self._program.begin(now_s, action.argument)
            case Verb.CANCEL:
                self._program.cancel(now_s)
            case _:
                self._program.retry(now_s)

    def _rewrite(self, action: Action) -> bool:
        """Do something with a text in its window; False when it is about something else."""
        ways: dict[Verb, Callable[[], object]] = {
            Verb.INSERT_AGAIN: self._program.insert_again,
            Verb.TAKE_BACK: self._program.take_back,
            Verb.SWAP: self._program.swap,
            Verb.INSERT_TEXT: partial(self._program.insert_text, action.argument),
        }
        try:
            ways.get(action.verb, _nothing)()
        except DictateError as error:
            self._on_failure(error.notice())
        return action.verb in ways

    def _task(self, action: Action) -> Callable[[], None]:
        argument = action.argument
        if action.verb is Verb.PAUSE:
            return lambda: self._program.pause(argument == "on")
        return lambda: self._program.download_model(argument)

    def _change(self, key: str, value: str | float) -> None:
        def change() -> None:
            self._program.change(store.replace_value(self._program.settings, key, value))

        self._chores.do(change, lambda _: self.refresh())

    def _copy(self, text: str) -> None:
        try:
            self._parts.clipboard.write_text(text)
        except DictateError as error:
            self._on_failure(error.notice())

    def _open_settings(self) -> None:
        path = self._parts.settings_path
        self._chores.do(lambda: settings_file.ensure(path, self._program.settings), self._open)

    def _open(self, path: Path) -> None:
        if self._parts.open_file(QUrl.fromLocalFile(str(path))):
            return
        message = translate("Notice", "No program opens the settings file.")
        step = translate("Notice", "Open it in an editor: {path}").format(path=path)
        self.tell(Tip(Notice(Severity.WARNING, message, step)))

    def _open_page(self, address: str) -> None:
        if self._parts.open_file(QUrl(address)):
            return
        message = translate("Notice", "No program opens the page.")
        step = translate("Notice", "Open it in a browser: {address}").format(address=address)
        self.tell(Tip(Notice(Severity.WARNING, message, step)))

    def _show_about(self) -> None:
        if self._about is None:
            self._about = AboutBox()
        self._about.show_facts(self.facts, self._parts.settings_path)
        self._about.show()
        self._about.raise_()
        self._about.activateWindow()

    @Slot(object)
    def _on_failure(self, notice: Notice) -> None:
        self.refresh()  # the menu may show a choice that did not come true
        self.tell(Tip(notice))

    # -- what is shown ---------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the facts again, with what the program has changed since."""
        self._show(self._with_program_facts(self.facts))

    def _with_program_facts(self, facts: Facts) -> Facts:
        settings, status = self._program.settings, self._program.status()
        problem = status.hotkey_problem
        binding = settings.hotkey.binding
        named = status.trigger or self._parts.survey.hotkey(binding)
        hotkey = "" if problem is not None else named
        return replace(
            facts,
            settings=settings,
            hotkey_problem=problem,
            hotkey=hotkey,
            is_paused=status.paused,
        )

    def _show(self, facts: Facts) -> None:
        is_changed = facts.settings != self.facts.settings
        self.facts = facts
        if is_changed:
            self.settings_changed.emit()
        self._parts.menu.show_lines(menu_model.build(facts))
        self._parts.presence.show_facts(facts)

    @Slot()
    def _show_opening(self) -> None:
        self._show(replace(self.facts, is_slow_to_open=True))

    @Slot(object)
    def _on_found(self, change: Callable[[Facts], Facts]) -> None:
        self._show(change(self.facts))


def _nothing() -> None:
    """There is nothing to be done."""
