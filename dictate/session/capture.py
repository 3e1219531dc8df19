"""One take while it is captured: frames are kept whole, speech is marked, the end is decided."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from dictate.audio.level import peak_dbfs, rms_dbfs
from dictate.domain import (
    FRAME_SAMPLES,
    SAMPLE_RATE_HZ,
    LevelMeasured,
    Recording,
    Samples,
    Span,
    TakeId,
)
from dictate.errors import MicrophoneLost
from dictate.ports import AudioInput, AudioSource, Publish, SpeechDetector
from dictate.session.tail import keep_listening
from dictate.vad.segmenter import Segmenter, SegmenterOptions

FRAME_S = FRAME_SAMPLES / SAMPLE_RATE_HZ


@dataclass(frozen=True, slots=True)
class Intake:
    """Where takes come from and how they are captured."""

    audio: AudioInput
    segmenter: SegmenterOptions
    max_take_s: float


class Running:
    """Marks other threads put on the take being captured: plain attributes, each set once."""

    def __init__(self, take: TakeId) -> None:
        self.take = take
        self.released_at_s: float | None = None
        self.hurry = False
        """The next take waits: no tail."""
        self.dropped = False
        self.source: AudioSource | None = None

    def drop(self) -> None:
        """Forget the take, also when no frame comes any more."""
        self.dropped = True
        if self.source is not None:
            self.source.stop()


class TakeCapture:
    """Collects one take from a source that is already running."""

    def __init__(
        self,
        source: AudioSource,
        detector: SpeechDetector,
        intake: Intake,
        clock: Callable[[], float],
    ) -> None:
        self._source = source
        self._detector = detector
        self._segmenter = Segmenter(intake.segmenter)
        self._longest_frames = int(intake.max_take_s / FRAME_S)
        self._clock = clock
        self._frames: list[Samples] = []
        self._spans: list[Span] = []
        self._interrupted = ""
        self._vad_s = 0.0
        self.device_lost = False

    def run(self, running: Running, publish: Publish) -> None:
        """Take frames until the take is over, dropped, or the device is gone.

        Raises MicrophoneLost only when not a single frame had come.
        """
        running.source = self._source
        if running.dropped:
            return
        try:
            for frame in self._source.frames():
                if running.dropped:
                    return
                publish(self._hear(frame))
                if self._over(running):
                    self._source.stop()
        except MicrophoneLost as error:
            if not self._frames:
                raise
            self.device_lost = True
            self._interrupted = error.message

    def recording(self) -> Recording:
        """Return what was captured."""
        spans = [*self._spans, *filter(None, [self._segmenter.flush()])]
        nothing = np.zeros(0, np.float32)
        return Recording(
            samples=np.concatenate(self._frames) if self._frames else nothing,
            speech=tuple(spans),
            device=self._source.name,
            overflows=self._source.overflows,
            interrupted=self._interrupted,
            vad_ms=self._vad_s * 1000,
        )

    def _hear(self, frame: Samples) -> LevelMeasured:
        began_s = time.perf_counter()
        span = self._segmenter.push(self._detector.probability(frame))
        self._vad_s += time.perf_counter() - began_s
        self._frames.append(frame)
        if span is not None:
            self._spans.append(span)
        return LevelMeasured(rms_dbfs(frame), peak_dbfs(frame), self._segmenter.in_speech)

    def _over(self, running: Running) -> bool:
        if len(self._frames) >= self._longest_frames:
            minutes = self._longest_frames * FRAME_S / 60
            self._interrupted = f"The recording was ended after {minutes:.0f} minutes."
            return True
        if running.hurry:
            return True
        if running.released_at_s is None:
            return False
        return not keep_listening(
            self._clock() - running.released_at_s,
            self._source.latency_s,
            self._segmenter.silence_ms / 1000,
        )
