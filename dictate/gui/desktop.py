"""Puts the desktop together: bridge, core, desk, tray or window, signals, and the farewell."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon

from dictate.assembly import memory
from dictate.domain import Phase
from dictate.events import Event, TakeFinished
from dictate.gui import language, language_names, notices, starting
from dictate.gui.bridge import Bridge
from dictate.gui.chores import Chores
from dictate.gui.desk import Desk, Parts
from dictate.gui.facts import Facts
from dictate.gui.farewell import Farewell
from dictate.gui.menu import MenuView
from dictate.gui.menu_lines import Action, Verb
from dictate.gui.notices import Tip
from dictate.gui.overlay import Overlay
from dictate.gui.presence import Presence
from dictate.gui.program import ProgramPort
from dictate.gui.qt_clipboard import QtClipboard
from dictate.gui.quit_signals import QuitSignals
from dictate.gui.side_windows import SideWindows
from dictate.gui.sounds_player import SoundPlayer
from dictate.gui.sounds_switch import Sounds
from dictate.gui.survey import Survey
from dictate.gui.tray import Tray
from dictate.gui.window import Window
from dictate.ports import Clipboard, Publish
from dictate.settings.schema import Settings
from dictate.settings.store import Loaded

if TYPE_CHECKING:
    from dictate.gui.settings_desk import SettingsDesk

CHORES_S = 0.3
"""How long the end waits for a job that is being done."""


Build: TypeAlias = Callable[[Settings, Publish, Clipboard], ProgramPort]
"""Makes the program that runs behind the desktop."""


class Desktop(QObject):
    """Everything in the GUI thread, made once a QApplication is there."""

    _show_asked = Signal()
    _quit_asked = Signal()
    _welcome_asked = Signal()

    def __init__(  # noqa: PLR0913  # all that is made before it
        self,
        loaded: Loaded,
        settings_path: Path,
        build: Build,
        survey: Survey,
        close_channel: Callable[[], None],
        *,
        icon: QSystemTrayIcon | None = None,
    ) -> None:
        """``icon`` is in the tray already, from before the program was loaded."""
        super().__init__()
        self._bridge = Bridge(self)
        self._clipboard = QtClipboard(parent=self)
        self._chores = Chores(self)
        self._problems = loaded.problems
        self._settings_path = settings_path
        self._language = loaded.settings.system.language
        self.program = build(loaded.settings, self._bridge.publish, self._clipboard)
        self._menu = MenuView(self)
        self._tray = Tray(self._menu.menu, self, icon)
        self._window = Window(self._menu.menu)
        self._presence = Presence(
            self._tray, self._window, QSystemTrayIcon.isSystemTrayAvailable, parent=self
        )
        self._overlay = Overlay(
            lambda: self.program.settings.overlay,
            parent=self,
            is_leaving=lambda: bool(self.facts.speech_leaving),
            is_private=lambda: self.facts.is_private,
            language=lambda: language_names.native_name(self.facts.spoken_language),
            tray=lambda: self._tray.area,
        )
        self._sounds = Sounds(lambda: self.program.settings.overlay, SoundPlayer(), time.monotonic)
        parts = Parts(
            self.program,
            self._clipboard,
            self._chores,
            survey,
            self._presence,
            self._menu,
            settings_path,
        )
        self._desk = Desk(parts, self)
        self._side_windows = SideWindows(self.program, lambda: self.facts, self._clipboard, self)
        self._side_windows.take_drops_on(self._window)
        self._signals = QuitSignals(self)
        self.farewell = Farewell(
            self._vanish,
            (close_channel, self._finish_chores, self.program.close, self._sounds.close),
            parent=self,
        )
        self._connect()

    @property
    def facts(self) -> Facts:
        """What is shown now."""
        return self._desk.facts

    def open(self) -> None:
        """Show the program and start its core."""
        self._desk.open()
        for notice in notices.about_settings(self._problems):
            self._desk.tell(Tip(notice))
        self._sounds.refresh()
        self._chores.do(self.program.start, lambda _: self._desk.refresh())
        self._chores.do(starting.load_later)
        if self._side_windows.greet(self._settings_path):
            self._desk.note_first_start()

    def close(self) -> None:
        """Let go of what lives in the GUI thread, after the event loop has ended."""
        self._signals.close()
        self._bridge.close()
        self._clipboard.close()

    def ask_to_show(self) -> None:
        """Show the window soon; from any thread."""
        self._show_asked.emit()

    def ask_for_first_steps(self) -> None:
        """Show the first steps soon; from any thread."""
        self._welcome_asked.emit()

    def ask_to_quit(self) -> None:
        """Quit soon; from any thread."""
        self._quit_asked.emit()

    def _vanish(self) -> None:
        self._presence.vanish()
        self._overlay.vanish()
        if "_settings" in self.__dict__:
            self._settings.close()
        self._side_windows.close()

    def _finish_chores(self) -> None:
        # A start that is under way must be over before the core is closed.
        self._chores.close(CHORES_S)

    @cached_property
    def _settings(self) -> SettingsDesk:
        """The settings window; loaded when it is first needed."""
        from dictate.gui.settings_desk import SettingsDesk
        from dictate.gui.settings_sources import real_sources

        desk = SettingsDesk(
            self.program, self._chores, real_sources(), self._open_settings_file, self
        )
        desk.applied.connect(self._desk.refresh)
        return desk

    @Slot()
    def _show_settings(self) -> None:
        self._settings.open()

    @Slot(object)
    def _on_event(self, event: Event) -> None:
        if isinstance(event, TakeFinished):
            self._chores.do(memory.give_back)

    @Slot()
    def _on_show_asked(self) -> None:
        """Show the window; while somebody speaks, the keyboard stays where the text is to go."""
        if self._is_idle:
            self._presence.open_window()
        else:
            self._window.appear()

    @Slot()
    def _on_welcome_asked(self) -> None:
        self._side_windows.show_first_steps(quietly=not self._is_idle)

    @property
    def _is_idle(self) -> bool:
        return self.facts.phase is Phase.IDLE

    @Slot()
    def _on_settings(self) -> None:
        if "_settings" in self.__dict__:
            self._settings.refresh()
        wanted = self.program.settings.system.language
        if wanted != self._language:
            self._language = wanted
            language.use(wanted)
            # Later: the change may come from the window that is made anew.
            QTimer.singleShot(0, self, self._speak_anew)

    @Slot()
    def _speak_anew(self) -> None:
        if "_settings" in self.__dict__:
            self._settings.reopen()
        self._desk.refresh()

    def _open_settings_file(self) -> None:
        self._desk.perform(Action(Verb.OPEN_SETTINGS))

    @Slot()
    def _on_scheme(self) -> None:
        self._desk.refresh()

    def _connect(self) -> None:
        desk, queued = self._desk, Qt.ConnectionType.QueuedConnection
        self._bridge.arrived.connect(desk.on_event)
        self._bridge.arrived.connect(self._overlay.on_event)
        self._bridge.arrived.connect(self._sounds.on_event)
        self._bridge.arrived.connect(self._side_windows.on_event)
        self._bridge.arrived.connect(self._on_event)
        self._side_windows.settings_wanted.connect(self._show_settings)
        self._welcome_asked.connect(self._on_welcome_asked, queued)
        self._overlay.stop_wanted.connect(lambda: self.program.end(time.monotonic()))
        self._overlay.cancel_wanted.connect(lambda: self.program.cancel(time.monotonic()))
        self._tray.chosen.connect(desk.perform)
        self._window.chosen.connect(desk.perform)
        self._show_asked.connect(self._on_show_asked, queued)
        self._quit_asked.connect(self.farewell.begin, queued)
        desk.quit_wanted.connect(self.farewell.begin)
        desk.settings_wanted.connect(self._show_settings)
        desk.window_wanted.connect(self._side_windows.open)
        desk.settings_changed.connect(self._on_settings)
        self._signals.arrived.connect(self.farewell.begin)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme)
