"""When the watch asks, what it tells, and that it does neither unasked."""

from __future__ import annotations

import logging
import queue
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NoReturn

import pytest

from dictate.cancellation import Cancellation
from dictate.errors import EndpointUnreachable
from dictate.events import UpdateSeen
from dictate.settings.choices import AskForUpdates
from dictate.settings.schema import Settings, UpdateSettings
from dictate.updates.release import Release
from dictate.updates.schedule import DAY_S, HOUR_S
from dictate.updates.watch import Means, UpdateWatch

PATIENCE_S = 10.0
FEED = "https://example.org/s3cret/feed.json"
DAILY = UpdateSettings(AskForUpdates.DAILY, FEED)
NEXT = Release("9.1.0", "https://example.org/dictate", "Hears better.")
NEWS = UpdateSeen("9.1.0", "https://example.org/dictate", "Hears better.", is_news=True)
GONE = EndpointUnreachable("No update feed answers at example.org.", "Check the network.")


@dataclass
class Bench:
    """A watch with a clock in the hand and a feed that says what it is told to."""

    path: Path
    settings: UpdateSettings = DAILY
    now_s: float = 1_000_000.0
    offered: Release | Exception = NEXT
    is_offline: bool = False
    asked: "queue.Queue[str]" = field(default_factory=queue.Queue)  # noqa: UP037
    told: "queue.Queue[UpdateSeen]" = field(default_factory=queue.Queue)  # noqa: UP037
    looked: "queue.Queue[None]" = field(default_factory=queue.Queue)  # noqa: UP037
    watches: list[UpdateWatch] = field(default_factory=list)

    def ask(self, feed: str, cancellation: Cancellation) -> Release:
        self.asked.put(feed)
        if isinstance(self.offered, Exception):
            raise self.offered
        return self.offered

    def begin(
        self, ask: Callable[[str, Cancellation], Release] | None = None, settle_s: float = 0.0
    ) -> UpdateWatch:
        means = Means(
            ask=ask or self.ask,
            now=lambda: self.now_s,
            running="0.1.0",
            path=lambda: self.path,
            settle_s=settle_s,
            is_offline=lambda: self.is_offline,
        )
        watch = UpdateWatch(self.read_settings, self.told.put, means)
        self.watches.append(watch)
        watch.start()
        return watch

    def hears(self) -> UpdateSeen:
        return self.told.get(timeout=PATIENCE_S)

    def read_settings(self) -> UpdateSettings:
        self.looked.put(None)
        return self.settings

    def looks(self, watch: UpdateWatch) -> None:
        """Have it look at the clock, as it does every hour, and wait until it has done so."""
        while not self.looked.empty():
            self.looked.get()
        for _ in range(2):  # the second look begins when the first is over
            watch.follow()
            self.looked.get(timeout=PATIENCE_S)

    def end(self) -> None:
        for watch in self.watches:
            watch.close()
        self.watches.clear()


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(tmp_path / "updates.json")
    yield bench
    bench.end()


