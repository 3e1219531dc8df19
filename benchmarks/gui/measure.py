"""Dictates, opens windows and breaks things at the desk, and notes what the GUI does."""

from __future__ import annotations

import time
import wave
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import psutil

from benchmarks.gui import cold_start, usage
from benchmarks.gui.desk import ProbedDesk
from benchmarks.gui.results import FIRST_TAKE, LAST_TAKE, Blocked, Cost, Opening, Results, Start
from benchmarks.gui.usage import Memory
from dictate.domain import Timings
from dictate.store.history import History
from dictate.store.history_entry import Entry
from tests.desktop.screen import wait_until
from tests.e2e.desktop import SAMPLES, Desk

SAMPLE = "meeting_en"
WINDOWS = ("welcome", "settings", "models", "history", "statistics", "files", "show_window")
ENTRIES = 1000
STARTS = 5
CPU_TAKE_S = 15.0
SHORT_TAKE_S = 0.9
TAKES = 4
SLOW_WRITE_S = 0.5
HUNG_S = 6.0
LONG_FILE_S = 30 * 60
WITH_OVERLAY = "[overlay]\nshow = 'full'\n"


def starts(folder: Path) -> Results:
    """Start the program again and again."""
    with Desk(folder) as desk:
        found = [Start(*cold_start.start_once(desk)) for _ in range(STARTS)]
        cold_start.forget_files(cold_start.own_folders())
        return Results(starts=tuple(found), from_disk=Start(*cold_start.start_once(desk)))


def life(folder: Path, say: Callable[[str], None]) -> Results:
    """Measure everything else, each with a program that was started for it."""
    results = Results()
    with ProbedDesk(folder) as desk:
        desk.screen.xdotool("mousemove", "20", "20")
        _remember(desk.home / ".local/share/dictate/history")
        lecture = _lecture(folder / "lecture.wav")
        say("takes under four conditions ...")
        with _running(desk):
            time.sleep(3.0)
            results = replace(results, idle=usage.memory(desk.pid))
            results = replace(results, blocked=_blocked(desk, lecture))
        say("windows ...")
        with _running(desk):
            time.sleep(3.0)
            openings = tuple(_open(desk, window) for window in WINDOWS)
            desk.dictate(SAMPLE)
            desk.typed()
            results = replace(results, openings=openings, used=usage.memory(desk.pid))
        for show in ("off", "minimal", "full"):
            say(f"overlay: {show} ...")
            with _running(desk, f"[overlay]\nshow = '{show}'\n"):
                results = replace(results, costs=(*results.costs, _cost(desk, show, lecture)))
        say(f"{LAST_TAKE} takes ...")
        with _running(desk):
            results = replace(results, takes=_many(desk, lecture, say))
    return results


@contextmanager
def _running(desk: ProbedDesk, settings: str = WITH_OVERLAY) -> Iterator[None]:
    desk.start(settings)
    yield
    desk.tell("quit")
    assert desk.program is not None
    desk.program.wait(10)


def _remember(folder: Path) -> None:
    """Fill a history, or windows would open empty."""
    folder.mkdir(parents=True, exist_ok=True)
    history = History(folder)
    now_s = time.time()
    for number in range(ENTRIES):
        timings = Timings(release_to_text_ms=200.0 + number % 90)
        history.add(
            Entry(
                f"The {number}th text of a long history of dictated texts, as long as most are.",
                now_s - (ENTRIES - number) * 600, model="builtin", language="en",
                application="editor", duration_s=4.0, timings=timings,
            )
        )  # fmt: skip
    history.close()


def _lecture(path: Path) -> Path:
    """Write half an hour of speech."""
    with wave.open(str(SAMPLES / f"{SAMPLE}.wav")) as speech, wave.open(str(path), "wb") as long:
        long.setparams(speech.getparams())
        frames = speech.readframes(speech.getnframes())
        for _ in range(round(LONG_FILE_S * speech.getframerate() / speech.getnframes())):
            long.writeframes(frames)
    return path


# -- windows ---------------------------------------------------------------------------------------


def _open(desk: ProbedDesk, window: str) -> Opening:
    first = desk.ask("open", window=window)
    desk.ask("close")
    again = desk.ask("open", window=window)
    desk.ask("close")
    return Opening(first["title"], first["ms"], again["ms"], first["longest"][0]["ms"])


# -- takes -----------------------------------------------------------------------------------------


