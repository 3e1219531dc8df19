"""Asks the X server whether another program has taken a chord for itself.

Only one program may grab a key with certain modifiers, so grabbing it for a moment tells. A grab
hinders no hotkey here, as key presses are recorded and not grabbed; but the other program will do
its thing as well.
"""

from __future__ import annotations

import contextlib
import logging
from typing import Any

from dictate import keynames, keysyms
from dictate.hotkey.binding import Binding

log = logging.getLogger(__name__)

_MASKS = {"shift": 1 << 0, "ctrl": 1 << 2, "alt": 1 << 3, "cmd": 1 << 6, "alt_gr": 1 << 7}
"""What the modifiers are on practically every X server: Alt is Mod1, Super Mod4, AltGr Mod5."""


def is_grabbed(binding: Binding, display: str | None = None) -> bool:
    """Tell whether another program has grabbed these keys. False where that cannot be told."""
    from Xlib.display import Display
    from Xlib.error import DisplayError, XError

    key, mask = _key_and_mask(binding)
    if key is None:
        return False
    try:
        connection = Display(display)
    except (DisplayError, OSError) as error:
        log.info("no grabs looked up: %s", type(error).__name__)
        return False
    try:
        code = connection.keysym_to_keycode(_keysym(key))
        return bool(code) and _is_refused(connection, code, mask)
    except (XError, OSError) as error:
        log.info("no grabs looked up: %s", type(error).__name__)
        return False
    finally:
        with contextlib.suppress(XError, OSError):
            connection.close()


def _is_refused(connection: Any, code: int, mask: int) -> bool:  # noqa: ANN401  # has no types
    from Xlib import X
    from Xlib.error import BadAccess, CatchError

    root, refused = connection.screen().root, CatchError(BadAccess)
    root.grab_key(code, mask, False, X.GrabModeAsync, X.GrabModeAsync, onerror=refused)
    connection.sync()
    if refused.get_error() is not None:
        return True
    root.ungrab_key(code, mask)
    connection.sync()
    return False


def _key_and_mask(binding: Binding) -> tuple[str | None, int]:
    """Return the one key a grab is about, and the modifiers with it."""
    others = [key for key in binding.keys if key not in keynames.MODIFIERS]
    modifiers = [key for key in binding.keys if key in keynames.MODIFIERS]
    if not others and len(modifiers) == 1 and modifiers[0] not in keynames.SIDES:
        return modifiers[0], 0
    if len(others) != 1:
        return None, 0  # no grab can want two keys
    mask = 0
    for key in modifiers:
        base = key if key in _MASKS else key.removesuffix("_l").removesuffix("_r")
        mask |= _MASKS[base]
    return others[0], mask


def _keysym(key: str) -> int:
    if key in keysyms.KEYSYMS:
        return keysyms.KEYSYMS[key]
    if len(key) == 1:
        return keysyms.keysym_of(key)
    return int(key.removeprefix("vk_")) if key.startswith("vk_") else 0
