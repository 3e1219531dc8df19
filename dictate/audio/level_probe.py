"""Listens to a microphone only to tell how loud it is; nothing of the sound is kept.

A thread of its own opens it, tells a level per frame (32 ms), and closes it at the end.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from dictate.audio.level import peak_dbfs, rms_dbfs
from dictate.errors import AudioError
from dictate.events import LevelMeasured
from dictate.ports import AudioInput, AudioSource

log = logging.getLogger(__name__)

SPEECH_FROM_DBFS = -45.0
"""Louder than that is shown as a voice: nobody looks closer here."""


class LevelProbe:
    """Runs from its making to ``close``; ``tell`` and ``fail`` are called on its thread."""

    def __init__(
        self,
        microphone: AudioInput,
        tell: Callable[[LevelMeasured], None],
        fail: Callable[[AudioError], None],
    ) -> None:
        self._microphone = microphone
        self._tell, self._fail = tell, fail
        self._lock = threading.Lock()
        self._source: AudioSource | None = None
        self._is_closed = False
        self._thread = threading.Thread(target=self._run, name="dictate-level", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Let the microphone go soon, without waiting for it. Any number of times."""
        with self._lock:
            self._is_closed = True
            source = self._source
        if source is not None:
            source.stop()

    def wait(self, timeout_s: float) -> bool:
        """Wait until it is let go; tell whether it is."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            self._listen()
        except AudioError as error:
            if not self._is_closed:
                self._fail(error)
        except Exception as error:  # top of a thread: whoever looks at the level is told
            log.exception("the level is not told any more")
            if not self._is_closed:
                kind = type(error).__name__
                self._fail(AudioError(f"Recording failed ({kind}).", "Run `dictate doctor`."))
        finally:
            self._microphone.close()

    def _listen(self) -> None:
        source = self._microphone.open()
        with self._lock:
            self._source = source
            if self._is_closed:
                source.stop()
        try:
            for frame in source.frames():
                if self._is_closed:
                    break
                rms = rms_dbfs(frame)
                self._tell(LevelMeasured(rms, peak_dbfs(frame), speech=rms > SPEECH_FROM_DBFS))
        finally:
            source.close()
