"""The process that turns files into text, behind everything else that the machine does.

It has a low priority and a model of its own, so that a take neither waits for a file nor shares a
lock with it. It ends with the program that started it.
"""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from dictate.domain import Notice, Severity
from dictate.engine.child_backend import Patience
from dictate.errors import DictateError
from dictate.settings.schema import Settings
from dictate.text.exports import Written

if TYPE_CHECKING:
    from dictate.session.file_transcription import Stages, Wish

NICENESS = 15
RESTS = Patience(may_rest=True)
"""Its engine is suspended for as long as a take lasts, which must not count as a hang."""


@dataclass(frozen=True, slots=True)
class Recognise:
    """Turn this file into text; answered with any number of ``Got`` and one of the others."""

    path: Path
    settings: Settings


@dataclass(frozen=True, slots=True)
class Got:
    """So much of it is done, 0 to 1."""

    share: float


@dataclass(frozen=True, slots=True)
class Refused:
    """It did not work, in the words of the user."""

    notice: Notice


Reply: TypeAlias = Got | Written | Refused


def serve(connection: Connection) -> None:
    """Answer requests until the parent closes the pipe. The whole process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is the parent's to handle
    logging.getLogger("dictate").addHandler(logging.NullHandler())
    threading.Thread(target=_die_with_parent, daemon=True).start()
    _step_back()
    recogniser = Recogniser()
    try:
        while True:
            request: Recognise = connection.recv()
            connection.send(answer(recogniser, request, connection.send))
    except (EOFError, OSError):
        return
    finally:
        recogniser.close()


def answer(
    recogniser: Recogniser, request: Recognise, tell: Callable[[Got], None]
) -> Written | Refused:
    """Return what a file gave, or why it gave nothing."""
    try:
        return recogniser.text_of(request, tell)
    except DictateError as error:
        return Refused(error.notice())
    except Exception as error:  # noqa: BLE001  # the top of a process: the next file must be read
        message = f"{request.path.name} could not be transcribed ({type(error).__name__})."
        return Refused(Notice(Severity.ERROR, message, "Try it with: dictate transcribe"))


class Recogniser:
    """An engine, kept from one file to the next as long as the settings stay the same."""

    def __init__(self) -> None:
        self._settings: Settings | None = None
        self._stages: Stages | None = None

    def text_of(self, request: Recognise, tell: Callable[[Got], None]) -> Written:
        """Return the text of a file. Raises DictateError."""
        from dictate.audio.file_source import read_audio
        from dictate.session.file_transcription import transcribe_samples

        samples = read_audio(request.path)
        stages, wish = self._ready(request.settings)
        found = transcribe_samples(
            samples, stages, wish, lambda done_s, total_s: tell(Got(done_s / total_s))
        )
        model = found.transcript.model
        return Written(
            found.text,
            found.segments,
            found.transcript.language,
            found.transcript.duration_s,
            model.name if model else "",
        )

    def close(self) -> None:
        """Let the model go."""
        if self._stages is not None:
            self._stages.engine.close()
            self._stages = None

    def _ready(self, settings: Settings) -> tuple[Stages, Wish]:
        from dictate.assembly import stages as adapters
        from dictate.engine import storage
        from dictate.session.file_transcription import Stages, Wish
        from dictate.vad.segmenter import SegmenterOptions
        from dictate.vad.silero import SileroDetector

        wish = Wish(adapters.choice(settings.engine), adapters.options(settings.engine))
        if self._stages is None or settings != self._settings:
            self.close()
            storage.resolve(settings.engine.model)
            self._settings = settings
            self._stages = Stages(
                SileroDetector(),
                SegmenterOptions(threshold=settings.vad.threshold),
                adapters.engine(lambda _event: None, settings.engine, patience=RESTS),
                adapters.make_text,
            )
            self._stages.engine.prepare(wish.choice)
        return self._stages, wish


def _step_back() -> None:
    """Take only what nobody else wants of the processor; the engine's process inherits it."""
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            import psutil

            psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
        else:
            os.nice(NICENESS)


def _die_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        for engine in multiprocessing.active_children():
            engine.kill()  # it may be suspended, and then would not see that nobody is left
        os._exit(0)
