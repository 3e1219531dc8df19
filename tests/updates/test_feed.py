"""A feed is asked of a server on this machine that behaves well and badly, and of files."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from dictate.cancellation import Cancellation
from dictate.errors import (
    CallCancelled,
    DictateError,
    EndpointRefused,
    EndpointTooSlow,
    EndpointUnreachable,
    ReplyUnusable,
    UpdateUnknown,
)
from dictate.updates import feed
from dictate.updates.release import MOST_BYTES, Release
from tests.fakes.feed_server import NEXT, Asking, FeedServer, feed_server

OFFERED = Release(NEXT["version"], NEXT["page"], NEXT["notes"])


@pytest.fixture(autouse=True)
def online(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with feed_server() as server:
        yield server


def ask(address: str) -> Release:
    return feed.offered(address, Cancellation())


def fails(address: str) -> DictateError:
    with pytest.raises(DictateError) as caught:
        ask(address)
    assert caught.value.message and caught.value.next_step and "\n" not in str(caught.value)
    return caught.value


def test_a_feed_is_read(server: FeedServer) -> None:
    assert ask(server.url) == OFFERED


def test_nothing_is_sent_but_that_somebody_asks(server: FeedServer) -> None:
    ask(server.url)
    ((_, headers),) = server.asked
    said = {name.casefold(): value for name, value in headers.items()}
    assert said.pop("host").startswith("127.0.0.1:")
    assert said == {
        "user-agent": "Dictate",
        "accept": "application/json",
        "accept-encoding": "identity",
        "connection": "keep-alive",
    }


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirection_is_followed_and_no_cookie_with_it(server: FeedServer, status: int) -> None:
    server.answers["/moved"] = lambda asking: asking.lead_to("/feed", status)
    assert ask(server.url.replace("/feed", "/moved")) == OFFERED
    assert server.paths == ["/moved", "/feed"]
    assert not any("cookie" in headers for _, headers in server.asked)


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/feed",
        "ftp://127.0.0.1/feed",
        "file:///etc/passwd",
        "https://user:secret@example.org/feed",
        "http://127.0.0.1:port/feed",
        "http://[::1/feed",
        "//example.org/feed",
        "https://",
    ],
)
def test_a_redirection_to_where_others_can_listen_is_not_followed(
    server: FeedServer, address: str
) -> None:
    server.answers["/feed"] = lambda asking: asking.lead_to(address)
    assert isinstance(fails(server.url), EndpointRefused)
    assert "secret" not in str(fails(server.url))


def test_nobody_from_outside_has_this_machine_asked() -> None:
    with pytest.raises(EndpointRefused, match="not asked"):
        feed._redirected("https://example.org/feed", "http://127.0.0.1:631/")
    assert feed._redirected("https://example.org/a/feed", "../b") == "https://example.org/b"


def test_redirections_in_a_circle_end(server: FeedServer) -> None:
    server.answers["/feed"] = lambda asking: asking.lead_to("/feed")
    assert isinstance(fails(server.url), EndpointRefused)
    assert len(server.asked) == feed.MOST_REDIRECTIONS + 1


@pytest.mark.parametrize("status", [204, 304, 404, 500])
def test_an_error_of_the_server_is_told(server: FeedServer, status: int) -> None:
    server.answers["/feed"] = lambda asking: asking.raw(b"", status)
    assert f"({status})" in fails(server.url).message


def test_a_redirection_to_nowhere_is_an_error(server: FeedServer) -> None:
    server.answers["/feed"] = lambda asking: asking.raw(b"", 302)
    assert "(302)" in fails(server.url).message


@pytest.mark.parametrize(
    "answer",
    [
        lambda asking: asking.raw(b"<html>Please log in to this network</html>"),
        lambda asking: asking.offer(version="soon"),
        lambda asking: asking.offer(page="http://example.org"),
        lambda asking: asking.raw(b""),
        lambda asking: asking.flood(),
        lambda asking: asking.raw(b" " * (MOST_BYTES + 1)),
    ],
    ids=["login page", "no version", "no page", "nothing", "no end", "too long"],
)
def test_what_is_no_feed_is_told(server: FeedServer, answer: object) -> None:
    server.answers["/feed"] = answer  # type: ignore[assignment]  # one of the above
    assert isinstance(fails(server.url), UpdateUnknown)


def test_a_packed_answer_is_not_unpacked(server: FeedServer) -> None:
    server.answers["/feed"] = lambda asking: asking.raw(b"\x1f\x8b", content_encoding="gzip")
    assert isinstance(fails(server.url), ReplyUnusable)


def test_an_answer_that_is_cut_off_is_told(server: FeedServer) -> None:
    server.answers["/feed"] = lambda asking: asking.raw(b"{", content_length="9")
    assert isinstance(fails(server.url), ReplyUnusable)


def test_one_that_never_answers_is_not_waited_for(
    server: FeedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed, "STEP_S", 0.1)
    server.answers["/feed"] = Asking.hang
    assert isinstance(fails(server.url), EndpointTooSlow)


def test_redirections_share_their_time(server: FeedServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "ALL_S", 0.1)
    server.answers["/feed"] = lambda asking: asking.lead_to("/slow")
    server.answers["/slow"] = Asking.hang
    assert isinstance(fails(server.url), EndpointTooSlow)


def test_where_nobody_answers_the_network_is_to_be_checked() -> None:
    with feed_server() as gone:
        pass
    told = fails(gone.url)
    assert isinstance(told, EndpointUnreachable) and "network" in told.next_step


def test_a_secret_in_the_address_is_in_no_message(server: FeedServer) -> None:
    for path in ("/s3cret/feed?s3cret", "/s3cret"):
        server.answers["/s3cret"] = lambda asking: asking.lead_to("http://s3cret.example/s3cret")
        assert "s3cret" not in str(fails(server.url.replace("/feed", path)))


def test_cancelling_ends_a_question_under_way(server: FeedServer) -> None:
    server.answers["/feed"] = Asking.hang
    cancellation, came = Cancellation(), []

    def run() -> None:
        try:
            feed.offered(server.url, cancellation)
        except CallCancelled as error:
            came.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    assert server.was_asked.wait(10)
    cancellation.cancel()
    thread.join(10)
    assert came and not thread.is_alive()


def test_switched_off_the_network_is_not_used(
    server: FeedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    assert "HF_HUB_OFFLINE" in str(fails(server.url))
    assert server.asked == []


# -- files ---------------------------------------------------------------------------------------


def test_a_file_is_a_feed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")  # a file needs no network
    path = tmp_path / "feed.json"
    path.write_text(json.dumps(NEXT))
    assert ask(str(path)) == ask("~/feed.json") == OFFERED


def test_a_file_that_is_none_or_no_feed_is_told(tmp_path: Path) -> None:
    long = tmp_path / "long.json"
    long.write_bytes(b" " * 10 * MOST_BYTES)
    for path in (tmp_path, tmp_path / "none", long):
        assert isinstance(fails(str(path)), UpdateUnknown)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert isinstance(fails(str(tmp_path / "pipe")), UpdateUnknown)


def test_without_a_feed_it_says_what_to_set() -> None:
    assert "updates.feed" in fails("").next_step
