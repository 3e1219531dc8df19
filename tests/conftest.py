"""What holds for every test: an empty home, no network, no thread and no log set-up left behind."""

from __future__ import annotations

import logging
import os
import shutil
import signal
import socket
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from xdist.scheduler import LoadFileScheduling

from tests.home import make_home

_OURS = ("DICTATE_CONFIG", "DICTATE_MODELS")
_JOIN_TIMEOUT_S = 2.0
_OUTSIDE = ("audio", "bus", "e2e", "hub", "llm", "remote", "wayland", "x11")
"""Folders whose tests meet sound servers, window managers, sockets and programs of others."""
_DESKS = ("audio", "bus", "e2e", "wayland", "x11")
"""Of them those with a screen or a sound server of their own: two at a time are too much."""


def pytest_configure(config: pytest.Config) -> None:
    # Before any test module is imported, and for subprocesses too. The path stays short: the
    # name of a Unix socket has room for about a hundred characters.
    home = Path(tempfile.mkdtemp(prefix="dictate-"))
    config.add_cleanup(lambda: shutil.rmtree(home, ignore_errors=True))
    os.environ.update(make_home(home))
    for name in _OURS:
        os.environ.pop(name, None)
    os.environ["HF_HUB_OFFLINE"] = "1"
    # A shell starts what runs in the background with Ctrl+C switched off, which programs inherit.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    # A busy machine must not fail a property by being slow; the build machine draws the same
    # examples each time, a developer's draws new ones.
    hypothesis.settings.register_profile(
        "dictate",
        deadline=None,
        derandomize="CI" in os.environ,
        suppress_health_check=[hypothesis.HealthCheck.too_slow],
    )
    hypothesis.settings.load_profile("dictate")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # Other people's programs on a busy machine: such a test may fail twice, not once. The summary
    # counts and names what was tried again, so that it does not become a habit.
    for item in items:
        if item.path.relative_to(Path(__file__).parent).parts[0] in _OUTSIDE:
            item.add_marker(pytest.mark.flaky(reruns=1))


class _OneDesk(LoadFileScheduling):  # type: ignore[misc]  # comes without types
    """Where processes share the tests: a file stays whole, and all desks are in one process."""

    def _split_scope(self, nodeid: str) -> str:
        return "desk" if nodeid.split("/")[1] in _DESKS else str(super()._split_scope(nodeid))


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> _OneDesk:
    return _OneDesk(config, log)


@pytest.fixture
def empty_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own, also for the programs it starts."""
    home = tmp_path / "home"
    for name, value in make_home(home).items():
        monkeypatch.setenv(name, value)
    return home


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let sockets of this process reach this machine only."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            assert address[0] in ("127.0.0.1", "::1", "localhost"), f"network: {address}"
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """Fail the test that leaves a thread of the program running."""
    before = set(threading.enumerate())
    yield
    started = [t for t in threading.enumerate() if t not in before and t.name.startswith("dictate")]
    for thread in started:
        thread.join(_JOIN_TIMEOUT_S)
    left = [thread.name for thread in started if thread.is_alive()]
    assert not left, f"threads left running: {left}"


@pytest.fixture(autouse=True)
def same_logging_afterwards() -> Iterator[None]:
    """Undo the log set-up of a command a test ran, or caplog would hear nothing from then on."""
    log = logging.getLogger("dictate")
    level, propagate, handlers = log.level, log.propagate, list(log.handlers)
    yield
    for handler in log.handlers:
        if handler not in handlers:
            handler.close()
    log.handlers[:] = handlers
    log.setLevel(level)
    log.propagate = propagate
