"""The names of keys by the numbers Linux gives them: those of ``linux/input-event-codes.h``.

The numbers are places on the keyboard. Letters and signs are named as on a US layout, whatever is
printed on the key.
"""

from __future__ import annotations

from typing import Final


def _row(first: int, keys: str) -> dict[int, str]:
    return {first + number: key for number, key in enumerate(keys)}


NAMES: Final[dict[int, str]] = {
    **_row(2, "1234567890-="),
    **_row(16, "qwertyuiop[]"),
    **_row(30, "asdfghjkl;'`"),
    **_row(43, "\\zxcvbnm,./"),
    **{59 + number: f"f{number + 1}" for number in range(10)},
    **{183 + number: f"f{number + 13}" for number in range(12)},
    1: "esc",
    14: "backspace",
    15: "tab",
    28: "enter",
    29: "ctrl_l",
    42: "shift_l",
    54: "shift_r",
    55: "kp_multiply",
    56: "alt_l",
    57: "space",
    58: "caps_lock",
    69: "num_lock",
    70: "scroll_lock",
    **{71 + number: f"kp_{key}" for number, key in enumerate("789")},
    74: "kp_subtract",
    **{75 + number: f"kp_{key}" for number, key in enumerate("456")},
    78: "kp_add",
    **{79 + number: f"kp_{key}" for number, key in enumerate("1230")},
    83: "kp_decimal",
    86: "<",
    87: "f11",
    88: "f12",
    96: "kp_enter",
    97: "ctrl_r",
    98: "kp_divide",
    99: "print_screen",
    100: "alt_r",
    102: "home",
    103: "up",
    104: "page_up",
    105: "left",
    106: "right",
    107: "end",
    108: "down",
    109: "page_down",
    110: "insert",
    111: "delete",
    113: "media_volume_mute",
    114: "media_volume_down",
    115: "media_volume_up",
    117: "kp_equal",
    119: "pause",
    125: "cmd_l",
    126: "cmd_r",
    127: "menu",
    163: "media_next",
    164: "media_play_pause",
    165: "media_previous",
    166: "media_stop",
    248: "mic_mute",
    0x112: "mouse_middle",
    0x113: "mouse_x1",
    0x114: "mouse_x2",
}


def name(code: int) -> str:
    """Return the name of a key by its number."""
    return NAMES.get(code) or f"vk_{code}"
