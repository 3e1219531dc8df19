"""Measures an exported model on held-out sentences and voices, noise, and speech it cannot know.

    python evaluate.py FOLDER TEST --out RESULT.json [--human SPEECH] [--limit 320]

TEST is a set that `synthesise.py --set test` has written. SPEECH is a folder of human recordings
with a `manifest.tsv`; it is only ever measured, never trained on.
"""

import argparse
import csv
import json
import pathlib
import random
from collections.abc import Callable, Iterable
from typing import Any

import grammar
import mel
import noise
import numpy as np
from ear import Ear, Heard, read_wave
from faster_whisper.audio import decode_audio

# As in `export.DECODING`: what an engine does not type.
NO_SPEECH_THRESHOLD = 0.5
LOG_PROBABILITY_THRESHOLD = -0.3
NOISE_CLIPS = 200
TAKES = 40
TAKE_S = 29.0
Row = dict[str, Any]


def edits(said: list[str], heard: list[str]) -> int:
    """Fewest word insertions, deletions and substitutions between two texts."""
    costs = list(range(len(heard) + 1))
    for row, word in enumerate(said, 1):
        previous, costs[0] = costs[0], row
        for column, other in enumerate(heard, 1):
            best = min(previous + (word != other), costs[column] + 1, costs[column - 1] + 1)
            previous, costs[column] = costs[column], best
    return costs[-1]


def error_rate(pairs: Iterable[tuple[str, str]]) -> float:
    """Word error rate over (said, heard) texts, normalised."""
    wrong = total = 0
    for said, heard in pairs:
        wrong += edits(grammar.words(said), grammar.words(heard))
        total += len(grammar.words(said))
    return round(wrong / max(1, total), 4)


def share(claims: Iterable[bool]) -> float:
    """The part of the claims that hold."""
    listed = list(claims)
    return round(sum(listed) / max(1, len(listed)), 4)


def spread(values: list[float]) -> dict[str, float]:
    """Percentiles of a list."""
    return {f"p{p}": round(float(np.percentile(values, p)), 4) for p in (1, 5, 50, 95, 99)}


def is_rejected(heard: Heard) -> bool:
    """Whether an engine that goes by `dictate.json` would type nothing."""
    return (
        heard.no_speech_probability > NO_SPEECH_THRESHOLD
        or heard.mean_log_probability < LOG_PROBABILITY_THRESHOLD
        or not heard.text
    )


def cell(rows: list[Row], heard: list[Heard]) -> Row:
    """The figures of utterances inside the vocabulary."""
    pairs = [(row["text"], h.text) for row, h in zip(rows, heard, strict=True)]
    return {
        "utterances": len(rows),
        "texts": len({row["text"] for row in rows}),
        "word_error_rate": error_rate(pairs),
        "exact": share(grammar.words(s) == grammar.words(h) for s, h in pairs),
        "language_right": share(
            h.language == r["language"] for r, h in zip(rows, heard, strict=True)
        ),
        "wrongly_rejected": share(is_rejected(h) for h in heard),
        "no_speech": spread([h.no_speech_probability for h in heard]),
        "mean_log_probability": spread([h.mean_log_probability for h in heard]),
    }


def rejection(heard: list[Heard]) -> Row:
    """The figures of what is not to be typed."""
    return {
        "clips": len(heard),
        "rejected": share(is_rejected(h) for h in heard),
        "no_speech": spread([h.no_speech_probability for h in heard]),
        "mean_log_probability": spread([h.mean_log_probability for h in heard]),
    }


def voice_group(row: Row) -> str:
    """Which sort of voice spoke a test utterance."""
    if not row["held_voice"]:
        return "known voices"
    if row["voice"] == "rms":
        return "held-out flite voice"
    if row["voice"].startswith("en-gb-scotland"):
        return "held-out accent"
    return "held-out espeak variants"


def cells(rows: list[Row], listen: Callable[[Row], Heard], limit: int, parts: bool) -> Row:
    """Cells of language and voice; with `parts` also by the sort of held-out voice."""
    result: Row = {}
    for language in ("en", "de"):
        for held in (False, True):
            some = [r for r in rows if r["known"] and r["language"] == language]
            some = [r for r in some if r["held_voice"] == held][:limit]
            heard = [listen(row) for row in some]
            name = f"{language}, {'held-out' if held else 'known'} voices"
            result[name] = cell(some, heard)
            for group in sorted({voice_group(r) for r in some}) if parts and held else []:
                pairs = [
                    (r, h) for r, h in zip(some, heard, strict=True) if voice_group(r) == group
                ]
                result[f"{language}, {group}"] = cell([r for r, _ in pairs], [h for _, h in pairs])
            print(name, result[name], flush=True)
    return result


