"""The key codes nobody uses, lent to characters the layout lacks, and empty again afterwards.

A property on the root window names the codes while they are lent, so that a run after a crash can
empty them. Whoever uses this holds the connection.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from dictate import keysyms
from dictate.output import x11_plan as plan

XlibObject: TypeAlias = Any
"""python-xlib has no types."""

_PROPERTY = "_DICTATE_SPARE_KEYCODES"


class SpareKeys:
    """The spare codes of one X server. Making it empties what a crashed run has left."""

    def __init__(self, display: XlibObject) -> None:
        self._display = display
        self._root = display.screen().root
        self._mark = display.intern_atom(_PROPERTY)
        info = display.display.info
        self.first_code: int = info.min_keycode
        self._count = info.max_keycode - info.min_keycode + 1
        self.bound: frozenset[int] = frozenset()
        """Codes that mean something now because of us."""
        self._strokes: dict[str, plan.Stroke] = {}
        self._empty(self._left_by_a_crash())

    def read_map(self) -> plan.Rows:
        """Return the keyboard map without what is lent: that is nobody's layout."""
        rows = self._fetch()
        self._forget_overwritten(rows)
        for code in self.bound:
            rows[code - self.first_code] = ()
        return rows

    def room(
        self, text: str, known: Mapping[str, plan.Stroke], rows: plan.Rows
    ) -> tuple[dict[str, plan.Stroke], tuple[int, ...]]:
        """Return what can be typed without binding more, and the codes free for the rest.

        Characters of the texts before stay where they are; when room gets short they all go.
        """
        spares = plan.spare_codes(rows, self.first_code)
        fresh = tuple(code for code in spares if code not in self.bound)
        missing = {char for char in text if char not in known and char not in self._strokes}
        if len(missing) > len(fresh):
            return dict(known), spares
        return {**self._strokes, **known}, fresh

    def bind(
        self, bindings: Mapping[int, tuple[int, int]], strokes: Mapping[str, plan.Stroke]
    ) -> None:
        """Give codes their keysyms; ``strokes`` says which characters that makes."""
        kept = {char: s for char, s in self._strokes.items() if s.code not in bindings}
        self._strokes = {**kept, **strokes}
        self.bound |= bindings.keys()
        self._write_mark()
        self._change(bindings)

    def restore(self) -> None:
        """Empty all lent codes."""
        self._empty(sorted(self.bound))
        self.bound, self._strokes = frozenset(), {}

    def _fetch(self) -> list[Sequence[int]]:
        return list(self._display.get_keyboard_mapping(self.first_code, self._count))

    def _forget_overwritten(self, rows: plan.Rows) -> None:
        """Drop bindings another program has replaced meanwhile (setxkbmap empties them all)."""
        self._strokes = {
            char: stroke
            for char, stroke in self._strokes.items()
            if rows[stroke.code - self.first_code][stroke.shift] == keysyms.keysym_of(char)
        }
        self.bound = frozenset(stroke.code for stroke in self._strokes.values())

    def _change(self, bindings: Mapping[int, tuple[int, int]]) -> None:
        # Grabbed, so that nobody fetches a map that is half changed.
        self._display.grab_server()
        try:
            for run in plan.runs(bindings):
                self._display.change_keyboard_mapping(run[0], [bindings[code] for code in run])
        finally:
            self._display.ungrab_server()
            self._display.sync()

    def _empty(self, codes: Sequence[int]) -> None:
        if codes:
            self._change(dict.fromkeys(codes, (0, 0)))
            self._root.delete_property(self._mark)
            self._display.sync()

    def _write_mark(self) -> None:
        from Xlib import Xatom

        self._root.change_property(self._mark, Xatom.CARDINAL, 32, sorted(self.bound))

    def _left_by_a_crash(self) -> list[int]:
        """Return codes an earlier run lent and did not empty, if they still look like that."""
        from Xlib import Xatom

        left = self._root.get_full_property(self._mark, Xatom.CARDINAL)
        if left is None:
            return []
        rows = self._fetch()
        inside = [code - self.first_code for code in left.value]
        inside = [index for index in inside if 0 <= index < len(rows)]
        return [self.first_code + index for index in inside if _looks_lent(rows[index])]


def _looks_lent(row: Sequence[int]) -> bool:
    return any(row) and all(keysyms.char_of(sym) is not None for sym in row if sym)
