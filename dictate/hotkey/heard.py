"""What a listener that asks the desktop tells later: how the hotkey is heard, or that it is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from dictate.errors import HotkeyError


@dataclass(frozen=True, slots=True)
class Heard:
    """How the hotkey is heard from now on."""

    trigger: str = ""
    """The key in the desktop's words, where it is not that of the settings."""
    problem: HotkeyError | None = None


Report: TypeAlias = Callable[[Heard], None]
"""Takes it on a thread of the listener."""
