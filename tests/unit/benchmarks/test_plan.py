"""What a run measures, and what it leaves out."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace

import pytest

from benchmarks import __main__ as command
from benchmarks import plan, rivals
from benchmarks.results import FASTER_WHISPER, OURS
from benchmarks.rivals import RIVALS, Place, Rival
from benchmarks.scripted_weights import SHAPES


def arguments(**given: object) -> argparse.Namespace:
    usual = {"quick": False, "rivals": False, "rivals_python": [], "streamed": None}
    return argparse.Namespace(**(usual | given))


def test_the_quick_run_is_base_against_faster_whisper() -> None:
    (chosen,) = plan.QUICK
    assert chosen.model == "base"
    assert [rival.name for rival in plan.wanted_rivals(False)] == [FASTER_WHISPER]
    assert {(3, 0), (3, 300), (3, 700), (10, 300), (60, 300)} == {
        (job.scenario_s, job.gap_ms) for job in chosen.jobs_of(RIVALS[0])
    }


def test_the_full_run_has_all_shapes_and_every_rival() -> None:
    assert {chosen.model for chosen in plan.FULL} == SHAPES.keys()
    assert plan.wanted_rivals(True) == RIVALS
    assert all(rival.name != OURS for rival in RIVALS)


def test_a_model_that_does_not_fit_is_left_out() -> None:
    chosen = plan.QUICK[0]
    assert plan.too_large(chosen) == ""
    assert plan.too_large(replace(chosen, needs_gb=1e6)).startswith("base: takes 1000000 GB")


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ({}, len(RIVALS)),
        ({"quick": True}, 1),
        ({"quick": True, "rivals": True}, len(RIVALS)),
        ({"quick": True, "rivals_python": ["elsewhere"]}, len(RIVALS)),
    ],
)
def test_other_rivals_are_looked_for_when_wanted(
    given: dict[str, object], asked: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_for: list[str] = []

    def find(wanted: tuple[Rival, ...], pythons: list[str]) -> tuple[list[Place], list[str]]:
        looked_for.extend(rival.name for rival in wanted)
        assert pythons[0] == sys.executable
        return [], []

    monkeypatch.setattr(rivals, "find", find)
    _, missing = command._places(arguments(**given))
    assert len(looked_for) == asked
    assert len(missing) == (asked == 1)


def test_the_command_that_is_shown_names_no_path() -> None:
    shown = command._command(arguments(quick=True, rivals_python=["/a/b"], streamed=2))
    assert shown == "python -m benchmarks --quick --rivals --streamed 2"
