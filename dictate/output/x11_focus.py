"""Where the keyboard is on an X11 desktop, over a connection of its own.

That of the keyboard is taken while a text is typed, and a press must not wait for it.
"""

from __future__ import annotations

import contextlib
from typing import Any, TypeAlias

from dictate.errors import TypingFailed
from dictate.output.window import Window
from dictate.output.x11_program import described
from dictate.output.x11_target import focused_window

XlibObject: TypeAlias = Any
"""python-xlib has no types."""


class X11Focus:
    """Use it from one thread at a time. Raises TypingFailed without a server."""

    def __init__(self, display: str | None = None) -> None:
        from Xlib.display import Display
        from Xlib.error import ConnectionClosedError, DisplayError, XError

        self._errors = (XError, DisplayError, ConnectionClosedError, OSError)
        try:
            self._display: XlibObject = Display(display)
        except self._errors as exc:
            raise TypingFailed("The X server cannot be reached.") from exc

    def focused(self) -> Window:
        """Return the window that has the keyboard. Raises TypingFailed."""
        try:
            return focused_window(self._display)
        except self._errors as exc:
            raise TypingFailed("The X server does not tell where the keyboard is.") from exc

    def described(self, window: Window) -> Window:
        """Return a window with its title and its program, as far as it tells them."""
        try:
            return described(self._display, window)
        except self._errors:
            return window  # it closed meanwhile

    def close(self) -> None:
        """Leave the server. Any number of times."""
        with contextlib.suppress(*self._errors):
            self._display.close()
