from __future__ import annotations

from dataclasses import replace

import pytest

from dictate.domain import (
    EngineState,
    EngineStatus,
    MicrophoneStatus,
    Notice,
    Severity,
    Verdict,
)
from dictate.errors import TEXT_KEPT, SettingInvalid
from dictate.events import (
    EngineChanged,
    MicrophoneChanged,
    NoticeRaised,
)
from dictate.gui.facts import Facts, ModelRow, after
from dictate.gui.menu_lines import Action, Verb
from dictate.gui.notices import (
    BURST,
    SAME_AGAIN_S,
    SAME_ERROR_AGAIN_S,
    NoticeGate,
    about_settings,
    tips_for,
)
from tests.gui.events import BASE, DEMONSTRATION, engine, finished, ready


def notice(number: int, severity: Severity = Severity.INFO) -> Notice:
    return Notice(severity, f"Number {number}.")


def test_the_same_notice_comes_once_in_a_while() -> None:
    gate = NoticeGate()
    assert gate.admits(notice(1), 0.0)
    assert not gate.admits(notice(1), SAME_AGAIN_S - 0.1)
    assert gate.admits(notice(1), SAME_AGAIN_S)


def test_the_same_words_split_otherwise_are_the_same_notice() -> None:
    gate = NoticeGate()
    assert gate.admits(Notice(Severity.ERROR, "It broke.", "Mend it."), 0.0)
    assert not gate.admits(Notice(Severity.ERROR, "It broke. Mend it."), 0.0)


def test_an_error_is_told_again_when_the_user_tries_again() -> None:
    gate, error = NoticeGate(), notice(1, Severity.ERROR)
    assert gate.admits(error, 0.0)
    assert not gate.admits(error, SAME_ERROR_AGAIN_S - 0.1)
    assert gate.admits(error, SAME_ERROR_AGAIN_S)


def test_a_flood_is_cut_but_errors_pass() -> None:
    gate = NoticeGate()
    admitted = [number for number in range(20) if gate.admits(notice(number), 0.01 * number)]
    assert admitted == list(range(BURST))
    assert gate.admits(notice(99, Severity.ERROR), 0.5)
    assert gate.admits(notice(100), 11.0)


def test_silence_is_quiet(facts: Facts) -> None:
    assert tips_for(finished("", Verdict.NO_SPEECH), facts, facts) == ()


def test_a_text_that_arrived_is_quiet(facts: Facts) -> None:
    assert tips_for(finished(), facts, facts) == ()


def test_what_the_demonstration_does_not_know_leads_to_a_real_model(facts: Facts) -> None:
    (tip,) = tips_for(finished("", Verdict.NOT_UNDERSTOOD, model=DEMONSTRATION), facts, facts)
    assert tip.notice.message == "Not in the demonstration vocabulary."
    assert tip.action == Action(Verb.DOWNLOAD_MODEL, "base")
    assert "148 MB" in tip.notice.next_step


def test_a_real_model_that_is_here_is_offered_instead_of_a_download(facts: Facts) -> None:
    here = replace(facts, models=(ModelRow("small", 487, is_cached=True), *facts.models))
    (tip,) = tips_for(ready(DEMONSTRATION), here, here)
    assert tip.action == Action(Verb.USE_MODEL, "small")


def test_a_model_is_announced_once_also_when_a_download_fails(facts: Facts) -> None:
    known = after(facts, ready(DEMONSTRATION))
    busy = after(known, engine(EngineState.DOWNLOADING, "3 %"))
    again = after(busy, ready(DEMONSTRATION))
    assert tips_for(ready(DEMONSTRATION), facts, known) != ()
    assert tips_for(ready(DEMONSTRATION), busy, again) == ()


def test_the_engine_and_the_desktop_do_not_both_announce_the_demonstration(facts: Facts) -> None:
    said = Notice(Severity.WARNING, "A small model.", "Get one: dictate models download base")
    on_cpu = Notice(Severity.WARNING, "There is no CUDA here.", "Set device to auto.")
    model = replace(DEMONSTRATION, notices=(said, on_cpu))
    tips = tips_for(ready(model), facts, facts)
    assert [tip.action for tip in tips] == [None, Action(Verb.DOWNLOAD_MODEL, "base")]
    assert tips[0].notice == on_cpu


