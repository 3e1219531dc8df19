"""The menu as a value: what stands in it in every state."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from dictate.assembly.usage import Usage
from dictate.domain import (
    EngineState,
    EngineStatus,
    Fate,
    MicrophoneStatus,
    Notice,
    Phase,
    Severity,
)
from dictate.gui import menu_model
from dictate.gui.facts import DeviceRow, Facts, ModelRow, Outcome
from dictate.gui.menu_lines import Action, Entry, Part, Separator, Submenu, Verb
from dictate.settings import store
from dictate.settings.choices import HotkeyMode
from dictate.settings.profiles import Profile
from dictate.settings.schema import Settings
from tests.gui.events import BASE, DEMONSTRATION, report


def entries(facts: Facts) -> list[Entry]:
    return [line for line in menu_model.build(facts) if isinstance(line, Entry)]


def texts(facts: Facts) -> list[str]:
    return [entry.text for entry in entries(facts)]


def choice(facts: Facts, verb: Verb) -> Entry:
    return next(e for e in entries(facts) if e.action and e.action.verb is verb)


def part(facts: Facts, name: Part) -> list[Entry]:
    below = next(
        line for line in menu_model.build(facts) if isinstance(line, Submenu) and line.part is name
    )
    return [line for line in below.entries if isinstance(line, Entry)]


def setting(facts: Facts, key: str, value: object) -> Facts:
    return replace(facts, settings=store.replace_value(facts.settings, key, value))


def ticked(lines: list[Entry]) -> list[str]:
    return [line.text for line in lines if line.checked]


READY = EngineStatus(EngineState.READY, BASE)
LOST = Notice(Severity.ERROR, "No microphone.", "Plug one in.")


@pytest.mark.parametrize(
    ("phase", "line"),
    [
        (Phase.IDLE, "Ready"),
        (Phase.RECORDING, "Recording…"),
        (Phase.FINISHING, "Recognising…"),
        (Phase.DELIVERING, "Writing the text…"),
    ],
)
def test_the_first_line_tells_the_phase(facts: Facts, phase: Phase, line: str) -> None:
    first = entries(replace(facts, engine=READY, phase=phase))[0]
    assert (first.text, first.action) == (line, None)


@pytest.mark.parametrize(
    ("engine", "line"),
    [
        (EngineStatus(EngineState.LOADING, detail="base"), "Loading the model base…"),
        (EngineStatus(EngineState.LOADING, detail="builtin"), "Loading the model…"),
        (EngineStatus(EngineState.DOWNLOADING, detail="34 %"), "Downloading: 34 %"),
        (EngineStatus(EngineState.FAILED, detail="It broke. Do this."), "It broke."),
        (EngineStatus(EngineState.MISSING), "There is no model to recognise speech with."),
    ],
)
def test_the_first_line_tells_the_engine_while_idle(
    facts: Facts, engine: EngineStatus, line: str
) -> None:
    assert texts(replace(facts, engine=engine))[0] == line
    recording = replace(facts, engine=engine, phase=Phase.RECORDING)
    assert texts(recording)[0] == "Recording…"


@pytest.mark.parametrize(
    ("outcome", "line"),
    [
        (Outcome.NO_SPEECH, "No speech heard."),
        (Outcome.NOT_UNDERSTOOD, "Not understood."),
        (Outcome.CANCELLED, "Cancelled."),
        (Outcome.TEXT, "Ready"),
    ],
)
def test_the_first_line_tells_how_the_last_take_ended(
    facts: Facts, outcome: Outcome, line: str
) -> None:
    assert texts(replace(facts, engine=READY, outcome=outcome))[0] == line


def test_a_recording_can_be_started_with_a_profile(facts: Facts) -> None:
    assert Part.PROFILE not in [e.part for e in menu_model.build(facts) if isinstance(e, Submenu)]
    profiles = {"mail": Profile(), "R&D": Profile()}
    some = replace(facts, settings=replace(facts.settings, profiles=profiles))
    assert [(e.text, e.action) for e in part(some, Part.PROFILE)] == [
        ("mail", Action(Verb.START_WITH, "mail")),
        ("R&&D", Action(Verb.START_WITH, "R&D")),
    ]
    recording = replace(some, phase=Phase.RECORDING, profile="mail")
    assert ticked(part(recording, Part.PROFILE)) == ["mail"]
    assert not any(e.action for e in part(recording, Part.PROFILE))


def test_a_problem_comes_with_its_next_step(facts: Facts) -> None:
    broken = replace(facts, engine=READY, microphone=MicrophoneStatus("", problem=LOST))
    assert texts(broken)[:2] == ["No microphone.", "Plug one in."]


def test_a_microphone_that_stands_in_is_named_but_no_obstacle(facts: Facts) -> None:
    status = MicrophoneStatus("Built-in", "Headset", LOST)
    standing_in = replace(facts, engine=READY, microphone=status)
    assert standing_in.problem is None
    assert texts(standing_in)[0] == "Ready"
    assert LOST.message in texts(standing_in)


@pytest.mark.parametrize("phase", list(Phase))
def test_a_microphone_that_is_on_between_takes_is_told(facts: Facts, phase: Phase) -> None:
    told = "The microphone is on; 0.4 s are kept in memory."
    ready = setting(replace(facts, engine=READY, phase=phase), "audio.pre_roll_ms", 400.0)
    off = replace(ready, microphone=MicrophoneStatus("Headset"))
    assert told not in texts(off)
    assert told in texts(replace(off, microphone=MicrophoneStatus("Headset", listening=True)))


def test_a_microphone_that_takes_its_time_to_open_is_told(facts: Facts) -> None:
    slow = replace(facts, engine=READY, phase=Phase.OPENING, is_slow_to_open=True)
    assert texts(slow)[:2] == [
        "Opening the microphone…",
        "Wait for the recording to begin, then speak.",
    ]


def test_the_advice_names_the_hotkey_and_its_mode(facts: Facts) -> None:
    ready = replace(facts, engine=READY)
    assert "Hold Right Ctrl and speak." in texts(ready)
    assert "Press Right Ctrl and speak." in texts(setting(ready, "hotkey.mode", "toggle"))
    without = replace(ready, hotkey="")
    assert "Choose “Start dictation” in the menu and speak." in texts(without)
    recording = replace(ready, phase=Phase.RECORDING)
    assert "Let go of Right Ctrl when you are done." in texts(recording)


def test_start_becomes_stop_and_cancel_is_there_when_it_helps(facts: Facts) -> None:
    by_phase = {phase: replace(facts, phase=phase) for phase in Phase}
    toggles = {phase: choice(f, Verb.TOGGLE).text for phase, f in by_phase.items()}
    speaking = (Phase.OPENING, Phase.RECORDING)
    assert {toggles[p] for p in speaking} == {"&Stop dictation"}
    assert {toggles[p] for p in Phase if p not in speaking} == {"&Start dictation"}
    cancel = {
        phase: next(e for e in entries(f) if e.text == "&Cancel").action is not None
        for phase, f in by_phase.items()
    }
    assert cancel == {
        Phase.IDLE: False,
        Phase.OPENING: True,
        Phase.RECORDING: True,
        Phase.FINISHING: True,
        Phase.DELIVERING: False,
    }


def test_the_last_text_is_offered_once_there_is_one(facts: Facts) -> None:
    assert not any(e.action == Action(Verb.COPY_LAST) for e in entries(facts))
    text = "Salt & pepper,\nand then " + "more " * 20
    line = choice(replace(facts, last=report(text)), Verb.COPY_LAST).text
    assert line.startswith("Copy &last text: “Salt && pepper, and then more")
    assert line.endswith("…”")
    assert len(line) < 70


def test_latency_memory_and_cpu_are_told(facts: Facts) -> None:
    told = texts(replace(facts, last=report(), usage=Usage(512.3, 12.6)))
    assert "Last take: 2.5 s of speech, text after 342 ms" in told
    assert "Memory 512 MB, CPU 13%" in told
    assert "Memory 1.2 GB, CPU …" in texts(replace(facts, usage=Usage(1234.0, None)))


def test_models_here_can_be_chosen_others_are_greyed_with_their_size(facts: Facts) -> None:
    lines = part(facts, Part.MODEL)
    builtin = next(e for e in lines if "demonstration" in e.text)
    assert builtin.text == "Built-in demonstration (small vocabulary)"
    assert builtin.action == Action(Verb.USE_MODEL, "builtin")
    large = next(e for e in lines if e.text.startswith("large-v3"))
    assert (large.text, large.action) == ("large-v3 (3.1 GB)", None)
    assert "Manage models" in large.hint


def test_automatic_says_what_it_took(facts: Facts) -> None:
    assert ticked(part(facts, Part.MODEL)) == ["Automatic"]
    loaded = replace(facts, engine=READY)
    assert ticked(part(loaded, Part.MODEL)) == ["Automatic (now: base)"]
    demonstration = replace(facts, engine=EngineStatus(EngineState.READY, DEMONSTRATION))
    assert ticked(part(demonstration, Part.MODEL)) == ["Automatic (now: demonstration)"]


def test_one_model_is_ticked(facts: Facts) -> None:
    chosen = setting(facts, "engine.model", "builtin")
    assert ticked(part(chosen, Part.MODEL)) == ["Built-in demonstration (small vocabulary)"]
    own = setting(facts, "engine.model", "/home/me/models/mine")
    assert ticked(part(own, Part.MODEL)) == ["mine"]


def test_base_is_one_click_away_until_a_real_model_is_here(facts: Facts) -> None:
    download = Action(Verb.DOWNLOAD_MODEL, "base")
    offered = next(e for e in part(facts, Part.MODEL) if e.action == download)
    assert offered.text == "Download base (148 MB)…"
    real = replace(facts, models=(ModelRow("tiny", 78, is_cached=True), *facts.models))
    assert not any(e.action == download for e in part(real, Part.MODEL))
    busy = replace(facts, engine=EngineStatus(EngineState.DOWNLOADING, detail="34 %"))
    assert not any(e.action == download for e in part(busy, Part.MODEL))
    assert "Downloading: 34 %" in [e.text for e in part(busy, Part.MODEL)]


def test_devices_that_are_not_there_are_greyed_and_say_why(facts: Facts) -> None:
    lines = part(facts, Part.DEVICE)
    assert ticked(lines) == ["Automatic"]
    cuda = next(e for e in lines if e.text.startswith("CUDA"))
    assert (cuda.text, cuda.action) == ("CUDA – no card", None)
    assert next(e for e in lines if e.text == "CPU").action == Action(Verb.USE_DEVICE, "cpu")


def test_a_second_card_is_shown_though_not_listed(facts: Facts) -> None:
    second = replace(
        setting(facts, "engine.device", "cuda:1"), devices=(DeviceRow("auto"), DeviceRow("cuda"))
    )
    assert ticked(part(second, Part.DEVICE)) == ["CUDA 1"]


def test_a_microphone_with_a_very_long_name_leaves_the_menu_narrow(facts: Facts) -> None:
    name = "USB PnP sound device " * 8
    (line,) = [
        entry
        for entry in part(replace(facts, microphones=(name,)), Part.MICROPHONE)
        if entry.action == Action(Verb.USE_MICROPHONE, name)
    ]
    assert len(line.text) <= 64
    assert line.hint == name


def test_microphones_default_first_and_the_chosen_one_stays(facts: Facts) -> None:
    assert [e.text for e in part(facts, Part.MICROPHONE)] == [
        "Default of the desktop",
        "No microphone found",
        "Keep on between recordings",
    ]
    two = replace(
        facts, microphones=("Desk & Co", "Headset"), microphone=MicrophoneStatus("Headset")
    )
    lines = part(two, Part.MICROPHONE)
    assert [e.text for e in lines] == [
        "Default of the desktop (now: Headset)",
        "Desk && Co",
        "Headset",
        "Keep on between recordings",
    ]
    assert lines[1].action == Action(Verb.USE_MICROPHONE, "Desk & Co")
    away = setting(two, "audio.device", "Radio")
    assert ticked(part(away, Part.MICROPHONE)) == ["Radio (not connected)"]


def test_pre_roll_is_one_choice_away_both_ways(facts: Facts) -> None:
    assert part(facts, Part.MICROPHONE)[-1].action == Action(Verb.SET_PRE_ROLL, "400")
    on = setting(facts, "audio.pre_roll_ms", 300.0)
    last = part(on, Part.MICROPHONE)[-1]
    assert (last.text, last.action) == (
        "Turn off between recordings",
        Action(Verb.SET_PRE_ROLL, "0"),
    )


def test_outputs_tick_the_method_in_use(facts: Facts) -> None:
    lines = part(setting(facts, "output.method", "paste"), Part.OUTPUT)
    everywhere = ["auto", "type", "paste", "copy"]
    assert [e.action for e in lines] == [Action(Verb.USE_OUTPUT, name) for name in everywhere]
    assert ticked(lines) == ["Paste through the clipboard"]
    with_file = setting(facts, "output.file", "~/notes.txt")
    assert Action(Verb.USE_OUTPUT, "file") in [e.action for e in part(with_file, Part.OUTPUT)]


def test_long_lines_are_cut_and_kept_in_the_hint(facts: Facts) -> None:
    long = "The microphone " + "x" * 90 + " cannot be opened."
    problem = MicrophoneStatus("", problem=Notice(Severity.ERROR, long, "Plug one in."))
    first = entries(replace(facts, engine=READY, microphone=problem))[0]
    assert len(first.text) <= 64
    assert first.hint == long


def test_no_two_separators_in_a_row_and_none_at_the_ends(facts: Facts) -> None:
    for shown in (facts, replace(facts, last=report(), usage=Usage(1.0, 2.0))):
        lines = menu_model.build(shown)
        kinds = [isinstance(line, Separator) for line in lines]
        assert not kinds[0]
        assert not kinds[-1]
        assert not any(a and b for a, b in itertools.pairwise(kinds))


def test_every_setting_of_the_menu_is_valid() -> None:
    for key, value in (("engine.model", "builtin"), ("engine.device", "metal")):
        assert store.replace_value(Settings(), key, value) != Settings()


@pytest.mark.parametrize(
    ("fate", "text"),
    [
        (Fate.FAILED, "&Try the last recording again"),
        (Fate.CANCELLED, "&Bring back the cancelled recording"),
    ],
)
def test_a_kept_recording_can_be_tried_again(facts: Facts, fate: Fate, text: str) -> None:
    assert not any(e.action == Action(Verb.RETRY) for e in entries(facts))
    assert choice(replace(facts, kept=fate), Verb.RETRY).text == text


def test_hotkeys_are_paused_and_heard_again(facts: Facts) -> None:
    assert choice(facts, Verb.PAUSE).action == Action(Verb.PAUSE, "on")
    paused = replace(facts, is_paused=True, hotkey="Right Ctrl")
    assert choice(paused, Verb.PAUSE).action == Action(Verb.PAUSE, "off")
    assert "The hotkeys are paused." in texts(paused)


def test_the_profile_of_a_take_is_told_while_it_runs(facts: Facts) -> None:
    assert texts(replace(facts, phase=Phase.RECORDING, profile="german"))[0] == (
        "Recording… (profile german)"
    )


@pytest.mark.parametrize("mode", HotkeyMode)
def test_every_mode_has_its_advice(facts: Facts, mode: HotkeyMode) -> None:
    told = texts(replace(setting(facts, "hotkey.mode", mode), hotkey="F9"))
    assert any("F9" in line and "speak" in line for line in told)
