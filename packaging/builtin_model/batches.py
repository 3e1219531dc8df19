"""Puts training batches together: takes of one or more utterances, noises, windows, and answers."""

import bisect
import dataclasses
import random

import augment
import mel
import numpy as np
import torch
from corpus import Corpus, Row
from tokens import Tokens
from torch import Tensor

# Frames one batch may hold, padding included: what keeps the two cores busy without idling.
FRAME_BUDGET = 2200
MAX_EXAMPLES = 16
WINDOW_FRAMES = 3000
IGNORED = -100
# A timestamp is off by one more easily than a word is; it must not drown the words in the loss.
STAMP_WEIGHT = 0.3
# The first answer (language or no speech) decides about the whole take.
FIRST_WEIGHT = 2.0
LONGEST_TARGET = 400
# Few: a network this small, trained this short, has no way to learn by heart.
MASKED_SHARE = 0.15
# Of the speech outside the vocabulary: every trained voice must be able to say nothing known.
SCRAMBLED_SHARE = 0.3
SNIPPET_FRAMES = (8, 30)
MAX_FIRST_STAMP_S = 1.0  # faster-whisper admits no later first timestamp


@dataclasses.dataclass(frozen=True)
class Mixture:
    """Shares of the kinds of examples; they change as training goes on."""

    noise: float = 0.07
    foreign: float = 0.17
    joined: float = 0.2
    medium_window: float = 0.12
    full_window: float = 0.06
    shortest: float = 1.0  # part of the utterances to draw single ones from, by length
    revoiced: float = 0.65  # how many utterances get another voice and tempo
    disturbed: float = 0.4  # how many takes get a room, another microphone and noise


LISTENING = Mixture(
    noise=0.04,
    foreign=0.0,
    joined=0.0,
    medium_window=0.0,
    full_window=0.0,
    shortest=0.4,
    revoiced=0.15,
    disturbed=0.1,
)
LISTENING_TO_ALL = Mixture(
    noise=0.04,
    foreign=0.0,
    joined=0.0,
    medium_window=0.0,
    full_window=0.0,
    revoiced=0.4,
    disturbed=0.2,
)
EARLY = Mixture(
    noise=0.05,
    foreign=0.12,
    joined=0.05,
    medium_window=0.05,
    full_window=0.01,
    revoiced=0.5,
    disturbed=0.3,
)
FULL = Mixture()


@dataclasses.dataclass
class Take:
    """Log-mel power of one training take, and the utterances in it with their bounds in frames."""

    frames: mel.Mel
    said: list[tuple[Row, int, int]]


@dataclasses.dataclass(frozen=True)
class Batch:
    """Tensors of one step; `ctc` holds all piece targets end to end, `lengths` their counts."""

    mel: Tensor
    tokens: Tensor
    targets: Tensor
    weights: Tensor
    ctc: Tensor
    lengths: Tensor


