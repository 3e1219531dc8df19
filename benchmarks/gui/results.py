"""The numbers of one run of the GUI's benchmark, and what they must reach."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median

from benchmarks.bars import Bar
from benchmarks.gui.usage import Memory

ICON_S, WINDOW_MS, BLOCK_MS = 1.0, 200.0, 50.0
OVERLAY_SHARE = 0.03
MEMORY_MB, GROWTH_MB = 150.0, 10.0
FIRST_TAKE, LAST_TAKE = 20, 200


@dataclass(frozen=True, slots=True)
class Start:
    """One start of the program."""

    icon_s: float
    answer_s: float
    """Until it answers commands."""


@dataclass(frozen=True, slots=True)
class Opening:
    """One window, opened for the first time and once more."""

    window: str
    first_ms: float
    again_ms: float
    block_ms: float
    """The longest block while it was opened for the first time and filled."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What the overlay costs of a core while sound comes."""

    show: str
    gui_share: float
    server_share: float
    """Of the X server, which here paints on the processor."""
    frames_per_s: float


@dataclass(frozen=True, slots=True)
class Blocked:
    """Takes under one condition."""

    condition: str
    takes: int
    seconds: float
    longest_ms: float
    computed_ms: float
    """Of the longest block the GUI thread itself computed."""
    queued_ms: float
    """Of it the thread waited for a processor that others had."""
    where: str


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that one run gave."""

    starts: tuple[Start, ...] = ()
    from_disk: Start | None = None
    openings: tuple[Opening, ...] = ()
    costs: tuple[Cost, ...] = ()
    blocked: tuple[Blocked, ...] = ()
    idle: Memory | None = None
    used: Memory | None = None
    """After takes, and with every window opened once."""
    takes: dict[int, Memory] = field(default_factory=dict)
    """After so many takes."""


def judge(results: Results) -> list[Bar]:
    """Return all bars."""
    return [
        *_start(results),
        _windows(results),
        _overlay(results),
        _memory(results),
        *(_block(one) for one in results.blocked),
        _growth(results),
    ]


def _start(results: Results) -> list[Bar]:
    aim, wanted = "cold start to the icon in the tray", f"under {ICON_S:g} s"
    if not results.starts:
        return [_missing(aim, wanted)]
    icon_s = median(start.icon_s for start in results.starts)
    answer_s = median(start.answer_s for start in results.starts)
    said = (
        f"{icon_s:.2f} s (median of {len(results.starts)}); "
        f"the whole program is there after {answer_s:.2f} s"
    )
    if results.from_disk is not None:
        said += (
            f"; with its files read from the disk {results.from_disk.icon_s:.2f} and "
            f"{results.from_disk.answer_s:.2f} s"
        )
    return [Bar(aim, wanted, said, icon_s < ICON_S)]


def _windows(results: Results) -> Bar:
    aim, wanted = "from the request to the first frame of a window", f"under {WINDOW_MS:.0f} ms"
    if not results.openings:
        return _missing(aim, wanted)
    worst = max(results.openings, key=lambda one: one.first_ms)
    said = f"{worst.first_ms:.0f} ms at most, for the first opening ({worst.window})"
    return Bar(aim, wanted, said, worst.first_ms < WINDOW_MS)


def _overlay(results: Results) -> Bar:
    aim, wanted = "overlay at 30 frames/s", f"under {OVERLAY_SHARE:.0%} of a core"
    shares = {one.show: one for one in results.costs}
    if not {"off", "full"} <= shares.keys():
        return _missing(aim, wanted)
    parts, worst = [], 0.0
    for show in ("minimal", "full"):
        if show in shares:
            more = shares[show].gui_share - shares["off"].gui_share
            worst = max(worst, more)
            parts.append(f"{more:.1%} ({show}, {shares[show].frames_per_s:.0f} frames/s)")
    return Bar(aim, wanted, f"{' and '.join(parts)} more than without it", worst < OVERLAY_SHARE)


def _memory(results: Results) -> Bar:
    aim, wanted = "memory of the process with the GUI (USS)", f"under {MEMORY_MB:.0f} MB"
    if results.idle is None:
        return _missing(aim, wanted)
    idle = results.idle
    said = (
        f"{idle.own_mb:.0f} MB, of it {idle.own_data_mb:.0f} MB data of its own; resident with "
        f"libraries that others share {idle.resident_mb:.0f} MB"
    )
    return Bar(aim, wanted, said, idle.own_mb < MEMORY_MB)


def _block(one: Blocked) -> Bar:
    aim = f"longest block of the GUI thread: {one.condition}"
    said = (
        f"{one.longest_ms:.0f} ms, of it {one.computed_ms:.0f} computing and {one.queued_ms:.0f} "
        f"waiting for a processor (takes: {one.takes}, {one.seconds:.0f} s)"
    )
    return Bar(aim, f"under {BLOCK_MS:.0f} ms", said, one.longest_ms < BLOCK_MS)


def _growth(results: Results) -> Bar:
    aim = f"memory from take {FIRST_TAKE} to take {LAST_TAKE}, overlay on"
    wanted = f"at most {GROWTH_MB:.0f} MB more"
    if not {FIRST_TAKE, LAST_TAKE} <= results.takes.keys():
        return _missing(aim, wanted)
    before, after = results.takes[FIRST_TAKE], results.takes[LAST_TAKE]
    data_mb = after.own_data_mb - before.own_data_mb
    own_mb = after.own_mb - before.own_mb
    said = f"{data_mb:+.1f} MB data of its own ({own_mb:+.1f} MB USS)"
    return Bar(aim, wanted, said, data_mb <= GROWTH_MB)


def _missing(aim: str, wanted: str) -> Bar:
    return Bar(aim, wanted, "not measured in this run", None)
