"""How settings look in their window: label, kind of field, names of choices. Data, no Qt.

What is not named here still appears: its label comes from the key, its unit from the ending of the
key, its field from its type. Texts are English and translated where they are shown (the context is
``Setting``; ``scripts/translations`` finds them here and in the schema).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from dictate.settings.validation import COMPUTE_TYPES


class FieldKind(StrEnum):
    """What a setting is edited with."""

    SWITCH = "switch"
    CHOICE = "choice"
    OPEN_CHOICE = "open_choice"  # these, or what one types
    NUMBER = "number"
    TEXT = "text"
    PATH = "path"
    COMMAND = "command"
    HOTKEY = "hotkey"
    MICROPHONE = "microphone"
    MODEL = "model"
    LANGUAGE = "language"
    LANGUAGES = "languages"
    LIST = "list"
    TABLE = "table"
    PROFILE = "profile"  # the name of one
    PROFILES = "profiles"
    HOTKEYS = "hotkeys"
    OPAQUE = "opaque"  # only the file can hold it


@dataclass(frozen=True, slots=True)
class Look:
    """How one setting looks; what is empty follows from the setting itself."""

    label: str = ""
    kind: FieldKind | None = None
    unit: str = ""
    choices: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    hints: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """What each choice does, in a sentence."""
    columns: tuple[str, ...] = ()
    doc: str | None = None
    """In place of the text in the schema, which speaks of the file; None keeps that."""


GROUPS: Mapping[str, str] = {
    "hotkey": "Hotkey",
    "audio": "Microphone",
    "vad": "Voice detection",
    "engine": "Recognition",
    "remote": "Speech server",
    "text": "Text",
    "llm": "Clean-up",
    "hook": "Your own command",
    "output": "Output",
    "overlay": "Overlay and sounds",
    "history": "History",
    "profiles": "Profiles",
    "system": "System",
    "updates": "Updates",
}

UNITS: Mapping[str, str] = {"_s": "s", "_ms": "ms", "_mb": "MB", "_hz": "Hz", "_days": "days"}
"""By the ending of a key."""

_WHEN = {"never": "Never", "always": "Always"}

LOOKS: Mapping[str, Look] = {
    "hotkey.binding": Look(
        "Hotkey", FieldKind.HOTKEY, doc="A key, or several that are held together."
    ),
    "hotkey.mode": Look(
        "Way to press",
        choices={
            "hold": "Hold",
            "toggle": "Press and press again",
            "tap": "Tap or hold",
            "double_tap": "Double tap",
            "hands_free": "Hands-free",
        },
        hints={
            "hold": "Records for as long as the key is down.",
            "toggle": "One press starts, the next one stops.",
            "tap": "After a short tap the next press stops; held longer, letting go does.",
            "double_tap": "Two quick taps start, one press stops.",
            "hands_free": "One press starts; silence stops, or the next press.",
        },
        doc="",
    ),
    "hotkey.cancel": Look("Cancel key", FieldKind.HOTKEY),
    "hotkey.undo": Look(
        "Take back key",
        FieldKind.HOTKEY,
        doc="Takes the last text out of its window again; empty: none.",
    ),
    "hotkey.swap": Look(
        "Swap key",
        FieldKind.HOTKEY,
        doc="Writes the last text as it was heard instead of as it was cleaned, or back.",
    ),
    "hotkey.again": Look(
        "Insert again key", FieldKind.HOTKEY, doc="Inserts the last text once more."
    ),
    "hotkey.bindings": Look(
        "Further hotkeys",
        FieldKind.HOTKEYS,
        columns=("Keys", "Way to press", "Profile"),
        doc="Each with a way of its own to press it, and a profile if wished.",
    ),
    "hotkey.profile": Look(
        "Profile", FieldKind.PROFILE, doc="Which recordings begun with this hotkey have."
    ),
    "hotkey.silence_s": Look("Silence that ends", doc="In hands-free recordings."),
    "profiles": Look(
        "Profiles",
        FieldKind.PROFILES,
        columns=("Window class", "Program", "Title"),
        doc="What is different for some windows or hotkeys: language, model, output and more, or "
        "that all stays private. The first one that fits a window counts.",
    ),
    "audio.device": Look("Microphone", FieldKind.MICROPHONE, doc=""),
    "audio.max_take_s": Look("Longest recording"),
    "audio.keep_warm_s": Look("Stay open after a recording"),
    "audio.pre_roll_ms": Look("Begin before the press"),
    "audio.journal": Look("Survive crashes"),
    "vad.threshold": Look("Speech from a probability of"),
    "engine.model": Look(
        "Model", FieldKind.MODEL, doc="Automatic takes the best one on this machine."
    ),
    "engine.device": Look(
        "Runs on",
        FieldKind.OPEN_CHOICE,
        choices={"auto": "Automatic", "cpu": "CPU", "cuda": "CUDA", "metal": "Metal"},
        doc="A certain card is written as cuda:1.",
    ),
    "engine.compute_type": Look(
        "Precision",
        FieldKind.CHOICE,
        choices={name: "Automatic" if name == "auto" else name for name in COMPUTE_TYPES},
        doc="Automatic takes what was measured, else int8 on a CPU and float16 on a GPU.",
    ),
    "engine.tune": Look(
        "Measure models",
        choices={"auto": "Once, in an idle minute", "never": "Only when asked"},
        doc="In which precision a model is fastest here; `dictate tune` does it at once.",
    ),
    "engine.language": Look("Spoken language", FieldKind.LANGUAGE, doc=""),
    "engine.languages": Look(
        "My languages",
        FieldKind.LANGUAGES,
        doc="Finding out chooses among these. With none, among all there are.",
    ),
    "engine.vocabulary": Look("Vocabulary", columns=("Name or term",)),
    "engine.task": Look(
        "Write",
        choices={"transcribe": "What was said", "translate": "An English translation"},
        doc="",
    ),
    "engine.idle_unload_s": Look("Put the model away when idle"),
    "engine.keep_models": Look("Models kept loaded"),
    "engine.keep_models_mb": Look("Memory for kept models"),
    "engine.keep_models_s": Look("Keep an unused model"),
    "engine.encoder_window": Look(
        "Encoder window",
        choices={"adaptive": "As much as was said", "full": "Always 30 s"},
        doc="The full window is slower.",
    ),
    "engine.decode_ahead": Look("Recognise at pauses"),
    "engine.beam_size": Look("Readings followed at once"),
    "engine.adapt": Look(
        "When a model is too slow",
        choices={
            "off": "Do nothing",
            "suggest": "Suggest a smaller one",
            "auto": "Take a smaller one",
        },
        doc="",
    ),
    "engine.target_ms": Look(
        "Too slow from", doc="Half of the texts come later than this after the release."
    ),
    "remote.when": Look(
        "Use the server",
        choices=_WHEN,
        doc="Takes are sent there, and recognised here where it does not answer.",
    ),
    "remote.endpoint": Look("Address"),
    "remote.model": Look("Model there"),
    "remote.timeout_s": Look("Wait for the server"),
    "remote.while_speaking": Look("Send while speaking"),
    "text.guards": Look("Drop invented text"),
    "text.spoken_marks": Look(
        "Spoken marks",
        choices={"off": "Off", "careful": "Not within prose", "always": "Always a command"},
        doc="“Comma”, “new line” and the like set the mark.",
    ),
    "text.spoken_edits": Look("“Scratch that”", doc="Takes back the sentence before it."),
    "text.fillers": Look("Leave out fillers"),
    "text.repeats": Look("Leave out repeats"),
    "text.numbers": Look("Numbers in digits"),
    "text.vocabulary_similarity": Look(
        "Likeness to vocabulary",
        doc="Spell what resembles a term of the vocabulary as it is; 0.85 is good, 0 is off.",
    ),
    "text.blank_after": Look("Blank after a text"),
    "text.fit_to_caret": Look("Fit to the cursor"),
    "text.replacements": Look(
        "Replacements",
        columns=("Said", "Written"),
        doc="Wherever it is said. May hold {date}, {time} and {clipboard}; Shift+Return breaks "
        "the line.",
    ),
    "text.snippets": Look("Snippets", columns=("Said alone", "Written")),
    "text.patterns": Look(
        "Patterns",
        columns=("Regular expression", "Written"),
        doc="In this order, after all else; \\1 is the first group.",
    ),
    "llm.when": Look("Use it", choices={**_WHEN, "small_models": "After small models"}, doc=""),
    "llm.endpoint": Look(
        "Server",
        FieldKind.OPEN_CHOICE,
        choices={"ollama": "Ollama on this machine", "llama.cpp": "llama.cpp on this machine"},
        doc="Or the address of any server that speaks OpenAI's protocol.",
    ),
    "llm.model": Look("Model there"),
    "llm.timeout_s": Look("Wait for the answer"),
    "hook.command": Look("Command", FieldKind.COMMAND),
    "hook.limit_s": Look("Longest run"),
    "output.method": Look(
        "A text arrives",
        choices={
            "auto": "Typed or pasted, whatever suits the window",
            "type": "Typed",
            "paste": "Pasted through the clipboard",
            "copy": "On the clipboard only",
            "file": "In a file",
            "command": "As the input of a command",
        },
        doc="What fails is copied.",
    ),
    "output.paste_chord": Look(
        "Paste with",
        FieldKind.OPEN_CHOICE,
        choices={"auto": "What the window expects"},
        doc="Or a chord such as shift+insert.",
    ),
    "output.follow_focus": Look("Follow the focus"),
    "output.keep_clipboard": Look("Give the clipboard back"),
    "output.type_pace_ms": Look("Rest after each character"),
    "output.submit_key": Look(
        "Key after a text", doc="Such as enter, to send a message; empty: none."
    ),
    "output.file": Look("File", FieldKind.PATH, doc="Texts are appended, a line each."),
    "output.command": Look(
        "Command", FieldKind.COMMAND, doc="Gets the text as its input; there is no shell."
    ),
    "output.command_limit_s": Look("Longest run"),
    "history.keep": Look(
        "Keep",
        choices={"off": "Nothing", "text": "Texts", "audio": "Texts and what was said"},
        doc="What was said is kept only while recordings are kept on disk until the text is there.",
    ),
    "history.days": Look("Keep for", unit="days"),
    "history.count": Look("Most texts"),
    "history.size_mb": Look("Room at most"),
    "overlay.show": Look(
        "Overlay",
        choices={"off": "Off", "minimal": "Small", "full": "With the text so far"},
        doc="A pill at the edge of the screen while a take runs.",
    ),
    "overlay.edge": Look(
        "Edge of the screen",
        choices={"top": "Top", "bottom": "Bottom"},
        doc="It goes to the other one when the pointer is there.",
    ),
    "overlay.sounds": Look("Sounds"),
    "system.autostart": Look("Start at the log-in", doc=""),
    "system.language": Look(
        "Language",
        FieldKind.CHOICE,
        choices={"auto": "Of the desktop", "en": "English", "de": "Deutsch"},
        doc="Windows that are open keep theirs until they are opened again.",
    ),
    "updates.ask": Look(
        "Look for a newer version",
        choices={"never": "Never", "daily": "Once a day", "weekly": "Once a week"},
        doc="Nothing but the feed below is asked, and nothing is installed.",
    ),
    "updates.feed": Look(
        "Feed",
        doc="An https address, or a file, that names the newest version. Empty: nothing is asked.",
    ),
}
