"""Gives freed memory back to the system.

The C library of Linux keeps what threads have freed, each thread its own, in case it is wanted
again: over a day of takes that adds up to megabytes that nobody uses.
"""

from __future__ import annotations

import contextlib
import ctypes
import sys


def give_back() -> None:
    """Return what is free; takes a few milliseconds, in which others hardly wait. Any thread."""
    if sys.platform.startswith("linux"):
        with contextlib.suppress(OSError, AttributeError):  # another C library
            ctypes.CDLL(None).malloc_trim(0)
