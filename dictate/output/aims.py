"""Remembers which window each take was spoken for.

Looking takes a moment in which the press must go on, so it is done by the thread ``dictate-focus``,
and whoever delivers asks for the answer later.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from concurrent.futures import TimeoutError as FutureTimeoutError

from dictate.domain import TakeId
from dictate.errors import OutputError
from dictate.output.asking import AskingThread
from dictate.output.window import Window

log = logging.getLogger(__name__)

ANSWER_S = 0.5
"""The answer has been there since the press, or it does not come."""
_KEPT = 64
"""Takes that were taken back are never asked for."""


class Aims:
    """``look`` returns the window that has the keyboard now; ``close`` ends what it uses.

    ``describe`` adds what is only asked for where somebody wants to be told of the window.
    """

    def __init__(
        self,
        look: Callable[[], Window],
        close: Callable[[], None],
        describe: Callable[[Window], Window] = lambda window: window,
    ) -> None:
        self._look = look
        self._close = close
        self._describe = describe
        self._seen: dict[TakeId, Future[Window]] = {}
        self._thread = AskingThread("dictate-focus")

    def remember(self, take: TakeId) -> None:
        """Look where the keyboard is, once for each take; returns at once."""
        if take in self._seen:
            return
        self._seen[take] = self._thread.ask(self._look)
        for old in list(self._seen)[:-_KEPT]:
            self._seen.pop(old, None)

    def tell(self, take: TakeId, told: Callable[[Window], None]) -> None:
        """Call ``told`` with the window of the press, described, on the other thread."""
        self.remember(take)
        future = self._seen.get(take)
        if future is not None:
            self._thread.ask(lambda: told(self._describe(_window(future))))

    def window_of(self, take: TakeId) -> Window:
        """Return the window of the press, one without a number when it is not known."""
        future = self._seen.pop(take, None)
        if future is None:
            return Window()
        return _window(future)

    def close(self) -> None:
        """Stop looking. Any number of times, brief also when a look hangs."""
        self._thread.close(self._close)


def _window(future: Future[Window]) -> Window:
    try:
        return future.result(ANSWER_S)
    except (OutputError, FutureTimeoutError, CancelledError):
        return Window()
    except Exception as error:  # noqa: BLE001  # whatever a window says of itself: no text is lost
        log.error("a window was not understood: %s", type(error).__name__)
        return Window()
