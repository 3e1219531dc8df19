"""Fetches one model at a time in the background, for the desktop."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass

from dictate.domain import EngineState, EngineStatus, Notice, Severity
from dictate.engine import download
from dictate.engine.progress import Progress
from dictate.errors import DownloadCancelled, ModelError
from dictate.events import EngineChanged, NoticeRaised
from dictate.ports import Publish

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Fetching:
    """A download that is under way."""

    name: str
    progress: Progress

    @property
    def share(self) -> float:
        """0 to 1; 0 as long as the size is not known."""
        return self.progress.share if self.progress.total_bytes else 0.0


class Downloads:
    """The thread ``dictate-download``; progress is published as a state of the engine.

    ``on_done`` is called with the name of a model that is there now and shall be used,
    ``on_rest`` when the engine's own state is to be shown again; both in that thread.
    ``fetching`` and ``problem`` are single values, replaced as a whole.
    """

    def __init__(
        self, publish: Publish, on_done: Callable[[str], None], on_rest: Callable[[], None]
    ) -> None:
        self._publish = publish
        self._on_done = on_done
        self._on_rest = on_rest
        self._stop = threading.Event()
        self._is_closed = False
        self._thread: threading.Thread | None = None
        self.fetching: Fetching | None = None
        """What is fetched now."""
        self.problem: Notice | None = None
        """Why the last one failed; None once another one began."""

    def start(self, name: str, *, use: bool = True) -> bool:
        """Fetch a model, then use it if wished; False while another one is fetched."""
        if self._is_closed or self.fetching is not None:
            return False
        self.problem, self.fetching = None, Fetching(name, Progress(0, 0))
        self._stop = threading.Event()
        self._thread = threading.Thread(
            target=self._fetch, args=(name, use, self._stop), name="dictate-download", daemon=True
        )
        self._thread.start()
        return True

    def cancel(self) -> None:
        """Give the one under way up; the next try goes on where it stopped."""
        self._stop.set()

    def close(self) -> None:
        """Have the one under way given up, and begin no other."""
        self._is_closed = True
        self._stop.set()

    def _fetch(self, name: str, use: bool, stop: threading.Event) -> None:
        def show(progress: Progress) -> None:
            self.fetching = Fetching(name, progress)
            detail = f"{name} {progress.share:.0%}"
            status = EngineStatus(EngineState.DOWNLOADING, detail=detail)
            self._publish(EngineChanged(status))

        try:
            download.download(name, show, stop.is_set)
        except ModelError as error:
            if not isinstance(error, DownloadCancelled):
                self.problem = error.notice()
                self._publish(NoticeRaised(self.problem))
            use = False
        except Exception as error:  # top of a thread: whoever waits is told
            log.exception("a download broke")
            message = f"The model {name} could not be downloaded ({type(error).__name__})."
            self.problem = Notice(Severity.ERROR, message, "Try it again.")
            self._publish(NoticeRaised(self.problem))
            use = False
        finally:
            self.fetching = None
        self._on_done(name) if use else self._on_rest()
