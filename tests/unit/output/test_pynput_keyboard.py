"""The pynput keyboard in front of a made-up controller."""

from enum import Enum

import pytest

from dictate.errors import TypingFailed
from dictate.output.pynput_keyboard import PynputKeyboard


class Keys(Enum):
    enter = 1
    tab = 2
    ctrl = 3
    cmd = 4
    shift = 5
    insert = 6


class NotedController:
    def __init__(self, fail_on: object = None) -> None:
        self.events: list[tuple[str, object]] = []
        self._fail_on = fail_on

    def type(self, text: str) -> None:
        self._do("type", text)

    def tap(self, key: object) -> None:
        self._do("tap", key)

    def press(self, key: object) -> None:
        self._do("press", key)

    def release(self, key: object) -> None:
        self.events.append(("release", key))

    def _do(self, what: str, value: object) -> None:
        if value == self._fail_on:
            raise RuntimeError("refused")
        self.events.append((what, value))


def test_lines_and_tabs_are_keys() -> None:
    controller = NotedController()
    PynputKeyboard(controller, Keys).type_text("é 🙂\n\tx")
    assert controller.events == [
        ("type", "é 🙂"),
        ("tap", Keys.enter),
        ("tap", Keys.tab),
        ("type", "x"),
    ]


def test_a_chord_is_released_in_reverse() -> None:
    controller = NotedController()
    PynputKeyboard(controller, Keys).press_chord("shift+insert")
    assert controller.events == [
        ("press", Keys.shift),
        ("press", Keys.insert),
        ("release", Keys.insert),
        ("release", Keys.shift),
    ]


def test_a_refused_chord_leaves_no_key_down() -> None:
    controller = NotedController(fail_on="v")
    with pytest.raises(TypingFailed):
        PynputKeyboard(controller, Keys).press_chord("cmd+v")
    assert controller.events == [("press", Keys.cmd), ("release", Keys.cmd)]


def test_refused_typing_is_told() -> None:
    with pytest.raises(TypingFailed) as caught:
        PynputKeyboard(NotedController(fail_on="x"), Keys).type_text("x")
    assert caught.value.next_step


def test_a_key_the_system_lacks() -> None:
    with pytest.raises(TypingFailed, match="menu"):
        PynputKeyboard(NotedController(), Keys).press_chord("ctrl+menu")
