"""What is to be said about a chord that somebody recorded: why it cannot work, or what to expect.

Pure, apart from the translation.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from dictate import keynames
from dictate.errors import BindingInvalid
from dictate.gui import key_words
from dictate.gui.translation import translate
from dictate.hotkey import binding, rules
from dictate.hotkey.binding import Binding
from dictate.hotkey.chord_recorder import generalised
from dictate.settings import salvage
from dictate.settings.choices import HotkeyMode
from dictate.settings.schema import HotkeySettings

SHORT_S = 0.03
"""A key that is up again sooner was not held by a hand."""

_WRITING = frozenset({"space", "enter", "tab", "backspace", "delete", "kp_enter"})
_MOVING = frozenset(
    {"left", "right", "up", "down", "home", "end", "page_up", "page_down", "insert", "menu", "esc"}
)
_LOCKS = frozenset({"caps_lock", "num_lock", "scroll_lock"})
_COMMON = {
    "ctrl+c": "copy", "ctrl+v": "paste", "ctrl+x": "cut", "ctrl+z": "undo", "ctrl+y": "redo",
    "ctrl+a": "select all", "ctrl+s": "save", "ctrl+f": "find", "ctrl+n": "new", "ctrl+o": "open",
    "ctrl+p": "print", "ctrl+w": "close", "ctrl+t": "new tab", "ctrl+q": "quit", "alt+f4": "close",
    "alt+tab": "change windows", "ctrl+tab": "change tabs", "cmd+l": "lock the screen",
    "cmd+c": "copy", "cmd+v": "paste", "cmd+q": "quit", "cmd+tab": "change programs",
    "cmd+space": "search", "f1": "help", "f5": "reload", "f11": "full screen",
    "print_screen": "take a picture of the screen", "ctrl+alt+t": "open a terminal",
    "ctrl+shift+c": "copy in terminals", "ctrl+shift+v": "paste in terminals",
}  # fmt: skip


class Purpose(Enum):
    """What a key is recorded for."""

    SPEAK = auto()
    CANCEL = auto()
    ERRAND = auto()


@dataclass(frozen=True, slots=True)
class Others:
    """The keys that have a meaning already, as in the settings."""

    cancel: str = ""
    hotkeys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Advice:
    """What is said of a chord; with a refusal it cannot be used."""

    refusal: str = ""
    warnings: tuple[str, ...] = ()


def purpose_of(setting: str) -> Purpose:
    """Return what the key of a setting is for."""
    if setting == "hotkey.cancel":
        return Purpose.CANCEL
    is_errand = setting.removeprefix("hotkey.") in [errand.value for errand in rules.Errand]
    return Purpose.ERRAND if is_errand else Purpose.SPEAK


def others_than(setting: str, hotkey: HotkeySettings) -> Others:
    """Return the keys beside that of a setting."""
    named = {f"hotkey.{errand}": keys for errand, keys in rules.errands(hotkey).items()}
    named["hotkey.binding"] = hotkey.binding
    found = [keys for name, keys in named.items() if keys and name != setting]
    found += [extra.binding for extra in hotkey.bindings]
    return Others("" if setting == "hotkey.cancel" else hotkey.cancel, tuple(found))


def advise(
    chord: Binding, purpose: Purpose, others: Others, mode: HotkeyMode, held_s: float = 1.0
) -> Advice:
    """Return what is to be said about a key that is to get a meaning beside others."""
    refusal = _refusal(chord, purpose, others)
    if refusal:
        return Advice(refusal)
    holds = purpose is Purpose.SPEAK and mode is HotkeyMode.HOLD
    return Advice(warnings=tuple(_warnings(chord, purpose, held_s if holds else SHORT_S)))


def _refusal(chord: Binding, purpose: Purpose, others: Others) -> str:
    if not chord.keys:
        return translate("Hotkey", "No key was pressed.")
    if purpose is not Purpose.CANCEL and _types(chord):
        return translate(
            "Hotkey", "This key is for writing. Add Ctrl, Alt or Super, or take a function key."
        )
    return in_the_way(chord, purpose, others)


def in_the_way(chord: Binding, purpose: Purpose, others: Others) -> str:
    """Return which key that has a meaning already is in the way of another one, if any."""
    is_cancel = purpose is Purpose.CANCEL
    for rival in _parsed([others.cancel]):
        if _within(rival, chord):
            words = translate("Hotkey", "The cancel key {key} is in the way.")
            return words.format(key=key_words.in_words(rival))
    for rival in _parsed(others.hotkeys):
        if _within(rival, chord) if is_cancel else rules.in_the_way(chord, rival):
            words = translate("Hotkey", "The hotkey {key} is in the way.")
            return words.format(key=key_words.in_words(rival))
    return ""


def misread(text: str) -> str:
    """Return in a sentence why a text names no keys, empty where it does."""
    with contextlib.suppress(BindingInvalid):
        binding.parse(text)
        return ""
    parts = keynames.split_chord(text) if text.strip() else []
    unknown = next((part for part in parts if part and keynames.canonical(part) is None), "")
    if unknown:
        words = translate("Hotkey", 'There is no key called "{key}".')
        told = [words.format(key=salvage.shown(unknown))]
        if near := keynames.nearest(unknown):
            told.append(translate("Hotkey", 'Did you mean "{key}"?').format(key=near))
        return " ".join(told)
    if parts and all(parts):
        return translate("Hotkey", "It names the same key twice.")
    return translate("Hotkey", 'Name a key, or several with "+" between: f9, ctrl+alt+d.')


def _parsed(chords: Sequence[str]) -> list[Binding]:
    found = []
    for chord in chords:
        with contextlib.suppress(BindingInvalid):
            found.append(binding.parse(chord))
    return found


def _within(one: Binding, other: Binding) -> bool:
    """Tell whether one is pressed along with the other."""
    return one == other or one.complete(other.keys) or other.complete(one.keys)


def _types(chord: Binding) -> bool:
    """Tell whether the chord writes or moves the cursor where the text is to go."""
    strong = {_base(key) for key in chord.keys} & {"ctrl", "alt", "cmd"}
    others = chord.keys - keynames.MODIFIERS
    return bool(others) and not strong and any(_is_for_writing(key) for key in others)


def _is_for_writing(key: str) -> bool:
    return len(key) == 1 or key in _WRITING | _MOVING or key.startswith("kp_")


def _base(key: str) -> str:
    return key.removesuffix("_l").removesuffix("_r")


def _warnings(chord: Binding, purpose: Purpose, held_s: float) -> list[str]:
    found: list[str] = []
    common = _COMMON.get(_plain(chord))
    if common:
        words = translate("Hotkey", "Many programs use it to {what}; they will do that as well.")
        found.append(words.format(what=translate("Shortcut", common)))
    if chord.keys & _LOCKS:
        found.append(translate("Hotkey", "Each press also switches the lock on or off."))
    if any(key.startswith("vk_") for key in chord.keys):
        found.append(translate("Hotkey", "This key has no name; it may be another one elsewhere."))
    if purpose is Purpose.CANCEL:
        return found
    if chord.modifiers_only and len(chord.keys) == 1:
        found += _alone(next(iter(chord.keys)), purpose)
    if held_s < SHORT_S:
        found.append(
            translate(
                "Hotkey", "It came up at once: if it always does, let a press start and stop."
            )
        )
    return found


def _alone(key: str, purpose: Purpose) -> list[str]:
    is_busy = key.startswith(("shift", "ctrl_l")) or key in ("ctrl", "alt_gr")
    if is_busy and purpose is Purpose.SPEAK:
        return [translate("Hotkey", "You hold it often for other things; each time would record.")]
    if key.startswith(("alt", "cmd")):
        return [translate("Hotkey", "Some desktops open a menu when it is pressed alone.")]
    return []


def _plain(chord: Binding) -> str:
    order = ("ctrl", "alt", "shift", "cmd")
    keys = generalised(chord.keys)
    modifiers = [name for name in order if name in keys]
    return "+".join([*modifiers, *sorted(keys - set(order))])


COMMON_TEXTS = tuple(sorted(set(_COMMON.values())))
"""For the translators."""


def taken_words() -> str:
    """Return that another program has grabbed the chord."""
    return translate("Hotkey", "Another program has taken these keys and will react as well.")
