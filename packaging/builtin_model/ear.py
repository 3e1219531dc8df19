"""Listens with an exported model, through faster-whisper or with a window of any length."""

import dataclasses
import math
import pathlib
import wave

import ctranslate2
import mel
import numpy as np
from faster_whisper import WhisperModel
from tokens import Tokens

WINDOW_S = 30.0


@dataclasses.dataclass(frozen=True)
class Heard:
    """An answer of the model; `stamps` are the start and end of every segment, in seconds."""

    text: str
    language: str
    language_probability: float
    no_speech_probability: float
    mean_log_probability: float
    stamps: tuple[tuple[float, float], ...] = ()


def read_wave(path: pathlib.Path) -> mel.Samples:
    """Samples of a mono 16-bit file at 16 kHz."""
    with wave.open(str(path)) as file:
        raw = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2")
    return np.asarray(raw / 32768, dtype=np.float32)


class Ear:
    """One loaded model folder."""

    def __init__(self, folder: pathlib.Path, threads: int = 2) -> None:
        self.model = WhisperModel(
            str(folder), device="cpu", compute_type="int8", cpu_threads=threads
        )
        self._tokens = Tokens.read(folder / "tokenizer.json")

    def transcribe(self, samples: mel.Samples, language: str | None = None) -> Heard:
        """The usual path: faster-whisper, 30 s windows, timestamps, no rejection."""
        segments, info = self.model.transcribe(
            samples,
            language=language,
            beam_size=5,
            temperature=0.0,
            no_speech_threshold=None,
        )
        found = list(segments)
        return Heard(
            "".join(s.text for s in found).strip(),
            info.language,
            info.language_probability,
            max((s.no_speech_prob for s in found), default=1.0),
            min((s.avg_logprob for s in found), default=-math.inf),
            tuple((s.start, s.end) for s in found),
        )

    def hear(self, samples: mel.Samples, window_s: float = WINDOW_S, beam_size: int = 1) -> Heard:
        """One window of `window_s`, no timestamps; language detected."""
        features = mel.normalised(mel.log_power(samples)).T
        frames = round(min(WINDOW_S, window_s) * mel.FRAMES_PER_S)
        frames += frames % 2
        sound = np.zeros((1, mel.BINS, frames), dtype=np.float32)
        sound[0, :, : features.shape[1]] = features[:, :frames]
        memory = self.model.model.encode(ctranslate2.StorageView.from_array(sound))
        name, probability = self.model.model.detect_language(memory)[0][0]
        tokens = self._tokens
        prompt = [tokens.start, tokens.number(name), tokens.transcribe, tokens.no_timestamps]
        (result,) = self.model.model.generate(
            memory,
            [prompt],
            beam_size=beam_size,
            suppress_blank=True,
            return_scores=True,
            return_no_speech_prob=True,
        )
        numbers = result.sequences_ids[0]
        return Heard(
            tokens.decode(numbers),
            name.strip("<|>"),
            probability,
            result.no_speech_prob,
            result.scores[0],
        )
