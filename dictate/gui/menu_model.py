"""The menu as a value: what it says, what can be chosen, and what choosing means. No Qt."""

from __future__ import annotations

from dataclasses import replace

from dictate.domain import Fate, Phase
from dictate.events import UpdateSeen
from dictate.gui import menu_choices, mnemonics, wording
from dictate.gui.core_sentences import told
from dictate.gui.facts import Facts
from dictate.gui.menu_lines import Action, Entry, Line, Part, Separator, Submenu, Verb
from dictate.gui.translation import translate


def build(facts: Facts) -> tuple[Line, ...]:
    """Return the whole menu."""
    lines: tuple[Line, ...] = (
        *_status(facts),
        Separator(),
        *_dictation(facts),
        *_profiles(facts),
        *_last(facts),
        *_recent(facts),
        Separator(),
        Submenu(Part.MODEL, translate("Menu", "&Model"), menu_choices.models(facts)),
        Submenu(Part.DEVICE, translate("Menu", "&Device"), menu_choices.devices(facts)),
        Submenu(Part.MICROPHONE, translate("Menu", "Micro&phone"), menu_choices.microphones(facts)),
        Submenu(Part.OUTPUT, translate("Menu", "&Output"), menu_choices.outputs(facts)),
        Separator(),
        *_measures(facts),
        Entry(translate("Menu", "Show &window"), Action(Verb.SHOW_WINDOW)),
        Entry(translate("Menu", "Mana&ge models…"), Action(Verb.MODELS)),
        Entry(translate("Menu", "&Transcribe files…"), Action(Verb.FILES)),
        Entry(translate("Menu", "Histor&y…"), Action(Verb.HISTORY)),
        Entry(translate("Menu", "Stat&istics…"), Action(Verb.STATISTICS)),
        Entry(translate("Menu", "S&ettings…"), Action(Verb.SETTINGS)),
        *_update(facts.update),
        Submenu(Part.HELP, translate("Menu", "&Help"), _help()),
        Separator(),
        Entry(translate("Menu", "&Quit"), Action(Verb.QUIT)),
    )
    texts = iter(mnemonics.distinct(line.text for line in lines if not isinstance(line, Separator)))
    return tuple(
        line if isinstance(line, Separator) else replace(line, text=next(texts)) for line in lines
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
        lines.append(told(facts.microphone.problem.message))
    if facts.is_listening:
        lines.append(wording.listening_line(facts))
    leaving = (Entry(line) for line in wording.leaving_lines(facts))  # never cut
    return (*(_information(line) for line in lines), *leaving)


def _information(text: str) -> Entry:
    """Return a greyed line; long ones are cut, their hint holds all."""
    short = wording.excerpt(text, menu_choices.LONGEST)
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
    return tuple(lines)


def _last(facts: Facts) -> tuple[Entry | Submenu, ...]:
    if facts.last is None:
        return ()
    text = wording.excerpt(facts.last.text).replace("&", "&&")
    copy = translate("Menu", "Copy &last text: “{text}”").format(text=text)
    title = translate("Menu", "Las&t text")
    return (
        Entry(copy, Action(Verb.COPY_LAST)),
        Submenu(Part.LAST, title, _rewriting(facts.last.raw_text)),
    )


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


def _profiles(facts: Facts) -> tuple[Submenu, ...]:
    lines = menu_choices.profiles(facts)
    title = translate("Menu", "Start with p&rofile")
    return (Submenu(Part.PROFILE, title, lines),) if lines else ()


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
        lines.append(_raw(raw_text))
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


def _help() -> tuple[Entry, ...]:
    return (
        Entry(translate("Menu", "&First steps…"), Action(Verb.WELCOME)),
        Entry(translate("Menu", "&About Dictate"), Action(Verb.ABOUT)),
    )


def _update(update: UpdateSeen) -> tuple[Entry, ...]:
    if not update.version:
        return ()
    text = translate("Menu", "&Version {version} is available…").format(version=update.version)
    return (Entry(text, Action(Verb.OPEN_PAGE, update.page), hint=update.notes),)


def _measures(facts: Facts) -> tuple[Line, ...]:
    lines: list[Line] = []
    if facts.last is not None:
        lines.append(_information(wording.latency_line(facts.last)))
    # What the model in use holds stands behind its name already.
    held = facts.usage.models if facts.usage is not None else ()
    others = [model for model in held if model is not facts.held_by_model_in_use]
    loaded = (_information(wording.held_line(model)) for model in others)
    return (*lines, _information(wording.usage_line(facts.usage)), *loaded, Separator())
