"""From the start of the process to its icon in the tray, seen by the X server and nobody else."""

from __future__ import annotations

import contextlib
import os
import select
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from Xlib import X, error
from Xlib.display import Display

import dictate
from tests.e2e.desktop import Desk

Window: TypeAlias = Any
"""Xlib has no types."""
PANEL = ("panel", "trayer")
WAITING_S = 30.0
ENDING_S = 10.0


class Tray:
    """Watches the windows of the tray host for one that is mapped."""

    def __init__(self, display_name: str) -> None:
        self._display = Display(display_name)
        # A window of the tray may be gone before it is asked.
        self._display.set_error_handler(lambda *_: None)
        panels = [w for w in _below(self._display.screen().root) if _class_of(w) == PANEL]
        assert panels, "there is no tray host"
        for panel in panels:
            self._watch(panel)
        self._display.sync()

    def wait_for_icon(self) -> float:
        """Return when (``time.perf_counter``) the next icon was mapped."""
        end_s = time.perf_counter() + WAITING_S
        while True:
            while self._display.pending_events():
                event = self._display.next_event()
                if event.type == X.MapNotify:
                    return time.perf_counter()
                if event.type in (X.CreateNotify, X.ReparentNotify):
                    self._watch(event.window)
            left_s = end_s - time.perf_counter()
            if left_s <= 0 or not select.select([self._display], [], [], left_s)[0]:
                raise AssertionError("no icon came into the tray")

    def close(self) -> None:
        """Let go of the display."""
        self._display.close()

    def _watch(self, window: Window) -> None:
        with contextlib.suppress(error.XError):
            window.change_attributes(event_mask=X.SubstructureNotifyMask)


def _below(window: Window) -> Iterator[Window]:
    with contextlib.suppress(error.XError):
        for child in window.query_tree().children:
            yield child
            yield from _below(child)


def _class_of(window: Window) -> tuple[str, ...]:
    with contextlib.suppress(error.XError):
        return tuple(window.get_wm_class() or ())
    return ()


def start_once(desk: Desk) -> tuple[float, float]:
    """Start the program and end it; return the seconds to its icon, and until it answers."""
    tray = Tray(desk.screen.display)
    try:
        began_s = time.perf_counter()
        desk.program = desk.screen.spawn(*desk.command(), stderr=subprocess.DEVNULL)
        icon_s = tray.wait_for_icon() - began_s
        desk.wait_for(lambda now: True, "an answer")
        answer_s = time.perf_counter() - began_s
        desk.wait_for(lambda now: now["engine"]["state"] == "ready", "a loaded model")
        desk.tell("quit")
        desk.program.wait(ENDING_S)
    finally:
        tray.close()
    return icon_s, answer_s


def forget_files(folders: Iterable[Path]) -> None:
    """Have the system forget what it has in memory of these folders, as after it was switched on.

    Pages that a running process has mapped stay.
    """
    for folder in folders:
        for path in folder.rglob("*"):
            if path.suffix in (".py", ".pyc", ".so", ".onnx", ".bin") or ".so." in path.name:
                with contextlib.suppress(OSError):
                    descriptor = os.open(path, os.O_RDONLY)
                    os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
                    os.close(descriptor)


def own_folders() -> list[Path]:
    """Return where Python, its packages and this program lie."""
    library = Path(contextlib.__file__).parent
    return [Path(sys.prefix), library, Path(dictate.__file__).parent]
