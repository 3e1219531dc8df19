"""The journal of those who want no sound on disk, and of the demo: it keeps nothing."""

from __future__ import annotations

from concurrent.futures import Future

from dictate.domain import Fate, Recording, Samples, TakeId


class NoTakeJournal:
    """Implements ``ports.TakeJournal``."""

    def write(self, frame: Samples) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Do nothing."""


class NoJournal:
    """Implements ``ports.Journal``."""

    def begin(self, take: TakeId, device: str) -> NoTakeJournal:
        """Return a journal that keeps nothing."""
        del take, device
        return NoTakeJournal()

    def describe(self, take: TakeId, profile: str, private: bool) -> None:
        """Do nothing."""

    def keep(self, take: TakeId, fate: Fate) -> None:
        """Do nothing."""

    def discard(self, take: TakeId) -> None:
        """Do nothing."""

    def fetch(self, take: TakeId) -> Future[Recording | None]:
        """Return that there is nothing."""
        del take
        nothing: Future[Recording | None] = Future()
        nothing.set_result(None)
        return nothing
