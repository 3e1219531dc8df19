"""A sink that knows the place: fits a text to it, checks that it arrived, takes it back, swaps it.

Wraps the chain of ways. What was inserted last is remembered once for the whole program, whatever
profile it had (``Place.last``). A text is only taken back from the window it went to, while it
has the keyboard. Where the field can be read, it is cut out of exactly the place where it
stands, or nothing is done; where not, it is deleted by key presses, if it was typed just now, is
short, and every character of it is one press.
"""

from __future__ import annotations

import logging
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Protocol

from dictate.domain import Delivery, Notice, OutputMethod, Severity, TakeId
from dictate.errors import INSERT_AGAIN, UNDO_YOURSELF, OutputError, TypingFailed
from dictate.hands import Hands
from dictate.output.arrival import Arrival
from dictate.output.field import Sight
from dictate.output.field_watch import FieldWatch
from dictate.output.outlets import Outlets, SeeingKeyboard
from dictate.output.window import Kind, Window, kind_of
from dictate.ports import TextSink

log = logging.getLogger(__name__)

INSERTED = (OutputMethod.TYPE, OutputMethod.PASTE)
BACKSPACE = "backspace"
MOST_PRESSES = 200
BLIND_S = 15.0
"""Where nothing can be read, a text is taken back by key presses only so soon after it."""
CONTINUED_S = 300.0
"""Where nothing can be read, a text continues the last one for so long, if no key was pressed."""


class Fit(Protocol):
    """Makes a text fit its place."""

    def __call__(self, text: str, before: str, language: str, *, after: str) -> str:
        """Return the text as it stands between what is before and behind the caret."""


@dataclass(frozen=True, slots=True)
class Insertion:
    """A text that went into a window."""

    text: str
    window: Window
    at_s: float
    typed: bool
    sight: Sight | None = None
    """What was in the field before."""
    start: int = -1
    """Where it stands in the field; -1: that is not known."""


@dataclass(slots=True)
class Place:
    """What all sinks of the program share."""

    outlets: Outlets
    fields: FieldWatch
    tell: Callable[[Notice], None]
    last: Insertion | None = None
    """Replaced by two threads, each time as a whole."""
    hands: Hands = field(default_factory=Hands)


