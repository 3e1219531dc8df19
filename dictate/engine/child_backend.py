"""A backend in a process of its own, seen from the parent as any other backend.

``load`` starts a fresh process, ``unload`` ends it, so its memory really comes back. Samples cross
in shared memory, everything else as small pickled messages. The parent waits for the answer and
for the process's end at once, with a limit: a process that dies or hangs becomes an EngineDied,
whoever calls decides whether to try again. The end of a process that nobody is asking anything is
told by a thread that waits for nothing else. One thread uses the backend; ``interrupt`` alone may
come from another one, to cut a running call short.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

import psutil

from dictate import host
from dictate.domain import SAMPLE_RATE_HZ, DecodeOptions, ModelChoice, ModelInfo, Samples
from dictate.engine import segments
from dictate.engine.backend import Backend, Decoded, Reading
from dictate.engine.child import (
    Decode,
    Heard,
    Load,
    Loaded,
    Measure,
    Refused,
    Reply,
    Request,
    Timed,
    serve,
)
from dictate.engine.facts import ResolvedModel
from dictate.engine.families import usual
from dictate.engine.watchdog import Pulse, Watchdog
from dictate.errors import DecodeFailed, EngineDied

log = logging.getLogger(__name__)

PYTHON_FAILED = 1
"""The exit code of a process that could not begin: a package is broken or missing."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a call may take before the process counts as hung."""

    load_s: float = 180.0
    """The largest models take about a minute from a slow disk."""
    decode_s: float = 60.0
    decode_per_audio_s: float = 10.0
    """A large model on an old laptop needs about three times the length of the audio."""
    still_s: float = 30.0
    """Without computing anything while it decodes; a graphics card keeps it waiting for seconds."""
    may_rest: bool = False
    """It is suspended at times on purpose, which is no hang."""
    look_s: float = 1.0
    """Between two looks at what it does."""
    end_s: float = 0.3

    def decode_limit_s(self, samples: Samples) -> float:
        """Return the limit for decoding these samples."""
        return self.decode_s + self.decode_per_audio_s * len(samples) / SAMPLE_RATE_HZ

    def for_loading(self) -> Watchdog:
        """Return what watches a load, in which a process may wait for a slow disk."""
        return Watchdog(self.load_s, self.load_s, may_rest=self.may_rest)

    def for_decoding(self, samples: Samples) -> Watchdog:
        """Return what watches a decode."""
        return Watchdog(self.decode_limit_s(samples), self.still_s, may_rest=self.may_rest)


@dataclass(frozen=True, slots=True)
class _Child:
    process: SpawnProcess
    connection: Connection


