"""Commands over the session bus, from a program that is not ours."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator

import pytest

from dictate.control.bus_service import INTERFACE, METHODS, NAME, PATH, BusService
from dictate.control.channel import COMMANDS
from dictate.errors import OutputError, ServiceMissing, ServiceRefused
from dictate.session_bus import Address, SessionBus
from tests.desktop.bus import PrivateBus
from tests.desktop.screen import wait_until

HERE = Address(NAME, PATH, INTERFACE)


class Program:
    def __init__(self) -> None:
        self.commands: list[str] = []

    def handle(self, command: str) -> dict[str, object]:
        self.commands.append(command)
        if command == "raw":
            raise OutputError("There is no text yet.", "Dictate something.")
        if command == "retry":
            raise ZeroDivisionError
        return {"text": "Größe – 🙂"} if command == "last" else {"phase": "idle", "last": None}


@pytest.fixture
def program(bus: PrivateBus) -> Iterator[Program]:
    program = Program()
    service = BusService(program.handle)
    service.start()
    client = SessionBus()

    def is_served() -> bool:
        try:
            return bool(client.owner_of(NAME))
        except (ServiceMissing, ServiceRefused):
            return False

    wait_until(is_served, "the service")
    client.close()
    yield program
    service.close()
    service.close()


@pytest.fixture
def client(program: Program) -> Iterator[SessionBus]:
    client = SessionBus()
    yield client
    client.close()


@pytest.mark.parametrize("method", ["Start", "Stop", "Toggle", "Cancel", "Show", "Quit"])
def test_a_command_is_carried_out(client: SessionBus, program: Program, method: str) -> None:
    assert client.call(HERE, method) == ()
    assert program.commands == [method.lower()]


@pytest.mark.parametrize(
    ("method", "profile", "command"),
    [
        ("StartWith", "german", "start german"),
        ("ToggleWith", "größe", "toggle größe"),
        ("ToggleWith", "", "toggle"),
    ],
)
def test_a_take_is_begun_with_a_profile(
    client: SessionBus, program: Program, method: str, profile: str, command: str
) -> None:
    assert client.call(HERE, method, "s", (profile,)) == ()
    assert program.commands == [command]


def test_a_profile_is_one_string(client: SessionBus, program: Program) -> None:
    for signature, body in (("", ()), ("ss", ("a", "b")), ("u", (7,))):
        with pytest.raises(ServiceMissing):
            client.call(HERE, "ToggleWith", signature, body)
    assert program.commands == []


def test_the_last_text_and_the_status_come_back(client: SessionBus, program: Program) -> None:
    assert client.call(HERE, "Last") == ("Größe – 🙂",)
    (status,) = client.call(HERE, "Status")
    assert json.loads(status) == {"phase": "idle", "last": None}


def test_what_cannot_be_done_is_told(client: SessionBus, program: Program) -> None:
    for method in ("Raw", "Retry"):
        with pytest.raises(ServiceRefused):
            client.call(HERE, method)
    with pytest.raises(ServiceMissing):
        client.call(HERE, "Explode")
    with pytest.raises(ServiceMissing):
        client.call(HERE, "Toggle", "s", ("now",))
    with pytest.raises(ServiceMissing):
        client.call(Address(NAME, "/elsewhere", INTERFACE), "Toggle")
    assert client.call(HERE, "Toggle") == (), "it goes on"
    assert program.commands == ["raw", "retry", "toggle"]


def test_the_commands_are_those_of_the_channel() -> None:
    given = {method.command for method in METHODS.values()}
    assert given <= set(COMMANDS)
    assert {"start", "stop", "toggle", "cancel", "status", "last", "raw"} <= given


@pytest.mark.skipif(shutil.which("gdbus") is None, reason="gdbus is not installed")
def test_a_foreign_program_finds_and_calls_it(bus: PrivateBus, program: Program) -> None:
    def gdbus(*words: str) -> str:
        command = ("gdbus", *words[:1], "--session", "--dest", NAME, "--object-path", PATH)
        done = subprocess.run(
            (*command, *words[1:]), capture_output=True, text=True, timeout=20, check=False
        )
        return done.stdout + done.stderr

    assert "Toggle();" in gdbus("introspect")
    assert "ToggleWith(in  s profile);" in gdbus("introspect")
    assert gdbus("call", "--method", f"{INTERFACE}.ToggleWith", "german") == "()\n"
    assert gdbus("call", "--method", f"{INTERFACE}.Toggle") == "()\n"
    assert gdbus("call", "--method", f"{INTERFACE}.Last") == "('Größe – 🙂',)\n"
    assert "There is no text yet. Dictate something." in gdbus(
        "call", "--method", f"{INTERFACE}.Raw"
    )


def test_without_a_bus_there_is_no_service_and_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    service = BusService(Program().handle)
    service.start()
    service.close()


def test_a_second_service_leaves_the_first_alone(bus: PrivateBus, program: Program) -> None:
    other = Program()
    second = BusService(other.handle)
    second.start()
    client = SessionBus()
    client.call(HERE, "Toggle")
    client.close()
    second.close()
    assert (program.commands, other.commands) == (["toggle"], [])


def test_a_bus_that_dies_ends_it_quietly(bus: PrivateBus, program: Program) -> None:
    bus.kill()
