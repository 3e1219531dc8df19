"""A bus that lets a program in and then says nothing: nobody waits for it long."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from dictate import session_bus
from dictate.control.bus_service import BusService
from dictate.control.sleep_watch import SleepWatch
from dictate.errors import ServiceMissing
from dictate.session_bus import SessionBus

LONG_S = 20.0


class SilentBus:
    """Lets everybody in, as a bus does, and reads nothing more."""

    def __init__(self, folder: Path) -> None:
        self.address = f"unix:path={folder / 'bus'}"
        self.was_greeted = threading.Event()
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.bind(str(folder / "bus"))
        self._socket.listen()
        self._guests: list[socket.socket] = []
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                guest, _ = self._socket.accept()
                self._guests.append(guest)
                said = b""
                while b"AUTH" not in said or not said.endswith(b"\r\n"):
                    said += guest.recv(1024)
                guest.sendall(b"OK 0123456789abcdef0123456789abcdef\r\n")
                while b"BEGIN\r\n" not in said:
                    said += guest.recv(1024)
                self.was_greeted.set()

    def close(self) -> None:
        """End, so that whoever waits is told."""
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(LONG_S)
        for guest in self._guests:
            guest.close()


@pytest.fixture
def silent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SilentBus]:
    bus = SilentBus(tmp_path)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", bus.address)
    yield bus
    bus.close()


def ends(thread: threading.Thread) -> bool:
    thread.join(LONG_S / 4)
    return not thread.is_alive()


def test_a_bus_that_never_says_hello_is_given_up(
    silent: SilentBus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_bus, "CONNECT_S", 0.2)
    told = threading.Event()

    def connect() -> None:
        with pytest.raises(ServiceMissing):
            SessionBus()
        told.set()

    connecting = threading.Thread(target=connect, daemon=True)
    connecting.start()
    assert ends(connecting) and told.is_set()


@pytest.mark.parametrize(
    "make", [lambda: BusService(lambda _: {}), lambda: SleepWatch(lambda: None, lambda: None)]
)
def test_whoever_lives_on_it_is_closed_all_the_same(
    silent: SilentBus, make: type[BusService], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_bus, "CONNECT_S", LONG_S)
    service = make()  # type: ignore[call-arg]
    service.start()
    assert silent.was_greeted.wait(LONG_S)
    closing = threading.Thread(target=service.close, daemon=True)
    closing.start()
    assert ends(closing)
