"""Hears the hotkey on Wayland through the desktop's portal for global shortcuts.

The desktop shows the user which key is asked for, lets another one be chosen, and from then on
says when it goes down and up: no other key is ever seen. A thread ``dictate-portal-keys`` asks and
waits, as the user may take minutes to answer. What becomes of it is told through ``report``. When
the portal is started anew, so is this; when the user takes the permission back, it is over.

A lone modifier cannot be bound this way: the preferred trigger is then another key, and what the
desktop made of it is what counts.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import Any

from dictate import keynames
from dictate.errors import HotkeyUnavailable, ServiceError, ServiceLost, ServiceRefused
from dictate.hotkey.binding import Binding
from dictate.hotkey.heard import Heard, Report
from dictate.hotkey.keysym_names import keysym_name, sideless
from dictate.hotkey.rules import Bound, Errand, Rules
from dictate.portal import SESSION, Asking, Portal
from dictate.session_bus import Received, SessionBus

log = logging.getLogger(__name__)

INTERFACE = "org.freedesktop.portal.GlobalShortcuts"
DICTATE, CANCEL = "dictate", "cancel"
"""The shortcuts' names; the desktop keeps the user's choice under them."""

_ERRANDS = {
    Errand.UNDO: "take the last text back",
    Errand.SWAP: "write the last text as it was heard, or back",
    Errand.AGAIN: "insert the last text again",
}

OTHERWISE = "LOGO+ALT+d"
"""Asked for in place of a lone modifier."""

RESTARTS, RESTARTS_S = 3, 600.0
"""A portal that ends more often than this is given up."""

_CLOSE_S = 1.0
_MODIFIERS = {"ctrl": "CTRL", "shift": "SHIFT", "alt": "ALT", "cmd": "LOGO", "alt_gr": "ALT"}


def trigger(binding: Binding) -> str:
    """Return a binding as the XDG specification of shortcuts writes it: ``CTRL+ALT+d``.

    Empty for a lone modifier and other bindings it has no words for.
    """
    keys = [key for key in binding.keys if key not in keynames.MODIFIERS]
    name = keysym_name(keys[0]) if len(keys) == 1 else ""
    if not name:
        return ""
    held = {_MODIFIERS[sideless(key)] for key in binding.keys if key in keynames.MODIFIERS}
    return "+".join([*(m for m in ("CTRL", "ALT", "SHIFT", "LOGO") if m in held), name])


def name_of(number: int, bound: Bound) -> str:
    """Return the shortcut of a hotkey by what it is for, or its place among them."""
    if bound.errand is not None:
        return bound.errand.value
    return f"{DICTATE}-{number + 1}" if number else DICTATE


def _wish(number: int, bound: Bound) -> tuple[str, dict[str, tuple[str, str]]]:
    asked = trigger(bound.binding) or ("" if number else OTHERWISE)
    words = f"speak ({bound.profile})" if bound.profile else "speak"
    if bound.errand is not None:
        words = _ERRANDS[bound.errand]
    facts = {"description": ("s", f"Dictate: {words}")}
    if asked:
        facts["preferred_trigger"] = ("s", asked)
    return name_of(number, bound), facts


def is_there() -> bool:
    """Tell whether the desktop has the portal; nothing is asked of the user."""
    try:
        bus = SessionBus()
    except ServiceError:
        return False
    try:
        Portal(bus, INTERFACE, named=False)
    except ServiceError:
        return False
    finally:
        bus.close()
    return True


class PortalHotkey:
    """A HotkeyListener that gives the keys of the bindings, whatever the user chose for them."""

    def __init__(self, rules: Rules, report: Report) -> None:
        self._rules = rules
        self._keys = {name_of(n, b): sorted(b.binding.keys) for n, b in enumerate(rules.hotkeys)}
        self._keys[CANCEL] = sorted(rules.cancel.keys)
        self._report = report
        self._bus: SessionBus | None = None
        self._thread: threading.Thread | None = None
        self._closing = threading.Event()
        self._down: set[str] = set()
        self._on_key: Callable[[str, bool, float], None] = lambda _key, _is_down, _at_s: None

    def start(self, on_key: Callable[[str, bool, float], None]) -> None:
        """Begin to ask. Raises HotkeyUnavailable where there is no such portal."""
        self._on_key = on_key
        try:
            portal, session = self._open()
        except ServiceError as error:
            self._let_go()
            raise HotkeyUnavailable(error.message, error.next_step) from error
        self._thread = threading.Thread(
            target=self._run, args=(portal, session), name="dictate-portal-keys", daemon=True
        )
        self._thread.start()

    def close(self) -> None:
        """Stop listening. Any number of times."""
        self._closing.set()
        thread, self._thread = self._thread, None
        if self._bus is not None:
            self._bus.cut()
        if thread is not None and thread is not threading.current_thread():
            thread.join(_CLOSE_S)
        if thread is None or not thread.is_alive():
            self._let_go()

    def _open(self) -> tuple[Portal, str]:
        self._bus = SessionBus()
        portal = Portal(self._bus, INTERFACE)
        return portal, portal.create_session()

    def _let_go(self) -> None:
        bus, self._bus = self._bus, None
        if bus is not None:
            bus.close()

    # -- the thread ------------------------------------------------------------------------------

    def _run(self, portal: Portal, session: str) -> None:
        ended_at_s: list[float] = []
        while True:
            try:
                self._listen(portal, session)
            except ServiceError as error:
                self._release_all()
                if self._closing.is_set():
                    return
                now_s = time.monotonic()
                ended_at_s = [at_s for at_s in ended_at_s if now_s - at_s < RESTARTS_S] + [now_s]
                if not isinstance(error, ServiceLost) or len(ended_at_s) > RESTARTS:
                    self._give_up(error)
                    return
                log.info("the portal ended; asking the next one")
            try:
                self._let_go()
                portal, session = self._open()
            except ServiceError as error:
                if not self._closing.is_set():
                    self._give_up(error)
                return
            if self._closing.is_set():
                return

    def _give_up(self, error: ServiceError) -> None:
        log.info("no hotkey through the portal: %s", type(error).__name__)
        self._report(Heard(problem=HotkeyUnavailable(error.message, error.next_step)))

    def _listen(self, portal: Portal, session: str) -> None:
        self._tell(self._bind(portal, session))
        while True:
            received = portal.next()
            try:
                self._follow(received, session)
            except ServiceError:
                raise
            except Exception as error:  # noqa: BLE001  # nothing it sends may be the last we hear
                log.error("the portal was not understood: %s", type(error).__name__)

    def _follow(self, received: Received, session: str) -> None:
        match received.interface, received.member:
            case interface, "Closed" if interface == SESSION and received.path == session:
                raise ServiceRefused("The desktop took the hotkey back.")
            case interface, "Activated" | "Deactivated" if interface == INTERFACE:
                if received.body[0] == session:
                    self._act(str(received.body[1]), received.member == "Activated")
            case interface, "ShortcutsChanged" if interface == INTERFACE:
                if received.body[0] == session:
                    self._tell(received.body[1])
            case _:
                pass

    def _bind(self, portal: Portal, session: str) -> list[Any]:
        asked = [_wish(number, bound) for number, bound in enumerate(self._rules.hotkeys)]
        # No key is asked for: it would be taken from all other programs.
        asked.append((CANCEL, {"description": ("s", "Dictate: take the recording back")}))
        asking = Asking("BindShortcuts", "oa(sa{sv})s", (session, asked, ""))
        return list(portal.request(asking).get("shortcuts", ()))

    def _tell(self, shortcuts: list[Any]) -> None:
        known: dict[str, Any] = dict(shortcuts)
        words = str(known.get(DICTATE, {}).get("trigger_description", ("s", ""))[1])
        if words:
            log.info("the desktop tells of the hotkey from now on")
            self._report(Heard(trigger=words))
            return
        self._report(
            Heard(
                problem=HotkeyUnavailable(
                    "The desktop has given Dictate no hotkey.",
                    "Choose a key for Dictate in the keyboard settings of the desktop.",
                )
            )
        )

    def _act(self, shortcut: str, is_down: bool) -> None:
        if shortcut not in self._keys:
            return
        at_s = time.monotonic()
        (self._down.add if is_down else self._down.discard)(shortcut)
        for key in self._keys[shortcut]:
            self._on_key(key, is_down, at_s)

    def _release_all(self) -> None:
        for shortcut in sorted(self._down):
            self._act(shortcut, False)
