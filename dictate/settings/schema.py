"""The settings: one frozen group per stage. Defaults are what a new user gets without a file.

A group is a plain dataclass; the type of a field is what the file must hold, and ``check`` in its
metadata narrows it further. Docstrings under the fields are shown in the README and the file.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dictate.domain import OutputMethod, Task


class HotkeyMode(StrEnum):
    """What a press of the hotkey means."""

    HOLD = "hold"  # record while it is down
    TOGGLE = "toggle"  # one press starts, the next stops


class EncoderWindow(StrEnum):
    """How much sound the encoder is shown for a short take."""

    ADAPTIVE = "adaptive"
    FULL = "full"


class Tune(StrEnum):
    """Whether models are measured by themselves."""

    AUTO = "auto"
    NEVER = "never"


class LlmWhen(StrEnum):
    """Which texts a language model goes over."""

    NEVER = "never"
    SMALL_MODELS = "small_models"
    ALWAYS = "always"


class SpokenMarks(StrEnum):
    """Which names of punctuation marks are commands."""

    OFF = "off"
    CAREFUL = "careful"  # where prose would not have them
    ALWAYS = "always"


class OverlayShow(StrEnum):
    """What is seen of a take while it runs."""

    OFF = "off"
    MINIMAL = "minimal"  # level, time, phase
    FULL = "full"  # the text as well


class OverlayEdge(StrEnum):
    """Where the overlay stands."""

    TOP = "top"
    BOTTOM = "bottom"


Check = Callable[[Any], str]
"""Returns an empty string for a good value, else what a good one looks like."""


def _checked(default: Any, check: Check) -> Any:
    return field(default=default, metadata={"check": check})


def _table() -> Any:
    return field(default_factory=dict)


def _between(low: float, high: float) -> Check:
    def check(value: float) -> str:
        return "" if low <= value <= high else f"a number from {low:g} to {high:g}"

    return check


def _filled(value: str) -> str:
    return "" if value.strip() else "a text that is not empty"


def _language(value: str) -> str:
    well_formed = value == "auto" or (2 <= len(value) <= 3 and value.isalpha() and value.islower())
    return "" if well_formed else 'a language code such as "en" or "de", or "auto"'


def _languages(values: tuple[str, ...]) -> str:
    good = all(value != "auto" and not _language(value) for value in values)
    return "" if good else 'a list of language codes such as ["en", "de"]'


def _terms(values: tuple[str, ...]) -> str:
    good = all(value.strip() and value.isprintable() for value in values)
    return "" if good else "a list of names and terms, none of them empty"


def _absolute(value: str) -> str:
    good = not value or value.startswith("~") or Path(value).is_absolute()
    return "" if good else 'a path that begins at the root or with "~"'


def _words(values: tuple[str, ...]) -> str:
    good = not values or bool(values[0].strip())
    return "" if good else 'a program and its options such as ["program", "--option"]'


def _endpoint(value: str) -> str:
    try:
        parts = urlsplit(value)
        has_host = parts.scheme in ("http", "https") and bool(parts.hostname and parts.port != 0)
    except ValueError:  # a port that is no number, half an IPv6 address
        has_host = False
    good = has_host and "@" not in value and value.isprintable()
    if value in ("ollama", "llama.cpp") or good:
        return ""
    return '"ollama", "llama.cpp", or an address such as "http://127.0.0.1:11434/v1" without a key'


DEVICES = ("auto", "cpu", "cuda", "metal")
COMPUTE_TYPES = (
    "auto",
    "float32",
    "float16",
    "bfloat16",
    "int8",
    "int8_float32",
    "int8_float16",
    "int8_bfloat16",
)


def _device(value: str) -> str:
    name, _, index = value.partition(":")
    good = value in DEVICES or (name == "cuda" and index.isdigit())
    return "" if good else 'one of "auto", "cpu", "cuda", "cuda:1", "metal"'


def _compute_type(value: str) -> str:
    return "" if value in COMPUTE_TYPES else "one of " + ", ".join(f'"{t}"' for t in COMPUTE_TYPES)


DEFAULT_BINDING = "cmd_r" if sys.platform == "darwin" else "ctrl_r"
"""A lone modifier on the right: it types nothing itself and few programs use it."""


@dataclass(frozen=True, slots=True)
class HotkeySettings:
    """When to record."""

    binding: str = _checked(DEFAULT_BINDING, _filled)
    """A key or chord: "ctrl_r", "f9", "ctrl+alt+d"."""
    mode: HotkeyMode = HotkeyMode.HOLD
    """"hold" records while the key is down; "toggle" starts and stops with a press each."""
    cancel: str = _checked("esc", _filled)
    """Takes a running recording back."""


@dataclass(frozen=True, slots=True)
class AudioSettings:
    """Where sound comes from."""

    device: str = "default"
    """The microphone's name as `dictate devices` shows it, or "default"."""
    max_take_s: float = _checked(1800.0, _between(5, 7200))
    """A recording ends by itself after this many seconds (a key that got stuck)."""
    keep_warm_s: float = _checked(30.0, _between(0, 600))
    """So long the microphone stays open after a take; the next then starts at once. 0 is off."""
    pre_roll_ms: float = _checked(0.0, _between(0, 1000))
    """Keep the microphone on; a take begins this much before the press. 300-500 is good; 0: off."""
    journal: bool = True
    """Keep the sound on disk until its text has arrived, so that no crash loses it."""


