"""Fields of web pages in Chromium: what is before the caret, arrival, undo, and secrets."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from dictate.assembly import recognising
from dictate.engine.remote.relay import RelayEngine
from dictate.errors import ServiceError
from dictate.session_bus import Address, SessionBus
from dictate.settings.choices import RemoteWhen
from dictate.settings.schema import RemoteSettings
from tests.desktop.field_hands import TAKE, FieldHands
from tests.desktop.screen import VirtualScreen, wait_until
from tests.fakes.bench import running
from tests.fakes.engine import ScriptedEngine
from tests.fakes.speech_server import SAID, speech_server

PAGE = """<!doctype html><meta charset="utf-8"><title>page</title><p>Words <b>beside</b> it.
<textarea id="t">We had lunch</textarea><input id="p" type="password"><button id="b">Send</button>
<div id="c" contenteditable>Some <b>rich</b> text</div>
<script>
t.focus(); t.setSelectionRange(99, 99);
const show = () => document.title = "page " + p.value.length + " " + t.value;
t.oninput = p.oninput = show;
onkeydown = e => {
  const to = {F2: p, F4: b, F8: c, F9: t}[e.key];
  if (to) { e.preventDefault(); to.focus(); document.title = "page " + to.id; }
};
show();
</script>"""

KEYS = {"t": "F9", "p": "F2", "b": "F4", "c": "F8"}


@pytest.fixture(autouse=True)
def accessibility_is_on(accessible_screen: VirtualScreen, hands: FieldHands) -> None:
    """Have the desktop say what a user says in its settings."""
    if shutil.which("chromium") is None:
        pytest.skip("chromium is not installed")
    session = SessionBus()
    status = Address("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties")
    try:
        session.call(status, "Set", "ssv", ("org.a11y.Status", "IsEnabled", ("b", True)))
    finally:
        session.close()


class Page:
    """Chromium with the page; its title tells what is in the fields."""

    def __init__(self, screen: VirtualScreen, window: str) -> None:
        self._screen = screen
        self.window = window

    def wait_for(self, text: str, hidden: int = 0) -> None:
        self._wait_for_title(f"page {hidden} {text}")

    def go_to(self, part: str) -> None:
        self._screen.xdotool("key", KEYS[part])
        self._wait_for_title(f"page {part}")

    def _wait_for_title(self, title: str) -> None:
        name = ("getwindowname", self.window)
        wait_until(lambda: self._screen.xdotool(*name) == title, title)


@contextmanager
def chromium(screen: VirtualScreen, folder: Path, *more: str) -> Iterator[Page]:
    file = folder / "page.html"
    file.write_text(PAGE, encoding="utf-8")
    options = ["--no-first-run", "--disable-gpu", f"--user-data-dir={folder / 'profile'}", *more]
    options += ["--no-sandbox"] if os.geteuid() == 0 else []
    program: subprocess.Popen[Any] = screen.spawn("chromium", *options, f"--app={file.as_uri()}")
    try:
        page = Page(screen, screen.wait_for_window("^page 0 "))
        screen.focus(page.window)
        yield page
    finally:
        screen.stop(program)


def test_a_text_continues_what_stands_in_a_text_area(hands: FieldHands, tmp_path: Path) -> None:
    with chromium(hands.screen, tmp_path) as page:
        hands.wait_for_field("We had lunch")
        hands.dictate("And then we left.")
        page.wait_for("We had lunch and then we left.")
        hands.wait_for_field("We had lunch and then we left.")
        hands.sink.take_back()
        page.wait_for("We had lunch")
        hands.keyboard.press_chord("ctrl+left")
        hands.wait_for_field("We had ")
        hands.dictate("An early.")
        page.wait_for("We had an early lunch")
        assert hands.told == []


def test_a_password_field_is_known_at_the_first_press(hands: FieldHands, tmp_path: Path) -> None:
    with chromium(hands.screen, tmp_path) as page:
        page.go_to("p")
        secret = threading.Event()
        wait_until(lambda: _is_on_the_bus(hands), "chromium on the bus")
        hands.sink.watch(TAKE, lambda hides: secret.set() if hides else None)
        assert secret.wait(5)
        assert hands.sink.is_secret(TAKE)
        hands.sink.deliver("horse", TAKE)
        page.wait_for("We had lunch", hidden=5)
        page.go_to("t")
        hands.wait_for_field("We had lunch")
        assert not hands.sink.is_secret(TAKE)


@pytest.mark.parametrize(("part", "asked"), [("p", False), ("t", True)])
def test_what_is_spoken_into_a_password_field_of_a_page_is_not_sent(
    hands: FieldHands, tmp_path: Path, part: str, asked: bool
) -> None:
    with chromium(hands.screen, tmp_path) as page, speech_server() as speech:
        page.go_to(part)
        wait_until(lambda: hands.look() is not None, "the field")
        local = ScriptedEngine(manual=True) if asked else ScriptedEngine("from here")
        relay = RelayEngine(local, lambda _: None)
        relay.use(recognising.way(RemoteSettings(RemoteWhen.ALWAYS, speech.url, timeout_s=60)))
        with running(engine=relay, caret=hands.sink) as bench:  # type: ignore[arg-type]  # is one
            source = bench.press()
            bench.say(source)
            bench.release(source)
            assert bench.text().strip() == (SAID if asked else "from here")
        relay.close()
        assert speech.was_asked.is_set() is asked


def test_a_button_is_no_field_and_a_field_of_parts_is_read_to_the_next_one(
    hands: FieldHands, tmp_path: Path
) -> None:
    with chromium(hands.screen, tmp_path) as page:
        hands.wait_for_field("We had lunch")
        page.go_to("b")
        wait_until(lambda: (sight := hands.look()) is None or sight.reading is None, "the button")
        page.go_to("c")
        # Up to the first part that is no plain text.
        wait_until(lambda: hands.sink.fitted("And so.", "en") == "And so. ", "what stands behind")


def test_of_two_windows_the_one_with_the_keyboard_counts(hands: FieldHands, tmp_path: Path) -> None:
    with chromium(hands.screen, tmp_path) as page:
        hands.wait_for_field("We had lunch")
        hands.dictate("And left.")
        page.wait_for("We had lunch and left.")
        other = hands.screen.spawn("xterm", "-T", "other")
        hands.screen.focus(hands.screen.wait_for_window("^other$"))
        wait_until(lambda: hands.look() is None, "nothing where nothing is told")
        hands.screen.focus(page.window)
        hands.wait_for_field("We had lunch and left.")
        hands.screen.stop(other)


def test_a_browser_in_the_background_is_not_read(hands: FieldHands, tmp_path: Path) -> None:
    with chromium(hands.screen, tmp_path):
        wait_until(lambda: _is_on_the_bus(hands), "chromium on the bus")
        other = hands.screen.spawn("xterm", "-T", "other")
        hands.screen.focus(hands.screen.wait_for_window("^other$"))
        for _ in range(3):
            assert hands.look() is None
        hands.screen.stop(other)


def _is_on_the_bus(hands: FieldHands) -> bool:
    """Tell whether Chromium has come up there; it is not woken by that."""
    try:
        session = SessionBus()
        (address,) = session.call(Address("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus"),
                                  "GetAddress")  # fmt: skip
        session.close()
        bus = SessionBus({"DBUS_SESSION_BUS_ADDRESS": str(address)})
        root = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        (programs,) = bus.call(Address(*root, "org.a11y.atspi.Accessible"), "GetChildren")
        bus.close()
    except ServiceError:
        return False
    return bool(programs)
