"""A binding: the keys that have to be down together, from what a person writes."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass

from dictate import keynames
from dictate.errors import BindingInvalid

SHOWN_CHARACTERS = 40
"""What is wrong and longer is cut in the message."""


@dataclass(frozen=True, slots=True)
class Binding:
    """Keys that count as pressed when all are down; ``ctrl`` and its like take either side."""

    keys: frozenset[str]

    @property
    def modifiers_only(self) -> bool:
        """Whether the binding types nothing by itself and begins many other chords."""
        return self.keys <= keynames.MODIFIERS

    def has(self, key: str) -> bool:
        """Tell whether a physical key belongs to the binding."""
        return any(keynames.accepts(part, key) for part in self.keys)

    def complete(self, held: Iterable[str]) -> bool:
        """Tell whether the held keys satisfy every part."""
        down = tuple(held)
        return all(any(keynames.accepts(part, key) for key in down) for part in self.keys)


def parse(text: str) -> Binding:
    """Read ``"ctrl_r"``, ``"F9"``, ``"ctrl+alt+d"``, ``"Right Ctrl"``. Raises BindingInvalid."""
    if not text.strip():
        raise BindingInvalid(
            "The hotkey is empty.", 'Name a key or chord such as "ctrl_r", "f9" or "ctrl+alt+d".'
        )
    keys: list[str] = []
    for part in keynames.split_chord(text):
        key = _key(part, text)
        twin = next((other for other in keys if same(other, key)), None)
        if twin is not None:
            raise BindingInvalid(
                f'The hotkey "{_shown(text)}" names the same key twice ("{twin}" and "{key}").',
                "Name each key once.",
            )
        keys.append(key)
    return Binding(frozenset(keys))


def _key(part: str, text: str) -> str:
    if not part:
        raise BindingInvalid(
            f'In the hotkey "{_shown(text)}" a key is missing beside a "+".',
            'Write the keys with one "+" between them; the plus key itself is "plus".',
        )
    key = keynames.canonical(part)
    if key is not None:
        return key
    near = keynames.nearest(part)
    raise BindingInvalid(
        f'There is no key called "{_shown(part)}" (hotkey "{_shown(text)}").',
        f'Did you mean "{near}"?'
        if near
        else 'Keys are called "f9", "space", "ctrl_r", "pause" or by their character.',
    )


def _shown(text: str) -> str:
    return text if len(text) <= SHOWN_CHARACTERS else f"{text[: SHOWN_CHARACTERS - 1]}…"


def same(one: str, other: str) -> bool:
    """Tell whether one physical key can be meant by both names."""
    return keynames.accepts(one, other) or keynames.accepts(other, one)


# -- names for people ------------------------------------------------------------------------------

_BASES = {"ctrl": "Ctrl", "alt": "Alt", "shift": "Shift", "cmd": "Super", "alt_gr": "AltGr"}
_BASES_MAC = {**_BASES, "cmd": "Command", "alt": "Option", "ctrl": "Control"}
_BASES_WINDOWS = {**_BASES, "cmd": "Win"}
_WORDS = {
    "esc": "Esc",
    "page_up": "Page Up",
    "page_down": "Page Down",
    "print_screen": "Print Screen",
    "mic_mute": "Mic Mute",
    "+": "Plus",
    "mouse_middle": "Middle Mouse Button",
    "mouse_x1": "Back Mouse Button",
    "mouse_x2": "Forward Mouse Button",
}
_ORDER = ("ctrl", "alt", "alt_gr", "shift", "cmd")


def describe(binding: Binding, platform: str = sys.platform) -> str:
    """Return the binding as a person reads it: ``"Right Ctrl"``, ``"Ctrl+Alt+D"``."""
    return "+".join(_describe_key(key, platform) for key in sorted(binding.keys, key=_rank))


def _rank(key: str) -> tuple[int, str]:
    base = key if key in _BASES else key.removesuffix("_l").removesuffix("_r")
    return (_ORDER.index(base) if base in _ORDER else len(_ORDER), key)


def _describe_key(key: str, platform: str) -> str:
    bases = {"darwin": _BASES_MAC, "win32": _BASES_WINDOWS}.get(platform, _BASES)
    if key in bases:
        return bases[key]
    for suffix, side in (("_l", "Left"), ("_r", "Right")):
        if key.removesuffix(suffix) in bases and key.endswith(suffix):
            return f"{side} {bases[key.removesuffix(suffix)]}"
    if key in _WORDS:
        return _WORDS[key]
    if key.startswith("kp_"):
        return f"Keypad {key[3:].title()}"
    if key.startswith("vk_"):
        return f"key {key[3:]}"
    if len(key) == 1:
        return key.upper() if len(key.upper()) == 1 else key
    return key.replace("_", " ").title()
