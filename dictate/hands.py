"""Whether the user has done anything at keyboard or mouse since a moment. Any thread.

The hotkey's listener sees it where it sees both; what stands before the cursor is then known from
what the program wrote last.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable


class Hands:
    """When the user last pressed a key or button of his own; nothing of which one."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._sees = False
        self._moved_at_s = -math.inf

    def watch(self, sees: bool) -> None:
        """Tell whether keys and buttons are seen from now on; what was before is not known."""
        self._moved_at_s = self._clock()
        self._sees = sees

    def move(self, at_s: float) -> None:
        """Note a key or button that is none of the program's."""
        self._moved_at_s = at_s

    def rested_since(self, at_s: float) -> bool:
        """Tell whether surely nothing was pressed since then."""
        return self._sees and self._moved_at_s < at_s
