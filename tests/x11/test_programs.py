"""Typing and pasting into programs people use, and the clipboard's tools, on a real X server."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dictate.domain import OutputMethod
from dictate.output.chain import DeliveryChain
from dictate.output.outlets import Outlets
from dictate.output.tool_clipboard import XCLIP, XSEL, Tool, ToolClipboard
from dictate.output.x11_keyboard import X11Keyboard
from dictate.settings.schema import OutputSettings
from tests.desktop.editor import Editor
from tests.desktop.screen import VirtualScreen, wait_until

SAMPLE = 'é ß ñ 你 € 🙂 "x" – tab'


@pytest.fixture
def keyboard(screen: VirtualScreen) -> Iterator[X11Keyboard]:
    keyboard = X11Keyboard()
    yield keyboard
    keyboard.close()


def needs(program: str) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")


@pytest.mark.parametrize("layout", ["us", "de", "fr"])
def test_a_terminal(
    screen: VirtualScreen, keyboard: X11Keyboard, tmp_path: Path, layout: str
) -> None:
    needs("xterm")
    screen.set_layout(layout)
    file = tmp_path / "typed.txt"
    terminal = screen.spawn("xterm", "-u8", "-T", "terminal", "-e", "sh", "-c", f"cat > {file}")
    screen.focus(screen.wait_for_window("^terminal$"))
    wait_until(file.exists, "cat in the terminal")
    lines = [f"{SAMPLE} {number}" for number in range(8)]
    text = "".join(f"{line}\n" for line in lines)
    keyboard.type_text(text)
    wait_until(lambda: len(file.read_text().splitlines()) == len(lines), "all lines")
    screen.stop(terminal)
    assert file.read_text() == text


def test_more_characters_than_spare_keys_in_a_window_that_answers_no_ping(
    screen: VirtualScreen, keyboard: X11Keyboard, tmp_path: Path
) -> None:
    needs("xterm")
    file = tmp_path / "typed.txt"
    terminal = screen.spawn("xterm", "-u8", "-T", "terminal", "-e", "sh", "-c", f"cat > {file}")
    screen.focus(screen.wait_for_window("^terminal$"))
    wait_until(file.exists, "cat in the terminal")
    text = "".join(chr(code) for code in range(0x4E00, 0x4E00 + 120)) + "\n"
    keyboard.type_text(text)
    wait_until(lambda: file.read_text().endswith("\n"), "the line")
    screen.stop(terminal)
    assert file.read_text() == text


@pytest.mark.parametrize("layout", ["us", "de"])
def test_a_gtk_editor(
    screen: VirtualScreen, keyboard: X11Keyboard, tmp_path: Path, layout: str
) -> None:
    needs("mousepad")
    screen.set_layout(layout)
    file = tmp_path / "note.txt"
    file.write_text("")
    # Settings in memory: its default service would outlive the screen.
    env = {"GSETTINGS_BACKEND": "memory", "HOME": str(tmp_path)}
    program = screen.spawn("mousepad", "--disable-server", str(file), env=env)
    window = screen.wait_for_window("note.txt")
    screen.focus(window)
    text = f"{SAMPLE}\n" + "Größe und Maß, über alles. " * 19
    began_s = time.monotonic()
    keyboard.type_text(text)
    print(f"{len(text)} characters read by mousepad in {(time.monotonic() - began_s) * 1e3:.0f} ms")
    keyboard.press_chord("ctrl+s")
    wait_until(lambda: file.read_text().rstrip("\n") == text.rstrip("\n"), "the saved note", 5.0)
    screen.stop(program)


@pytest.mark.parametrize(
    ("tool", "longest"), [(XCLIP, 100_000), (XSEL, 3_000)], ids=["xclip", "xsel"]
)
def test_clipboard_tools(screen: VirtualScreen, tool: Tool, longest: int) -> None:
    needs(tool.write[0])
    clipboard = ToolClipboard(tool)
    for text in (SAMPLE, "two\nlines\n", "x" * longest):
        clipboard.write_text(text)
        assert clipboard.read_text() == text
    clipboard.write_text("")
    end_tools(screen)


def test_paste_without_a_view_of_the_clipboard_leaves_the_text_on_it(
    editor: Editor, keyboard: X11Keyboard
) -> None:
    needs("xclip")
    outlets = Outlets(ToolClipboard(XCLIP), keyboard)
    delivery = DeliveryChain(OutputSettings(OutputMethod.PASTE), outlets).deliver(SAMPLE)
    assert delivery.method is OutputMethod.PASTE
    editor.wait_for(SAMPLE)
    assert ToolClipboard(XCLIP).read_text() == SAMPLE


def end_tools(screen: VirtualScreen) -> None:
    """Take the selection away, so that the tool's background process ends."""
    from Xlib import X
    from Xlib.display import Display

    display = Display(screen.display)
    window = display.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
    window.set_selection_owner(display.intern_atom("CLIPBOARD"), X.CurrentTime)
    display.sync()
    display.close()
