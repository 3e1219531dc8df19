"""What the program has set itself to reach, and whether this run says it does."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.results import FASTER_WHISPER, OURS, Results, Row

MODEL = "base"
BUILTIN = "builtin"


@dataclass(frozen=True, slots=True)
class Bar:
    """One aim, what was measured, and the verdict; ``reached`` is None where nothing was."""

    aim: str
    wanted: str
    measured: str
    reached: bool | None


def judge(results: Results) -> list[Bar]:
    """Return all bars for the base model on the CPU."""
    return [
        _faster(results, gap_ms=300, times=5.0),
        _faster(results, gap_ms=0, times=3.0),
        _long_takes(results),
        _ready(results),
        _streamed(results),
        _extra(results),
        _idle(results),
        _press(results),
        _pre_roll(results),
    ]


def _faster(results: Results, gap_ms: int, times: float) -> Bar:
    aim = f"3 s phrase, release {gap_ms} ms after the last word: against faster-whisper"
    ours, theirs = (_best(results, engine, 3, gap_ms) for engine in (OURS, FASTER_WHISPER))
    wanted = f"at least {times:g} times faster"
    if ours is None or theirs is None:
        return _missing(aim, wanted)
    ratio = theirs.median_ms / ours.median_ms
    said = (
        f"{ratio:.1f} times ({ours.median_ms:.0f} ms against {theirs.median_ms:.0f} ms, "
        f"its {theirs.compute_type})"
    )
    return Bar(aim, wanted, said, ratio >= times)


def _long_takes(results: Results) -> Bar:
    aim, wanted = "60 s dictation against its own 3 s phrase", "at most 1.5 times as long"
    long, short = (_best(results, OURS, seconds, 300) for seconds in (60, 3))
    if long is None or short is None:
        return _missing(aim, wanted)
    ratio = long.median_ms / short.median_ms
    said = f"{ratio:.2f} times ({long.median_ms:.0f} ms against {short.median_ms:.0f} ms)"
    return Bar(aim, wanted, said, ratio <= 1.5)


def _ready(results: Results) -> Bar:
    aim, wanted = "text ready at release when the gap is 700 ms", "at least 60 % of takes"
    ours = _best(results, OURS, 3, 700)
    if ours is None:
        return _missing(aim, wanted)
    said = f"{ours.ready_share:.0%} of {ours.takes}"
    return Bar(aim, wanted, said, ours.ready_share >= 0.6)


def _streamed(results: Results) -> Bar:
    aim = "text of streamed 60 s takes against one full decode (built-in model)"
    wanted = "at most 1 % word difference"
    heard = [one for one in results.streamed if one.model == BUILTIN]
    whole_words = sum(one.whole_words for one in heard)
    if not whole_words:
        return _missing(aim, wanted)
    different = sum(one.different for one in heard)
    takes = sum(one.takes for one in heard)
    share = different / whole_words
    said = f"{share:.1%} ({different} of {whole_words} words in {takes} takes)"
    return Bar(aim, wanted, said, share <= 0.01)


def _press(results: Results) -> Bar:
    aim = "key press to the first sample that is kept, stream open (simulated microphone)"
    wanted = "under 30 ms"
    pressed = next((press for press in results.presses if not press.pre_roll_ms), None)
    if pressed is None:
        return _missing(aim, wanted)
    said = (
        f"{max(0.0, pressed.begins_median_ms):.0f} ms (worst of {pressed.presses}: "
        f"{max(0.0, pressed.begins_latest_ms):.0f} ms); the first 32 ms of sound are in memory "
        f"after {pressed.first_frame_median_ms:.0f} ms"
    )
    return Bar(aim, wanted, said, pressed.begins_median_ms < 30)


def _pre_roll(results: Results) -> Bar:
    aim, wanted = "the same with pre-roll", "nothing of the first word is lost"
    pressed = next((press for press in results.presses if press.pre_roll_ms), None)
    if pressed is None:
        return _missing(aim, wanted)
    said = (
        f"with {pressed.pre_roll_ms} ms of it takes begin {-pressed.begins_median_ms:.0f} ms "
        f"before the press (least of {pressed.presses}: {-pressed.begins_latest_ms:.0f} ms)"
    )
    return Bar(aim, wanted, said, pressed.begins_latest_ms < 0)


def _extra(results: Results) -> Bar:
    aim, wanted = "processor time of the engine with decoding ahead", "at most 1.6 plain decodes"
    if not results.ahead:
        return _missing(aim, wanted)
    said = ", ".join(f"{cost.ratio:.2f} ({cost.scenario_s} s)" for cost in results.ahead)
    return Bar(aim, wanted, said, all(cost.ratio <= 1.6 for cost in results.ahead))


def _idle(results: Results) -> Bar:
    aim, wanted = "program idle, without its window", "under 1 % of a core"
    idle = results.idle
    if idle is None:
        return _missing(aim, wanted)
    said = (
        f"{idle.core_share:.1%} over {idle.seconds:.0f} s; memory {idle.core_mb:.0f} MB, "
        f"and {idle.engine_mb:.0f} MB in the engine with its model loaded"
    )
    return Bar(aim, wanted, said, idle.core_share < 0.01)


def _best(results: Results, engine: str, scenario_s: int, gap_ms: int) -> Row | None:
    """Return the fastest: of a rival the compute type that suits this machine best."""
    found = results.find(engine, MODEL, scenario_s, gap_ms)
    if engine == OURS:
        found = [row for row in found if row in results.ours()]
    return found[0] if found else None


def _missing(aim: str, wanted: str) -> Bar:
    return Bar(aim, wanted, "not measured in this run", None)
