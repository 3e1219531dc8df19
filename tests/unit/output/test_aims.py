"""Which window a take was for, and that its text goes into no other one."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from dictate.domain import OutputMethod, TakeId
from dictate.errors import TEXT_KEPT, FocusMoved, TypingFailed
from dictate.output.aims import Aims
from dictate.output.chain import DeliveryChain
from dictate.output.outlets import Outlets
from dictate.output.window import Window
from dictate.settings.schema import OutputSettings

NOTES, CHAT = Window(("notes", "Notes"), id=7), Window(("chat", "Chat"), id=8)


class Desk:
    """A keyboard that knows where its keys go."""

    def __init__(self) -> None:
        self.window: Window | Exception = NOTES
        self.typed: list[str] = []
        self.is_closed = False

    def focused(self) -> Window:
        if isinstance(self.window, Exception):
            raise self.window
        return self.window

    def held_modifiers(self) -> frozenset[str]:
        return frozenset()

    def type_text(self, text: str, pace_s: float = 0.0) -> None:
        self.typed.append(text)

    def press_chord(self, chord: str) -> None:
        self.typed.append(chord)

    def wait_until_consumed(self, timeout_s: float) -> bool:
        return True

    def close(self) -> None:
        self.is_closed = True


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def aims(desk: Desk) -> Iterator[Aims]:
    aims = Aims(desk.focused, desk.close)
    yield aims
    aims.close()
    aims.close()
    assert desk.is_closed
    assert not [t for t in threading.enumerate() if t.name.startswith("dictate-focus")]


def chain(desk: Desk, aims: Aims, *, follow: bool = False) -> DeliveryChain:
    settings = OutputSettings(OutputMethod.TYPE, follow_focus=follow)
    return DeliveryChain(settings, Outlets(keyboard=desk, aims=aims))


def test_each_take_has_the_window_of_its_press(desk: Desk, aims: Aims) -> None:
    aims.remember(TakeId(1))
    assert aims.window_of(TakeId(1)) == NOTES
    aims.remember(TakeId(2))
    assert aims.window_of(TakeId(2)) == NOTES
    desk.window = CHAT
    aims.remember(TakeId(3))
    assert aims.window_of(TakeId(3)) == CHAT
    assert aims.window_of(TakeId(3)) == Window()  # asked for once
    assert aims.window_of(TakeId(99)) == Window()


def test_what_cannot_be_seen_is_not_known(desk: Desk, aims: Aims) -> None:
    desk.window = TypingFailed("No server.")
    aims.remember(TakeId(1))
    assert aims.window_of(TakeId(1)) == Window()


def test_a_window_that_says_nonsense_of_itself_costs_no_text(desk: Desk, aims: Aims) -> None:
    desk.window = ValueError("a property of another format")
    sink = chain(desk, aims, follow=False)
    sink.aim(TakeId(1))
    assert aims._thread.ask(lambda: None).result(5) is None  # it has looked
    desk.window = NOTES
    sink.deliver("Hi.", TakeId(1))
    assert desk.typed == ["Hi."]


def test_takes_nobody_asks_for_are_forgotten(desk: Desk, aims: Aims) -> None:
    for number in range(200):
        aims.remember(TakeId(number))
    assert aims.window_of(TakeId(0)) == Window()
    assert aims.window_of(TakeId(199)) == NOTES


def test_a_text_goes_into_no_other_window(desk: Desk, aims: Aims) -> None:
    sink = chain(desk, aims)
    sink.aim(TakeId(1))
    sink.deliver("for the notes", TakeId(1))
    sink.aim(TakeId(2))
    assert aims._thread.ask(lambda: None).result(5) is None  # it has looked
    desk.window = CHAT
    with pytest.raises(FocusMoved) as caught:
        sink.deliver("for the notes too", TakeId(2))
    assert caught.value.next_step == TEXT_KEPT
    assert desk.typed == ["for the notes"]
    sink.deliver("brought back later", TakeId(3))  # a retry has no press
    assert desk.typed[1:] == ["brought back later"]


def test_the_setting_follows_the_keyboard(desk: Desk, aims: Aims) -> None:
    sink = chain(desk, aims, follow=True)
    sink.aim(TakeId(1))
    assert aims._thread.ask(lambda: None).result(5) is None
    desk.window = CHAT
    sink.deliver("Hi.", TakeId(1))
    assert desk.typed == ["Hi."]
