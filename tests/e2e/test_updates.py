"""The real program and a feed of updates: asked when wanted, in nobody's way, ended in time."""

from __future__ import annotations

import pytest

from tests.desktop.screen import wait_until
from tests.e2e.desktop import Desk, assert_said
from tests.fakes.feed_server import Asking, FeedServer, feed_server

SAMPLE = "meeting_en"
ENDING_S = 5.0


def settings(server: FeedServer, ask: str) -> str:
    return f'[updates]\nfeed = "{server.url}"\nask = "{ask}"\n[overlay]\nshow = "off"\n'


@pytest.fixture
def online(desk: Desk) -> Desk:
    desk.screen.env.pop("HF_HUB_OFFLINE", None)
    return desk


def test_nobody_is_asked_before_it_is_wanted_and_the_notice_takes_no_key(online: Desk) -> None:
    desk = online
    with feed_server() as server:
        desk.start(settings(server, "never"))
        desk.dictate(SAMPLE)
        assert_said(desk.typed(), SAMPLE)
        assert server.asked == []
        assert desk.run("settings", "set", "updates.ask", "daily").returncode == 0
        wait_until(lambda: '"told": "9.1.0"' in _remembered(desk), "that it is told", 30.0)
        desk.dictate(SAMPLE)
        assert_said(desk.typed(), SAMPLE, SAMPLE)
        assert server.paths == ["/feed"]


def test_a_feed_that_hangs_does_not_delay_the_end(online: Desk) -> None:
    desk = online
    with feed_server() as server:
        server.answers["/feed"] = Asking.hang
        desk.start(settings(server, "never"))
        assert desk.run("settings", "set", "updates.ask", "weekly").returncode == 0
        assert server.was_asked.wait(30)
        desk.tell("quit")
        assert desk.program is not None
        assert desk.program.wait(ENDING_S) == 0
        assert not _remembered(desk)
        assert "something did not close in time" not in desk.log()


def _remembered(desk: Desk) -> str:
    file = next(desk.home.rglob("updates.json"), None)
    return file.read_text() if file else ""
