"""The settings: one frozen group per stage. Defaults are what a new user gets without a file.

A group is a plain dataclass; the type of a field is what the file must hold, and ``check`` in its
metadata narrows it further. Docstrings under the fields are shown in docs/settings.md and the file.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field

from dictate.domain import OutputMethod, Task
from dictate.settings import validation as valid
from dictate.settings.bindings import BINDINGS, ExtraBinding
from dictate.settings.choices import (
    Adapt,
    AskForUpdates,
    EncoderWindow,
    HotkeyMode,
    KeepHistory,
    LlmWhen,
    OverlayEdge,
    OverlayShow,
    RemoteWhen,
    SpokenMarks,
    Tune,
)
from dictate.settings.profiles import PROFILES, Profile
from dictate.settings.validation import between, checked, table
from dictate.settings.whole import whole

DEFAULT_BINDING = "cmd_r" if sys.platform == "darwin" else "ctrl_r"
"""A lone modifier on the right: it types nothing itself and few programs use it."""


@dataclass(frozen=True, slots=True)
class HotkeySettings:
    """When to record."""

    binding: str = checked(DEFAULT_BINDING, valid.filled)
    """A key, chord or mouse button: "ctrl_r", "f9", "ctrl+alt+d", "mouse_x1"."""
    mode: HotkeyMode = HotkeyMode.HOLD
    """"hold" a key, "toggle" by presses, "tap": both on one key; "double_tap", "hands_free"."""
    cancel: str = checked("esc", valid.filled)
    """Takes back the recording, or the text that is being made."""
    undo: str = checked("", valid.chord)
    """A key that takes the last text out of its window again; empty: none."""
    swap: str = checked("", valid.chord)
    """A key that writes the last text as it was heard instead of as it was cleaned, or back."""
    again: str = checked("", valid.chord)
    """A key that inserts the last text once more."""
    profile: str = ""
    """The profile of takes begun with this hotkey; empty: that of the window."""
    silence_s: float = checked(2.0, between(0.5, 60))
    """"hands_free" ends a recording after so many seconds of silence."""
    bindings: tuple[ExtraBinding, ...] = whole(tuple, BINDINGS)
    """Further hotkeys with mode and profile, as [[hotkey.bindings]]."""


@dataclass(frozen=True, slots=True)
class AudioSettings:
    """Where sound comes from."""

    device: str = "default"
    """The microphone's name as `dictate devices` shows it, or "default"."""
    max_take_s: float = checked(1800.0, between(5, 7200))
    """A recording ends by itself after this many seconds (a key that got stuck)."""
    keep_warm_s: float = checked(30.0, between(0, 600))
    """So long the microphone stays open after a take; the next then starts at once. 0 is off."""
    pre_roll_ms: float = checked(0.0, between(0, 1000))
    """Keep the microphone on; a take begins this much before the press. 300-500 is good; 0: off."""
    journal: bool = True
    """Keep the sound on disk until its text has arrived, so that no crash loses it."""


@dataclass(frozen=True, slots=True)
class VadSettings:
    """What counts as speech."""

    threshold: float = checked(0.4, between(0.05, 0.95))
    """Probability from which a 32 ms frame is speech."""


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """How speech is recognised."""

    model: str = checked("auto", valid.filled)
    """A name from `dictate models list`, a folder, or "auto": the best one on this machine."""
    device: str = checked("auto", valid.device)
    """"auto", "cpu", "cuda", "cuda:1" or "metal"."""
    compute_type: str = checked("auto", valid.compute_type)
    """Precision; "auto" takes what `dictate tune` found, else int8 on a CPU, float16 on a GPU."""
    tune: Tune = Tune.AUTO
    """"auto" measures a model once, in an idle minute; "never" leaves it to `dictate tune`."""
    language: str = checked("auto", valid.language)
    """What is spoken: "en", "de", ... or "auto"."""
    languages: tuple[str, ...] = checked((), valid.languages)
    """Your languages, such as ["en", "de"]: "auto" chooses among them. Empty: all there are."""
    vocabulary: tuple[str, ...] = checked((), valid.terms)
    """Names and terms to expect, the most important ones first; the model spells them so."""
    task: Task = Task.TRANSCRIBE
    """"transcribe" writes what was said, "translate" writes it in English."""
    idle_unload_s: float = checked(300.0, between(0, 86400))
    """Give the model's memory back after this many seconds without a take; 0 keeps it."""
    keep_models: int = checked(2, between(1, 8))
    """So many models stay loaded, for switching between them at once; 1 keeps the one in use."""
    keep_models_mb: int = checked(2000, between(0, 1_000_000))
    """With more memory held by them, the others are put away."""
    keep_models_s: float = checked(300.0, between(0, 86400))
    """A model unused for so many seconds is put away while another one is in use."""
    encoder_window: EncoderWindow = EncoderWindow.ADAPTIVE
    """"adaptive" encodes as much as was said, "full" always Whisper's 30 s, which is slower."""
    decode_ahead: bool = True
    """Decode at pauses while one still speaks, so that the text is ready sooner."""
    beam_size: int = checked(5, between(1, 20))
    """How many readings are followed at once: more is slower and a little more accurate."""
    adapt: Adapt = Adapt.SUGGEST
    """A model that is too slow or large for long: "suggest" a smaller one, or "auto" takes it."""
    target_ms: float = checked(1500.0, between(100, 60000))
    """Too slow for `adapt`: half of the texts come later than this after the release."""


