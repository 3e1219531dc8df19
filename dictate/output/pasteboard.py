"""The clipboard as a paste needs it: taken for a moment, its reads seen, given back unharmed."""

from __future__ import annotations

from typing import Protocol

from dictate.output.receipt import Read


class Offer(Protocol):
    """Our text on the clipboard, with the content before it kept."""

    def reads(self) -> tuple[Read, ...]:
        """Return every fetch of the text so far."""

    def wait(self, seen: int, timeout_s: float) -> None:
        """Return when there are more than ``seen`` reads, the clipboard was taken, or time is up.

        Raises ClipboardFailed when the desktop is gone.
        """

    @property
    def replaced(self) -> bool:
        """Whether somebody has copied something since."""

    def put_back(self) -> bool:
        """Restore what was there before; False when it was replaced meanwhile (nothing is done)."""

    def leave(self) -> None:
        """Keep our text on the clipboard as if the user had copied it."""


class Pasteboard(Protocol):
    """Raises ClipboardFailed wherever the desktop does not play along."""

    def offer(self, text: str, *, target: int, keep: bool, selected: bool) -> Offer:
        """Save what is there and put the text in its place.

        ``target`` is the window that will read; ``keep`` saves what was there. ``selected`` puts
        the text on what the middle mouse button and Shift+Insert of old terminals paste as well.
        """

    def close(self) -> None:
        """Leave what is on the clipboard to the desktop."""
