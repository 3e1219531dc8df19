"""The session bus (D-Bus) of a Linux desktop: a connection, calls with a time limit, what comes in.

A connection belongs to one thread at a time. ``cut`` alone may be called from any other: it ends
whatever the owner waits for with ServiceLost, and every later use as well. What arrives while a
call waits for its answer is kept for ``next``.
"""

from __future__ import annotations

import contextlib
import os
import socket
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from dictate.errors import ServiceError, ServiceLost, ServiceMissing, ServiceRefused

CALL_S = 5.0
"""A service that takes longer to answer hangs; it may take a second to be started."""
CONNECT_S = 2.0

Body: TypeAlias = tuple[Any, ...]
"""Arguments as jeepney takes and gives them; a variant is ``(signature, value)``."""

_ABSENT = {
    "org.freedesktop.DBus.Error.ServiceUnknown",
    "org.freedesktop.DBus.Error.NameHasNoOwner",
    "org.freedesktop.DBus.Error.UnknownMethod",
    "org.freedesktop.DBus.Error.UnknownInterface",
    "org.freedesktop.DBus.Error.UnknownObject",
    "org.freedesktop.DBus.Error.UnknownProperty",
    "org.freedesktop.DBus.Error.InvalidArgs",
    "org.freedesktop.DBus.Error.NotSupported",
}
"""What services answer to a question about something they do not have."""
_SILENT = {"org.freedesktop.DBus.Error.NoReply", "org.freedesktop.DBus.Error.TimedOut"}
_DO_NOT_QUEUE = 4
_OWNER = 1


@dataclass(frozen=True, slots=True)
class Address:
    """An object's interface on the bus."""

    bus_name: str
    path: str
    interface: str


@dataclass(frozen=True, slots=True)
class Received:
    """A signal, or a call from somebody else (``serial`` is what an answer refers to)."""

    sender: str
    path: str
    interface: str
    member: str
    body: Body
    is_call: bool = False
    serial: int = 0
    wants_reply: bool = False


_DAEMON = Address("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")


def address_of(environ: Mapping[str, str]) -> str:
    """Return where the session bus listens. Raises ServiceMissing."""
    named = environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    if named:
        return named
    folder = environ.get("XDG_RUNTIME_DIR", "")
    if folder and os.path.exists(f"{folder}/bus"):  # noqa: PTH110  # as it goes over the wire
        return f"unix:path={folder}/bus"
    raise _no_bus()


def _no_bus() -> ServiceMissing:
    return ServiceMissing("There is no session bus (D-Bus) here.", "Log in to a desktop session.")


def _gone() -> ServiceLost:
    return ServiceLost("The session bus (D-Bus) has gone away.", "Log in to the desktop anew.")


