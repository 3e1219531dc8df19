"""The training utterances in memory: their log-mel, their rows, and ways to pick among them."""

import dataclasses
import json
import pathlib
import random

import mel
import noise
import numpy as np
from tokens import Tokens

NOISE_CLIPS = 240
NOISE_CLIP_S = 12
BABBLE_CLIPS = 40
BABBLE_SPEAKERS = (4, 9)


@dataclasses.dataclass(frozen=True)
class Row:
    """One utterance: where its frames lie, and what was said (no pieces: foreign)."""

    shard: int
    first: int
    frames: int
    language: str
    voice: str
    pieces: tuple[int, ...]


class Corpus:
    """Utterances of all shards in a folder; shards written later can be taken up at any time."""

    def __init__(self, folder: pathlib.Path, tokens: Tokens) -> None:
        self._folder, self._tokens = folder, tokens
        self._shards: list[np.ndarray] = []
        self.known: list[Row] = []
        self.foreign: list[Row] = []
        self.by_voice: dict[tuple[str, str], list[Row]] = {}

    def refresh(self) -> None:
        """Take up shards that have been finished since the last call."""
        for path in sorted(self._folder.glob("shard-*.json"))[len(self._shards) :]:
            number, first = len(self._shards), 0
            self._shards.append(np.load(path.with_suffix(".npy"), mmap_mode="r"))
            for row in json.loads(path.read_text()):
                pieces = tuple(self._tokens.encode(row["text"])) if row["known"] else ()
                found = Row(number, first, row["frames"], row["language"], row["voice"], pieces)
                first += row["frames"]
                (self.known if row["known"] else self.foreign).append(found)
                if row["known"]:
                    self.by_voice.setdefault((row["language"], row["voice"]), []).append(found)
        self.known.sort(key=lambda row: row.frames)
        self.foreign.sort(key=lambda row: row.frames)

    def frames(self, row: Row) -> mel.Mel:
        """Log10 mel power [frames, 80] of an utterance, a fresh copy."""
        shard = self._shards[row.shard]
        return np.asarray(shard[row.first : row.first + row.frames], dtype=np.float32)


def noise_bank(corpus: Corpus, seed: int) -> list[mel.Mel]:
    """Log10 mel power of made noises, and of babble: several utterances laid over each other."""
    generator = np.random.default_rng(seed)
    samples = NOISE_CLIP_S * mel.SAMPLE_RATE_HZ
    bank = [mel.log_power(noise.made(samples, generator)) for _ in range(NOISE_CLIPS)]
    picker = random.Random(seed)
    for _ in range(BABBLE_CLIPS):
        power = np.full((NOISE_CLIP_S * mel.FRAMES_PER_S, mel.BINS), 1e-10, dtype=np.float32)
        for _ in range(picker.randint(*BABBLE_SPEAKERS)):
            at = 0
            while at < len(power):
                said = corpus.frames(picker.choice(corpus.foreign))[: len(power) - at]
                power[at : at + len(said)] += 10**said * picker.uniform(0.1, 1)
                at += len(said) + picker.randrange(30)
        bank.append(np.log10(power))
    return bank