class PlacingSink:
    """A TextSink, and the Caret of its take. Used by the output thread, but for ``watch``."""

    def __init__(
        self,
        sink: TextSink,
        place: Place,
        fit: Fit | None = None,
        *,
        checks: bool = True,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._sink = sink
        self._place = place
        self._outlets, self._fields = place.outlets, place.fields
        self._fit = fit
        self._checks = checks
        self._clock = clock
        self._sight: Sight | None = None
        self._looked = False

    # -- TextSink --------------------------------------------------------------------------------

    def aim(self, take: TakeId) -> None:
        """Remember the window that has the keyboard now; returns at once."""
        self._sink.aim(take)

    def deliver(self, text: str, take: TakeId | None = None) -> Delivery:
        """Deliver, and see later whether it arrived. Raises OutputError when all failed."""
        sight = self._sight if self._looked else self._fields.look(take)
        self._sight, self._looked = None, False
        window = self._window()
        delivery = self._sink.deliver(text, take)
        if not text or delivery.method not in INSERTED or delivery.fallback_reason:
            return delivery
        if sight is not None and sight.spot.secret:
            self._place.last = None
            return delivery
        typed = delivery.method is OutputMethod.TYPE
        self._place.last = mine = Insertion(text, window, self._clock(), typed, sight)
        if self._checks and sight is not None and sight.reading is not None:
            self._fields.check(sight, text, lambda came, start: self._checked(mine, came, start))
        return delivery

    # -- Caret -----------------------------------------------------------------------------------

    def watch(self, take: TakeId, hides: Callable[[bool], None]) -> None:
        """Look for the field of a take that begins."""
        self._fields.aim(take, hides)

    def is_secret(self, take: TakeId) -> bool:
        """Tell whether what is typed is hidden there; the look is used for what follows as well."""
        self._sight, self._looked = self._fields.look(take), True
        return self._sight is not None and self._sight.spot.secret

    def fitted(self, text: str, language: str) -> str:
        """Return the text as it stands at the caret."""
        if not self._looked:
            self._sight, self._looked = self._fields.look(), True
        reading = self._sight.reading if self._sight is not None else None
        before = reading.before if reading is not None else self._written_before()
        if before is None or self._fit is None:
            return text
        return self._fit(text, before, language, after=reading.after if reading else "")

    def take_back(self) -> None:
        """Take the last text out of its window again. Raises OutputError."""
        self._sight, self._looked = None, False
        self._fields.settle()  # where it stands is known once its arrival was judged
        last = self._place.last
        if last is None:
            raise OutputError("There is no text that could be taken back.", "")
        if not last.window.exists or self._window().id != last.window.id:
            raise OutputError("The last text is in another window.", "Click into it, then again.")
        if not self._cut(last):
            self._delete(last)
        self._place.last = None

    # -- inside ----------------------------------------------------------------------------------

    def _written_before(self) -> str | None:
        """Return our last text where the caret must still stand behind it, though nobody tells."""
        last = self._place.last
        if last is None or not self._checks or self._clock() - last.at_s > CONTINUED_S:
            return None
        if not self._place.hands.rested_since(last.at_s):
            return None
        is_there = last.window.exists and self._window().id == last.window.id
        return last.text if is_there else None

    def _cut(self, last: Insertion) -> bool:
        """Cut it out of its place; False when the field does not tell."""
        if last.sight is None or last.sight.reading is None:
            return False
        if last.start < 0:  # the field made something else of it, or it was sent off
            raise OutputError("That text cannot be taken back safely.", UNDO_YOURSELF)
        if self._fields.cut(last.sight.spot, last.start, last.text):
            return True
        now = self._fields.look()
        if now is None or now.reading is None or now.spot != last.sight.spot:
            raise OutputError("The field of the last text has not the keyboard.", UNDO_YOURSELF)
        end = last.start + len(last.text)
        if now.reading.caret != end or not now.reading.before.endswith(last.text[-100:]):
            raise OutputError("Something else was written since the last text.", UNDO_YOURSELF)
        return False  # it stands there, and the program lets nobody cut it

    def _delete(self, last: Insertion) -> None:
        keyboard = self._outlets.keyboard
        known = last.start >= 0
        is_fresh = self._clock() - last.at_s <= BLIND_S and last.typed and last.window.id != 0
        if keyboard is None or not (known or is_fresh) or not _is_a_press_each(last):
            raise OutputError("That text cannot be taken back safely.", UNDO_YOURSELF)
        try:
            for _ in last.text:
                keyboard.press_chord(BACKSPACE)
        except TypingFailed as error:
            raise OutputError("The text was not taken back in whole.", UNDO_YOURSELF) from error

    def _window(self) -> Window:
        keyboard = self._outlets.keyboard
        if not isinstance(keyboard, SeeingKeyboard):
            return Window()
        try:
            return keyboard.focused()
        except TypingFailed:
            return Window()

    def _checked(self, mine: Insertion, came: Arrival, start: int) -> None:
        log.info("arrival: %s", came.name.lower())
        if self._place.last is not mine:
            return
        if came is Arrival.ARRIVED:
            self._place.last = replace(mine, start=start)
        elif came is Arrival.ABSENT:
            self._place.last = None
            message = "The text was not inserted: the field is as it was."
            self._place.tell(Notice(Severity.WARNING, message, INSERT_AGAIN))


def _is_a_press_each(last: Insertion) -> bool:
    """Tell whether a backspace for each character deletes the text and no more."""
    if len(last.text) > MOST_PRESSES or kind_of(last.window) is not Kind.ORDINARY:
        return False
    return all(
        (unicodedata.category(char)[0] in "LNPSZ" and ord(char) < 0x2000) or char in "–—‘’“”„…€"
        for char in last.text
    )
