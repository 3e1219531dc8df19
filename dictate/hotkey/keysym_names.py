"""The names of keys as keyboard maps, portals and compositors write them."""

from __future__ import annotations

from dictate import keynames

_KEYSYM_NAMES = {
    "space": "space", "enter": "Return", "tab": "Tab", "esc": "Escape", "backspace": "BackSpace",
    "delete": "Delete", "insert": "Insert", "home": "Home", "end": "End", "page_up": "Prior",
    "page_down": "Next", "up": "Up", "down": "Down", "left": "Left", "right": "Right",
    "caps_lock": "Caps_Lock", "num_lock": "Num_Lock", "scroll_lock": "Scroll_Lock",
    "pause": "Pause", "print_screen": "Print", "menu": "Menu", "mic_mute": "XF86AudioMicMute",
    "media_play_pause": "XF86AudioPlay", "media_stop": "XF86AudioStop",
    "media_next": "XF86AudioNext", "media_previous": "XF86AudioPrev",
    "ctrl_l": "Control_L", "ctrl_r": "Control_R", "shift_l": "Shift_L", "shift_r": "Shift_R",
    "alt_l": "Alt_L", "alt_r": "Alt_R", "cmd_l": "Super_L", "cmd_r": "Super_R",
    "alt_gr": "ISO_Level3_Shift",
}  # fmt: skip
_SIGNS = {
    ",": "comma", ".": "period", "-": "minus", "+": "plus", "/": "slash", ";": "semicolon",
    "'": "apostrophe", "`": "grave", "[": "bracketleft", "]": "bracketright", "=": "equal",
    "\\": "backslash", "#": "numbersign", "<": "less",
}  # fmt: skip


def keysym_name(key: str) -> str:
    """Return the name of a key as keyboard maps and compositors write it; "" when unknown."""
    if key in _KEYSYM_NAMES:
        return _KEYSYM_NAMES[key]
    if len(key) == 1:
        if key.isascii() and key.isalnum():
            return key
        return _SIGNS.get(key) or f"U{ord(key):04X}"
    if key[:1] == "f" and key[1:].isdigit():
        return key.upper()
    if key.startswith("kp_"):
        return f"KP_{key[3:].title()}"
    return ""


def sideless(key: str) -> str:
    """Return a modifier without its side, any other key as it is."""
    return next((name for name, pair in keynames.SIDES.items() if key in pair), key)
