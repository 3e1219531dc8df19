"""Takes that a server recognises, through the real threads of a session."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dictate.assembly import recognising, stages
from dictate.assembly.wiring import Wirer
from dictate.domain import EngineState, EngineStatus, Fate, ModelInfo, TakeId
from dictate.engine.remote.relay import RelayEngine
from dictate.errors import EngineError
from dictate.events import Event, NoticeRaised, RecordingKept, TakeCancelled, TakeFinished
from dictate.injected import InjectedKeys
from dictate.output.outlets import Outlets
from dictate.ports import Caret
from dictate.session.capture import Intake
from dictate.session.commands import Cancel, Start
from dictate.session.wiring import Wirings
from dictate.settings.choices import RemoteWhen
from dictate.settings.profiles import Profile, resolved
from dictate.settings.schema import RemoteSettings, Settings
from dictate.store.journal import DiskJournal
from dictate.store.shelf import Shelf
from dictate.vad.segmenter import SegmenterOptions
from tests.fakes.bench import PATIENCE_S, Bench, running
from tests.fakes.engine import ScriptedEngine
from tests.fakes.speech_server import SAID, SpeechServer, speech_server

LOCAL = ModelInfo("base", Path("base"), "cpu", "int8")


class Desk:
    """A session whose engine asks a server first."""

    def __init__(self, bench: Bench, local: ScriptedEngine, speech: SpeechServer) -> None:
        self.bench, self.local, self.speech = bench, local, speech

    def speak(self) -> None:
        source = self.bench.press()
        self.bench.say(source)
        self.bench.release(source)


@contextmanager
def _desk(
    speech: SpeechServer,
    local: ScriptedEngine,
    journal: Any = None,
    timeout_s: float = 30.0,
    caret: Caret | None = None,
) -> Iterator[Desk]:
    told: queue.SimpleQueue[Event] = queue.SimpleQueue()
    relay = RelayEngine(local, told.put)
    settings = RemoteSettings(RemoteWhen.ALWAYS, speech.url, timeout_s=timeout_s)
    relay.use(recognising.way(settings))
    with running(journal, engine=relay, caret=caret) as bench:  # type: ignore[arg-type]  # is one
        relay._publish = bench.events.put
        try:
            yield Desk(bench, local, speech)
        finally:
            relay.close()


def test_the_text_of_the_server_is_written() -> None:
    with speech_server() as speech, _desk(speech, ScriptedEngine(manual=True)) as desk:
        desk.speak()
        assert desk.bench.text() == SAID
        report = desk.bench.await_event(TakeFinished).report
        assert report.transcript.model is not None
        assert report.transcript.model.server == speech.host


class LookingCaret:
    """Finds out what kind of field it is when the test says so."""

    def __init__(self) -> None:
        self.tell: Callable[[bool], None] = lambda _: None
        self.secret = False

    def watch(self, take: TakeId, hides: Callable[[bool], None]) -> None:
        self.tell = hides

    def is_secret(self, take: TakeId) -> bool:
        return self.secret

    def fitted(self, text: str, language: str) -> str:
        return text

    def take_back(self) -> None:
        raise AssertionError


@pytest.mark.parametrize("first", ["the field", "the take"])
def test_a_take_for_a_password_field_never_reaches_the_server(first: str) -> None:
    local, caret = ScriptedEngine("from here"), LookingCaret()
    caret.secret = True
    with speech_server() as speech, _desk(speech, local, caret=caret) as desk:
        source = desk.bench.press()
        desk.bench.say(source)
        if first == "the field":
            caret.tell(True)
        desk.bench.release(source)
        if first == "the take":
            local.wait_for_jobs(1)  # its pace is not known yet: it begins at once
            caret.tell(True)
        assert desk.bench.text() == "from here"
        report = desk.bench.await_event(TakeFinished).report
        assert (report.private, report.text) == (True, "")
        assert not speech.was_asked.is_set()


def test_a_take_for_another_field_is_sent_once_that_is_known() -> None:
    local, caret = ScriptedEngine(manual=True), LookingCaret()
    with speech_server() as speech, _desk(speech, local, caret=caret) as desk:
        desk.speak()
        local.wait_for_jobs(1)
        assert not speech.was_asked.is_set()
        caret.tell(False)
        assert desk.bench.text() == SAID


def test_no_part_spoken_into_a_password_field_is_sent_while_speaking() -> None:
    local, caret = ScriptedEngine("one", "two", "three", "four"), LookingCaret()
    caret.secret = True
    with speech_server() as speech, _desk(speech, local, caret=caret) as desk:
        desk.bench.listener.use(
            Intake(desk.bench.audio, SegmenterOptions(), 60.0, decode_ahead=True)
        )
        source = desk.bench.press()
        desk.bench.say(source)
        local.wait_for_jobs(1)
        caret.tell(True)
        desk.bench.release(source)
        desk.bench.text()
        assert not speech.was_asked.is_set()


BAD: dict[str, tuple[Callable[[Any], None], str]] = {
    "slow": (lambda h: h.trickle(), "within"),
    "hanging": (lambda h: h.hang(), "within"),
    "401": (lambda h: h.document(401, {}), "API key"),
    "429": (lambda h: h.document(429, {}), "fewer requests"),
    "500": (lambda h: h.document(500, {}), "error (500)"),
    "garbage": (lambda h: h.raw(b"\xff", "application/json"), "not one of a speech"),
    "cut off": (lambda h: h.cut(), "cut off"),
    "redirect": (lambda h: h.document(307, {}, location="http://127.0.0.1:9/"), "elsewhere"),
}


@pytest.mark.parametrize("way", BAD)
def test_whatever_the_server_does_the_text_arrives_and_it_is_told(way: str) -> None:
    answer, told = BAD[way]
    local = ScriptedEngine("from here")
    with speech_server(answer=answer) as speech, _desk(speech, local, timeout_s=0.5) as desk:
        desk.speak()
        assert desk.bench.text() == "from here"
        message = desk.bench.await_event(NoticeRaised).notice.message
        assert told in message and "recognised on this machine" in message


def test_cancel_while_the_server_thinks_takes_the_take_back(tmp_path: Path) -> None:
    def journal(publish: Any) -> DiskJournal:
        return DiskJournal(Shelf(tmp_path), publish)

    local = ScriptedEngine(manual=True)
    with (
        speech_server(answer=lambda handler: handler.hang()) as speech,
        _desk(speech, local, journal) as desk,
    ):
        desk.speak()
        assert speech.was_asked.wait(PATIENCE_S)
        desk.bench.post(Cancel(time.monotonic()))
        desk.bench.await_event(TakeCancelled)
        assert desk.bench.await_event(RecordingKept).fate is Fate.CANCELLED
        assert speech.left.wait(PATIENCE_S), "the call is ended"
        desk.bench.await_idle()


def test_where_nobody_can_recognise_it_the_recording_is_kept(tmp_path: Path) -> None:
    def journal(publish: Any) -> DiskJournal:
        return DiskJournal(Shelf(tmp_path), publish)

    local = ScriptedEngine(EngineError("The model is broken.", "Get it again."))
    with (
        speech_server(answer=lambda handler: handler.document(500, {})) as speech,
        _desk(speech, local, journal) as desk,
    ):
        desk.speak()
        notice = desk.bench.await_event(NoticeRaised).notice
        assert "500" in notice.message and "broken" in notice.message
        assert desk.bench.await_event(RecordingKept).fate is Fate.FAILED


def test_a_model_that_is_not_loaded_is_no_obstacle() -> None:
    local = ScriptedEngine(manual=True)
    local.set_status(EngineStatus(EngineState.FAILED))
    with speech_server() as speech, _desk(speech, local) as desk:
        desk.speak()
        assert desk.bench.text() == SAID


@pytest.mark.parametrize(
    ("remote", "ahead"),
    [
        (RemoteSettings(), True),
        (RemoteSettings(RemoteWhen.ALWAYS), False),
        (RemoteSettings(RemoteWhen.ALWAYS, while_speaking=True), True),
    ],
)
def test_parts_are_sent_while_speaking_only_if_set_so(remote: RemoteSettings, ahead: bool) -> None:
    settings = Settings(remote=remote)
    assert recognising.decodes_ahead(settings) is ahead
    assert stages.intake(stages.microphone(settings.audio), settings).decode_ahead is ahead
    off = replace(settings, engine=replace(settings.engine, decode_ahead=False))
    assert not recognising.decodes_ahead(off)


def test_nothing_is_asked_that_is_not_switched_on() -> None:
    assert recognising.way(RemoteSettings()) is None


ON, OFF = RemoteWhen.ALWAYS, RemoteWhen.NEVER


@pytest.mark.parametrize(
    ("plain", "profile", "is_asked", "ahead"),
    [
        (OFF, OFF, False, (True, True)),
        (OFF, ON, True, (True, False)),
        (ON, OFF, True, (False, True)),
        (ON, ON, True, (False, False)),
    ],
)
def test_there_is_a_way_to_the_server_as_soon_as_a_profile_wants_it(
    plain: RemoteWhen, profile: RemoteWhen, is_asked: bool, ahead: tuple[bool, bool]
) -> None:
    settings = Settings(
        remote=RemoteSettings(plain), profiles={"x": Profile(overrides={"remote.when": profile})}
    )
    assert (recognising.way(recognising.asked(settings)) is not None) is is_asked
    resolved_ones = (settings, resolved(settings, settings.profiles["x"]))
    assert tuple(map(recognising.decodes_ahead, resolved_ones)) == ahead
    assert recognising.sometimes_decodes_ahead(settings) is any(ahead)
    outlets = Outlets()
    wirer = Wirer(outlets, InjectedKeys(), Path("settings.toml"), lambda _: None)
    wirings = wirer.wirings(settings)
    wirer.close()
    outlets.close()
    assert wirings.plain.stays_here is (plain is OFF)
    assert wirings.of("x").stays_here is (profile is OFF)
    assert (wirings.plain.decodes_ahead, wirings.of("x").decodes_ahead) == ahead


def test_a_profile_without_the_server_is_recognised_here() -> None:
    local = ScriptedEngine("from here")
    with speech_server() as speech, _desk(speech, local) as desk:
        bench = desk.bench
        plain = bench.coordinator._wirings.plain
        bench.coordinator.rewire(Wirings(plain, {"here": replace(plain, stays_here=True)}))
        bench.post(Start(time.monotonic(), profile="here"))
        source = bench.audio.opened.get(timeout=PATIENCE_S)
        bench.say(source)
        bench.release(source)
        assert bench.text() == "from here"
        assert not speech.was_asked.is_set()
        desk.speak()
        assert bench.text() == SAID


def test_only_a_profile_that_may_is_decoded_ahead() -> None:
    with running() as bench:
        bench.listener.use(Intake(bench.audio, SegmenterOptions(), 60.0, decode_ahead=True))
        plain = bench.coordinator._wirings.plain
        bench.coordinator.rewire(Wirings(replace(plain, decodes_ahead=False), {"x": plain}))
        _dictate_with_pause(bench, "")
        assert len(bench.engine.jobs) == 1, "one job for the whole take"
        bench.engine.answer("whole")
        assert bench.text() == "whole"


def _dictate_with_pause(bench: Bench, profile: str) -> None:
    bench.post(Start(time.monotonic(), profile=profile))
    source = bench.audio.opened.get(timeout=PATIENCE_S)
    bench.say(source)
    bench.say(source)
    bench.release(source)
    bench.engine.wait_for_jobs(1)
