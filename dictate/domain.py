"""The nouns of a dictation: values that cross from one stage to the next. No behaviour, no I/O.

Samples are mono float32 at 16 kHz in -1..1 everywhere after ``audio``. Times named ``at_s`` come
from ``time.monotonic()``; times named ``start_s``/``end_s`` count from the first sample of a take.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NewType, TypeAlias

if TYPE_CHECKING:  # errors and settings build on this module, and `dictate toggle` must be quick
    import numpy as np
    import numpy.typing as npt

    from dictate.clearance import Clearance

SAMPLE_RATE_HZ = 16_000
"""What Silero and Whisper were trained on."""

FRAME_SAMPLES = 512
"""One frame: the hop of the Silero model at 16 kHz, 32 ms."""

Samples: TypeAlias = "npt.NDArray[np.float32]"
"""Mono float32 at 16 kHz, shape ``(n,)``, values in -1..1."""

TakeId = NewType("TakeId", int)
"""Numbers the takes of one run from 1. A late result of a cancelled take is told by it."""


class Phase(StrEnum):
    """What the program is doing for the user right now."""

    IDLE = "idle"
    OPENING = "opening"  # the key is down, the microphone gives no sound yet
    RECORDING = "recording"  # sound comes
    FINISHING = "finishing"  # the key is up, the text is being made
    DELIVERING = "delivering"


class Task(StrEnum):
    """What Whisper is asked for."""

    TRANSCRIBE = "transcribe"
    TRANSLATE = "translate"  # into English


class OutputMethod(StrEnum):
    """How the text reaches the user's window."""

    AUTO = "auto"  # whichever of the next three suits the window
    TYPE = "type"
    PASTE = "paste"
    COPY = "copy"
    FILE = "file"
    COMMAND = "command"


class Severity(StrEnum):
    """How loudly a notice is shown."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class EngineState(StrEnum):
    """Whether speech can be recognised; a separate axis from ``Phase``."""

    MISSING = "missing"
    DOWNLOADING = "downloading"
    LOADING = "loading"
    READY = "ready"  # one silent decode has run
    RESTING = (
        "resting"  # the model was put away after a while without work; it comes back by itself
    )
    FAILED = "failed"


class Verdict(StrEnum):
    """What became of a take; silence is a result, not an error."""

    TEXT = "text"
    NO_SPEECH = "no_speech"  # the voice detector heard none, nothing was decoded
    NOT_UNDERSTOOD = "not_understood"  # there was sound like speech, the model declined


class Fate(StrEnum):
    """What became of the recording of a take, as far as it is on disk."""

    SPEAKING = "speaking"
    PENDING = "pending"  # spoken, its text is not delivered yet
    FAILED = "failed"  # can be tried again
    CANCELLED = "cancelled"  # can be brought back for some minutes
    DECLINED = "declined"  # the model made no text of it; another may, for as long


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a take, half open, in samples."""

    start_sample: int
    end_sample: int

    @property
    def start_s(self) -> float:
        """Begin, in seconds from the first sample."""
        return self.start_sample / SAMPLE_RATE_HZ

    @property
    def end_s(self) -> float:
        """End, in seconds from the first sample."""
        return self.end_sample / SAMPLE_RATE_HZ

    @property
    def length_samples(self) -> int:
        """Number of samples."""
        return self.end_sample - self.start_sample


@dataclass(frozen=True, slots=True, eq=False)
class Recording:
    """All that was captured between press and release, untrimmed, with where speech was heard."""

    samples: Samples
    speech: tuple[Span, ...]
    device: str
    overflows: int = 0
    interrupted: str = ""
    """Why capture ended before the user ended it; empty when it did not."""
    voiced_to: int = 0
    """One past the last sample that sounded like speech."""
    resumed_at: int = 0
    """Where speech began again after the last pause."""
    vad_ms: float = 0.0
    """CPU-bound time the voice detector took over the whole take."""
    kept: bool = False
    """Its sound is on disk, so that it can be tried again."""
    profile: str = ""
    """Of one that is tried again: the profile it was spoken with; empty: none."""
    private: bool = False
    """Of one that is tried again: nothing of it is to be kept, or to leave this machine."""

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return len(self.samples) / SAMPLE_RATE_HZ


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """What the user asked for: a catalogue name, a folder path or ``auto``, and where to run it."""

    model: str = "auto"
    device: str = "auto"
    compute_type: str = "auto"


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """What was really loaded."""

    name: str
    path: Path
    device: str
    compute_type: str
    demonstration: bool = False
    """A model of a small vocabulary, only good for showing how the program works."""
    languages: tuple[str, ...] = ()
    """Language codes the model knows; empty means all of Whisper's."""
    notices: tuple[Notice, ...] = ()
    """What differs from the choice, to be told to the user once."""
    server: str = ""
    """The host that has it; empty: this machine."""


