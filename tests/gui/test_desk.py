"""The desk with real menu, tray and window, and a scripted program behind it."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from dictate.domain import (
    EngineState,
    Fate,
    MicrophoneStatus,
    Notice,
    Phase,
    Severity,
    Verdict,
)
from dictate.errors import ClipboardFailed
from dictate.events import (
    HotkeyChanged,
    MicrophoneChanged,
    NoticeRaised,
    RecordingKept,
)
from dictate.gui import wording
from dictate.gui.face import Face
from dictate.gui.menu_lines import Action, Verb
from dictate.settings import store
from dictate.settings.schema import Settings
from tests.gui.conftest import Bench
from tests.gui.events import DEMONSTRATION, engine, finished, level, phase, ready


def lines(menu: QMenu) -> dict[str, QAction]:
    """All lines of the menu and its submenus by what they say."""
    found: dict[str, QAction] = {}
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            found |= lines(below)
        elif not action.isSeparator():
            found[action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")] = action
    return found


def line(bench: Bench, begin: str) -> QAction:
    return next(a for text, a in lines(bench.menu.menu).items() if text.startswith(begin))


@pytest.fixture
def open_bench(bench: Bench, qtbot: QtBot) -> Bench:
    bench.desk.open()
    qtbot.waitUntil(lambda: bench.desk.facts.microphones != ())
    qtbot.waitUntil(lambda: bench.presence.is_settled)
    return bench


def test_an_event_changes_tray_menu_and_window(open_bench: Bench, qtbot: QtBot) -> None:
    open_bench.program.say(ready())
    open_bench.program.say(phase(Phase.RECORDING))
    qtbot.waitUntil(lambda: open_bench.desk.facts.phase is Phase.RECORDING)
    assert "Recording" in open_bench.tray.icon.toolTip()
    assert line(open_bench, "Stop dictation").isEnabled()
    assert open_bench.window.toggle.text() == "&Stop dictation"
    assert open_bench.window.status.text() == "Recording… 0:00"


@pytest.mark.parametrize("value", list(Phase))
def test_the_tooltip_follows_every_phase(open_bench: Bench, qtbot: QtBot, value: Phase) -> None:
    open_bench.program.say(ready())
    open_bench.program.say(phase(value))
    qtbot.waitUntil(lambda: open_bench.desk.facts.phase is value)
    assert open_bench.tray.icon.toolTip() == wording.tooltip(open_bench.desk.facts)


def test_start_and_cancel_reach_the_program(open_bench: Bench, qtbot: QtBot) -> None:
    line(open_bench, "Start dictation").trigger()
    qtbot.waitUntil(lambda: line(open_bench, "Cancel").isEnabled())
    line(open_bench, "Cancel").trigger()
    assert open_bench.program.calls == ["begin", "cancel"]
    open_bench.desk.perform(Action(Verb.START_WITH, "mail"))
    assert open_bench.program.calls == ["begin", "cancel", "begin mail"]


def test_a_cancelled_recording_is_brought_back_by_a_click(open_bench: Bench, qtbot: QtBot) -> None:
    open_bench.program.say(RecordingKept(Fate.CANCELLED))
    qtbot.waitUntil(lambda: open_bench.desk.facts.kept is Fate.CANCELLED)
    line(open_bench, "Bring back the cancelled recording").trigger()
    assert open_bench.program.calls == ["retry"]


def test_a_setting_is_changed_off_the_gui_thread_and_ticked(
    open_bench: Bench, qtbot: QtBot
) -> None:
    changed_in: list[threading.Thread] = []
    change = open_bench.program.change

    def watched(settings: Settings) -> None:
        changed_in.append(threading.current_thread())
        change(settings)

    open_bench.program.change = watched  # type: ignore[method-assign]  # a fake that watches
    line(open_bench, "Headset").trigger()
    qtbot.waitUntil(lambda: open_bench.desk.facts.settings.audio.device == "Headset")
    assert line(open_bench, "Headset").isChecked()
    assert not line(open_bench, "Default of the desktop").isChecked()
    assert changed_in
    assert changed_in[0] is not threading.main_thread()


def test_the_microphone_is_kept_on_and_turned_off_from_the_menu(
    open_bench: Bench, qtbot: QtBot
) -> None:
    line(open_bench, "Keep on between").trigger()
    qtbot.waitUntil(lambda: open_bench.desk.facts.settings.audio.pre_roll_ms == 400)
    line(open_bench, "Turn off between").trigger()
    qtbot.waitUntil(lambda: open_bench.desk.facts.settings.audio.pre_roll_ms == 0)


def test_two_quick_changes_both_count(open_bench: Bench, qtbot: QtBot) -> None:
    line(open_bench, "CPU").trigger()
    line(open_bench, "Only copy").trigger()
    qtbot.waitUntil(lambda: open_bench.program.calls == ["change", "change"])
    assert open_bench.program.settings.engine.device == "cpu"
    assert open_bench.program.settings.output.method.value == "copy"


def test_one_click_downloads_base(open_bench: Bench, qtbot: QtBot) -> None:
    line(open_bench, "Download base (148 MB)").trigger()
    qtbot.waitUntil(lambda: open_bench.program.calls == ["download base"])


def test_the_last_text_can_be_copied_again(open_bench: Bench, qtbot: QtBot) -> None:
    open_bench.program.say(finished("é ß 你 🙂 \u2013 text"))
    qtbot.waitUntil(lambda: open_bench.desk.facts.last is not None)
    line(open_bench, "Copy last text").trigger()
    assert QGuiApplication.clipboard().text() == "é ß 你 🙂 \u2013 text"


def test_opening_the_settings_writes_them_with_comments_first(
    open_bench: Bench, qtbot: QtBot
) -> None:
    open_bench.desk.perform(Action(Verb.OPEN_SETTINGS))
    qtbot.waitUntil(lambda: bool(open_bench.opened))
    path = Path(open_bench.opened[0])
    assert path == open_bench.settings_path
    text = path.read_text(encoding="utf-8")
    assert "# Where sound comes from." in text
    loaded = store.load(path)
    assert (loaded.settings, loaded.problems) == (Settings(), ())


def test_a_settings_file_that_is_there_is_opened_as_it_is(open_bench: Bench, qtbot: QtBot) -> None:
    open_bench.settings_path.parent.mkdir(parents=True)
    open_bench.settings_path.write_text("# mine\n", encoding="utf-8")
    open_bench.desk.perform(Action(Verb.OPEN_SETTINGS))
    qtbot.waitUntil(lambda: bool(open_bench.opened))
    assert open_bench.settings_path.read_text(encoding="utf-8") == "# mine\n"


def test_a_settings_folder_that_cannot_be_made_is_a_notice(open_bench: Bench, qtbot: QtBot) -> None:
    open_bench.settings_path.parent.write_text("a file in the way", encoding="utf-8")
    open_bench.desk.perform(Action(Verb.OPEN_SETTINGS))
    qtbot.waitUntil(lambda: bool(open_bench.tray.told))
    assert open_bench.tray.notices[0].next_step
    assert open_bench.opened == []


def test_microphones_are_listed_anew_when_their_menu_opens(open_bench: Bench, qtbot: QtBot) -> None:
    open_bench.microphones.append("Plugged in")
    below = next(
        a.menu() for a in open_bench.menu.menu.actions() if a.text().startswith("Micro&phone")
    )
    assert isinstance(below, QMenu)
    below.aboutToShow.emit()
    qtbot.waitUntil(lambda: "Plugged in" in lines(open_bench.menu.menu))


def test_usage_is_measured_while_the_menu_is_open_only(open_bench: Bench, qtbot: QtBot) -> None:
    assert open_bench.desk.facts.usage is None
    open_bench.menu.menu.aboutToShow.emit()
    qtbot.waitUntil(lambda: "Memory 321 MB, CPU 4%" in lines(open_bench.menu.menu))
    assert open_bench.desk.is_measuring
    open_bench.menu.menu.aboutToHide.emit()
    assert not open_bench.desk.is_measuring


def test_the_demonstration_model_is_told_once_with_the_click(
    open_bench: Bench, qtbot: QtBot
) -> None:
    open_bench.program.say(ready(DEMONSTRATION))
    open_bench.program.say(ready(DEMONSTRATION))
    qtbot.waitUntil(lambda: open_bench.desk.facts.engine.model is not None)
    assert len(open_bench.tray.told) == 1
    assert "demonstration" in open_bench.tray.notices[0].message
    open_bench.tray.icon.messageClicked.emit()
    qtbot.waitUntil(lambda: open_bench.program.calls == ["download base"])
    open_bench.tray.icon.messageClicked.emit()  # a second click does not start another
    assert open_bench.program.calls == ["download base"]


def test_at_the_first_start_the_first_steps_offer_a_model_and_no_notice_does(
    open_bench: Bench, qtbot: QtBot
) -> None:
    open_bench.desk.note_first_start()
    open_bench.program.say(ready(DEMONSTRATION))
    qtbot.waitUntil(lambda: open_bench.desk.facts.engine.model is not None)
    assert open_bench.tray.told == []


def test_silence_changes_the_status_line_only(open_bench: Bench, qtbot: QtBot) -> None:
    open_bench.program.say(ready())
    open_bench.program.say(finished("", Verdict.NO_SPEECH))
    qtbot.waitUntil(lambda: open_bench.window.status.text() == "No speech heard.")
    assert open_bench.tray.told == []


def test_a_failing_job_becomes_a_notice(open_bench: Bench, qtbot: QtBot) -> None:
    def fail() -> None:
        raise ClipboardFailed("It did not work.", "Try this.")

    open_bench.chores.do(fail)
    qtbot.waitUntil(lambda: bool(open_bench.tray.told))
    assert open_bench.tray.notices == [Notice(Severity.ERROR, "It did not work.", "Try this.")]


def test_the_hotkey_problem_of_the_program_is_shown(open_bench: Bench, qtbot: QtBot) -> None:
    dead = Notice(Severity.WARNING, "Key presses cannot be seen here.", "Use dictate toggle.")
    open_bench.program.say(ready())
    open_bench.program.hotkey_problem = dead
    open_bench.program.say(NoticeRaised(dead))
    qtbot.waitUntil(lambda: open_bench.desk.facts.hotkey_problem == dead)
    assert open_bench.tray.notices == [dead]
    assert open_bench.window.status.text() == dead.message
    assert open_bench.window.advice.text() == dead.next_step


def test_a_key_the_desktop_chose_is_the_one_that_is_named(open_bench: Bench, qtbot: QtBot) -> None:
    open_bench.program.say(ready())
    open_bench.program.trigger = "Alt+Super+D"
    open_bench.program.say(HotkeyChanged())
    qtbot.waitUntil(lambda: open_bench.desk.facts.hotkey == "Alt+Super+D")
    assert open_bench.window.advice.text() == "Hold Alt+Super+D and speak."


def test_a_microphone_that_opens_slowly_is_shown_to(open_bench: Bench, qtbot: QtBot) -> None:
    open_bench.program.say(ready())
    open_bench.program.say(phase(Phase.OPENING))
    qtbot.waitUntil(lambda: open_bench.desk.facts.face is Face.OPENING)
    assert "Opening the microphone" in open_bench.tray.icon.toolTip()
    assert open_bench.window.status.text() == "Opening the microphone…"
    open_bench.program.say(phase(Phase.RECORDING))
    qtbot.waitUntil(lambda: open_bench.desk.facts.face is Face.RECORDING)


def test_a_microphone_that_opens_at_once_makes_nothing_flicker(
    open_bench: Bench, qtbot: QtBot
) -> None:
    open_bench.program.say(ready())
    open_bench.program.say(phase(Phase.OPENING))
    qtbot.waitUntil(lambda: open_bench.desk.facts.phase is Phase.OPENING)
    assert open_bench.desk.facts.face is Face.IDLE
    assert open_bench.desk.is_waiting_for_sound
    open_bench.program.say(phase(Phase.RECORDING))
    qtbot.waitUntil(lambda: open_bench.desk.facts.phase is Phase.RECORDING)
    assert not open_bench.desk.is_waiting_for_sound, "nothing is left that could show it late"


def test_the_window_tells_that_the_microphone_is_on(open_bench: Bench, qtbot: QtBot) -> None:
    open_bench.program.say(ready())
    open_bench.program.say(MicrophoneChanged(MicrophoneStatus("Headset", listening=True)))
    qtbot.waitUntil(lambda: open_bench.desk.facts.is_listening)
    assert "The microphone is on" in open_bench.window.advice.text()
    assert line(open_bench, "The microphone is on") is not None


def test_levels_move_the_meter_while_recording_only(open_bench: Bench, qtbot: QtBot) -> None:
    window = open_bench.window
    window.come_to_front()
    open_bench.program.say(phase(Phase.RECORDING))
    open_bench.program.say(level(-12))
    qtbot.waitUntil(lambda: window.meter.share == pytest.approx(0.8))
    open_bench.program.say(phase(Phase.FINISHING))
    open_bench.program.say(level(-3))
    open_bench.program.say(phase(Phase.IDLE))
    qtbot.waitUntil(lambda: open_bench.desk.facts.phase is Phase.IDLE)
    assert window.meter.share == 0


def test_an_engine_failure_is_told_and_shown(open_bench: Bench, qtbot: QtBot) -> None:
    open_bench.program.say(engine(EngineState.FAILED, "The model is damaged. Get it again."))
    qtbot.waitUntil(lambda: bool(open_bench.tray.told))
    assert open_bench.tray.notices[0].message == "The model is damaged."
    assert lines(open_bench.menu.menu).keys() >= {"The model is damaged.", "Get it again."}


def test_about_opens_without_blocking(open_bench: Bench, qtbot: QtBot) -> None:
    open_bench.desk.perform(Action(Verb.ABOUT))
    box = open_bench.desk.about_box
    assert box is not None
    qtbot.addWidget(box)
    assert box.isVisible()
    assert str(open_bench.settings_path) in box.informativeText()
    assert not box.isModal()


def test_quit_is_passed_on(open_bench: Bench, qtbot: QtBot) -> None:
    with qtbot.waitSignal(open_bench.desk.quit_wanted):
        line(open_bench, "Quit").trigger()
