"""Which profile a take has: chosen once, and remembered for a second try. Pure."""

from __future__ import annotations

from dataclasses import replace

from dictate.events import ProfileChosen
from dictate.session.effects import Effect, Keep, Tell
from dictate.session.state import State, Take


def chosen(state: State, take: Take, profile: str) -> tuple[State, tuple[Effect, ...]]:
    """Take the window's profile, unless another one was chosen or a part is decoded without."""
    if take.profile or take.ahead.pieces:
        return state, ()
    told = Tell(ProfileChosen(take.id, profile))
    return state.put(replace(take, profile=profile)), (told,)


def remembered(before: State, after: State, effects: tuple[Effect, ...]) -> State:
    """Remember what a take was to be written with whose recording may be tried again."""
    kept = [before.find(effect.take) for effect in effects if isinstance(effect, Keep)]
    profiles = [take.profile for take in kept if take is not None]
    return replace(after, kept_profile=profiles[-1]) if profiles else after
