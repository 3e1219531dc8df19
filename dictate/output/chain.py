"""Brings a text to the user by the chosen method, and by a lesser one where that fails.

    type   -> keys; refused: the text is put on the clipboard
    paste  -> clipboard, then the chord; chord refused: the text is on the clipboard all the same;
              clipboard refused: keys
    copy   -> clipboard

``Delivery.method`` says what really happened and ``fallback_reason`` why. Only when nothing worked
an OutputError is raised; the session then still holds the text.

Paste leaves the text on the clipboard. Putting the old content back is only safe once the window
has read ours, which this ``Clipboard`` cannot tell, and a guessed pause is how other programs come
to paste the old text. The text itself is never logged.
"""

from __future__ import annotations

import logging

from dictate.domain import Delivery, OutputMethod
from dictate.errors import ClipboardFailed, OutputError, TypingFailed
from dictate.ports import Clipboard, Keyboard

log = logging.getLogger(__name__)

_KEPT = "The text is kept: copy it from the tray menu (last text)."


class DeliveryChain:
    """A TextSink; ``keyboard`` and ``clipboard`` are None where there is none."""

    def __init__(
        self,
        method: OutputMethod,
        keyboard: Keyboard | None,
        clipboard: Clipboard | None,
        paste_chord: str,
    ) -> None:
        self._method = method
        self._keyboard = keyboard
        self._clipboard = clipboard
        self._paste_chord = paste_chord

    def deliver(self, text: str) -> Delivery:
        """Deliver; nothing is done for an empty text. Raises OutputError when all failed."""
        if not text:
            return Delivery(self._method, 0)
        try:
            delivery = self._deliver(text)
        except OutputError as error:
            log.warning("nothing could be delivered (%d characters)", len(text))
            raise OutputError(error.message, _KEPT) from error
        if delivery.fallback_reason:
            log.info("delivered by %s instead of %s", delivery.method, self._method)
        return delivery

    def _deliver(self, text: str) -> Delivery:
        match self._method:
            case OutputMethod.TYPE:
                return self._by_keys(text)
            case OutputMethod.PASTE:
                return self._by_paste(text)
            case OutputMethod.COPY:
                self._copy(text)
                return Delivery(OutputMethod.COPY, len(text))

    def _by_keys(self, text: str) -> Delivery:
        try:
            self._type(text)
        except TypingFailed as refused:
            self._copy_after(refused, text)
            return Delivery(OutputMethod.COPY, len(text), refused.message)
        return Delivery(OutputMethod.TYPE, len(text))

    def _by_paste(self, text: str) -> Delivery:
        try:
            self._copy(text)
        except ClipboardFailed as refused:
            self._type_after(refused, text)
            return Delivery(OutputMethod.TYPE, len(text), refused.message)
        try:
            self._press(self._paste_chord)
        except TypingFailed as refused:
            return Delivery(OutputMethod.COPY, len(text), refused.message)
        return Delivery(OutputMethod.PASTE, len(text))

    def _copy_after(self, refused: TypingFailed, text: str) -> None:
        try:
            self._copy(text)
        except ClipboardFailed as second:
            raise OutputError(f"{refused.message} {second.message}") from second

    def _type_after(self, refused: ClipboardFailed, text: str) -> None:
        try:
            self._type(text)
        except TypingFailed as second:
            raise OutputError(f"{refused.message} {second.message}") from second

    def _type(self, text: str) -> None:
        if self._keyboard is None:
            raise TypingFailed("Typing is not possible on this desktop.")
        self._keyboard.type_text(text)

    def _press(self, chord: str) -> None:
        if self._keyboard is None:
            raise TypingFailed("Keys cannot be pressed on this desktop; paste it yourself.")
        self._keyboard.press_chord(chord)

    def _copy(self, text: str) -> None:
        if self._clipboard is None:
            raise ClipboardFailed("There is no clipboard.")
        self._clipboard.write_text(text)
