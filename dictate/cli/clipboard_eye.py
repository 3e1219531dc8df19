"""Looks at the whole clipboard before and after a trial, and puts a text back that got lost.

On X11 through a connection of its own: what a paste gave back is answered by this very process, and
Qt's question to it would wait for itself.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from dictate.errors import ClipboardFailed, OutputError

Look: TypeAlias = Callable[[], Mapping[str, object]]
"""Returns what is on the clipboard by format, as far as it can be compared."""

_TEXTS = ("UTF8_STRING", "text/plain")


@contextlib.contextmanager
def opened(otherwise: Look) -> Iterator[Look]:
    """Give a way to look; ``otherwise`` is that of the window."""
    if not _is_x11():
        yield otherwise
        return
    from dictate.output.x11_pasteboard import X11Pasteboard

    board = X11Pasteboard()

    def look() -> Mapping[str, object]:
        try:
            return {name: item.data for name, item in board.read().items()}
        except ClipboardFailed:
            return {}  # too large or too slow to compare

    try:
        yield look
    finally:
        board.close()


def put_back(before: Mapping[str, object], look: Look) -> bool:
    """Put the text back that was there before, if it is gone; tell whether all is as it was."""
    if look() == before:
        return True
    from dictate.output.tool_clipboard import ToolClipboard

    text = next((before[name] for name in _TEXTS if name in before), b"")
    if isinstance(text, bytes) and text:
        with contextlib.suppress(OutputError):
            ToolClipboard().write_text(text.decode("utf-8", "replace"))
    after = look()
    return not before or (bool(text) and any(after.get(name) == text for name in _TEXTS))


def _is_x11() -> bool:
    environ = os.environ
    on_x11 = bool(environ.get("DISPLAY")) and not environ.get("WAYLAND_DISPLAY")
    return sys.platform.startswith("linux") and on_x11 and _qt_uses_it(environ)


def _qt_uses_it(environ: Mapping[str, str]) -> bool:
    return environ.get("QT_QPA_PLATFORM", "xcb").startswith("xcb")
