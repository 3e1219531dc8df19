"""``dictate updates check``, as it is called: one line and an exit code."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dictate import __version__
from dictate.cli import app
from tests.fakes.feed_server import FeedServer, feed_server

Invoke = Callable[..., Result]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[FeedServer]:
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    with feed_server() as server:
        yield server


@pytest.fixture
def invoke(tmp_path: Path) -> Invoke:
    def run(feed: str, *words: str) -> Result:
        file = tmp_path / "settings.toml"
        file.write_text(f"[updates]\nfeed = '{feed}'\n")
        return CliRunner().invoke(app, ["--config", str(file), "updates", "check", *words])

    return run


def test_a_newer_version_is_one_line(invoke: Invoke, server: FeedServer) -> None:
    result = invoke(server.url)
    assert result.exit_code == 0, result.output
    assert result.stdout == (
        f"Version 9.1.0 is available, this is {__version__}. "
        "Hears better. https://example.org/dictate\n"
    )


@pytest.mark.parametrize("version", [__version__, "0.0.1"])
def test_up_to_date_is_one_line(invoke: Invoke, server: FeedServer, version: str) -> None:
    server.answers["/feed"] = lambda asking: asking.offer(version=version)
    result = invoke(server.url)
    assert result.exit_code == 0, result.output
    (line,) = result.stdout.splitlines()
    assert line == f"Version {__version__} is up to date; the feed offers {version}."


def test_for_other_programs(invoke: Invoke, server: FeedServer) -> None:
    record = json.loads(invoke(server.url, "--json").stdout)
    assert record == {
        "version": __version__,
        "offered": "9.1.0",
        "is_newer": True,
        "page": "https://example.org/dictate",
        "notes": "Hears better.",
    }


def failure(result: Result) -> str:
    assert result.exit_code == 1 and result.stdout == ""
    (line,) = result.stderr.splitlines()
    return line


def test_without_a_feed_it_says_what_to_set(invoke: Invoke) -> None:
    assert "dictate settings set updates.feed" in failure(invoke(""))


def test_without_a_network_it_is_one_line(invoke: Invoke, server: FeedServer) -> None:
    with feed_server() as gone:
        pass
    assert "No update feed answers at 127.0.0.1" in failure(invoke(gone.url))


def test_a_server_without_one_is_one_line(invoke: Invoke, server: FeedServer) -> None:
    assert "(404)" in failure(invoke(server.url + "s"))


def test_a_feed_that_others_could_change_is_not_taken(invoke: Invoke) -> None:
    result = invoke("http://example.org/feed")
    assert result.exit_code == 1
    assert "https://" in result.stderr and "No update feed is set." in result.stderr
