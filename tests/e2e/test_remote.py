"""The real program with a speech server: its text is typed, else that of the model standing by."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dictate import host
from tests.desktop.screen import wait_until
from tests.e2e.desktop import HOTKEY, TAKE_S, Desk, assert_said
from tests.fakes.speech_server import SAID, SpeechServer, speech_server

ENGLISH = "meeting_en"


def settings(speech: SpeechServer, folder: Path, timeout_s: float = 5.0) -> str:
    """Return settings with this server, and the shipped model standing by as a real one."""
    model = folder / "standing-by"
    shutil.copytree(host.resource_path("models", "builtin"), model)
    facts = json.loads((model / "dictate.json").read_text("utf-8"))
    (model / "dictate.json").write_text(json.dumps({**facts, "demonstration": False}), "utf-8")
    return (
        f'[engine]\nmodel = "{model}"\n'
        f'[remote]\nwhen = "always"\nendpoint = "{speech.url}"\ntimeout_s = {timeout_s}\n'
    )


def last(check: Callable[[dict[str, Any]], bool]) -> Callable[[dict[str, Any]], bool]:
    """Return a check of the last take in a status."""
    return lambda now: bool(now["last"]) and check(now["last"])


def test_the_text_of_the_server_is_typed(desk: Desk, tmp_path: Path) -> None:
    with speech_server() as speech:
        desk.start(settings(speech, tmp_path))
        desk.dictate(ENGLISH)
        assert desk.typed().strip() == SAID
        now = desk.wait_for(last(lambda take: take["server"] == speech.host), "its report")
        assert now["remote"]["endpoint"] == speech.url
        assert now["remote"]["leaves_this_machine"] is None, "it is this machine"
        assert [model["model"] for model in now["loaded"]] == ["standing-by"]
        assert now["loaded"][0]["memory_mb"] > 20
        assert len(speech.asked) == 1
        assert SAID.split()[-1] not in desk.log()


def test_a_server_that_hangs_costs_its_time_and_no_text(desk: Desk, tmp_path: Path) -> None:
    with speech_server(answer=lambda handler: handler.hang()) as speech:
        desk.start(settings(speech, tmp_path, timeout_s=1.0))
        desk.dictate(ENGLISH)
        assert_said(desk.typed(), ENGLISH)
        now = desk.wait_for(last(lambda take: take["server"] is None), "its report")
        assert now["last"]["latency_ms"] < 10_000
        assert speech.left.wait(10), "the call is given up"


def test_parts_go_to_the_server_while_one_speaks_if_set_so(desk: Desk, tmp_path: Path) -> None:
    with speech_server() as speech:
        desk.start(settings(speech, tmp_path) + "while_speaking = true\n")
        with desk.holding():
            desk.say(ENGLISH)
            assert speech.was_asked.wait(30), "at the pause, with the key still down"
            assert desk.status()["phase"] == "recording"
        assert desk.typed().strip() == SAID


def test_cancelling_while_the_server_thinks_types_nothing(desk: Desk, tmp_path: Path) -> None:
    with speech_server(answer=lambda handler: handler.hang()) as speech:
        desk.start(settings(speech, tmp_path, timeout_s=60.0))
        with desk.holding():
            desk.say(ENGLISH)
        assert speech.was_asked.wait(30)
        assert desk.run("cancel").returncode == 0
        desk.wait_for_phase("idle")
        assert speech.left.wait(10)
        assert desk.typed() == ""


def test_what_was_private_before_a_crash_is_not_sent_after_it(desk: Desk, tmp_path: Path) -> None:
    with speech_server() as speech:
        profile = '[hotkey]\nprofile = "secret"\n[profiles.secret]\nprivate = true\n'
        public = settings(speech, tmp_path)
        desk.start(public + profile)
        desk.screen.xdotool("keydown", HOTKEY)
        desk.wait_for_phase("recording")
        desk.say(ENGLISH)
        for process in desk.processes():
            process.kill()
        desk.screen.xdotool("keyup", HOTKEY)
        desk.start(public)  # and the profile is gone
        assert desk.run("retry").returncode == 0
        wait_until(lambda: desk.editor.text() != "", "the text", TAKE_S)
        assert_said(desk.typed(), ENGLISH)
        assert not speech.asked
        assert desk.run("last").stdout.strip() == ""
        assert not list(desk.home.rglob("takes/*.wav"))
