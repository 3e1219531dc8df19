"""A field of another program made of a string, with the keyboard and the sink that reach it."""

from __future__ import annotations

import threading

from dictate.domain import Delivery, OutputMethod, TakeId
from dictate.errors import ServiceLost
from dictate.output.field import Reading, Spot
from dictate.output.window import Window

SPOT = Spot(":1.7", "/field")
WINDOW = Window(("editor", "Editor"), id=7)


class PaperField:
    """A field of another program, its keyboard, and the reader of it."""

    def __init__(self, text: str = "") -> None:
        self.text = text
        self.behind = ""
        """What stands behind the caret, which is at the end of the text."""
        self.spot: Spot | None = SPOT
        self.window = WINDOW
        self.takes_keys = True
        self.in_capitals = False
        self.may_be_cut = True
        self.lost = False
        self.asked = threading.Event()
        self.hangs: threading.Event | None = None
        self.closed = 0

    # the reader
    def find(self) -> Spot | None:
        self.asked.set()
        if self.hangs is not None:
            self.hangs.wait(10)
        if self.lost:
            raise ServiceLost("gone")
        return self.spot

    def read(self, spot: Spot) -> Reading | None:
        if spot != self.spot or spot.secret:
            return None
        length = len(self.text) + len(self.behind)
        return Reading(self.text[-200:], len(self.text), length, after=self.behind[:20])

    def cut(self, spot: Spot, start: int, text: str) -> bool:
        if not self.may_be_cut or self.text[start : start + len(text)] != text:
            return False
        self.text = self.text[:start] + self.text[start + len(text) :]
        return True

    def close(self) -> None:
        self.closed += 1

    # the keyboard
    def type_text(self, text: str, pace_s: float = 0.0) -> None:
        if self.takes_keys:
            self.text += text.upper() if self.in_capitals else text

    def press_chord(self, chord: str) -> None:
        assert chord == "backspace"
        self.text = self.text[:-1]

    def wait_until_consumed(self, timeout_s: float) -> bool:
        return True

    def focused(self) -> Window:
        return self.window

    def held_modifiers(self) -> frozenset[str]:
        return frozenset()


class TypingSink:
    """Types, as the chain would."""

    def __init__(self, field: PaperField) -> None:
        self.field = field

    def aim(self, take: TakeId) -> None:
        pass

    def deliver(self, text: str, take: TakeId | None = None) -> Delivery:
        self.field.type_text(text)
        return Delivery(OutputMethod.TYPE, len(text))
