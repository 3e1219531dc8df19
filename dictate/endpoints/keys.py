"""API keys of servers: in the desktop's keyring or a variable, in no file, log or setting.

A key belongs to the host it was stored for, so that changing the endpoint sends it to nobody else.
A locked keyring asks the user for a password and waits; here it is waited for in another thread
and for a bounded time.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from dictate.errors import KeyringUnavailable

ASKING_S = 60.0
"""So long a user has to unlock the keyring for a command."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class KeyRing:
    """The keys for one purpose."""

    service: str
    """Its name in the keyring."""
    variable: str
    """Of the environment; it counts more than the keyring."""

    def find(self, host: str, within_s: float) -> str:
        """Return the key for a host; empty when there is none or no keyring."""
        if key := os.environ.get(self.variable, "").strip():
            return key
        try:
            return self._ask(lambda: _keyring().get_password(self.service, host), within_s) or ""
        except KeyringUnavailable:
            return ""

    def store(self, host: str, key: str) -> None:
        """Keep the key for a host. Raises KeyringUnavailable; ValueError for what cannot be one."""
        key = key.strip()
        if not key or not key.isascii() or not key.isprintable() or " " in key:
            raise ValueError("no key")
        self._ask(lambda: _keyring().set_password(self.service, host, key), ASKING_S)

    def forget(self, host: str) -> bool:
        """Delete the key of a host; tell whether there was one. Raises KeyringUnavailable."""
        if not self._ask(lambda: _keyring().get_password(self.service, host), ASKING_S):
            return False
        self._ask(lambda: _keyring().delete_password(self.service, host), ASKING_S)
        return True

    def _ask(self, question: Callable[[], T], within_s: float) -> T:
        answers: list[T] = []

        def ask() -> None:
            with contextlib.suppress(Exception):  # every backend of the library has its own errors
                answers.append(question())

        thread = threading.Thread(target=ask, name="keyring", daemon=True)
        thread.start()
        thread.join(max(0.0, within_s))
        if not answers:
            raise KeyringUnavailable(
                "The desktop's keyring did not answer."
                if thread.is_alive()
                else "There is no keyring that can be used.",
                f"Unlock it, or put the key into the variable {self.variable}.",
            )
        return answers[0]


class _Keyring:
    """What is used of the keyring library, which is loaded when it is first needed."""

    def __init__(self) -> None:
        import keyring

        self.get_password = keyring.get_password
        self.set_password = keyring.set_password
        self.delete_password = keyring.delete_password


def _keyring() -> _Keyring:
    return _Keyring()
