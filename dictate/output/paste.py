"""Pastes as a transaction: save, offer, press, wait for the receipt, give the clipboard back.

What ends it, and what becomes of the clipboard:

    the window fetched the text        -> everything that was there before is back
    somebody copied something meantime -> theirs stays
    the chord could not be pressed     -> everything is back, another way may be tried
    the window fetched nothing in time -> our text stays there for the user, who is told

In the last case nothing else may be tried: a slow window might still take it, and then the text
would arrive twice; and the old content must not be there for it to take instead.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from dictate.errors import OutputError, PasteNotTaken
from dictate.output.pasteboard import Offer, Pasteboard
from dictate.output.receipt import Pressed, Verdict, answers, judge
from dictate.output.window import Window, runs_elsewhere

log = logging.getLogger(__name__)

BUSY_S = 8.0
"""How long a window may be too busy to see the chord."""


class ChordKeys(Protocol):
    """The part of a keyboard a paste needs."""

    def press_chord(self, chord: str) -> None:
        """Press and release. Raises TypingFailed."""

    def wait_until_consumed(self, timeout_s: float) -> bool:
        """Wait until the focused window has seen all keys; False when it does not tell."""


@dataclass(frozen=True, slots=True)
class Paster:
    """Everything one paste after another needs."""

    keys: ChordKeys
    board: Pasteboard
    keep: bool = True
    """Give the clipboard back afterwards."""
    clock: Callable[[], float] = time.monotonic

    def paste(self, text: str, window: Window, chord: str) -> None:
        """Paste into the focused window. Raises ClipboardFailed, TypingFailed, PasteNotTaken."""
        selected = "insert" in chord.lower()
        offer = self.board.offer(text, target=window.id, keep=self.keep, selected=selected)
        pressed_at_s = self.clock()
        try:
            self.keys.press_chord(chord)
        except OutputError:
            offer.put_back()
            raise
        try:
            self.keys.wait_until_consumed(BUSY_S)
            anybody = runs_elsewhere(window) or not window.id
            verdict = self._watch(offer, Pressed(pressed_at_s, self.clock(), anybody))
        except OutputError as error:  # pressed all the same: no other way may follow
            raise PasteNotTaken(error.message, error.next_step) from error
        self._end(offer, verdict)

    def _watch(self, offer: Offer, pressed: Pressed) -> Verdict:
        while True:
            replaced, reads = offer.replaced, offer.reads()
            verdict, left_s = judge(reads, self.clock(), pressed)
            if verdict is not Verdict.WAIT:
                return verdict
            if replaced:  # nothing can be read from us any more
                return Verdict.TAKEN if answers(reads, pressed) else Verdict.NOT_TAKEN
            offer.wait(len(reads), left_s)

    def _end(self, offer: Offer, verdict: Verdict) -> None:
        if verdict is Verdict.TAKEN:
            if not offer.put_back():
                log.info("the clipboard was not restored")
            return
        if offer.replaced:
            raise PasteNotTaken("Something else was copied before the window took the text.")
        offer.leave()
        raise PasteNotTaken(
            "The window did not take the text from the clipboard.", on_clipboard=True
        )
