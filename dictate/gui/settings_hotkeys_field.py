"""The further hotkeys: a line for each with its keys, what a press means, and its profile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from dictate.gui import settings_catalogue as catalogue
from dictate.gui.hotkey_field import HotkeyField
from dictate.gui.quiet_label import QuietLabel
from dictate.gui.settings_catalogue import Item
from dictate.gui.settings_choice_fields import CalmBox
from dictate.gui.settings_fields import SettingField
from dictate.gui.settings_profiles import Edit
from dictate.gui.translation import translate
from dictate.settings.bindings import MOST, ExtraBinding
from dictate.settings.choices import HotkeyMode
from dictate.settings.schema import HotkeySettings, Settings

MAIN, MODE = "hotkey.binding", "hotkey.mode"


class KeysField(HotkeyField):
    """The keys of one of several hotkeys: its recorder takes the others into account."""

    def __init__(self, item: Item) -> None:
        super().__init__(item)
        self.own = ExtraBinding("")

    def seen_from(self, hotkey: HotkeySettings) -> HotkeySettings:
        """Return the hotkeys as if this one were the main one."""
        others = [extra for extra in hotkey.bindings if extra != self.own]
        main = ExtraBinding(hotkey.binding, hotkey.mode)
        return replace(
            hotkey, binding=self.own.binding, mode=self.own.mode, bindings=(main, *others)
        )


class HotkeyLine(QWidget):
    """One further hotkey; as long as it has no good keys it is a draft."""

    changed = Signal(object, object)
    """The ExtraBinding it was and the one it is to be."""
    complained = Signal(str)
    remove_wanted = Signal()

    def __init__(self, keys: Item, modes: Item, profiles: Item) -> None:
        super().__init__()
        self.value = ExtraBinding("")
        self.keys = KeysField(keys)
        self.mode, self.profile = CalmBox(), CalmBox()
        self.remove = QToolButton()
        self.remove.setText("✕")
        self.remove.setAutoRaise(True)
        self.remove.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for value, text in modes.choices:
            self.mode.addItem(text, value)
            hint = modes.hints.get(value, "")
            self.mode.setItemData(self.mode.count() - 1, hint, Qt.ItemDataRole.ToolTipRole)
        remove = translate("Settings", "Remove this hotkey")
        self.remove.setToolTip(remove)
        self._parts: tuple[tuple[QWidget, str], ...] = (
            (self.mode, modes.label),
            (self.profile, profiles.label),
            (self.remove, remove),
        )
        for box in (self.mode, self.profile):
            box.setMinimumContentsLength(10)
        self._wire()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget, share in ((self.keys, 4), (self.mode, 3), (self.profile, 3), (self.remove, 0)):
            layout.addWidget(widget, share)
        self.setFocusProxy(self.keys)

    @property
    def is_draft(self) -> bool:
        """Whether it is not in force yet."""
        return not self.value.binding

    def show_number(self, number: int) -> None:
        """Take a name by which its parts can be told from those of the other lines."""
        label = translate("Settings", "Further hotkey {number}").format(number=number)
        self.keys.item = replace(self.keys.item, label=label)
        self.keys.line.setAccessibleName(label)
        self.keys.record.setAccessibleDescription(label)
        for widget, name in self._parts:
            widget.setAccessibleName(f"{label}: {name}")

    def show_value(self, value: ExtraBinding, settings: Settings) -> None:
        """Show a hotkey; what is being typed stays while it does not change."""
        if value.binding != self.value.binding or self.keys.own.binding != value.binding:
            self.keys.show_value(value.binding)
        self.value = self.keys.own = value
        self.keys.show_settings(settings)
        self.mode.setCurrentIndex(self.mode.findData(value.mode.value))
        self._explain()
        names = list(settings.profiles)
        if value.profile and value.profile not in names:
            names.append(value.profile)
        self.profile.clear()
        self.profile.addItem(translate("Settings", "That of the window"), "")
        for name in names:
            self.profile.addItem(name, name)
        self.profile.setCurrentIndex(self.profile.findData(value.profile))

    # -- inside ----------------------------------------------------------------------------------

    def _wire(self) -> None:
        self.keys.edited.connect(lambda text: self.complained.emit(self.keys.objection(text)))
        self.keys.chosen.connect(self._take_keys)
        self.mode.activated.connect(lambda _: self._take(mode=HotkeyMode(self.mode.currentData())))
        self.profile.activated.connect(lambda _: self._take(profile=self.profile.currentData()))
        self.remove.clicked.connect(lambda _checked: self.remove_wanted.emit())

    def _take_keys(self, text: object) -> None:
        words = self.keys.objection(text)
        self.complained.emit(words)
        if not words:
            self._take(binding=str(text))

    def _take(self, **fields: object) -> None:
        old, self.value = self.value, replace(self.value, **fields)  # type: ignore[arg-type]
        self.keys.own = self.value
        self._explain()
        if not self.is_draft and self.value != old:
            self.changed.emit(old, self.value)

    def _explain(self) -> None:
        hint = str(self.mode.currentData(Qt.ItemDataRole.ToolTipRole) or "")
        self.mode.setToolTip(hint)
        self.mode.setAccessibleDescription(hint)


class HotkeysField(SettingField):
    """Emits each change as an ``Edit``."""

    is_wide = True
    record_wanted = Signal(object)
    """A HotkeyField."""
    grown = Signal()
    """There is more to be reached by Tab."""

    def __init__(self, item: Item) -> None:
        super().__init__(item)
        known = {one.name: one for group in catalogue.groups() for one in group.items}
        self._keys, self._modes, self._profiles = known[MAIN], known[MODE], known["hotkey.profile"]
        self._settings = Settings()
        self.lines: list[HotkeyLine] = []
        self.nothing = QuietLabel(translate("Settings", "There is none yet. “Add” makes one."))
        self.add = QPushButton(translate("Settings", "Add"))
        self.add.setAccessibleDescription(item.label)
        self.add.clicked.connect(lambda _checked: self.add_one())
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._column)
        layout.addWidget(self.nothing)
        layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.add)
        self._name(self.add)

    def show_settings(self, settings: Settings) -> None:
        """Show the hotkeys in force; drafts stay at the end."""
        self._settings = settings
        wanted = settings.hotkey.bindings
        drafts = [line for line in self.lines if line.is_draft]
        shown = [line for line in self.lines if not line.is_draft]
        for line in shown[len(wanted) :]:
            self._drop(line)
        shown = shown[: len(wanted)]
        while len(shown) < len(wanted):
            shown.append(self._make())
        for line, value in zip(shown, wanted, strict=True):
            line.show_value(value, settings)
        for draft in drafts:
            draft.show_value(draft.value, settings)
        self._arrange([*shown, *drafts])

    def show_value(self, _value: object) -> None:
        """Leave it to ``show_settings``, which has them as well."""

    def objection(self, _value: object) -> str:
        """Find nothing: each line judges itself."""
        return ""

    def settle(self) -> None:
        """Take what is still being typed as done."""
        for line in list(self.lines):
            line.keys.settle()

    def add_one(self) -> None:
        """Make a line that asks for its keys."""
        line = self._make()
        line.show_value(line.value, self._settings)
        self._arrange([*self.lines, line])
        line.keys.record.setFocus()

    # -- inside ----------------------------------------------------------------------------------

    def _make(self) -> HotkeyLine:
        line = HotkeyLine(self._keys, self._modes, self._profiles)
        line.changed.connect(self._change)
        line.complained.connect(self.complained)
        line.remove_wanted.connect(lambda: self._remove(line))
        line.keys.record_wanted.connect(lambda: self.record_wanted.emit(line.keys))
        return line

    def _change(self, old: ExtraBinding, new: ExtraBinding) -> None:
        """Put a hotkey in the place of another one, or behind all where there was none."""
        present = self._settings.hotkey.bindings
        if old in present:
            wanted = [new if one == old else one for one in present]
        else:
            wanted = [*present, new]
        self._use(wanted)

    def _remove(self, line: HotkeyLine) -> None:
        self._drop(line)
        self._arrange([one for one in self.lines if one is not line])
        self.complained.emit("")
        self.add.setFocus()
        if not line.is_draft:
            self._use([one for one in self._settings.hotkey.bindings if one != line.value])

    def _use(self, wanted: Sequence[ExtraBinding]) -> None:
        before = self._settings.hotkey
        after = replace(before, bindings=tuple(wanted))
        self._settings = replace(self._settings, hotkey=after)
        self.chosen.emit(Edit(before.bindings, after.bindings))

    def _drop(self, line: HotkeyLine) -> None:
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _arrange(self, lines: list[HotkeyLine]) -> None:
        for place, line in enumerate(lines):
            line.show_number(place + 1)
            if self._column.indexOf(line) != place:
                self._column.insertWidget(place, line)
        if len(lines) > len(self.lines):
            self.grown.emit()
        self.lines = lines
        self.nothing.setVisible(not lines)
        self.add.setEnabled(len(lines) < MOST)
