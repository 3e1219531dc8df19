"""The submenus in which one of several is chosen: profile, model, device, microphone, output."""

from __future__ import annotations

from pathlib import Path

from dictate.domain import OutputMethod, Phase
from dictate.gui import wording
from dictate.gui.facts import Facts, ModelRow
from dictate.gui.menu_lines import Action, Entry, Separator, Verb
from dictate.gui.translation import translate

RECOMMENDED_MODEL = "base"
"""The first real model: small enough to fetch at once, good enough to dictate with."""

DEFAULT_MICROPHONE = "default"
AUTO = "auto"
LONGEST = 64
"""Characters of a line; the hint holds all of a longer one."""


def profiles(facts: Facts) -> tuple[Entry, ...]:
    """Return the profiles to start a recording with; within one, the one it has is ticked."""
    is_free = facts.phase is not Phase.OPENING and facts.phase is not Phase.RECORDING
    return tuple(
        Entry(
            name.replace("&", "&&"),
            Action(Verb.START_WITH, name) if is_free else None,
            checked=None if is_free else name == facts.profile,
        )
        for name in facts.settings.profiles
    )


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
                hint=translate("Menu", "“Manage models…” fetches it."),
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
    short = wording.excerpt(text, LONGEST)
    hint = text if short != text else ""
    action = Action(Verb.USE_MICROPHONE, name)
    return Entry(short.replace("&", "&&"), action, checked=checked, hint=hint)


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
