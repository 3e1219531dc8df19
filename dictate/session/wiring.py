"""What a take is decoded and delivered with: one wiring for all, and one for each profile.

A take keeps the wirings of its press to its end, whatever is changed meanwhile; which of them it
has is decided once, see ``machine``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from dictate.domain import DecodeOptions, ModelChoice, TakeId, Transcript, Written
from dictate.ports import Caret, Finisher, TextSink


@dataclass(frozen=True, slots=True)
class Wiring:
    """What a take is decoded and delivered with."""

    choice: ModelChoice
    options: DecodeOptions
    make_text: Callable[[str, str], str]
    """Takes the engine's text and its language code, returns what is written."""
    sink: TextSink
    finisher: Finisher | None = None
    """Goes over that text before it is delivered."""
    write: Callable[[Transcript], Written] | None = None
    """Does more than ``make_text`` and takes its place: it knows how much was said."""

    caret: Caret | None = None
    """Knows the place it goes to; None: nothing is known of any."""
    private: bool = False
    """Nothing of its takes is kept."""
    stays_here: bool = False
    """Its sound is given to no speech server."""
    decodes_ahead: bool = True
    """Parts of it may be recognised while it is spoken."""


ByWindow: TypeAlias = Callable[[TakeId, Callable[[str], None]], None]
"""Finds the profile for the window that has the keyboard now, and tells it later, if there is one.

It returns at once; the answer comes on another thread."""


@dataclass(frozen=True, slots=True)
class Wirings:
    """Everything takes may be wired with; replaced as a whole when settings change."""

    plain: Wiring
    profiles: Mapping[str, Wiring] = field(default_factory=dict)
    by_window: ByWindow | None = None

    def of(self, profile: str) -> Wiring:
        """Return the wiring of a profile, the plain one where there is none."""
        return self.profiles.get(profile, self.plain)

    def with_choice(self, wish: ModelChoice, choice: ModelChoice) -> Wirings:
        """Return these with another model for all that wish for this one."""
        if choice == wish:
            return self

        def other(wiring: Wiring) -> Wiring:
            return replace(wiring, choice=choice) if wiring.choice == wish else wiring

        profiles = {name: other(wiring) for name, wiring in self.profiles.items()}
        return replace(self, plain=other(self.plain), profiles=profiles)