class ChildBackend:
    """A ``Backend`` whose work is done in a child process."""

    def __init__(
        self,
        make: Callable[[], Backend] = usual,
        patience: Patience | None = None,
    ) -> None:
        self._make = make
        self._patience = patience or Patience()
        self._child: _Child | None = None
        self._tell_death: Callable[[], None] = lambda: None
        self._interrupts = 0

    @property
    def pid(self) -> int | None:
        """The process that holds the model, None when there is none."""
        child = self._child
        return child.process.pid if child is not None else None

    def is_alive(self) -> bool:
        """Tell whether the process that holds the model is there."""
        child = self._child
        # The pipe says so a moment earlier than the process table.
        return child is not None and not wait([child.process.sentinel], 0)

    def on_death(self, tell: Callable[[], None]) -> None:
        """Call ``tell`` when the process ends without ``unload``; on a thread of its own."""
        self._tell_death = tell

    def load(self, resolved: ResolvedModel, choice: ModelChoice) -> ModelInfo:
        """Load in a fresh process. Raises EngineDied besides what the backend raises."""
        before = self._interrupts
        self.unload()
        self._child = self._start()
        self._watch(self._child)
        if self._interrupts != before:  # while there was no process to end
            self.interrupt()
        try:
            reply = self._ask(self._child, Load(resolved, choice), self._patience.for_loading())
        except BaseException:
            self.unload()
            raise
        if not isinstance(reply, Loaded):
            self.unload()
            raise _error(reply)
        return reply.info

    def decode(self, samples: Samples, options: DecodeOptions) -> Decoded:
        """Decode in the child. Raises EngineDied besides what the backend raises."""
        child = self._child
        if child is None:
            raise DecodeFailed("No model is loaded.", "Choose a model.")
        with segments.lent(samples) as memory:
            request = Decode(memory, len(samples), options)
            reply = self._ask(child, request, self._patience.for_decoding(samples))
        if not isinstance(reply, Heard):
            raise _error(reply)
        return reply.decoded

    def measure(self, runs: int) -> Reading:
        """Time the loaded model. Raises EngineDied besides what the backend raises."""
        child = self._child
        if child is None:
            raise DecodeFailed("No model is loaded.", "Choose a model.")
        reply = self._ask(child, Measure(runs), self._patience.for_loading())
        if not isinstance(reply, Timed):
            raise _error(reply)
        return reply.reading

    def unload(self) -> None:
        """End the process."""
        child, self._child = self._child, None
        if child is None:
            return
        # Nothing in it is worth a farewell, and a hung driver would not answer one.
        child.process.kill()
        child.process.join(self._patience.end_s)
        child.connection.close()

    def interrupt(self) -> None:
        """End the process under a running call, which then raises EngineDied. Any thread."""
        self._interrupts += 1
        child = self._child
        if child is not None:
            child.process.kill()

    def _start(self) -> _Child:
        context = host.spawn_context()
        ours, theirs = host.pipe(context)
        process = context.Process(
            target=serve, args=(theirs, self._make), name="dictate-engine", daemon=True
        )
        with host.deaf_to_ctrl_c():
            process.start()
        theirs.close()  # so that the end of the process is the end of the pipe
        return _Child(process, ours)

    def _watch(self, child: _Child) -> None:
        def wait_for_the_end() -> None:
            wait([child.process.sentinel])
            if self._child is child:
                self._tell_death()

        threading.Thread(target=wait_for_the_end, name="dictate-engine-watch", daemon=True).start()

    def _ask(self, child: _Child, request: Request, watchdog: Watchdog) -> Reply:
        began_s = time.monotonic()
        try:
            child.connection.send(request)
            ready = self._wait(child, watchdog)
            if child.connection in ready:
                reply: Reply = child.connection.recv()
                return reply
        except (EOFError, OSError) as exc:
            raise self._died(child) from exc
        if ready:
            raise self._died(child)
        log.error("the engine did not answer for %.0f s", time.monotonic() - began_s)
        self.unload()
        raise EngineDied("The recogniser hung and was ended.", _advice())

    def _wait(self, child: _Child, watchdog: Watchdog) -> list[object]:
        """Wait for the answer or the end; nothing came where the process hangs."""
        seen_s = time.monotonic()
        while True:
            looks_s = min(self._patience.look_s, watchdog.left_s)
            ready: list[object] = list(wait([child.connection, child.process.sentinel], looks_s))
            now_s = time.monotonic()
            if ready or watchdog.is_hung(now_s - seen_s, _pulse(child)):
                return ready
            seen_s = now_s

    def _died(self, child: _Child) -> EngineDied:
        child.process.join(self._patience.end_s)
        log.error("the engine died, exit code %s", child.process.exitcode)
        self.unload()
        return EngineDied("The recogniser stopped unexpectedly.", _advice(child.process.exitcode))


def _advice(exit_code: int | None = None) -> str:
    if host.was_updated():
        return "Dictate was updated while it ran: quit it and start it again."
    if exit_code == PYTHON_FAILED:
        return "Run `dictate doctor`."
    return "Choose a smaller model."


def _pulse(child: _Child) -> Pulse:
    try:
        process = psutil.Process(child.process.pid)
        times = process.cpu_times()
        return Pulse(times.user + times.system, process.status() == psutil.STATUS_STOPPED)
    except psutil.Error:
        return Pulse(0.0)  # it has just ended


def _error(reply: Reply) -> Exception:
    if isinstance(reply, Refused):
        return reply.error
    return EngineDied("The recogniser gave an answer to another question.", "Dictate again.")
