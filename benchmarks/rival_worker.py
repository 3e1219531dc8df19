"""The process of one rival: loads it, recognises takes, says how long that took.

Runs in whichever interpreter has the rival installed: ``python -m benchmarks.rival_worker``.
Messages come on standard input and go out on what was standard output; whatever the rival prints
goes to standard error. It is used as programs for dictation use it: the model is loaded before, the
whole take is given at once, and options are the library's own.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, TextIO, TypeAlias

import numpy as np
import numpy.typing as npt

from benchmarks.rival_protocol import (
    SIZES,
    Failed,
    Hear,
    Heard,
    Load,
    Loaded,
    Message,
    read,
    written,
)

Samples: TypeAlias = "npt.NDArray[np.float32]"
"""Mono float32 at 16 kHz in -1..1."""


@dataclass(frozen=True)
class Recogniser:
    """A rival whose model is loaded."""

    hear: Callable[[Samples], str]
    close: Callable[[], object] = lambda: None


def faster_whisper(load: Load) -> Recogniser:
    """Load faster-whisper: beam 5, the language detected."""
    model = import_module("faster_whisper").WhisperModel(
        load.weights, "cpu", compute_type=load.compute_type, local_files_only=True
    )

    def hear(samples: Samples) -> str:
        segments, _ = model.transcribe(samples)
        return "".join(segment.text for segment in segments)

    return Recogniser(hear)


def openai_whisper(load: Load) -> Recogniser:
    """Load openai-whisper: greedy, the language detected; half precision is for graphics cards."""
    weights = Path(load.weights)
    checkpoint = checkpoint_of(weights) if weights.suffix == ".npz" else weights
    model = import_module("whisper").load_model(str(checkpoint), device="cpu")
    return Recogniser(lambda samples: str(model.transcribe(samples, fp16=False)["text"]))


def whisper_cpp(load: Load) -> Recogniser:
    """Load whisper.cpp: greedy, in English.

    No timestamps: dictation needs none, and without them scripted weights, which never say where a
    sentence ended, are not decoded again and again in takes of more than one window.
    """
    model = import_module("pywhispercpp.model").Model(
        load.weights, no_timestamps=True, print_progress=False
    )

    def hear(samples: Samples) -> str:
        return " ".join(segment.text.strip() for segment in model.transcribe(samples))

    return Recogniser(hear)


def realtime_stt(load: Load) -> Recogniser:
    """Load RealtimeSTT with faster-whisper in it, its recording started and stopped by hand."""
    recorder = import_module("RealtimeSTT").AudioToTextRecorder(
        model=load.weights,
        device="cpu",
        compute_type=load.compute_type,
        use_microphone=False,
        spinner=False,
        no_log_file=True,
        min_length_of_recording=0,
        min_gap_between_recordings=0,
    )

    def hear(samples: Samples) -> str:
        pcm = (np.clip(samples, -1, 1) * 32767).astype(np.int16)
        recorder.start(frames=[pcm.tobytes()])
        recorder.stop()
        return str(recorder.text())

    return Recogniser(hear, recorder.shutdown)


RIVALS: dict[str, Callable[[Load], Recogniser]] = {
    "faster-whisper": faster_whisper,
    "openai-whisper": openai_whisper,
    "whisper.cpp": whisper_cpp,
    "RealtimeSTT": realtime_stt,
}


class Service:
    """Answers one message after another."""

    def __init__(self, rivals: dict[str, Callable[[Load], Recogniser]] | None = None) -> None:
        self._rivals = RIVALS if rivals is None else rivals
        self._recogniser: Recogniser | None = None

    def run(self, lines: Iterable[str], answers: TextIO) -> None:
        """Answer each line until there are no more."""
        for line in lines:
            answers.write(written(self._answer(line)))
            answers.flush()
        if self._recogniser is not None:
            self._recogniser.close()

    def _answer(self, line: str) -> Message:
        try:
            message = read(line)
            if isinstance(message, Load):
                self._recogniser = self._rivals[message.rival](message)
                return Loaded()
            if isinstance(message, Hear) and self._recogniser is not None:
                return _heard(self._recogniser, np.load(message.samples))
        except Exception as error:  # noqa: BLE001  # whatever a rival raises is its reason
            return Failed(f"{type(error).__name__}: {error}")
        return Failed("this cannot be asked now")


def checkpoint_of(archive: Path) -> Path:
    """Return the checkpoint that holds the weights of an archive, made on the first call."""
    torch: Any = import_module("torch")
    path = archive.with_suffix(".pt")
    if not path.is_file():
        arrays = dict(np.load(archive))
        sizes = {name: int(arrays.pop(name)) for name in list(arrays) if name.startswith(SIZES)}
        checkpoint = {
            "dims": {name.removeprefix(SIZES): size for name, size in sizes.items()},
            "model_state_dict": {name: torch.from_numpy(array) for name, array in arrays.items()},
        }
        unfinished = path.with_suffix(".unfinished")
        torch.save(checkpoint, unfinished)
        unfinished.rename(path)
    return path


def _heard(recogniser: Recogniser, samples: Samples) -> Heard:
    began_s = time.monotonic()
    text = recogniser.hear(samples)
    return Heard(text.strip(), (time.monotonic() - began_s) * 1000)


def main() -> None:
    """Keep standard output for the answers."""
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as answers:
        os.dup2(2, 1)
        sys.stdout = sys.stderr
        Service().run(sys.stdin, answers)


if __name__ == "__main__":
    main()
