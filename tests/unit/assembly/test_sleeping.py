"""What becomes of a recording when the machine sleeps."""

from __future__ import annotations

import pytest

from dictate.assembly.sleeping import Sleeping
from dictate.domain import Notice, Phase


class Program:
    def __init__(self, phase: Phase) -> None:
        self.phase = phase
        self.done: list[str] = []

    def cancel(self, at_s: float) -> None:
        assert at_s > 0
        self.phase = Phase.IDLE
        self.done.append("cancel")

    def renew_microphone(self) -> None:
        self.done.append("renew")


def sleeping(phase: Phase) -> tuple[Sleeping, Program, list[Notice]]:
    program, told = Program(phase), list[Notice]()
    return Sleeping(program, told.append), program, told


@pytest.mark.parametrize("phase", [Phase.OPENING, Phase.RECORDING])
def test_a_recording_ends_without_its_text_and_can_be_brought_back(phase: Phase) -> None:
    sleep, program, told = sleeping(phase)
    sleep.fall_asleep()
    sleep.wake()
    assert program.done == ["cancel", "renew"]
    assert [notice.next_step for notice in told] == [
        "Bring it back from the tray's menu or with: dictate retry"
    ]


@pytest.mark.parametrize("phase", [Phase.IDLE, Phase.FINISHING, Phase.DELIVERING])
def test_between_recordings_only_the_microphone_is_opened_anew(phase: Phase) -> None:
    sleep, program, told = sleeping(phase)
    sleep.fall_asleep()
    assert program.done == []
    sleep.wake()
    assert program.done == ["renew"]
    assert told == []


def test_a_recording_that_nobody_ended_before_ends_after_the_sleep() -> None:
    sleep, program, told = sleeping(Phase.RECORDING)
    sleep.wake()
    assert program.done == ["cancel", "renew"]
    assert len(told) == 1
