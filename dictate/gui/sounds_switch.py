"""Plays the sounds of takes while the settings want them; without them no process runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from dictate.events import (
    Event,
    LevelMeasured,
)
from dictate.gui.overlay_state import OverlayState, after
from dictate.gui.sounds import Sound, sound_between
from dictate.settings.schema import OverlaySettings


class Player(Protocol):
    """What plays."""

    def prepare(self) -> None:
        """Be ready soon; any number of times."""

    def play(self, sound: Sound) -> None:
        """Play it, without waiting."""

    def close(self) -> None:
        """Let go of everything; any number of times."""


class Sounds:
    """Follows the events of the core. One thread calls it."""

    def __init__(
        self,
        settings: Callable[[], OverlaySettings],
        player: Player,
        clock: Callable[[], float],
    ) -> None:
        self._settings, self._player, self._clock = settings, player, clock
        self._state = OverlayState()
        self._is_closed = False

    def refresh(self) -> None:
        """Be ready for the first take, if the settings say so."""
        if self._settings().sounds:
            self._player.prepare()

    def on_event(self, event: Event) -> None:
        """Play what is to be heard of an event."""
        if self._is_closed or isinstance(event, LevelMeasured):
            return
        before, self._state = self._state, after(self._state, event, self._clock())
        sound = sound_between(before, self._state)
        if sound is None:
            return
        if self._settings().sounds:
            self._player.prepare()
            self._player.play(sound)
        else:
            self._player.close()

    def close(self) -> None:
        """Be silent from now on. Any thread."""
        self._is_closed = True
        self._player.close()
