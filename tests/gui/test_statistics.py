"""The statistics window on a real database; its numbers are those of the pure module."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from dictate.assembly.past_watch import PastWatch
from dictate.assembly.statistics import Statistics, percentile, statistics, waited_ms
from dictate.domain import Timings
from dictate.engine.holding import HeldModel
from dictate.gui.statistics_charts import DelayChart, PartsChart, days
from dictate.gui.statistics_desk import StatisticsDesk
from dictate.gui.statistics_window import StatisticsWindow
from dictate.gui.statistics_words import lines
from dictate.store.history import History, private_folder
from dictate.store.history_entry import Entry

ENTRIES = [
    Entry(
        "one two three",
        float(n),
        model="base",
        duration_s=2.0,
        timings=Timings(decode_ms=100.0 * n, release_to_text_ms=200.0 * n),
        written="one two tree" if n == 1 else None,
        word_error_rate=1 / 3 if n == 1 else None,
    )
    for n in (1, 2, 3)
]


HELD = HeldModel("base", "cuda", "int8", 84.0, 512.0)


def test_the_numbers() -> None:
    found = statistics(ENTRIES)
    assert (found.takes, found.words, found.corrected) == (3, 9, 1)
    assert found.release_to_text_median_ms == 400
    assert found.release_to_text_p95_ms == pytest.approx(580)
    assert found.real_time_factor == pytest.approx(0.1)
    assert dict(found.parts)["decode_ms"] == 200
    assert found.accuracy[0].word_error_rate == pytest.approx(1 / 3)
    assert found.accuracy[0].corrected_share == pytest.approx(1 / 3)
    assert found.minutes_saved == pytest.approx(9 / 40 - 7.2 / 60)


@pytest.mark.parametrize(
    ("timings", "decode_ms"),
    [
        (Timings(tail_ms=80, decode_ms=75, output_ms=20, release_to_text_ms=110), 10),
        (Timings(tail_ms=20, decode_ms=300, output_ms=20, release_to_text_ms=350), 300),
        (Timings(tail_ms=80, decode_ms=75, output_ms=20, release_to_text_ms=90), 0),
        (Timings(decode_ms=75), 75),
    ],
)
def test_what_was_decoded_while_one_spoke_is_not_waited_for(
    timings: Timings, decode_ms: float
) -> None:
    assert waited_ms(timings)["decode_ms"] == decode_ms


def test_of_nothing() -> None:
    assert statistics([]) == Statistics()
    assert percentile([], 0.5) == 0
    assert "empty" in lines(Statistics())[0]


def test_the_window_follows_the_history(qtbot: QtBot, tmp_path: Path) -> None:
    place = private_folder(tmp_path / "history")
    desk = StatisticsDesk(lambda: (HELD,), watch=PastWatch(lambda: place))
    desk.open()
    window = desk.window
    assert window is not None
    qtbot.waitUntil(lambda: "empty" in window.numbers.text())
    with closing(History(place)) as history:
        for entry in ENTRIES:
            history.add(entry)
    desk.look()
    qtbot.waitUntil(lambda: "Takes: 3" in window.numbers.text())
    assert "33.3%" in window.numbers.text()
    assert "base, int8: 84 MB, 512 MB on the card" in window.machine.text()
    assert not window.grab().isNull()
    desk.look()  # nothing has changed: what is shown stays
    qtbot.waitUntil(lambda: "CPU …" not in window.machine.text())
    assert "Takes: 3" in window.numbers.text()
    with closing(History(place)) as history:
        history.clear()
    desk.look()
    qtbot.waitUntil(lambda: "empty" in window.numbers.text())
    desk.close()


def test_trouble_with_the_history_is_told_and_the_machine_is_shown(
    qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    desk = StatisticsDesk(lambda: (HELD,), watch=PastWatch(lambda: tmp_path / "file"))
    desk.open()
    window = desk.window
    assert window is not None
    qtbot.waitUntil(lambda: "cannot be used" in window.numbers.text())
    assert "base, int8" in window.machine.text()
    desk.close()


def test_a_model_without_a_name_is_told_as_such() -> None:
    said = lines(statistics([replace(entry, model="") for entry in ENTRIES]))
    assert said[-1].startswith("a model without a name: 33.3%")


def test_what_is_told_in_words() -> None:
    said = "\n".join(lines(statistics(ENTRIES)))
    assert "Takes: 3; minutes of speech: 0.1; words: 9; 0.1 minutes saved" in said
    assert "400 ms (median), 580 ms (95 of 100)" in said
    assert "Medians: recognition 200 ms" in said
    assert "base: 33.3% of the words wrong (corrected texts: 1)" in said


@pytest.fixture
def window(qtbot: QtBot) -> StatisticsWindow:
    made = StatisticsWindow()
    qtbot.addWidget(made)
    return made


def charted(window: StatisticsWindow, entries: list[Entry]) -> tuple[PartsChart, DelayChart]:
    """Return the charts of a window that shows these."""
    window.show_takes(entries, statistics(entries))
    while window.add_chart():
        pass
    assert not window.grab().isNull()
    parts, delays = window.charts
    assert isinstance(parts, PartsChart)
    assert isinstance(delays, DelayChart)
    return parts, delays


def test_each_take_is_a_stack_of_its_parts(window: StatisticsWindow) -> None:
    times = Timings(tail_ms=10, decode_ms=300, output_ms=-1, release_to_text_ms=320)
    parts, _ = charted(window, [Entry("x", 1.0, timings=times)] * 2)
    decode = parts.bars["decode_ms"].opts
    assert list(decode["y0"]) == [10, 10]
    assert list(decode["height"]) == [300, 300]
    assert list(parts.bars["output_ms"].opts["height"]) == [0, 0]


def test_the_delays_have_median_and_p95(window: StatisticsWindow) -> None:
    _, delays = charted(window, ENTRIES)
    assert list(delays.line.getData()[1]) == [200, 400, 600]
    assert [level.value() for level in delays.levels] == pytest.approx([400, 580])
    assert "400 ms" in window.levels.text()
    assert "580 ms" in window.levels.text()


@pytest.mark.parametrize("entries", [[], [Entry("x", 1.0)]])
def test_no_takes_and_takes_without_times_are_drawn(
    window: StatisticsWindow, entries: list[Entry]
) -> None:
    _, delays = charted(window, entries)
    assert {line.isVisible() for line in delays.levels} == {bool(entries)}


def test_without_a_take_there_are_no_empty_axes(window: StatisticsWindow) -> None:
    window.show_takes((), statistics([]))
    assert not window.pictures.isVisibleTo(window)
    assert "empty" in window.numbers.text()
    window.show_takes(ENTRIES, statistics(ENTRIES))
    assert window.pictures.isVisibleTo(window)


def test_the_charts_follow_the_colours_of_the_desktop(window: StatisticsWindow) -> None:
    while window.add_chart():
        pass
    ground = QPalette.ColorRole.Base
    palette = QPalette(window.palette())
    palette.setColor(ground, QColor("#123456"))
    window.setPalette(palette)
    picture = window.charts[0].widget.grab().toImage()
    assert picture.pixelColor(picture.width() - 3, 3) == palette.color(ground)


def test_without_the_library_the_numbers_are_shown(qtbot: QtBot, tmp_path: Path) -> None:
    watch = PastWatch(lambda: tmp_path / "history")
    desk = StatisticsDesk(lambda: (HELD,), watch=watch, load_charts=lambda: "no pyqtgraph")
    desk.open()
    window = desk.window
    assert window is not None
    qtbot.waitUntil(lambda: "empty" in window.numbers.text())
    assert not window.charts
    assert "no pyqtgraph" in window.rooms[0].findChildren(QLabel)[0].text()
    desk.close()


def test_days_below_takes_are_few() -> None:
    entries = [Entry("x", 1_767_268_800.0 + 12 * 3600 * n) for n in range(40)]
    found = days(entries)
    assert len(found) <= 4
    assert [place for place, _ in found] == sorted({place for place, _ in found})
    assert days(entries[:1])[0][0] == 0
    assert not days([])
