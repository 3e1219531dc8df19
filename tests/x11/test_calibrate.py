"""``dictate doctor --calibrate`` on a real X11 desktop: window, keys, clipboard and hotkey."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.clipboard import Copied, formats
from tests.desktop.screen import VirtualScreen, missing_programs

pytestmark = pytest.mark.skipif(bool(missing_programs("xclip")), reason="needs xclip")

TITLE = "^Dictate: "
ROOT = Path(__file__).resolve().parents[2]


class Doctor:
    """The doctor, running on the screen."""

    def __init__(self, screen: VirtualScreen, home: Path, *words: str) -> None:
        env = {
            name: os.environ[name]
            for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")
        }
        self._screen = screen
        self.process = screen.spawn(
            sys.executable, "-m", "dictate", "doctor", "--calibrate", *words,
            env={**env, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip

    def end(self) -> tuple[int, str, str]:
        out, err = self.process.communicate(timeout=60)
        return self.process.returncode, out, err


def ask_to_close(screen: VirtualScreen, window: int) -> None:
    """Do what the cross in a window's frame does."""
    from Xlib import X
    from Xlib.display import Display
    from Xlib.protocol.event import ClientMessage

    display = Display(screen.display)
    root = display.screen().root
    close = display.intern_atom("_NET_CLOSE_WINDOW")
    target = display.create_resource_object("window", window)
    message = ClientMessage(
        window=target, client_type=close, data=(32, [X.CurrentTime, 2, 0, 0, 0])
    )
    root.send_event(message, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
    display.sync()
    display.close()


@pytest.fixture
def kept_clipboard(screen: VirtualScreen) -> Iterator[dict[str, bytes]]:
    with Copied(screen, text="kept ✓", html="<b>kept</b>"):
        yield formats(screen)


def test_all_ways_are_tried_and_the_clipboard_is_as_it_was(
    screen: VirtualScreen, empty_home: Path, kept_clipboard: dict[str, bytes]
) -> None:
    code, out, err = Doctor(screen, empty_home, "--no-hotkey", "--json").end()
    assert code == 0, err
    told: dict[str, Any] = json.loads(out)
    assert [(t["method"], t["exact"], t["clipboard_kept"]) for t in told["trials"]] == [
        ("type", True, True),
        ("paste", True, True),
    ]
    assert all(0 < t["took_ms"] < 3000 for t in told["trials"])
    assert (told["method"], told["proposal"]) == ("auto", "auto")
    # The program that copied it was asked for it, and no clipboard manager runs here.
    assert formats(screen)["UTF8_STRING"] == kept_clipboard["UTF8_STRING"]


def test_the_best_method_is_set_where_that_is_wanted(
    screen: VirtualScreen, empty_home: Path
) -> None:
    file = empty_home / "settings.toml"
    file.write_text('# mine\n[output]\nmethod = "copy"\n')
    screen.env["DICTATE_CONFIG"] = str(file)
    try:
        code, out, err = Doctor(screen, empty_home, "--no-hotkey").end()
        assert (code, file.read_text()) == (0, '# mine\n[output]\nmethod = "copy"\n')
        assert "dictate settings set output.method auto" in err
        code, out, err = Doctor(screen, empty_home, "--no-hotkey", "--apply").end()
        assert code == 0 and 'it is "copy"' in out
        assert 'method = "copy"' not in file.read_text() and "# mine" in file.read_text()
    finally:
        del screen.env["DICTATE_CONFIG"]


def test_a_press_of_the_hotkey_is_asked_for_and_heard(
    screen: VirtualScreen, empty_home: Path
) -> None:
    doctor = Doctor(screen, empty_home)
    screen.wait_for_window("Press Right Ctrl")
    screen.xdotool("keydown", "Control_R")
    screen.wait_for_window("And let go")
    screen.xdotool("keyup", "Control_R")
    code, out, err = doctor.end()
    assert code == 0, err
    assert "Right Ctrl: press and release were heard" in out


def test_a_window_that_is_closed_ends_it(screen: VirtualScreen, empty_home: Path) -> None:
    doctor = Doctor(screen, empty_home)
    window = screen.wait_for_window(TITLE)
    ask_to_close(screen, int(window))
    code, _, err = doctor.end()
    assert code == 1
    assert "closed before the end" in err and err.count("\n") == 1
