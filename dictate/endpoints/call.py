"""Asks a server something, with a deadline for all of it and a way out; see ``waiting`` for how.

Who speaks of servers imports this; what speaks with them is loaded with the first question.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from dictate.cancellation import Cancellation
from dictate.endpoints.address import Endpoint

if TYPE_CHECKING:
    from httpx2 import AsyncClient

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Wording:
    """How one kind of server is spoken of."""

    kind: str
    """``language model``: goes into "No ... answers at" and "The ... at"."""
    check: str
    """The next step when something is wrong with it."""
    start: str
    """The next step when nobody answers."""
    slow: str
    """The next step when it takes too long."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server that can be asked."""

    endpoint: Endpoint
    wording: Wording

    def ask(
        self,
        question: Callable[[AsyncClient], Awaitable[T]],
        key: str,
        within_s: float,
        cancellation: Cancellation,
    ) -> T:
        """Put a question to it and return what comes of it. Raises EndpointError."""
        from dictate.endpoints import waiting

        return waiting.answer(self, question, key, within_s, cancellation)
