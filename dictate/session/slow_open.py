"""Tells the user that a microphone takes too long to open.

A driver or sound server that hangs cannot be cut short: whoever opens it waits, and takes with it.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from dictate.domain import Notice, Severity
from dictate.events import NoticeRaised
from dictate.ports import Publish

PATIENCE_S = 8.0
"""A Bluetooth headset takes two seconds to open, twice where it is looked for again."""

DOES_NOT_OPEN = Notice(
    Severity.WARNING,
    "The microphone does not open.",
    "Plug it out and in, or restart the sound server; if nothing happens then, restart Dictate.",
)


@contextmanager
def told_if_slow(publish: Publish, patience_s: float) -> Iterator[None]:
    """Open a microphone inside."""
    timer = threading.Timer(patience_s, publish, (NoticeRaised(DOES_NOT_OPEN),))
    timer.name, timer.daemon = "dictate-slow-microphone", True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
