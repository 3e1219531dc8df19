"""The models window, with the real models of a folder and a hub on loopback behind it."""

# ruff: noqa: F811  # fixtures of the hub

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from dictate import host
from dictate.assembly.models import Fit, Row, fit
from dictate.engine import checksums
from dictate.engine.holding import HeldModel
from dictate.events import NoticeRaised
from dictate.gui.models_desk import ModelsDesk
from dictate.gui.models_filter import Filter, details
from dictate.gui.models_window import ModelsWindow
from tests.gui.scripted_program import ScriptedProgram
from tests.hub.conftest import builtin, hub, larger, served  # noqa: F401  # fixtures
from tests.hub.fetching import BASE
from tests.hub.loopback_hub import LoopbackHub

ENGLISH = Row("small.en", 480, 700, languages=1, speed=3, fit=Fit.FITS)
HUGE = Row("large-v3", 3100, 6000, languages=100, speed=1, fit=Fit.TOO_LARGE)
SOME = Row("parakeet", 640, 900, languages=25, codes=("en", "de"), speed=4, fit=Fit.FITS)
AT_WORK = "It goes on when you close this window."
HERE = Row("base", 148, 300, languages=99, speed=4, fit=Fit.FITS, is_here=True)


def test_the_filters_let_through_what_is_wanted() -> None:
    rows = (ENGLISH, HUGE, SOME, HERE)

    def shown(wanted: Filter) -> list[str]:
        return [row.name for row in rows if wanted.admits(row)]

    assert shown(Filter()) == ["small.en", "large-v3", "parakeet", "base"]
    assert shown(Filter(words="LARGE v3")) == ["large-v3"]
    assert shown(Filter(language="de")) == ["large-v3", "parakeet", "base"]
    assert shown(Filter(language="ja")) == ["large-v3", "base"]
    assert shown(Filter(most_mb=500)) == ["small.en", "base"]
    assert shown(Filter(least_speed=4)) == ["parakeet", "base"]
    assert shown(Filter(only_here=True)) == ["base"]
    assert shown(Filter(only_fitting=True)) == ["small.en", "parakeet", "base"]


def test_what_fits_leaves_memory_for_everything_else() -> None:
    assert fit(1000, 1500, 8000) is Fit.FITS
    assert fit(1000, 1499, 8000) is Fit.TIGHT
    assert fit(8000, 1499, 8000) is Fit.TOO_LARGE
    assert fit(0, 1499, 8000) is Fit.UNKNOWN
    assert "Too large" in details(HUGE, is_used=False)


@pytest.fixture
def program(qtbot: QtBot) -> ScriptedProgram:
    return ScriptedProgram(lambda _event: None)


@pytest.fixture
def desk(qtbot: QtBot, program: ScriptedProgram, hub: LoopbackHub) -> Iterator[ModelsDesk]:
    desk = ModelsDesk(program.shelf)
    desk.is_sure = lambda *_: True
    desk.open()
    qtbot.waitUntil(lambda: bool(window(desk).table.shown))
    yield desk
    program.downloads.close()
    desk.close()


def window(desk: ModelsDesk) -> ModelsWindow:
    assert desk.window is not None
    return desk.window


def type_into(field: QLineEdit, words: str) -> None:
    QTest.keyClicks(field, words)


def is_here(desk: ModelsDesk, name: str) -> bool:
    row = next((r for r in window(desk).table._rows if r.name == name), None)
    return row is not None and row.is_here


def test_the_catalogue_is_listed_and_narrowed_by_the_keyboard(
    qtbot: QtBot, desk: ModelsDesk
) -> None:
    shown = window(desk)
    assert shown.table.shown[0] == "builtin"  # what is here comes first
    assert shown.table.chosen is not None and shown.table.chosen.name == "builtin"
    assert not shown.remove.isEnabled() and not shown.get.isEnabled()
    type_into(shown.filters.search, "tiny")
    assert shown.table.shown and all("tiny" in name for name in shown.table.shown)
    assert shown.get.isEnabled()
    type_into(shown.filters.search, " nothing")
    assert shown.table.shown == [] and shown.table.chosen is None
    assert not shown.get.isEnabled()


def test_every_control_can_be_named_and_reached(desk: ModelsDesk) -> None:
    shown = window(desk)
    for field in (
        shown.filters.search,
        shown.filters.language,
        shown.filters.size_limit,
        shown.filters.speed,
        shown.table,
    ):
        assert field.accessibleName()
    for button in (shown.use, shown.get, shown.verify, shown.remove, shown.stop, shown.unload):
        assert "&" in button.text()


