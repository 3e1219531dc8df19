"""How far a download or an import is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is, all files together."""

    done_bytes: int
    total_bytes: int

    @property
    def share(self) -> float:
        """0 to 1."""
        return self.done_bytes / self.total_bytes if self.total_bytes else 1.0
