"""The desktop portal: asks the desktop for what Wayland gives to no program by itself.

Most methods answer twice: at once with the path of a request, then with a signal when the user has
decided, which may take as long as a dialog stays open. Only signals of the portal itself count.
From the XML of xdg-desktop-portal: Request, Session, and the Registry for programs of the host.
"""

from __future__ import annotations

import contextlib
import itertools
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dictate import desktop_name
from dictate.errors import ServiceError, ServiceLost, ServiceMissing, ServiceRefused
from dictate.session_bus import CALL_S, Address, Body, Received, SessionBus

BUS_NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
REQUEST = "org.freedesktop.portal.Request"
SESSION = "org.freedesktop.portal.Session"
REGISTRY = "org.freedesktop.host.portal.Registry"
_tokens = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Asking:
    """A method that answers by a request; its last argument, the options, stands apart."""

    member: str
    signature: str = ""
    body: Body = ()
    options: Mapping[str, tuple[str, Any]] = field(default_factory=dict)
    """Names with variants."""


class Portal:
    """One interface of the portal on a connection of its own.

    Raises ServiceMissing where the desktop does not have it in at least this version. ``named``
    introduces us, so that the desktop can remember what the user allowed; only to look, it is not
    needed.
    """

    def __init__(
        self, bus: SessionBus, interface: str, at_least: int = 1, *, named: bool = True
    ) -> None:
        self._bus = bus
        self._address = Address(BUS_NAME, PATH, interface)
        what = interface.rpartition(".")[2]
        for of in (REQUEST, SESSION, interface):
            bus.subscribe(f"type='signal',sender='{BUS_NAME}',interface='{of}'")
        bus.subscribe(
            "type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',"
            f"arg0='{BUS_NAME}'"
        )
        try:
            self.owner = bus.owner_of(BUS_NAME)
            if named and desktop_name.ensure():
                self._introduce()
            version = bus.get(self._address, "version")
        except (ServiceMissing, ServiceRefused) as error:
            raise ServiceMissing(f"This desktop has no portal for {what}.") from error
        self.version = version if isinstance(version, int) else 0
        if self.version < at_least:
            raise ServiceMissing(f"The portal for {what} is too old here.")

    def _introduce(self) -> None:
        with contextlib.suppress(ServiceMissing, ServiceRefused):  # older portals
            registry = Address(BUS_NAME, PATH, REGISTRY)
            self._bus.call(registry, "Register", "sa{sv}", (desktop_name.APP_ID, {}))

    def get(self, name: str) -> object:
        """Return a property of the interface. Raises ServiceError."""
        return self._bus.get(self._address, name)

    def call(self, member: str, signature: str, body: Body) -> Body:
        """Call a method that answers once. Raises ServiceError."""
        return self._bus.call(self._address, member, signature, body)

    def create_session(self) -> str:
        """Return the path of a new session. Raises ServiceError."""
        token = new_token()
        options = {"session_handle_token": ("s", token)}
        results = self.request(Asking("CreateSession", options=options), CALL_S)
        # A string in some versions, a path in others, and always what the token makes of it.
        return str(results.get("session_handle") or self._path_of("session", token))

    def request(
        self,
        asking: Asking,
        limit_s: float | None = None,
        meanwhile: Callable[[Received], None] = lambda _received: None,
    ) -> dict[str, Any]:
        """Ask, wait for the user's answer, without a limit if need be, and return the results.

        Raises ServiceRefused when the user says no.
        """
        token = new_token()
        body = (*asking.body, {**asking.options, "handle_token": ("s", token)})
        (handle,) = self.call(asking.member, f"{asking.signature}a{{sv}}", body)
        paths = {str(handle), self._path_of("request", token)}
        while True:
            received = self._bus.next(limit_s)
            if received is None:
                raise ServiceLost("The desktop's portal does not answer.", "Log in anew.")
            if self.has_gone(received):
                raise ServiceLost("The desktop's portal ended.", "Start Dictate again.")
            if received.sender != self.owner:
                continue
            if received.interface == REQUEST and received.path in paths:
                return _results(received)
            meanwhile(received)

    def next(self) -> Received:
        """Wait for the portal's next signal. Raises ServiceLost when it ends."""
        while True:
            received = self._bus.next()
            assert received is not None  # there is no limit
            if self.has_gone(received):
                raise ServiceLost("The desktop's portal ended.", "Start Dictate again.")
            if received.sender == self.owner:
                return received

    def has_gone(self, received: Received) -> bool:
        """Tell whether this says that the portal's process ended."""
        return (
            received.member == "NameOwnerChanged"
            and received.sender == "org.freedesktop.DBus"
            and received.body[1:2] == (self.owner,)
        )

    def close_session(self, session: str) -> None:
        """End a session; it may be gone already."""
        with contextlib.suppress(ServiceError):
            self._bus.call(Address(BUS_NAME, session, SESSION), "Close", timeout_s=0.5)

    def _path_of(self, kind: str, token: str) -> str:
        sender = self._bus.name.removeprefix(":").replace(".", "_")
        return f"{PATH}/{kind}/{sender}/{token}"


def new_token() -> str:
    """Return a name for a request or session that nobody else uses on this connection."""
    return f"dictate_{os.getpid()}_{next(_tokens)}"


def _results(response: Received) -> dict[str, Any]:
    code, results = response.body
    if code == 1:
        raise ServiceRefused("You said no to the desktop's question.")
    if code != 0:
        raise ServiceRefused("The desktop said no.")
    return {name: value for name, (_, value) in results.items()}
