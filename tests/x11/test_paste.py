"""Pasting as a transaction on a real X server: the text arrives, the clipboard is as it was."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from dictate.domain import Delivery, OutputMethod
from dictate.errors import ClipboardFailed
from dictate.output import contents, paste, receipt
from dictate.output.chain import DeliveryChain
from dictate.output.outlets import Outlets
from dictate.output.tool_clipboard import XCLIP, ToolClipboard
from dictate.output.x11_keyboard import X11Keyboard
from dictate.output.x11_pasteboard import X11Pasteboard
from dictate.settings.schema import OutputSettings
from tests.desktop.clipboard import OWN_FORMAT, Copied, copy_text, fetch, formats
from tests.desktop.editor import Editor
from tests.desktop.screen import VirtualScreen, missing_programs, wait_until

pytestmark = pytest.mark.skipif(
    bool(missing_programs("xclip", "xterm")), reason="needs xclip and xterm"
)

COMPARED = ("UTF8_STRING", "text/plain", "text/html", "image/png")
SAMPLE = 'é ß ñ 你 € 🙂 "x" – tab'
PASTE, TYPE, COPY, AUTO = (
    OutputMethod.PASTE, OutputMethod.TYPE, OutputMethod.COPY, OutputMethod.AUTO,
)  # fmt: skip


@pytest.fixture
def outlets(screen: VirtualScreen) -> Iterator[Outlets]:
    outlets = Outlets(ToolClipboard(XCLIP), X11Keyboard(), X11Pasteboard())
    yield outlets
    outlets.close()


def chain(outlets: Outlets, method: OutputMethod = PASTE, **settings: object) -> DeliveryChain:
    return DeliveryChain(OutputSettings(method=method, **settings), outlets)  # type: ignore[arg-type]


def test_text_html_picture_and_a_format_of_its_own_are_all_back(
    screen: VirtualScreen, editor: Editor, outlets: Outlets
) -> None:
    with Copied(
        screen, text="kept ✓", html="<b>kept</b>", picture=(700, 500), own=b"\x00\xff" * 500
    ):
        before = formats(screen)
        assert len(before["image/png"]) > 1_000_000  # comes and goes in instalments
        assert before[OWN_FORMAT] == b"\x00\xff" * 500
        assert chain(outlets).deliver(SAMPLE).method is PASTE
    # The program that copied has ended: what is there now is answered by us.
    editor.wait_for(SAMPLE)
    after = formats(screen)
    for name in (*COMPARED, OWN_FORMAT):
        assert after[name] == before[name], name
    assert contents.MANAGER_HINT not in after


def test_a_second_paste_keeps_what_the_first_one_kept(
    screen: VirtualScreen, editor: Editor, outlets: Outlets
) -> None:
    copy_text(screen, "kept")
    for text in ("one ", "two ", "three"):
        assert chain(outlets).deliver(text).method is PASTE
    editor.wait_for("one two three")
    assert fetch(screen, "UTF8_STRING") == b"kept"


def test_an_empty_clipboard_is_empty_again(
    screen: VirtualScreen, editor: Editor, outlets: Outlets
) -> None:
    with Copied(screen, text="gone with its program"):
        pass
    assert formats(screen) == {}
    chain(outlets).deliver("pasted")
    editor.wait_for("pasted")
    assert formats(screen) == {}


def test_without_the_setting_the_text_stays(
    screen: VirtualScreen, editor: Editor, outlets: Outlets
) -> None:
    copy_text(screen, "replaced")
    chain(outlets, keep_clipboard=False).deliver("pasted")
    editor.wait_for("pasted")
    assert fetch(screen, "UTF8_STRING") == b"pasted"
    assert fetch(screen, contents.MANAGER_HINT) == b""


def test_clipboard_managers_are_asked_to_ignore_the_text(
    screen: VirtualScreen, outlets: Outlets
) -> None:
    copy_text(screen, "kept")
    assert outlets.pasteboard is not None
    offer = outlets.pasteboard.offer("private", target=0, keep=True, selected=False)
    assert fetch(screen, contents.MANAGER_HINT) == b"secret"
    assert fetch(screen, "UTF8_STRING") == b"private"
    assert [read.by_target for read in offer.reads()] == [False]  # the hint is no read of the text
    assert offer.put_back()
    assert fetch(screen, "UTF8_STRING") == b"kept"


def test_what_the_user_copies_meanwhile_is_never_replaced(
    screen: VirtualScreen, outlets: Outlets
) -> None:
    copy_text(screen, "old")
    assert outlets.pasteboard is not None
    offer = outlets.pasteboard.offer("ours", target=0, keep=True, selected=False)
    copy_text(screen, "new")
    offer.wait(0, 5.0)
    assert offer.replaced
    assert not offer.put_back()
    offer.leave()
    assert fetch(screen, "UTF8_STRING") == b"new"


def test_a_window_that_takes_nothing_leaves_the_text_on_the_clipboard_and_says_so(
    screen: VirtualScreen, editor: Editor, outlets: Outlets, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paste, "judge", quick_judge)
    copy_text(screen, "old")
    delivery = chain(outlets, paste_chord="ctrl+shift+f9").deliver(SAMPLE)
    assert delivery.method is COPY
    assert "did not take" in delivery.fallback_reason
    assert fetch(screen, "UTF8_STRING").decode() == SAMPLE
    assert editor.settle(0.1) == ""


def quick_judge(
    reads: tuple[receipt.Read, ...], now_s: float, pressed: receipt.Pressed
) -> tuple[receipt.Verdict, float]:
    return receipt.judge(reads, now_s, pressed, receipt.Limits(nobody_s=0.2))


def test_an_owner_that_never_answers_costs_half_a_second(
    screen: VirtualScreen, editor: Editor, outlets: Outlets
) -> None:
    from Xlib import X
    from Xlib.display import Display

    display = Display(screen.display)
    window = display.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
    window.set_selection_owner(display.intern_atom("CLIPBOARD"), X.CurrentTime)
    display.sync()
    try:
        chain(outlets).deliver("pasted")
        editor.wait_for("pasted")
    finally:
        display.close()


def test_a_clipboard_too_large_to_keep_is_not_touched(
    screen: VirtualScreen, editor: Editor, outlets: Outlets, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contents, "MAX_BYTES", 1000)
    copy_text(screen, "x" * 2000)
    assert chain(outlets, AUTO).deliver("y" * 2000).method is TYPE
    editor.wait_for("y" * 2000)
    with pytest.raises(Exception, match="too large"):
        chain(outlets).deliver("pasted")
    assert fetch(screen, "UTF8_STRING") == b"x" * 2000


def test_a_long_text_is_pasted_in_instalments(
    screen: VirtualScreen, editor: Editor, outlets: Outlets
) -> None:
    text = "Größe und Maß, über alles. " * 20_000
    assert chain(outlets, AUTO).deliver(text).method is PASTE
    editor.wait_for(text, 20)


TERMINALS = {
    "xterm": ("-u8", "-T", "terminal", "-e", "sh", "-c"),  # Shift+Insert pastes the selection
    "sakura": ("-t", "terminal", "-x"),  # Ctrl+Shift+V, like all that use VTE
}


@pytest.mark.parametrize("program", TERMINALS)
def test_a_terminal_gets_the_chord_it_expects(
    screen: VirtualScreen, outlets: Outlets, tmp_path: Path, program: str
) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    file = tmp_path / "pasted.txt"
    command = f"cat > {file}" if "sh" in TERMINALS[program] else f"sh -c 'cat > {file}'"
    env = {"GSETTINGS_BACKEND": "memory", "HOME": str(tmp_path)}
    terminal = screen.spawn(program, *TERMINALS[program], command, env=env)
    screen.focus(screen.wait_for_window("^terminal$"))
    wait_until(file.exists, "cat in the terminal")
    copy_text(screen, "kept")
    copy_text(screen, "selected", "primary")
    text = f"{SAMPLE}\nsecond line\n"
    assert chain(outlets, AUTO).deliver(text).method is PASTE
    wait_until(lambda: file.read_text() == text, "the pasted lines")
    assert fetch(screen, "UTF8_STRING") == b"kept"
    assert fetch(screen, "UTF8_STRING", "primary") == b"selected"
    screen.stop(terminal)


PAGE = """<!doctype html><meta charset="utf-8"><title>page</title><textarea id="t"></textarea>
<script>t.focus(); t.oninput = () => document.title = "page " + encodeURIComponent(t.value)
</script>"""


@pytest.mark.parametrize("method", [PASTE, TYPE])
def test_a_text_area_in_chromium(
    screen: VirtualScreen, outlets: Outlets, tmp_path: Path, method: OutputMethod
) -> None:
    if shutil.which("chromium") is None:
        pytest.skip("chromium is not installed")
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    options = ["--no-first-run", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    options += ["--no-sandbox"] if os.geteuid() == 0 else []
    program = screen.spawn("chromium", *options, f"--app={page.as_uri()}")
    window = screen.wait_for_window("^page")
    screen.focus(window)
    with Copied(screen, text="kept", html="<i>kept</i>", picture=(300, 200)):
        before = formats(screen)
        assert chain(outlets, method).deliver(SAMPLE) == Delivery(method, len(SAMPLE))
        title = f"page {quote(SAMPLE)}"
        wait_until(lambda: screen.xdotool("getwindowname", window) == title, "the text in the page")
        after = formats(screen)
    assert [after[name] for name in COMPARED] == [before[name] for name in COMPARED]
    screen.stop(program)


def test_a_gtk_editor(screen: VirtualScreen, outlets: Outlets, tmp_path: Path) -> None:
    if shutil.which("mousepad") is None:
        pytest.skip("mousepad is not installed")
    file = tmp_path / "note.txt"
    file.write_text("")
    env = {"GSETTINGS_BACKEND": "memory", "HOME": str(tmp_path)}
    program = screen.spawn("mousepad", "--disable-server", str(file), env=env)
    screen.focus(screen.wait_for_window("note.txt"))
    with Copied(screen, text="kept", picture=(60, 40)):
        before = fetch(screen, "image/png")
        assert chain(outlets).deliver(SAMPLE).method is PASTE
        assert outlets.keyboard is not None
        outlets.keyboard.press_chord("ctrl+s")
        wait_until(lambda: file.read_text().rstrip("\n") == SAMPLE, "the saved note", 5.0)
        assert fetch(screen, "image/png") == before
    screen.stop(program)


@pytest.mark.parametrize(
    "layout", [("de",), ("fr",), ("ru",), ("us,ru",), ("us", "-variant", "dvorak")]
)
def test_the_chord_under_any_layout(
    screen: VirtualScreen, editor: Editor, outlets: Outlets, layout: tuple[str, ...]
) -> None:
    screen.set_layout(*layout)
    copy_text(screen, "kept")
    assert chain(outlets).deliver(SAMPLE).method is PASTE
    editor.wait_for(SAMPLE)


def test_a_window_that_grabs_the_keyboard_gets_what_is_typed(
    screen: VirtualScreen, editor: Editor, outlets: Outlets
) -> None:
    from Xlib import X
    from Xlib.display import Display

    display = Display(screen.display)
    window = display.create_resource_object("window", int(editor.window))
    grabber = display.screen().root.create_window(0, 0, 9, 9, 0, X.CopyFromParent)
    grabber.map()
    display.sync()
    status = window.grab_keyboard(True, X.GrabModeAsync, X.GrabModeAsync, X.CurrentTime)
    assert status == X.GrabSuccess
    try:
        chain(outlets, TYPE).deliver("grabbed")
        seen = [display.next_event().type for _ in range(14)]
    finally:
        display.close()
    assert seen.count(X.KeyPress) == 7
    assert editor.settle(0.1) == ""


# By key code: xdotool presses both keys for "Control_R".
@pytest.mark.parametrize(("code", "name"), [("105", "ctrl_r"), ("37", "ctrl_l")])
def test_with_the_hotkey_held_for_the_next_recording_the_text_is_pasted(
    screen: VirtualScreen, editor: Editor, outlets: Outlets, code: str, name: str
) -> None:
    copy_text(screen, "kept")
    screen.xdotool("keydown", code)
    try:
        assert chain(outlets, AUTO).deliver("Hi there.").method is PASTE
        keyboard = outlets.keyboard
        assert isinstance(keyboard, X11Keyboard)
        assert keyboard.held_modifiers() == {name}  # still the user's
    finally:
        screen.xdotool("keyup", code)
    editor.wait_for("Hi there.")
    assert fetch(screen, "UTF8_STRING") == b"kept"


def test_held_shift_stops_typing_in_the_middle_and_the_rest_follows_without_it(
    screen: VirtualScreen, editor: Editor, outlets: Outlets
) -> None:
    text = "all of this is in lower case " * 20
    done = threading.Event()

    def deliver() -> None:
        chain(outlets, TYPE, type_pace_ms=2.0).deliver(text)
        done.set()

    typing = threading.Thread(target=deliver, name="typing")
    typing.start()
    wait_until(lambda: len(editor.text()) > 20, "the first letters")
    screen.xdotool("keydown", "Shift_L")
    wait_until(lambda: not done.is_set() and editor.settle(0.1) != text, "a pause")
    screen.xdotool("keyup", "Shift_L")
    typing.join(20)
    wait_until(lambda: len(editor.text()) == len(text), "the whole text")
    typed = editor.settle(0.1)
    assert typed.lower() == text
    # What is sent at once, here one character, may be under way when the key goes down.
    assert sum(char.isupper() for char in typed) <= 1


def test_a_modifier_held_on_in_the_middle_leaves_the_rest_on_the_clipboard(
    screen: VirtualScreen, editor: Editor, outlets: Outlets
) -> None:
    text = "all of this is in lower case " * 20
    delivered = []
    typing = threading.Thread(
        target=lambda: delivered.append(chain(outlets, TYPE, type_pace_ms=2.0).deliver(text)),
        name="typing",
    )
    typing.start()
    wait_until(lambda: len(editor.text()) > 20, "the first letters")
    screen.xdotool("keydown", "Alt_L")
    try:
        typing.join(20)
    finally:
        screen.xdotool("keyup", "Alt_L")
    (delivery,) = delivered
    assert delivery.method is COPY
    assert "rest" in delivery.fallback_reason
    typed = editor.settle(0.2)
    assert 20 < len(typed) < len(text)
    assert typed + fetch(screen, "UTF8_STRING").decode() == text


def test_what_was_given_back_outlives_the_program_where_a_manager_keeps_it(
    screen: VirtualScreen, editor: Editor
) -> None:
    asked = FakeManager(screen)
    outlets = Outlets(None, X11Keyboard(), X11Pasteboard())
    try:
        copy_text(screen, "kept")
        chain(outlets).deliver("pasted")
    finally:
        outlets.close()
        asked.close()
    assert asked.kept == b"kept"


class FakeManager:
    """A clipboard manager: fetches the text when it is asked to save."""

    def __init__(self, screen: VirtualScreen) -> None:
        from Xlib import X
        from Xlib.display import Display

        self._display = Display(screen.display)
        self._window = self._display.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        manager = self._display.intern_atom("CLIPBOARD_MANAGER")
        self._window.set_selection_owner(manager, X.CurrentTime)
        self._display.sync()
        self.kept = b""
        self._thread = threading.Thread(target=self._serve, name="manager", daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        from Xlib import X
        from Xlib.protocol import event as events

        request = self._next(X.SelectionRequest)
        where = self._display.intern_atom("KEPT")
        clipboard = self._display.intern_atom("CLIPBOARD")
        utf8 = self._display.intern_atom("UTF8_STRING")
        self._window.convert_selection(clipboard, utf8, where, X.CurrentTime)
        self._next(X.SelectionNotify)
        self.kept = bytes(self._window.get_full_property(where, 0).value)
        request.requestor.send_event(
            events.SelectionNotify(
                time=request.time,
                requestor=request.requestor,
                selection=request.selection,
                target=request.target,
                property=request.property,
            )
        )
        self._display.flush()

    def _next(self, kind: int) -> Any:
        while (event := self._display.next_event()).type & 0x7F != kind:
            pass
        return event

    def close(self) -> None:
        self._thread.join(5)
        self._display.close()


def test_a_closed_board_is_told(screen: VirtualScreen) -> None:
    board = X11Pasteboard()
    board.close()
    board.close()
    with pytest.raises(ClipboardFailed, match="closed"):
        board.offer("x", target=0, keep=True, selected=False)
