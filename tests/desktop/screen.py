"""A screen of its own for tests of the real desktop: Xvfb with openbox, a tray host and D-Bus.

    with VirtualScreen(tray=True) as screen:
        program = screen.spawn("xterm")
        window = screen.wait_for_window("xterm")
        screen.xdotool("key", "--window", window, "Return")

Everything started through it has ended when the block is left, in reverse order.
"""

from __future__ import annotations

import contextlib
import os
import select
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

NEEDED = ("Xvfb", "openbox", "xdotool")
"""Programs without which there is no virtual screen."""


def missing_programs(*more: str) -> tuple[str, ...]:
    """Return which of the needed programs (and of ``more``) are not installed."""
    return tuple(name for name in (*NEEDED, *more) if shutil.which(name) is None)


def wait_until(check: Callable[[], bool], what: str, timeout_s: float = 10.0) -> None:
    """Ask ``check`` every 20 ms until it is true; AssertionError naming ``what`` when it stays."""
    pause = threading.Event()
    end_s = time.monotonic() + timeout_s
    while not check():
        if time.monotonic() > end_s:
            raise AssertionError(f"not within {timeout_s:g} s: {what}")
        pause.wait(0.02)


class VirtualScreen:
    """One X server with what stands around it; a context manager, usable once."""

    def __init__(
        self,
        *,
        width: int = 1280,
        height: int = 800,
        window_manager: bool = True,
        tray: bool = False,
        dbus: bool = False,
        server_options: tuple[str, ...] = (),
    ) -> None:
        self._size = f"{width}x{height}x24"
        self._window_manager = window_manager
        self._tray = tray
        self._dbus = dbus
        self._server_options = server_options
        self._processes: list[subprocess.Popen[Any]] = []
        self.display = ""
        """``:7``; set once entered."""
        self.env: dict[str, str] = {}
        """The environment for programs on this screen; may be added to before ``spawn``."""

    def __enter__(self) -> VirtualScreen:
        try:
            self._start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # -- what a test does -------------------------------------------------------------------------

    def spawn(
        self, *command: str, env: Mapping[str, str] | None = None, **options: Any
    ) -> subprocess.Popen[Any]:
        """Start a program on this screen, ended with it at the latest. Output goes nowhere
        unless ``options`` (those of Popen) say otherwise."""
        options.setdefault("stdin", subprocess.DEVNULL)
        options.setdefault("stdout", subprocess.DEVNULL)
        options.setdefault("stderr", subprocess.DEVNULL)
        process = subprocess.Popen(
            command, env={**self.env, **(env or {})}, start_new_session=True, **options
        )
        self._processes.append(process)
        return process

    def run(self, *command: str, timeout_s: float = 20.0) -> str:
        """Run a program on this screen to its end; return what it printed."""
        done = subprocess.run(
            command, env=self.env, capture_output=True, text=True, timeout=timeout_s, check=False
        )
        if done.returncode != 0:
            raise AssertionError(f"{' '.join(command)}: {done.stderr.strip()}")
        return done.stdout

    def xdotool(self, *args: str) -> str:
        """Run xdotool; return what it printed, without the line end."""
        return self.run("xdotool", *args).strip()

    def wait_for_window(self, title: str, timeout_s: float = 20.0) -> str:
        """Wait for a visible window whose title matches a regular expression; return its id."""
        found: list[str] = []

        def look() -> bool:
            done = subprocess.run(
                ("xdotool", "search", "--onlyvisible", "--name", title),
                env=self.env,
                capture_output=True,
                text=True,
                timeout=20,
                check=False,
            )
            found[:] = done.stdout.split()
            return bool(found)

        wait_until(look, f"a window called {title}", timeout_s)
        return found[0]

    def focus(self, window: str) -> None:
        """Give a window the keyboard and wait until it has it."""
        self.xdotool("windowactivate", "--sync", window)
        self.xdotool("windowfocus", "--sync", window)

    def set_layout(self, *args: str) -> None:
        """Change the keyboard layout as ``setxkbmap`` does: ``set_layout("de")``."""
        self.run("setxkbmap", *args)

    def screenshot(self, path: Path) -> Path:
        """Save a picture of the whole screen."""
        self.run("import", "-window", "root", str(path))
        return path

    def stop(self, process: subprocess.Popen[Any], timeout_s: float = 5.0) -> None:
        """End one program started here: politely, then not."""
        if process.poll() is None:
            _signal(process, signal.SIGTERM)
            try:
                process.wait(timeout_s)
            except subprocess.TimeoutExpired:
                _signal(process, signal.SIGKILL)
                process.wait(timeout_s)
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream is not None:
                stream.close()

    def close(self) -> None:
        """End every program started here, the last one first. Any number of times."""
        while self._processes:
            self.stop(self._processes.pop())

    # -- how it comes up --------------------------------------------------------------------------

    def _start(self) -> None:
        self.env = _clean_environment()
        self.display = self._start_server()
        self.env["DISPLAY"] = self.display
        if self._dbus:
            self.env["DBUS_SESSION_BUS_ADDRESS"] = self._start_dbus()
        if self._window_manager:
            # --sm-disable: without a session manager openbox would wait for one.
            self.spawn("openbox", "--sm-disable")
            wait_until(self._has_window_manager, "openbox")
        if self._tray:
            self.spawn("trayer", "--edge", "bottom", "--width", "20", "--height", "32")
            wait_until(self._has_tray, "a tray host")

    def _start_server(self) -> str:
        reader, writer = os.pipe()
        # fmt: off
        server = self.spawn(
            "Xvfb", "-displayfd", str(writer), "-screen", "0", self._size,
            "-nolisten", "tcp", "-noreset", *self._server_options,
            pass_fds=(writer,),
        )
        # fmt: on
        os.close(writer)
        with os.fdopen(reader, "rb") as answer:
            ready, _, _ = select.select([answer], [], [], 20.0)
            number = answer.readline().strip().decode() if ready else ""
        if not number:
            raise AssertionError(f"Xvfb did not start (exit {server.poll()})")
        return f":{number}"

    def _start_dbus(self) -> str:
        daemon = self.spawn(
            "dbus-daemon", "--session", "--nofork", "--print-address=1", stdout=subprocess.PIPE
        )
        assert daemon.stdout is not None
        ready, _, _ = select.select([daemon.stdout], [], [], 10.0)
        address = daemon.stdout.readline().strip().decode() if ready else ""
        if not address:
            raise AssertionError("dbus-daemon did not start")
        return str(address)

    def _has_window_manager(self) -> bool:
        # xdotool asks the window manager through EWMH and fails while there is none.
        done = subprocess.run(
            ("xdotool", "get_num_desktops"), env=self.env, capture_output=True, check=False
        )
        return done.returncode == 0

    def _has_tray(self) -> bool:
        from Xlib import X
        from Xlib.display import Display

        display = Display(self.display)
        try:
            atom = display.intern_atom("_NET_SYSTEM_TRAY_S0")
            return bool(display.get_selection_owner(atom) != X.NONE)
        finally:
            display.close()


def _clean_environment() -> dict[str, str]:
    """Return this process's environment without what would lead to another desktop."""
    env = dict(os.environ)
    for name in ("WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XAUTHORITY", "QT_IM_MODULE"):
        env.pop(name, None)
    env |= {
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "QT_QPA_PLATFORM": "xcb",
        "XDG_SESSION_TYPE": "x11",
        "NO_AT_BRIDGE": "1",  # GTK looks for an accessibility bus otherwise, for seconds
    }
    return env


def _signal(process: subprocess.Popen[Any], number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, number)  # its own group since start_new_session
