"""A key that sends the text off is pressed once the text is there, and only then."""

from __future__ import annotations

from typing import Any

import pytest

from dictate.domain import OutputMethod
from dictate.errors import TypingFailed, TypingInterrupted
from dictate.output.chain import DeliveryChain
from dictate.output.outlets import Outlets
from dictate.settings.schema import OutputSettings

TYPE, PASTE, COPY = OutputMethod.TYPE, OutputMethod.PASTE, OutputMethod.COPY


class Window:
    """Keyboard and clipboard that write down what happens; typing or chords may fail."""

    def __init__(self, typing: Exception | None = None, chord: Exception | None = None) -> None:
        self.events: list[str] = []
        self._typing = typing
        self._chord = chord

    def type_text(self, text: str, pace_s: float = 0.0) -> None:
        if self._typing is not None:
            raise self._typing
        self.events.append(f"type {text}")

    def press_chord(self, chord: str) -> None:
        if self._chord is not None:
            raise self._chord
        self.events.append(f"press {chord}")

    def close(self) -> None:
        pass

    def read_text(self) -> str | None:
        return None

    def write_text(self, text: str) -> None:
        self.events.append(f"copy {text}")


def chain(window: Window, method: OutputMethod, **more: Any) -> DeliveryChain:
    return DeliveryChain(
        OutputSettings(method, submit_key="ctrl+enter", **more), Outlets(window, window)
    )


@pytest.mark.parametrize(
    ("method", "events"),
    [
        (TYPE, ["type Hi.", "press ctrl+enter"]),
        (PASTE, ["copy Hi.", "press ctrl+v", "press ctrl+enter"]),
        (COPY, ["copy Hi."]),
    ],
)
def test_it_follows_a_text_that_was_inserted(method: OutputMethod, events: list[str]) -> None:
    window = Window()
    delivery = chain(window, method).deliver("Hi.")
    assert window.events == events
    assert delivery.fallback_reason == ""


@pytest.mark.parametrize("error", [TypingFailed("No."), TypingInterrupted("Held.", "", 1)])
def test_it_is_not_pressed_where_the_text_did_not_arrive_in_whole(error: Exception) -> None:
    window = Window(typing=error)
    delivery = chain(window, TYPE).deliver("Hi.")
    assert delivery.method is COPY
    assert not [event for event in window.events if event.startswith("press")]


def test_one_that_cannot_be_pressed_is_told_and_loses_nothing() -> None:
    window = Window(chord=TypingFailed("No such key.", "Choose another."))
    delivery = chain(window, TYPE).deliver("Hi.")
    assert delivery.method is TYPE
    assert "submit key was not pressed. No such key." in delivery.fallback_reason
    assert window.events == ["type Hi."]


def test_nothing_is_sent_off_without_a_text() -> None:
    window = Window()
    chain(window, TYPE).deliver("")
    assert window.events == []
