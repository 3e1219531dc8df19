"""Between the settings window and the program: every change, import and export goes through here.

Files and the program are only touched in ``Chores``. The window always shows what the program has
in force, whoever changed it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from dictate.errors import DictateError
from dictate.gui import front
from dictate.gui import settings_transfer as transfer
from dictate.gui.chores import Chores
from dictate.gui.core_sentences import told, told_line
from dictate.gui.hotkey_dialog import HotkeyDialog
from dictate.gui.hotkey_field import HotkeyField
from dictate.gui.program import ProgramPort
from dictate.gui.questions import Ask, ask
from dictate.gui.settings_profiles_field import ProfilesField
from dictate.gui.settings_sources import Sources
from dictate.gui.settings_window import SettingsWindow
from dictate.gui.translation import translate
from dictate.hotkey.binding import Binding
from dictate.output.window import Window
from dictate.settings import store
from dictate.settings.schema import Settings


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What kept a change from being saved, if anything; it is in force all the same."""

    why: object


class SettingsDesk(QObject):
    """Makes the window when it is first asked for."""

    applied = Signal()
    """Others are in force than before."""

    def __init__(
        self,
        program: ProgramPort,
        chores: Chores,
        sources: Sources,
        open_file: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._program, self._chores, self._sources = program, chores, sources
        self._open_file = open_file
        self.is_sure: Ask = ask
        self._unsaved: Settings | None = None
        """What was in force when it could not be saved, and that was said."""
        self.window: SettingsWindow | None = None

    def open(self, *, quietly: bool = False) -> None:
        """Show the window, at the front or without the focus."""
        if self.window is None:
            self.window = self._make()
        if not self.window.isVisible():
            self._tell("")
        self.window.show_settings(self._program.settings)
        self._chores.do(self._sources.microphones, self.window.show_microphones)
        self._chores.do(self._sources.models, self.window.show_models)
        (front.quietly if quietly else front.to_front)(self.window)

    def refresh(self) -> None:
        """Show what is in force, if the window is there."""
        if self.window is not None:
            self.window.show_settings(self._program.settings)
            if self._unsaved not in (None, self._program.settings):
                self._unsaved = None
                self._tell("")  # somebody has mended the file

    def reopen(self) -> None:
        """Make the window anew if it is there, in the language of now, at the same group.

        The keyboard is where it was: the language may have been changed in the file.
        """
        if self.window is not None:
            is_open, group = self.window.isVisible(), self.window.list.currentRow()
            has_focus = self.window.isActiveWindow()
            self.close()
            if is_open:
                self.open(quietly=not has_focus)
                self.window.list.setCurrentRow(group)

    def close(self) -> None:
        """Close the window; the next one is made anew."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None

    # -- from the window ---------------------------------------------------------------------------

    def _make(self) -> SettingsWindow:
        window = SettingsWindow(self._sources)
        window.chosen.connect(self._change)
        window.reset_wanted.connect(self._reset)
        window.import_wanted.connect(self._read)
        window.export_wanted.connect(self._export)
        window.file_wanted.connect(self._open_file)
        window.record_wanted.connect(self._record)
        window.look_wanted.connect(self._look)
        return window

    @Slot(str, object)
    def _change(self, key: str, value: object) -> None:
        self._apply({key: value})

    @Slot(object)
    def _reset(self, keys: tuple[str, ...]) -> None:
        lost = transfer.lost_with(self._program.settings, keys or transfer.ALL)
        if not keys:
            question = translate("Settings", "Give all settings their defaults?")
            more = translate("Settings", "What is in the settings file and unknown here stays.")
        else:
            question, more = translate("Settings", "Remove these?"), ""
        if lost:
            words = translate("Settings", "These are removed: {names}.")
            more = f"{words.format(names=', '.join(lost))}\n{more}".strip()
        if (lost or not keys) and not self.is_sure(self.window, question, more):
            return
        self._apply(transfer.defaults(keys or transfer.ALL))
        for key in keys:
            if self.window is not None:
                self.window.row(key).show_again()

    def _apply(self, values: dict[str, object]) -> None:
        def change() -> object:
            settings = self._program.settings
            for key, value in values.items():
                settings = transfer.with_change(settings, key, value)
            is_new = settings != self._program.settings
            return self._program.change(settings) if is_new else None

        self._do(lambda: Unsaved(change()), self._on_applied)

    def _on_applied(self, result: object) -> None:
        assert isinstance(result, Unsaved)
        self._unsaved = None if result.why is None else self._program.settings
        if result.why is None:
            self._tell(translate("Settings", "In force and saved."))
        else:
            words = translate("Settings", "In force, but not saved. {why}")
            self._tell(words.format(why=told(str(result.why))))
        self.applied.emit()

    def _do(self, work: Callable[[], object], then: Callable[[object], None]) -> None:
        """Do something in ``Chores`` and show what is then in force, or what went wrong."""

        def attempt() -> object:
            try:
                return work()
            except DictateError as error:
                return error

        def finish(result: object) -> None:
            self.refresh()
            if isinstance(result, DictateError):
                self._tell(told_line(result))
            else:
                then(result)

        self._chores.do(attempt, finish)

    def _tell(self, words: str) -> None:
        if self.window is not None:
            self.window.tell(words)

    # -- files -------------------------------------------------------------------------------------

    @Slot(object)
    def _read(self, path: Path) -> None:
        self._do(lambda: transfer.load_foreign(path), self._on_read)

    def _on_read(self, found: object) -> None:
        assert isinstance(found, store.Loaded)
        changes = transfer.changed(self._program.settings, found)
        if not changes:
            words = translate("Settings", "This file changes nothing.")
            self._tell(" ".join([words, *(str(one) for one in found.problems[:1])]))
        elif self.is_sure(
            self.window,
            translate("Settings", "Change {count} settings to those of the file?").format(
                count=len(changes)
            ),
            transfer.import_words(changes, found),
        ):
            self._apply(changes)

    @Slot(object)
    def _export(self, path: Path) -> None:
        settings = self._program.settings
        words = translate("Settings", "Written to {path}.").format(path=path)
        self._do(lambda: transfer.export(settings, path), lambda _: self._tell(words))

    # -- keys --------------------------------------------------------------------------------------

    @Slot(object)
    def _record(self, field: HotkeyField) -> None:
        hotkey = field.seen_from(self._program.settings.hotkey)
        dialog = HotkeyDialog(field.item, hotkey, self._sources, self.window)
        dialog.asked.connect(lambda chord: self._look_up(chord, dialog))
        dialog.recorded.connect(field.take)
        self._program.pause_hotkey(True)
        dialog.finished.connect(lambda _: self._program.pause_hotkey(False))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _look_up(self, chord: Binding, dialog: HotkeyDialog) -> None:
        def show(taken: bool) -> None:
            if isValid(dialog):  # it may be closed by now
                dialog.show_taken(taken)

        self._chores.do(lambda: self._sources.is_taken(chord), show)

    # -- windows -----------------------------------------------------------------------------------

    @Slot(object)
    def _look(self, field: ProfilesField) -> None:
        def show(window: Window | None) -> None:
            if isValid(field):
                field.show_window(window)

        if self._sources.front is not None:
            self._chores.do(self._sources.front, show)
