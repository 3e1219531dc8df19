"""Microphones come and go while the real program runs."""

from __future__ import annotations

import pytest

from dictate.errors import ControlError
from tests.desktop import pulse
from tests.desktop.screen import wait_until
from tests.e2e.desktop import Desk, assert_said

SAMPLE = "meeting_en"


@pytest.mark.parametrize("desk", [{"plugged": False}], indirect=True)
def test_without_a_microphone_it_starts_and_notices_one_plugged_in_later(desk: Desk) -> None:
    desk.start()
    now = desk.wait_for(lambda now: now["microphone"]["problem"], "a microphone problem")
    assert now["microphone"]["name"] == ""
    desk.microphone.plug()
    now = desk.wait_for(lambda now: now["microphone"]["name"], "a microphone")
    assert pulse.NAME in now["microphone"]["name"]
    assert not now["microphone"]["problem"]
    desk.dictate(SAMPLE)
    assert_said(desk.typed(), SAMPLE)


@pytest.mark.parametrize("desk", [{"plugged": False}], indirect=True)
def test_a_press_without_a_microphone_is_survived(desk: Desk) -> None:
    desk.start()
    with pytest.raises(ControlError, match="microphone"):
        desk.tell("start")
    desk.wait_for_phase("idle")
    assert desk.typed() == ""
    desk.microphone.plug()
    desk.wait_for(lambda now: now["microphone"]["name"], "a microphone")
    desk.dictate(SAMPLE)
    assert_said(desk.typed(), SAMPLE)


def test_unplugged_while_recording_what_was_said_before_is_typed(desk: Desk) -> None:
    desk.start()
    with desk.holding():
        desk.say(SAMPLE)
        desk.microphone.unplug()
        desk.wait_for(lambda now: now["phase"] != "recording", "the end of the take")
    assert_said(desk.typed(), SAMPLE)
    desk.microphone.plug()
    desk.wait_for(lambda now: now["microphone"]["name"], "the microphone again")
    desk.editor.clear()
    desk.dictate(SAMPLE)
    assert_said(desk.typed(), SAMPLE)


def test_a_wished_microphone_that_is_not_there_is_not_forgotten(desk: Desk) -> None:
    desk.start('[audio]\ndevice = "Studio microphone"\n')
    assert (
        pulse.NAME
        in desk.wait_for(lambda now: now["microphone"]["name"], "one")["microphone"]["name"]
    )
    desk.dictate(SAMPLE)
    assert_said(desk.typed(), SAMPLE)
    assert 'device = "Studio microphone"' in desk.settings_file.read_text(encoding="utf-8")


def test_with_pre_roll_the_microphone_is_on_between_takes_and_nothing_of_it_on_disk(
    desk: Desk,
) -> None:
    desk.start("[audio]\npre_roll_ms = 500\n")
    desk.wait_for(lambda now: now["microphone"]["listening"], "the microphone to listen")
    desk.say(SAMPLE)  # to nobody
    assert desk.typed() == ""
    assert not list((desk.home / ".local/share").rglob("*.wav"))
    desk.dictate(SAMPLE)
    assert_said(desk.typed(), SAMPLE)
    assert desk.status()["microphone"]["listening"]
    desk.microphone.unplug()
    desk.wait_for(lambda now: not now["microphone"]["listening"], "the end of listening")
    desk.microphone.plug()
    desk.wait_for(lambda now: now["microphone"]["listening"], "the microphone to listen again")
    desk.editor.clear()
    desk.dictate(SAMPLE)
    assert_said(desk.typed(), SAMPLE)


def test_unplugged_while_recording_another_microphone_goes_on(desk: Desk) -> None:
    desk.microphone.plug_tone()
    desk.start()
    with desk.holding():
        desk.say(SAMPLE)
        desk.microphone.unplug()
        wait_until(lambda: "goes on with another" in desk.log(), "the other microphone")
        assert desk.status()["phase"] == "recording"
    assert_said(desk.typed(), SAMPLE)
    now = desk.wait_for(lambda now: pulse.TONE_NAME in now["microphone"]["name"], "its name")
    assert not now["microphone"]["problem"]
