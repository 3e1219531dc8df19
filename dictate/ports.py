"""The verbs of a dictation: what the session asks of the outside world.

Adapters implement these structurally; ``assembly`` chooses them; tests bring fakes. Every
``close()`` is idempotent and bounded in time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from typing import Protocol, TypeAlias

from dictate.cancellation import Cancellation
from dictate.domain import (
    Delivery,
    Draft,
    EngineStatus,
    Fate,
    Finished,
    Job,
    MicrophoneStatus,
    ModelChoice,
    Recording,
    Samples,
    TakeId,
    Transcript,
)
from dictate.events import (
    Event,
)

Publish: TypeAlias = Callable[[Event], None]
"""Takes an event from any Python thread; returns at once."""


class AudioSource(Protocol):
    """One running capture: the audio of one take."""

    @property
    def name(self) -> str:
        """Device or file, for the user."""

    @property
    def overflows(self) -> int:
        """Blocks lost so far because nobody fetched them in time."""

    @property
    def latency_s(self) -> float:
        """How old a sample is, at most, when it leaves ``frames``: what is still under way."""

    def frames(self) -> Iterator[Samples]:
        """Yield frames of shape ``(512,)`` as they come, the last one zero padded.

        Blocks while nothing has come. Ends after ``stop()`` once all that was captured before is
        out. Raises MicrophoneLost when the device went away; what came before stays good.
        """

    def stop(self) -> None:
        """Ask ``frames`` to end. Any thread, any number of times."""

    def close(self) -> None:
        """Release the device. Ends ``frames`` at once."""


class AudioInput(Protocol):
    """Where takes come from: the chosen microphone, a file, a script."""

    def open(self, instead_of: str = "") -> AudioSource:
        """Start capturing. Raises MicrophoneMissing or MicrophoneBusy.

        ``instead_of`` names a device that has just failed: another one is taken if there is one.
        """

    def status(self) -> MicrophoneStatus:
        """Look which device would be used now. Cheap enough for every two seconds."""

    def stand_by(self) -> MicrophoneStatus:
        """Be ready for the next take, listening before it if so set; return ``status``.

        Called between takes, about every two seconds while there is something to look after.
        """

    def close(self) -> None:
        """Release what is open between takes; takes that run end as ever."""


class SpeechDetector(Protocol):
    """Tells speech from anything else, frame by frame, with memory between frames."""

    def reset(self) -> None:
        """Forget; a new take begins."""

    def probability(self, frame: Samples) -> float:
        """Return the probability in 0..1 that this ``(512,)`` frame holds speech."""


class Engine(Protocol):
    """Recognises takes in a worker of its own; never blocks the caller."""

    @property
    def status(self) -> EngineStatus:
        """Return the present state."""

    def prepare(self, choice: ModelChoice) -> None:
        """Begin to load the model; changes of state are published as ``EngineChanged``."""

    def transcribe(self, job: Job) -> Future[Transcript]:
        """Queue a take. The future ends in a transcript or in an EngineError/ModelError."""

    def close(self) -> None:
        """Give up queued jobs, stop the worker, free the memory."""


class TakeJournal(Protocol):
    """Keeps the sound of one take while it is spoken; never blocks the caller."""

    def write(self, frame: Samples) -> None:
        """Add a frame."""

    def close(self) -> None:
        """No more frames come."""


class Journal(Protocol):
    """Keeps the sound of takes until their text has arrived; never blocks, never raises."""

    def begin(self, take: TakeId, device: str) -> TakeJournal:
        """Begin the recording of a take."""

    def describe(self, take: TakeId, profile: str, private: bool) -> None:
        """Note what a take is written with, for the day it is tried again; any number of times."""

    def keep(self, take: TakeId, fate: Fate) -> None:
        """Keep the recording of a take that failed or was cancelled."""

    def discard(self, take: TakeId) -> None:
        """Delete the recording of a take: it is not needed any more."""

    def fetch(self, take: TakeId) -> Future[Recording | None]:
        """Find the newest kept recording; it belongs to ``take`` from now on.

        The future ends in None when there is none, or in an AudioError. Speech is not marked.
        """


class Keyboard(Protocol):
    """Makes key presses for other programs."""

    def type_text(self, text: str, pace_s: float = 0.0) -> None:
        """Type any Unicode text into the focused window, resting after each character.

        Raises TypingFailed; TypingInterrupted when a part has arrived and the rest must not be
        typed any more.
        """

    def press_chord(self, chord: str) -> None:
        """Press and release a chord written like a binding (``ctrl+v``). Raises TypingFailed."""

    def close(self) -> None:
        """Put back whatever was changed (keyboard map)."""


class Clipboard(Protocol):
    """The desktop's clipboard. Callable from any thread but the GUI's."""

    def read_text(self) -> str | None:
        """Return the text on it; None when it holds none. Raises ClipboardFailed."""

    def write_text(self, text: str) -> None:
        """Put a text on it. Raises ClipboardFailed."""


class Finisher(Protocol):
    """Goes over a text before it is delivered: a language model, a command of the user's."""

    def finish(
        self, draft: Draft, cancellation: Cancellation, on_progress: Callable[[float], None]
    ) -> Finished:
        """Return the text to deliver; whatever fails, that of the draft. Bounded in time.

        Raises CleanupCancelled when the user takes the take back meanwhile.
        """


class TextSink(Protocol):
    """Brings a text to the user."""

    def aim(self, take: TakeId) -> None:
        """A take begins: remember which window it is for. Returns at once."""

    def deliver(self, text: str, take: TakeId | None = None) -> Delivery:
        """Deliver, falling back where that loses nothing. Raises OutputError when all failed.

        With ``take`` only to the window it was aimed at.
        """


class Caret(Protocol):
    """The place a text goes to, as far as the desktop tells; it never waits for long."""

    def watch(self, take: TakeId, hides: Callable[[bool], None]) -> None:
        """A take begins: tell ``hides``, later and once, if its field hides what is typed.

        False also where nothing is told of any field.
        """

    def is_secret(self, take: TakeId) -> bool:
        """Tell whether the field that has the keyboard now is known to hide what is typed."""

    def fitted(self, text: str, language: str) -> str:
        """Return the text as it continues what stands before the caret; unknown: as it is."""

    def take_back(self) -> None:
        """Take the text inserted last out of its window again. Raises OutputError."""


class HotkeyListener(Protocol):
    """Sees keys go down and up anywhere on the desktop."""

    def start(self, on_key: Callable[[str, bool, float], None]) -> None:
        """Call ``on_key(name, is_down, at_s)`` for every key, from a thread of the listener.

        Names are those of ``hotkey.binding`` (``ctrl_r``, ``space``, ``a``, ``f9``). Auto-repeat
        may arrive as repeated downs. Raises HotkeyUnavailable.
        """

    def close(self) -> None:
        """Stop listening."""
