"""One profile as a form: its name, its windows, and the settings that are others with it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from dictate.gui import settings_profiles as doing
from dictate.gui.quiet_label import QuietLabel
from dictate.gui.settings_catalogue import Group, Item
from dictate.gui.settings_fields import SettingField, SwitchField
from dictate.gui.settings_fold import Fold
from dictate.gui.settings_labels import FieldKind
from dictate.gui.settings_profile_windows import WindowsPart
from dictate.gui.settings_profiles import Profiles
from dictate.gui.settings_row import SettingRow
from dictate.gui.translation import translate
from dictate.settings import salvage
from dictate.settings.profiles import KEPT_HERE, PRIVATE, Profile, resolved
from dictate.settings.salvage import Key
from dictate.settings.schema import Settings

Make = Callable[[Item], SettingField]


class ProfileRow(SettingRow):
    """A setting that a profile says, or that is as in the general settings."""

    def __init__(self, field: SettingField) -> None:
        super().__init__(field)
        self._is_own = False
        self.state = QuietLabel()
        self.words.insertWidget(1, self.state)
        hint = translate("Settings", "As in the general settings")
        self.reset.setToolTip(hint)
        self.reset.setAccessibleName(f"{self.item.label}: {hint}")

    @property
    def is_default(self) -> bool:
        """Whether the profile says nothing of it."""
        return not self._is_own

    def show_in_profile(self, value: object, *, is_own: bool, is_kept_here: bool) -> None:
        """Show what holds with the profile, and whether that comes from it."""
        self._is_own = is_own
        font = self.label.font()
        font.setBold(is_own)
        self.label.setFont(font)
        self.state.setText(_state(is_own=is_own, is_kept_here=is_kept_here))
        self.state.setVisible(is_own or is_kept_here)
        self.field.setEnabled(not is_kept_here)
        self.show_value(value)


def _state(*, is_own: bool, is_kept_here: bool) -> str:
    if is_kept_here:
        return translate("Settings", "Off, as the profile is private.")
    return translate("Settings", "Set in this profile.") if is_own else ""


class GroupPart(QWidget):
    """The settings of one group within a profile."""

    def __init__(self, group: Group, make: Make) -> None:
        super().__init__()
        self.rows = {item.name: ProfileRow(make(item)) for item in group.items}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 0, 0, 8)
        layout.setSpacing(2)
        for row in self.rows.values():
            layout.addWidget(row)

    def show_profile(self, profile: Profile, with_it: Settings) -> None:
        """Show what holds with a profile."""
        for name, row in self.rows.items():
            row.show_in_profile(
                salvage.value_of(with_it, name),
                is_own=name in profile.overrides,
                is_kept_here=profile.private and name in KEPT_HERE,
            )


class ProfileForm(QWidget):
    """Edits one profile at a time."""

    changed = Signal(object)
    """A Profile."""
    rename_wanted = Signal(str)
    look_wanted = Signal()
    grown = Signal()
    field_made = Signal(object)
    """A SettingField that may need something of the machine."""

    def __init__(self, item: Item, make: Make, *, can_look: bool) -> None:
        super().__init__()
        self._profile, self._name = Profile(), ""
        self._known: Profiles = {}
        self._settings = Settings()
        self._make = make
        self.name = QLineEdit()
        self.name.setAccessibleName(translate("Settings", "Name of the profile"))
        self.name.textEdited.connect(lambda _text: self._judge_name())
        self.name.editingFinished.connect(self._rename)
        self.name_problem = QuietLabel(alarm=True)
        self.name_problem.hide()
        self.used = QuietLabel()
        self.windows = WindowsPart(item, can_look=can_look)
        self.windows.changed.connect(self._on_windows)
        self.windows.look_wanted.connect(self.look_wanted)
        self.windows.grown.connect(self.grown)
        self.private = SettingRow(SwitchField(private_item()))
        self.private.chosen.connect(lambda _, on: self._make_private(on is True))
        self.private.reset_wanted.connect(lambda _: self._make_private(False))
        self.folds: dict[str, Fold] = {}
        self._groups = {group.name: group for group in doing.groups()}
        for group in self._groups.values():
            self.folds[group.name] = Fold(group.title, partial(self._make_group, group))
        self._lay_out()

    @property
    def shown_name(self) -> str:
        """Whose form this is; empty before the first."""
        return self._name

    def show_profile(self, name: str, known: Profiles, settings: Settings) -> None:
        """Show a profile of those that are known; ``settings`` are in force without it."""
        is_other = name != self._name
        self._profile, self._name, self._known = known[name], name, known
        self._settings = settings
        if is_other or not self.name.hasFocus():
            self.name.setText(name)
            self._complain("")
        if is_other:
            self.windows.forget()
        self.used.setText(_hotkeys(settings, name))
        self._show_parts()

    def settle(self) -> None:
        """Take everything that is still being typed as done."""
        self._rename()
        self.windows.settle()
        for field in self.fields():
            field.settle()

    def fields(self) -> Iterator[SettingField]:
        """Return all fields there are so far."""
        for part in self._parts():
            for row in part.rows.values():
                yield row.field

    # -- inside ----------------------------------------------------------------------------------

    def _parts(self) -> Iterator[GroupPart]:
        for fold in self.folds.values():
            if isinstance(fold.content, GroupPart):
                yield fold.content

    def _make_group(self, group: Group) -> GroupPart:
        part = GroupPart(group, self._make)
        for row in part.rows.values():
            row.chosen.connect(
                lambda key, value: self._use(doing.with_value(self._profile, key, value))
            )
            row.reset_wanted.connect(lambda key, row=row: self._reset(key, row))
            self.field_made.emit(row.field)
        part.show_profile(self._profile, resolved(self._settings, self._profile))
        return part

    def _reset(self, key: str, row: ProfileRow) -> None:
        self._use(doing.without(self._profile, key))
        row.show_again()

    def _use(self, profile: Profile) -> None:
        if profile != self._profile:
            self._profile = profile
            self._show_parts()
            self.changed.emit(profile)

    def _make_private(self, on: bool) -> None:
        self._use(dataclasses.replace(self._profile, private=on))

    def _on_windows(self, seen: Profile) -> None:
        self._use(
            dataclasses.replace(
                self._profile,
                window_class=seen.window_class,
                executable=seen.executable,
                title=seen.title,
            )
        )

    def _show_parts(self) -> None:
        self.windows.show_profile(self._profile)
        self.private.show_value(self._profile.private)
        with_it = resolved(self._settings, self._profile)
        for part in self._parts():
            part.show_profile(self._profile, with_it)
        for name, fold in self.folds.items():
            count = sum(item.name in self._profile.overrides for item in self._groups[name].items)
            fold.show_title(_heading(self._groups[name].title, count))

    def _judge_name(self) -> bool:
        words = doing.name_objection(self.name.text(), self._name, self._known)
        self._complain(words)
        return not words

    def _complain(self, words: str) -> None:
        self.name_problem.setText(f"⚠ {words}" if words else "")
        self.name_problem.setVisible(bool(words))

    def _rename(self) -> None:
        if self._name and self.name.text() != self._name and self._judge_name():
            self.rename_wanted.emit(self.name.text())

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        head = QLabel(translate("Settings", "&Name"))
        head.setBuddy(self.name)
        for widget in (head, self.name, self.name_problem, self.used):
            layout.addWidget(widget)
        title = QLabel(translate("Settings", "For these windows"))
        title.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(title)
        layout.addWidget(self.windows)
        layout.addWidget(self.private)
        title = QLabel(translate("Settings", "What is different"))
        title.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(title)
        words = translate("Settings", "What is not set here is as in the general settings.")
        layout.addWidget(QuietLabel(words))
        for fold in self.folds.values():
            layout.addWidget(fold)


def private_item() -> Item:
    """Return the switch of a private profile as if it were a setting."""
    field = next(one for one in dataclasses.fields(Profile) if one.name == PRIVATE)
    return Item(
        key=Key(f"profiles.{PRIVATE}", bool, False, field),
        label=translate("Settings", "Private"),
        doc=translate(
            "Settings",
            "Nothing of it is kept, and neither speech server nor clean-up nor your command gets "
            "any of it.",
        ),
        kind=FieldKind.SWITCH,
    )


def _heading(title: str, count: int) -> str:
    if not count:
        return title
    return translate("Settings", "{title} ({count} set)").format(title=title, count=count)


def _hotkeys(settings: Settings, name: str) -> str:
    used = doing.used_by(settings, name)
    if not used:
        return translate("Settings", "No hotkey has it; under “Hotkey” one can be given it.")
    words = translate("Settings", "With the hotkeys: {keys}.")
    return words.format(keys=", ".join(map(doing.described, used)))
