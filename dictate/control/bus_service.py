"""Commands over the session bus (D-Bus), for desktops and scripts that speak it.

    busctl --user call io.github.dictate.Dictate /io/github/dictate/Dictate \\
        io.github.dictate.Dictate Toggle

The same commands as over the control channel, which ``dictate toggle`` goes on using. The service
is a courtesy: without a bus, or with the name taken, there is none, and nothing is missing. A
thread ``dictate-bus`` connects, waits for calls and carries them out one after another. What a
call begins it waits for a moment only, as the next call may be the end of it.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass

from dictate.control.bus_thread import BusThread
from dictate.control.patience import Handle, outcome
from dictate.errors import DictateError, ServiceError
from dictate.session_bus import Received, SessionBus

log = logging.getLogger(__name__)

NAME = "io.github.dictate.Dictate"
PATH = "/io/github/dictate/Dictate"
INTERFACE = NAME
FAILED = f"{NAME}.Failed"
_UNKNOWN = "org.freedesktop.DBus.Error.UnknownMethod"
_WRONG_ARGUMENTS = "org.freedesktop.DBus.Error.InvalidArgs"
OUTCOME_S = 0.25
"""Long enough to hear that nothing was done; a microphone may take longer to open."""


@dataclass(frozen=True, slots=True)
class Method:
    """One method: the command it stands for, and what of the answer goes back as a string."""

    command: str
    gives: Callable[[dict[str, object]], str] | None = None
    takes: str = ""
    """What its one argument, a string, is called; empty: it has none."""


METHODS = {
    "Start": Method("start"),
    "StartWith": Method("start", takes="profile"),
    "Stop": Method("stop"),
    "Toggle": Method("toggle"),
    "ToggleWith": Method("toggle", takes="profile"),
    "Cancel": Method("cancel"),
    "Retry": Method("retry"),
    "Raw": Method("raw"),
    "Again": Method("again"),
    "Undo": Method("undo"),
    "Swap": Method("swap"),
    "Last": Method("last", lambda answer: str(answer.get("text", ""))),
    "Status": Method("status", lambda answer: json.dumps(answer, default=str)),
    "Show": Method("show"),
    "Quit": Method("quit"),
    "Pause": Method("pause"),
    "Resume": Method("resume"),
}


def introspection() -> str:
    """Return what there is, in the XML of D-Bus."""
    result = '<arg name="result" type="s" direction="out"/>'
    methods = "".join(
        f'<method name="{name}">{_argument(method.takes)}{result if method.gives else ""}</method>'
        for name, method in METHODS.items()
    )
    return (
        '<!DOCTYPE node PUBLIC "-//freedesktop//DTD D-BUS Object Introspection 1.0//EN"'
        ' "http://www.freedesktop.org/standards/dbus/1.0/introspect.dtd">'
        f'<node><interface name="{INTERFACE}">{methods}</interface></node>'
    )


def _argument(name: str) -> str:
    return f'<arg name="{name}" type="s" direction="in"/>' if name else ""


class BusService:
    """Hands calls from the bus to ``handle``, which is asked on a thread of its own."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle
        self._thread = BusThread("dictate-bus", self._run)
        self.close = self._thread.close
        """Stop serving. Any number of times."""

    def start(self) -> None:
        """Begin to serve, where there is a bus. Returns at once."""
        if sys.platform.startswith("linux"):
            self._thread.start()

    def _run(self) -> None:
        try:
            bus = self._thread.connect()
        except ServiceError:
            log.info("no session bus: commands come over the control channel alone")
            return
        try:
            if not bus.own(NAME):
                return
            while True:
                call = bus.next()
                if call is not None and call.is_call:
                    self._serve(bus, call)
        except ServiceError:
            if not self._thread.is_closing:
                log.info("the session bus has gone away")

    def _serve(self, bus: SessionBus, call: Received) -> None:
        method = METHODS.get(call.member)
        if call.interface == "org.freedesktop.DBus.Introspectable":
            bus.answer(call, "s", (introspection(),))
        elif call.interface == "org.freedesktop.DBus.Peer" and call.member == "Ping":
            bus.answer(call)
        elif call.path != PATH or call.interface not in ("", INTERFACE) or method is None:
            bus.refuse(call, _UNKNOWN, f"There are {', '.join(METHODS)}.")
        elif not _fits(call.body, method):
            wanted = f"one string: the {method.takes}" if method.takes else "no arguments"
            bus.refuse(call, _WRONG_ARGUMENTS, f"{call.member} takes {wanted}.")
        else:
            self._carry_out(bus, call, method)

    def _carry_out(self, bus: SessionBus, call: Received, method: Method) -> None:
        log.log(logging.DEBUG if method.gives else logging.INFO, "command: %s", method.command)
        try:
            begun = self._handle(" ".join((method.command, *call.body)).rstrip())
            answer = outcome(begun, method.command, OUTCOME_S)
        except DictateError as error:
            bus.refuse(call, FAILED, str(error))
        except Exception:  # top of a thread: the caller must hear of it, the program goes on
            log.exception("a command failed")
            bus.refuse(call, FAILED, "The command failed. See the log file.")
        else:
            given = (method.gives(answer),) if method.gives else ()
            bus.answer(call, "s" if given else "", given)


def _fits(body: tuple[object, ...], method: Method) -> bool:
    if not method.takes:
        return not body
    return len(body) == 1 and isinstance(body[0], str)
