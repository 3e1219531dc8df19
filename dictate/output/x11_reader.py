"""Fetches everything another program has on an X11 selection, also in instalments (INCR).

Procedure from the Inter-Client Communication Conventions Manual, section 2: ask for a format, be
told a property of our window that holds it, read and delete that. ``wait_for`` hands in the events
while the caller goes on answering others, so that two programs asking each other do not stall.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, TypeAlias

from dictate.errors import ClipboardFailed
from dictate.output import contents
from dictate.output.contents import Item

XlibObject: TypeAlias = Any
"""python-xlib has no types."""

WaitFor: TypeAlias = Callable[[Callable[[XlibObject], bool], float], XlibObject]
"""Returns the first event that passes the check, None at a time of ``time.monotonic()``."""

ANSWER_S = 0.5
"""An owner that says nothing for so long is dead: nobody can paste from it."""
NEEDED_S = 2.0
"""All that has to be saved must come within this time."""
WELCOME_S = 0.25
"""Further encodings of a picture are taken while this lasts."""

_ANY_TYPE = 0


class SelectionReader:
    """Reads selections into properties of one window of ours."""

    def __init__(self, display: XlibObject, window: XlibObject, wait_for: WaitFor) -> None:
        self._display = display
        self._window = window
        self._wait_for = wait_for
        self._property = display.intern_atom("DICTATE_TRANSFER")
        self._incr = display.intern_atom("INCR")

    def read_all(self, selection: int) -> dict[str, Item]:
        """Return all content of a selection that somebody else owns.

        Raises ClipboardFailed when it is there but too large or too slow to save.
        """
        began_s = time.monotonic()
        targets = self._fetch(selection, self._display.intern_atom("TARGETS"), began_s + ANSWER_S)
        if targets is None or targets.width != 32:
            return {}
        names = {self._name(atom): atom for atom in targets.data if atom}
        wanted = contents.wanted(list(names))
        found: dict[str, Item] = {}
        for name in wanted.needed:
            item = self._fetch(selection, names[name], began_s + NEEDED_S)
            if item is not None:
                found[name] = item
            elif time.monotonic() >= began_s + NEEDED_S:
                raise ClipboardFailed(
                    "What is on the clipboard could not be saved in time.",
                    "Set [output] keep_clipboard = false to have it replaced.",
                )
            contents.check_size(sum(each.size_bytes for each in found.values()))
        for name in wanted.welcome:
            item = self._fetch(selection, names[name], began_s + WELCOME_S)
            size_bytes = sum(each.size_bytes for each in found.values())
            if item is not None and size_bytes + item.size_bytes <= contents.MAX_BYTES:
                found[name] = item
        return {name: found[name] for name in names if name in found}

    def _name(self, atom: int) -> str:
        return str(self._display.get_atom_name(atom))

    def _fetch(self, selection: int, target: int, end_s: float) -> Item | None:
        from Xlib import X

        if time.monotonic() >= end_s:
            return None
        self._window.delete_property(self._property)
        self._window.convert_selection(selection, target, self._property, X.CurrentTime)
        self._display.flush()

        def answers(event: XlibObject) -> bool:
            return bool(
                event.type == X.SelectionNotify
                and event.selection == selection
                and event.target == target
            )

        answer = self._wait_for(answers, end_s)
        if answer is None or answer.property == X.NONE:
            return None
        got = self._window.get_full_property(self._property, _ANY_TYPE)
        if got is None:
            return None
        if got.property_type == self._incr:
            return self._instalments(end_s)
        self._window.delete_property(self._property)
        return self._item(got)

    def _instalments(self, end_s: float) -> Item | None:
        """Fetch piece by piece; deleting the property asks for the next, an empty one ends."""
        whole: Item | None = None
        self._window.delete_property(self._property)
        self._display.flush()
        while True:
            if self._wait_for(self._is_new_piece, end_s) is None:
                return None
            got = self._window.get_full_property(self._property, _ANY_TYPE)
            if got is None:
                continue  # an event of the piece before
            self._window.delete_property(self._property)
            self._display.flush()
            piece = self._item(got)
            if not piece.data:
                return whole or piece
            data = piece.data if whole is None else whole.data + piece.data  # type: ignore[operator]  # both of one width
            whole = Item(piece.type, piece.width, data)
            contents.check_size(whole.size_bytes)

    def _is_new_piece(self, event: XlibObject) -> bool:
        from Xlib import X

        return bool(
            event.type == X.PropertyNotify
            and event.window == self._window
            and event.atom == self._property
            and event.state == X.PropertyNewValue
        )

    def _item(self, got: XlibObject) -> Item:
        data = bytes(got.value) if got.format == 8 else tuple(int(unit) for unit in got.value)
        return Item(self._name(got.property_type), got.format, data)
