"""One running capture from a microphone: blocks in from PortAudio's thread, frames out.

PortAudio's thread calls ``receive`` and ``finished``, which only put on a queue. Whoever iterates
``frames`` does the rest: mixing down, resampling, framing, watching that sound keeps coming. The
orders "last sample" and "device gone" travel on the same queue as the sound, so order is kept. When
the consumer falls far behind, new blocks are dropped and counted: memory stays bounded and the
callback never waits.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from dictate.audio.framing import Framer, mono, sound
from dictate.audio.line import FIRST_BLOCK_S
from dictate.audio.microphone_notices import silent
from dictate.audio.resample import StreamResampler
from dictate.domain import FRAME_SAMPLES, SAMPLE_RATE_HZ, Samples
from dictate.errors import MicrophoneLost

log = logging.getLogger(__name__)

SILENT_STREAM_S = 0.5
"""No block for that long: the device is gone, whatever the driver says, unless a sound server
knows better; virtual devices come in blocks of up to two seconds."""
QUEUE_S = 30.0
"""Sound kept for a consumer that does not come; loading the voice detector takes under one."""
CHECK_EVERY_S = 1.0
"""How often a sound server is asked whether the microphone is still there."""
CLOSE_S = 1.0
"""A sound server that hangs must not hang the program."""

_LATENCY_LIMIT_S = 0.5  # some drivers report nonsense


class Stream(Protocol):
    """An open PortAudio stream."""

    @property
    def latency_s(self) -> float:
        """Age of a sample when the callback gets it, as the driver reports it."""

    def close(self) -> None:
        """Stop and release; may block when the driver hangs."""


class _Order(Enum):
    END = "end"  # stop() was called
    GONE = "gone"  # the stream ended by itself
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class SourceOptions:
    """Times the source waits for, in seconds."""

    first_block_s: float = FIRST_BLOCK_S
    silent_stream_s: float = SILENT_STREAM_S
    queue_s: float = QUEUE_S
    check_every_s: float = CHECK_EVERY_S
    close_s: float = CLOSE_S


class MicrophoneSource:
    """Implements ``AudioSource`` for a stream that calls ``receive`` and ``finished``.

    ``whose`` asks a sound server which microphone is recorded now: a server moves a stream whose
    microphone is unplugged. Empty means none any more, None that nobody can tell. The
    first block is waited for ``first_wait_s``, which is short where the stream runs already.
    """

    def __init__(
        self,
        name: str,
        rate_hz: int,
        *,
        whose: Callable[[], str | None] = lambda: None,
        options: SourceOptions | None = None,
        first_wait_s: float | None = None,
    ) -> None:
        self._name = name
        self._rate_hz = rate_hz
        self._whose = whose
        self._options = options or SourceOptions()
        self._first_wait_s = first_wait_s
        self._queue: queue.SimpleQueue[Samples | _Order] = queue.SimpleQueue()
        self._queued_samples = 0  # written by the callback
        self._fetched_samples = 0  # written by the consumer
        self._overflows = 0
        self._stream: Stream | None = None
        self._closed = False
        self._close_lock = threading.Lock()

    # -- AudioSource -----------------------------------------------------------------------------

    @property
    def name(self) -> str:
        """Device, for the user."""
        return self._name

    @property
    def overflows(self) -> int:
        """Blocks lost so far, by PortAudio's account and ours."""
        return self._overflows

    @property
    def has_heard(self) -> bool:
        """Any sound has come."""
        return self._fetched_samples > 0

    @property
    def latency_s(self) -> float:
        """The driver's latency and the frame a sample waits for."""
        driver_s = self._stream.latency_s if self._stream else 0.0
        return min(max(driver_s, 0.0), _LATENCY_LIMIT_S) + FRAME_SAMPLES / SAMPLE_RATE_HZ

    def frames(self) -> Iterator[Samples]:
        """Yield frames until ``stop``, ``close`` or the loss of the device (MicrophoneLost)."""
        framer = Framer()
        resampler = StreamResampler(self._rate_hz)
        lost: MicrophoneLost | None = None
        try:
            for block in self._blocks():
                for frame in framer.push(resampler.push(block)):
                    yield frame
                    if self._closed:
                        return
        except MicrophoneLost as error:
            lost = error
        if self._closed:
            return
        yield from framer.push(resampler.flush())
        last = framer.flush()
        if last is not None:
            yield last
        if lost is not None:
            raise lost

    def stop(self) -> None:
        """Let ``frames`` end after what has come so far."""
        self._queue.put(_Order.END)

    def close(self) -> None:
        """Release the device; gives up waiting for it after ``close_s``."""
        with self._close_lock:
            if self._closed:
                return
            self._closed = True
        self._queue.put(_Order.CLOSED)
        if self._stream is None:
            return
        closing = threading.Thread(
            target=self._stream.close, name="dictate-close-microphone", daemon=True
        )
        closing.start()
        closing.join(self._options.close_s)
        if closing.is_alive():
            log.warning("the microphone did not close within %.1f s", self._options.close_s)

    # -- the stream's side -----------------------------------------------------------------------

    def attach(self, stream: Stream) -> None:
        """Take over the stream that feeds this source."""
        self._stream = stream

    def receive(self, block: Samples, overflowed: bool) -> None:
        """Queue a block nobody else will write to, shape ``(n, channels)``. Never waits."""
        if overflowed:
            self._overflows += 1
        if self._queued_samples - self._fetched_samples > self._options.queue_s * self._rate_hz:
            self._overflows += 1
            return
        self._queued_samples += len(block)
        self._queue.put(block)

    def finished(self) -> None:
        """Note that the stream will bring nothing more."""
        self._queue.put(_Order.GONE)

    # -- the consumer's side ---------------------------------------------------------------------

    def _blocks(self) -> Iterator[Samples]:
        patience_s = self._first_wait_s or self._options.first_block_s
        check_samples = round(self._options.check_every_s * self._rate_hz)
        check_at_samples = check_samples
        while not self._closed:
            item = self._next(patience_s)
            if item is _Order.GONE:
                raise self._lost("was unplugged or switched off")
            if isinstance(item, _Order):
                return
            self._fetched_samples += len(item)
            patience_s = self._options.silent_stream_s
            yield sound(mono(item))
            if self._fetched_samples >= check_at_samples:
                check_at_samples = self._fetched_samples + check_samples
                if self._ask() == "":
                    raise self._lost("was unplugged or switched off")

    def _next(self, patience_s: float) -> Samples | _Order:
        try:
            return self._queue.get(timeout=patience_s)
        except queue.Empty:
            pass
        more_s = self._options.first_block_s - patience_s
        if self._first_wait_s is not None and not self.has_heard:
            more_s = 0  # it ran before and has fallen silent
        try:
            if more_s > 0 and self._ask():
                return self._queue.get(timeout=more_s)
        except queue.Empty:
            pass
        if not self.has_heard:
            raise silent(self._name)
        raise self._lost("sends no sound any more")

    def _ask(self) -> str | None:
        """Return whose sound this is, and go by that name from now on."""
        name = self._whose()
        if name:
            self._name = name
        return name

    def _lost(self, what: str) -> MicrophoneLost:
        return MicrophoneLost(
            f'The microphone "{self._name}" {what}.',
            "Plug it in again; the next recording looks for it.",
        )