@dataclass(frozen=True, slots=True)
class VadSettings:
    """What counts as speech."""

    threshold: float = _checked(0.4, _between(0.05, 0.95))
    """Probability from which a 32 ms frame is speech."""


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """How speech is recognised."""

    model: str = _checked("auto", _filled)
    """A name from `dictate models list`, a folder, or "auto": the best one on this machine."""
    device: str = _checked("auto", _device)
    """"auto", "cpu", "cuda", "cuda:1" or "metal"."""
    compute_type: str = _checked("auto", _compute_type)
    """Precision; "auto" takes what `dictate tune` found, else int8 on a CPU, float16 on a GPU."""
    tune: Tune = Tune.AUTO
    """"auto" measures a model once, in an idle minute; "never" leaves it to `dictate tune`."""
    language: str = _checked("auto", _language)
    """What is spoken: "en", "de", ... or "auto"."""
    languages: tuple[str, ...] = _checked((), _languages)
    """Your languages, such as ["en", "de"]: "auto" chooses among them. Empty: all there are."""
    vocabulary: tuple[str, ...] = _checked((), _terms)
    """Names and terms to expect, the most important ones first; the model spells them so."""
    task: Task = Task.TRANSCRIBE
    """"transcribe" writes what was said, "translate" writes it in English."""
    idle_unload_s: float = _checked(300.0, _between(0, 86400))
    """Give the model's memory back after this many seconds without a take; 0 keeps it."""
    keep_models: int = _checked(2, _between(1, 8))
    """So many models stay loaded, for switching between them at once; 1 keeps the one in use."""
    keep_models_mb: int = _checked(2000, _between(0, 1_000_000))
    """With more memory held by them, the others are put away."""
    keep_models_s: float = _checked(300.0, _between(0, 86400))
    """A model unused for so many seconds is put away while another one is in use."""
    encoder_window: EncoderWindow = EncoderWindow.ADAPTIVE
    """"adaptive" encodes as much as was said, "full" always Whisper's 30 s, which is slower."""
    decode_ahead: bool = True
    """Decode at pauses while one still speaks, so that the text is ready sooner."""
    beam_size: int = _checked(5, _between(1, 20))
    """How many readings are followed at once: more is slower and a little more accurate."""


@dataclass(frozen=True, slots=True)
class LlmSettings:
    """A language model that corrects texts; `dictate llm check` tries it."""

    when: LlmWhen = LlmWhen.NEVER
    """"never", "always", or "small_models": only after speech models up to `small`."""
    endpoint: str = _checked("ollama", _endpoint)
    """"ollama" or "llama.cpp" on this machine, or the address of any OpenAI-compatible server."""
    model: str = ""
    """The model's name there; empty: the first one it lists."""
    timeout_s: float = _checked(5.0, _between(0.5, 120))
    """When it takes longer, the text is written as it was."""


