"""Recording a hotkey: keys show, what cannot work is refused, what may surprise is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dictate.errors import HotkeyUnavailable
from dictate.gui import hotkey_advice
from dictate.gui.chores import Chores
from dictate.gui.hotkey_dialog import HotkeyDialog
from dictate.gui.settings_desk import SettingsDesk
from dictate.gui.settings_sources import Listening, Sources
from dictate.hotkey.binding import Binding, parse
from dictate.ports import HotkeyListener
from dictate.settings.bindings import ExtraBinding
from dictate.settings.choices import HotkeyMode
from dictate.settings.schema import HotkeySettings
from tests.gui.scripted_program import ScriptedProgram


class Keys:
    """A listener that a test presses keys on."""

    def __init__(self) -> None:
        self.on_key: Callable[[str, bool, float], None] | None = None
        self.starts = 0
        self.is_unavailable = False

    def start(self, on_key: Callable[[str, bool, float], None]) -> None:
        if self.is_unavailable:
            raise HotkeyUnavailable("No keys here.", "Go elsewhere.")
        self.on_key = on_key
        self.starts += 1

    def close(self) -> None:
        self.on_key = None

    def play(self, *keys: str, held_s: float = 0.5) -> None:
        assert self.on_key is not None
        for number, key in enumerate(keys):
            self.on_key(key, True, 1.0 + number / 100)
        for key in keys:
            self.on_key(key, False, 1.0 + held_s)


class Stage:
    """The dialog as the settings window opens it."""

    def __init__(self, qtbot: QtBot, listener: HotkeyListener | None, keys: Keys) -> None:
        self.qtbot, self.keys = qtbot, keys
        self.chores = Chores()
        self.program = ScriptedProgram(lambda event: None)
        self.taken: set[str] = set()
        self.desk = SettingsDesk(
            self.program,
            self.chores,
            Sources(lambda: (), lambda: (), _listen, lambda: listener, self._is_taken),
            lambda: None,
        )
        self.desk.open()
        assert self.desk.window is not None
        self.window = self.desk.window
        qtbot.addWidget(self.window)
        QApplication.processEvents()  # what is not exposed yet cannot become active
        self.window.activateWindow()
        QApplication.processEvents()

    def open(self, key: str = "hotkey.binding") -> HotkeyDialog:
        self.window.row(key).field.record.click()  # type: ignore[attr-defined]
        dialog = self.window.findChild(HotkeyDialog)
        assert isinstance(dialog, HotkeyDialog)
        self.qtbot.waitUntil(lambda: dialog.pad.is_recording)
        return dialog

    def close(self) -> None:
        self.desk.close()
        self.chores.close()

    def _is_taken(self, chord: Binding) -> bool:
        return bool(chord.keys & self.taken)


def _listen(*_: object) -> Listening:
    raise AssertionError("nobody asked for a level")


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    keys = Keys()
    stage = Stage(qtbot, keys, keys)
    yield stage
    stage.close()


def done(stage: Stage, dialog: HotkeyDialog) -> None:
    stage.qtbot.waitUntil(lambda: "released" in dialog.pad.state.text())


def test_a_key_is_recorded_and_used(stage: Stage) -> None:
    dialog = stage.open()
    assert stage.program.calls == ["pause hotkey"]
    stage.keys.play("f9")
    done(stage, dialog)
    assert dialog.pad.keys.text() == "F9"
    assert "after 0.5 s" in dialog.pad.state.text()
    dialog.use.click()
    stage.qtbot.waitUntil(lambda: stage.program.settings.hotkey.binding == "f9")
    assert "go on" in stage.program.calls
    assert stage.keys.on_key is None
    assert QWidget.keyboardGrabber() is None


def test_left_and_right_are_told_apart_unless_either_is_wanted(stage: Stage) -> None:
    dialog = stage.open()
    stage.keys.play("alt_r", "ctrl_l")
    done(stage, dialog)
    assert dialog.pad.keys.text() == "Left Ctrl+Right Alt"
    dialog.either.setChecked(True)
    assert dialog.pad.keys.text() == "Ctrl+Alt"


def test_a_chord_with_an_ordinary_key_takes_either_side(stage: Stage) -> None:
    dialog = stage.open()
    stage.keys.play("ctrl_l", "alt_l", "d")
    done(stage, dialog)
    dialog.use.click()
    stage.qtbot.waitUntil(lambda: stage.program.settings.hotkey.binding == "ctrl+alt+d")


def test_a_key_for_writing_is_refused_and_another_can_be_recorded(stage: Stage) -> None:
    dialog = stage.open()
    stage.keys.play("a")
    done(stage, dialog)
    assert "for writing" in dialog.refusal.text()
    assert not dialog.use.isEnabled()
    dialog.again.click()
    stage.keys.play("f10")
    done(stage, dialog)
    assert dialog.use.isEnabled()
    assert not dialog.refusal.isVisible()


def test_a_grab_of_another_program_is_told(stage: Stage) -> None:
    stage.taken.add("f7")
    dialog = stage.open()
    stage.keys.play("f7")
    stage.qtbot.waitUntil(lambda: "Another program" in dialog.warning.text())
    assert dialog.use.isEnabled()


def test_the_cancel_key_may_be_any_but_the_hotkey(stage: Stage) -> None:
    dialog = stage.open("hotkey.cancel")
    stage.keys.play("ctrl_r")
    done(stage, dialog)
    assert "hotkey Right Ctrl is in the way" in dialog.refusal.text()
    dialog.again.click()
    stage.keys.play("x")
    done(stage, dialog)
    dialog.use.click()
    stage.qtbot.waitUntil(lambda: stage.program.settings.hotkey.cancel == "x")


def test_closing_gives_keyboard_and_hotkey_back(stage: Stage) -> None:
    dialog = stage.open()
    dialog.reject()
    assert QWidget.keyboardGrabber() is None
    assert stage.program.calls == ["pause hotkey", "go on"]
    assert stage.program.settings.hotkey.binding == "ctrl_r"


@pytest.mark.parametrize("has_listener", [True, False])
def test_without_a_listener_the_window_hears_its_own_keys(qtbot: QtBot, has_listener: bool) -> None:
    keys = Keys()
    keys.is_unavailable = True
    stage = Stage(qtbot, keys if has_listener else None, keys)
    dialog = stage.open()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        control = Qt.KeyboardModifier.ControlModifier
        event = QKeyEvent(kind, Qt.Key.Key_Control, control, 37, 0xFFE4, 0)
        QApplication.sendEvent(dialog.pad, event)
    done(stage, dialog)
    assert dialog.pad.keys.text() == "Right Ctrl"
    stage.close()


def said(
    chord: str, setting: str = "binding", held_s: float = 1.0, **more: object
) -> hotkey_advice.Advice:
    hotkey = replace(HotkeySettings("f8"), **more)  # type: ignore[arg-type]
    name = f"hotkey.{setting}"
    purpose, others = hotkey_advice.purpose_of(name), hotkey_advice.others_than(name, hotkey)
    return hotkey_advice.advise(parse(chord), purpose, others, hotkey.mode, held_s)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ctrl+alt+d", ""),
        ("ctrl_x", 'no key called "ctrl_x". Did you mean'),
        ("x" * 9000, "xxx…"),
        ("", "Name a key"),
        ("ctrl+", "Name a key"),
        ("f9+F9", "twice"),
        ("ctrl+ctrl_r", "twice"),
    ],
)
def test_a_text_that_names_no_keys_is_told_why(text: str, said: str) -> None:
    words = hotkey_advice.misread(text)
    assert said in words and bool(words) == bool(said) and len(words) < 120


@pytest.mark.parametrize("chord", ["a", "shift+a", "space", "left", "kp_5", "esc", "alt_gr+q"])
def test_chords_that_cannot_work(chord: str) -> None:
    assert said(chord).refusal


@pytest.mark.parametrize("chord", ["ctrl_r", "f9", "pause", "ctrl+alt+d", "cmd+space"])
def test_chords_that_can(chord: str) -> None:
    assert not said(chord).refusal


@pytest.mark.parametrize(
    ("chord", "word"),
    [("ctrl+c", "copy"), ("ctrl_l+v", "paste"), ("caps_lock", "lock"), ("shift_l", "often"),
     ("cmd_l", "menu"), ("vk_123", "no name")],
)  # fmt: skip
def test_chords_that_may_surprise(chord: str, word: str) -> None:
    assert word in " ".join(said(chord).warnings)


def test_a_key_that_comes_up_at_once_is_told_in_hold_mode_only() -> None:
    assert said("pause", held_s=0.001).warnings
    assert not said("pause", held_s=0.001, mode=HotkeyMode.TOGGLE).warnings


def test_a_cancel_key_within_the_hotkey_is_refused() -> None:
    assert said("ctrl+alt+d", cancel="ctrl+alt").refusal
    assert said("ctrl", "cancel", binding="ctrl+alt+d").refusal
    assert not said("f9", cancel="no such key").refusal


@pytest.mark.parametrize(
    ("setting", "chord", "rival"),
    [
        ("undo", "f8", "hotkey F8"),
        ("undo", "ctrl+esc", "cancel key Esc"),
        ("undo", "f7", "hotkey F7"),
        ("binding", "f7", "hotkey F7"),
        ("again", "f6", "hotkey F6"),
        ("cancel", "f7", "hotkey F7"),
    ],
)
def test_a_key_that_has_a_meaning_is_refused_for_another(
    setting: str, chord: str, rival: str
) -> None:
    refusal = said(chord, setting, swap="f7", bindings=(ExtraBinding("f6"),)).refusal
    assert rival in refusal


def test_a_key_may_be_recorded_for_what_it_is_for_already() -> None:
    assert not said("f7", "swap", swap="f7").refusal
    assert not said("ctrl_r+z", "undo", binding="ctrl_r").refusal


def test_the_key_that_takes_back_is_recorded_and_taken_away_again(stage: Stage) -> None:
    dialog = stage.open("hotkey.undo")
    stage.keys.play("f7")
    done(stage, dialog)
    dialog.use.click()
    stage.qtbot.waitUntil(lambda: stage.program.settings.hotkey.undo == "f7")
    field = stage.window.row("hotkey.undo").field
    assert field.objection("") == ""
    assert field.objection("no such key")
    assert "cancel key Esc is in the way" in field.objection("escape")
    assert "hotkey Right Ctrl is in the way" in field.objection("ctrl_r")
    again = stage.window.row("hotkey.again").field
    stage.qtbot.waitUntil(lambda: "hotkey F7 is in the way" in again.objection("f7"))
    field.take("")  # type: ignore[attr-defined]
    stage.qtbot.waitUntil(lambda: stage.program.settings.hotkey.undo == "")