class SessionBus:
    """One connection. Raises ServiceMissing where there is no bus."""

    def __init__(self, environ: Mapping[str, str] | None = None) -> None:
        from jeepney.auth import AuthenticationError
        from jeepney.bus import get_bus
        from jeepney.io.blocking import prep_socket

        address = address_of(os.environ if environ is None else environ)
        failures = (OSError, RuntimeError, ValueError, AuthenticationError, StopIteration)
        try:
            self._socket: socket.socket = prep_socket(get_bus(address), timeout=CONNECT_S)
        except failures as error:
            raise _no_bus() from error
        try:
            self._connection: Any = _greeted(self._socket)
        except failures as error:
            self._socket.close()
            raise _no_bus() from error
        self._socket.settimeout(CALL_S)  # for sending; who waits for an answer says how long
        self._arrived: deque[Received] = deque()
        self._serial = 0

    @property
    def name(self) -> str:
        """Our own name on the bus."""
        return str(self._connection.unique_name)

    def call(
        self,
        to: Address,
        member: str,
        signature: str = "",
        body: Body = (),
        timeout_s: float = CALL_S,
    ) -> Body:
        """Call a method and return what it gives. Raises ServiceError."""
        from jeepney import DBusAddress, HeaderFields, MessageType, new_method_call

        there = DBusAddress(to.path, bus_name=to.bus_name, interface=to.interface)
        message = new_method_call(there, member, signature or None, body)
        serial = next(self._connection.outgoing_serial)
        end_s = time.monotonic() + timeout_s
        self._send(message, serial)
        while True:
            answer = self._receive(max(0.0, end_s - time.monotonic()))
            if answer is None:
                raise ServiceLost(f"{to.bus_name} does not answer.", "Log in to the desktop anew.")
            fields = answer.header.fields
            if fields.get(HeaderFields.reply_serial) != serial:
                self._keep(answer)
            elif answer.header.message_type is MessageType.error:
                raise _refusal(to, str(fields.get(HeaderFields.error_name, "")))
            else:
                return tuple(answer.body)

    def get(self, of: Address, name: str) -> object:
        """Return a property. Raises ServiceError."""
        properties = Address(of.bus_name, of.path, "org.freedesktop.DBus.Properties")
        ((_, value),) = self.call(properties, "Get", "ss", (of.interface, name))
        return value

    def subscribe(self, rule: str) -> None:
        """Let signals that match a rule of D-Bus come in. Raises ServiceError."""
        self.call(_DAEMON, "AddMatch", "s", (rule,))

    def owner_of(self, name: str) -> str:
        """Return the connection behind a name, starting its service if it can be."""
        with contextlib.suppress(ServiceRefused, ServiceMissing):
            self.call(_DAEMON, "StartServiceByName", "su", (name, 0))
        return str(self.call(_DAEMON, "GetNameOwner", "s", (name,))[0])

    def own(self, name: str, *, queue: bool = False) -> bool:
        """Take a name; False when somebody else has it, whose successor we are with ``queue``."""
        flags = 0 if queue else _DO_NOT_QUEUE
        return self.call(_DAEMON, "RequestName", "su", (name, flags)) == (_OWNER,)

    def next(self, timeout_s: float | None = None) -> Received | None:
        """Return what comes in next, None when nothing does in time. Raises ServiceLost."""
        end_s = None if timeout_s is None else time.monotonic() + timeout_s
        while not self._arrived:
            left_s = None if end_s is None else max(0.0, end_s - time.monotonic())
            message = self._receive(left_s)
            if message is None:
                return None
            self._keep(message)
        return self._arrived.popleft()

    def answer(self, call: Received, signature: str = "", body: Body = ()) -> None:
        """Answer a call from somebody else."""
        from jeepney import HeaderFields, Message, MessageType
        from jeepney.wrappers import new_header

        header = new_header(MessageType.method_return)
        self._reply(call, Message(header, body), signature, HeaderFields.signature)

    def refuse(self, call: Received, error_name: str, words: str) -> None:
        """Answer a call from somebody else with an error."""
        from jeepney import HeaderFields, Message, MessageType
        from jeepney.wrappers import new_header

        header = new_header(MessageType.error)
        header.fields[HeaderFields.error_name] = error_name
        self._reply(call, Message(header, (words,)), "s", HeaderFields.signature)

    def signal(self, address: Address, member: str, signature: str, body: Body) -> None:
        """Send a signal from one of our objects: to one receiver, or to whoever asked for it."""
        from jeepney import DBusAddress, HeaderFields, new_signal

        here = DBusAddress(address.path, interface=address.interface)
        message = new_signal(here, member, signature, body)
        if address.bus_name:
            message.header.fields[HeaderFields.destination] = address.bus_name
        self._send(message)

    def cut(self) -> None:
        """End what the owner of the connection waits for. Any thread, any number of times."""
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Let go of the connection. By its owner, any number of times."""
        with contextlib.suppress(OSError, ValueError):
            self._connection.close()

    # -- inside ----------------------------------------------------------------------------------

    def _reply(self, call: Received, message: Any, signature: str, field: Any) -> None:  # noqa: ANN401  # jeepney has no types
        from jeepney import HeaderFields

        if not call.wants_reply:
            return
        fields = message.header.fields
        fields[HeaderFields.reply_serial] = call.serial
        fields[HeaderFields.destination] = call.sender
        if signature:
            fields[field] = signature
        self._send(message)

    def _send(self, message: Any, serial: int | None = None) -> None:  # noqa: ANN401
        def send() -> bool:
            self._connection.send(message, serial=serial)
            return True

        if not self._guarded(send):  # half a message may be on its way: nothing can follow
            self.cut()
            raise _gone()

    def _receive(self, timeout_s: float | None) -> Any:  # noqa: ANN401  # a message, or None
        return self._guarded(lambda: self._connection.receive(timeout=timeout_s))

    def _guarded(self, do: Callable[[], Any]) -> Any:  # noqa: ANN401
        try:
            return do()
        except TimeoutError:
            return None
        except (OSError, ValueError, KeyError, RuntimeError) as error:
            # A selector without its socket, or bytes that are no message: nothing can follow.
            raise _gone() from error

    def _keep(self, message: Any) -> None:  # noqa: ANN401
        from jeepney import HeaderFields, MessageFlag, MessageType

        kind, fields = message.header.message_type, message.header.fields
        if kind not in (MessageType.signal, MessageType.method_call):
            return  # the answer to a call that was given up
        self._arrived.append(
            Received(
                sender=str(fields.get(HeaderFields.sender, "")),
                path=str(fields.get(HeaderFields.path, "")),
                interface=str(fields.get(HeaderFields.interface, "")),
                member=str(fields.get(HeaderFields.member, "")),
                body=tuple(message.body),
                is_call=kind is MessageType.method_call,
                serial=message.header.serial,
                wants_reply=not message.header.flags & MessageFlag.no_reply_expected,
            )
        )


def _greeted(connected: socket.socket) -> Any:  # noqa: ANN401  # jeepney has no types
    """Return a connection that has said hello, for whose answer jeepney would wait for ever."""
    from jeepney.io.blocking import DBusConnection

    class Hurried(DBusConnection):  # type: ignore[misc]  # jeepney has no types
        def send_and_get_reply(self, message: object, *, timeout: float | None = CONNECT_S) -> Any:  # noqa: ANN401
            return super().send_and_get_reply(message, timeout=timeout or CONNECT_S)

    return Hurried(connected)


def _refusal(to: Address, error_name: str) -> ServiceError:
    what = to.interface.rpartition(".")[2]
    if error_name in _ABSENT:
        return ServiceMissing(f"This desktop has no service {what}.")
    if error_name in _SILENT:
        return ServiceLost(f"{to.bus_name} does not answer.", "Log in to the desktop anew.")
    return ServiceRefused(f"The desktop's service {what} refused.")