@dataclass(frozen=True, slots=True)
class HookSettings:
    """A command of yours that every text goes through, after all else."""

    command: tuple[str, ...] = _checked((), _words)
    """Gets the text as its input, and what it prints is written; there is no shell."""
    limit_s: float = _checked(5.0, _between(0.1, 120))
    """A command that takes longer is ended, and the text is written as it was."""


@dataclass(frozen=True, slots=True)
class TextSettings:
    """What is done to a text before it is written; `dictate text` shows it."""

    guards: bool = True
    """Drop what models write for noise where hardly anything was said, and endless loops."""
    spoken_marks: SpokenMarks = SpokenMarks.CAREFUL
    """"comma", "new line": commands "always", "careful" (not where prose has the word), "off"."""
    spoken_edits: bool = True
    """"scratch that" takes back the sentence before it."""
    fillers: bool = True
    """Leave out "um" and "äh", where the language is known."""
    repeats: bool = False
    """Write a word said twice in a row once."""
    numbers: bool = False
    """Write numbers, times, dates and units in digits (English, German)."""
    vocabulary_similarity: float = _checked(0.0, _between(0, 1))
    """Spell what resembles a term of `engine.vocabulary` as it is; 0.85 is good, 0 is off."""
    blank_after: bool = False
    """End every text with a blank, so that the next one can follow."""
    replacements: Mapping[str, str] = _table()
    """What is written for a phrase: "my mail" = "me@example.org"; may hold {date}, {clipboard}."""
    snippets: Mapping[str, str] = _table()
    """The same for a phrase that is all that was said."""
    patterns: Mapping[str, str] = _table()
    """Regular expressions and what is written for them: '(\\d+) euros' = '\\1 €'."""


@dataclass(frozen=True, slots=True)
class OutputSettings:
    """How the text arrives."""

    method: OutputMethod = OutputMethod.AUTO
    """"auto", or "type" keys, "paste", "copy" only, "file", "command"; what fails is copied."""
    paste_chord: str = _checked("cmd+v" if sys.platform == "darwin" else "auto", _filled)
    """What "paste" presses: a chord like "shift+insert", or "auto": what the window expects."""
    follow_focus: bool = False
    """Insert into whatever window has the keyboard by then, not only the one of the press."""
    keep_clipboard: bool = True
    """After pasting put back what was on the clipboard, pictures and all (X11)."""
    type_pace_ms: float = _checked(0.0, _between(0, 1000))
    """Rest after each typed character, for slow remote desktops."""
    file: str = _checked("", _absolute)
    """Where "file" appends texts, a line each: "~/notes.txt"."""
    command: tuple[str, ...] = _checked((), _words)
    """What "command" runs with the text as its input, without a shell: ["program", "--option"]."""
    command_limit_s: float = _checked(10.0, _between(0.1, 300))
    """A command that takes longer is ended."""


@dataclass(frozen=True, slots=True)
class OverlaySettings:
    """What a take looks and sounds like while it runs."""

    show: OverlayShow = OverlayShow.MINIMAL
    """A pill at the edge of the screen: "minimal", "full" with the text so far, or "off"."""
    edge: OverlayEdge = OverlayEdge.BOTTOM
    """"bottom" or "top"; it goes to the other one when the pointer is there."""
    sounds: bool = False
    """A short soft sound at start, stop and failure."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of the program."""

    hotkey: HotkeySettings = field(default_factory=HotkeySettings)
    audio: AudioSettings = field(default_factory=AudioSettings)
    vad: VadSettings = field(default_factory=VadSettings)
    engine: EngineSettings = field(default_factory=EngineSettings)
    text: TextSettings = field(default_factory=TextSettings)
    llm: LlmSettings = field(default_factory=LlmSettings)
    hook: HookSettings = field(default_factory=HookSettings)
    output: OutputSettings = field(default_factory=OutputSettings)
    overlay: OverlaySettings = field(default_factory=OverlaySettings)
