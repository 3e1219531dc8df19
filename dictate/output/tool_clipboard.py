"""The clipboard through the desktop's own command line tools, for use without a window.

The tools for X11 and Wayland stay in the background as the clipboard's owner until something else
is copied, so the text outlives this program. Their output must not be a pipe: the one who waits for
its end would wait for that copy.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dictate.errors import ClipboardFailed

TIMEOUT_S = 3.0


@dataclass(frozen=True, slots=True)
class Tool:
    """The two commands of a clipboard tool."""

    write: tuple[str, ...]
    read: tuple[str, ...]
    encoding: str = "utf-8"
    confirm: bool = False
    """The tool returns before its copy in the background owns the clipboard: read it back."""


WL_CLIPBOARD = Tool(("wl-copy",), ("wl-paste", "--no-newline", "--type", "text"))
XCLIP = Tool(
    ("xclip", "-selection", "clipboard", "-in", "-silent"),
    ("xclip", "-selection", "clipboard", "-out", "-target", "UTF8_STRING"),
    confirm=True,
)
XSEL = Tool(("xsel", "--clipboard", "--input"), ("xsel", "--clipboard", "--output"), confirm=True)
MACOS = Tool(("pbcopy",), ("pbpaste",))
WINDOWS = Tool(
    ("clip",), ("powershell", "-NoProfile", "-Command", "Get-Clipboard -Raw"), "utf-16-le"
)


def choose(
    environ: Mapping[str, str], platform: str, installed: Callable[[str], bool]
) -> Tool | None:
    """Return the tool for this desktop, None when none is installed."""
    if platform == "darwin":
        candidates = [MACOS]
    elif platform == "win32":
        candidates = [WINDOWS]
    else:
        wayland = [WL_CLIPBOARD] if environ.get("WAYLAND_DISPLAY") else []
        candidates = wayland + ([XCLIP, XSEL] if environ.get("DISPLAY") else [])
    return next((tool for tool in candidates if installed(tool.write[0])), None)


class ToolClipboard:
    """A Clipboard. Raises ClipboardFailed when there is no tool for this desktop."""

    def __init__(self, tool: Tool | None = None) -> None:
        chosen = tool or choose(os.environ, sys.platform, lambda name: bool(shutil.which(name)))
        if chosen is None:
            raise ClipboardFailed(
                "There is no clipboard tool on this machine.",
                "Install xclip (X11) or wl-clipboard (Wayland).",
            )
        self._tool = chosen

    def read_text(self) -> str | None:
        """Return the text on it, None when it holds none. Raises ClipboardFailed."""
        return self._read(TIMEOUT_S)

    def _read(self, timeout_s: float) -> str | None:
        done = self._run(self._tool.read, b"", subprocess.PIPE, timeout_s)
        if done.returncode != 0 or not done.stdout:
            return None  # the tools fail alike for "empty" and "not a text"
        # PowerShell answers in the console's code page; the other tools in UTF-8.
        return done.stdout.decode("utf-8", "replace")

    def write_text(self, text: str) -> None:
        """Put a text on it. Raises ClipboardFailed."""
        data = text.encode(self._tool.encoding)
        done = self._run(self._tool.write, data, subprocess.DEVNULL)
        if done.returncode != 0:
            raise ClipboardFailed(
                f"{self._tool.write[0]} could not set the clipboard.",
                "Check that the desktop session is the one you look at.",
            )
        if self._tool.confirm and text:
            self._confirm(text)

    def _confirm(self, text: str) -> None:
        """Wait until the text really is on the clipboard; else a paste would bring the old one."""
        pause = threading.Event()
        end_s = time.monotonic() + TIMEOUT_S
        while not self._holds(text):
            if time.monotonic() > end_s:
                raise ClipboardFailed(
                    f"{self._tool.write[0]} did not take over the clipboard.",
                    "Another program may be holding it; copy something there, then try again.",
                )
            pause.wait(0.01)

    def _holds(self, text: str) -> bool:
        try:
            return self._read(0.5) == text
        except ClipboardFailed:
            return False  # asked in the middle of the change of owners, xsel waits for ever

    def _run(
        self, command: tuple[str, ...], data: bytes, stdout: int, timeout_s: float = TIMEOUT_S
    ) -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(
                command,
                input=data,
                stdout=stdout,
                stderr=subprocess.DEVNULL,
                timeout=timeout_s,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as exc:
            raise ClipboardFailed(
                f"{command[0]} did not answer.", "Check that the desktop session is running."
            ) from exc
