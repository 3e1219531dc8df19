"""What tray, menu, window, overlay and other programs see of speech that leaves this machine."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from dictate.domain import Phase, TakeId
from dictate.events import Event, PhaseChanged
from dictate.gui import icons, menu_model, wording
from dictate.gui.face import Face
from dictate.gui.facts import Facts, after
from dictate.gui.icons import Look
from dictate.gui.language_names import native_name
from dictate.gui.menu_lines import Entry
from dictate.gui.overlay import Overlay
from dictate.gui.remote import Target, status
from dictate.gui.window import Window
from dictate.settings.choices import OverlayShow, RemoteWhen
from dictate.settings.profiles import Profile
from dictate.settings.schema import EngineSettings, OverlaySettings, RemoteSettings, Settings
from tests.gui.events import finished, ready
from tests.gui.scripted_program import ScriptedProgram

AWAY = RemoteSettings(RemoteWhen.ALWAYS, "http://192.168.0.7:8000/v1")
HERE = RemoteSettings(RemoteWhen.ALWAYS)
OFF = replace(AWAY, when=RemoteWhen.NEVER)
CASES = pytest.mark.parametrize(("remote", "told"), [(AWAY, True), (HERE, False), (OFF, False)])


def _facts(remote: RemoteSettings) -> Facts:
    return after(Facts(settings=Settings(remote=remote)), ready())


def _target(settings: Settings) -> Target:
    def ignore(_event: Event) -> None:
        pass

    program = ScriptedProgram(ignore, settings)
    return Target(program, Path("settings.toml"), lambda: None, lambda: None)


@CASES
def test_it_is_told_everywhere_or_nowhere(qtbot: QtBot, remote: RemoteSettings, told: bool) -> None:
    facts = _facts(remote)
    line = "Speech leaves this machine: it goes to 192.168.0.7:8000, not encrypted."
    assert (line in wording.tooltip(facts)) is told
    entries = [entry for entry in menu_model.build(facts) if isinstance(entry, Entry)]
    assert (line in [entry.text for entry in entries]) is told, "whole, not in a hint"
    window = Window(QMenu())
    qtbot.addWidget(window)
    window.show_facts(facts)
    assert (line in window.advice.text()) is told
    said = status(_target(Settings(remote=remote)))["remote"]
    assert isinstance(said, dict)
    assert (said["leaves_this_machine"] == line) is told
    assert (said["endpoint"] is None) is (remote.when is RemoteWhen.NEVER)


@CASES
def test_the_model_stands_by_where_a_server_is_asked(remote: RemoteSettings, told: bool) -> None:
    lines = wording.recogniser_lines(_facts(remote))
    assert lines[-1].endswith("Model base on CPU, int8")
    if remote.when is RemoteWhen.ALWAYS:
        host = "192.168.0.7:8000" if told else "127.0.0.1:8000"
        assert lines == [f"Speech server {host}", "Standing by: Model base on CPU, int8"]


def test_the_icon_bears_an_arrow(qtbot: QtBot) -> None:
    plain = icons.plain_pixmap(Look(Face.IDLE), 24, 1.0).toImage()
    leaving = icons.plain_pixmap(Look(Face.IDLE, leaving=True), 24, 1.0).toImage()
    assert plain != leaving
    assert plain.pixelColor(22, 1).alpha() == 0
    assert leaving.pixelColor(21, 1).alpha() > 100


@CASES
def test_the_overlay_says_so_while_one_speaks(
    qtbot: QtBot, remote: RemoteSettings, told: bool
) -> None:
    leaves = bool(_facts(remote).speech_leaving)
    overlay = Overlay(OverlaySettings, lambda: 1.0, is_leaving=lambda: leaves)
    overlay.on_event(PhaseChanged(Phase.RECORDING, TakeId(1)))
    assert overlay.pill is not None
    assert ("speech leaves this machine" in overlay.pill.accessibleName()) is told
    assert (overlay.pill.parts.arrow.width > 0) is told
    overlay.vanish()


def test_status_names_the_server_that_recognised_the_last_take() -> None:
    target = _target(Settings(remote=AWAY))
    event = finished("Hello.")
    model = event.report.transcript.model
    assert model is not None
    transcript = replace(event.report.transcript, model=replace(model, server="192.168.0.7:8000"))
    assert isinstance(target.program, ScriptedProgram)
    target.program.say(replace(event, report=replace(event.report, transcript=transcript)))
    last = status(target)["last"]
    assert isinstance(last, dict)
    assert last["server"] == "192.168.0.7:8000"


@pytest.mark.parametrize("plain", [RemoteWhen.NEVER, RemoteWhen.ALWAYS])
def test_what_is_told_is_that_of_the_profile_of_the_take(plain: RemoteWhen) -> None:
    other = RemoteWhen.ALWAYS if plain is RemoteWhen.NEVER else RemoteWhen.NEVER
    settings = Settings(
        remote=replace(AWAY, when=plain), profiles={"x": Profile(overrides={"remote.when": other})}
    )
    facts = after(Facts(settings=settings), ready())
    assert bool(facts.speech_leaving) is (plain is RemoteWhen.ALWAYS)
    facts = after(facts, PhaseChanged(Phase.RECORDING, TakeId(1), "x"))
    assert bool(facts.speech_leaving) is (plain is RemoteWhen.NEVER)


def test_a_private_profile_is_shown(qtbot: QtBot) -> None:
    settings = Settings(remote=AWAY, profiles={"x": Profile(private=True)})
    facts = after(Facts(settings=settings), ready())
    assert "private" not in wording.tooltip(facts)
    facts = after(facts, PhaseChanged(Phase.RECORDING, TakeId(1), "x"))
    assert "(profile x, private)" in wording.tooltip(facts)
    assert not facts.speech_leaving
    overlay = Overlay(OverlaySettings, lambda: 1.0, is_private=lambda: facts.is_private)
    overlay.on_event(PhaseChanged(Phase.RECORDING, TakeId(1), "x"))
    assert overlay.pill is not None
    assert "x (private)" in overlay.pill.accessibleName()
    overlay.vanish()


def test_the_full_overlay_names_the_language_that_is_settled(qtbot: QtBot) -> None:
    german = Profile(overrides={"engine.language": "de"})
    facts = Facts(settings=Settings(profiles={"mail": german}))
    assert facts.spoken_language == ""  # is yet to be found out
    assert (
        Facts(settings=Settings(engine=EngineSettings(languages=("fr",)))).spoken_language == "fr"
    )
    facts = after(facts, PhaseChanged(Phase.RECORDING, TakeId(1), "mail"))
    assert facts.spoken_language == "de"
    full = OverlaySettings(OverlayShow.FULL)
    overlay = Overlay(
        lambda: full, lambda: 1.0, language=lambda: native_name(facts.spoken_language)
    )
    overlay.on_event(PhaseChanged(Phase.RECORDING, TakeId(1), "mail"))
    assert overlay.pill is not None and overlay.pill.view is not None
    assert overlay.pill.view.written(is_full=True) == "Recording · mail · Deutsch"
    assert overlay.pill.view.written(is_full=False) == "mail"
    assert overlay.pill.accessibleName() == "Recording, mail, Deutsch"
    overlay.vanish()
