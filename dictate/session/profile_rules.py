"""Which profile a take has: chosen once. Pure."""

from __future__ import annotations

from dataclasses import replace

from dictate.events import ProfileChosen
from dictate.session.effects import Effect, Tell
from dictate.session.state import State, Take


def chosen(state: State, take: Take, profile: str) -> tuple[State, tuple[Effect, ...]]:
    """Take the profile of the window, or that of the first try.

    Not where another one was chosen, or a part is decoded without.
    """
    if take.profile or take.ahead.pieces:
        return state, ()
    told = Tell(ProfileChosen(take.id, profile))
    return state.put(replace(take, profile=profile)), (told,)
