"""Presses keys on Wayland through the desktop's tools, whichever of them works here.

Wayland has no way of its own for this. ``wtype`` uses a protocol that Sway, Hyprland and their kin
offer, and types any text exactly. ``dotool`` and ``ydotool`` make keys below the desktop and work
everywhere once their service runs, but only for keys of the layout: they press chords here, and
texts go through the clipboard. A tool that was refused is not asked again.

Texts reach the tools through their standard input: command lines are seen by every user.
"""

from __future__ import annotations

import logging
import os
import subprocess
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dictate import keynames
from dictate.errors import ArrivalUnknown, TypingFailed
from dictate.output import chord as chords

log = logging.getLogger(__name__)

START_S = 5.0
"""A tool that takes longer over nothing hangs."""
PROBE_S = 2.0
CHARACTER_S = 0.02
"""What a slow compositor may take for each character."""

_WTYPE_MODIFIERS = {"ctrl": "ctrl", "shift": "shift", "alt": "alt", "cmd": "logo"}
_XKB_NAMES = {
    "space": "space", "enter": "Return", "tab": "Tab", "esc": "Escape", "insert": "Insert",
    "delete": "Delete", "home": "Home", "end": "End", "backspace": "BackSpace",
}  # fmt: skip
# Linux input event codes.
_EVENT_CODES = {
    "ctrl": 29, "shift": 42, "alt": 56, "cmd": 125, "insert": 110, "v": 47, "c": 46, "enter": 28,
    "tab": 15, "space": 57, "y": 21, "p": 25,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Call:
    """A command line, and what it gets on its standard input."""

    command: tuple[str, ...]
    text: str = ""


@dataclass(frozen=True, slots=True)
class KeyTool:
    """How to call one tool; ``typing`` is None where not every text can be typed."""

    name: str
    chord: Callable[[tuple[str, ...]], Call]
    typing: Callable[[str, float], Call] | None = None
    probe: Call | None = None
    """Succeeds where the tool works on this desktop, and presses nothing."""


def _sideless(key: str) -> str:
    return next((name for name, pair in keynames.SIDES.items() if key in pair), key)


def wtype_text(text: str, pace_s: float) -> Call:
    """Return the call that types a text."""
    pace = ("-d", str(round(pace_s * 1000))) if pace_s else ()
    return Call(("wtype", *pace, "-"), text)


def wtype_chord(keys: tuple[str, ...]) -> Call:
    """Return the call that presses a chord. Raises TypingFailed for keys it has no name for."""
    held = [_WTYPE_MODIFIERS[name] for key in keys if (name := _sideless(key)) in _WTYPE_MODIFIERS]
    others = [_xkb_name(key) for key in keys if _sideless(key) not in _WTYPE_MODIFIERS]
    words = [word for name in held for word in ("-M", name)]
    words += [word for name in others for word in ("-k", name)]
    words += [word for name in reversed(held) for word in ("-m", name)]
    return Call(("wtype", *words))


def dotool_chord(keys: tuple[str, ...]) -> Call:
    """Return the call that presses a chord."""
    names = [{"cmd": "super"}.get(name := _sideless(key), name) for key in keys]
    return Call(("dotool",), f"key {'+'.join(names)}\n")


def ydotool_chord(keys: tuple[str, ...]) -> Call:
    """Return the call that presses a chord. Raises TypingFailed for keys without a known number."""
    codes = []
    for key in keys:
        if _sideless(key) not in _EVENT_CODES:
            raise _unknown(key)
        codes.append(_EVENT_CODES[_sideless(key)])
    strokes = [*(f"{code}:1" for code in codes), *(f"{code}:0" for code in reversed(codes))]
    return Call(("ydotool", "key", *strokes))


def _xkb_name(key: str) -> str:
    if len(key) == 1 and key.isalnum():
        return key
    if key in _XKB_NAMES:
        return _XKB_NAMES[key]
    if key[:1] == "f" and key[1:].isdigit():
        return key.upper()
    raise _unknown(key)


def _unknown(key: str) -> TypingFailed:
    return TypingFailed(f'The key "{key}" cannot be pressed here.', "Choose another paste chord.")


# wtype looks for the compositor's protocol before it does anything, such as nothing for 1 ms;
# dotool makes its device before it reads what to press.
WTYPE = KeyTool("wtype", wtype_chord, wtype_text, Call(("wtype", "-s", "1")))
DOTOOL = KeyTool("dotool", dotool_chord, probe=Call(("dotool",)))
YDOTOOL = KeyTool("ydotool", ydotool_chord)
TOOLS = (WTYPE, DOTOOL, YDOTOOL)


def choose(installed: Callable[[str], bool]) -> tuple[KeyTool, ...]:
    """Return the tools that are there, the best one first."""
    return tuple(tool for tool in TOOLS if installed(tool.name))


def answers(tool: KeyTool) -> bool:
    """Tell whether a tool works here, as far as that can be told without pressing a key."""
    if tool.probe is None:
        return _ydotool_has_a_way(os.environ)
    try:
        return _run(tool.probe, PROBE_S)
    except ArrivalUnknown:
        return False


def _ydotool_has_a_way(environ: Mapping[str, str]) -> bool:
    """Tell whether its service listens, or the device it would use may be written."""
    folder = environ.get("XDG_RUNTIME_DIR", "/nowhere")
    named = environ.get("YDOTOOL_SOCKET")
    sockets = [named] if named else [f"{folder}/.ydotool_socket", "/tmp/.ydotool_socket"]
    return any(Path(path).is_socket() for path in sockets) or os.access("/dev/uinput", os.W_OK)


class ToolKeyboard:
    """A Keyboard on the tools given, tried in order."""

    def __init__(self, tools: tuple[KeyTool, ...]) -> None:
        self._tools = list(tools)
        self._lock = threading.Lock()

    def type_text(self, text: str, pace_s: float = 0.0) -> None:
        """Type any text, resting after each character. Raises TypingFailed or ArrivalUnknown."""
        limit_s = START_S + len(text) * (CHARACTER_S + pace_s)
        self._try(
            lambda tool: tool.typing(text, pace_s) if tool.typing else None,
            limit_s,
            "No tool here types every text exactly.",
        )

    def press_chord(self, chord: str) -> None:
        """Press and release a chord such as ``ctrl+v``. Raises TypingFailed."""
        keys = chords.parse(chord)
        self._try(lambda tool: tool.chord(keys), START_S, "No tool here presses keys.")

    def close(self) -> None:
        """Nothing was changed, nothing is put back."""

    def _try(self, make: Callable[[KeyTool], Call | None], limit_s: float, otherwise: str) -> None:
        with self._lock:
            for tool in tuple(self._tools):
                call = make(tool)
                if call is None:
                    continue
                if _run(call, limit_s):
                    return
                log.info("%s does not work on this desktop", tool.name)
                self._tools.remove(tool)
        raise TypingFailed(otherwise, 'Set [output] method = "copy" and paste the text yourself.')


def _run(call: Call, limit_s: float) -> bool:
    """Tell whether the tool did it. Raises ArrivalUnknown when it may have done half of it."""
    try:
        done = subprocess.run(
            call.command,
            input=call.text.encode("utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=limit_s,
            check=False,
        )
    except OSError:
        return False
    except subprocess.TimeoutExpired as exc:
        raise ArrivalUnknown(f"{call.command[0]} did not end in time.") from exc
    return done.returncode == 0
