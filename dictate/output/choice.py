"""Which ways a text is tried to arrive by, in which order: a pure decision.

``auto`` types short texts, which touches nothing but the window, and pastes where typing is worse:

* long texts, since pasting takes the same time for any length;
* several lines in a terminal, which asks or waits before it runs pasted lines but not typed ones;
* while the user holds keys that are part of the paste chord (the hotkey, for the next recording):
  typing would have to wait for them.

A method chosen by the user is never replaced by another that inserts; what it could not bring is
put on the clipboard, so that no text is lost, and that is said.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from dictate import keynames
from dictate.domain import OutputMethod
from dictate.output.window import Kind, Window, kind_of

LONG_CHARACTERS = 2000
"""From here on ``auto`` pastes: typing takes more than about a second."""

TYPE, PASTE, COPY = OutputMethod.TYPE, OutputMethod.PASTE, OutputMethod.COPY


@dataclass(frozen=True, slots=True)
class Situation:
    """What the decision depends on."""

    window: Window
    held: frozenset[str] = frozenset()
    """Modifier keys that are down, by side."""
    chord: tuple[str, ...] = ()
    """The keys of the paste chord for this window."""
    restores_clipboard: bool = False
    """Whether a paste gives the user's clipboard back."""


def order(method: OutputMethod, text: str, now: Situation) -> tuple[OutputMethod, ...]:
    """Return the methods to try, the best one first."""
    if method is OutputMethod.AUTO:
        return _automatic(text, now)
    return (method,) if method is COPY else (method, COPY)


def _automatic(text: str, now: Situation) -> tuple[OutputMethod, ...]:
    if not now.window.exists:
        return (TYPE, COPY)  # the refusal of the first says why
    kind = kind_of(now.window)
    if kind is Kind.REMOTE:
        return (TYPE, COPY)  # the clipboard reaches the other machine too late, or not at all
    if kind is Kind.TERMINAL and "\n" in text.rstrip("\n"):
        return (PASTE, COPY)
    if not now.restores_clipboard:
        return (TYPE, PASTE, COPY)
    if len(text) >= LONG_CHARACTERS or (now.held and belong(now.held, now.chord)):
        return (PASTE, TYPE, COPY)
    return (TYPE, PASTE, COPY)


def belong(held: Collection[str], chord: Collection[str]) -> bool:
    """Tell whether the held modifiers are all part of a chord: it can be pressed regardless."""
    return {_sideless(key) for key in held} <= {_sideless(key) for key in chord}


def _sideless(key: str) -> str:
    return next((name for name, pair in keynames.SIDES.items() if key in pair), key)
