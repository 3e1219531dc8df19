"""The menu as a value: what it says, what can be chosen, and what choosing means. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from dictate.domain import Fate, OutputMethod, Phase
from dictate.gui import wording
from dictate.gui.facts import Facts, ModelRow
from dictate.gui.translation import translate

RECOMMENDED_MODEL = "base"
"""The first real model: small enough to fetch at once, good enough to dictate with."""

DEFAULT_MICROPHONE = "default"
BUILTIN_MODEL = "builtin"
AUTO = "auto"


class Verb(StrEnum):
    """What a choice asks for."""

    TOGGLE = "toggle"
    CANCEL = "cancel"
    RETRY = "retry"
    USE_MODEL = "use_model"
    DOWNLOAD_MODEL = "download_model"
    USE_DEVICE = "use_device"
    USE_PRECISION = "use_precision"
    USE_MICROPHONE = "use_microphone"
    USE_OUTPUT = "use_output"
    SET_PRE_ROLL = "set_pre_roll"
    PAUSE = "pause"
    COPY_LAST = "copy_last"
    COPY_RAW = "copy_raw"
    COPY_TEXT = "copy_text"
    INSERT_TEXT = "insert_text"
    INSERT_AGAIN = "insert_again"
    TAKE_BACK = "take_back"
    SWAP = "swap"
    SETTINGS = "settings"
    MODELS = "models"
    FILES = "files"
    WELCOME = "welcome"
    HISTORY = "history"
    STATISTICS = "statistics"
    OPEN_SETTINGS = "open_settings"
    SHOW_WINDOW = "show_window"
    ABOUT = "about"
    QUIT = "quit"


@dataclass(frozen=True, slots=True)
class Action:
    """A choice: what to do, and with what."""

    verb: Verb
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. Without an action it only informs and is greyed."""

    text: str
    action: Action | None = None
    checked: bool | None = None
    """None: it cannot be ticked. Ticked lines of one submenu exclude one another."""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Separator:
    """A thin line."""


class Part(StrEnum):
    """Names a submenu, so that its list can be refreshed when it opens."""

    RECENT = "recent"
    AGAIN = "again"
    MODEL = "model"
    DEVICE = "device"
    MICROPHONE = "microphone"
    OUTPUT = "output"


@dataclass(frozen=True, slots=True)
class Submenu:
    """A menu in the menu."""

    part: Part
    text: str
    entries: tuple[Entry | Separator, ...]


Line: TypeAlias = Entry | Separator | Submenu


def build(facts: Facts) -> tuple[Line, ...]:
    """Return the whole menu."""
    return (
        *_status(facts),
        Separator(),
        *_dictation(facts),
        *_recent(facts),
        Separator(),
        Submenu(Part.MODEL, translate("Menu", "&Model"), models(facts)),
        Submenu(Part.DEVICE, translate("Menu", "&Device"), devices(facts)),
        Submenu(Part.MICROPHONE, translate("Menu", "Micro&phone"), microphones(facts)),
        Submenu(Part.OUTPUT, translate("Menu", "&Output"), outputs(facts)),
        Separator(),
        *_measures(facts),
        Entry(translate("Menu", "Show &window"), Action(Verb.SHOW_WINDOW)),
        Entry(translate("Menu", "Mana&ge models…"), Action(Verb.MODELS)),
        Entry(translate("Menu", "&Transcribe files…"), Action(Verb.FILES)),
        Entry(translate("Menu", "Histor&y…"), Action(Verb.HISTORY)),
        Entry(translate("Menu", "Stat&istics…"), Action(Verb.STATISTICS)),
        Entry(translate("Menu", "S&ettings…"), Action(Verb.SETTINGS)),
        Entry(translate("Menu", "&First steps…"), Action(Verb.WELCOME)),
        Entry(translate("Menu", "&About Dictate"), Action(Verb.ABOUT)),
        Separator(),
        Entry(translate("Menu", "&Quit"), Action(Verb.QUIT)),
    )


def _status(facts: Facts) -> tuple[Entry, ...]:
    lines = [wording.status_line(facts)]
    problem = facts.problem if facts.phase is Phase.IDLE else None
    if problem is None or problem.message != lines[0]:
        lines.append(wording.how_to_speak(facts))
    elif problem.next_step:
        lines.append(problem.next_step)
    lines += wording.recogniser_lines(facts)
    if facts.is_standing_in and facts.microphone and facts.microphone.problem:
        lines.append(facts.microphone.problem.message)
    if facts.is_listening:
        lines.append(wording.listening_line(facts))
    leaving = (Entry(line) for line in wording.leaving_lines(facts))  # never cut
    return (*(_information(line) for line in lines), *leaving)


