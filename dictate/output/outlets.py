"""Everything a text can leave by on this desktop, opened once and closed with the program."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from typing import Protocol, runtime_checkable

from dictate.domain import OutputMethod
from dictate.errors import ClipboardFailed, TypingFailed
from dictate.injected import InjectedKeys
from dictate.output.aims import Aims
from dictate.output.keyboard_choice import open_keyboard
from dictate.output.paste import ChordKeys
from dictate.output.pasteboard import Pasteboard
from dictate.output.pasteboard_clipboard import PasteboardClipboard
from dictate.output.tool_clipboard import WL_CLIPBOARD, ToolClipboard
from dictate.output.window import Window
from dictate.ports import Clipboard, Keyboard

INSERTING = (OutputMethod.AUTO, OutputMethod.TYPE, OutputMethod.PASTE)
"""The methods that press keys in a window."""


@runtime_checkable
class SeeingKeyboard(Keyboard, ChordKeys, Protocol):
    """A keyboard that also knows where its keys go."""

    def focused(self) -> Window:
        """Return the window that has the keyboard. Raises TypingFailed."""

    def held_modifiers(self) -> frozenset[str]:
        """Return the modifier keys that are down. Raises TypingFailed."""


@runtime_checkable
class AskingKeyboard(Keyboard, Protocol):
    """A keyboard that needs the user's permission first."""

    def ask(self) -> None:
        """Have the desktop ask for it. Returns at once."""


class Outlets:
    """None stands for what this desktop does not have, or what was not needed yet."""

    def __init__(
        self,
        clipboard: Clipboard | None = None,
        keyboard: Keyboard | None = None,
        pasteboard: Pasteboard | None = None,
        aims: Aims | None = None,
    ) -> None:
        self.clipboard = clipboard
        self.keyboard = keyboard
        self.pasteboard = pasteboard
        self.aims = aims
        self.problem: TypingFailed | None = None
        """Why there is no keyboard."""

    def prepare(self, method: OutputMethod, injected: InjectedKeys) -> TypingFailed | None:
        """Open what a method needs, again if it could not be opened before.

        Returns what is wrong with the keyboard. ``injected`` is where key presses are announced.
        """
        self._use_the_clipboard_of_wayland()
        if method not in INSERTING or self.keyboard is not None:
            return None
        try:
            self.keyboard = open_keyboard(injected)
        except TypingFailed as error:
            self.problem = error
            return error
        self.problem = None
        if isinstance(self.keyboard, AskingKeyboard):
            self.keyboard.ask()
        if isinstance(self.keyboard, SeeingKeyboard):
            from dictate.output.x11_pasteboard import X11Pasteboard

            with contextlib.suppress(ClipboardFailed):
                board = self.pasteboard = X11Pasteboard()
                if self.clipboard is not None:
                    self.clipboard = PasteboardClipboard(board, self.clipboard)
            self.watch_focus()
        return None

    def watch_focus(self) -> bool:
        """Be able to tell which window a take is for; tell whether that is possible here."""
        if self.aims is not None:
            return True
        is_linux = sys.platform.startswith("linux")
        if not (is_linux and os.environ.get("DISPLAY")) or os.environ.get("WAYLAND_DISPLAY"):
            return False
        from dictate.output.x11_focus import X11Focus

        with contextlib.suppress(TypingFailed):
            focus = X11Focus()
            self.aims = Aims(focus.focused, focus.close, focus.described)
        return self.aims is not None

    def _use_the_clipboard_of_wayland(self) -> None:
        """Prefer wl-copy where it is: a program without the focus may not set the clipboard."""
        if os.environ.get("WAYLAND_DISPLAY") and shutil.which(WL_CLIPBOARD.write[0]):
            self.clipboard = ToolClipboard(WL_CLIPBOARD)

    def close(self) -> None:
        """Put back what was changed on the desktop. Any number of times."""
        if self.keyboard is not None:
            self.keyboard.close()
        if self.pasteboard is not None:
            self.pasteboard.close()
        if self.aims is not None:
            self.aims.close()
