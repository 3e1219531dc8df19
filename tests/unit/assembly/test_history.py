"""What is kept of takes, and what is not: private ones, those without a text, "off"."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from dictate.assembly import history
from dictate.assembly.history import HistoryKeeper
from dictate.assembly.history_export import ExportFormat, exported
from dictate.domain import Phase, TakeId, TakeReport, Timings, Transcript, Verdict
from dictate.events import Event, NoticeRaised, PhaseChanged, TakeCancelled, TakeFinished
from dictate.output.window import Window
from dictate.settings.choices import KeepHistory
from dictate.settings.schema import HistorySettings
from dictate.store.history import DAY_S, History
from dictate.store.history_entry import Entry

TAKE = TakeId(1)


def report(text: str = "Hello.", take: TakeId = TAKE) -> TakeReport:
    verdict = Verdict.TEXT if text else Verdict.NO_SPEECH
    return TakeReport(take, text, verdict, Transcript(text, verdict), 2.0, Timings(decode_ms=9))


@dataclass
class Bench:
    keeper: HistoryKeeper
    settings: HistorySettings
    place: Path
    told: list[Event]

    def kept(self) -> list[Entry]:
        """Close, and return what is there."""
        self.keeper.close(5)
        with contextlib.closing(History(self.place)) as found:
            return found.search()

    @property
    def sounds(self) -> list[Path]:
        return list((self.place / "sounds").glob("*"))


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    told: list[Event] = []
    made: Bench
    keeper = HistoryKeeper(
        tmp_path / "history",
        lambda: made.settings,
        told.append,
        lambda: Window(classes=("xterm", "XTerm"), title="a shell"),
    )
    made = Bench(keeper, HistorySettings(), tmp_path / "history", told)
    keeper.start()
    yield made
    keeper.close(5)


def test_a_text_is_kept_with_its_window(bench: Bench) -> None:
    bench.keeper.follow(PhaseChanged(Phase.OPENING, TAKE))
    bench.keeper.follow(TakeFinished(report()))
    (entry,) = bench.kept()
    assert (entry.text, entry.application, entry.title) == ("Hello.", "XTerm", "a shell")
    assert entry.timings.decode_ms == 9


def test_off_keeps_nothing(bench: Bench) -> None:
    bench.settings = replace(bench.settings, keep=KeepHistory.OFF)
    bench.keeper.follow(TakeFinished(report()))
    assert not bench.kept()


@pytest.mark.parametrize("sound_first", [True, False])
def test_sound_finds_its_text_in_either_order(
    bench: Bench, tmp_path: Path, sound_first: bool
) -> None:
    bench.settings = replace(bench.settings, keep=KeepHistory.AUDIO)
    sound = tmp_path / "take.wav"
    sound.write_bytes(b"sound")
    if sound_first:
        bench.keeper.take_sound(TAKE, sound)
    bench.keeper.follow(TakeFinished(report()))
    if not sound_first:
        bench.keeper.take_sound(TAKE, sound)
    (entry,) = bench.kept()
    assert not sound.exists()
    assert [path.name for path in bench.sounds] == [entry.sound]


@pytest.mark.parametrize(
    "event",
    [
        TakeFinished(replace(report(), private=True)),
        TakeFinished(report("")),
        TakeCancelled(TAKE),
        PhaseChanged(Phase.IDLE, None),
    ],
)  # fmt: skip
@pytest.mark.parametrize("sound_first", [True, False])
def test_what_gives_no_text_or_is_private_leaves_no_sound(
    bench: Bench, tmp_path: Path, event: Event, sound_first: bool
) -> None:
    bench.settings = replace(bench.settings, keep=KeepHistory.AUDIO)
    sound = tmp_path / "take.wav"
    sound.write_bytes(b"sound")
    if sound_first:
        bench.keeper.take_sound(TAKE, sound)
    bench.keeper.follow(event)
    if not sound_first:
        bench.keeper.take_sound(TAKE, sound)
    assert not bench.kept()
    assert not bench.sounds


def test_text_only_leaves_the_sound_to_the_journal(bench: Bench, tmp_path: Path) -> None:
    sound = tmp_path / "take.wav"
    sound.write_bytes(b"sound")
    bench.keeper.take_sound(TAKE, sound)
    assert sound.exists()


def test_limits_hold_after_every_take(bench: Bench) -> None:
    bench.settings = replace(bench.settings, count=2)
    for number in range(5):
        bench.keeper.follow(TakeFinished(report(str(number))))
    assert [entry.text for entry in bench.kept()] == ["4", "3"]


def test_trouble_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    told: list[Event] = []
    keeper = HistoryKeeper(tmp_path / "file" / "x", HistorySettings, told.append)
    keeper.start()
    keeper.follow(TakeFinished(report()))
    keeper.follow(TakeFinished(report()))
    keeper.close(5)
    assert len(told) == 1
    assert isinstance(told[0], NoticeRaised)


def test_damage_is_told_and_the_history_goes_on(tmp_path: Path) -> None:
    (tmp_path / "history.sqlite").write_bytes(b"nothing of the kind" * 100)
    told: list[Event] = []
    keeper = HistoryKeeper(tmp_path, HistorySettings, told.append)
    keeper.start()
    keeper.follow(TakeFinished(report()))
    keeper.close(5)
    assert len(told) == 1
    with contextlib.closing(History(tmp_path)) as found:
        assert len(found.search()) == 1


ENTRIES = [Entry("=One, two.", 0.0, duration_s=2.0), Entry("Three.", 9.0, duration_s=1.0)]


def test_exports() -> None:
    assert exported(ENTRIES, ExportFormat.TXT) == "=One, two.\nThree.\n"
    assert "00:00:02,000 --> 00:00:03,000\nThree." in exported(ENTRIES, ExportFormat.SRT)
    assert exported(ENTRIES, ExportFormat.VTT).startswith("WEBVTT")
    records = json.loads(exported(ENTRIES, ExportFormat.JSON))
    assert [record["text"] for record in records] == ["=One, two.", "Three."]
    rows = list(csv.DictReader(io.StringIO(exported(ENTRIES, ExportFormat.CSV))))
    assert rows[0]["text"] == "'=One, two."
    assert rows[0]["character_error_rate"] == ""


def test_the_entry_of_a_report_without_a_clean_up() -> None:
    assert history.entry_of(report(), None, 1.0).raw_text == "Hello."


def test_trouble_that_could_not_be_shown_costs_no_later_text(tmp_path: Path) -> None:
    def publish(event: Event) -> None:
        raise RuntimeError("Internal C++ object already deleted.")

    place = tmp_path / "history"
    place.write_text("a file is in the way")
    keeper = HistoryKeeper(place, HistorySettings, publish, lambda: None)
    keeper.start()
    keeper.follow(TakeFinished(report("Lost.")))
    done = threading.Event()
    keeper._inbox.put(done.set)
    assert done.wait(5)
    place.unlink()
    keeper.follow(TakeFinished(report("Kept.", TakeId(2))))
    keeper.close(5)
    with contextlib.closing(History(place)) as found:
        assert [entry.text for entry in found.search()] == ["Kept."]


@pytest.mark.parametrize(
    ("later_s", "left"),
    [
        (0.0, ["new", "old"]),
        (25 * DAY_S, ["new"]),
        (31 * DAY_S, []),
        (9000 * DAY_S, ["new", "old"]),
    ],
)
def test_a_clock_that_is_years_off_at_the_start_deletes_no_text(
    tmp_path: Path, later_s: float, left: list[str]
) -> None:
    place, now_s = tmp_path / "history", time.time()
    place.mkdir()
    with contextlib.closing(History(place)) as history:
        history.add(Entry(text="old", at_s=now_s - 10 * DAY_S))
        history.add(Entry(text="new", at_s=now_s))
    settings, told = HistorySettings(days=30), list[Event]()
    keeper = HistoryKeeper(place, lambda: settings, told.append, clock=lambda: now_s + later_s)
    keeper.start()
    keeper.close(5)
    with contextlib.closing(History(place)) as history:
        assert [entry.text for entry in history.search()] == left


def test_a_clock_that_jumps_while_the_program_runs_deletes_no_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, now_s = tmp_path / "history", time.time()
    place.mkdir()
    with contextlib.closing(History(place)) as history:
        history.add(Entry(text="before", at_s=now_s - 10 * DAY_S))
    settings, told = HistorySettings(days=30), list[Event]()
    keeper = HistoryKeeper(place, lambda: settings, told.append)
    monkeypatch.setattr(time, "time", lambda: now_s + 9000 * DAY_S)
    keeper.start()
    keeper.follow(TakeFinished(report()))
    keeper.close(5)
    with contextlib.closing(History(place)) as history:
        assert [entry.text for entry in history.search()] == ["Hello.", "before"]
