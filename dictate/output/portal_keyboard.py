"""Presses keys on Wayland through the desktop's portal for remote control: GNOME and KDE have it.

The desktop asks the user once; the permission is kept by a token in the state folder, good for one
start each. Who asks is a thread ``dictate-portal-ask``, since the answer may take minutes; until
then, and after a no, typing fails and the text goes another way. After the answer the connection
belongs to whoever types.

Keys are named by keysym. A desktop drops those its layout lacks and does not say so: hence only
texts of characters found on every Latin layout are typed, all others go through the clipboard.
"""

from __future__ import annotations

import contextlib
import logging
import os
import string
import threading
import time
from pathlib import Path

from dictate import host, keysyms
from dictate.errors import (
    OutputError,
    ServiceError,
    ServiceLost,
    ServiceRefused,
    TypingFailed,
    TypingInterrupted,
)
from dictate.output import chord as chords
from dictate.portal import SESSION, Asking, Portal
from dictate.session_bus import Body, SessionBus

log = logging.getLogger(__name__)

INTERFACE = "org.freedesktop.portal.RemoteDesktop"
TOKEN_NAME = "portal-keyboard"
ANSWER_S = 1.0
"""How long a text waits for a question to be answered that is still open."""

SURE = frozenset(string.ascii_letters + string.digits + " \t\n.,;:!?'\"()-_/&%+=*")
"""What every layout with Latin letters has a key for, and never as a dead one."""

_KEYBOARD = 1
_PERSISTENT = 2
_CLOSE_S = 1.0
_UP, _DOWN = 0, 1
_COPY = 'Set [output] method = "copy" and paste the text yourself.'


