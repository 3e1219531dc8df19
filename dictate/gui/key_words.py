"""Keys in the user's language: "Right Ctrl" is "Strg rechts" in German. No Qt but ``translate``.

The core describes keys in English (``hotkey.binding.describe``); here each word of that is said as
it stands on the keys, and read again where a person types it.
"""

from __future__ import annotations

import re

from dictate import keynames
from dictate.gui.translation import translate
from dictate.hotkey import binding
from dictate.hotkey.binding import Binding

_PLAIN = re.compile(r"F\d{1,2}|[^\W_]|[!-/:-@[-`{-~]")
"""What is the same everywhere: F9, letters, digits, marks."""


def _words() -> dict[str, str]:
    return {
        "Ctrl": translate("Keys", "Ctrl"),
        "Control": translate("Keys", "Control"),
        "Alt": translate("Keys", "Alt"),
        "Option": translate("Keys", "Option"),
        "AltGr": translate("Keys", "AltGr"),
        "Shift": translate("Keys", "Shift"),
        "Super": translate("Keys", "Super"),
        "Command": translate("Keys", "Command"),
        "Win": translate("Keys", "Win"),
        "Space": translate("Keys", "Space"),
        "Enter": translate("Keys", "Enter"),
        "Tab": translate("Keys", "Tab"),
        "Esc": translate("Keys", "Esc"),
        "Backspace": translate("Keys", "Backspace"),
        "Delete": translate("Keys", "Delete"),
        "Insert": translate("Keys", "Insert"),
        "Home": translate("Keys", "Home"),
        "End": translate("Keys", "End"),
        "Page Up": translate("Keys", "Page Up"),
        "Page Down": translate("Keys", "Page Down"),
        "Up": translate("Keys", "Up"),
        "Down": translate("Keys", "Down"),
        "Left": translate("Keys", "Left"),
        "Right": translate("Keys", "Right"),
        "Caps Lock": translate("Keys", "Caps Lock"),
        "Num Lock": translate("Keys", "Num Lock"),
        "Scroll Lock": translate("Keys", "Scroll Lock"),
        "Pause": translate("Keys", "Pause"),
        "Print Screen": translate("Keys", "Print Screen"),
        "Menu": translate("Keys", "Menu"),
        "Plus": translate("Keys", "Plus"),
        "Media Play Pause": translate("Keys", "Play/Pause"),
        "Media Stop": translate("Keys", "Stop"),
        "Media Next": translate("Keys", "Next Track"),
        "Media Previous": translate("Keys", "Previous Track"),
        "Media Volume Up": translate("Keys", "Volume Up"),
        "Media Volume Down": translate("Keys", "Volume Down"),
        "Media Volume Mute": translate("Keys", "Mute"),
        "Mic Mute": translate("Keys", "Microphone Mute"),
        "Middle Mouse Button": translate("Keys", "Middle Mouse Button"),
        "Back Mouse Button": translate("Keys", "Back Mouse Button"),
        "Forward Mouse Button": translate("Keys", "Forward Mouse Button"),
        "Add": translate("Keys", "Add"),
        "Subtract": translate("Keys", "Subtract"),
        "Multiply": translate("Keys", "Multiply"),
        "Divide": translate("Keys", "Divide"),
        "Decimal": translate("Keys", "Decimal"),
        "Equal": translate("Keys", "Equal"),
    }


def _phrases() -> dict[str, str]:
    """Return what stands beside a key's name."""
    return {
        "Left": translate("Keys", "Left {key}"),
        "Right": translate("Keys", "Right {key}"),
        "Keypad": translate("Keys", "Keypad {key}"),
        "key": translate("Keys", "key {key}"),
    }


def in_words(chord: Binding) -> str:
    """Return the keys as the user reads them."""
    return said(binding.describe(chord))


def said(described: str) -> str:
    """Return keys that are described in English in the user's language; all else as it is."""
    found = [_one(part) for part in described.split("+")]
    return described if None in found else "+".join(part for part in found if part)


def _one(part: str) -> str | None:
    words = _words()
    if part in words:
        return words[part]
    if _PLAIN.fullmatch(part):
        return part
    beside, _, key = part.partition(" ")
    phrase = _phrases().get(beside)
    told = words.get(key) or (key if key.isdigit() else None)
    return phrase.format(key=told) if phrase and told else None


def written(text: str) -> str:
    """Return what a person typed, in the user's words or the file's, as the file holds it.

    What names no keys comes back as it is, to be judged.
    """
    names = [_name(part) for part in keynames.split_chord(text)]
    return text if None in names else "+".join(name for name in names if name)


def _name(part: str) -> str | None:
    name = keynames.canonical(part) or _names().get(part.strip().casefold())
    return "plus" if name == "+" else name


def _names() -> dict[str, str]:
    """Return the canonical names by what the user reads."""
    return {
        in_words(Binding(frozenset({name}))).casefold(): name for name in sorted(keynames.NAMED)
    }
