"""What the statistics are called and how they are told: parts, their colours, numbers in words."""

from __future__ import annotations

from collections.abc import Sequence

from dictate.assembly.statistics import PARTS, TYPING_WORDS_PER_MINUTE, Statistics, percentile
from dictate.gui.translation import number, percent, translate
from dictate.store.history_entry import Entry

COLOURS = dict(
    zip(
        PARTS,
        ("#4e79a7", "#9c755f", "#edc948", "#e15759", "#59a14f", "#b07aa1", "#76b7b2"),
        strict=True,
    )
)


def part_name(part: str) -> str:
    """Return what a part of a take is called."""
    return {
        "tail_ms": translate("Statistics", "last sound"),
        "load_ms": translate("Statistics", "loading"),
        "queue_ms": translate("Statistics", "waiting"),
        "decode_ms": translate("Statistics", "recognition"),
        "text_ms": translate("Statistics", "text"),
        "cleanup_ms": translate("Statistics", "clean-up"),
        "output_ms": translate("Statistics", "output"),
        "vad_ms": translate("Statistics", "voice detection, while speaking"),
    }[part]


def level_words(last: Sequence[Entry]) -> str:
    """Return what the two lines across the delays of these takes stand for."""
    if not last:
        return ""
    delays_ms = [entry.timings.release_to_text_ms for entry in last]
    words = translate(
        "Statistics", "Dashed: {median} ms, the median. Dotted: {p95} ms, 95 of 100 are faster."
    )
    return words.format(
        median=round(percentile(delays_ms, 0.5)), p95=round(percentile(delays_ms, 0.95))
    )


def lines(found: Statistics) -> list[str]:
    """Return the numbers in words."""
    if not found.takes:
        return [translate("Statistics", "The history is empty: dictate something first.")]
    said = [
        translate(
            "Statistics", "Takes: {takes}; minutes of speech: {minutes}; words: {words}; {saved}"
        ).format(
            takes=found.takes,
            minutes=number(found.speech_minutes, 1),
            words=found.words,
            saved=translate(
                "Statistics", "{minutes} minutes saved against typing {speed} words a minute"
            ).format(
                minutes=number(found.minutes_saved, 1), speed=f"{TYPING_WORDS_PER_MINUTE:.0f}"
            ),
        ),
        translate(
            "Statistics",
            "From the release to the text: {median} ms (median), {p95} ms (95 of 100); "
            "recognition takes {rtf} times as long as speaking",
        ).format(
            median=round(found.release_to_text_median_ms),
            p95=round(found.release_to_text_p95_ms),
            rtf=number(found.real_time_factor, 2),
        ),
        *_medians(found),
        translate("Statistics", "Corrected texts: {count} ({share})").format(
            count=found.corrected, share=percent(found.corrected / found.takes)
        ),
    ]
    unknown = translate("Statistics", "a model without a name")
    wrong = translate(
        "Statistics", "{model}: {share} of the words wrong (corrected texts: {count})"
    )
    said += [
        wrong.format(
            model=a.model or unknown, share=percent(a.word_error_rate, 1), count=a.corrected
        )
        for a in found.accuracy
    ]
    return said


def _medians(found: Statistics) -> list[str]:
    parts = [f"{part_name(name)} {ms:.0f} ms" for name, ms in found.parts if ms >= 0.5]
    if not parts:
        return []
    return [translate("Statistics", "Medians: {parts}").format(parts=", ".join(parts))]
