"""Which keys to press for a text on X11: pure decisions over the server's keyboard map.

Characters of the layout are pressed where they are; every other one is bound to a spare key code
first, one that has no keysym at all. When a text has more of those than there is room for, it is
typed in several batches, each with its own bindings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from dictate import keysyms

Row: TypeAlias = Sequence[int]
Rows: TypeAlias = Sequence[Row]
"""The keysyms of each key code, as GetKeyboardMapping answers."""

_TYPING_BLOCK_END = 120
"""Higher codes are media and phantom keys: a real key with Shift is safer than one of those."""

# Where the core protocol shows level 1, 2, 3, 4 of a group.
_LEVELS = {0: (0, 1, 4, 5), 1: (2, 3)}


@dataclass(frozen=True, slots=True)
class Stroke:
    """One key with the modifiers it needs."""

    code: int
    shift: bool = False
    level3: bool = False


@dataclass(frozen=True, slots=True)
class Modifiers:
    """The codes pressed for levels; 0 where the layout has none."""

    shift: int
    level3: int = 0


@dataclass(frozen=True, slots=True)
class Batch:
    """A stretch of the text that can be typed under one set of bindings."""

    text: str
    bindings: Mapping[int, tuple[int, int]]
    """Key code to its two levels' keysyms."""
    strokes: Mapping[str, Stroke]
    """What the bindings add."""


def code_of(rows: Rows, first_code: int, keysym: int) -> int:
    """Return the first key code that gives a keysym without modifiers, 0 when none does."""
    for index, row in enumerate(rows):
        if len(row) > 0 and row[0] == keysym:
            return first_code + index
    return 0


def layout_strokes(
    rows: Rows, first_code: int, group: int, modifiers: Modifiers
) -> dict[str, Stroke]:
    """Return what each character of the active layout group is typed with.

    Only the first two groups can be read in the core map; under a further one nothing is known.
    """
    found: dict[str, tuple[tuple[bool, int, int], Stroke]] = {}
    for level, column in enumerate(_LEVELS.get(group, ())):
        shift, level3 = level in (1, 3), level >= 2
        if (level3 and not modifiers.level3) or (shift and not modifiers.shift):
            continue
        for index, row in enumerate(rows):
            char = keysyms.char_of(row[column]) if column < len(row) else None
            if char is None:
                continue
            code = first_code + index
            rank = (code > _TYPING_BLOCK_END, level, code)
            if char not in found or rank < found[char][0]:
                found[char] = (rank, Stroke(code, shift, level3))
    strokes = {char: stroke for char, (_, stroke) in found.items()}
    for char, keysym in (("\n", keysyms.RETURN), ("\t", keysyms.TAB)):
        if code := code_of(rows, first_code, keysym):
            strokes[char] = Stroke(code)
    return strokes


def spare_codes(rows: Rows, first_code: int) -> tuple[int, ...]:
    """Return the codes without any keysym, neighbours first: they are bound in one request."""
    free = [first_code + index for index, row in enumerate(rows) if not any(row)]
    lengths = {code: len(run) for run in runs(free) for code in run}
    return tuple(sorted(free, key=lambda code: (-lengths[code], code)))


def runs(codes: Iterable[int]) -> Iterator[list[int]]:
    """Split codes into stretches without gaps, ascending."""
    run: list[int] = []
    for code in sorted(codes):
        if run and code != run[-1] + 1:
            yield run
            run = []
        run.append(code)
    if run:
        yield run


def batches(text: str, known: Mapping[str, Stroke], spares: Sequence[int]) -> list[Batch]:
    """Split a text so that each part's unknown characters have room on the spare codes.

    A code takes two characters, the second with Shift, only where one each does not suffice.
    Raises ValueError when there is something to bind and no spare code.
    """
    parts: list[tuple[str, list[str]]] = []
    begin, wanted = 0, dict[str, None]()
    for index, char in enumerate(text):
        if char in known or char in wanted:
            continue
        if not spares:
            raise ValueError("no spare key code")
        if len(wanted) == 2 * len(spares):
            parts.append((text[begin:index], list(wanted)))
            begin, wanted = index, {}
        wanted[char] = None
    parts.append((text[begin:], list(wanted)))
    return [_batch(part, chars, spares) for part, chars in parts if part]


def _batch(text: str, chars: Sequence[str], spares: Sequence[int]) -> Batch:
    if len(chars) <= len(spares):
        pairs = [(char, char) for char in chars]
    else:
        padded = [*chars, chars[-1]]
        pairs = [(padded[i], padded[i + 1]) for i in range(0, len(chars), 2)]
    bindings: dict[int, tuple[int, int]] = {}
    strokes: dict[str, Stroke] = {}
    for code, (plain, shifted) in zip(spares, pairs, strict=False):
        bindings[code] = (keysyms.keysym_of(plain), keysyms.keysym_of(shifted))
        strokes[shifted] = Stroke(code, shift=True)
        strokes[plain] = Stroke(code)
    return Batch(text, bindings, strokes)


def pieces(text: str, most: int) -> Iterator[str]:
    """Split a text into pieces of at most ``most`` characters."""
    for begin in range(0, len(text), most):
        yield text[begin : begin + most]


def key_events(
    text: str, strokes: Mapping[str, Stroke], modifiers: Modifiers
) -> list[tuple[int, bool]]:
    """Return the presses and releases for a text; modifiers change only where they have to."""
    events: list[tuple[int, bool]] = []
    shift = level3 = False
    for char in text:
        stroke = strokes[char]
        if stroke.shift != shift:
            shift = stroke.shift
            events.append((modifiers.shift, shift))
        if stroke.level3 != level3:
            level3 = stroke.level3
            events.append((modifiers.level3, level3))
        events += ((stroke.code, True), (stroke.code, False))
    if shift:
        events.append((modifiers.shift, False))
    if level3:
        events.append((modifiers.level3, False))
    return events