class TokenFile:
    """What brings a permission back that the user gave before. Losing it costs a question."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> str:
        """Return the token; empty when there is none."""
        try:
            return self._path.read_text(encoding="utf-8").strip()
        except (OSError, ValueError):
            return ""

    def write(self, token: str) -> None:
        """Keep a token for the next start, for this user alone."""
        fresh = self._path.with_name(f"{self._path.name}.new")
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh.unlink(missing_ok=True)
            number = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(number, "w", encoding="utf-8") as file:
                file.write(token)
            fresh.replace(self._path)


class PortalKeyboard:
    """A Keyboard. Raises TypingFailed where the desktop has no such portal; asks nothing yet."""

    def __init__(self, tokens: TokenFile | None = None) -> None:
        self._tokens = tokens or TokenFile(host.state_folder() / TOKEN_NAME)
        self._bus: SessionBus | None = None
        self._portal: Portal | None = None
        self._session = ""
        self._refusal: TypingFailed | None = None
        self._answered = threading.Event()
        self._closing = threading.Event()
        self._asking: threading.Thread | None = None
        self._lock = threading.Lock()
        _require_portal()

    def ask(self) -> None:
        """Let the desktop ask the user, or bring the permission back. Returns at once."""
        if self._asking is None and not self._closing.is_set():
            self._asking = threading.Thread(
                target=self._ask, name="dictate-portal-ask", daemon=True
            )
            self._asking.start()

    def type_text(self, text: str, pace_s: float = 0.0) -> None:
        """Type a text of sure characters. Raises TypingFailed or TypingInterrupted."""
        if not SURE.issuperset(text):
            raise TypingFailed("Not every key of this text can be pressed here.", _COPY)
        with self._lock:
            self._require_permission()
            for typed, char in enumerate(text):
                try:
                    self._stroke(_keysym(char))
                except ServiceError as error:
                    raise self._interrupted(error, typed) from error
                if pace_s:
                    time.sleep(pace_s)

    def press_chord(self, chord: str) -> None:
        """Press and release a chord such as ``ctrl+v``. Raises TypingFailed."""
        keys = [chords.keysym(name) for name in chords.parse(chord)]
        with self._lock:
            self._require_permission()
            held: list[int] = []
            try:
                for keysym in keys:
                    self._notify(keysym, _DOWN)
                    held.append(keysym)
            except ServiceError as error:
                raise self._interrupted(error, 0) from error
            finally:
                with contextlib.suppress(ServiceError):
                    for keysym in reversed(held):
                        self._notify(keysym, _UP)

    def close(self) -> None:
        """Give the keyboard back. Any number of times."""
        self._closing.set()
        asking, bus = self._asking, self._bus
        if asking is not None and asking.is_alive() and bus is not None:
            bus.cut()
            asking.join(_CLOSE_S)
        elif self._session and self._portal is not None:
            self._portal.close_session(self._session)
        self._hang_up()

    # -- permission ------------------------------------------------------------------------------

    def _hang_up(self) -> None:
        bus, self._bus, self._session = self._bus, None, ""
        if bus is not None:
            bus.close()

    def _ask(self) -> None:
        try:
            self._bus = SessionBus()
            if self._closing.is_set():
                raise ServiceLost("Dictate ends.")
            portal = self._portal = Portal(self._bus, INTERFACE)
            session = portal.create_session()
            portal.request(Asking("SelectDevices", "o", (session,), self._wishes(portal.version)))
            results = portal.request(Asking("Start", "os", (session, "")))
            if not int(results.get("devices", 0)) & _KEYBOARD:
                raise ServiceRefused("You gave Dictate no keyboard.")
        except ServiceError as error:
            log.info("no keyboard through the portal: %s", type(error).__name__)
            self._refusal = TypingFailed(error.message, error.next_step or _COPY)
        else:
            if token := str(results.get("restore_token", "")):
                self._tokens.write(token)
            self._session, self._refusal = session, None
            log.info("keys are pressed through the portal")
        self._answered.set()

    def _wishes(self, version: int) -> dict[str, tuple[str, object]]:
        wishes: dict[str, tuple[str, object]] = {"types": ("u", _KEYBOARD)}
        if version >= 2:  # tokens came with it
            wishes["persist_mode"] = ("u", _PERSISTENT)
            if token := self._tokens.read():
                wishes["restore_token"] = ("s", token)
        return wishes

    def _require_permission(self) -> None:
        """Raise TypingFailed unless keys may be pressed now."""
        self.ask()
        if not self._answered.wait(ANSWER_S):
            raise TypingFailed(
                "The desktop still asks whether Dictate may press keys.", "Answer its question."
            )
        if self._refusal is not None:
            raise self._refusal
        try:
            self._hear()
        except ServiceError as error:
            raise self._failed(error) from error

    def _hear(self) -> None:
        """Take in what the desktop said meanwhile. Raises ServiceError when it is over."""
        assert self._bus is not None and self._portal is not None
        while (received := self._bus.next(0.0)) is not None:
            if self._portal.has_gone(received):
                raise ServiceLost("The desktop's portal ended.")
            if (received.interface, received.path) == (SESSION, self._session):
                raise ServiceRefused(
                    "The desktop took the keyboard back.", "Start Dictate again to be asked anew."
                )

    def _failed(self, error: ServiceError) -> TypingFailed:
        """Return what is told; where only the connection is gone, ask for it again."""
        try:
            self._hear()  # why a key was refused has come before the refusal
        except ServiceError as reason:
            error = reason
        failure = TypingFailed(error.message, error.next_step or _COPY)
        self._hang_up()
        if isinstance(error, ServiceLost) and not self._closing.is_set():
            self._asking = None
            self._answered.clear()
            self.ask()
        else:
            self._refusal = failure
        return failure

    def _interrupted(self, error: ServiceError, typed: int) -> OutputError:
        failure = self._failed(error)
        if not typed:
            return failure
        return TypingInterrupted(failure.message, failure.next_step, typed)

    # -- keys ------------------------------------------------------------------------------------

    def _stroke(self, keysym: int) -> None:
        self._notify(keysym, _DOWN)
        self._notify(keysym, _UP)

    def _notify(self, keysym: int, state: int) -> None:
        assert self._portal is not None  # there is a permission
        body: Body = (self._session, {}, keysym, state)
        self._portal.call("NotifyKeyboardKeysym", "oa{sv}iu", body)


def _require_portal() -> None:
    """Raise TypingFailed unless the desktop could give a keyboard. Nothing is asked."""
    try:
        bus = SessionBus()
    except ServiceError as error:
        raise TypingFailed(error.message, error.next_step) from error
    try:
        types = Portal(bus, INTERFACE, named=False).get("AvailableDeviceTypes")
    except ServiceError as error:
        raise TypingFailed(error.message, error.next_step) from error
    finally:
        bus.close()
    if not (isinstance(types, int) and types & _KEYBOARD):
        raise TypingFailed("The desktop's portal has no keyboard to give.")


def _keysym(char: str) -> int:
    special = {"\n": keysyms.RETURN, "\t": keysyms.TAB}
    return special.get(char) or keysyms.keysym_of(char)
