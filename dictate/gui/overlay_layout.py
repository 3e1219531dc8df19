"""Where the overlay stands and what goes where in it: plain numbers in, plain numbers out. No Qt.

Lengths are in pixels that do not depend on the screen's density.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from dictate.settings.choices import (
    OverlayEdge,
)

HEIGHT_PX = 36
PADDING_PX = 10
GAP_PX = 8
SIGN_PX = 18
ARROW_PX = 12
CLOSE_PX = 20
BAR_PX, BAR_PITCH_PX = 2.5, 4.5
MINIMAL_BARS, FULL_BARS = 12, 30
TEXT_LINES = 3
FULL_WIDTH_PX = 400
WIDEST_WORD_PX = 460
TALL_LINE_PX = 20
MARGIN_PX = 28
"""Between the overlay and the edge of the screen."""
POINTER_ROOM_PX = 60
"""Nearer to the pointer than this the overlay goes to the other edge: people type where they
click."""
BALLOON_PX = (160, 100)
"""So far a notice reaches from the icon in the tray, to the sides and away from the edge."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Where it ends below."""
        return self.y + self.height

    def touches(self, other: Box, room_x: float = 0.0, room_y: float = 0.0) -> bool:
        """Tell whether another one overlaps it, or is nearer than this."""
        return (
            self.x - room_x < other.right
            and other.x < self.right + room_x
            and self.y - room_y < other.bottom
            and other.y < self.bottom + room_y
        )

    def holds(self, x: float, y: float, room: float = 0.0) -> bool:
        """Tell whether a point lies in it, or nearer to it than ``room``."""
        return (
            self.x - room <= x < self.x + self.width + room
            and self.y - room <= y < self.y + self.height + room
        )


@dataclass(frozen=True, slots=True)
class Need:
    """What there is to show, measured in the font in use."""

    label_px: float = 0.0
    """0 leaves the label out."""
    clock_px: float = 0.0
    bars: int = 0
    text_lines: int = 0
    line_px: float = 0.0
    has_arrow: bool = False
    """What is said leaves this machine."""
    is_wide: bool = False
    """As wide as the live text needs, whatever is in the row."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of the overlay in its own coordinates."""

    width: int
    height: int
    sign: Box
    arrow: Box
    label: Box
    bars: Box
    clock: Box
    close: Box
    text: Box


def lay_out(need: Need) -> Layout:
    """Return the parts in a row, live text below it."""
    label_px = min(need.label_px, WIDEST_WORD_PX)
    bars_px = need.bars * BAR_PITCH_PX
    arrow_px = ARROW_PX if need.has_arrow else 0
    middle = (px for px in (arrow_px, label_px, bars_px, need.clock_px) if px)
    parts = [SIGN_PX, *middle, CLOSE_PX]
    row_px = sum(parts) + GAP_PX * (len(parts) - 1) + 2 * PADDING_PX
    width = round(max(row_px, FULL_WIDTH_PX) if need.is_wide else row_px)
    height = round(max(HEIGHT_PX, need.line_px + 2 * GAP_PX))  # large fonts have their room
    row = height
    text = Box(PADDING_PX + 4, height - 2, 0, 0)
    if need.text_lines:
        text = Box(text.x, text.y, width - 2 * text.x, need.text_lines * need.line_px)
        height = round(text.y + text.height + PADDING_PX)
    sign = _in_row(row, PADDING_PX, SIGN_PX)
    arrow = _in_row(row, sign.x + sign.width + GAP_PX, arrow_px)
    label = _in_row(row, (arrow if arrow_px else sign).right + GAP_PX, label_px)
    close = _in_row(row, width - PADDING_PX - CLOSE_PX + 4, CLOSE_PX)
    clock = _in_row(row, close.x - GAP_PX - need.clock_px, need.clock_px)
    bars = _in_row(row, (clock.x if need.clock_px else close.x) - GAP_PX - bars_px, bars_px)
    return Layout(width, height, sign, arrow, label, bars, clock, close, text)


