"""One take while it is captured: frames are kept whole, speech is marked, the end is decided."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from dictate.audio.level import peak_dbfs, rms_dbfs
from dictate.domain import (
    FRAME_SAMPLES,
    SAMPLE_RATE_HZ,
    Recording,
    Samples,
    Span,
    TakeId,
)
from dictate.errors import MicrophoneLost
from dictate.events import (
    LevelMeasured,
    NoticeRaised,
)
from dictate.ports import (
    AudioInput,
    Journal,
    Publish,
    SpeechDetector,
    TakeJournal,
)
from dictate.session import tail
from dictate.session.ahead import Heard
from dictate.session.dead import DeadWatch, dead
from dictate.session.slow_open import PATIENCE_S
from dictate.session.supply import Supply
from dictate.session.tail import falls_silent, keep_listening
from dictate.store.none import NoJournal, NoTakeJournal
from dictate.store.shelf import SHORTEST_SAMPLES
from dictate.vad.segmenter import Segmenter, SegmenterOptions

log = logging.getLogger(__name__)

FRAME_S = FRAME_SAMPLES / SAMPLE_RATE_HZ

PAUSES_MS = (256.0, 600.0)
"""When a pause is told. Eight frames are longer than the closure of a consonant and shorter than
waiting for the key; a pause of the second length ends a sentence more often than not."""

ONSET_FRAMES = 2
"""Frames of speech that have gone by when a span opens."""


@dataclass(frozen=True, slots=True)
class Intake:
    """Where takes come from and how they are captured."""

    audio: AudioInput
    segmenter: SegmenterOptions
    max_take_s: float
    decode_ahead: bool = False
    """Tell pauses, so that what was said until then can be decoded while the user speaks."""
    journal: Journal = field(default_factory=NoJournal)
    """Where the sound is kept until its text has arrived."""
    open_patience_s: float = PATIENCE_S
    """So long a microphone may take to open before the user is told."""


class Running:
    """Marks other threads put on the take being captured: plain attributes, each set once."""

    def __init__(self, take: TakeId, patience_s: float = 0.0) -> None:
        self.take = take
        self.patience_s = patience_s
        self.released_at_s: float | None = None
        self.hurry = False
        """The next take waits: no tail."""
        self.dropped = False
        self.source: Supply | None = None

    def attach(self, source: Supply) -> None:
        """There is a source to tell; what was said before counts."""
        self.source = source
        if self.released_at_s is not None:
            source.release()
        if self.hurry:
            source.hurry()

    def release(self, at_s: float) -> None:
        """The key is up."""
        self.released_at_s = at_s
        if self.source is not None:
            self.source.release()

    def hurry_up(self) -> None:
        """The next take waits."""
        self.hurry = True
        if self.source is not None:
            self.source.hurry()

    def drop(self) -> None:
        """Forget the take, also when no frame comes any more."""
        self.dropped = True
        if self.source is not None:
            self.source.stop()


class FrameLog:
    """The frames of a take in order. One thread appends, any may cut what is there."""

    def __init__(self) -> None:
        self.frames: list[Samples] = []

    def cut(self, span: Span) -> Samples:
        """Return a copy of these samples, as far as they have come."""
        first, last = span.start_sample // FRAME_SAMPLES, -(-span.end_sample // FRAME_SAMPLES)
        part = np.concatenate(self.frames[first:last])
        offset = first * FRAME_SAMPLES
        return part[span.start_sample - offset : span.end_sample - offset]

    def joined(self) -> Samples:
        """Return all samples in one array, which the frames are parts of from then on."""
        if not self.frames:
            return np.zeros(0, np.float32)
        whole = np.concatenate(self.frames)
        self.frames = list(whole.reshape(-1, FRAME_SAMPLES))  # half an hour is not kept twice
        return whole


class TakeCapture:
    """Collects one take from a source that is already running."""

    def __init__(
        self,
        source: Supply,
        detector: SpeechDetector,
        intake: Intake,
        clock: Callable[[], float],
    ) -> None:
        self._source = source
        self._detector = detector
        self._segmenter = Segmenter(intake.segmenter)
        self._longest_frames = int(intake.max_take_s / FRAME_S)
        self._clock = clock
        self._log = FrameLog()
        self._begin_journal = intake.journal.begin
        self._journal: TakeJournal = NoTakeJournal()
        self._voiced_to = 0
        self._resumed_at = 0
        self._paused = True
        self._pauses_told = len(PAUSES_MS)
        self._spans: list[Span] = []
        self._interrupted = ""
        self._detector_broke = False
        self._zeros = DeadWatch()
        self._vad_s = 0.0

    def run(
        self,
        running: Running,
        publish: Publish,
        tell_pause: Callable[[Heard, FrameLog], None] = lambda _heard, _log: None,
    ) -> None:
        """Take frames until the take is over, dropped, or the last device is gone.

        ``tell_pause`` is called for each pause in speech, at each of ``PAUSES_MS``; once the key
        is up, at the first sign of one.
        Raises MicrophoneLost, or whatever else went wrong, only when not a single frame had come.
        """
        running.attach(self._source)
        if running.dropped:
            return
        try:
            for frame in self._source.frames():
                if running.dropped:
                    return
                if not self._log.frames:
                    self._journal = self._begin_journal(running.take, self._source.name)
                self._journal.write(frame)
                publish(self._hear(frame))
                if self._zeros.tells(frame):
                    publish(NoticeRaised(dead(self._source.name)))
                if self._pauses(has_released=running.released_at_s is not None):
                    tell_pause(self._heard(), self._log)
                if self._over(running):
                    self._source.stop()
        except MicrophoneLost as error:
            if not self._log.frames:
                raise
            self._interrupted = error.message
        except Exception as error:  # what was captured is worth more than knowing why
            if not self._log.frames:
                raise
            log.error("capture broke off: %s", type(error).__name__)
            self._interrupted = f"The recording broke off ({type(error).__name__})."
        finally:
            self._journal.close()

    @property
    def told_dead(self) -> bool:
        """The user knows already that only zeros come."""
        return self._zeros.has_told

    def recording(self) -> Recording:
        """Return what was captured."""
        spans = [*self._spans, *filter(None, [self._segmenter.flush()])]
        heard = len(self._log.frames) * FRAME_SAMPLES
        return Recording(
            samples=self._log.joined(),
            speech=tuple(spans),
            device=self._source.name,
            overflows=self._source.overflows,
            interrupted=self._interrupted,
            vad_ms=self._vad_s * 1000,
            voiced_to=self._voiced_to,
            resumed_at=self._resumed_at,
            kept=not isinstance(self._journal, NoTakeJournal) and heard >= SHORTEST_SAMPLES,
        )

    def _hear(self, frame: Samples) -> LevelMeasured:
        began_s = time.perf_counter()
        span = self._segmenter.push(self._probability(frame))
        self._vad_s += time.perf_counter() - began_s
        self._log.frames.append(frame)
        self._mark()
        if span is not None:
            self._spans.append(span)
        return LevelMeasured(rms_dbfs(frame), peak_dbfs(frame), self._segmenter.in_speech)

    def _probability(self, frame: Samples) -> float:
        """Ask the detector; one that breaks must not cost a word, so an error counts as speech."""
        try:
            return self._detector.probability(frame)
        except Exception as error:  # noqa: BLE001 - whatever its library throws
            if not self._detector_broke:
                log.error("the voice detector broke: %s", type(error).__name__)
            self._detector_broke = True
            return 1.0

    def _mark(self) -> None:
        """Note where speech was last, and where it began again after a pause."""
        heard = len(self._log.frames) * FRAME_SAMPLES
        if self._segmenter.in_speech and self._segmenter.silence_ms == 0:
            if self._paused:
                self._resumed_at = max(0, heard - FRAME_SAMPLES * ONSET_FRAMES)
            self._paused = False
            self._pauses_told = 0
            self._voiced_to = heard

    def _pauses(self, *, has_released: bool) -> bool:
        """Tell, once for each of its lengths, that there is a pause."""
        told = self._pauses_told
        if told == len(PAUSES_MS):
            return False
        enough_ms = tail.PAUSE_MS if has_released and told == 0 else PAUSES_MS[told]
        if self._segmenter.silence_ms < enough_ms:
            return False
        self._paused = True
        self._pauses_told += 1
        return True

    @property
    def _silence_s(self) -> float | None:
        """How long nothing was said, None where nothing was said at all."""
        heard = len(self._log.frames) * FRAME_SAMPLES
        return (heard - self._voiced_to) / SAMPLE_RATE_HZ if self._voiced_to else None

    def _heard(self) -> Heard:
        open_span = self._segmenter.open_span
        return Heard(
            until=len(self._log.frames) * FRAME_SAMPLES,
            voiced_to=self._voiced_to,
            resumed_at=self._resumed_at,
            speech=(*self._spans, *([open_span] if open_span else [])),
        )

    def _over(self, running: Running) -> bool:
        if len(self._log.frames) >= self._longest_frames:
            limit_s = self._longest_frames * FRAME_S
            told = f"{limit_s / 60:.0f} minutes" if limit_s > 100 else f"{limit_s:.0f} seconds"
            self._interrupted = f"The recording was ended after {told}."
            return True
        if running.hurry:
            return True
        if running.released_at_s is None:
            return falls_silent(
                len(self._log.frames) * FRAME_S, self._silence_s, running.patience_s
            )
        return not keep_listening(
            self._clock() - running.released_at_s,
            self._source.latency_s,
            self._segmenter.silence_ms / 1000,
        )