def _blocked(desk: ProbedDesk, lecture: Path) -> tuple[Blocked, ...]:
    found = [_takes(desk, "the first take after the start", lambda: _dictate(desk), 1)]
    found.append(_takes(desk, "normally", lambda: _dictate(desk)))
    desk.ask("slow", wait_s=SLOW_WRITE_S)
    found.append(_takes(desk, "a disk on which each write takes 0.5 s", lambda: _dictate(desk)))
    desk.ask("slow", wait_s=0.0)
    found.append(_takes(desk, "an engine that hangs", lambda: _dictate_hung(desk), 2))
    desk.ask("open", window="files")
    desk.editor.focus()
    desk.ask("file", path=str(lecture))
    wait_until(lambda: bool(_share(desk)), "progress with the file", 120.0)
    found.append(_takes(desk, "a file of 30 minutes is being decoded", lambda: _dictate(desk)))
    row = desk.ask("files")["rows"][0]
    assert row["state"] == "working", row
    return tuple(found)


def _share(desk: ProbedDesk) -> float:
    return float(desk.ask("files")["rows"][0]["share"]) if desk.ask("files")["rows"] else 0.0


def _dictate(desk: ProbedDesk) -> None:
    desk.dictate(SAMPLE)
    assert desk.typed()
    desk.editor.clear()


def _dictate_hung(desk: ProbedDesk) -> None:
    """Dictate while the engine's process stands still; it goes on after a while."""
    engine = max(psutil.Process(desk.pid).children(), key=lambda process: process.memory_info().rss)
    engine.suspend()
    try:
        desk.dictate(SAMPLE)
        desk.wait_for_phase("finishing")
        time.sleep(HUNG_S)
    finally:
        engine.resume()
    assert desk.typed()
    desk.editor.clear()


def _takes(
    desk: ProbedDesk, condition: str, dictate: Callable[[], None], count: int = TAKES
) -> Blocked:
    """Take after take; return the longest block of all of them."""
    desk.ask("reset")
    began_s = time.perf_counter()
    for _ in range(count):
        dictate()
    seconds = time.perf_counter() - began_s
    longest = desk.ask("blocks")["longest"][0]
    where = next(
        (line for line in reversed(longest["where"]) if "probe/" not in line), "the event loop"
    )
    parts_ms = (longest["ms"], longest["cpu_ms"], longest["queued_ms"])
    return Blocked(condition, count, seconds, *parts_ms, where)


# -- the overlay -----------------------------------------------------------------------------------


def _cost(desk: ProbedDesk, show: str, speech: Path) -> Cost:
    server = next(p for p in psutil.process_iter(["name"]) if p.pid == _server_pid(desk))
    player = desk.microphone.start_playing(speech)
    try:
        desk.tell("start")
        desk.wait_for_phase("recording")
        time.sleep(1.0)
        desk.ask("frames")
        began_s, gui_s = time.perf_counter(), usage.first_thread_s(desk.pid)
        server_s = usage.whole_s(server.pid)
        time.sleep(CPU_TAKE_S)
        took_s = time.perf_counter() - began_s
        gui_share = (usage.first_thread_s(desk.pid) - gui_s) / took_s
        server_share = (usage.whole_s(server.pid) - server_s) / took_s
        frames = desk.ask("frames")["frames"] / took_s
        desk.tell("cancel")
        desk.wait_for_phase("idle")
    finally:
        player.kill()
        player.wait()
    return Cost(show, gui_share, server_share, frames)


def _server_pid(desk: ProbedDesk) -> int:
    """Return the X server's process: the first that the screen has started."""
    return desk.screen._processes[0].pid


# -- many takes ------------------------------------------------------------------------------------


def _many(desk: ProbedDesk, speech: Path, say: Callable[[str], None]) -> dict[int, Memory]:
    found: dict[int, Memory] = {}
    player = desk.microphone.start_playing(speech)
    try:
        for take in range(1, LAST_TAKE + 1):
            desk.tell("start")
            desk.wait_for_phase("recording")
            time.sleep(SHORT_TAKE_S)
            desk.tell("stop")
            desk.wait_for_phase("idle")
            if take % FIRST_TAKE == 0:
                found[take] = usage.memory(desk.pid)
                say(f"  take {take}: {found[take].own_data_mb:.1f} MB")
    finally:
        player.kill()
        player.wait()
    return found
