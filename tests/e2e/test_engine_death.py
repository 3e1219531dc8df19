"""The engine's process dies at bad moments; the program goes on and the words arrive."""

from __future__ import annotations

from typing import Any

import psutil

from tests.e2e.desktop import Desk, assert_said

SAMPLE = "meeting_en"


def engine_of(desk: Desk) -> psutil.Process:
    """The spawned child that holds the model; the other one watches shared memory."""
    (engine,) = (p for p in desk.processes() if "spawn_main" in " ".join(p.cmdline()))
    return engine


def test_killed_while_idle(desk: Desk) -> None:
    desk.start()
    engine_of(desk).kill()
    desk.dictate(SAMPLE)
    assert_said(desk.typed(), SAMPLE)


def test_killed_while_idle_it_comes_back_by_itself(desk: Desk) -> None:
    desk.start()
    first = engine_of(desk)
    first.kill()
    first.wait(5)

    def replaced(status: dict[str, Any]) -> bool:
        engines = [p for p in desk.processes() if "spawn_main" in " ".join(p.cmdline())]
        return bool(engines) and bool(status) and status["engine"]["state"] == "ready"

    desk.wait_for(replaced, "another engine is ready, without a take")


def test_killed_while_the_user_speaks(desk: Desk) -> None:
    desk.start()
    with desk.holding():
        desk.say(SAMPLE)
        engine_of(desk).kill()
    assert_said(desk.typed(), SAMPLE)


def test_quit_leaves_no_engine_behind(desk: Desk) -> None:
    desk.start()
    engine = engine_of(desk)
    assert desk.run("quit").returncode == 0
    engine.wait(5)