def _information(text: str) -> Entry:
    """Return a greyed line; long ones are cut, their hint holds all."""
    short = wording.excerpt(text, 64)
    return Entry(short, hint=text if short != text else "")


def _dictation(facts: Facts) -> tuple[Entry, ...]:
    recording = facts.phase in (Phase.OPENING, Phase.RECORDING)
    stop, start = translate("Menu", "&Stop dictation"), translate("Menu", "&Start dictation")
    cancellable = recording or facts.phase is Phase.FINISHING or facts.cleaned is not None
    lines = [
        Entry(stop if recording else start, Action(Verb.TOGGLE)),
        Entry(translate("Menu", "&Cancel"), Action(Verb.CANCEL) if cancellable else None),
    ]
    lines.append(_pause(facts.is_paused))
    if facts.kept is not None:
        lines.append(_kept(facts.kept))
    if facts.last is not None:
        text = wording.excerpt(facts.last.text).replace("&", "&&")
        lines.append(
            Entry(
                translate("Menu", "Copy &last text: “{text}”").format(text=text),
                Action(Verb.COPY_LAST),
            )
        )
        if facts.last.raw_text:
            lines.append(_raw(facts.last.raw_text))
        lines += _rewriting(facts.last.raw_text)
    return tuple(lines)


def _recent(facts: Facts) -> tuple[Submenu, ...]:
    """Return the last texts to copy and to insert; that of the last take has lines of its own."""
    texts = facts.recent
    if not texts or (facts.last is not None and texts == (facts.last.text,)):
        return ()
    ways = (
        (Part.RECENT, translate("Menu", "Copy a rece&nt text"), Verb.COPY_TEXT),
        (Part.AGAIN, translate("Menu", "Insert a recent te&xt"), Verb.INSERT_TEXT),
    )
    return tuple(
        Submenu(part, title, tuple(Entry(_shown(text), Action(verb, text)) for text in texts))
        for part, title, verb in ways
    )


def _shown(text: str) -> str:
    return wording.excerpt(text).replace("&", "&&")


def _pause(is_paused: bool) -> Entry:
    if is_paused:
        text = translate("Menu", "Hear the &hotkeys again")
        return Entry(text, Action(Verb.PAUSE, "off"))
    hint = translate("Menu", "No key starts a recording until you choose this again.")
    return Entry(translate("Menu", "Pause the &hotkeys"), Action(Verb.PAUSE, "on"), hint=hint)


def _raw(text: str) -> Entry:
    return Entry(
        translate("Menu", "Copy it as it &was said"),
        Action(Verb.COPY_RAW),
        hint=wording.excerpt(text),
    )


def _rewriting(raw_text: str) -> tuple[Entry, ...]:
    again = translate("Menu", "&Insert the last text again")
    undo = translate("Menu", "&Take the last text back")
    hint = translate("Menu", "Removes it from the window it went to, if that has the keyboard.")
    lines = [
        Entry(again, Action(Verb.INSERT_AGAIN)),
        Entry(undo, Action(Verb.TAKE_BACK), hint=hint),
    ]
    if raw_text:
        swap = translate("Menu", "S&wap it for what was said")
        lines.append(Entry(swap, Action(Verb.SWAP), hint=wording.excerpt(raw_text)))
    return tuple(lines)


def _kept(fate: Fate) -> Entry:
    if fate is Fate.CANCELLED:
        text = translate("Menu", "&Bring back the cancelled recording")
        hint = translate("Menu", "Kept for ten minutes after it was cancelled.")
    else:
        text = translate("Menu", "&Try the last recording again")
        hint = translate("Menu", "Its text was not made; choose another model first if you like.")
    return Entry(text, Action(Verb.RETRY), hint=hint)


def models(facts: Facts) -> tuple[Entry | Separator, ...]:
    """Return the models: those on this machine to choose, the others greyed with their size."""
    wanted = facts.settings.engine.model
    here = [m for m in facts.models if m.is_cached]
    elsewhere = [m for m in facts.models if not m.is_cached]
    lines: list[Entry | Separator] = [_automatic(facts)]
    lines += [
        Entry(_model_text(m), Action(Verb.USE_MODEL, m.name), checked=wanted == m.name)
        for m in here
    ]
    if wanted != AUTO and facts.model(wanted) is None:  # a folder of the user's
        name = Path(wanted).name or wanted
        lines.append(Entry(name, Action(Verb.USE_MODEL, wanted), checked=True, hint=wanted))
    lines += _download(facts)
    if elsewhere:
        lines.append(Separator())
        lines += [
            Entry(
                _model_text(m),
                hint=translate("Menu", "Get it with: dictate models download {name}").format(
                    name=m.name
                ),
            )
            for m in elsewhere
        ]
    return tuple(lines)


