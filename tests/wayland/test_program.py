"""The real program on Sway: its hotkey through a portal, its commands over D-Bus."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dictate.control.bus_service import INTERFACE, NAME, PATH
from dictate.errors import ServiceError
from dictate.session_bus import Address, SessionBus
from tests.desktop import bus as buses
from tests.desktop.bus import PrivateBus
from tests.desktop.compositor import Compositor, missing_programs
from tests.desktop.portal import DENY, SHORTCUTS, MockPortal, Script
from tests.desktop.screen import wait_until
from tests.home import make_home

pytestmark = pytest.mark.skipif(
    bool(missing_programs() + buses.MISSING), reason="needs sway, its tools and dbus-daemon"
)

ROOT = Path(__file__).resolve().parents[2]
DICTATE = Address(NAME, PATH, INTERFACE)


class Program:
    """The running program, as another program on the bus sees it."""

    def __init__(self, desktop: Compositor, bus: PrivateBus, home: Path) -> None:
        folders = make_home(home)
        folders.pop("XDG_RUNTIME_DIR")
        self.env = {
            **desktop.env, **folders, **bus.env,
            "QT_QPA_PLATFORM": "wayland", "PYTHONPATH": str(ROOT),
        }  # fmt: skip
        self.process = subprocess.Popen(
            (sys.executable, "-m", "dictate"),
            env=self.env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._client = SessionBus(bus.env)

    def status(self) -> dict[str, Any]:
        try:
            (told,) = self._client.call(DICTATE, "Status")
        except ServiceError:
            return {}
        return dict(json.loads(told))

    def hotkey(self) -> dict[str, Any]:
        return dict(self.status().get("hotkey") or {})

    def quit(self) -> int:
        self._client.call(DICTATE, "Quit")
        return self.process.wait(20)

    def close(self) -> None:
        self._client.close()
        self.process.kill()
        self.process.wait(5)


@pytest.fixture
def desktop() -> Iterator[tuple[Compositor, PrivateBus]]:
    with Compositor() as compositor, PrivateBus() as bus:
        yield compositor, bus


def test_the_key_the_desktop_chose_is_the_hotkey(
    desktop: tuple[Compositor, PrivateBus], tmp_path: Path
) -> None:
    compositor, bus = desktop
    with MockPortal(bus.env, Script(versions={SHORTCUTS: 1})) as portal:
        program = Program(compositor, bus, tmp_path)
        try:
            wait_until(lambda: bool(program.hotkey().get("chosen_by_the_desktop")), "the key", 30.0)
            assert program.hotkey()["chosen_by_the_desktop"] == "Alt+Super+D"
            assert program.hotkey()["problem"] is None
            portal.change("Meta+F9")
            wait_until(lambda: program.hotkey()["chosen_by_the_desktop"] == "Meta+F9", "the change")
            assert program.quit() == 0
        finally:
            program.close()


def test_a_refusal_is_shown_with_the_next_step(
    desktop: tuple[Compositor, PrivateBus], tmp_path: Path
) -> None:
    compositor, bus = desktop
    with MockPortal(bus.env, Script(versions={SHORTCUTS: 1}, answer=DENY)):
        program = Program(compositor, bus, tmp_path)
        try:
            wait_until(lambda: bool(program.hotkey().get("problem")), "the problem", 30.0)
            assert "You said no" in program.hotkey()["problem"]
            assert program.quit() == 0
        finally:
            program.close()
