"""Brings a kept recording back into the session: fetches it and marks the speech in it again.

Each recovery has a short-lived thread with a voice detector of its own, so a press is served
meanwhile.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace

from dictate.domain import Recording, TakeId
from dictate.errors import AudioError, DictateError
from dictate.ports import Journal, SpeechDetector
from dictate.session.commands import CaptureEnded, CaptureFailed, Command, Profiled, Secret
from dictate.vad.segmenter import SegmenterOptions, find_speech

log = logging.getLogger(__name__)

DISK_TIMEOUT_S = 60.0


class Recovery:
    """Turns a kept recording into the capture of a new take."""

    def __init__(
        self,
        journal: Journal,
        detector: Callable[[], SpeechDetector],
        segmenter: Callable[[], SegmenterOptions],
        post: Callable[[Command], None],
    ) -> None:
        self._journal = journal
        self._make_detector = detector
        self._segmenter = segmenter
        self._post = post

    def recover(self, take: TakeId) -> None:
        """Post what was captured of the last kept recording, as ``take``; returns at once.

        What it was spoken with comes first: it is written as it would have been.
        """
        # Asked for here, so that the journal hears of it before it hears what becomes of `take`.
        found = self._journal.fetch(take)
        threading.Thread(
            target=self._bring, args=(take, found), name="dictate-recover", daemon=True
        ).start()

    def _bring(self, take: TakeId, found: Future[Recording | None]) -> None:
        try:
            recording = self._marked(found.result(DISK_TIMEOUT_S))
        except DictateError as error:
            self._post(CaptureFailed(take, error))
        except Exception as error:  # noqa: BLE001 - the top of a thread; the take must end
            log.error("recovery failed: %s", type(error).__name__)
            failure = AudioError(
                f"The recording could not be used ({type(error).__name__}).",
                "Run `dictate doctor`.",
            )
            self._post(CaptureFailed(take, failure))
        else:
            if recording.private:
                self._post(Secret(take))
            if recording.profile:
                self._post(Profiled(take, recording.profile))
            self._post(CaptureEnded(take, recording, time.monotonic()))

    def _marked(self, recording: Recording | None) -> Recording:
        if recording is None:
            raise AudioError("There is no recording to try again.", "Dictate it once more.")
        speech = find_speech(recording.samples, self._make_detector(), self._segmenter())
        return replace(recording, speech=speech, voiced_to=speech[-1].end_sample if speech else 0)
