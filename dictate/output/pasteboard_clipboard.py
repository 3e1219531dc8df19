"""The clipboard, read through the pasteboard, which knows when it has the clipboard itself.

Qt waits for an answer to its question in the GUI thread and holds Python's lock meanwhile. When our
own thread is to answer, as it is after a paste gave the clipboard back, nobody does for seconds.
"""

from __future__ import annotations

from typing import Protocol

from dictate.output.contents import Contents
from dictate.ports import Clipboard

_TEXTS = ("UTF8_STRING", "text/plain;charset=utf-8", "text/plain")


class Readable(Protocol):
    """The part of a pasteboard that is needed here."""

    def read(self) -> Contents:
        """Return all that is on the clipboard. Raises ClipboardFailed."""


class PasteboardClipboard:
    """A Clipboard: reads through one, writes through the other."""

    def __init__(self, board: Readable, clipboard: Clipboard) -> None:
        self._board = board
        self._clipboard = clipboard

    def read_text(self) -> str | None:
        """Return the text on it; None when it holds none. Raises ClipboardFailed."""
        return text_of(self._board.read())

    def write_text(self, text: str) -> None:
        """Put a text on it. Raises ClipboardFailed."""
        self._clipboard.write_text(text)


def text_of(what: Contents) -> str | None:
    """Return the text among the formats, None when there is none."""
    for name in _TEXTS:
        item = what.get(name)
        if item is not None and isinstance(item.data, bytes):
            return item.data.decode("utf-8", "replace")
    return None