def test_while_downloading_nothing_is_offered_twice(facts: Facts) -> None:
    busy = replace(facts, engine=EngineStatus(EngineState.DOWNLOADING, DEMONSTRATION))
    (tip,) = tips_for(finished("", Verdict.NOT_UNDERSTOOD, model=DEMONSTRATION), busy, busy)
    assert tip.action is None


def test_what_a_real_model_declines_says_so_without_a_click(facts: Facts) -> None:
    (tip,) = tips_for(finished("", Verdict.NOT_UNDERSTOOD, model=BASE), facts, facts)
    assert "not understood" in tip.notice.message
    assert tip.action is None


def test_a_delivery_that_fell_back_says_why(facts: Facts) -> None:
    (tip,) = tips_for(finished(fallback_reason="No window takes keys."), facts, facts)
    assert tip.notice.message == "Only copied: No window takes keys."
    assert tip.notice.severity is Severity.WARNING


def test_a_text_that_reached_no_window_is_offered_with_a_click(facts: Facts) -> None:
    raised = NoticeRaised(Notice(Severity.ERROR, "Another window has the keyboard.", TEXT_KEPT))
    (tip,) = tips_for(raised, facts, facts)
    assert tip.action == Action(Verb.COPY_LAST)
    assert tip.notice.message == "Another window has the keyboard."
    assert "Click here: Copy the text" in tip.notice.next_step


def test_what_loading_differed_in_is_told(facts: Facts) -> None:
    on_cpu = Notice(Severity.WARNING, "There is no CUDA here.", "Set device to auto.")
    (tip,) = tips_for(ready(replace(BASE, notices=(on_cpu,))), facts, facts)
    assert tip.notice == on_cpu
    assert tips_for(ready(BASE), facts, facts) == ()


@pytest.mark.parametrize("state", [EngineState.FAILED, EngineState.MISSING])
def test_an_engine_that_failed_is_an_error(facts: Facts, state: EngineState) -> None:
    (tip,) = tips_for(engine(state, "It broke. Mend it."), facts, facts)
    assert tip.notice == Notice(Severity.ERROR, "It broke.", "Mend it.")
    (bare,) = tips_for(engine(state), facts, facts)
    assert bare.notice.next_step


def test_a_microphone_that_is_missing_or_stands_in_is_told(facts: Facts) -> None:
    missing = MicrophoneStatus("", problem=notice(1, Severity.ERROR))
    stand_in = MicrophoneStatus("Built-in", "Headset", notice(2, Severity.WARNING))
    for status in (missing, stand_in):
        (tip,) = tips_for(MicrophoneChanged(status), facts, facts)
        assert tip.notice == status.problem


def test_a_microphone_that_was_plugged_in_is_told_only_when_there_was_none(facts: Facts) -> None:
    event = MicrophoneChanged(MicrophoneStatus("Headset"))
    assert tips_for(event, facts, facts) == ()  # at the start
    without = replace(facts, microphone=MicrophoneStatus(""))
    (tip,) = tips_for(event, without, facts)
    assert tip.notice.message == "The microphone Headset is ready."
    other = replace(facts, microphone=MicrophoneStatus("Built-in"))
    assert tips_for(event, other, facts) == ()


def test_loading_is_quiet_and_notices_of_the_core_pass(facts: Facts) -> None:
    assert tips_for(EngineChanged(EngineStatus(EngineState.LOADING)), facts, facts) == ()
    (tip,) = tips_for(NoticeRaised(notice(1)), facts, facts)
    assert tip.notice == notice(1)


def test_many_wrong_settings_make_one_notice() -> None:
    problems = tuple(SettingInvalid(f"engine.key{n} is wrong.") for n in range(5))
    assert [n.message for n in about_settings(problems[:2])] == [
        "engine.key0 is wrong.",
        "engine.key1 is wrong.",
    ]
    (summary,) = about_settings(problems)
    assert summary.message.startswith("5 settings are wrong")
    assert "engine.key0 is wrong." in summary.next_step
    assert about_settings(()) == ()
