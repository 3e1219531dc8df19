"""A Wayland desktop of its own for tests: Sway without a screen, and nothing of X11."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.desktop.screen import wait_until

NEEDED = ("sway", "swaymsg", "foot", "wtype", "wl-copy", "wl-paste", "setpriv")
_NOBODY = 65534


def missing_programs() -> tuple[str, ...]:
    """Return which of the needed programs are not installed."""
    return tuple(name for name in NEEDED if shutil.which(name) is None)


class Compositor:
    """One running Sway; a context manager, usable once."""

    def __init__(self, *lines: str) -> None:
        """``lines`` are added to the configuration."""
        self._lines = lines
        self._processes: list[subprocess.Popen[Any]] = []
        self.folder = Path(tempfile.mkdtemp(prefix="dictate-sway-"))
        self.env: dict[str, str] = {}
        """The environment for programs on this desktop."""

    def __enter__(self) -> Compositor:
        config = self.folder / "config"
        config.write_text("\n".join(("xwayland disable", *self._lines, "")))
        unwanted = ("DISPLAY", "WAYLAND_DISPLAY", "SWAYSOCK", "DBUS_SESSION_BUS_ADDRESS")
        self.env = {name: value for name, value in os.environ.items() if name not in unwanted}
        self.env |= {
            "XDG_RUNTIME_DIR": str(self.folder),
            "WLR_BACKENDS": "headless",
            "WLR_LIBINPUT_NO_DEVICES": "1",
            "WLR_RENDERER": "pixman",
            "LC_ALL": "C.UTF-8",
        }
        command = ["sway", "-c", str(config)]
        if os.geteuid() == 0:  # which Sway refuses to be
            shutil.chown(self.folder, _NOBODY, _NOBODY)
            drop = ["setpriv", f"--reuid={_NOBODY}", f"--regid={_NOBODY}", "--clear-groups"]
            command = [*drop, *command]
        try:
            self.spawn(*command)
            wait_until(lambda: self._socket() != "", "Sway")
            self.env["WAYLAND_DISPLAY"] = self._socket()
            # As on every desk there is a keyboard all the time: programs listen to it from the
            # beginning. (This one presses its key in ten minutes.)
            self.spawn("wtype", "-s", "600000", "-k", "Shift_L")
            wait_until(lambda: "keyboard" in self._ask("get_inputs"), "a keyboard")
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

    def spawn(self, *command: str) -> subprocess.Popen[Any]:
        """Start a program on this desktop, ended with it at the latest."""
        quiet = subprocess.DEVNULL
        process = subprocess.Popen(
            command, env=self.env, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
        self._processes.append(process)
        return process

    def shows(self, app: str) -> bool:
        """Tell whether a window of this program is on the screen."""
        return re.search(rf'"app_id": *"{app}"', self._ask("get_tree")) is not None

    def close(self) -> None:
        """End every program started here, the last one first. Any number of times."""
        while self._processes:
            process = self._processes.pop()
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
                try:
                    process.wait(5)
                except subprocess.TimeoutExpired:
                    os.killpg(process.pid, signal.SIGKILL)
                    process.wait(5)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _ask(self, what: str) -> str:
        socket = next((str(path) for path in self.folder.glob("sway-ipc.*.sock")), "")
        command = ("swaymsg", "-s", socket, "-t", what, "-r")
        return subprocess.run(
            command, env=self.env, capture_output=True, text=True, check=False
        ).stdout

    def _socket(self) -> str:
        return next((p.name for p in self.folder.glob("wayland-?") if p.is_socket()), "")
