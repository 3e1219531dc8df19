"""One virtual screen for all tests of this folder, and this process's way onto it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.editor import Editor
from tests.desktop.field_hands import FieldHands
from tests.desktop.screen import VirtualScreen, missing_programs

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")


@pytest.fixture(scope="session")
def shared_screen() -> Iterator[VirtualScreen]:
    lacking = missing_programs("setxkbmap")
    if lacking:
        pytest.skip(f"not installed: {', '.join(lacking)}")
    with VirtualScreen() as screen:
        yield screen


@pytest.fixture
def screen(
    shared_screen: VirtualScreen, monkeypatch: pytest.MonkeyPatch
) -> Iterator[VirtualScreen]:
    """The screen with a US layout, as this process's DISPLAY; a leaked thread fails the test."""
    monkeypatch.setenv("DISPLAY", shared_screen.display)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    shared_screen.set_layout("us", "-option", "")
    before = set(threading.enumerate())
    yield shared_screen
    left = {t.name for t in set(threading.enumerate()) - before if t.name.startswith("dictate")}
    assert not left, f"threads left: {left}"


@pytest.fixture(scope="session")
def shared_editor(
    shared_screen: VirtualScreen, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Editor]:
    file: Path = tmp_path_factory.mktemp("editor") / "typed.txt"
    with Editor(shared_screen, file) as editor:
        yield editor


@pytest.fixture
def editor(screen: VirtualScreen, shared_editor: Editor) -> Editor:
    """An empty, focused editor."""
    shared_editor.clear()
    shared_editor.focus()
    return shared_editor


@pytest.fixture(scope="module")
def accessible_screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[VirtualScreen]:
    lacking = missing_programs("dbus-daemon", "mousepad")
    if lacking or not LAUNCHER.exists():
        pytest.skip(f"not installed: {', '.join(lacking) or 'at-spi2-core'}")
    with VirtualScreen(dbus=True) as screen:
        home = str(tmp_path_factory.mktemp("home"))
        screen.env.pop("NO_AT_BRIDGE", None)
        # Settings in memory and a home of its own: its services must not outlive the screen.
        screen.env |= {
            "HOME": home,
            "XDG_CONFIG_HOME": home,
            "XDG_DATA_HOME": home,
            "XDG_CACHE_HOME": home,
            "GSETTINGS_BACKEND": "memory",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        yield screen


@pytest.fixture
def hands(
    accessible_screen: VirtualScreen, monkeypatch: pytest.MonkeyPatch
) -> Iterator[FieldHands]:
    monkeypatch.setenv("DISPLAY", accessible_screen.display)
    monkeypatch.setenv(
        "DBUS_SESSION_BUS_ADDRESS", accessible_screen.env["DBUS_SESSION_BUS_ADDRESS"]
    )
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    before = set(threading.enumerate())
    hands = FieldHands(accessible_screen)
    yield hands
    hands.close()
    left = {t.name for t in set(threading.enumerate()) - before if t.name.startswith("dictate")}
    assert not left, f"threads left: {left}"
