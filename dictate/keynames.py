"""The names of keys, shared by what listens for chords and by what presses them.

A chord is written ``ctrl+alt+d``. Canonical names are lower case: single characters, ``space``,
``f9``, ``kp_5``, ``ctrl_r``. ``ctrl``, ``alt``, ``shift`` and ``cmd`` mean either side. A key
without a name of its own is ``vk_`` and the platform's number.
"""

from __future__ import annotations

import difflib
import re

SIDES = {
    "ctrl": ("ctrl_l", "ctrl_r"),
    "alt": ("alt_l", "alt_r"),
    "shift": ("shift_l", "shift_r"),
    "cmd": ("cmd_l", "cmd_r"),
}
"""Modifiers named without a side, and the keys they stand for."""

MODIFIERS = frozenset({*SIDES, "alt_gr", *(side for pair in SIDES.values() for side in pair)})

# fmt: off
_NAVIGATION = (
    "space", "enter", "tab", "esc", "backspace", "delete", "insert", "home", "end", "page_up",
    "page_down", "up", "down", "left", "right", "caps_lock", "num_lock", "scroll_lock", "pause",
    "print_screen", "menu",
)
_MEDIA = (
    "media_play_pause", "media_stop", "media_next", "media_previous", "media_volume_up",
    "media_volume_down", "media_volume_mute", "mic_mute",
)
_KEYPAD = (
    *(f"kp_{digit}" for digit in range(10)),
    "kp_add", "kp_subtract", "kp_multiply", "kp_divide", "kp_decimal", "kp_enter", "kp_equal",
)
# fmt: on

MOUSE_BUTTONS = ("mouse_middle", "mouse_x1", "mouse_x2")
"""The wheel, and the two at the thumb: "back" and "forward". The others are no hotkeys."""

NAMED = frozenset(
    {
        *MODIFIERS,
        *_NAVIGATION,
        *_MEDIA,
        *_KEYPAD,
        *MOUSE_BUTTONS,
        *(f"f{number}" for number in range(1, 25)),
    }
)
"""Every canonical name that is not a character."""

ALIASES = {
    "control": "ctrl",
    "ctl": "ctrl",
    "strg": "ctrl",
    "option": "alt",
    "opt": "alt",
    "meta": "cmd",
    "super": "cmd",
    "win": "cmd",
    "windows": "cmd",
    "command": "cmd",
    "altgr": "alt_gr",
    "alt_graph": "alt_gr",
    "umschalt": "shift",
    "return": "enter",
    "escape": "esc",
    "del": "delete",
    "ins": "insert",
    "back": "backspace",
    "pageup": "page_up",
    "pgup": "page_up",
    "prior": "page_up",
    "pagedown": "page_down",
    "pgdn": "page_down",
    "next": "page_down",
    "capslock": "caps_lock",
    "caps": "caps_lock",
    "numlock": "num_lock",
    "scrolllock": "scroll_lock",
    "scroll": "scroll_lock",
    "break": "pause",
    "print": "print_screen",
    "printscreen": "print_screen",
    "prtsc": "print_screen",
    "sysrq": "print_screen",
    "apps": "menu",
    "spacebar": "space",
    "plus": "+",
    "minus": "-",
    "comma": ",",
    "period": ".",
    "play": "media_play_pause",
    "mute": "media_volume_mute",
    "middle_click": "mouse_middle",
    "middle_button": "mouse_middle",
    "button2": "mouse_middle",
    "button8": "mouse_x1",
    "button9": "mouse_x2",
    "mouse8": "mouse_x1",
    "mouse9": "mouse_x2",
    "mouse_back": "mouse_x1",
    "mouse_forward": "mouse_x2",
    "x1": "mouse_x1",
    "x2": "mouse_x2",
    "up_arrow": "up",
    "arrow_up": "up",
    "down_arrow": "down",
    "arrow_down": "down",
    "left_arrow": "left",
    "arrow_left": "left",
    "right_arrow": "right",
    "arrow_right": "right",
}
"""Other ways to write a name."""

_SIDE_WORDS = {"left": "l", "l": "l", "right": "r", "r": "r"}
_VK = re.compile(r"vk_\d{1,10}")


def canonical(part: str) -> str | None:
    """Return the canonical name of one key as a person writes it, None when there is none.

    ``"Right Ctrl"``, ``"ctrl-r"``, ``"RCTRL"`` and ``"control_r"`` are all ``ctrl_r``.
    """
    stripped = part.strip()
    if len(stripped) == 1:
        return lower_char(stripped) if stripped.isprintable() else None
    words = [word for word in re.split(r"[\s_\-]+", stripped.lower()) if word]
    plain = "_".join(words)
    name = ALIASES.get(plain, plain)
    if name in NAMED or _VK.fullmatch(name) or len(name) == 1:
        return name
    return _with_side(words)


def _with_side(words: list[str]) -> str | None:
    if len(words) == 1 and words[0][:1] in "lr":  # lctrl, ralt
        words = [words[0][0], words[0][1:]]
    sides = [_SIDE_WORDS[word] for word in words if word in _SIDE_WORDS]
    rest = "_".join(word for word in words if word not in _SIDE_WORDS)
    base = ALIASES.get(rest, rest)
    return f"{base}_{sides[0]}" if len(sides) == 1 and base in SIDES else None


def lower_char(char: str) -> str:
    """Return the lower case of one character, itself where that would be several."""
    lower = char.lower()
    return lower if len(lower) == 1 else char


def nearest(part: str) -> str | None:
    """Return the name a misspelt part was probably meant to be."""
    plain = "_".join(re.split(r"[\s_\-]+", part.strip().lower()))
    close = difflib.get_close_matches(plain, sorted({*NAMED, *ALIASES}), n=1, cutoff=0.6)
    return close[0] if close else None


def split_chord(text: str) -> list[str]:
    """Split ``ctrl+alt+d`` at its plus signs; a plus where a key is due is the key itself.

    An empty part stands where a key is missing (``ctrl+``, ``+a``).
    """
    parts: list[str] = []
    rest = text.strip()
    while True:
        if rest == "+" or (rest.startswith("+") and rest[1:].lstrip().startswith("+")):
            part, sign, rest = "+", rest[1:].strip()[:1], rest[1:].strip()[1:]
        else:
            part, sign, rest = rest.partition("+")
        parts.append(part.strip())
        rest = rest.strip()
        if not sign:
            return parts


def accepts(part: str, key: str) -> bool:
    """Tell whether a physical key satisfies a part of a chord.

    ``ctrl`` takes either side. The right Alt key is ``alt_gr`` on some layouts and ``alt_r`` on
    others; either name takes both. ``alt`` does not take ``alt_gr``, which types characters.
    """
    if part == key or key in SIDES.get(part, ()):
        return True
    return {part, key} == {"alt_r", "alt_gr"}
