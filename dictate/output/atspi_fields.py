"""Fields of other programs through AT-SPI, the accessibility bus of Linux desktops.

Programs tell it what they show: GTK always, Qt and Chromium once accessibility is on. The numbers
of roles and states are those of ``atspi-constants.h``. A program that does not answer costs
``CALL_S``, or ``SEARCH_CALL_S``, and is left alone for a moment; if it does not answer again, for
``SHUNNED_S``. A search ends after ``SEARCH_S`` anyway.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from dictate.errors import ServiceLost, ServiceMissing, ServiceRefused
from dictate.output.atspi_chromium import ChromiumWaker
from dictate.output.field import AFTER_CHARACTERS, BEFORE_CHARACTERS, Reading, Spot
from dictate.session_bus import Address, SessionBus

CALL_S = 0.1
SEARCH_CALL_S = 0.3
"""Nobody waits for a search, and whether a field hides what is typed is worth some patience."""
SEARCH_S = 0.8
BUSY_S = 2.0
"""One that was quick until now may only be starting, or laying out a page."""
SHUNNED_S = 30.0
WAKE_S = 0.6
"""So long a window that has just been woken may take to tell what is in it."""
POLL_S = 0.02
MOST_OBJECTS = 1500
"""A page may hold many thousands; the search ends here."""

ACCESSIBLE = "org.a11y.atspi.Accessible"
COLLECTION = "org.a11y.atspi.Collection"
TEXT = "org.a11y.atspi.Text"
EDITABLE_TEXT = "org.a11y.atspi.EditableText"

_LAUNCHER = Address("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus")
_STATUS = Address("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Status")
_ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
_OBJECT = "\ufffc"
"""Stands for what is no text."""
_NOTHING = "/org/a11y/atspi/null"

_ACTIVE, _EDITABLE, _FOCUSABLE, _FOCUSED, _SHOWING = 1, 7, 11, 12, 25
_PASSWORD_TEXT, _TERMINAL, _DOCUMENT_WEB = 40, 60, 95
_EDITING = frozenset({61, 79})
"""Text and entry: Qt does not always say that these are editable."""
_NEVER_HOLD_FIELDS = frozenset({32, 33, 34, 35, 41, 48, 50, 54, 59})
"""List items, menus, scroll bars, separators, status bars: not looked into."""

Node: TypeAlias = tuple[str, str]
"""Name on the bus, and path."""


class AtspiFields:
    """A FieldReader. Raises ServiceMissing where there is no accessibility bus."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        session = SessionBus()
        try:
            (address,) = session.call(_LAUNCHER, "GetAddress")
        finally:
            session.close()
        self._bus = SessionBus({"DBUS_SESSION_BUS_ADDRESS": str(address)})
        self._clock = clock
        self._shunned_until_s: dict[str, float] = {}
        self._was_slow: set[str] = set()
        self._call_s = CALL_S
        self._chromium = ChromiumWaker(self._ask)

    def find(self) -> Spot | None:
        """Return the field that has the keyboard."""
        self._call_s = SEARCH_CALL_S
        try:
            return self._find(self._clock() + SEARCH_S)
        finally:
            self._call_s = CALL_S

    def _find(self, end_s: float) -> Spot | None:
        for frame in self._frames_with_keyboard(end_s):
            asleep = self._chromium.wake(frame)
            found = self._focused_in(frame, end_s)
            wake_s = self._clock() + WAKE_S
            while self._is_waking(found, asleep) and self._clock() <= wake_s:
                _rest()
                found = self._focused_in(frame, wake_s)
            if found is not None:
                return self._spot(found)
        return None

    def read(self, spot: Spot) -> Reading | None:
        """Return what stands around the caret, while the field has the keyboard."""
        node = (spot.owner, spot.path)
        if spot.secret or not spot.prose or not self._has(node, _FOCUSED):
            return None
        caret, length = self._number(node, "CaretOffset"), self._number(node, "CharacterCount")
        if caret is None or length is None or not 0 <= caret <= length:
            return None
        start, selected = caret, 0
        if self._ask(node, TEXT, "GetNSelections") not in (None, (0,)):
            bounds = self._ask(node, TEXT, "GetSelection", "i", (0,)) or (caret, caret)
            start, selected = min(bounds), abs(bounds[1] - bounds[0])
        before = self._ask(node, TEXT, "GetText", "ii", (max(0, start - BEFORE_CHARACTERS), start))
        if (
            before is None or _OBJECT in before[0]
        ):  # a page's paragraphs: where the caret is, is open
            return None
        after = self._after(node, start + selected, length)
        return Reading(str(before[0]), start, length, selected, after)

    def cut(self, spot: Spot, start: int, text: str) -> bool:
        """Delete ``text`` from ``start`` on, if it stands there."""
        node, end = (spot.owner, spot.path), start + len(text)
        if not self._has(node, _FOCUSED):
            return False
        if self._ask(node, TEXT, "GetText", "ii", (start, end)) != (text,):
            return False
        return self._ask(node, EDITABLE_TEXT, "DeleteText", "ii", (start, end)) == (True,)

    def close(self) -> None:
        """Leave the bus."""
        self._bus.close()

    def _after(self, node: Node, start: int, length: int) -> str:
        end = min(length, start + AFTER_CHARACTERS)
        answer = self._ask(node, TEXT, "GetText", "ii", (start, end)) if end > start else None
        return str(answer[0]).partition(_OBJECT)[0] if answer else ""

    # -- the search ------------------------------------------------------------------------------

    def _frames_with_keyboard(self, end_s: float) -> Iterator[Node]:
        frame = None
        for frame in self._active_frames(end_s):
            yield frame
        if frame is not None or not self._chromium.introduce(self._children(_ROOT)):
            return
        while frame is None and self._clock() <= end_s:
            _rest()
            frame = next(self._active_frames(end_s), None)
        self._chromium.take_leave()
        if frame is not None:
            yield frame

    def _is_waking(self, focused: Node | None, asleep: bool) -> bool:
        """Tell whether a window only begins to say what has the keyboard."""
        if focused is None or asleep:
            return asleep and (focused is None or not self._is_field(focused))
        # An empty page stands for one that is still coming; it cannot have the keyboard itself.
        return self._role(focused) == _DOCUMENT_WEB and not self._has(focused, _FOCUSABLE)

    def _active_frames(self, end_s: float) -> Iterator[Node]:
        for program in self._children(_ROOT):
            for frame in self._children(program):
                if self._clock() > end_s:
                    return
                if self._has(frame, _ACTIVE):
                    yield frame

    def _focused_in(self, frame: Node, end_s: float) -> Node | None:
        if self._has(frame, _FOCUSED) and self._role(frame) in _EDITING | {_PASSWORD_TEXT}:
            return frame  # a field that is a window
        found = self._ask(frame, COLLECTION, "GetMatches", *_focused_ones())
        if found and found[0]:
            return _node(found[0][0])
        # Not all programs answer that.
        waiting, left = deque([frame]), MOST_OBJECTS
        while waiting and left and self._clock() <= end_s:
            node, left = waiting.popleft(), left - 1
            states, role = self._states(node), self._role(node)
            if states >> _FOCUSED & 1 and node != frame:
                return node
            if states >> _SHOWING & 1 and role not in _NEVER_HOLD_FIELDS:
                waiting.extend(self._children(node))
        return None

    def _spot(self, node: Node) -> Spot | None:
        role = self._role(node)
        if role is None:
            return None
        prose = self._is_field(node) and role != _TERMINAL
        return Spot(*node, secret=role == _PASSWORD_TEXT, prose=prose)

    def _is_field(self, node: Node) -> bool:
        return self._has(node, _EDITABLE) or self._role(node) in _EDITING

    # -- one question each -----------------------------------------------------------------------

    def _children(self, node: Node) -> list[Node]:
        answer = self._ask(node, ACCESSIBLE, "GetChildren")
        return [_node(child) for child in answer[0] if child[1] != _NOTHING] if answer else []

    def _role(self, node: Node) -> int | None:
        answer = self._ask(node, ACCESSIBLE, "GetRole")
        return int(answer[0]) if answer else None

    def _states(self, node: Node) -> int:
        answer = self._ask(node, ACCESSIBLE, "GetState")
        return (
            sum(int(word) << (32 * place) for place, word in enumerate(answer[0])) if answer else 0
        )

    def _has(self, node: Node, state: int) -> bool:
        return bool(self._states(node) >> state & 1)

    def _number(self, node: Node, name: str) -> int | None:
        answer = self._ask(node, "org.freedesktop.DBus.Properties", "Get", "ss", (TEXT, name))
        value = answer[0][1] if answer else None
        return value if isinstance(value, int) else None

    def _ask(
        self,
        node: Node,
        interface: str,
        member: str,
        signature: str = "",
        body: tuple[Any, ...] = (),
    ) -> tuple[Any, ...] | None:
        """Return what the program answers; None when it refuses or takes too long."""
        owner, path = node
        if self._clock() < self._shunned_until_s.get(owner, 0.0):
            return None
        asked_s = self._clock()
        try:
            answer = self._bus.call(
                Address(owner, path, interface), member, signature, body, self._call_s
            )
        except (ServiceMissing, ServiceRefused):
            return None
        except ServiceLost:
            if self._clock() - asked_s < self._call_s:
                raise  # the bus itself
            rest_s = SHUNNED_S if owner in self._was_slow else BUSY_S
            self._was_slow.add(owner)
            self._shunned_until_s[owner] = self._clock() + rest_s
            return None
        self._was_slow.discard(owner)
        return answer


def _rest() -> None:
    threading.Event().wait(POLL_S)


def _node(pair: tuple[str, str]) -> Node:
    return str(pair[0]), str(pair[1])


def _focused_ones() -> tuple[str, tuple[Any, ...]]:
    """Return the arguments of GetMatches for one object with the state "focused"."""
    every = 1  # of the states named
    rule: tuple[Any, ...] = ([1 << _FOCUSED, 0], every, {}, every, [], every, [], every, False)
    by_place, one, deep = 1, 1, True
    return "(aiia{ss}iaiiasib)uib", (rule, by_place, one, deep)


def is_enabled() -> bool:
    """Tell whether the desktop asks programs to say what they show. Raises ServiceError."""
    bus = SessionBus()
    try:
        return bool(bus.get(_STATUS, "IsEnabled")) or bool(bus.get(_STATUS, "ScreenReaderEnabled"))
    finally:
        bus.close()
