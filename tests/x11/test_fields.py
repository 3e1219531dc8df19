"""Fields of real programs through AT-SPI: what is before the caret, arrival, undo, secrets."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path

import pytest

from dictate.assembly import recognising
from dictate.engine.remote.relay import RelayEngine
from dictate.errors import INSERT_AGAIN, OutputError, ServiceError
from dictate.output.atspi_fields import AtspiFields
from dictate.output.field_watch import FieldWatch
from dictate.settings.choices import RemoteWhen
from dictate.settings.schema import RemoteSettings
from tests.desktop.editor import Editor
from tests.desktop.field_hands import TAKE, FieldHands
from tests.desktop.screen import wait_until
from tests.fakes.bench import running
from tests.fakes.engine import ScriptedEngine
from tests.fakes.speech_server import SAID, speech_server


def test_a_gtk_editor(hands: FieldHands, tmp_path: Path) -> None:
    screen, file = hands.screen, tmp_path / "note.txt"
    file.write_text("We had lunch")
    program = screen.spawn("mousepad", "--disable-server", str(file))
    try:
        screen.focus(screen.wait_for_window("note.txt"))
        hands.keyboard.press_chord("ctrl+end")
        hands.wait_for_field("We had lunch")
        hands.dictate("And then we left.")
        hands.wait_for_field("We had lunch and then we left.")
        hands.sink.take_back()
        hands.wait_for_field("We had lunch")
        hands.dictate("Größe: 5 €.", "de")
        hands.wait_for_field("We had lunch Größe: 5 €.")
        # What is typed behind it stays.
        hands.keyboard.type_text(" so")
        hands.wait_for_field("We had lunch Größe: 5 €. so")
        hands.sink.take_back()
        hands.wait_for_field("We had lunch so")
        # What stands behind the caret goes on.
        hands.keyboard.press_chord("ctrl+left")
        hands.wait_for_field("We had lunch ")
        hands.dictate("At noon.")
        hands.wait_for_field("We had lunch at noon ")
        hands.sink.take_back()
        hands.wait_for_field("We had lunch ")
        # A selection is replaced: what stands before it counts.
        hands.keyboard.press_chord("ctrl+a")
        sight = hands.wait_for_field("")
        assert sight.reading is not None and sight.reading.selected == len("We had lunch so")
        assert hands.told == []
    finally:
        screen.stop(program)


def test_a_program_that_hangs_is_not_waited_for(hands: FieldHands, tmp_path: Path) -> None:
    screen, file = hands.screen, tmp_path / "hung.txt"
    file.write_text("")
    program = screen.spawn("mousepad", "--disable-server", str(file))
    try:
        screen.focus(screen.wait_for_window("hung.txt"))
        hands.wait_for_field()
        os.killpg(program.pid, signal.SIGSTOP)
        try:
            hands.sink.watch(TAKE, lambda _: None)
            assert not hands.sink.is_secret(TAKE)
            assert hands.sink.fitted("And so.", "en") == "And so."
        finally:
            os.killpg(program.pid, signal.SIGCONT)
        hands.settle()
    finally:
        screen.stop(program)


@pytest.mark.parametrize("field", ["plain", "line"])
def test_a_qt_editor(hands: FieldHands, tmp_path: Path, field: str) -> None:
    title = f"Qt {field}"
    with Editor(hands.screen, tmp_path / "typed.txt", title=title, field=field) as editor:
        hands.keyboard.type_text("Ja")
        hands.wait_for_field("Ja")
        hands.dictate("Und dann ging er.", "de")
        editor.wait_for("Ja und dann ging er.")
        hands.sink.take_back()
        editor.wait_for("Ja")
        with pytest.raises(OutputError):
            hands.sink.take_back()
    assert hands.told == []


def test_a_field_that_takes_nothing_is_told(hands: FieldHands, tmp_path: Path) -> None:
    with Editor(hands.screen, tmp_path / "locked.txt", title="Locked", field="locked"):
        hands.wait_for_field()
        hands.dictate("Hello there.")
    assert [notice.next_step for notice in hands.told] == [INSERT_AGAIN]


def test_a_password_field_is_known(hands: FieldHands, tmp_path: Path) -> None:
    with Editor(hands.screen, tmp_path / "pass.txt", title="Pass", field="password") as editor:
        wait_until(lambda: (sight := hands.look()) is not None and sight.spot.secret, "the field")
        secret = threading.Event()
        hands.sink.watch(TAKE, lambda hides: secret.set() if hides else None)
        assert secret.wait(5)
        assert hands.sink.is_secret(TAKE)
        hands.sink.deliver("Correct horse", TAKE)
        editor.wait_for("Correct horse")
        with pytest.raises(OutputError, match="no text"):
            hands.sink.take_back()


@pytest.mark.parametrize(("field", "asked"), [("password", False), ("line", True)])
def test_what_is_spoken_into_a_password_field_stays_here(
    hands: FieldHands, tmp_path: Path, field: str, asked: bool
) -> None:
    with (
        Editor(hands.screen, tmp_path / "pass.txt", title="Pass", field=field),
        speech_server() as speech,
    ):
        wait_until(lambda: hands.look() is not None, "the field")
        local = ScriptedEngine("from here") if field == "password" else ScriptedEngine(manual=True)
        relay = RelayEngine(local, lambda _: None)
        relay.use(recognising.way(RemoteSettings(RemoteWhen.ALWAYS, speech.url, timeout_s=60)))
        with running(engine=relay, caret=hands.sink) as bench:  # type: ignore[arg-type]  # is one
            source = bench.press()
            bench.say(source)
            bench.release(source)
            assert bench.text() == (SAID if asked else "from here")
        relay.close()
        assert speech.was_asked.is_set() is asked


def test_without_a_bus_nothing_is_known(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/none")
    with pytest.raises(ServiceError):
        AtspiFields()
    fields = FieldWatch(AtspiFields)
    assert fields.look() is None
    fields.close()