@dataclass(frozen=True, slots=True)
class RemoteSettings:
    """A speech server that recognises in place of this machine; `dictate remote check` tries it."""

    when: RemoteWhen = RemoteWhen.NEVER
    """"never", or "always": takes are sent there, and recognised here where it does not answer."""
    endpoint: str = checked("http://127.0.0.1:8000/v1", valid.address)
    """The address of any server with OpenAI's /v1/audio/transcriptions."""
    model: str = ""
    """The model's name there; empty: the first one for speech it lists."""
    timeout_s: float = checked(5.0, between(0.5, 120))
    """After this many seconds, and a tenth of what was said, what is recognised here is written."""
    while_speaking: bool = False
    """Send parts at pauses already: sooner done, but up to half more is sent, and paid for."""


@dataclass(frozen=True, slots=True)
class LlmSettings:
    """A language model that corrects texts; `dictate llm check` tries it."""

    when: LlmWhen = LlmWhen.NEVER
    """"never", "always", or "small_models": only after speech models up to `small`."""
    endpoint: str = checked("ollama", valid.endpoint)
    """"ollama" or "llama.cpp" on this machine, or the address of any OpenAI-compatible server."""
    model: str = ""
    """The model's name there; empty: the first one it lists."""
    timeout_s: float = checked(5.0, between(0.5, 120))
    """When it takes longer, the text is written as it was."""


@dataclass(frozen=True, slots=True)
class HookSettings:
    """A command of yours that every text goes through, after all else."""

    command: tuple[str, ...] = checked((), valid.command)
    """Gets the text as its input, and what it prints is written; there is no shell."""
    limit_s: float = checked(5.0, between(0.1, 120))
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
    vocabulary_similarity: float = checked(0.0, between(0, 1))
    """Spell what resembles a term of `engine.vocabulary` as it is; 0.85 is good, 0 is off."""
    fit_to_caret: bool = True
    """Capital and blank by what stands before the cursor, where that can be read (Linux)."""
    blank_after: bool = False
    """End every text with a blank, so that the next one can follow."""
    replacements: Mapping[str, str] = table()
    """What is written for a phrase: "my mail" = "me@example.org"; may hold {date}, {clipboard}."""
    snippets: Mapping[str, str] = table()
    """The same for a phrase that is all that was said."""
    patterns: Mapping[str, str] = table()
    """Regular expressions and what is written for them: '(\\d+) euros' = '\\1 €'."""


@dataclass(frozen=True, slots=True)
class OutputSettings:
    """How the text arrives."""

    method: OutputMethod = OutputMethod.AUTO
    """"auto", or "type" keys, "paste", "copy" only, "file", "command"; what fails is copied."""
    paste_chord: str = checked("cmd+v" if sys.platform == "darwin" else "auto", valid.filled)
    """What "paste" presses: a chord like "shift+insert", or "auto": what the window expects."""
    follow_focus: bool = False
    """Insert into whatever window has the keyboard by then, not only the one of the press."""
    keep_clipboard: bool = True
    """After pasting put back what was on the clipboard, pictures and all (X11)."""
    type_pace_ms: float = checked(0.0, between(0, 1000))
    """Rest after each typed character, for slow remote desktops."""
    file: str = checked("", valid.absolute_path)
    """Where "file" appends texts, a line each: "~/notes.txt"."""
    submit_key: str = checked("", valid.chord)
    """Pressed after a text has arrived, such as "enter"; empty: none. Mostly for a profile."""
    command: tuple[str, ...] = checked((), valid.command)
    """What "command" runs with the text as its input, without a shell: ["program", "--option"]."""
    command_limit_s: float = checked(10.0, between(0.1, 300))
    """A command that takes longer is ended."""


@dataclass(frozen=True, slots=True)
class HistorySettings:
    """Which texts can be found again; all of it stays on this machine."""

    keep: KeepHistory = KeepHistory.TEXT
    """"off" keeps nothing, "text" texts and times, "audio" also what was said (audio.journal)."""
    days: int = checked(90, between(0, 36500))
    """What is older is deleted; 0 is no limit."""
    count: int = checked(5000, between(0, 1_000_000))
    """So many texts are kept at most; 0 is no limit."""
    size_mb: int = checked(500, between(0, 1_000_000))
    """So much room texts and sound take at most, the oldest are deleted; 0 is no limit."""


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
class SystemSettings:
    """How the program lives on your desktop."""

    autostart: bool = False
    """Start Dictate when you log in."""
    language: str = checked("auto", valid.interface_language)
    """Of menus and windows: "en", "de", or "auto": your desktop's."""


@dataclass(frozen=True, slots=True)
class UpdateSettings:
    """Whether you hear of newer versions; `dictate updates check` asks now."""

    ask: AskForUpdates = AskForUpdates.NEVER
    """"never", "daily" or "weekly": how often the feed is asked for a newer version."""
    feed: str = checked("", valid.feed)
    """An https address or a file that names the newest version; empty: nothing is ever asked."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of the program."""

    hotkey: HotkeySettings = field(default_factory=HotkeySettings)
    audio: AudioSettings = field(default_factory=AudioSettings)
    vad: VadSettings = field(default_factory=VadSettings)
    engine: EngineSettings = field(default_factory=EngineSettings)
    remote: RemoteSettings = field(default_factory=RemoteSettings)
    text: TextSettings = field(default_factory=TextSettings)
    llm: LlmSettings = field(default_factory=LlmSettings)
    hook: HookSettings = field(default_factory=HookSettings)
    output: OutputSettings = field(default_factory=OutputSettings)
    history: HistorySettings = field(default_factory=HistorySettings)
    overlay: OverlaySettings = field(default_factory=OverlaySettings)
    system: SystemSettings = field(default_factory=SystemSettings)
    updates: UpdateSettings = field(default_factory=UpdateSettings)
    profiles: Mapping[str, Profile] = whole(dict, PROFILES)
    """What is different for some windows or hotkeys, as [profiles.NAME]."""
