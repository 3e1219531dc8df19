"""The three requests of the X keyboard extension needed here; python-xlib has none of it.

Wire formats from "The X Keyboard Extension: Protocol Specification", requests 0, 4 and 5.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

XlibObject: TypeAlias = Any
"""python-xlib has no types."""

_CORE_KEYBOARD = 0x0100


@dataclass(frozen=True, slots=True)
class KeyboardState:
    """Modifiers that count without being held, and the active layout group."""

    latched: int
    locked: int
    group: int


class Xkb:
    """The extension on one connection. Raises OSError when the server lacks it."""

    def __init__(self, display: XlibObject) -> None:
        from Xlib.protocol import rq

        self._display = display.display
        answer = display.query_extension("XKEYBOARD")
        if answer is None or not answer.present:
            raise OSError("the X server has no keyboard extension")
        self._opcode = answer.major_opcode

        def fields(*names: str) -> list[XlibObject]:
            return [rq.Card8(name) for name in names]

        def request(number: int, *body: XlibObject) -> tuple[XlibObject, ...]:
            return (rq.Card8("opcode"), rq.Opcode(number), rq.RequestLength(), *body)

        def reply(first: str, *body: XlibObject) -> tuple[XlibObject, ...]:
            sequence = rq.Card16("sequence_number")
            return (rq.ReplyCode(), rq.Card8(first), sequence, rq.ReplyLength(), *body)

        device, pad = rq.Card16("device"), rq.Pad(1)
        version = (rq.Card16("major"), rq.Card16("minor"))
        self._use = _request(rq, request(0, *version), reply("supported", *version, rq.Pad(20)))
        state = fields("mods", "base", "latched", "locked", "group", "locked_group")
        self._get_state = _request(
            rq, request(4, device, rq.Pad(2)), reply("device", *state, rq.Pad(18))
        )
        locks = fields("affect_locks", "locks", "lock_group", "group_lock")
        latches = fields("affect_latches", "latches")
        group = (pad, rq.Card8("latch_group"), rq.Card16("group_latch"))
        self._latch_lock = _request(rq, request(5, device, *locks, *latches, *group))
        if not self._use(self._display, opcode=self._opcode, major=1, minor=0).supported:
            raise OSError("the X server's keyboard extension is of another version")

    def state(self) -> KeyboardState:
        """Ask for the present state."""
        reply = self._get_state(self._display, opcode=self._opcode, device=_CORE_KEYBOARD)
        return KeyboardState(reply.latched, reply.locked, reply.group)

    def set_locks(self, affect: int, locks: int, drop_latches: bool) -> None:
        """Lock exactly ``locks`` among the modifiers ``affect``."""
        self._latch_lock(
            self._display,
            opcode=self._opcode,
            device=_CORE_KEYBOARD,
            affect_locks=affect,
            locks=locks,
            lock_group=0,
            group_lock=0,
            affect_latches=0xFF if drop_latches else 0,
            latches=0,
            latch_group=0,
            group_latch=0,
        )


def _request(
    rq: XlibObject, body: tuple[XlibObject, ...], reply: tuple[XlibObject, ...] | None = None
) -> XlibObject:
    """Return a python-xlib request class made of these fields."""
    if reply is None:
        return type("XkbRequest", (rq.Request,), {"_request": rq.Struct(*body)})
    parts = {"_request": rq.Struct(*body), "_reply": rq.Struct(*reply)}
    return type("XkbQuery", (rq.ReplyRequest,), parts)
