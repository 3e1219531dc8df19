"""Every kind of window people dictate into, on three layouts: the text, the clipboard, the focus.

Each program is started once and gets one text after another, typed and pasted; what it holds in the
end is compared with all of them.
"""

from __future__ import annotations

import functools
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from dictate.domain import OutputMethod
from dictate.output.chain import DeliveryChain
from dictate.output.outlets import Outlets
from dictate.output.x11_focus import X11Focus
from dictate.output.x11_keyboard import X11Keyboard
from dictate.output.x11_pasteboard import X11Pasteboard
from dictate.settings.schema import OutputSettings
from tests.desktop.clipboard import Copied, formats
from tests.desktop.editor import Editor
from tests.desktop.screen import VirtualScreen, wait_until

SAMPLE = 'é ß ñ 你 € 🙂 "x" – @{}[]\\|~ Zürich yz qw, ÇA œuvre.'
LONG = "Größe und Maß, über alles; çà et là. The quick brown fox — 5 € each. " * 40
COMPARED = ("UTF8_STRING", "text/plain", "text/html", "image/png")
TYPE, PASTE, AUTO = OutputMethod.TYPE, OutputMethod.PASTE, OutputMethod.AUTO
PAGE = """<!doctype html><meta charset="utf-8"><title>page</title><textarea id="t"></textarea>
<script>
t.focus();
t.oninput = () => {
  let sum = 0;
  for (const char of t.value) sum = (sum * 31 + char.codePointAt(0)) % 2147483647;
  document.title = "page " + sum;
};
</script>"""


@dataclass(frozen=True)
class Target:
    """A program with a text field."""

    window: str
    holds: Callable[[str], bool]
    """Whether this is in it, and nothing else."""


@contextmanager
def qt_editor(screen: VirtualScreen, folder: Path) -> Iterator[Target]:
    with Editor(screen, folder / "typed.txt", title="Qt target") as editor:
        yield Target(editor.window, lambda text: editor.text() == text)


@contextmanager
def gtk_editor(screen: VirtualScreen, folder: Path) -> Iterator[Target]:
    file = folder / "note.txt"
    file.write_text("")
    # Settings in memory: its default service would outlive the screen.
    env = {"GSETTINGS_BACKEND": "memory", "HOME": str(folder)}
    program = screen.spawn("mousepad", "--disable-server", str(file), env=env)

    def holds(text: str) -> bool:
        screen.xdotool("key", "ctrl+s")
        return file.read_text().rstrip("\n") == text.rstrip("\n")

    yield Target(screen.wait_for_window("note.txt"), holds)
    screen.stop(program)


@contextmanager
def terminal(screen: VirtualScreen, folder: Path) -> Iterator[Target]:
    file = folder / "typed.txt"
    command = f"cat > {file}"
    program = screen.spawn("xterm", "-u8", "-T", "terminal", "-e", "sh", "-c", command)
    window = screen.wait_for_window("^terminal$")
    wait_until(file.exists, "cat in the terminal")
    yield Target(window, lambda text: file.read_text() == text)
    screen.stop(program)


@contextmanager
def web_page(screen: VirtualScreen, folder: Path) -> Iterator[Target]:
    page = folder / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    options = ["--no-first-run", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
    options += ["--no-sandbox"] if os.geteuid() == 0 else []
    program = screen.spawn("chromium", *options, f"--app={page.as_uri()}")
    window = screen.wait_for_window("^page")

    def holds(text: str) -> bool:
        total = functools.reduce(lambda sum_, char: (sum_ * 31 + ord(char)) % 2147483647, text, 0)
        return screen.xdotool("getwindowname", window) == f"page {total}"

    yield Target(window, holds)
    screen.stop(program)


TARGETS = {"xterm": terminal, "mousepad": gtk_editor, "qt": qt_editor, "chromium": web_page}


@pytest.fixture(params=TARGETS)
def target(
    request: pytest.FixtureRequest, screen: VirtualScreen, tmp_path: Path
) -> Iterator[Target]:
    name = request.param
    if name != "qt" and shutil.which(name) is None:
        pytest.skip(f"{name} is not installed")
    with TARGETS[name](screen, tmp_path) as target:
        screen.focus(target.window)
        yield target


@pytest.fixture
def outlets(screen: VirtualScreen) -> Iterator[Outlets]:
    outlets = Outlets(None, X11Keyboard(), X11Pasteboard())
    yield outlets
    outlets.close()


@pytest.fixture
def focused(screen: VirtualScreen) -> Iterator[Callable[[], int]]:
    focus = X11Focus()
    yield lambda: focus.focused().id
    focus.close()


def test_the_text_is_there_and_clipboard_and_focus_are_as_they_were(
    screen: VirtualScreen, target: Target, outlets: Outlets, focused: Callable[[], int]
) -> None:
    window, written = focused(), ""
    with Copied(screen, text="kept", html="<i>kept</i>", picture=(300, 200)):
        before = formats(screen)
        for layout in ("us", "de", "fr"):
            screen.set_layout(layout)
            for method in (TYPE, PASTE):
                text = f"{layout} {method}: {SAMPLE}\n"
                written += text
                delivery = DeliveryChain(OutputSettings(method), outlets).deliver(text)
                assert (delivery.method, delivery.fallback_reason) == (method, "")
                _wait_for(target, written)
                assert focused() == window
        after = formats(screen)
    assert [after[name] for name in COMPARED] == [before[name] for name in COMPARED]


def test_a_long_text_and_held_shift(
    screen: VirtualScreen, target: Target, outlets: Outlets
) -> None:
    # A terminal's line has room for 4095 bytes.
    long = "".join(f"{LONG[at : at + 1000]}\n" for at in range(0, len(LONG), 1000))
    assert DeliveryChain(OutputSettings(AUTO), outlets).deliver(long).method in (TYPE, PASTE)
    _wait_for(target, long)
    screen.xdotool("keydown", "Shift_L")
    release = threading.Timer(0.3, lambda: screen.xdotool("keyup", "Shift_L"))
    release.start()
    DeliveryChain(OutputSettings(TYPE), outlets).deliver("quiet words\n")
    release.join()
    _wait_for(target, f"{long}quiet words\n")


def _wait_for(target: Target, text: str) -> None:
    wait_until(lambda: target.holds(text), f"all up to {text[-80:]!r}", 20.0)
