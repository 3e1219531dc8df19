"""Speaks sentences with espeak-ng and flite: log-mel shards to train on, sound files to measure.

    python synthesise.py FOLDER --set train --count 28000
    python synthesise.py FOLDER --set test --count 2400

Sentence and voice of utterance number N follow from the seed and N alone. A training set holds no
held-out text and no held-out voice; a test or dev set holds nothing else.
"""

import argparse
import dataclasses
import functools
import json
import multiprocessing
import pathlib
import random
import subprocess
import tempfile
import wave

import foreign
import grammar
import mel
import numpy as np
import voices

SHARD_UTTERANCES = 2000
SHARE_FOREIGN = 0.2
SHARE_GERMAN = 0.27
# Frames further below the loudest one than this (log10 power) are silence around the utterance.
SILENCE_BELOW = 5.0
MARGIN_FRAMES = 2
LEAD_IN_S = 0.3
SEEDS = {"train": 1, "dev": 2, "test": 3}


@dataclasses.dataclass(frozen=True)
class Utterance:
    """What is said by which voice, and which held-out property it has."""

    number: int
    language: str
    text: str
    voice: str
    known: bool  # inside the vocabulary
    held_voice: bool
    held_text: bool
    frames: int = 0


def plan(purpose: str, number: int) -> tuple[Utterance, voices.Voice]:
    """Decide what utterance `number` of a set says, and how."""
    generator = random.Random(SEEDS[purpose] * 10_000_000 + number)
    held_voice = purpose != "train" and generator.random() < 0.5
    if generator.random() < SHARE_FOREIGN:
        language = generator.choices(["en", "de", "foreign"], [0.45, 0.2, 0.35])[0]
        voice = voices.draw(language, held_voice, generator)
        text = foreign.sentence(language, generator)
        return Utterance(number, language, text, voice.name, False, held_voice, False), voice
    # The measured cells are of equal size, so a test set holds as much German as English.
    german = SHARE_GERMAN if purpose == "train" else 0.5
    language = "de" if generator.random() < german else "en"
    held_text = purpose != "train"
    while True:
        said = grammar.sentence(language, generator)
        if said.held_out == held_text:
            break
    voice = voices.draw(language, held_voice, generator)
    return Utterance(number, language, said.text, voice.name, True, held_voice, held_text), voice


def speak(text: str, voice: voices.Voice, path: pathlib.Path) -> mel.Samples:
    """Have the synthesiser say `text`, through a file at `path`; 16 kHz, peak at 0.7."""
    if voice.program == "flite":
        command = ["flite", "-voice", voice.name]
        for name, value in (
            ("duration_stretch", voice.rate),
            ("int_f0_target_mean", voice.pitch),
            ("int_f0_target_stddev", voice.pitch_range),
        ):
            command += ["--setf", f"{name}={value:.2f}"]
        command += ["-t", text, "-o", str(path)]
    else:
        command = ["espeak-ng", "-v", voice.name, "-s", f"{voice.rate:.0f}"]
        command += ["-p", f"{voice.pitch:.0f}"]
        command += ["-g", str(voice.gap), "-w", str(path), text]
    subprocess.run(command, check=True, capture_output=True)
    with wave.open(str(path)) as file:
        rate_hz = file.getframerate()
        # espeak-ng leaves the length field of the header unset in places: take what is there.
        raw = np.frombuffer(file.readframes(1 << 30), dtype=np.int16)
    samples = mel.resampled(raw.astype(np.float32), rate_hz * voice.speed, mel.SAMPLE_RATE_HZ)
    return np.asarray(samples * (0.7 / max(1.0, float(np.abs(samples).max()))), dtype=np.float32)


def trimmed(log_power: mel.Mel) -> tuple[int, int]:
    """First frame and frame after the last one of the utterance, the silence around it left out."""
    loudness = log_power.max(axis=1)
    heard = np.flatnonzero(loudness > loudness.max() - SILENCE_BELOW)
    return max(0, int(heard[0]) - MARGIN_FRAMES), min(len(loudness), int(heard[-1]) + MARGIN_FRAMES)


def utterance(purpose: str, number: int) -> tuple[Utterance, mel.Samples]:
    """Plan and speak one utterance; the silence around it is cut off."""
    what, voice = plan(purpose, number)
    with tempfile.TemporaryDirectory() as folder:
        samples = speak(what.text, voice, pathlib.Path(folder) / "said.wav")
    first, last = trimmed(mel.log_power(samples))
    samples = samples[first * mel.HOP_SAMPLES : last * mel.HOP_SAMPLES]
    return dataclasses.replace(what, frames=last - first), samples


def _features(purpose: str, number: int) -> tuple[Utterance, np.ndarray]:
    what, samples = utterance(purpose, number)
    return what, mel.log_power(samples)[: what.frames].astype(np.float16)


def write_shards(folder: pathlib.Path, count: int, processes: int) -> None:
    """Write `shard-NNN.npy` (float16 log10 mel power, end to end) and its `.json` rows."""
    with multiprocessing.Pool(processes) as pool:
        for shard, first in enumerate(range(0, count, SHARD_UTTERANCES)):
            numbers = range(first, min(count, first + SHARD_UTTERANCES))
            made = pool.map(functools.partial(_features, "train"), numbers, chunksize=20)
            np.save(folder / f"shard-{shard:03d}.npy", np.concatenate([m for _, m in made]))
            rows = json.dumps([dataclasses.asdict(what) for what, _ in made])
            (folder / f"shard-{shard:03d}.json").write_text(rows)
            print(f"{first + len(made)} of {count} utterances", flush=True)


def write_wave(path: pathlib.Path, samples: mel.Samples) -> None:
    """Write samples as a mono 16-bit file at 16 kHz."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(mel.SAMPLE_RATE_HZ)
        file.writeframes((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())


def _sound(purpose: str, folder: pathlib.Path, number: int) -> Utterance:
    what, samples = utterance(purpose, number)
    lead_in = np.zeros(round(LEAD_IN_S * mel.SAMPLE_RATE_HZ), dtype=np.float32)
    write_wave(folder / f"{number:05d}.wav", np.concatenate([lead_in, samples, lead_in]))
    return what


def write_sounds(folder: pathlib.Path, purpose: str, count: int, processes: int) -> None:
    """Write one sound file per utterance and `rows.json`."""
    with multiprocessing.Pool(processes) as pool:
        work = functools.partial(_sound, purpose, folder)
        rows = pool.map(work, range(count), chunksize=20)
    (folder / "rows.json").write_text(json.dumps([dataclasses.asdict(row) for row in rows]))


def main() -> None:
    """Read the command line and write the set."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--set", choices=list(SEEDS), default="train", dest="purpose")
    parser.add_argument("--count", type=int, default=28_000)
    parser.add_argument("--processes", type=int, default=2)
    arguments = parser.parse_args()
    folder: pathlib.Path = arguments.folder
    folder.mkdir(parents=True, exist_ok=True)
    if arguments.purpose == "train":
        write_shards(folder, arguments.count, arguments.processes)
    else:
        write_sounds(folder, arguments.purpose, arguments.count, arguments.processes)


if __name__ == "__main__":
    main()