def noises(ear: Ear) -> Row:
    """Made noise of 2 to 12 s at all levels, and digital silence."""
    generator = np.random.default_rng(12_345)
    heard = []
    for _ in range(NOISE_CLIPS):
        samples = int(generator.uniform(2, 12) * mel.SAMPLE_RATE_HZ)
        level = 10 ** generator.uniform(-3, 0)
        heard.append(ear.hear(noise.made(samples, generator) * np.float32(level)))
    silent = [ear.hear(np.zeros(n * mel.SAMPLE_RATE_HZ, dtype=np.float32)) for n in range(1, 11)]
    return {"made noise": rejection(heard), "digital silence": rejection(silent)}


def joined(rows: list[Row], folder: pathlib.Path, number: int) -> tuple[mel.Samples, Row]:
    """A take of up to 29 s with pauses, of one language; its text and true sentence bounds."""
    generator = random.Random(number)
    language = "en" if number % 2 else "de"
    pool = [r for r in rows if r["known"] and r["language"] == language and not r["held_voice"]]
    parts, texts, bounds, at = [], [], [], 0
    for row in generator.sample(pool, 8):
        samples = read_wave(folder / f"{row['number']:05d}.wav")
        pause = np.zeros(int(generator.uniform(0.1, 1.0) * mel.SAMPLE_RATE_HZ), dtype=np.float32)
        if at + len(samples) + len(pause) > TAKE_S * mel.SAMPLE_RATE_HZ:
            break
        lead = round(0.3 * mel.SAMPLE_RATE_HZ)  # the silence around every test sound
        bounds.append((at + lead, at + len(samples) - lead))
        parts += [samples, pause]
        texts.append(row["text"])
        at += len(samples) + len(pause)
    hiss = np.random.default_rng(number).standard_normal(at).astype(np.float32) * 0.001
    seconds = [(a / mel.SAMPLE_RATE_HZ, b / mel.SAMPLE_RATE_HZ) for a, b in bounds]
    take = {"text": " ".join(texts), "language": language, "bounds": seconds}
    return np.concatenate(parts) + hiss, take


def takes(rows: list[Row], folder: pathlib.Path, ear: Ear) -> Row:
    """Takes of several sentences through faster-whisper, with timestamps."""
    pairs, errors_s, counted, languages = [], [], [], []
    for number in range(TAKES):
        samples, take = joined(rows, folder, number)
        heard = ear.transcribe(samples)
        pairs.append((take["text"], heard.text))
        languages.append(heard.language == take["language"])
        counted.append(len(heard.stamps) == len(take["bounds"]))
        if counted[-1]:
            for (a, b), (c, d) in zip(take["bounds"], heard.stamps, strict=True):
                errors_s += [abs(a - c), abs(b - d)]
    return {
        "takes": TAKES,
        "word_error_rate": error_rate(pairs),
        "language_right": share(languages),
        "segments_as_sentences": share(counted),
        "bound_error_s": spread(errors_s) if errors_s else {},
    }


def human(speech: pathlib.Path, ear: Ear) -> Row:
    """Recorded people and recorded noise: what is rejected, set by set."""
    groups: dict[str, list[Heard]] = {}
    with (speech / "manifest.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            samples = decode_audio(str(speech / row["set"] / row["file"]))
            groups.setdefault(row["set"], []).append(ear.hear(np.asarray(samples)))
    result = {name: rejection(heard) for name, heard in groups.items()}
    people = [h for name, heard in groups.items() if name != "noise" for h in heard]
    result["all people"] = rejection(people)
    return result


def measured(arguments: argparse.Namespace) -> Row:
    """All figures."""
    ear, folder = Ear(arguments.folder), arguments.test
    rows: list[Row] = json.loads((folder / "rows.json").read_text())

    def sound(row: Row) -> mel.Samples:
        return read_wave(folder / f"{row['number']:05d}.wav")

    def tight(row: Row) -> Heard:
        samples = sound(row)
        return ear.hear(samples, len(samples) / mel.SAMPLE_RATE_HZ + 2)

    limit, few = arguments.limit, max(20, arguments.limit // 3)
    strangers = [r for r in rows if not r["known"]][:limit]
    result: Row = {
        "faster-whisper": cells(rows, lambda row: ear.transcribe(sound(row)), limit, True),
        "10 s window": cells(rows, lambda row: ear.hear(sound(row), 10), few, False),
        "length + 2 s window": cells(rows, tight, few, False),
        "foreign": rejection([ear.hear(sound(row)) for row in strangers]),
        "takes": takes(rows, folder, ear),
        **noises(ear),
    }
    if arguments.human:
        result["human"] = human(arguments.human, ear)
    return result


def main() -> None:
    """Read the command line, measure, write the result."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("test", type=pathlib.Path)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--human", type=pathlib.Path)
    parser.add_argument("--limit", type=int, default=320)
    arguments = parser.parse_args()
    result = measured(arguments)
    arguments.out.write_text(json.dumps(result, indent=1) + "\n")
    print(json.dumps({k: v for k, v in result.items() if "window" not in k}, indent=1))


if __name__ == "__main__":
    main()
