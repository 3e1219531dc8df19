"""Programs made of Chromium, browsers and Electron's, tell what they show to listeners only.

With accessibility on they are on the bus. But none of their windows is called active before
somebody has registered for an event, and nothing is in a window before somebody asked for its
attributes. The first is done once for each such program and taken back at once, as it makes every
program on the bus send more; the second for the window that has the keyboard, and no other. Found
out by trying Chromium 156; a window that nobody asks for long may fall asleep again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

Node: TypeAlias = tuple[str, str]
Ask: TypeAlias = Callable[..., tuple[Any, ...] | None]
"""Takes node, interface, member, signature and arguments; None: no answer."""

TOOLKIT = "Chromium"
ACCESSIBLE = "org.a11y.atspi.Accessible"
REGISTRY = "org.a11y.atspi.Registry"
EVENT = "window:activate"
"""A rare one."""

_REGISTRY: Node = (REGISTRY, "/org/a11y/atspi/registry")
_ROOT_PATH = "/org/a11y/atspi/accessible/root"


class ChromiumWaker:
    """Knows which programs are of that kind, and which were woken."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._is_chromium: dict[str, bool] = {}
        self._introduced: set[str] = set()

    def introduce(self, programs: Iterable[Node]) -> bool:
        """Seem to listen, if there are programs that have not seen it; tell whether there were."""
        new = {owner for owner, _ in programs if self._is_one(owner)} - self._introduced
        if not new:
            return False
        self._introduced |= new
        return self._ask(_REGISTRY, REGISTRY, "RegisterEvent", "s", (EVENT,)) is not None

    def take_leave(self) -> None:
        """Listen no more. What was said of windows goes on being said."""
        self._ask(_REGISTRY, REGISTRY, "DeregisterEvent", "s", (EVENT,))

    def wake(self, frame: Node) -> bool:
        """Have a window tell what is in it; True if it did not until now, and will in a moment."""
        if not self._is_one(frame[0]):
            return False
        children = self._ask(frame, ACCESSIBLE, "GetChildren")
        self._ask(frame, ACCESSIBLE, "GetAttributes")
        return children is not None and not children[0]

    def _is_one(self, owner: str) -> bool:
        if owner not in self._is_chromium:
            asked = ("org.a11y.atspi.Application", "ToolkitName")
            node = (owner, _ROOT_PATH)
            told = self._ask(node, "org.freedesktop.DBus.Properties", "Get", "ss", asked)
            if told is None:
                return False  # it may answer the next time
            self._is_chromium[owner] = told[0][1] == TOOLKIT
        return self._is_chromium[owner]
