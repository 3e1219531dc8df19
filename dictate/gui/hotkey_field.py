"""A hotkey: its keys in words, and a button that records others."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from dictate.errors import BindingInvalid
from dictate.gui import hotkey_advice, key_words
from dictate.gui.settings_catalogue import Item
from dictate.gui.settings_fields import TextField
from dictate.gui.translation import translate
from dictate.hotkey import binding
from dictate.hotkey.binding import Binding
from dictate.settings.schema import HotkeySettings, Settings


class HotkeyField(TextField):
    """The keys as text, in the user's words or the file's, and the recorder for everybody."""

    record_wanted = Signal()

    def __init__(self, item: Item) -> None:
        super().__init__(item)
        self._hotkey: HotkeySettings | None = None
        self.record = QPushButton(translate("Settings", "Record…"))
        self.record.setAccessibleDescription(item.label)
        self.record.clicked.connect(lambda _checked: self.record_wanted.emit())
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.record)

    def objection(self, value: object) -> str:
        """Tell about keys that do not exist, or mean something else; none may be right."""
        if not value and not self.item.key.default:
            return ""
        wrong = hotkey_advice.misread(str(value)) or super().objection(value)
        return wrong or self._in_the_way(binding.parse(str(value)))

    def show_settings(self, settings: Settings) -> None:
        """Take note of all other keys."""
        self._hotkey = settings.hotkey

    def _write(self, value: object) -> str:
        try:
            return key_words.in_words(binding.parse(str(value)))
        except BindingInvalid:
            return str(value)

    def _read(self, text: str) -> object:
        return key_words.written(text)

    def in_words(self, value: object) -> str:
        """Return keys as they stand in the field."""
        return self._write(value)

    def seen_from(self, hotkey: HotkeySettings) -> HotkeySettings:
        """Return the hotkeys in force as the recorder is to take them."""
        return hotkey

    def _in_the_way(self, chord: Binding) -> str:
        if self._hotkey is None:
            return ""
        purpose = hotkey_advice.purpose_of(self.item.name)
        others = hotkey_advice.others_than(self.item.name, self.seen_from(self._hotkey))
        return hotkey_advice.in_the_way(chord, purpose, others)

    def take(self, text: str) -> None:
        """Use what was recorded."""
        self.line.setText(self._write(text))
        self.settle()
