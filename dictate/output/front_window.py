"""Which window is in front and what it tells of itself, for somebody who asks about it."""

from __future__ import annotations

import contextlib
import os
import sys

from dictate.errors import OutputError
from dictate.output.window import Window


def can_be_seen() -> bool:
    """Tell whether windows of other programs can be looked at here (X11)."""
    is_x11 = sys.platform.startswith("linux") and os.environ.get("DISPLAY")
    return bool(is_x11) and not os.environ.get("WAYLAND_DISPLAY")


def look() -> Window | None:
    """Return the window that has the keyboard, None where that cannot be seen."""
    if not can_be_seen():
        return None
    from dictate.output.x11_focus import X11Focus

    try:
        with contextlib.closing(X11Focus()) as focus:
            return focus.described(focus.focused())
    except OutputError:
        return None
