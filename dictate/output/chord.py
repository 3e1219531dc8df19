"""A chord to be pressed, read from the settings: ``ctrl+v``, ``shift+insert``, ``cmd+v``."""

from __future__ import annotations

from collections.abc import Collection

from dictate import keynames, keysyms
from dictate.errors import TypingFailed


def parse(text: str) -> tuple[str, ...]:
    """Return the keys in the order to press them, modifiers by side. Raises TypingFailed."""
    names = [_named(part, text) for part in keynames.split_chord(text)]
    return tuple(sorted(names, key=lambda name: name not in keynames.MODIFIERS))


def _named(part: str, text: str) -> str:
    name = keynames.canonical(part) if part else None
    if name is None:
        near = keynames.nearest(part) if part else None
        hint = f'Did you mean "{near}"?' if near else 'Write it like "ctrl+v" or "shift+insert".'
        raise TypingFailed(f'The paste chord "{text}" names no key "{part}".', hint)
    return keynames.SIDES[name][0] if name in keynames.SIDES else name


def beside(names: Collection[str], held: Collection[str]) -> tuple[str, ...]:
    """Return what to press while the user holds some of the modifiers: the other side's keys.

    What is held on both sides is not pressed at all: letting go of it would be the user's to do.
    """
    chosen = [_free_side(name, held) if name in held else name for name in names]
    return tuple(name for name in chosen if name)


def _free_side(name: str, held: Collection[str]) -> str:
    pair = next((pair for pair in keynames.SIDES.values() if name in pair), ())
    return next((side for side in pair if side not in held), "")


def keysym(name: str) -> int:
    """Return the X keysym of a canonical key name. Raises TypingFailed."""
    if name in keysyms.KEYSYMS:
        return keysyms.KEYSYMS[name]
    if len(name) == 1:
        return keysyms.keysym_of(name)
    if name.startswith("vk_"):
        return int(name[3:])
    raise TypingFailed(f'The key "{name}" cannot be pressed here.', "Choose another paste chord.")
