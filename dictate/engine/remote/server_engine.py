"""An ``Engine`` that has takes recognised by a speech server, each in a thread of its own.

There are a few at once at most: pieces of a take follow one another, and takes overlap by one.
Cancelling the future of a job ends its call at once.
"""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections.abc import Sequence
from concurrent.futures import Future, InvalidStateError
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from dictate.cancellation import Cancellation
from dictate.domain import (
    SAMPLE_RATE_HZ,
    DecodeOptions,
    EngineState,
    EngineStatus,
    Job,
    ModelChoice,
    ModelInfo,
    Segment,
    Transcript,
    Verdict,
)
from dictate.endpoints.address import Endpoint
from dictate.engine.facts import ModelFacts
from dictate.engine.policy import judge
from dictate.engine.recognition import joined, nothing_heard
from dictate.engine.remote.clip import Clip, clips
from dictate.engine.remote.reply import Heard
from dictate.errors import CallCancelled, DecodeFailed, DictateError

log = logging.getLogger(__name__)

CLOSE_TIMEOUT_S = 0.5
LONGEST_S = 120.0
"""A server that has not answered a take by then never will; besides the length of the take."""


class Hearing(Protocol):
    """What is asked of a server: ``server.SpeechServer``."""

    @property
    def endpoint(self) -> Endpoint:
        """Whom it speaks to."""

    @property
    def model(self) -> str:
        """The model's name there, as far as it is known."""

    def hear(
        self, part: Clip, options: DecodeOptions, within_s: float, cancellation: Cancellation
    ) -> Heard:
        """Return what the server hears. Raises EndpointError."""


class ServerEngine:
    """Implements ``ports.Engine``; nothing is loaded, so it is always ready."""

    def __init__(self, server: Hearing, longest_s: float = LONGEST_S) -> None:
        self._server = server
        self._longest_s = longest_s
        self._lock = threading.Lock()  # guards the two below
        self._running: dict[threading.Thread, Future[Transcript]] = {}
        self._closed = False

    @property
    def status(self) -> EngineStatus:
        """Return that it is ready, and whom it asks."""
        return EngineStatus(EngineState.READY, self._model())

    def prepare(self, choice: ModelChoice) -> None:
        """Do nothing: the model is the server's affair."""

    def transcribe(self, job: Job) -> Future[Transcript]:
        """Ask the server. The future ends in a transcript or an EndpointError."""
        future: Future[Transcript] = Future()
        if not job.spans:
            future.set_result(nothing_heard(job))
            return future
        thread = threading.Thread(
            target=self._run, args=(job, future), name="dictate-server", daemon=True
        )
        with self._lock:
            if self._closed:
                future.set_exception(DecodeFailed("The program is closing; the take is given up."))
                return future
            self._running[thread] = future
            thread.start()  # with the lock: what close() ends has begun
        return future

    def close(self) -> None:
        """End all calls."""
        with self._lock:
            self._closed = True
            running = dict(self._running)
        for future in running.values():
            future.cancel()
        for thread in running:
            thread.join(CLOSE_TIMEOUT_S)

    # -- the thread of a job ---------------------------------------------------------------------

    def _run(self, job: Job, future: Future[Transcript]) -> None:
        cancellation = Cancellation()

        def stop_asking(done: Future[Transcript]) -> None:
            if done.cancelled():
                cancellation.cancel()

        future.add_done_callback(stop_asking)
        try:
            transcript = self._transcribe(job, cancellation)
        except CallCancelled:
            future.cancel()
        except DictateError as error:
            _end(future, error)
        except Exception as error:  # noqa: BLE001  # top of the thread: the take must end
            log.error("asking the server broke: %s", type(error).__name__)
            _end(future, DecodeFailed("Asking the speech server failed.", "See the log file."))
        else:
            with contextlib.suppress(InvalidStateError):
                future.set_result(transcript)
        finally:
            with self._lock:
                self._running.pop(threading.current_thread(), None)

    def _transcribe(self, job: Job, cancellation: Cancellation) -> Transcript:
        began_s = time.monotonic()
        options, kept = job.options, list[Segment]()
        language = ""
        for part in clips(job.samples, job.spans):
            within_s = self._longest_s + part.length_s
            heard = self._server.hear(part, options, within_s, cancellation)
            kept += trusted(heard, part)
            language = language or heard.language
            if heard.language and not options.language:
                options = replace(options, language=heard.language)
        took_ms = (time.monotonic() - began_s) * 1000
        log.info("the server answered in %.0f ms", took_ms)
        return Transcript(
            text=joined(segment.text for segment in kept),
            verdict=Verdict.TEXT if kept else Verdict.NOT_UNDERSTOOD,
            language=job.options.language or language,
            language_probability=1.0 if language else 0.0,
            duration_s=len(job.samples) / SAMPLE_RATE_HZ,
            segments=tuple(kept),
            model=self._model(),
            decode_ms=took_ms,
        )

    def _model(self) -> ModelInfo:
        host = self._server.endpoint.host
        return ModelInfo(self._server.model or host, Path(), "server", "", server=host)


def trusted(heard: Heard, part: Clip) -> Sequence[Segment]:
    """Return what can be believed of an answer, with times of the take."""
    if not heard.segments:
        if not heard.text:
            return ()
        return (Segment(part.kept[0].start_s, part.kept[-1].end_s, heard.text),)
    believed, _ = judge(heard.segments, ModelFacts())
    return [_placed(segment, part) for segment in believed]


def _placed(segment: Segment, part: Clip) -> Segment:
    return replace(
        segment,
        start_s=part.in_take_s(segment.start_s),
        end_s=part.in_take_s(segment.end_s, is_end=True),
        words=tuple(
            replace(
                word,
                start_s=part.in_take_s(word.start_s),
                end_s=part.in_take_s(word.end_s, is_end=True),
            )
            for word in segment.words
        ),
    )


def _end(future: Future[Transcript], error: DictateError) -> None:
    with contextlib.suppress(InvalidStateError):
        future.set_exception(error)
