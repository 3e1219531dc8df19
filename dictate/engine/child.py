"""The engine's own process: holds one backend, does what the parent asks, dies with the parent.

Runs in a spawned process and knows only the pipe it was given. A crash in a native library or a
driver ends this process and nothing else; ending it is also the only way to really give back the
memory of a model.
"""

from __future__ import annotations

import contextlib
import ctypes
import logging
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Sized
from dataclasses import dataclass
from multiprocessing import resource_tracker, shared_memory
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TypeAlias

import numpy as np

from dictate.domain import DecodeOptions, ModelChoice, ModelInfo, Samples
from dictate.engine.backend import Backend, Decoded, Measurable, Reading
from dictate.engine.facts import ResolvedModel
from dictate.engine.failures import translate
from dictate.errors import DecodeFailed, DictateError

PR_SET_PDEATHSIG = 1
"""From Linux' ``sys/prctl.h``."""
OOM_SCORE = "500"
"""When memory runs out the kernel shall end the engine, not the program or the user's editor."""


@dataclass(frozen=True, slots=True)
class Load:
    """Load a model; answered with ``Loaded`` or ``Refused``."""

    resolved: ResolvedModel
    choice: ModelChoice


@dataclass(frozen=True, slots=True)
class Decode:
    """Decode samples that lie in shared memory; answered with ``Heard`` or ``Refused``."""

    memory: str
    length: int
    options: DecodeOptions


@dataclass(frozen=True, slots=True)
class Measure:
    """Time the loaded model; answered with ``Timed`` or ``Refused``."""

    runs: int


@dataclass(frozen=True, slots=True)
class Loaded:
    """The model is ready."""

    info: ModelInfo


@dataclass(frozen=True, slots=True)
class Heard:
    """What was decoded."""

    decoded: Decoded


@dataclass(frozen=True, slots=True)
class Timed:
    """What was measured."""

    reading: Reading


@dataclass(frozen=True, slots=True)
class Refused:
    """It did not work, in the words of the user."""

    error: DictateError


Request: TypeAlias = Load | Decode | Measure
Reply: TypeAlias = Loaded | Heard | Timed | Refused


def serve(connection: Connection, make: Callable[[], Backend]) -> None:
    """Answer requests until the parent closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is the parent's to handle
    logging.getLogger("dictate").addHandler(logging.NullHandler())
    _volunteer_for_the_oom_killer()
    _be_killed_with_parent()
    _leave_segments_to_the_parent()
    threading.Thread(target=_die_with_parent, daemon=True).start()
    backend = make()
    while True:
        try:
            request: Request = connection.recv()
        except (EOFError, OSError):
            return
        connection.send(_answer(backend, request))


def _answer(backend: Backend, request: Request) -> Reply:
    try:
        match request:
            case Load(resolved, choice):
                return Loaded(backend.load(resolved, choice))
            case Decode(memory, length, options):
                return Heard(backend.decode(_samples(memory, length), options))
            case Measure(runs):
                if not isinstance(backend, Measurable):
                    raise DecodeFailed("This recogniser cannot be measured.")
                return Timed(backend.measure(runs))
    except DictateError as error:
        return Refused(error)
    except Exception as error:  # noqa: BLE001 - the top of the process; the parent is told
        return Refused(translate(error))


def _leave_segments_to_the_parent() -> None:
    """Keep from noting segments that are only read here: the parent made them and removes them.

    Before Python 3.13, which has a switch for it, whoever opens one becomes answerable for it, and
    would remove it at its own end, also while the parent still uses it.
    """
    note = resource_tracker.register

    def register(name: Sized, rtype: str) -> None:
        if rtype != "shared_memory":
            note(name, rtype)

    resource_tracker.register = register


def _samples(memory: str, length: int) -> Samples:
    block = shared_memory.SharedMemory(memory)
    try:
        return np.ndarray(length, np.float32, block.buf).copy()
    finally:
        block.close()


def _die_with_parent() -> None:
    """A decode may run for seconds; without its parent nobody waits for it."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(0)


def _be_killed_with_parent() -> None:
    """Have the system end this process with its parent, which it cannot see while suspended.

    Linux counts the end of the thread that started it; that one lives as long as it needs a model.
    """
    if sys.platform.startswith("linux"):
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0)


def _volunteer_for_the_oom_killer() -> None:
    if sys.platform.startswith("linux"):
        with contextlib.suppress(OSError):  # a hardened container: then all of us are equal
            Path("/proc/self/oom_score_adj").write_text(OOM_SCORE)
