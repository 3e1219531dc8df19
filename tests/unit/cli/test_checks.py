"""The doctor's checks, with microphones, engines and listeners that behave by script."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import numpy as np
import pytest

from dictate.cli import (
    desktop_checks,
    engine_checks,
    hotkey_checks,
    program_checks,
    sound_checks,
)
from dictate.cli.check import Check, Status
from dictate.cli.doctor import guarded
from dictate.control.channel import ControlServer
from dictate.domain import (
    FRAME_SAMPLES,
    MicrophoneStatus,
    ModelChoice,
    Notice,
    OutputMethod,
    Samples,
    Severity,
)
from dictate.errors import (
    DecodeFailed,
    HotkeyUnavailable,
    MicrophoneBusy,
    MicrophoneMissing,
    TypingFailed,
)
from tests.fakes.capture import SILENT, ScriptedInput, ScriptedSource
from tests.fakes.engine import ScriptedEngine
from tests.unit.cli.conftest import Invoke

TONE = np.sin(np.arange(FRAME_SAMPLES) * 0.1 * np.pi).astype(np.float32)
LOUD = TONE * np.float32(0.5)
QUIET = TONE * np.float32(1e-4)


class Talking(ScriptedInput):
    """A microphone that hears these frames at once."""

    def __init__(self, *frames: Samples, status: MicrophoneStatus | None = None) -> None:
        super().__init__()
        self._frames = frames
        self._status = status or MicrophoneStatus("desk microphone")
        self.source: ScriptedSource | None = None

    def open(self, instead_of: str = "") -> ScriptedSource:
        self.source = super().open(instead_of)
        self.source.feed(*self._frames)
        return self.source

    def status(self) -> MicrophoneStatus:
        return self._status


def listen(audio: Talking | ScriptedInput) -> Check:
    return sound_checks.check_microphone(audio, listen_s=0.0)


def test_a_microphone_that_hears_something_is_ok() -> None:
    audio = Talking(LOUD)
    check = listen(audio)
    assert (check.status, check.next_step) == (Status.OK, "")
    assert check.detail == "desk microphone, -9 dBFS at its loudest"
    assert audio.source is not None
    assert audio.source.closed.is_set()


@pytest.mark.parametrize(("frame", "words"), [(SILENT, "nothing but zeros"), (QUIET, "very quiet")])
def test_a_microphone_that_hears_nothing_is_a_warning(frame: Samples, words: str) -> None:
    check = listen(Talking(frame))
    assert check.status is Status.WARNING
    assert words in check.detail
    assert check.next_step


def test_a_microphone_that_stands_in_is_a_warning() -> None:
    check = listen(Talking(LOUD, status=MicrophoneStatus("built in", wanted="headset")))
    assert check.status is Status.WARNING
    assert "headset" in check.detail and "built in" in check.detail


def test_a_remark_about_the_microphone_is_passed_on() -> None:
    muted = Notice(Severity.WARNING, "It is muted.", "Unmute it.")
    check = listen(Talking(LOUD, status=MicrophoneStatus("mic", problem=muted)))
    assert check == Check("microphone", Status.WARNING, "It is muted.", "Unmute it.")


@pytest.mark.parametrize(
    "error", [MicrophoneMissing("None here.", "Plug."), MicrophoneBusy("Busy.", "Close.")]
)
def test_no_microphone_is_a_failure(error: MicrophoneMissing | MicrophoneBusy) -> None:
    audio = ScriptedInput()
    audio.error = error
    assert listen(audio) == Check("microphone", Status.FAILURE, error.message, error.next_step)


def test_a_microphone_that_opens_for_nobody_is_a_failure() -> None:
    audio = Talking()
    audio.error = MicrophoneBusy("Busy.", "Close.")
    assert listen(audio).status is Status.FAILURE


def test_each_mistake_of_the_settings_is_a_check(tmp_path: Path) -> None:
    file = tmp_path / "s.toml"
    assert [c.status for c in program_checks.check_settings(file)] == [Status.OK]
    file.write_text("[engine]\nmodle = 1\nbeam_size = 0\n")
    found = program_checks.check_settings(file)
    assert [c.status for c in found] == [Status.FAILURE] * 2
    assert all(c.next_step for c in found)


class Listener:
    """A listener that hears nothing, or refuses."""

    def __init__(self, error: HotkeyUnavailable | None = None) -> None:
        self._error = error
        self.closed = False

    def start(self) -> None:
        if self._error:
            raise self._error

    def close(self) -> None:
        self.closed = True


def test_the_hotkey_is_listened_for_and_let_go() -> None:
    listener = Listener()
    check = hotkey_checks.check_hotkey("ctrl_r", lambda: listener)
    assert check.status is Status.OK
    assert listener.closed


def test_a_hotkey_that_cannot_be_heard_is_a_failure() -> None:
    listener = Listener(HotkeyUnavailable("Wayland.", "Bind `dictate toggle`."))
    check = hotkey_checks.check_hotkey("f9", lambda: listener)
    assert (check.status, check.next_step) == (Status.FAILURE, "Bind `dictate toggle`.")
    assert listener.closed


@pytest.mark.parametrize("has_display", [True, False])
def test_a_hotkey_that_cannot_be_read_is_a_failure_everywhere(has_display: bool) -> None:
    check = hotkey_checks.check_hotkey("ctrl+nokey", Listener if has_display else None)
    assert check.status is Status.FAILURE
    assert "nokey" in check.detail
    assert check.next_step


class Keys:
    """A keyboard that types nowhere."""

    closed = False

    def type_text(self, text: str, pace_s: float = 0.0) -> None: ...

    def press_chord(self, chord: str) -> None: ...

    def close(self) -> None:
        self.closed = True


def test_typing_is_opened_and_let_go() -> None:
    keys = Keys()
    assert desktop_checks.check_typing(OutputMethod.TYPE, lambda: keys).status is Status.OK
    assert keys.closed


def test_typing_that_is_refused_is_a_failure() -> None:
    def refuse() -> Keys:
        raise TypingFailed("No.", "Set method to copy.")

    check = desktop_checks.check_typing(OutputMethod.PASTE, refuse)
    assert check == Check("typing", Status.FAILURE, "No.", "Set method to copy.")
    assert desktop_checks.check_typing(OutputMethod.COPY, refuse).status is Status.OK
    assert desktop_checks.check_typing(OutputMethod.TYPE, None).status is Status.WARNING


def test_a_model_is_loaded_and_timed(invoke: Invoke) -> None:
    check = engine_checks.check_model(ScriptedEngine("", ""), ModelChoice("builtin"))
    assert check.status is Status.WARNING  # it is the demonstration
    assert "builtin" in check.detail and "ms" in check.detail
    assert "download" in check.next_step


@pytest.mark.parametrize("model", ["bass", "base", "/no/such/folder"])
def test_a_model_that_is_not_there_is_a_failure(invoke: Invoke, model: str) -> None:
    check = engine_checks.check_model(ScriptedEngine(), ModelChoice(model))
    assert check.status is Status.FAILURE
    assert check.next_step


def test_a_model_that_breaks_is_a_failure(invoke: Invoke) -> None:
    engine = ScriptedEngine(DecodeFailed("It broke.", "Choose another."))
    check = engine_checks.check_model(engine, ModelChoice("builtin"))
    assert check == Check("model", Status.FAILURE, "It broke.", "Choose another.")


def test_a_running_program_is_named(invoke: Invoke) -> None:
    assert program_checks.check_running().detail == "none"
    server = ControlServer(lambda command: {"phase": "recording"})
    server.start()
    try:
        assert "recording" in program_checks.check_running().detail
    finally:
        server.close()


def test_a_check_that_breaks_is_a_failed_check() -> None:
    def look() -> list[Check]:
        raise ZeroDivisionError

    (check,) = guarded(look)
    assert check.status is Status.FAILURE
    assert "ZeroDivisionError" in check.detail


def test_no_thread_listens_after_the_checks() -> None:
    assert not [t for t in threading.enumerate() if t.name.startswith("dictate")]


def test_checks_go_into_json() -> None:
    from dataclasses import asdict

    told = json.loads(json.dumps(asdict(Check("x", Status.OK, "fine"))))
    assert told == {"name": "x", "status": "ok", "detail": "fine", "next_step": "", "lines": []}
