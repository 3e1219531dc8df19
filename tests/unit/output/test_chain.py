"""Which way a text takes when ways are closed, and that it is never lost silently or logged."""

import logging

import pytest

from dictate.domain import Delivery, OutputMethod
from dictate.errors import ClipboardFailed, OutputError, TypingFailed
from dictate.output.chain import DeliveryChain

TYPE, PASTE, COPY = OutputMethod.TYPE, OutputMethod.PASTE, OutputMethod.COPY


class Window:
    """Keyboard and clipboard that write down what happens; either may be broken."""

    def __init__(self, keys_fail: bool = False, clipboard_fails: bool = False) -> None:
        self.events: list[str] = []
        self._keys_fail = keys_fail
        self._clipboard_fails = clipboard_fails

    def type_text(self, text: str) -> None:
        if self._keys_fail:
            raise TypingFailed("No keys.", "Click.")
        self.events.append(f"type {text}")

    def press_chord(self, chord: str) -> None:
        if self._keys_fail:
            raise TypingFailed("No keys.", "Click.")
        self.events.append(f"press {chord}")

    def close(self) -> None:
        pass

    def read_text(self) -> str | None:
        return None

    def write_text(self, text: str) -> None:
        if self._clipboard_fails:
            raise ClipboardFailed("No clipboard.", "Install one.")
        self.events.append(f"copy {text}")


def chain(method: OutputMethod, window: Window) -> DeliveryChain:
    return DeliveryChain(method, window, window, "ctrl+v")


@pytest.mark.parametrize(
    ("method", "window", "events", "delivery"),
    [
        (TYPE, Window(), ["type Hi."], Delivery(TYPE, 3)),
        (TYPE, Window(keys_fail=True), ["copy Hi."], Delivery(COPY, 3, "No keys.")),
        (TYPE, Window(clipboard_fails=True), ["type Hi."], Delivery(TYPE, 3)),
        (PASTE, Window(), ["copy Hi.", "press ctrl+v"], Delivery(PASTE, 3)),
        (PASTE, Window(keys_fail=True), ["copy Hi."], Delivery(COPY, 3, "No keys.")),
        (PASTE, Window(clipboard_fails=True), ["type Hi."], Delivery(TYPE, 3, "No clipboard.")),
        (COPY, Window(), ["copy Hi."], Delivery(COPY, 3)),
        (COPY, Window(keys_fail=True), ["copy Hi."], Delivery(COPY, 3)),
    ],
)
def test_ways(method: OutputMethod, window: Window, events: list[str], delivery: Delivery) -> None:
    assert chain(method, window).deliver("Hi.") == delivery
    assert window.events == events


@pytest.mark.parametrize(
    ("method", "window"),
    [
        (TYPE, Window(keys_fail=True, clipboard_fails=True)),
        (PASTE, Window(keys_fail=True, clipboard_fails=True)),
        (COPY, Window(clipboard_fails=True)),
    ],
)
def test_when_all_fails_the_user_is_told_where_the_text_is(
    method: OutputMethod, window: Window
) -> None:
    with pytest.raises(OutputError) as caught:
        chain(method, window).deliver("secret")
    assert "No clipboard." in caught.value.message
    assert "kept" in caught.value.next_step
    assert "secret" not in str(caught.value)


def test_without_a_keyboard_the_text_is_on_the_clipboard() -> None:
    window = Window()
    for method in (TYPE, PASTE):
        delivery = DeliveryChain(method, None, window, "ctrl+v").deliver("Hi.")
        assert delivery.method is COPY
        assert delivery.fallback_reason
    with pytest.raises(OutputError):
        DeliveryChain(TYPE, None, None, "ctrl+v").deliver("Hi.")


@pytest.mark.parametrize("method", list(OutputMethod))
def test_an_empty_text_touches_nothing(method: OutputMethod) -> None:
    window = Window()
    assert chain(method, window).deliver("").characters == 0
    assert window.events == []


def test_no_text_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="dictate"):
        chain(TYPE, Window(keys_fail=True)).deliver("secret")
        with pytest.raises(OutputError):
            chain(TYPE, Window(keys_fail=True, clipboard_fails=True)).deliver("secret")
    assert caplog.records
    assert "secret" not in caplog.text
