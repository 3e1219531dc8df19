"""Remembers Ctrl+C, which a library may turn into an error of its own while it is loaded."""

from __future__ import annotations

import signal
from types import FrameType


class CtrlC:
    """Raises KeyboardInterrupt as ever, and knows afterwards that it did."""

    def __init__(self) -> None:
        self.was_pressed = False

    def listen(self) -> None:
        """Begin, unless the program was started deaf to it or somebody listens already."""
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, self._hear)

    def _hear(self, _number: int, _frame: FrameType | None) -> None:
        self.was_pressed = True
        raise KeyboardInterrupt
