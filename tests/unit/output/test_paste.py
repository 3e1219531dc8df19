"""The transaction against a clipboard and a keyboard that behave as scripted, without waiting."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dictate.errors import ClipboardFailed, PasteNotTaken, TypingFailed
from dictate.output.paste import Paster
from dictate.output.receipt import Read
from dictate.output.window import Window

PRESSED_S = 100.0


class Desk:
    """Clock, keyboard and clipboard in one; ``script`` happens while the paste waits."""

    def __init__(self, *script: Callable[[Desk], None], press_fails: bool = False) -> None:
        self.now_s = PRESSED_S
        self.script = list(script)
        self.press_fails = press_fails
        self.events: list[str] = []
        self.seen: list[Read] = []
        self.replaced = False

    # the keyboard
    def press_chord(self, chord: str) -> None:
        if self.press_fails:
            raise TypingFailed("No keys.")
        self.events.append(f"press {chord}")

    def wait_until_consumed(self, timeout_s: float) -> bool:
        self.now_s += 0.005
        return True

    # the clipboard
    def offer(self, text: str, *, target: int, keep: bool, selected: bool) -> Desk:
        self.events.append(f"offer {text}{' selected' if selected else ''}")
        return self

    def reads(self) -> tuple[Read, ...]:
        return tuple(self.seen)

    def wait(self, seen: int, timeout_s: float) -> None:
        assert timeout_s > 0
        if self.script:
            self.script.pop(0)(self)
        else:
            self.now_s += timeout_s

    def put_back(self) -> bool:
        self.events.append("put back")
        return not self.replaced

    def leave(self) -> None:
        self.events.append("leave")

    def close(self) -> None:
        pass


def read(after_s: float, *, by_target: bool = True) -> Callable[[Desk], None]:
    def happen(desk: Desk) -> None:
        desk.now_s += after_s
        desk.seen.append(Read(desk.now_s, by_target))

    return happen


def copies(desk: Desk) -> None:
    desk.replaced = True


def lose(desk: Desk) -> None:
    raise ClipboardFailed("The desktop is gone.")


def paste(desk: Desk, window: Window | None = None, chord: str = "ctrl+v") -> None:
    Paster(desk, desk, clock=lambda: desk.now_s).paste("Hi.", window or Window(id=7), chord)


def test_the_clipboard_is_given_back_once_the_window_has_read() -> None:
    desk = Desk(read(0.2), read(0.01))
    paste(desk)
    assert desk.events == ["offer Hi.", "press ctrl+v", "put back"]
    assert desk.now_s == pytest.approx(PRESSED_S + 0.005 + 0.2 + 0.01 + 0.2)


def test_reads_by_others_are_no_receipt() -> None:
    desk = Desk(read(0.1, by_target=False), read(0.1, by_target=False))
    with pytest.raises(PasteNotTaken) as caught:
        paste(desk)
    assert caught.value.on_clipboard
    assert desk.events[-1] == "leave"
    assert desk.now_s == pytest.approx(PRESSED_S + 0.005 + 2.5)


@pytest.mark.parametrize("window", [Window(("notepad.exe", "notepad.exe"), id=7), Window()])
def test_where_nobody_can_tell_the_reader_any_read_counts(window: Window) -> None:
    desk = Desk(read(0.1, by_target=False))
    paste(desk, window)
    assert desk.events[-1] == "put back"
    assert desk.now_s == pytest.approx(PRESSED_S + 0.005 + 0.1 + 1.0)


def test_a_read_from_before_the_chord_is_no_receipt() -> None:
    desk = Desk()
    desk.seen.append(Read(PRESSED_S - 0.001, True))
    with pytest.raises(PasteNotTaken):
        paste(desk)


def test_keys_that_cannot_be_pressed_cost_the_clipboard_nothing() -> None:
    desk = Desk(press_fails=True)
    with pytest.raises(TypingFailed):
        paste(desk)
    assert desk.events == ["offer Hi.", "put back"]


def test_what_is_copied_after_the_read_stays() -> None:
    desk = Desk(read(0.1), copies)
    paste(desk)
    assert "leave" not in desk.events


def test_what_is_copied_before_the_read_stays_and_the_text_is_told_to_be_missing() -> None:
    desk = Desk(copies)
    with pytest.raises(PasteNotTaken) as caught:
        paste(desk)
    assert not caught.value.on_clipboard
    assert desk.events == ["offer Hi.", "press ctrl+v"]


def test_a_desktop_that_goes_away_after_the_chord_lets_nothing_be_tried_twice() -> None:
    with pytest.raises(PasteNotTaken):
        paste(Desk(lose))


def test_old_terminals_get_the_selection_too() -> None:
    desk = Desk(read(0.1))
    paste(desk, chord="shift+insert")
    assert desk.events[0] == "offer Hi. selected"
