"""Records a hotkey: shows each press and release, and says what is to be said about the chord.

Keys come from the same listener that hears the hotkey, so that what is recorded is what works. On
Wayland no window sees the keys of others; there the window's own key events have to do. While keys
are recorded the dialog keeps the keyboard for itself, or Tab and Return would do their usual work.
"""

from __future__ import annotations

import logging
import time

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dictate import keynames, keysyms
from dictate.errors import HotkeyError
from dictate.gui import hotkey_advice, key_words
from dictate.gui.outlined import OutlinedCheckBox
from dictate.gui.quiet_label import QuietLabel
from dictate.gui.settings_catalogue import Item
from dictate.gui.settings_sources import Sources
from dictate.gui.translation import number, translate
from dictate.hotkey import chord_recorder
from dictate.hotkey.binding import Binding
from dictate.hotkey.chord_recorder import Recorded
from dictate.settings.schema import HotkeySettings

log = logging.getLogger(__name__)

LOOK_EVERY_MS = 20
LEAVING_MS = 300
"""Windows that come up take the focus from one another for a moment."""
WIDTH_PX = 420


class _Relay(QObject):
    """Carries keys from the listener's thread into the GUI's."""

    key = Signal(str, bool, float)


class KeyPad(QFrame):
    """Where the keys show; it has the keyboard while it records."""

    key = Signal(str, bool, float)
    left = Signal()
    """The user went to another window."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("Hotkey", "The keys that are pressed"))
        self.hears_itself = False
        self.keys = QLabel("…")
        font = self.keys.font()
        font.setPointSizeF(font.pointSizeF() * 1.7)
        self.keys.setFont(font)
        self.keys.setTextFormat(Qt.TextFormat.PlainText)
        self.state = QLabel()
        layout = QVBoxLayout(self)
        for label in (self.keys, self.state):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)

    def event(self, event: QEvent) -> bool:
        """Swallow every key, Tab and shortcuts as well, while it has the keyboard."""
        if self.is_recording and isinstance(event, QKeyEvent):
            if self.hears_itself and not event.isAutoRepeat():
                name = name_of(event.nativeVirtualKey())
                is_down = event.type() is QEvent.Type.KeyPress
                if name and event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    self.key.emit(name, is_down, time.monotonic())
            event.accept()
            return True
        return super().event(event)

    @property
    def is_recording(self) -> bool:
        """Whether it has the keyboard."""
        return QWidget.keyboardGrabber() is self

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Stop when the user goes elsewhere."""
        if event.reason() is Qt.FocusReason.ActiveWindowFocusReason and self.is_recording:
            self.left.emit()
        super().focusOutEvent(event)


def name_of(keysym: int) -> str:
    """Return the name of a key from its keysym (X11 and Wayland); empty where there is none."""
    if keysym in keysyms.NAMES:
        return keysyms.NAMES[keysym]
    char = keysyms.char_of(keysym)
    return keynames.lower_char(char) if char else ""


