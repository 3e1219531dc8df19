"""X11 keysyms as characters and as key names, without an X server: plain tables and rules.

The rules are those of the X protocol's appendix on keysym encoding: Latin-1 as it is, everything
else ``0x01000000`` plus the code point; the older sets follow ISO 8859 and KOI8 in their low byte.
A keysym not known for sure is None here: a wrong guess would type a wrong letter.
"""

from __future__ import annotations

from typing import Final

UNICODE: Final = 0x0100_0000
RETURN: Final = 0xFF0D
TAB: Final = 0xFF09
SHIFT_L: Final = 0xFFE1
LEVEL3_SHIFT: Final = 0xFE03
NUM_LOCK: Final = 0xFF7F

_LETTERS_BY_SET = {
    0x01: "iso8859-2",
    0x02: "iso8859-3",
    0x03: "iso8859-4",
    0x06: "koi8-u",
    0x0C: "iso8859-8",
    0x0D: "iso8859-11",
    0x13: "iso8859-15",
}
_SINGLE = {
    0x20AC: "€",
    0x0AA9: "—",
    0x0AAA: "–",
    0x0AAE: "…",
    0x0AD0: "‘",
    0x0AD1: "’",
    0x0AD2: "“",
    0x0AD3: "”",
    0x0AFD: "‚",
    0x0AFE: "„",
    0x0AC9: "™",
    0x0AE6: "•",
}
# Greek letters follow ISO 8859-7 except for the two small sigmas and the accented ones.
_GREEK = {0x07F2: "σ", 0x07F3: "ς"}


def char_of(keysym: int) -> str | None:
    """Return the character a keysym types, None for any other key or one not known for sure."""
    if keysym in _SINGLE:
        return _SINGLE[keysym]
    if 0x20 <= keysym <= 0x7E or 0xA0 <= keysym <= 0xFF:
        return chr(keysym)
    if UNICODE + 0x100 <= keysym <= UNICODE + 0x10FFFF:
        code = keysym - UNICODE
        return None if 0xD800 <= code <= 0xDFFF else chr(code)
    return _legacy_char(keysym)


def _legacy_char(keysym: int) -> str | None:
    group, low = keysym >> 8, keysym & 0xFF
    if group == 0x07 and (0xC1 <= low <= 0xD9 or 0xE1 <= low <= 0xF9):
        char = _GREEK.get(keysym) or bytes([low]).decode("iso8859-7", "ignore")
        return char if char.isalpha() else None
    codec = _LETTERS_BY_SET.get(group)
    if codec is None or low < 0xA1:
        return None
    char = bytes([low]).decode(codec, "ignore")
    return char if char.isalpha() or group == 0x0D else None


def keysym_of(char: str) -> int:
    """Return the keysym to bind for a character."""
    code = ord(char)
    if 0x20 <= code <= 0x7E or 0xA0 <= code <= 0xFF:
        return code
    return UNICODE + code


# -- names -----------------------------------------------------------------------------------------

NAMES: Final[dict[int, str]] = {
    0xFFE1: "shift_l",
    0xFFE2: "shift_r",
    0xFFE3: "ctrl_l",
    0xFFE4: "ctrl_r",
    0xFFE9: "alt_l",
    0xFFEA: "alt_r",
    0xFFE7: "alt_l",  # Meta_L: the same key where Alt is the shifted level
    0xFFE8: "alt_r",
    0xFE03: "alt_gr",
    0xFF7E: "alt_gr",  # Mode_switch, its older name
    0xFFEB: "cmd_l",
    0xFFEC: "cmd_r",
    0xFFED: "cmd_l",  # Hyper
    0xFFEE: "cmd_r",
    0x0020: "space",
    0xFF0D: "enter",
    0xFF09: "tab",
    0xFE20: "tab",  # shift + tab
    0xFF1B: "esc",
    0xFF08: "backspace",
    0xFFFF: "delete",
    0xFF63: "insert",
    0xFF50: "home",
    0xFF57: "end",
    0xFF55: "page_up",
    0xFF56: "page_down",
    0xFF52: "up",
    0xFF54: "down",
    0xFF51: "left",
    0xFF53: "right",
    0xFFE5: "caps_lock",
    0xFF7F: "num_lock",
    0xFF14: "scroll_lock",
    0xFF13: "pause",
    0xFF6B: "pause",  # Break, on the same key
    0xFF61: "print_screen",
    0xFF15: "print_screen",
    0xFF67: "menu",
    0x1008FF14: "media_play_pause",
    0x1008FF15: "media_stop",
    0x1008FF17: "media_next",
    0x1008FF16: "media_previous",
    0x1008FF13: "media_volume_up",
    0x1008FF11: "media_volume_down",
    0x1008FF12: "media_volume_mute",
    0x1008FFB2: "mic_mute",
    0xFFAB: "kp_add",
    0xFFAD: "kp_subtract",
    0xFFAA: "kp_multiply",
    0xFFAF: "kp_divide",
    0xFFAE: "kp_decimal",
    0xFFAC: "kp_decimal",
    0xFF9F: "kp_decimal",
    0xFF8D: "kp_enter",
    0xFFBD: "kp_equal",
    # The keypad without Num Lock: the same physical keys.
    0xFF9E: "kp_0",
    0xFF9C: "kp_1",
    0xFF99: "kp_2",
    0xFF9B: "kp_3",
    0xFF96: "kp_4",
    0xFF9D: "kp_5",
    0xFF98: "kp_6",
    0xFF95: "kp_7",
    0xFF97: "kp_8",
    0xFF9A: "kp_9",
    **{0xFFB0 + digit: f"kp_{digit}" for digit in range(10)},
    **{0xFFBE + number: f"f{number + 1}" for number in range(24)},
}
"""Keysyms of keys that are not characters, by the names of ``keynames``."""

KEYSYMS: Final[dict[str, int]] = {name: keysym for keysym, name in reversed(NAMES.items())}
"""The other way, the first keysym of each name."""
