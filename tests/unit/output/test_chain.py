"""Which way a text takes when ways are closed, and that it is never lost silently or logged."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import Any

import pytest

from dictate.domain import Delivery, OutputMethod
from dictate.errors import ClipboardFailed, OutputError, TypingFailed, TypingInterrupted
from dictate.output.chain import DeliveryChain
from dictate.output.outlets import Outlets
from dictate.settings.schema import OutputSettings

AUTO, TYPE, PASTE, COPY, FILE, COMMAND = OutputMethod


class Window:
    """Keyboard and clipboard that write down what happens; either may be broken."""

    def __init__(
        self, keys_fail: bool = False, clipboard_fails: bool = False, stops_after: int = 0
    ) -> None:
        self.events: list[str] = []
        self._keys_fail = keys_fail
        self._clipboard_fails = clipboard_fails
        self._stops_after = stops_after

    def type_text(self, text: str, pace_s: float = 0.0) -> None:
        if self._keys_fail:
            raise TypingFailed("No keys.", "Click.")
        pace = f" at {pace_s}" if pace_s else ""
        self.events.append(f"type {text[: self._stops_after or None]}{pace}")
        if self._stops_after:
            raise TypingInterrupted("Held.", "Let go.", self._stops_after)

    def press_chord(self, chord: str) -> None:
        if self._keys_fail:
            raise TypingFailed("No keys.", "Click.")
        self.events.append(f"press {chord}")

    def close(self) -> None:
        self.events.append("close")

    def read_text(self) -> str | None:
        return None

    def write_text(self, text: str) -> None:
        if self._clipboard_fails:
            raise ClipboardFailed("No clipboard.", "Install one.")
        self.events.append(f"copy {text}")


def chain(method: OutputMethod, window: Window, **settings: Any) -> DeliveryChain:
    return DeliveryChain(OutputSettings(method, **settings), Outlets(window, window))


@pytest.mark.parametrize(
    ("method", "window", "events", "delivery"),
    [
        (TYPE, Window(), ["type Hi."], Delivery(TYPE, 3)),
        (TYPE, Window(keys_fail=True), ["copy Hi."], Delivery(COPY, 3, "No keys.")),
        (TYPE, Window(clipboard_fails=True), ["type Hi."], Delivery(TYPE, 3)),
        (PASTE, Window(), ["copy Hi.", "press ctrl+v"], Delivery(PASTE, 3)),
        (PASTE, Window(keys_fail=True), ["copy Hi.", "copy Hi."], Delivery(COPY, 3, "No keys.")),
        (COPY, Window(), ["copy Hi."], Delivery(COPY, 3)),
        (COPY, Window(keys_fail=True), ["copy Hi."], Delivery(COPY, 3)),
        (AUTO, Window(), ["type Hi."], Delivery(TYPE, 3)),
        (AUTO, Window(keys_fail=True, clipboard_fails=False), None, Delivery(COPY, 3, "No keys.")),
        (AUTO, Window(clipboard_fails=True), ["type Hi."], Delivery(TYPE, 3)),
    ],
)
def test_ways(
    method: OutputMethod, window: Window, events: list[str] | None, delivery: Delivery
) -> None:
    assert chain(method, window).deliver("Hi.") == delivery
    if events is not None:
        assert window.events == events


@pytest.mark.parametrize(
    ("method", "window"),
    [
        (AUTO, Window(keys_fail=True, clipboard_fails=True)),
        (TYPE, Window(keys_fail=True, clipboard_fails=True)),
        (PASTE, Window(keys_fail=True, clipboard_fails=True)),
        (PASTE, Window(clipboard_fails=True)),  # never typed: the user chose against that
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
    assert window.events == []


class BrokenWindow(Window):
    """Throws what nobody foresaw, after some of the text."""

    def type_text(self, text: str, pace_s: float = 0.0) -> None:
        self.events.append("type H")
        raise AttributeError("a reply of another kind")

    def press_chord(self, chord: str) -> None:
        raise AttributeError("a reply of another kind")


@pytest.mark.parametrize("method", [AUTO, TYPE, PASTE])
def test_what_nobody_foresaw_leaves_the_text_on_the_clipboard_and_inserts_it_once(
    method: OutputMethod, caplog: pytest.LogCaptureFixture
) -> None:
    window = BrokenWindow()
    delivery = chain(method, window).deliver("Hi.")
    assert delivery.method is COPY and "for certain" in delivery.fallback_reason
    assert window.events[-1] == "copy Hi."
    assert window.events.count("type H") == (method is not PASTE)
    assert "Hi." not in caplog.text


def test_without_a_keyboard_the_text_is_on_the_clipboard_and_the_reason_is_told() -> None:
    window = Window()
    outlets = Outlets(window)
    outlets.problem = TypingFailed("Wayland.", "Copy.")
    for method in (TYPE, PASTE, AUTO):
        delivery = DeliveryChain(OutputSettings(method), outlets).deliver("Hi.")
        assert (delivery.method, delivery.fallback_reason) == (COPY, "Wayland.")
    with pytest.raises(OutputError):
        DeliveryChain(OutputSettings(TYPE), Outlets()).deliver("Hi.")


def test_a_text_stopped_in_the_middle_arrives_once() -> None:
    window = Window(stops_after=2)
    delivery = chain(TYPE, window).deliver("abcdef")
    assert window.events == ["type ab", "copy cdef"]
    assert delivery.method is COPY
    assert delivery.fallback_reason == "Held. The rest is on the clipboard."
    window = Window(stops_after=2)
    assert chain(AUTO, window).deliver("abcdef") == Delivery(PASTE, 6)
    assert window.events == ["type ab", "copy cdef", "press ctrl+v"]


def test_a_misspelt_chord_is_found_before_the_clipboard_is_touched() -> None:
    window = Window()
    delivery = chain(PASTE, window, paste_chord="ctrl+banana").deliver("Hi.")
    assert "banana" in delivery.fallback_reason
    assert window.events == ["copy Hi."]


def test_the_pace_of_the_settings_reaches_the_keyboard() -> None:
    window = Window()
    chain(TYPE, window, type_pace_ms=20).deliver("Hi.")
    assert window.events == ["type Hi. at 0.02"]


def test_a_text_is_appended_to_a_file_as_a_line(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    sink = chain(FILE, Window(), file=str(file))
    assert sink.deliver("Größe 🙂") == Delivery(FILE, 7)
    sink.deliver("two\nlines\n")
    assert file.read_bytes() == "Größe 🙂\ntwo\nlines\n".encode()


@pytest.mark.parametrize("path", ["", "missing/notes.txt"])
def test_a_file_that_cannot_be_written_is_told_and_the_text_is_copied(
    tmp_path: Path, path: str
) -> None:
    window = Window()
    file = str(tmp_path / path) if path else ""
    delivery = chain(FILE, window, file=file).deliver("Hi.")
    assert delivery.method is COPY
    assert "append" in delivery.fallback_reason
    assert str(tmp_path) not in delivery.fallback_reason
    assert window.events == ["copy Hi."]


def python(program: str) -> tuple[str, ...]:
    return (sys.executable, "-c", program)


def test_a_command_gets_the_text_as_its_input(tmp_path: Path) -> None:
    out = tmp_path / "out"
    program = f"import sys; open({str(out)!r}, 'wb').write(sys.stdin.buffer.read())"
    assert chain(COMMAND, Window(), command=python(program)).deliver("Größe") == Delivery(
        COMMAND, 5
    )
    assert out.read_bytes() == "Größe".encode()


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        ((), "No command is set"),
        (("/nowhere/program",), "program did not start"),
        (python("raise SystemExit(3)"), "failed (3)"),
        (python("import time; time.sleep(60)"), "longer than 0.3 s"),
    ],
)
def test_a_command_that_does_not_take_the_text_is_told_and_the_text_is_copied(
    command: tuple[str, ...], reason: str
) -> None:
    window = Window()
    limit_s = 0.3 if "sleep" in command[-1:].__repr__() else 10.0
    delivery = chain(COMMAND, window, command=command, command_limit_s=limit_s).deliver(
        "x" * 99_999
    )
    assert delivery.method is COPY
    assert reason in delivery.fallback_reason
    assert len(window.events) == 1


@pytest.mark.parametrize("method", list(OutputMethod))
def test_an_empty_text_touches_nothing(method: OutputMethod) -> None:
    window = Window()
    assert chain(method, window).deliver("").characters == 0
    assert window.events == []


def test_no_text_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="dictate"):
        chain(TYPE, Window(keys_fail=True)).deliver("secret")
        chain(COMMAND, Window(), command=("cat", "/nowhere")).deliver("secret")
        with pytest.raises(OutputError):
            chain(TYPE, Window(keys_fail=True, clipboard_fails=True)).deliver("secret")
    assert caplog.records
    assert "secret" not in caplog.text
