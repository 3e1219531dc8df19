"""The trial of hotkey and output, with a window and listeners that behave by script."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dictate.cli import calibrate
from dictate.cli.calibrate import as_check, try_hotkey
from dictate.cli.check import Check, Status
from dictate.cli.cleanup_checks import check_cleanup
from dictate.cli.hotkey_checks import judge_wayland
from dictate.domain import OutputMethod
from dictate.errors import DictateError, HotkeyUnavailable
from dictate.hotkey.heard import Heard, Report
from dictate.hotkey.shortcut_lines import Shortcut
from dictate.output.calibration import SAMPLE, Trial
from dictate.settings.choices import HotkeyMode, LlmWhen
from dictate.settings.schema import HotkeySettings, LlmSettings
from tests.fakes.chat_server import chat_server
from tests.unit.cli.conftest import Invoke

OnKey = Callable[[str, bool, float], None]


class Window:
    def __init__(self) -> None:
        self.said: list[str] = []

    def say(self, text: str, hint: str) -> None:
        self.said.append(text)

    def clear(self) -> bool:
        return True

    def when_gone(self, do: Callable[[], None]) -> None:
        self.close = do

    def wait_for(self, text: str, timeout_s: float) -> tuple[str, float]:
        return "", 0.0


class Hand:
    """A listener that hears these keys as soon as it listens."""

    def __init__(
        self,
        report: Report,
        *keys: tuple[str, bool, float],
        heard: Heard | None = None,
        error: HotkeyUnavailable | None = None,
    ) -> None:
        self._report, self._keys, self._heard, self._error = report, keys, heard, error

    def start(self, on_key: OnKey) -> None:
        if self._error is not None:
            raise self._error
        if self._heard is not None:
            self._report(self._heard)
        for key in self._keys:
            on_key(*key)

    def close(self) -> None: ...


F9 = HotkeySettings(binding="f9", mode=HotkeyMode.TOGGLE)


def test_press_and_release_are_heard_whatever_the_mode() -> None:
    window = Window()
    keys = (("f9", True, 10.0), ("f9", False, 10.42))
    check = try_hotkey(window, F9, lambda report: Hand(report, *keys))
    assert check == Check("hotkey", Status.OK, "F9: press and release were heard, 420 ms")
    assert window.said == ["Press F9 and let go of it.", "And let go of it."]


def test_a_key_the_desktop_chose_is_asked_for() -> None:
    window = Window()
    keys = (("f9", True, 10.0), ("f9", False, 10.42))
    heard = Heard(trigger="Meta+D")
    check = try_hotkey(window, F9, lambda report: Hand(report, *keys, heard=heard))
    assert check.detail.startswith("Meta+D: press and release")
    assert "Press Meta+D and let go of it." in window.said


@pytest.mark.parametrize(
    ("keys", "words", "step"),
    [
        ((), "was not heard", "hotkey.binding"),
        ((("x", True, 1.0),), "was not heard", "hotkey.binding"),
        ((("f9", True, 1.0),), "the release was not", "toggle"),
    ],
)
def test_what_is_not_heard_is_told(
    monkeypatch: pytest.MonkeyPatch,
    keys: tuple[tuple[str, bool, float], ...],
    words: str,
    step: str,
) -> None:
    monkeypatch.setattr(calibrate, "PRESS_S", 0.2)
    monkeypatch.setattr(calibrate, "RELEASE_S", 0.05)
    check = try_hotkey(Window(), F9, lambda report: Hand(report, *keys))
    assert check.status is Status.FAILURE
    assert words in check.detail and step in check.next_step


def test_a_hotkey_that_is_refused_at_once_or_later_is_told() -> None:
    error = HotkeyUnavailable("No.", "Do this.")
    for hand in (
        lambda report: Hand(report, error=error),
        lambda report: Hand(report, heard=Heard(problem=error)),
    ):
        check = try_hotkey(Window(), F9, hand)
        assert (check.status, check.detail, check.next_step) == (Status.FAILURE, "No.", "Do this.")


def test_closing_the_window_ends_the_wait() -> None:
    window = Window()

    class Impatient(Hand):
        def start(self, on_key: OnKey) -> None:
            window.close()

    with pytest.raises(DictateError, match="closed"):
        try_hotkey(window, F9, Impatient)


def test_a_binding_that_cannot_be_read_is_told() -> None:
    check = try_hotkey(Window(), HotkeySettings(binding="f99"), Hand)
    assert check.status is Status.FAILURE and "f99" in check.detail


def test_a_clipboard_that_was_not_given_back_is_told() -> None:
    kept = as_check(Trial(OutputMethod.PASTE, "", SAMPLE, 5.0))
    assert kept.status is Status.OK and kept.detail.endswith("the clipboard is as it was")
    lost = as_check(Trial(OutputMethod.PASTE, "wtype", SAMPLE, 5.0, clipboard_kept=False))
    assert lost.status is Status.WARNING and lost.detail.startswith("wtype: all")


@pytest.mark.parametrize("option", ["--apply", "--no-hotkey"])
def test_what_belongs_to_the_trial_is_refused_without_it(invoke: Invoke, option: str) -> None:
    result = invoke("doctor", option)
    assert result.exit_code == 2 and "--calibrate" in result.stderr


def test_without_a_display_nothing_is_tried(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    result = invoke("doctor", "--calibrate")
    assert result.exit_code == 1
    assert "no display" in result.stderr and result.stderr.count("\n") == 1


# -- what the doctor says of Wayland and clean-up ------------------------------------------------

LINES = Shortcut("~/.config/sway/config", ("bindsym F9 exec dictate toggle",))


@pytest.mark.parametrize(
    ("binding", "portal", "devices", "status", "words"),
    [
        ("f9", True, True, Status.OK, "portal"),
        ("f9", True, False, Status.OK, "portal"),
        ("f9", False, True, Status.OK, "input devices"),
        ("ctrl_r", True, True, Status.OK, "input devices"),
        ("ctrl_r", True, False, Status.WARNING, "another key"),
        ("ctrl_r", False, False, Status.WARNING, "Wayland"),
    ],
)
def test_the_way_the_hotkey_takes_on_wayland(
    binding: str, portal: bool, devices: bool, status: Status, words: str
) -> None:
    settings = HotkeySettings(binding=binding)
    check = judge_wayland(settings, lambda: portal, lambda: devices, LINES)
    assert check.status is status and words in check.detail
    if not portal and not devices:
        assert LINES.place in check.next_step and check.lines == LINES.lines


def test_clean_up_is_looked_at_only_where_it_is_on() -> None:
    assert check_cleanup(LlmSettings()).detail == "off"


@pytest.mark.parametrize(
    ("model", "status", "words"),
    [
        ("", Status.OK, "has tidy:1b"),
        ("tidy:1b", Status.OK, "has tidy:1b"),
        ("other", Status.WARNING, 'no model "other"'),
    ],
)
def test_the_server_of_clean_up_is_asked_for_its_models(
    model: str, status: Status, words: str
) -> None:
    with chat_server() as chat:
        settings = LlmSettings(when=LlmWhen.ALWAYS, endpoint=chat.url, model=model)
        check = check_cleanup(settings)
    assert check.status is status and words in check.detail
    assert chat.bodies == [], "no text is sent"


def test_a_server_that_does_not_answer_is_a_warning() -> None:
    settings = LlmSettings(when=LlmWhen.ALWAYS, endpoint="http://127.0.0.1:9/v1")
    check = check_cleanup(settings)
    assert check.status is Status.WARNING and check.next_step