class HotkeyDialog(QDialog):
    """Asks for keys until the user takes some."""

    recorded = Signal(str)
    """The chord as the settings hold it."""
    asked = Signal(object)
    """A Binding: has another program taken it?"""

    def __init__(
        self, item: Item, hotkey: HotkeySettings, sources: Sources, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._purpose = hotkey_advice.purpose_of(item.name)
        self._others = hotkey_advice.others_than(item.name, hotkey)
        self._mode = hotkey.mode
        self._listener = sources.keys()
        self._state = Recorded()
        self._is_taken = False
        self._relay = _Relay(self)
        self._relay.key.connect(self.on_key, Qt.ConnectionType.QueuedConnection)
        self._clock = QTimer(self, interval=LOOK_EVERY_MS)
        self._clock.timeout.connect(self._settle)
        self.setWindowTitle(translate("Hotkey", "Record: {name}").format(name=item.label))
        self._make_parts()
        self.finished.connect(lambda _: self._stop())

    @property
    def chord(self) -> frozenset[str]:
        """The keys as they would be used."""
        keys = self._state.chord
        return chord_recorder.generalised(keys) if self.either.isChecked() else keys

    def showEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Begin to record at once."""
        super().showEvent(event)  # type: ignore[arg-type]  # Qt gives a QShowEvent
        QTimer.singleShot(0, self, self.record)

    @Slot()
    def record(self) -> None:
        """Listen for keys anew."""
        self._state, self._is_taken = Recorded(), False
        self.use.setEnabled(False)
        self.either.hide()
        self.refusal.setText("")
        self.warning.setText("")
        self._start_listening()
        self.pad.setFocus()
        self.pad.grabKeyboard()
        self._show_keys()

    @Slot(str, bool, float)
    def on_key(self, key: str, is_down: bool, at_s: float) -> None:
        """Take a press or a release."""
        if not self.pad.is_recording:
            return
        step = chord_recorder.press if is_down else chord_recorder.release
        self._state = step(self._state, key, at_s)
        self._clock.start()
        self._show_keys()

    def show_taken(self, taken: bool) -> None:
        """Say that another program has the chord, if so."""
        self._is_taken = taken
        if self._state.is_done:
            self._advise()

    # -- inside ----------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.setMinimumWidth(WIDTH_PX)
        self.pad = KeyPad()
        self.pad.key.connect(self.on_key)
        self.pad.left.connect(lambda: QTimer.singleShot(LEAVING_MS, self, self._stop_if_left))
        self.either = OutlinedCheckBox(translate("Hotkey", "Left and right both count"))
        self.either.toggled.connect(lambda _: self._advise())
        self.refusal = QuietLabel(alarm=True)
        self.warning = QuietLabel()
        self.again = QPushButton(translate("Hotkey", "Record again"))
        self.again.setAutoDefault(False)
        self.again.clicked.connect(self.record)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.use = self.buttons.addButton(
            translate("Hotkey", "Use these keys"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.buttons.addButton(self.again, QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self.pad, self.either, self.refusal, self.warning, self.buttons):
            layout.addWidget(widget)

    def _start_listening(self) -> None:
        self._stop_listening()
        self.pad.hears_itself = self._listener is None
        if self._listener is not None:
            try:
                self._listener.start(self._relay.key.emit)
            except HotkeyError as error:
                log.info("recording with the window's own keys: %s", type(error).__name__)
                self._listener = None
                self.pad.hears_itself = True

    def _stop_listening(self) -> None:
        if self._listener is not None:
            self._listener.close()

    @Slot()
    def _stop(self) -> None:
        """Give the keyboard back."""
        self._clock.stop()
        if self.pad.is_recording:
            self.pad.releaseKeyboard()
        self._stop_listening()
        if not self._state.is_done:
            self.pad.state.setText(translate("Hotkey", "Choose “Record again” to go on."))

    @Slot()
    def _stop_if_left(self) -> None:
        if not self.isActiveWindow():
            self._stop()

    @Slot()
    def _settle(self) -> None:
        self._state = chord_recorder.settle(self._state, time.monotonic())
        if self._state.is_done:
            self._stop()
            keys = self._state.chord
            has_sides = chord_recorder.generalised(keys) != keys
            self.either.setVisible(has_sides)
            self.either.setChecked(has_sides and bool(keys - keynames.MODIFIERS))
            self._advise()
            (self.use if self.use.isEnabled() else self.again).setFocus()
            self.asked.emit(Binding(self.chord))

    def _show_keys(self) -> None:
        if not self._state.chord:
            self.pad.keys.setText("…")
            self.pad.state.setText(translate("Hotkey", "Press the key, or several together."))
            return
        self.pad.keys.setText(key_words.in_words(Binding(self._state.chord)))
        if self._state.held:
            self.pad.state.setText(translate("Hotkey", "Pressed. Let go now."))

    def _advise(self) -> None:
        if not self._state.is_done:
            return
        chord = Binding(self.chord)
        advice = hotkey_advice.advise(
            chord, self._purpose, self._others, self._mode, self._state.held_s
        )
        self.pad.keys.setText(key_words.in_words(chord))
        words = translate("Hotkey", "Pressed and released after {seconds} s.")
        self.pad.state.setText(words.format(seconds=number(self._state.held_s, 1)))
        self.refusal.setText(f"⚠ {advice.refusal}" if advice.refusal else "")
        taken = [hotkey_advice.taken_words()] if self._is_taken else []
        warnings = [*taken, *advice.warnings]
        self.warning.setText("\n".join(warnings))
        self.refusal.setVisible(bool(advice.refusal))
        self.warning.setVisible(bool(warnings))
        self.use.setEnabled(not advice.refusal)

    def _accept(self) -> None:
        self.recorded.emit(chord_recorder.written(self.chord))
        self.accept()
