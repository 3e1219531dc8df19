"""Draws the medians as a bar chart, in SVG written by hand."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from benchmarks.results import OURS, Row

WIDTH = 760
LEFT = 300
RIGHT = 90
BAR = 16
STEP = 20
GROUP_GAP = 34
TOP = 56
OUR_COLOUR, THEIR_COLOUR = "#2f6fd6", "#9aa3af"
STYLE = (
    "text{font-family:system-ui,sans-serif;font-size:13px;fill:#1f2937}"
    ".head{font-size:15px;font-weight:600}.group{font-weight:600}"
    "@media(prefers-color-scheme:dark){text{fill:#e5e7eb}}"
)


def draw(rows: Sequence[Row], model: str) -> str:
    """Return the picture of one model's rows: a group of bars for each scenario and gap."""
    chosen = [row for row in rows if row.model == model]
    longest = max((row.median_ms for row in chosen), default=1.0)
    scale = (WIDTH - LEFT - RIGHT) / longest
    parts: list[str] = []
    y = TOP
    for scenario_s, gap_ms in dict.fromkeys((row.scenario_s, row.gap_ms) for row in chosen):
        title = f"{scenario_s} s of speech, key up {gap_ms} ms after the last word"
        parts.append(_text(16, y, title, "group"))
        y += 8
        for row in (r for r in chosen if (r.scenario_s, r.gap_ms) == (scenario_s, gap_ms)):
            parts += _bar(row, y, max(1.0, row.median_ms * scale))
            y += STEP
        y += GROUP_GAP
    head = _text(16, 26, f"From key up to text, {model} model: median in ms, shorter is better")
    body = "\n".join([head, *parts])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{y - GROUP_GAP + 16}" '
        f'role="img" aria-label="Median time from key up to text">\n<style>{STYLE}</style>\n'
        f"{body}\n</svg>\n"
    )


def _bar(row: Row, y: int, length: float) -> list[str]:
    colour = OUR_COLOUR if row.engine == OURS else THEIR_COLOUR
    label = f"{row.engine}, {row.compute_type}"
    return [
        f'<text x="{LEFT - 8}" y="{y + 13}" text-anchor="end">{escape(label)}</text>',
        f'<rect x="{LEFT}" y="{y}" width="{length:.1f}" height="{BAR}" rx="2" fill="{colour}"/>',
        f'<text x="{LEFT + length + 6:.1f}" y="{y + 13}">{row.median_ms:.0f}</text>',
    ]


def _text(x: int, y: int, text: str, kind: str = "head") -> str:
    return f'<text x="{x}" y="{y}" class="{kind}">{escape(text)}</text>'
