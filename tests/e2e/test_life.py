"""The real program starts once, answers other starts, and ends with nothing left behind."""

from __future__ import annotations

import json
import signal

import psutil

from tests.desktop.screen import wait_until
from tests.e2e.desktop import HOTKEY, Desk, assert_said, text_of, words

SAMPLE = "meeting_en"
ENDING_S = 5.0


def test_a_second_start_hands_over_and_ends_well(desk: Desk) -> None:
    desk.start()
    first = desk.status()["pid"]
    second = desk.run()
    assert second.returncode == 0
    (line,) = (second.stdout + second.stderr).splitlines()
    assert "running already" in line
    assert desk.status()["pid"] == first


def test_the_icon_is_in_the_tray_and_has_a_menu(desk: Desk) -> None:
    desk.start()
    desk.open_menu()


def test_opening_the_menu_beside_a_notice_fetches_nothing(desk: Desk) -> None:
    desk.start()
    wait_until(
        lambda: any(map(_is_notice, desk._own_windows())),
        "the notice that offers to download a model",
    )
    desk.open_menu()
    desk.press("Escape")
    wait_until(lambda: not any(h > 200 for _, h, _, _ in desk._own_windows()), "no menu")
    assert "download" not in desk.log()


def _is_notice(window: tuple[int, int, int, int]) -> bool:
    width, height, _, _ = window
    return width > 150 and 40 < height < 250


def test_commands_of_other_starts_dictate(desk: Desk) -> None:
    desk.start()
    assert desk.run("toggle").returncode == 0
    desk.wait_for_phase("recording")
    desk.say(SAMPLE)
    assert desk.run("toggle").returncode == 0
    assert_said(desk.typed(), SAMPLE)


def test_status_tells_facts_and_no_text(desk: Desk) -> None:
    desk.start()
    desk.dictate(SAMPLE)
    assert desk.typed()
    told = desk.run("status", "--json")
    facts = json.loads(told.stdout)
    assert facts["running"] is True
    assert facts["engine"]["demonstration"] is True
    assert facts["last"]["characters"] > 0
    assert not _telling_words(text_of(SAMPLE)) & set(words(told.stdout))


def test_no_log_line_holds_what_was_said(desk: Desk) -> None:
    desk.start()
    desk.dictate(SAMPLE)
    text = desk.typed()
    logs = [path for path in desk.home.rglob("*.log*") if path.is_file()]
    assert logs
    said = _telling_words(text)
    assert said
    for path in logs:
        assert not said & set(words(path.read_text(encoding="utf-8"))), path


def test_quit_ends_it_with_nothing_left(desk: Desk) -> None:
    desk.start()
    running = desk.processes()
    assert desk.run("quit").returncode == 0
    _assert_all_end(desk, running)
    assert desk.program is not None and desk.program.returncode == 0
    assert desk.said() == ""
    gone = desk.run("status")
    assert gone.returncode == 1
    assert len(gone.stderr.strip().splitlines()) == 1


def test_quit_while_recording_ends_it_too(desk: Desk) -> None:
    desk.start()
    running = desk.processes()
    desk.tell("start")
    desk.wait_for_phase("recording")
    assert desk.run("quit").returncode == 0
    _assert_all_end(desk, running)


def test_a_polite_signal_ends_it(desk: Desk) -> None:
    desk.start()
    running = desk.processes()
    running[0].send_signal(signal.SIGTERM)
    _assert_all_end(desk, running)


def test_it_starts_again_after_having_been_killed(desk: Desk) -> None:
    desk.start()
    running = desk.processes()
    running[0].kill()
    _assert_all_end(desk, running)
    desk.start()
    desk.dictate(SAMPLE)
    assert_said(desk.typed(), SAMPLE)


def test_what_was_said_before_a_crash_is_typed_after_dictate_retry(desk: Desk) -> None:
    desk.start()
    running = desk.processes()
    desk.screen.xdotool("keydown", HOTKEY)
    desk.wait_for_phase("recording")
    desk.say(SAMPLE)
    running[0].kill()
    _assert_all_end(desk, running)
    desk.screen.xdotool("keyup", HOTKEY)
    (note,) = desk.home.rglob("takes/*.json")
    assert not _telling_words(text_of(SAMPLE)) & set(words(note.read_text()))
    desk.start()
    desk.wait_for(lambda now: now["kept_recording"] == "failed", "an offered recording")
    assert desk.typed() == "", "nothing is typed by itself"
    assert desk.run("retry").returncode == 0
    desk.wait_for(lambda now: now["last"], "the text")
    assert_said(desk.typed(), SAMPLE)
    desk.wait_for(lambda now: now["kept_recording"] is None, "no offer any more")
    assert not list(desk.home.rglob("takes/*")), "the sound is gone once its text has arrived"
    assert desk.run("retry").returncode == 1


def test_with_the_journal_off_no_sound_touches_the_disk(desk: Desk) -> None:
    desk.start("[audio]\njournal = false\n")
    with desk.holding():
        desk.say(SAMPLE)
        assert not list(desk.home.rglob("takes"))
    assert_said(desk.typed(), SAMPLE)


def test_a_damaged_settings_file_costs_the_damaged_key_only(desk: Desk) -> None:
    desk.start('[hotkey]\nbinding = "f9"\nmode = 7\n\n[engin]\nmodel = "x"\n')
    with desk.holding("F9"):
        desk.say(SAMPLE)
    assert_said(desk.typed(), SAMPLE)
    expected = {"binding": "f9", "mode": "hold", "problem": None}
    assert desk.status()["hotkey"].items() >= expected.items()


def test_without_a_hotkey_the_rest_works(desk: Desk) -> None:
    desk.start('[hotkey]\nbinding = "no such key"\n')
    assert desk.status()["hotkey"]["problem"]
    desk.tell("start")
    desk.wait_for_phase("recording")
    desk.say(SAMPLE)
    desk.tell("stop")
    assert_said(desk.typed(), SAMPLE)


def _telling_words(text: str) -> set[str]:
    """Return the words that are in a log or a status only if the text is."""
    return {word for word in words(text) if len(word) > 4}


def _assert_all_end(desk: Desk, running: list[psutil.Process]) -> None:
    def ended() -> bool:
        if desk.program is not None:
            desk.program.poll()  # or it stays as a zombie of this process
        return not any(process.is_running() for process in running)

    wait_until(ended, "the end of all its processes", ENDING_S)