def _in_row(row: int, x: float, width: float) -> Box:
    height = width if width in (SIGN_PX, ARROW_PX, CLOSE_PX) else row - 12
    return Box(x, (row - height) / 2, width, height)


def edge_for(
    screen: Box, edge: OverlayEdge, pointer: tuple[float, float], tray: Box | None = None
) -> OverlayEdge:
    """Return the edge where it stands for one take.

    The other one when the pointer is there, else when the icon in the tray is: notices come up
    beside it.
    """
    other = OverlayEdge.TOP if edge is OverlayEdge.BOTTOM else OverlayEdge.BOTTOM
    for taken in (edge, other):
        if _reach(screen, taken).holds(*pointer, POINTER_ROOM_PX):
            return other if taken is edge else edge
    if tray is not None and _reach(screen, edge).touches(tray, *BALLOON_PX):
        return other
    return edge


def clear_of(screen: Box, tray: Box | None) -> Box:
    """Return the area without the panel with the icon, where nobody told that one is there.

    Only a panel in the way counts: one that the icon shows to be where the overlay would stand.
    """
    if tray is None:
        return screen
    for edge in OverlayEdge:
        if not _reach(screen, edge).touches(tray, 0, MARGIN_PX):
            continue
        if edge is OverlayEdge.BOTTOM:
            return Box(screen.x, screen.y, screen.width, max(0.0, tray.y - screen.y))
        below = max(screen.y, tray.bottom)
        return Box(screen.x, below, screen.width, max(0.0, screen.bottom - below))
    return screen


def _reach(screen: Box, edge: OverlayEdge) -> Box:
    """Return what it may cover at an edge."""
    size = (WIDEST_WORD_PX, HEIGHT_PX + TEXT_LINES * TALL_LINE_PX)
    return Box(*place(screen, size, edge), *size)


def place(screen: Box, size: tuple[float, float], edge: OverlayEdge) -> tuple[int, int]:
    """Return where the corner goes, for the middle of an edge."""
    width, height = size
    y = screen.y + MARGIN_PX
    if edge is OverlayEdge.BOTTOM:
        y = screen.y + screen.height - MARGIN_PX - height
    return round(screen.x + (screen.width - width) / 2), round(y)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one line that looks the same."""

    text: str
    is_tentative: bool


def last_lines(
    committed: str,
    tentative: str,
    width_px: float,
    measure: Callable[[str], float],
    count: int = TEXT_LINES,
) -> tuple[tuple[Run, ...], ...]:
    """Return the end of the text in at most ``count`` lines, committed and tentative apart."""
    lines = list(_wrapped(_words(committed, tentative), width_px, measure))
    return tuple(_runs(line) for line in lines[-count:])


def _words(committed: str, tentative: str) -> list[tuple[str, bool]]:
    words = [(word, False) for word in committed.split()]
    return [*words, *((word, True) for word in tentative.split())]


def _wrapped(
    words: list[tuple[str, bool]], width_px: float, measure: Callable[[str], float]
) -> Iterator[list[tuple[str, bool]]]:
    space_px = measure(" ")
    line: list[tuple[str, bool]] = []
    line_px = 0.0
    for word, is_tentative in words:
        for part in _pieces(word, width_px, measure):
            part_px = measure(part)
            if line and line_px + space_px + part_px > width_px:
                yield line
                line, line_px = [], 0.0
            line_px += part_px + (space_px if line else 0.0)
            line.append((part, is_tentative))
    if line:
        yield line


def _pieces(word: str, width_px: float, measure: Callable[[str], float]) -> Iterator[str]:
    """Cut a word that fits on no line: languages without spaces, long addresses."""
    while len(word) > 1 and measure(word) > width_px:
        fitting = max(1, int(len(word) * width_px / measure(word)))
        while fitting > 1 and measure(word[:fitting]) > width_px:
            fitting -= 1
        yield word[:fitting]
        word = word[fitting:]
    yield word


def _runs(line: list[tuple[str, bool]]) -> tuple[Run, ...]:
    return tuple(
        Run(" ".join(word for word, _ in group), is_tentative)
        for is_tentative, group in groupby(line, key=lambda item: item[1])
    )
