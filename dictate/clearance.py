"""Whether the sound of a take may leave this machine: asked at once, answered when it is known.

It is refused where the field a take is for hides what is typed, or where a profile wants it so. The
answer comes from the thread that looks at the field; who waits for it says what is to be done then.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from enum import Enum


class Answer(Enum):
    """What is known."""

    OPEN = "open"
    GRANTED = "granted"
    REFUSED = "refused"


class Clearance:
    """Open at first; granted or refused later. A refusal counts at any time and for good."""

    def __init__(self, answer: Answer = Answer.OPEN) -> None:
        self._lock = threading.Lock()
        self._answer = answer
        self._waiting: list[Callable[[Answer], None]] = []

    @property
    def answer(self) -> Answer:
        """What is known now."""
        return self._answer

    def grant(self) -> None:
        """Nothing speaks against it, as far as it can be seen."""
        self._become(Answer.GRANTED)

    def refuse(self) -> None:
        """It must stay here. Any thread, any number of times."""
        self._become(Answer.REFUSED)

    def follow(self, told: Callable[[Answer], None]) -> Callable[[], None]:
        """Call ``told`` with each answer to come, and now with one there is; returns what ends it.

        It is called on the thread that answers and must return at once.
        """
        with self._lock:
            self._waiting.append(told)
            known = self._answer
        if known is not Answer.OPEN:
            told(known)

        def forget() -> None:
            with self._lock:
                if told in self._waiting:
                    self._waiting.remove(told)

        return forget

    def _become(self, answer: Answer) -> None:
        with self._lock:
            if self._answer is answer or self._answer is Answer.REFUSED:
                return
            self._answer = answer
            waiting = list(self._waiting)
        for told in waiting:
            told(answer)
