"""Ctrl, Shift, Alt and their like on an X server: which are held, and those that are locked.

What the user holds is waited for and never released: a key let go behind the user's back would be
up for every program, and pressed again it might stay down.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Collection, Iterator
from typing import Any, TypeAlias

from dictate import keysyms
from dictate.errors import TypingFailed
from dictate.output import x11_plan as plan
from dictate.output.choice import belong
from dictate.output.xkb import Xkb

XlibObject: TypeAlias = Any
"""python-xlib has no types."""

HELD_S = 1.0
"""How long held modifiers are waited for."""
_LOOK_S = 0.01


class Modifiers:
    """The modifiers of one connection; ``rest`` sleeps and returns True when the program ends."""

    def __init__(self, display: XlibObject, xkb: Xkb, rest: Callable[[float], bool]) -> None:
        self._display = display
        self._xkb = xkb
        self._rest = rest

    def wait(
        self, rows: plan.Rows, first_code: int, besides: Collection[str] = ()
    ) -> frozenset[str]:
        """Wait until none is held but those of a chord; return these. Raises TypingFailed."""
        end_s = time.monotonic() + HELD_S
        while not belong(held := self.held(rows, first_code), besides):
            if time.monotonic() > end_s or self._rest(_LOOK_S):
                raise TypingFailed(
                    "A modifier key (Ctrl, Alt, Shift, Super) was still held.",
                    "Let go of all keys before the text arrives.",
                )
        return held

    def held(self, rows: plan.Rows, first_code: int) -> frozenset[str]:
        """Return the names of the modifiers that are down."""
        down = self._keys_down()
        codes = {code for keys in self._display.get_modifier_mapping() for code in keys if code}
        return frozenset(_name(rows[code - first_code], code) for code in codes & down)

    def of_layout(self, rows: plan.Rows, first_code: int) -> plan.Modifiers:
        """Return the keys for Shift and AltGr, AltGr only where it really is a modifier."""
        mapping = self._display.get_modifier_mapping()
        in_use = {code for codes in mapping for code in codes if code}
        level3 = [
            first_code + index
            for index, row in enumerate(rows)
            if row and row[0] == keysyms.LEVEL3_SHIFT and first_code + index in in_use
        ]
        shift = plan.code_of(rows, first_code, keysyms.SHIFT_L)
        return plan.Modifiers(shift, level3[-1] if level3 else 0)

    @contextlib.contextmanager
    def unlocked(self, rows: plan.Rows, first_code: int) -> Iterator[None]:
        """Lift what is locked or latched (not Num Lock: no key pressed here depends on it)."""
        affect = 0xFF & ~self._num_lock_mask(rows, first_code)
        state = self._xkb.state()
        locks = state.locked & affect
        if not locks and not state.latched:
            yield
            return
        self._xkb.set_locks(affect, 0, drop_latches=True)
        try:
            yield
        finally:
            self._xkb.set_locks(affect, locks, drop_latches=False)
            self._display.sync()

    def _keys_down(self) -> set[int]:
        bits = self._display.query_keymap()
        return {byte * 8 + bit for byte in range(32) for bit in range(8) if bits[byte] >> bit & 1}

    def _num_lock_mask(self, rows: plan.Rows, first_code: int) -> int:
        code = plan.code_of(rows, first_code, keysyms.NUM_LOCK)
        mapping = self._display.get_modifier_mapping()
        return sum(1 << index for index, codes in enumerate(mapping) if code and code in codes)


def _name(row: plan.Row, code: int) -> str:
    first = row[0] if len(row) else 0
    return keysyms.NAMES.get(first, f"code_{code}")
