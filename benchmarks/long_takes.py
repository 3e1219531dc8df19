"""Long takes of which it is known what is said: one language each, with the pauses of dictation.

They are made of phrases: the shipped samples, their texts said again by espeak-ng's voices where it
is installed, and recordings of people where a real model can understand them.
"""

from __future__ import annotations

import csv
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.speech import Phrase, Spoken, phrases, spoken, trimmed
from benchmarks.speech_folder import speech_folder
from dictate.audio.file_source import read_audio

SECONDS = 60
ESPEAK = "espeak-ng"
VARIANTS = ("", "+m3", "+f2", "+m7", "+f4")
"""Of each language's voice: espeak-ng makes them by other formants."""
WORDS_A_MINUTE = (150, 165, 140)
PEOPLE_SET = "libri_test_other"
PEOPLE_LONGEST_S = 9.0
LANGUAGES = ("en", "de")


def recorded(takes: int) -> list[Spoken]:
    """Return takes made of the shipped samples, English and German in turn."""
    return [_take(number, phrases()) for number in range(takes)]


def synthesised(takes: int) -> list[Spoken]:
    """Return takes that espeak-ng says, none where it is not installed; each has one voice."""
    if shutil.which(ESPEAK) is None:
        return []
    return [_take(number, _said_again(number)) for number in range(takes)]


def people(takes: int) -> list[Spoken]:
    """Return takes made of recordings of people, each take of one speaker; none without them."""
    return list(islice(_speakers_takes(), takes))


def _take(number: int, known: tuple[Phrase, ...]) -> Spoken:
    language = LANGUAGES[number % len(LANGUAGES)]
    return spoken(SECONDS, number, [p for p in known if p.language == language])


@cache
def _said_again(number: int) -> tuple[Phrase, ...]:
    variant = VARIANTS[number % len(VARIANTS)]
    speed = WORDS_A_MINUTE[number % len(WORDS_A_MINUTE)]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "said.wav"
        return tuple(_said(phrase, phrase.language + variant, speed, path) for phrase in phrases())


def _said(phrase: Phrase, voice: str, speed: int, path: Path) -> Phrase:
    command = [ESPEAK, "-v", voice, "-s", str(speed), "-w", str(path), phrase.text]
    subprocess.run(command, check=True, capture_output=True, timeout=30)
    return Phrase(trimmed(read_audio(path)), phrase.text, phrase.language)


def _speakers_takes() -> Iterator[Spoken]:
    folder = speech_folder()
    if folder is None:
        return
    with (folder / "manifest.tsv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["set"] == PEOPLE_SET]
    short = [row for row in rows if float(row["duration_s"]) <= PEOPLE_LONGEST_S]
    speakers = dict.fromkeys(row["speaker"] for row in short)
    for number, speaker in enumerate(speakers):
        known = [
            Phrase(
                trimmed(read_audio(folder / PEOPLE_SET / row["file"])),
                row["text"],
                row["language"],
            )
            for row in short
            if row["speaker"] == speaker
        ]
        if len(known) >= 3:
            yield spoken(SECONDS, number, known)
