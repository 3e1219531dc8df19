"""The profiles: a list in the order that counts, and the chosen one as a form below it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPushButton, QVBoxLayout

from dictate.gui import settings_profiles as doing
from dictate.gui.questions import Ask, ask
from dictate.gui.quiet_label import QuietLabel
from dictate.gui.settings_catalogue import Item
from dictate.gui.settings_fields import SettingField
from dictate.gui.settings_profile_form import Make, ProfileForm
from dictate.gui.settings_profiles import Edit, Profiles
from dictate.gui.settings_sources import Sources
from dictate.gui.translation import translate
from dictate.output.window import Window
from dictate.settings.profiles import Profile
from dictate.settings.schema import Settings

FEWEST_LINES, MOST_LINES = 2, 6


class ProfilesField(SettingField):
    """Emits each change as an ``Edit``."""

    is_wide = True
    look_wanted = Signal()
    """At the window that has the keyboard now, for ``show_window``."""
    field_made = Signal(object)
    """A SettingField of the form."""
    grown = Signal()
    """There is more to be reached by Tab."""

    def __init__(self, item: Item, sources: Sources, make: Make) -> None:
        super().__init__(item)
        self.is_sure: Ask = ask
        self._known: Profiles = {}
        self._settings = Settings()
        self.list = QListWidget()
        self.list.currentRowChanged.connect(lambda _: self._on_row())
        self.list.installEventFilter(self)
        self.add = self._button(translate("Settings", "Add"), self.add_one)
        self.duplicate = self._button(translate("Settings", "Duplicate"), self.duplicate_one)
        self.remove = self._button(translate("Settings", "Remove"), self.remove_one)
        self.up = self._button(translate("Settings", "Up"), lambda: self.move_one(-1))
        self.down = self._button(translate("Settings", "Down"), lambda: self.move_one(1))
        self.nothing = QuietLabel(translate("Settings", "There is none yet. “Add” makes one."))
        self.form = ProfileForm(item, make, can_look=sources.front is not None)
        self.form.changed.connect(self._change_one)
        self.form.rename_wanted.connect(self._rename_one)
        self.form.look_wanted.connect(self.look_wanted)
        self.form.field_made.connect(self.field_made)
        self.form.grown.connect(self.grown)
        self._lay_out()
        self.setFocusProxy(self.list)
        self._name(self.list)
        self._show_chosen()

    @property
    def chosen_name(self) -> str:
        """The profile whose form is shown; empty where there is none."""
        line = self.list.currentItem()
        return line.text() if line is not None else ""

    def fields(self) -> Iterator[SettingField]:
        """Return the fields of the form there are so far."""
        return self.form.fields()

    def show_settings(self, settings: Settings) -> None:
        """Show what is in force without a profile."""
        self._settings = settings
        self._known = settings.profiles
        self._fill()

    def show_value(self, _value: object) -> None:
        """Leave it to ``show_settings``, which has them as well."""

    def show_window(self, window: Window | None) -> None:
        """Show what a window tells of itself."""
        self.form.windows.show_window(window)

    def objection(self, _value: object) -> str:
        """Find nothing: the form judges each of its fields."""
        return ""

    def settle(self) -> None:
        """Take everything that is still being typed as done."""
        if self.chosen_name:
            self.form.settle()

    # -- what the buttons do -----------------------------------------------------------------------

    def add_one(self) -> None:
        """Make an empty profile and ask for its name."""
        self._add(doing.fresh_name(self._known, translate("Settings", "profile")), Profile())

    def duplicate_one(self) -> None:
        """Make one that says the same."""
        self.settle()
        if self.chosen_name:
            name = self.chosen_name
            self._add(doing.fresh_name(self._known, name), self._known[name])

    def remove_one(self) -> None:
        """Take the chosen one away, after a question where something is in it."""
        name = self.chosen_name
        if not name:
            return
        used = doing.used_by(self._settings, name)
        if self._known[name] != Profile() or used:
            question = translate("Settings", "Remove the profile {name}?").format(name=name)
            more = translate("Settings", "These hotkeys then have that of the window: {keys}.")
            more = more.format(keys=", ".join(map(doing.described, used))) if used else ""
            if not self.is_sure(self, question, more):
                return
        self._use(doing.removed(self._known, name))
        self.list.setFocus()

    def move_one(self, by: int) -> None:
        """Move the chosen one up or down."""
        if self.chosen_name:
            self._use(doing.moved(self._known, self.chosen_name, by))

    # -- inside ----------------------------------------------------------------------------------

    def _add(self, name: str, profile: Profile) -> None:
        if doing.can_grow(self._known):
            self.settle()
            self._use(doing.added(self._known, name, profile), name)
            self.form.name.setFocus()
            self.form.name.selectAll()

    def _on_row(self) -> None:
        if self.form.shown_name in self._known:
            self.form.settle()  # what was typed belongs to the one that was shown
        self._show_chosen()

    def _change_one(self, profile: Profile) -> None:
        self._use(doing.changed(self._known, self.form.shown_name, profile))

    def _rename_one(self, name: str) -> None:
        old = self.form.shown_name
        self._use(doing.renamed(self._known, old, name), name if self.chosen_name == old else "")

    def _use(self, known: Profiles, chosen: str = "") -> None:
        edit = Edit(self._known, known)
        self._known = known
        self._fill(chosen)
        if list(known.items()) != list(edit.before.items()):  # type: ignore[attr-defined]
            self.chosen.emit(edit)

    def _fill(self, chosen: str = "") -> None:
        """List the profiles; the chosen one stays, or its neighbour takes its place."""
        names = list(self._known)
        present = [self.list.item(row).text() for row in range(self.list.count())]
        at = self.list.currentRow()
        chosen = chosen or self.chosen_name
        if names != present:
            self.list.blockSignals(True)
            self.list.clear()
            self.list.addItems(names)
            self.list.blockSignals(False)
            self._fit_list()
        row = names.index(chosen) if chosen in names else min(max(at, 0), len(names) - 1)
        self.list.blockSignals(True)
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)
        self._show_chosen()

    def _fit_list(self) -> None:
        """Make the list as high as its lines, within reason."""
        lines = min(max(self.list.count(), FEWEST_LINES), MOST_LINES)
        line_px = max(self.list.sizeHintForRow(0), self.list.fontMetrics().height() + 4)
        self.list.setFixedHeight(lines * line_px + 2 * self.list.frameWidth() + 2)

    def _show_chosen(self) -> None:
        name = self.chosen_name
        names = list(self._known)
        self.form.setVisible(bool(name))
        self.nothing.setVisible(not name)
        self.list.setVisible(bool(names))
        at = names.index(name) if name else 0
        for button, is_on in (
            (self.add, doing.can_grow(self._known)),
            (self.duplicate, bool(name) and doing.can_grow(self._known)),
            (self.remove, bool(name)),
            (self.up, bool(name) and at > 0),
            (self.down, bool(name) and at < len(names) - 1),
        ):
            button.setEnabled(is_on)
        if name:
            self.form.show_profile(name, self._known, self._settings)

    def _button(self, text: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleDescription(self.item.label)
        button.clicked.connect(lambda _checked: do())
        return button

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.add, self.duplicate, self.remove, self.up, self.down):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        layout.addWidget(self.nothing)
        layout.addLayout(buttons)
        layout.addWidget(self.form)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take Delete and Alt with an arrow in the list."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if event.key() == Qt.Key.Key_Delete:
                self.remove_one()
                return True
            if is_alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self.move_one(-1 if event.key() == Qt.Key.Key_Up else 1)
                return True
        return super().eventFilter(watched, event)