def _automatic(facts: Facts) -> Entry:
    wanted = facts.settings.engine.model
    loaded = facts.model_in_use
    text = translate("Menu", "Automatic")
    if wanted == AUTO and loaded is not None:
        name = translate("Menu", "demonstration") if loaded.demonstration else loaded.name
        text = translate("Menu", "Automatic (now: {name})").format(name=name)
    return Entry(
        text,
        Action(Verb.USE_MODEL, AUTO),
        checked=wanted == AUTO,
        hint=translate("Menu", "The best model on this machine."),
    )


def _model_text(model: ModelRow) -> str:
    if model.is_demonstration:
        return translate("Menu", "Built-in demonstration (small vocabulary)")
    return f"{model.name} ({wording.size(model.size_mb)})"


def _download(facts: Facts) -> list[Entry | Separator]:
    if facts.is_downloading:
        return [Separator(), Entry(wording.download_line(facts))]
    offered = facts.model(RECOMMENDED_MODEL)
    if facts.has_real_model or offered is None:
        return []
    text = translate("Menu", "Download {name} ({size})…").format(
        name=offered.name, size=wording.size(offered.size_mb)
    )
    hint = translate("Menu", "Fetches this model once and uses it; dictating stays offline.")
    return [Separator(), Entry(text, Action(Verb.DOWNLOAD_MODEL, offered.name), hint=hint)]


def devices(facts: Facts) -> tuple[Entry | Separator, ...]:
    """Return the compute devices; those that cannot be used are greyed and say why."""
    wanted = facts.settings.engine.device
    lines: list[Entry | Separator] = []
    for row in facts.devices:
        name = wording.device_name(row.name)
        text = f"{name} – {row.obstacle}" if row.obstacle else name
        chosen = row.name == wanted
        usable = not row.obstacle or chosen
        action = Action(Verb.USE_DEVICE, row.name) if usable else None
        lines.append(Entry(text, action, checked=chosen, hint=row.obstacle))
    if all(row.name != wanted for row in facts.devices):  # "cuda:1"
        lines.append(
            Entry(wording.device_name(wanted), Action(Verb.USE_DEVICE, wanted), checked=True)
        )
    return tuple(lines)


def microphones(facts: Facts) -> tuple[Entry | Separator, ...]:
    """Return the microphones, the desktop's default first; a chosen one that is away stays."""
    wanted = facts.settings.audio.device
    default = translate("Menu", "Default of the desktop")
    in_use = facts.microphone.name if facts.microphone else ""
    if wanted == DEFAULT_MICROPHONE and in_use:
        default = translate("Menu", "Default of the desktop (now: {name})").format(name=in_use)
    lines: list[Entry | Separator] = [
        _microphone(DEFAULT_MICROPHONE, default, wanted == DEFAULT_MICROPHONE),
        Separator(),
    ]
    lines += [_microphone(name, name, wanted == name) for name in facts.microphones]
    if wanted != DEFAULT_MICROPHONE and wanted not in facts.microphones:
        away = translate("Menu", "{name} (not connected)").format(name=wanted)
        lines.append(_microphone(wanted, away, True))
    if len(lines) == 2:
        lines.append(Entry(translate("Menu", "No microphone found")))
    text, pre_roll_ms, hint = wording.pre_roll_choice(facts)
    choice = Entry(text, Action(Verb.SET_PRE_ROLL, str(pre_roll_ms)), hint=hint)
    return (*lines, Separator(), choice)


def _microphone(name: str, text: str, checked: bool) -> Entry:
    return Entry(text.replace("&", "&&"), Action(Verb.USE_MICROPHONE, name), checked=checked)


def outputs(facts: Facts) -> tuple[Entry | Separator, ...]:
    """Return the ways a text can arrive, those that need a file or a command only with one."""
    settings = facts.settings.output
    wanted = settings.method
    ways = [
        method
        for method in OutputMethod
        if method is wanted
        or not (
            (method is OutputMethod.FILE and not settings.file)
            or (method is OutputMethod.COMMAND and not settings.command)
        )
    ]
    return tuple(
        Entry(
            wording.method_name(method),
            Action(Verb.USE_OUTPUT, method.value),
            checked=method is wanted,
        )
        for method in ways
    )


def _measures(facts: Facts) -> tuple[Line, ...]:
    lines: list[Line] = []
    if facts.last is not None:
        lines.append(_information(wording.latency_line(facts.last)))
    held = facts.usage.models if facts.usage is not None else ()
    loaded = (_information(wording.held_line(model)) for model in held)
    return (*lines, _information(wording.usage_line(facts.usage)), *loaded, Separator())
