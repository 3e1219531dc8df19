"""A fake at the end of the line: a window that remembers what was typed into it."""

from __future__ import annotations

import queue

from dictate.domain import Delivery, OutputMethod, TakeId
from dictate.errors import OutputError


class NotebookSink:
    """Keeps every text; refuses with ``error`` while one is set."""

    def __init__(self) -> None:
        self.texts: queue.SimpleQueue[str] = queue.SimpleQueue()
        self.error: OutputError | None = None
        self.aimed: TakeId | None = None

    def aim(self, take: TakeId) -> None:
        self.aimed = take

    def deliver(self, text: str, take: TakeId | None = None) -> Delivery:
        if self.error is not None:
            raise self.error
        self.texts.put(text)
        return Delivery(OutputMethod.TYPE, len(text))
