"""Asks the feed of the settings from time to time and tells of a newer version.

There is no thread, and nothing is loaded or opened, before a feed is set and to be asked. From then
on the thread ``dictate-updates`` sleeps, looks at the clock once an hour (a machine that slept has
let time pass unseen), and asks when it is due. A change of the settings, and the end, take back a
question under way. Failures are for the log and whoever looks: nobody is told of them.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import dictate
from dictate import host
from dictate.cancellation import Cancellation
from dictate.errors import DictateError
from dictate.events import UpdateSeen
from dictate.settings.choices import AskForUpdates
from dictate.settings.schema import UpdateSettings
from dictate.updates import feed, memory
from dictate.updates.memory import Known
from dictate.updates.release import Release, is_newer
from dictate.updates.schedule import EVERY_S, HOUR_S, due_in_s

log = logging.getLogger(__name__)

SETTLE_S = 10.0
"""The program starts first, and the network of a machine that was just turned on comes up."""
LOOK_EVERY_S = HOUR_S
CLOSE_S = 0.3


@dataclass(frozen=True, slots=True)
class Means:
    """What a watch works with."""

    ask: Callable[[str, Cancellation], Release] = feed.offered
    now: Callable[[], float] = time.time
    running: str = dictate.__version__
    path: Callable[[], Path] = memory.place
    settle_s: float = SETTLE_S
    is_offline: Callable[[], bool] = host.is_offline


def is_wanted(settings: UpdateSettings) -> bool:
    """Tell whether a feed is to be asked by itself."""
    return bool(settings.feed) and settings.ask is not AskForUpdates.NEVER


class UpdateWatch:
    """Tells through ``tell`` what there is, on its own thread."""

    def __init__(
        self,
        settings: Callable[[], UpdateSettings],
        tell: Callable[[UpdateSeen], None],
        means: Means | None = None,
    ) -> None:
        self._settings, self._tell, self._means = settings, tell, means or Means()
        self._lock = threading.Lock()
        self._closing, self._woken = threading.Event(), threading.Event()
        self._question = Cancellation()
        self._thread: threading.Thread | None = None
        self._feed, self._known, self._problem = "", Known(), ""
        self._last: UpdateSeen = UpdateSeen()

    def start(self) -> None:
        """Begin to watch, if that is wanted."""
        self._begin(self._means.settle_s)

    def follow(self) -> None:
        """The settings are other ones: what was asked for the old ones is not waited for."""
        with self._lock:
            self._question.cancel()
        self._woken.set()
        self._begin(0.0)

    def close(self) -> None:
        """Stop; bounded, any number of times."""
        with self._lock:
            self._closing.set()
            self._question.cancel()
            thread = self._thread
        self._woken.set()
        if thread is not None and thread is not threading.current_thread():
            thread.join(CLOSE_S)

    def _begin(self, settle_s: float) -> None:
        with self._lock:
            if self._thread is None and not self._closing.is_set() and is_wanted(self._settings()):
                self._thread = threading.Thread(
                    target=self._run, args=(settle_s,), name="dictate-updates", daemon=True
                )
                self._thread.start()

    # -- the thread ------------------------------------------------------------------------------

    def _run(self, settle_s: float) -> None:
        is_settled = settle_s <= 0
        while not self._closing.is_set():
            self._woken.clear()
            try:
                wait_s = self._step(is_settled=is_settled)
            except Exception as error:  # noqa: BLE001  # top of the thread; it is only a comfort
                log.error("looking for updates broke: %s", type(error).__name__)
                wait_s = LOOK_EVERY_S
            if not self._closing.is_set():
                self._woken.wait(wait_s if is_settled else min(settle_s, wait_s))
            is_settled = True

    def _step(self, *, is_settled: bool) -> float:
        """Ask if it is time to, and show what is known; return the longest time until the next."""
        with self._lock:
            settings, self._question = self._settings(), Cancellation()
        if not is_wanted(settings):
            self._feed = ""
            self._tell_changes(UpdateSeen())
            return LOOK_EVERY_S
        if settings.feed != self._feed:
            self._feed, self._problem = settings.feed, ""
            self._known = memory.read(self._means.path(), settings.feed)
        if is_settled and self._may_ask(settings) and not self._due_in_s(settings):
            self._ask()
        self._tell_changes(self._seen())
        return min(LOOK_EVERY_S, self._due_in_s(settings) or LOOK_EVERY_S)

    def _may_ask(self, settings: UpdateSettings) -> bool:
        return feed.is_file(settings.feed) or not self._means.is_offline()

    def _due_in_s(self, settings: UpdateSettings) -> float:
        known, every_s = self._known, EVERY_S[settings.ask]
        return due_in_s(known.asked_at_s, known.failures, every_s, self._means.now())

    def _ask(self) -> None:
        """Ask, and remember what came of it; a question that was taken back never was."""
        known, problem = self._known, ""
        try:
            known = replace(known, release=self._means.ask(self._feed, self._question), failures=0)
        except DictateError as error:
            known, problem = replace(known, failures=known.failures + 1), str(error)
            log.info("looked for updates: %s", type(error).__name__)
        if self._question.is_set:
            return  # the next step comes at once, or none
        self._problem = problem
        self._keep(replace(known, asked_at_s=self._means.now()))

    def _keep(self, known: Known) -> None:
        self._known = known
        memory.write(self._means.path(), self._feed, known)

    def _seen(self) -> UpdateSeen:
        release = self._known.release
        if release is None or not is_newer(release.version, self._means.running):
            return UpdateSeen(problem=self._problem)
        is_news = release.version != self._known.told
        return UpdateSeen(release.version, release.page, release.notes, is_news, self._problem)

    def _tell_changes(self, seen: UpdateSeen) -> None:
        """Tell what is other than what was told last; of a version once over all starts."""
        if replace(seen, is_news=False) == self._last:
            return
        if seen.is_news:
            self._keep(replace(self._known, told=seen.version))
        self._last = replace(seen, is_news=False)
        self._tell(seen)
