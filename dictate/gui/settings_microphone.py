"""Which microphone is used, and how loud it is: the level runs only while one asks for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from dictate.gui.core_sentences import told
from dictate.gui.level_meter import LevelMeter
from dictate.gui.menu_choices import DEFAULT_MICROPHONE
from dictate.gui.settings_catalogue import Item
from dictate.gui.settings_choice_fields import CalmBox
from dictate.gui.settings_fields import SettingField
from dictate.gui.settings_sources import Listen, Listening
from dictate.gui.translation import translate


class _Relay(QObject):
    """Carries levels from the thread that listens into the GUI's."""

    level = Signal(object)
    failure = Signal(object)


class MicrophoneField(SettingField):
    """A list of the microphones with a button that shows the level of the chosen one."""

    is_wide = True

    def __init__(self, item: Item, listen: Listen) -> None:
        super().__init__(item)
        self._listen = listen
        self._listening: Listening | None = None
        self._relay = _Relay(self)
        queued = Qt.ConnectionType.QueuedConnection
        self._relay.level.connect(self._show_level, queued)
        self._relay.failure.connect(self._show_failure, queued)
        self._value = DEFAULT_MICROPHONE
        self._names: tuple[str, ...] = ()
        self.box = CalmBox()
        self.box.activated.connect(lambda index: self._choose(str(self.box.itemData(index))))
        self.button = QPushButton(translate("Settings", "Show the level"))
        self.button.setCheckable(True)
        self.button.toggled.connect(self._turn)
        self.meter = LevelMeter()
        self.meter.hide()
        line = QHBoxLayout()
        line.addWidget(self.box, 1)
        line.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(line)
        layout.addWidget(self.meter)
        self.setFocusProxy(self.box)
        self._name(self.box)
        self._fill()

    @property
    def is_listening(self) -> bool:
        """Whether the microphone is on for the level."""
        return self._listening is not None

    def show_value(self, value: object) -> None:
        """Show the chosen one, also when it is not connected."""
        if str(value) != self._value:
            self._value = str(value)
            self._fill()
            self._listen_anew()

    def show_microphones(self, names: tuple[str, ...]) -> None:
        """Offer these."""
        if names != self._names:
            self._names = names
            self._fill()

    def _fill(self) -> None:
        self.box.clear()
        self.box.addItem(translate("Menu", "Default of the desktop"), DEFAULT_MICROPHONE)
        for name in self._names:
            self.box.addItem(name, name)
        if self._value != DEFAULT_MICROPHONE and self._value not in self._names:
            away = translate("Menu", "{name} (not connected)").format(name=self._value)
            self.box.addItem(away if self._names else self._value, self._value)
        self.box.setCurrentIndex(self.box.findData(self._value))

    def _choose(self, name: str) -> None:
        self._value = name
        self.chosen.emit(name)
        self._listen_anew()

    # -- level -----------------------------------------------------------------------------------

    def _turn(self, on: bool) -> None:
        self.button.setText(
            translate("Settings", "Hide the level")
            if on
            else translate("Settings", "Show the level")
        )
        self.meter.setVisible(on)
        self.meter.rest()
        if on:
            relay = self._relay
            self._listening = self._listen(self._value, relay.level.emit, relay.failure.emit)
        elif self._listening is not None:
            self._listening.close()
            self._listening = None

    def _listen_anew(self) -> None:
        if self.button.isChecked():
            self.button.setChecked(False)
            self.button.setChecked(True)

    @Slot(object)
    def _show_level(self, level: object) -> None:
        if self._listening is not None:
            self.meter.show_level(level)  # type: ignore[arg-type]  # signals carry objects

    @Slot(object)
    def _show_failure(self, error: object) -> None:
        self.button.setChecked(False)
        self.complained.emit(told(str(error)))

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Turn the microphone off with the window."""
        self.button.setChecked(False)
        super().hideEvent(event)
