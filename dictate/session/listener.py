"""Captures takes: opens the microphone, hears where speech is, hands over the recording.

One thread, ``dictate-listen``, owns the device and the voice detector. Others only put orders into
its inbox or mark the running take as released or dropped; the thread looks at the marks between
frames, that is every 32 ms. Between takes it looks after the microphone: it reports what has
changed and, with pre-roll, keeps one open.
"""

from __future__ import annotations

import contextlib
import logging
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from dictate.domain import (
    MicrophoneStatus,
    TakeId,
)
from dictate.errors import AudioError, DictateError
from dictate.events import (
    MicrophoneChanged,
    NoticeRaised,
)
from dictate.ports import Publish, SpeechDetector
from dictate.session.ahead import Heard
from dictate.session.capture import FrameLog, Intake, Running, TakeCapture
from dictate.session.commands import CaptureEnded, CaptureFailed, Command, Hearing, Paused
from dictate.session.dead import dead, is_dead
from dictate.session.slow_open import told_if_slow
from dictate.session.supply import Supply

log = logging.getLogger(__name__)

MICROPHONE_POLL_S = 2.0
"""How often to look for a better microphone while there is none or the wrong one, and whether the
one that is open between takes still works."""


@dataclass(frozen=True, slots=True)
class _Begin:
    take: TakeId


class Listener:
    """Turns presses into recordings, one at a time."""

    def __init__(
        self,
        intake: Intake,
        detector: Callable[[], SpeechDetector],
        *,
        post: Callable[[Command], None],
        publish: Publish,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._intake = intake
        self._make_detector = detector
        self._post = post
        self._publish = publish
        self._clock = clock
        self._detector: SpeechDetector | None = None
        self._inbox: queue.SimpleQueue[_Begin | Intake | None] = queue.SimpleQueue()
        self._running: dict[TakeId, Running] = {}
        self._microphone: MicrophoneStatus | None = None
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._run, name="dictate-listen", daemon=True)

    # -- any thread ------------------------------------------------------------------------------

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def begin(self, take: TakeId, patience_s: float = 0.0) -> None:
        """Capture a take as soon as the one before it is handed over, which is hurried up.

        With ``patience_s`` it ends by itself after so much silence.
        """
        for running in list(self._running.values()):
            running.hurry_up()
        self._running[take] = Running(take, patience_s)
        self._inbox.put(_Begin(take))

    def end(self, take: TakeId, released_at_s: float) -> None:
        """The key of ``take`` is up."""
        if running := self._running.get(take):
            running.release(released_at_s)

    def drop(self, take: TakeId) -> None:
        """Forget ``take``."""
        if running := self._running.get(take):
            running.drop()

    @property
    def intake(self) -> Intake:
        """Where takes come from now."""
        return self._intake

    def use(self, intake: Intake) -> None:
        """Take another input from the next take on."""
        self._inbox.put(intake)

    def close(self, timeout_s: float = 1.0) -> None:
        """Stop the thread; a running take is forgotten."""
        if self._closed.is_set():
            return
        self._closed.set()
        for running in list(self._running.values()):
            running.drop()
        self._inbox.put(None)
        if self._thread.is_alive():
            self._thread.join(timeout_s)
            if self._thread.is_alive():
                log.warning("listener did not stop within %.1f s", timeout_s)
        self._intake.audio.close()

    # -- the listening thread --------------------------------------------------------------------

    def _run(self) -> None:
        self._look_for_microphone()
        self._warm_up()
        while not self._closed.is_set():
            try:
                order = self._inbox.get(timeout=MICROPHONE_POLL_S if self._is_watching() else None)
            except queue.Empty:
                self._look_for_microphone()
                continue
            match order:
                case None:
                    return
                case _Begin(take):
                    self._serve(take)
                case Intake():
                    self._change_to(order)

    def _change_to(self, intake: Intake) -> None:
        before, self._intake = self._intake, intake
        if intake.audio is not before.audio:
            try:
                before.audio.close()  # two may not have the same device open
            except Exception as error:  # noqa: BLE001 - a driver's trouble must not end the thread
                log.error("the microphone before was not closed: %s", type(error).__name__)
        self._look_for_microphone()

    def _hearing_teller(self, take: TakeId) -> Callable[[bool], None]:
        return lambda sound: self._post(Hearing(take, sound))

    def _teller(self, take: TakeId) -> Callable[[Heard, FrameLog], None]:
        if not self._intake.decode_ahead:
            return lambda _heard, _log: None
        return lambda heard, log: self._post(Paused(take, heard, log))

    def _warm_up(self) -> None:
        """Load the detector before the first press; a failure is told at a take."""
        try:
            self._detector = self._make_detector()
        except Exception as error:  # noqa: BLE001 - a library that does not load: told at a take
            log.error("voice detector not loaded: %s", type(error).__name__)

    def _is_watching(self) -> bool:
        """Tell whether there is no microphone, one that only stands in, is muted, or listens."""
        known = self._microphone
        if known is None:
            return False
        return bool(not known.name or known.wanted or known.problem or known.listening)

    def _look_for_microphone(self) -> None:
        try:
            status = self._intake.audio.stand_by()
        except AudioError as error:
            status = MicrophoneStatus("", problem=error.notice())
        except Exception as error:  # noqa: BLE001 - whatever a driver throws, takes are served
            log.error("looking for microphones failed: %s", type(error).__name__)
            failure = AudioError(
                f"The microphones cannot be listed ({type(error).__name__}).",
                "Run `dictate doctor`.",
            )
            status = MicrophoneStatus("", problem=failure.notice())
        if status != self._microphone:
            self._microphone = status
            self._publish(MicrophoneChanged(status))

    def _serve(self, take: TakeId) -> None:
        running = self._running.get(take) or Running(take)
        try:
            self._capture(running)
        except DictateError as error:
            self._post(CaptureFailed(take, error))
            self._look_for_microphone()
        except Exception as error:  # noqa: BLE001 - the top of a thread; the program must go on
            log.error("capture failed: %s", type(error).__name__)
            failure = AudioError(
                f"Recording failed ({type(error).__name__}).", "Run `dictate doctor`."
            )
            self._post(CaptureFailed(take, failure))
        finally:
            self._running.pop(take, None)

    def _capture(self, running: Running) -> None:
        if running.dropped:
            return
        detector = self._detector = self._detector or self._make_detector()
        detector.reset()
        with told_if_slow(self._publish, self._intake.open_patience_s):
            source = Supply(self._intake.audio, self._publish, self._hearing_teller(running.take))
        with contextlib.closing(source):
            take = TakeCapture(source, detector, self._intake, self._clock)
            take.run(running, self._publish, self._teller(running.take))
            if not running.dropped:
                recording = take.recording()
                # Before the device is closed, which may take longer than decoding.
                self._post(CaptureEnded(running.take, recording, self._clock()))
                if is_dead(recording) and not take.told_dead:
                    self._publish(NoticeRaised(dead(recording.device)))
        if source.has_lost:
            self._look_for_microphone()
