"""Another model or device is chosen while the real program is used: nothing is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import psutil

from dictate import host
from tests.desktop.screen import wait_until
from tests.e2e.desktop import Desk, assert_said

ONE_MODEL = "[engine]\nkeep_models = 1\n"


def another_model(folder: Path) -> Path:
    """The built-in model once more, under a name of its own."""
    copy = folder / "twin"
    shutil.copytree(host.resource_path("models") / "builtin", copy)
    return copy


def engines(desk: Desk) -> list[psutil.Process]:
    """The processes that hold a model: those that have mapped its library."""
    found = []
    for process in desk.processes()[1:]:
        try:
            if any("ctranslate2" in each.path for each in process.memory_maps()):
                found.append(process)
        except psutil.Error:
            continue
    return found


def test_another_model_within_a_take_is_used_for_the_next(desk: Desk, tmp_path: Path) -> None:
    desk.start(ONE_MODEL)
    model = another_model(tmp_path)
    (before,) = engines(desk)
    with desk.holding():
        done = desk.run("settings", "set", "engine.model", str(model))
        assert done.returncode == 0, done.stderr
        desk.say("meeting_en")
    assert_said(desk.typed(), "meeting_en")
    desk.wait_for(
        lambda now: now["engine"]["state"] == "ready" and now["engine"]["model"] == "twin",
        "the other model",
    )
    wait_until(lambda: not before.is_running(), "the end of the process of the first model")
    assert len(engines(desk)) == 1
    desk.dictate("weather_en")
    assert_said(desk.typed(), "meeting_en", "weather_en")


def test_a_device_that_is_not_there_is_told_and_dictation_goes_on(desk: Desk) -> None:
    desk.start(ONE_MODEL)
    assert desk.run("settings", "set", "engine.device", "cuda").returncode == 0
    desk.dictate("meeting_en")
    assert_said(desk.typed(), "meeting_en")
    desk.wait_for(lambda now: now["engine"]["device"] == "cpu", "the processor in its place")