class Batches:
    """Draws batches from a corpus; the seed and the rank of the process decide everything."""

    def __init__(
        self, corpus: Corpus, tokens: Tokens, noises: list[mel.Mel], seed: int, rank: int
    ) -> None:
        self._corpus, self._tokens, self._noises = corpus, tokens, noises
        # All processes draw the same lengths, so that none waits for another.
        self._lengths = random.Random(seed)
        self._generator = random.Random(seed * 1000 + rank)

    def draw(self, mixture: Mixture) -> Batch:
        """One batch: a window length first, then takes that fit it."""
        lengths = self._lengths
        kind = lengths.random()
        joined = lengths.random() < mixture.joined
        takes: list[Take] = []
        if kind < mixture.full_window:
            window = WINDOW_FRAMES
        elif kind < mixture.full_window + mixture.medium_window:
            window = lengths.randrange(800, 1201)
        else:
            window = lengths.randrange(500, 2200) if joined else 0
        if window == 0:
            rows = self._neighbours(mixture.shortest)
            takes = [self._take([row], 0, mixture) for row in rows]
            longest = max(len(take.frames) for take in takes)
            window = min(WINDOW_FRAMES, longest + lengths.randrange(30))
        else:
            count = max(2, min(MAX_EXAMPLES, FRAME_BUDGET // window))
            for _ in range(count):
                many = joined or self._generator.random() < 0.5 * (mixture.joined > 0)
                takes.append(self._take(self._rows(many), window, mixture))
        return self._assembled(takes, window + window % 2)

    def _neighbours(self, shortest: float) -> list[Row]:
        """Single utterances of about one length."""
        known = self._corpus.known
        at = int(len(known) * shortest * self._lengths.random())
        count = max(2, min(MAX_EXAMPLES, FRAME_BUDGET // (known[at].frames + 60)))
        near = range(max(0, at - 200), min(len(known), at + 200))
        return [known[n] for n in self._generator.sample(near, count)]

    def _rows(self, many: bool) -> list[Row]:
        """Utterances of one take: in one language, half of the time in one voice."""
        generator = self._generator
        first = generator.choice(self._corpus.known)
        same_voice = self._corpus.by_voice[first.language, first.voice]
        rows = [first]
        while many and len(rows) < 9 and generator.random() < 0.85:
            row = generator.choice(same_voice if generator.random() < 0.7 else self._corpus.known)
            if row.language == first.language:
                rows.append(row)
        return rows

    def _take(self, rows: list[Row], limit: int, mixture: Mixture) -> Take:
        """Lay utterances into one take of at most `limit` frames (0: as long as they need)."""
        generator = self._generator
        kind = generator.random()
        if kind < mixture.noise:
            length = generator.randrange(40, limit) if limit else rows[0].frames
            return Take(self._noise(length), [])
        if kind < mixture.noise + mixture.foreign:
            rows = [self._stranger(row.frames) for row in rows]
        elif self._corpus.foreign and kind > 0.985:
            return Take(self._surroundings(self._corpus.frames(rows[0])[::-1].copy()), [])
        parts: list[mel.Mel] = []
        said: list[tuple[Row, int, int]] = []
        at = self._gap(parts, 0, generator.random() * (1.0 if limit else 0.5))
        for row in rows:
            scrambled = not row.pieces and generator.random() < SCRAMBLED_SHARE
            heard = self._scrambled(row.frames) if scrambled else self._corpus.frames(row)
            if generator.random() < mixture.revoiced:
                heard = augment.revoiced(heard, generator)
            if limit and at + len(heard) + 10 > limit:
                break
            parts.append(heard + np.float32(generator.uniform(-0.3, 0.3)))
            said.append((row, at, at + len(heard)))
            at = self._gap(parts, at + len(heard), generator.uniform(0.05, 1.6 if limit else 0.3))
        if not said:
            return Take(self._noise(limit), [])
        frames = np.concatenate(parts)[: limit or WINDOW_FRAMES]
        known = [entry for entry in said if entry[0].pieces]
        if generator.random() < mixture.disturbed:
            frames = self._surroundings(frames)
        return Take(frames, known)

    def _stranger(self, frames: int) -> Row:
        """An utterance from outside the vocabulary, at most about so long."""
        foreign = self._corpus.foreign
        at = max(20, bisect.bisect(foreign, frames, key=lambda row: row.frames))
        return foreign[self._generator.randrange(max(0, at - 400), at)]

    def _scrambled(self, frames: int) -> mel.Mel:
        """About so many frames of a known voice saying nothing: snippets shorter than words."""
        generator, corpus = self._generator, self._corpus
        first = generator.choice(corpus.known)
        voice = corpus.by_voice[first.language, first.voice]
        parts: list[mel.Mel] = []
        while frames > 0:
            heard = corpus.frames(generator.choice(voice))
            length = min(len(heard), generator.randrange(*SNIPPET_FRAMES))
            at = generator.randrange(len(heard) - length + 1)
            parts.append(heard[at : at + length])
            frames -= length
        return np.concatenate(parts)

    @staticmethod
    def _gap(parts: list[mel.Mel], at: int, length_s: float) -> int:
        """Append silence; where it ends."""
        frames = int(length_s * mel.FRAMES_PER_S)
        parts.append(np.full((frames, mel.BINS), mel.FLOOR, dtype=np.float32))
        return at + frames

    def _surroundings(self, frames: mel.Mel) -> mel.Mel:
        """Room, microphone, gain and noise around speech."""
        generator = self._generator
        if generator.random() < 0.25:
            frames = augment.reverberant(frames, generator)
        if generator.random() < 0.6:
            frames = augment.channelled(frames, generator)
        frames = frames + np.float32(generator.uniform(-3.0, 0.4))
        if generator.random() < 0.55:
            noise = generator.choice(self._noises)
            frames = augment.noisy(frames, noise, generator.uniform(0.7, 4.5), generator)
        if generator.random() < 0.85:
            floor = np.float32(generator.uniform(-9, -4))
            ripple = np.random.default_rng(generator.getrandbits(32))
            bed = floor + 0.25 * ripple.standard_normal(frames.shape, dtype=np.float32)
            frames = np.maximum(frames, bed)
        return np.maximum(frames, np.float32(mel.FLOOR))

    def _noise(self, length: int) -> mel.Mel:
        """Noise alone, from digital silence to loud."""
        generator = self._generator
        silence = np.full((length, mel.BINS), mel.FLOOR, dtype=np.float32)
        if generator.random() < 0.1:
            return silence
        noise = generator.choice(self._noises)
        first = generator.randrange(len(noise))
        part = np.take(noise, np.arange(first, first + length), axis=0, mode="wrap")
        if generator.random() < 0.5:
            part = augment.channelled(part, generator)
        part = part + np.float32(generator.uniform(-5, 0.5))
        return np.asarray(np.maximum(part, mel.FLOOR), dtype=np.float32)

    def _assembled(self, takes: list[Take], window: int) -> Batch:
        """Normalise, pad with zeros as faster-whisper does, and write the answers."""
        sound = np.zeros((len(takes), mel.BINS, window), dtype=np.float32)
        sequences = []
        for number, take in enumerate(takes):
            frames = take.frames[:window]
            if self._generator.random() < 0.3 and len(frames) < window:
                # A recording that runs on in silence, instead of the padding.
                frames = np.pad(frames, ((0, window - len(frames)), (0, 0)), mode="edge")
            normal = mel.normalised(frames)
            if take.said and self._generator.random() < MASKED_SHARE:
                augment.masked(normal, self._generator)
            sound[number, :, : len(normal)] = normal.T
            sequences.append(self._sequence(take))
        longest = max(len(tokens) for tokens, _, _ in sequences)
        end = self._tokens.end

        def padded(column: int, value: float, kind: torch.dtype) -> Tensor:
            rows = [[*s[column], *[value] * (longest - len(s[column]))] for s in sequences]
            return torch.tensor(rows, dtype=kind)

        pieces = [[p for row, _, _ in take.said for p in row.pieces] for take in takes]
        return Batch(
            mel=torch.from_numpy(sound),
            tokens=padded(0, end, torch.long),
            targets=padded(1, IGNORED, torch.long),
            weights=padded(2, 0.0, torch.float32),
            ctc=torch.tensor([p for row in pieces for p in row], dtype=torch.long),
            lengths=torch.tensor([len(p) for p in pieces], dtype=torch.long),
        )

    def _sequence(self, take: Take) -> tuple[list[int], list[int], list[float]]:
        """Decoder input, target and weight per position for a take."""
        generator, tokens = self._generator, self._tokens
        stamped = generator.random() < 0.5
        if take.said:
            language = tokens.languages[take.said[0][0].language]
            first, body = language, self._body(take, stamped)
        else:
            language = generator.choice(list(tokens.languages.values()))
            first, body = (
                tokens.no_speech,
                [tokens.first_stamp if stamped else tokens.no_timestamps],
            )
        prompt = self._prompt(take)
        sequence = [*prompt, tokens.start, language, tokens.transcribe, *body, tokens.end]
        head = len(prompt)
        inputs, targets = sequence[:-1], sequence[1:]
        targets[head] = first
        weights = [STAMP_WEIGHT if t >= tokens.first_stamp else 1.0 for t in targets]
        weights[head] = FIRST_WEIGHT
        # The caller gives what stands before the text: nothing to learn there.
        silent = [*range(head), head + 1]
        if not stamped or not take.said:
            silent.append(head + 2)
        for position in silent:
            targets[position], weights[position] = IGNORED, 0.0
        return inputs[:LONGEST_TARGET], targets[:LONGEST_TARGET], weights[:LONGEST_TARGET]

    def _body(self, take: Take, stamped: bool) -> list[int]:
        tokens = self._tokens
        if not stamped:
            return [tokens.no_timestamps, *(p for row, _, _ in take.said for p in row.pieces)]
        body: list[int] = []
        for number, (row, first, after) in enumerate(take.said):
            start_s, end_s = first / mel.FRAMES_PER_S, after / mel.FRAMES_PER_S
            start_s = min(start_s, MAX_FIRST_STAMP_S) if number == 0 else start_s
            body += [tokens.stamp(start_s), *row.pieces, tokens.stamp(end_s)]
        return body

    def _prompt(self, take: Take) -> list[int]:
        """At times the text before this window, as faster-whisper passes it on."""
        generator = self._generator
        if generator.random() >= 0.12:
            return []
        before = [p for _ in range(generator.randint(1, 4)) for p in self._any_pieces(take)]
        return [self._tokens.previous, *before[-100:]]

    def _any_pieces(self, take: Take) -> tuple[int, ...]:
        row = self._generator.choice(self._corpus.known)
        if take.said and row.language != take.said[0][0].language:
            return ()
        return row.pieces
