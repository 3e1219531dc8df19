"""Answers programs that fetch what we have on X11 selections, large content in instalments.

The other side of ``x11_reader``, after the same manual: TARGETS, TIMESTAMP and MULTIPLE are
answered besides the formats themselves.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from dictate.output.contents import Contents, Item

XlibObject: TypeAlias = Any
"""python-xlib has no types."""

OnRead: TypeAlias = Callable[[int, str, int], None]
"""Told of every fetch: selection, format, window of the reader."""

CHUNK_BYTES = 200_000
"""One request to the server holds at most 256 KiB."""
STALLED_S = 10.0
"""A reader that does not ask for the next instalment for so long has gone."""


@dataclass(slots=True)
class Owned:
    """What we have on one selection."""

    contents: Contents
    since: int
    """The server's time when it became ours."""


@dataclass(slots=True)
class _Transfer:
    window: XlibObject
    property: int
    item: Item
    sent: int = 0
    touched_s: float = field(default_factory=time.monotonic)


class SelectionServer:
    """Holds our contents by selection and answers requests."""

    def __init__(self, display: XlibObject, on_read: OnRead) -> None:
        self._display = display
        self._on_read = on_read
        self._transfers: dict[tuple[int, int], _Transfer] = {}
        self.owned: dict[int, Owned] = {}

    def on_request(self, event: XlibObject) -> None:
        """Answer a SelectionRequest."""
        from Xlib import X
        from Xlib.protocol import event as events

        owned = self.owned.get(event.selection)
        # Clients from before the manual name no property: then the target's name serves.
        where = event.property or event.target
        done = owned is not None and self._convert(owned, event, event.target, where)
        answer = events.SelectionNotify(
            time=event.time,
            requestor=event.requestor,
            selection=event.selection,
            target=event.target,
            property=where if done else X.NONE,
        )
        event.requestor.send_event(answer)
        self._display.flush()

    def on_property(self, event: XlibObject) -> None:
        """Send the next instalment when a reader has deleted the one before."""
        from Xlib import X

        transfer = self._transfers.get((event.window.id, event.atom))
        if transfer is not None and event.state == X.PropertyDelete:
            self._send_piece(transfer)
        self._forget_stalled()

    # -- inside ----------------------------------------------------------------------------------

    def _convert(self, owned: Owned, event: XlibObject, target: int, where: int) -> bool:
        from Xlib import Xatom

        name = self._display.get_atom_name(target)
        window = event.requestor
        match name:
            case "TARGETS":
                atoms = [self._atom(n) for n in ("TARGETS", "TIMESTAMP", "MULTIPLE")]
                atoms += [self._atom(n) for n in owned.contents]
                window.change_property(where, Xatom.ATOM, 32, atoms)
            case "TIMESTAMP":
                window.change_property(where, Xatom.INTEGER, 32, [owned.since])
            case "MULTIPLE":
                return self._convert_several(owned, event, where)
            case _ if name in owned.contents:
                self._put(window, where, owned.contents[name])
                self._on_read(event.selection, name, window.id)
            case _:
                return False
        return True

    def _convert_several(self, owned: Owned, event: XlibObject, where: int) -> bool:
        pairs = event.requestor.get_full_property(where, 0)
        if pairs is None or pairs.format != 32:
            return False
        atoms = list(pairs.value)
        for index in range(0, len(atoms) - 1, 2):
            if not self._convert(owned, event, atoms[index], atoms[index + 1]):
                atoms[index + 1] = 0
        event.requestor.change_property(where, pairs.property_type, 32, atoms)
        return True

    def _put(self, window: XlibObject, where: int, item: Item) -> None:
        from Xlib import X

        if item.size_bytes <= CHUNK_BYTES:
            window.change_property(where, self._atom(item.type), item.width, item.data)
            return
        window.change_attributes(event_mask=X.PropertyChangeMask)
        window.change_property(where, self._atom("INCR"), 32, [item.size_bytes])
        self._transfers[(window.id, where)] = _Transfer(window, where, item)

    def _send_piece(self, transfer: _Transfer) -> None:
        from Xlib import X

        item = transfer.item
        units = CHUNK_BYTES // (item.width // 8)
        piece = item.data[transfer.sent : transfer.sent + units]
        transfer.window.change_property(transfer.property, self._atom(item.type), item.width, piece)
        transfer.sent += len(piece)
        transfer.touched_s = time.monotonic()
        if not piece:
            del self._transfers[(transfer.window.id, transfer.property)]
            if not any(key[0] == transfer.window.id for key in self._transfers):
                transfer.window.change_attributes(event_mask=X.NoEventMask)
        self._display.flush()

    def _forget_stalled(self) -> None:
        oldest_s = time.monotonic() - STALLED_S
        for key in [k for k, t in self._transfers.items() if t.touched_s < oldest_s]:
            del self._transfers[key]

    def _atom(self, name: str) -> int:
        return int(self._display.get_atom(name))
