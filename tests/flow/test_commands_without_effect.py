"""Commands of another start that can do nothing: exit code and line, through the real channel."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import pytest
from typer.testing import CliRunner, Result

from dictate.assembly.last_text import LastText
from dictate.cli import app
from dictate.control import channel
from dictate.control.channel import ControlServer
from dictate.errors import MicrophoneMissing
from dictate.gui.program import ProgramPort
from dictate.gui.remote import Remote, Target
from dictate.receipt import Receipt
from dictate.session import commands
from dictate.settings.schema import Settings
from tests.fakes.bench import Bench
from tests.fakes.capture import SILENT
from tests.flow.test_last_text import Desk, a_desk

pytestmark = pytest.mark.usefixtures("empty_home")


class Dictation:
    """The running program, as far as these commands are concerned: session and last text."""

    settings = Settings()

    def __init__(self, bench: Bench, last: LastText) -> None:
        self._bench, self._last = bench, last
        self.insert_again, self.deliver_raw = last.insert, last.insert_raw
        self.take_back, self.swap = last.take_back, last.swap

    def begin(self, at_s: float, profile: str = "") -> Receipt:
        return self._bench.coordinator.ask(commands.Start(at_s, profile=profile))

    def end(self, at_s: float) -> Receipt:
        return self._bench.coordinator.ask(commands.Stop(at_s))

    def toggle(self, at_s: float, profile: str = "") -> Receipt:
        return self._bench.coordinator.ask(commands.Toggle(at_s, profile))

    def cancel(self, at_s: float) -> Receipt:
        return self._bench.coordinator.ask(commands.Cancel(at_s))


@contextmanager
def listening(bench: Bench, last: LastText, outcome_s: float = 30.0) -> Iterator[None]:
    remote = Remote()
    program = cast(ProgramPort, cast(Any, Dictation(bench, last)))
    remote.attach(Target(program, Path("s.toml"), lambda: None, lambda: None))
    server = ControlServer(remote.handle, outcome_s=outcome_s)
    server.start()
    try:
        yield
    finally:
        server.close()


@pytest.fixture
def desk() -> Iterator[Desk]:
    with a_desk(raw="as heard") as desk, listening(desk.bench, desk.last):
        yield desk


def dictate(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def refused(result: Result) -> str:
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.count("\n") == 1, result.stderr
    return result.stderr


@pytest.fixture
def another() -> Iterator[ThreadPoolExecutor]:
    """Somebody who gives a command while we go on."""
    with ThreadPoolExecutor(1) as pool:
        yield pool


@pytest.mark.parametrize(
    ("command", "step"),
    [("stop", "`dictate start`"), ("cancel", "`dictate undo`")],
)
def test_without_a_recording_there_is_nothing_to_end(desk: Desk, command: str, step: str) -> None:
    assert step in refused(dictate(command))


@pytest.mark.parametrize("command", ["again", "swap"])
def test_without_a_text_there_is_none_to_write(desk: Desk, command: str) -> None:
    assert refused(dictate(command)) == "dictate: There is no text yet. Dictate something.\n"


def test_without_a_text_there_is_none_to_take_back(desk: Desk) -> None:
    assert "no text" in refused(dictate("undo"))


def test_a_recording_is_begun_and_ended_once(desk: Desk, another: ThreadPoolExecutor) -> None:
    bench = desk.bench
    begun = another.submit(channel.send, "start")
    source = bench.audio.opened.get()
    bench.feed(source, SILENT)
    assert begun.result() == {"done": "start"}
    assert "`dictate stop`" in refused(dictate("start"))
    assert dictate("stop").exit_code == 0
    assert "No recording" in refused(dictate("stop"))
    source.run_on(SILENT)


@pytest.mark.parametrize("command", ["start", "toggle"])
def test_without_a_microphone_no_recording_begins(desk: Desk, command: str) -> None:
    desk.bench.audio.error = MicrophoneMissing("There is no microphone.", "Plug one in.")
    assert refused(dictate(command)) == "dictate: There is no microphone. Plug one in.\n"


def test_a_recording_is_ended_while_its_microphone_still_opens(
    desk: Desk, another: ThreadPoolExecutor
) -> None:
    begun = another.submit(channel.send, "start")
    source = desk.bench.audio.opened.get()
    assert dictate("stop").exit_code == 0, "it does not wait for the start"
    assert begun.result() == {"done": "start"}
    source.run_on(SILENT)


def test_a_text_that_cannot_be_taken_back_is_told(desk: Desk) -> None:
    desk.dictate("As made.")
    desk.shows("As made.")
    desk.field.text = "As made. And changed: As m"
    desk.field.may_be_cut = False
    for command in ("undo", "swap"):
        assert "Ctrl+Z" in refused(dictate(command))
    assert desk.field.text == "As made. And changed: As m"


def test_what_can_be_done_is_done_and_says_nothing(desk: Desk) -> None:
    desk.dictate("As made.")
    for command in ("swap", "swap", "again", "undo"):
        done = dictate(command)
        assert (done.exit_code, done.output) == (0, "")
    desk.shows("As made.")


def test_while_one_speaks_texts_stay_as_they_are(desk: Desk) -> None:
    desk.dictate("As made.")
    source = desk.bench.press()
    desk.bench.say(source)
    for command in ("again", "undo", "swap"):
        assert "A recording is running." in refused(dictate(command))
    desk.bench.release(source)


def test_what_takes_long_is_not_waited_for() -> None:
    with a_desk() as desk, listening(desk.bench, desk.last, outcome_s=0.0):
        result = dictate("start")
        desk.bench.release(desk.bench.audio.opened.get())
    assert result.exit_code == 0
    assert "under way" in result.stderr