@dataclass(frozen=True, slots=True)
class DecodeOptions:
    """How to decode one take. The defaults are for dictation: short, no context from before."""

    language: str | None = None
    """ISO 639-1 code; None detects it."""
    task: Task = Task.TRANSCRIBE
    beam_size: int = 5
    timestamps: bool = False
    """Ask the model for segment times; dictation needs none, files do."""
    adaptive_window: bool = True
    """Show the encoder a window as long as the take needs instead of Whisper's 30 s."""
    languages: tuple[str, ...] = ()
    """Detect only among these; empty means all the model knows."""
    vocabulary: tuple[str, ...] = ()
    """Names and terms to expect, the most important ones first."""
    word_times: bool = False
    """Find the time of each word as well, from the decoder's attention; costs a pass more."""


@dataclass(frozen=True, slots=True, eq=False)
class Job:
    """One take for the engine: the whole recording's samples and the spans worth decoding."""

    take: TakeId
    samples: Samples
    spans: tuple[Span, ...]
    choice: ModelChoice
    options: DecodeOptions = field(default_factory=DecodeOptions)
    clearance: Clearance | None = None
    """Whether its sound may leave this machine; None: nothing speaks against it."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word with its time; ``text`` has the space before it, as the model wrote it."""

    start_s: float
    end_s: float
    text: str
    probability: float = 0.0


@dataclass(frozen=True, slots=True)
class Segment:
    """A decoded stretch with the model's own measures of trust."""

    start_s: float
    end_s: float
    text: str
    avg_logprob: float = 0.0
    no_speech_prob: float = 0.0
    compression_ratio: float = 1.0
    words: tuple[Word, ...] = ()
    """Empty unless they were asked for."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """What the engine heard. ``text`` is empty unless ``verdict`` is TEXT."""

    text: str
    verdict: Verdict
    language: str = ""
    language_probability: float = 0.0
    duration_s: float = 0.0
    segments: tuple[Segment, ...] = ()
    model: ModelInfo | None = None
    load_ms: float = 0.0
    queue_ms: float = 0.0
    decode_ms: float = 0.0
    full_window_retries: int = 0
    """How many windows were decoded again in full because the short one was in doubt."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text as the program would write it, and what is known about it."""

    text: str
    language: str = ""
    model: ModelInfo | None = None
    """The one that heard it."""


@dataclass(frozen=True, slots=True)
class Written:
    """What the text stage made of a transcript."""

    text: str
    raw_text: str
    """As the engine heard it, tidied only."""
    notices: tuple[Notice, ...] = ()
    declined: bool = False
    """Nobody said that: the model wrote it for noise."""
    undo: bool = False
    """Nothing was said but that the last text is not wanted."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A draft after everything that may still change it; the draft's text when nothing did."""

    text: str
    notices: tuple[Notice, ...] = ()
    """What could not be done to it."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """How a text was delivered. ``fallback_reason`` says why another way than asked was taken."""

    method: OutputMethod
    characters: int
    fallback_reason: str = ""


@dataclass(frozen=True, slots=True)
class Timings:
    """Where the time between release and text went, in milliseconds."""

    tail_ms: float = 0.0  # release -> last sample captured
    vad_ms: float = 0.0  # voice detection over the whole take, mostly while speaking
    load_ms: float = 0.0  # waiting for the model to load
    queue_ms: float = 0.0  # waiting for the engine
    decode_ms: float = 0.0
    text_ms: float = 0.0
    cleanup_ms: float = 0.0  # a language model or a command of the user's
    output_ms: float = 0.0
    release_to_text_ms: float = 0.0  # release -> text handed over, all of the above and gaps


@dataclass(frozen=True, slots=True)
class TakeReport:
    """What is kept of a finished take: the last text, its delivery and its timings."""

    take: TakeId
    text: str
    verdict: Verdict
    transcript: Transcript
    duration_s: float
    timings: Timings
    delivery: Delivery | None = None
    raw_text: str = ""
    """What was heard, tidied only, where that is not the text."""
    profile: str = ""
    """The profile it had; empty: none."""
    private: bool = False
    """It went into a field that hides what is typed; its words are not in here."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One line for the user and what to do next; also the shape an error is shown in."""

    severity: Severity
    message: str
    next_step: str = ""


@dataclass(frozen=True, slots=True)
class EngineStatus:
    """State of the engine for tray and ``status``."""

    state: EngineState
    model: ModelInfo | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class MicrophoneStatus:
    """Which microphone would be used now; ``name`` is empty when there is none."""

    name: str
    wanted: str = ""
    """The microphone of the settings, when it is not the one in use."""
    problem: Notice | None = None
    listening: bool = False
    """It is on between takes: what it hears is kept in memory for a moment (pre-roll)."""
