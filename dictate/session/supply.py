"""The sound of one take: from the microphone, and from the next one when that is lost.

Half a sentence is worth more than an error, and the whole sentence more than half: a device that
goes away, or never gives a sound, is replaced within the take by another one if there is one. A
sound server may do that by itself; then the name of the source changes, and the user is told.
``dictate-listen`` opens, iterates and closes; any thread may stop.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator

from dictate.domain import (
    Notice,
    Samples,
    Severity,
)
from dictate.errors import AudioError, MicrophoneLost
from dictate.events import (
    NoticeRaised,
)
from dictate.ports import AudioInput, AudioSource, Publish

log = logging.getLogger(__name__)


class Supply:
    """Implements ``AudioSource`` with one source after another.

    ``hearing`` is told when sound begins to come and when it has stopped coming. Raises what
    ``AudioInput.open`` raises.
    """

    def __init__(
        self, audio: AudioInput, publish: Publish, hearing: Callable[[bool], None]
    ) -> None:
        self._audio = audio
        self._publish = publish
        self._tell_hearing = hearing
        self._lock = threading.Lock()
        self._stopped = self._released = False
        self._hears = False
        self._loss: MicrophoneLost | None = None
        """Why another device is needed; None once it gives sound."""
        self._overflows_before = 0
        self.has_lost = False
        """A device went away in this take."""
        self._source: AudioSource = audio.open()
        self._known_as = self._source.name

    @property
    def name(self) -> str:
        """The device in use."""
        return self._source.name

    @property
    def overflows(self) -> int:
        """Blocks lost so far, by all devices of the take."""
        return self._overflows_before + self._source.overflows

    @property
    def latency_s(self) -> float:
        """How old a sample is, at most, when it leaves ``frames``."""
        return self._source.latency_s

    def frames(self) -> Iterator[Samples]:
        """Yield frames until ``stop``; raises MicrophoneLost when no device is left."""
        while True:
            try:
                for frame in self._source.frames():
                    if not self._hears:
                        self._begin()
                    elif self._source.name != self._known_as:
                        self._tell_moved()
                    yield frame
                return
            except MicrophoneLost as error:
                self.has_lost = True
                self._replace(error)

    def stop(self) -> None:
        """Let ``frames`` end after what has come so far."""
        with self._lock:
            self._stopped = True
            self._source.stop()

    def release(self) -> None:
        """The key is up: what has not given sound by now is no longer waited for after a loss."""
        with self._lock:
            self._released = True
            waits = self._loss is not None and not self._hears
        if waits:
            self.stop()

    def hurry(self) -> None:
        """The next take waits: end at once if no sound has come."""
        self.release()
        if not self._hears:
            self.stop()

    def close(self) -> None:
        """Release the device."""
        self._source.close()

    def _begin(self) -> None:
        with self._lock:
            self._hears = True
            loss, self._loss = self._loss, None
        self._tell_hearing(True)
        self._known_as = self.name
        if loss is not None:
            self._tell(loss.message)

    def _tell_moved(self) -> None:
        before, self._known_as = self._known_as, self.name
        self.has_lost = True
        self._tell(f'The microphone "{before}" was unplugged or switched off.')

    def _tell(self, what: str) -> None:
        log.info("the recording goes on with another microphone")
        step = f'The recording goes on with "{self.name}".'
        self._publish(NoticeRaised(Notice(Severity.WARNING, what, step)))

    def _replace(self, error: MicrophoneLost) -> None:
        """Go on with another device. Raises MicrophoneLost when there is none, or no need."""
        if self._loss is not None:
            raise self._loss from error  # the other one gives nothing either
        with self._lock:
            if self._stopped or self._released:
                raise error
            was_heard, self._hears, self._loss = self._hears, False, error
        if was_heard:
            self._tell_hearing(False)
        lost = self._source
        lost.close()
        try:
            source = self._audio.open(instead_of=lost.name)
        except AudioError as refusal:
            log.info("no microphone to go on with: %s", type(refusal).__name__)
            raise error from refusal
        with self._lock:
            self._overflows_before += lost.overflows
            self._source = source
            if self._stopped:
                source.stop()