def test_a_model_is_downloaded_used_checked_and_removed(
    qtbot: QtBot,
    desk: ModelsDesk,
    program: ScriptedProgram,
    served: LoopbackHub,
) -> None:
    program.held = (HeldModel("builtin", "cpu", "int8", 80.0),)
    shown = window(desk)
    shown.table.choose("base")
    shown.get.click()
    qtbot.waitUntil(lambda: is_here(desk, "base"), timeout=20_000)
    assert program.calls == []  # it is not put to use unasked
    shown.table.choose("base")
    shown.use.click()
    qtbot.waitUntil(lambda: program.calls == ["use base"])
    shown.verify.click()
    qtbot.waitUntil(lambda: "checksums are right" in shown.said.text())
    assert shown.remove.isEnabled()
    shown.remove.click()
    qtbot.waitUntil(lambda: not is_here(desk, "base") and "removed" in shown.said.text())


def test_a_damaged_model_is_told(
    qtbot: QtBot,
    desk: ModelsDesk,
    served: LoopbackHub,
) -> None:
    shown = window(desk)
    shown.table.choose("base")
    shown.get.click()
    qtbot.waitUntil(lambda: is_here(desk, "base"), timeout=20_000)
    vocabulary = host.models_folder() / "base" / "vocabulary.json"
    vocabulary.write_text(vocabulary.read_text("utf-8") + " ", "utf-8")
    shown.table.choose("base")
    shown.verify.click()
    qtbot.waitUntil(lambda: "get it again" in shown.said.text())


def test_a_download_is_cancelled_goes_on_and_survives_the_window(
    qtbot: QtBot,
    desk: ModelsDesk,
    program: ScriptedProgram,
    hub: LoopbackHub,
    larger: Path,
) -> None:
    hub.add(BASE, larger)
    hub.stall_after["model.bin"] = 200_000
    shown = window(desk)
    shown.table.choose("base")
    shown.get.click()
    fetched = program.shelf
    qtbot.waitUntil(lambda: (f := fetched.fetching) is not None and f.progress.done_bytes > 0)
    qtbot.waitUntil(lambda: shown.work.isVisible() and shown.bar.maximum() == 1000)
    assert not shown.get.isEnabled() and not shown.verify.isEnabled()
    shown.stop.click()
    qtbot.waitUntil(lambda: fetched.fetching is None)  # nothing waits for the bytes that hang
    qtbot.waitUntil(lambda: "download" in shown.get.text() and shown.get.text() != "&Download")
    shown.get.click()
    desk.window and desk.window.close()
    qtbot.waitUntil(lambda: fetched.fetching is None, timeout=20_000)
    assert (host.models_folder() / "base" / "model.bin").exists()


def test_a_download_that_fails_says_what_to_do(qtbot: QtBot, desk: ModelsDesk) -> None:
    shown = window(desk)
    shown.table.choose("base")  # the hub does not have it
    shown.get.click()
    qtbot.waitUntil(lambda: not shown.work.isVisible() and shown.said.text() != AT_WORK)
    qtbot.waitUntil(shown.get.isEnabled)
    assert shown.said.text() and not is_here(desk, "base")


def test_an_archive_is_imported(
    qtbot: QtBot,
    desk: ModelsDesk,
    builtin: Path,
    tmp_path: Path,
) -> None:
    archive = tmp_path / "mine.tar"
    with tarfile.open(archive, "w") as tar:
        tar.add(builtin, "mine")
    shown = window(desk)
    shown.import_wanted.emit(archive)
    qtbot.waitUntil(lambda: is_here(desk, "mine"), timeout=30_000)
    assert checksums.read_record(host.models_folder() / "mine") is not None


def test_what_is_no_model_is_refused_with_a_next_step(
    qtbot: QtBot, desk: ModelsDesk, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    window(desk).import_wanted.emit(tmp_path / "empty")
    qtbot.waitUntil(lambda: "holds no Whisper model" in window(desk).said.text())
    assert window(desk).bring_folder.isEnabled()


def test_the_memory_of_loaded_models_is_shown_and_given_back(
    qtbot: QtBot, desk: ModelsDesk, program: ScriptedProgram
) -> None:
    program.held = (HeldModel("base", "cpu", "int8", 312.0),)
    desk.refresh()
    shown = window(desk)
    qtbot.waitUntil(lambda: "312 MB" in shown.held.text())
    shown.unload.click()
    qtbot.waitUntil(lambda: "No model is loaded" in shown.held.text())
    assert program.calls == ["unload"] and not shown.unload.isEnabled()


def test_a_cancelled_download_raises_no_notice(
    qtbot: QtBot, hub: LoopbackHub, larger: Path
) -> None:
    told: list[object] = []
    program = ScriptedProgram(told.append)
    hub.add(BASE, larger)
    hub.stall_after["model.bin"] = 200_000
    program.shelf.download("base")
    qtbot.waitUntil(lambda: (f := program.shelf.fetching) is not None and f.share > 0)
    program.shelf.cancel()
    qtbot.waitUntil(lambda: program.shelf.fetching is None)
    program.downloads.close()
    assert not [event for event in told if isinstance(event, NoticeRaised)]
