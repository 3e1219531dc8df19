"""What lies on a clipboard, format by format, and which formats are worth saving: no desktop.

Names are those of X11 selection targets, which are MIME types for all but the oldest.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from dictate.errors import ClipboardFailed

MAX_BYTES = 64 * 1024 * 1024
"""More than this is not saved: the clipboard is then not used at all."""

MANAGER_HINT = "x-kde-passwordManagerHint"
"""Klipper's format; "secret" asks clipboard managers not to keep what lies beside it."""


@dataclass(frozen=True, slots=True)
class Item:
    """One format: the type its owner gave it, bits per unit, and the units."""

    type: str
    width: int
    data: bytes | tuple[int, ...]

    @property
    def size_bytes(self) -> int:
        """How much memory it takes."""
        return len(self.data) * (self.width // 8)


Contents: TypeAlias = Mapping[str, Item]
"""Formats by name, in the order their owner preferred."""

# Questions and commands to the owner rather than formats; then ids of things that live in the
# owner's process and mean nothing without it.
_NOT_CONTENT = frozenset({
    "TARGETS", "MULTIPLE", "TIMESTAMP", "SAVE_TARGETS", "DELETE", "INSERT_SELECTION",
    "INSERT_PROPERTY", "CLIENT_WINDOW", "HOST_NAME", "PROCESS", "TASK", "OWNER_OS",
    "PIXMAP", "BITMAP", "DRAWABLE", "COLORMAP", "WINDOW", "CLASS", "NAME", "CHARACTER_POSITION",
    "COLUMN_NUMBER", "LINE_NUMBER", "LENGTH", "SPAN", "LIST_LENGTH", "MODULE", "PROCEDURE",
    "FOREGROUND", "BACKGROUND",
})  # fmt: skip


def of_text(text: str, *, private: bool) -> dict[str, Item]:
    """Return a text in the formats programs ask for; ``private`` asks managers to ignore it."""
    utf8 = Item("UTF8_STRING", 8, text.encode("utf-8", "replace"))
    found = {
        "UTF8_STRING": utf8,
        "text/plain;charset=utf-8": Item("text/plain;charset=utf-8", 8, utf8.data),
        "TEXT": utf8,
        "text/plain": Item("text/plain", 8, utf8.data),
    }
    with contextlib.suppress(UnicodeEncodeError):  # this format cannot hold every text
        found["STRING"] = Item("STRING", 8, text.encode("latin-1"))
    if private:
        found[MANAGER_HINT] = Item(MANAGER_HINT, 8, b"secret")
    return found


def is_text(target: str) -> bool:
    """Tell whether a format that is asked for is the text itself."""
    return target in ("UTF8_STRING", "TEXT", "STRING") or target.startswith("text/plain")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to save: ``needed`` or nothing, ``welcome`` as far as it comes quickly."""

    needed: tuple[str, ...]
    welcome: tuple[str, ...]


def wanted(targets: Sequence[str]) -> Wanted:
    """Choose among the formats an owner offers.

    Of pictures one format is needed, PNG where there is one: programs that copy a picture offer up
    to twenty encodings of it and make each when asked, which takes seconds for a large one.
    """
    offered = [name for name in dict.fromkeys(targets) if name not in _NOT_CONTENT]
    pictures = [name for name in offered if name.startswith(("image/", "application/x-qt-image"))]
    main = ["image/png"] if "image/png" in pictures else pictures[:1]
    return Wanted(
        tuple(name for name in offered if name not in pictures or name in main),
        tuple(name for name in pictures if name not in main),
    )


def check_size(size_bytes: int) -> None:
    """Raise ClipboardFailed when this is more than can be put back."""
    if size_bytes > MAX_BYTES:
        raise ClipboardFailed(
            "What is on the clipboard is too large to be kept while pasting.",
            "Set [output] keep_clipboard = false to have it replaced.",
        )