@pytest.mark.parametrize(
    "settings",
    [
        Settings().updates,
        UpdateSettings(AskForUpdates.NEVER, FEED),
        UpdateSettings(AskForUpdates.DAILY, ""),
    ],
    ids=["as shipped", "a feed, never to be asked", "no feed"],
)
def test_unless_asked_for_no_socket_file_or_thread_is_opened(
    settings: UpdateSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []

    def refuse(*what: object, **how: object) -> NoReturn:
        opened.append(what)
        raise AssertionError(what)

    for name in ("socket", "getaddrinfo", "create_connection"):
        monkeypatch.setattr(socket, name, refuse)
    monkeypatch.setattr(Path, "open", refuse)
    before = threading.enumerate()
    watch = UpdateWatch(lambda: settings, opened.append)  # the real means
    watch.start()
    watch.follow()
    assert threading.enumerate() == before
    watch.close()
    assert opened == []


def test_a_newer_version_is_told_with_its_page(bench: Bench) -> None:
    bench.begin()
    assert bench.hears() == NEWS
    assert bench.asked.get(timeout=PATIENCE_S) == FEED


def test_of_one_version_there_is_news_once_and_a_line_at_each_start(bench: Bench) -> None:
    for is_news in (True, False, False):
        bench.begin()
        assert bench.hears() == replace(NEWS, is_news=is_news)
        bench.end()
    assert bench.asked.qsize() == 1  # the others knew
    bench.offered = replace(NEXT, version="9.2.0")
    bench.now_s += DAY_S
    bench.begin()
    # First what is known, then what is new.
    seen = bench.hears()
    while seen.version != "9.2.0":
        seen = bench.hears()
    assert seen.is_news


def test_what_is_known_is_told_before_anybody_is_asked(bench: Bench) -> None:
    bench.begin()
    bench.hears()
    bench.end()
    bench.now_s += 10 * DAY_S
    bench.begin(settle_s=1000.0)
    assert bench.hears() == replace(NEWS, is_news=False)
    assert bench.asked.qsize() == 1


def test_the_version_that_runs_and_older_ones_are_told_to_nobody(bench: Bench) -> None:
    for version in ("0.1.0", "0.0.9", "0.2.0rc1"):
        bench.offered = replace(NEXT, version=version)
        bench.now_s += DAY_S
        bench.begin()
        bench.asked.get(timeout=PATIENCE_S)
        bench.end()
    assert bench.told.empty()


def test_it_is_asked_again_only_when_the_time_is_over(bench: Bench) -> None:
    watch = bench.begin()
    bench.hears()
    bench.now_s += DAY_S - 1
    bench.looks(watch)
    assert bench.asked.qsize() == 1
    bench.now_s += 2
    bench.looks(watch)
    assert bench.asked.qsize() == 2
    assert bench.told.empty()  # it offers what it did before


def test_a_machine_that_slept_for_long_asks_once(bench: Bench) -> None:
    watch = bench.begin()
    bench.hears()
    bench.now_s += 30 * DAY_S
    bench.looks(watch)
    bench.looks(watch)
    assert bench.asked.qsize() == 2


def test_a_clock_set_back_does_not_silence_it(bench: Bench) -> None:
    bench.begin()
    bench.hears()
    bench.end()
    bench.now_s -= 400 * DAY_S
    bench.begin()
    for _ in range(2):
        bench.asked.get(timeout=PATIENCE_S)


def test_a_failure_is_told_without_news_and_the_version_known_stays(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="dictate")
    watch = bench.begin()
    bench.hears()
    bench.offered = GONE
    bench.now_s += DAY_S
    watch.follow()
    seen = bench.hears()
    assert seen == replace(NEWS, is_news=False, problem=str(GONE))
    bench.offered = NEXT
    bench.now_s += HOUR_S
    watch.follow()
    assert bench.hears() == replace(NEWS, is_news=False)
    assert "s3cret" not in caplog.text and "EndpointUnreachable" in caplog.text


def test_a_failure_is_still_known_at_the_next_look(bench: Bench) -> None:
    bench.offered = GONE
    watch = bench.begin()
    assert bench.hears() == UpdateSeen(problem=str(GONE))
    bench.looks(watch)
    assert bench.told.empty() and bench.asked.qsize() == 1


def test_what_breaks_ends_no_thread(bench: Bench) -> None:
    bench.offered = RuntimeError("a bug")
    watch = bench.begin()
    bench.asked.get(timeout=PATIENCE_S)
    bench.offered = NEXT
    watch.follow()
    assert bench.hears() == NEWS


def test_switched_off_the_network_is_left_alone_and_a_file_is_read(bench: Bench) -> None:
    bench.is_offline = True
    watch = bench.begin()
    bench.looks(watch)
    assert bench.asked.empty()
    bench.settings = UpdateSettings(AskForUpdates.DAILY, "/srv/dictate.json")
    watch.follow()
    assert bench.hears() == NEWS
    assert bench.asked.get(timeout=PATIENCE_S) == "/srv/dictate.json"


def test_turned_on_while_it_runs_it_asks_at_once(bench: Bench) -> None:
    bench.settings = UpdateSettings()
    watch = bench.begin(settle_s=1000.0)
    bench.settings = DAILY
    watch.follow()
    assert bench.hears() == NEWS


def test_turned_off_the_line_goes_away_and_nobody_asks(bench: Bench) -> None:
    watch = bench.begin()
    bench.hears()
    bench.settings = UpdateSettings(AskForUpdates.NEVER, FEED)
    watch.follow()
    assert bench.hears() == UpdateSeen()
    bench.now_s += 30 * DAY_S
    bench.looks(watch)
    assert bench.asked.qsize() == 1


class Hanging:
    """A feed that answers when it is cancelled."""

    def __init__(self) -> None:
        self.asked = threading.Event()

    def __call__(self, feed: str, cancellation: Cancellation) -> Release:
        done = threading.Event()
        with cancellation.waking(done.set):
            self.asked.set()
            assert done.wait(PATIENCE_S)
        return NEXT


def test_the_end_takes_a_question_back_and_remembers_nothing_of_it(bench: Bench) -> None:
    feed = Hanging()
    watch = bench.begin(feed)
    assert feed.asked.wait(PATIENCE_S)
    watch.close()
    watch.close()
    bench.end()
    assert bench.told.empty() and not bench.path.exists()


def test_another_feed_takes_a_question_back(bench: Bench) -> None:
    hanging, feeds = Hanging(), [FEED]

    def ask(feed: str, cancellation: Cancellation) -> Release:
        return hanging(feed, cancellation) if feed == feeds[0] else bench.ask(feed, cancellation)

    watch = bench.begin(ask)
    assert hanging.asked.wait(PATIENCE_S)
    bench.settings = replace(DAILY, feed="https://example.org/other")
    watch.follow()
    assert bench.hears() == NEWS
    assert bench.asked.get(timeout=PATIENCE_S) == "https://example.org/other"


def test_a_watch_that_was_closed_does_not_begin(bench: Bench) -> None:
    bench.settings = UpdateSettings()
    watch = bench.begin()
    watch.close()
    bench.settings = DAILY
    watch.follow()
    watch.start()
    assert "dictate-updates" not in {thread.name for thread in threading.enumerate()}


def test_what_cannot_be_remembered_is_still_told_once(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> NoReturn:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("dictate.updates.memory.atomic_file.write", full)
    watch = bench.begin()
    assert bench.hears() == NEWS
    bench.looks(watch)
    assert bench.told.empty() and bench.asked.qsize() == 1
