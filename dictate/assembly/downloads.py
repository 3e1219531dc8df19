"""Fetches one model at a time in the background, for the desktop."""

from __future__ import annotations

import threading
from collections.abc import Callable

from dictate.domain import EngineState, EngineStatus
from dictate.engine import download
from dictate.errors import ModelError
from dictate.events import EngineChanged, NoticeRaised
from dictate.ports import Publish


class Downloads:
    """The thread ``dictate-download``; progress is published as a state of the engine.

    ``on_done`` is called with the name of a model that is there now, ``on_failure`` once it was
    told why one is not; both in that thread.
    """

    def __init__(
        self, publish: Publish, on_done: Callable[[str], None], on_failure: Callable[[], None]
    ) -> None:
        self._publish = publish
        self._on_done = on_done
        self._on_failure = on_failure
        self._closed = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, name: str) -> None:
        """Fetch a model; while another one is fetched this does nothing."""
        if self._thread is not None and self._thread.is_alive():
            return
        self._thread = threading.Thread(
            target=self._fetch, args=(name,), name="dictate-download", daemon=True
        )
        self._thread.start()

    def close(self) -> None:
        """Have the one under way given up; what is there of it is used by the next try."""
        self._closed.set()

    def _fetch(self, name: str) -> None:
        def show(progress: download.Progress) -> None:
            detail = f"{name} {progress.share:.0%}"
            status = EngineStatus(EngineState.DOWNLOADING, detail=detail)
            self._publish(EngineChanged(status))

        try:
            download.download(name, show, self._closed.is_set)
        except ModelError as error:
            self._publish(NoticeRaised(error.notice()))
            self._on_failure()
            return
        self._on_done(name)
