"""A desktop portal that behaves by script, on a real bus, with the interface of the real one.

It answers as xdg-desktop-portal does: a method returns the path of a request at once, and the
answer of the "user" follows as a signal to whoever asked.
"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from dictate.errors import ServiceError
from dictate.portal import BUS_NAME, PATH, REGISTRY, REQUEST, SESSION
from dictate.session_bus import Address, Received, SessionBus

SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"
REMOTE = "org.freedesktop.portal.RemoteDesktop"
ALLOW, DENY, FAIL = 0, 1, 2


@dataclass
class Script:
    """How the portal and its user behave."""

    versions: dict[str, int] = field(default_factory=lambda: {SHORTCUTS: 1, REMOTE: 2})
    answer: int | None = ALLOW
    """What the user says to a question; None: nothing yet."""
    trigger: str = "Alt+Super+D"
    """What the user's desktop says about the first shortcut."""
    device_types: int = 3
    granted: int = 1
    refuses_keys: bool = False
    session_as_path: bool = False
    registers: bool = True
    """It is new enough to take names."""


class MockPortal:
    """The portal; a context manager, usable once."""

    def __init__(
        self, environ: dict[str, str], script: Script | None = None, *, waits: bool = False
    ) -> None:
        self._waits = waits  # until the name is free
        self._bus = SessionBus(environ)
        self.script = script or Script()
        self.calls: list[Received] = []
        self.keys: list[tuple[int, int]] = []
        """Keysyms that were pressed (1) and released (0)."""
        self.tokens: list[str] = []
        """Restore tokens as they were brought along."""
        self.after_keys: tuple[int, Callable[[], None]] | None = None
        """What happens when so many have come."""
        self.session = ""
        self._is_closed = False
        self._client = ""
        self._waiting: list[tuple[Received, str]] = []
        self._numbers = itertools.count(1)
        self._sending = threading.Lock()
        self._thread = threading.Thread(target=self._run, name="mock-portal", daemon=True)

    def __enter__(self) -> MockPortal:
        assert self._bus.own(BUS_NAME, queue=self._waits) is not self._waits
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.quit()

    def quit(self) -> None:
        """End, as a portal that crashes. Any number of times."""
        self._bus.cut()
        self._thread.join(5)
        self._bus.close()

    # -- what the user does ----------------------------------------------------------------------

    def press(self, shortcut: str) -> None:
        """Press the keys of a shortcut."""
        self._emit(SHORTCUTS, "Activated", "osta{sv}", (self.session, shortcut, 7, {}))

    def release(self, shortcut: str) -> None:
        """Let go of them."""
        self._emit(SHORTCUTS, "Deactivated", "osta{sv}", (self.session, shortcut, 9, {}))

    def change(self, trigger: str) -> None:
        """Choose another key in the settings of the desktop."""
        shortcuts = [("dictate", {"trigger_description": ("s", trigger)})]
        self._emit(SHORTCUTS, "ShortcutsChanged", "oa(sa{sv})", (self.session, shortcuts))

    def talk_nonsense(self) -> None:
        """Send signals that the interface does not know like that."""
        self._emit(SHORTCUTS, "Activated", "", ())
        self._emit(SHORTCUTS, "Activated", "o", (self.session,))
        self._emit(SHORTCUTS, "ShortcutsChanged", "ou", (self.session, 7))

    def close_session(self) -> None:
        """Take back the permission."""
        self._is_closed = True
        self._emit(SESSION, "Closed", "a{sv}", ({},), path=self.session)

    def decide(self, code: int) -> None:
        """Answer the questions that still wait."""
        waiting, self._waiting = self._waiting, []
        for call, request in waiting:
            self._respond(call, request, code)

    def asks(self) -> bool:
        """Tell whether a question waits for the user."""
        return bool(self._waiting)

    def called(self) -> list[str]:
        """Return the methods that were called, without questions about properties."""
        return [call.member for call in self.calls if call.interface in (SHORTCUTS, REMOTE)]

    # -- the service -----------------------------------------------------------------------------

    def _run(self) -> None:
        try:
            while True:
                call = self._bus.next()
                if call is not None and call.is_call:
                    self.calls.append(call)
                    self._serve(call)
        except ServiceError:
            return  # the test is over, or the bus is

    def _serve(self, call: Received) -> None:
        self._client = call.sender
        if call.interface == REGISTRY and self.script.registers:
            with self._sending:
                self._bus.answer(call)
        elif call.interface == "org.freedesktop.DBus.Properties":
            self._property(call, *call.body)
        elif call.interface not in self.script.versions:
            self._refuse(call, "org.freedesktop.DBus.Error.UnknownMethod")
        elif call.member.startswith("Notify"):
            self._notify(call)
        else:
            request = self._path(call, "request", call.body[-1]["handle_token"][1])
            with self._sending:
                self._bus.answer(call, "o", (request,))
            asks = call.member in ("BindShortcuts", "Start")
            if asks and self.script.answer is None:
                self._waiting.append((call, request))
            else:
                self._respond(call, request, (self.script.answer or 0) if asks else ALLOW)

    def _property(self, call: Received, interface: str, name: str) -> None:
        version = self.script.versions.get(interface)
        if version is None:
            self._refuse(call, "org.freedesktop.DBus.Error.InvalidArgs")
            return
        value = {"version": version, "AvailableDeviceTypes": self.script.device_types}[name]
        with self._sending:
            self._bus.answer(call, "v", (("u", value),))

    def _notify(self, call: Received) -> None:
        if self.script.refuses_keys or call.body[0] != self.session or self._is_closed:
            self._refuse(call, "org.freedesktop.DBus.Error.AccessDenied")
            return
        if self.after_keys is not None and len(self.keys) == self.after_keys[0]:
            self.after_keys[1]()
        self.keys.append((call.body[2], call.body[3]))
        with self._sending:
            self._bus.answer(call)

    def _respond(self, call: Received, request: str, code: int) -> None:
        results: dict[str, Any] = {}
        if code == ALLOW:
            results = self._results(call)
        with self._sending:
            self._signal(request, REQUEST, "Response", "ua{sv}", (code, results))

    def _results(self, call: Received) -> dict[str, Any]:
        if call.member == "CreateSession":
            token = call.body[-1]["session_handle_token"][1]
            self.session = self._path(call, "session", token)
            kind = "o" if self.script.session_as_path else "s"
            return {"session_handle": (kind, self.session)}
        if call.member == "BindShortcuts":
            bound = [
                (name, {"trigger_description": ("s", self.script.trigger if not number else "")})
                for number, (name, _) in enumerate(call.body[1])
            ]
            return {"shortcuts": ("a(sa{sv})", bound)}
        if call.member == "SelectDevices":
            self.tokens.append(call.body[-1].get("restore_token", ("s", ""))[1])
        if call.member == "Start":
            token = f"token {next(self._numbers)}"
            return {"devices": ("u", self.script.granted), "restore_token": ("s", token)}
        return {}

    def _path(self, call: Received, kind: str, token: str) -> str:
        return f"{PATH}/{kind}/{call.sender.removeprefix(':').replace('.', '_')}/{token}"

    def _refuse(self, call: Received, error: str) -> None:
        with self._sending:
            self._bus.refuse(call, error, "No.")

    def _emit(
        self, interface: str, member: str, signature: str, body: tuple[Any, ...], path: str = PATH
    ) -> None:
        with self._sending:
            self._signal(path, interface, member, signature, body)

    def _signal(
        self, path: str, interface: str, member: str, signature: str, body: tuple[Any, ...]
    ) -> None:
        self._bus.signal(Address(self._client, path, interface), member, signature, body)
