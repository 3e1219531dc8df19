"""Time that passes when the test says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Alarms:
    """Implements ``relay.After`` and the clock beside it."""

    now_s: float = 0.0
    _set: list[tuple[float, Callable[[], None]]] = field(default_factory=list)

    def clock(self) -> float:
        return self.now_s

    def after(self, delay_s: float, action: Callable[[], None]) -> Callable[[], None]:
        entry = (self.now_s + delay_s, action)
        self._set.append(entry)
        return lambda: self._set.remove(entry) if entry in self._set else None

    @property
    def pending(self) -> int:
        return len(self._set)

    def pass_s(self, seconds: float) -> None:
        """Let so much time pass; what is due happens in order."""
        until_s = self.now_s + seconds
        while due := [entry for entry in self._set if entry[0] <= until_s]:
            first = min(due, key=lambda entry: entry[0])
            self._set.remove(first)
            self.now_s = first[0]
            first[1]()
        self.now_s = until_s
