"""The running program follows its settings file, whoever writes it."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dictate.assembly.program import Program, assemble
from dictate.events import (
    Event,
    NoticeRaised,
)
from dictate.settings import store
from dictate.settings.profiles import Profile
from dictate.settings.schema import Settings

WAIT_S = 10


class Running:
    """A program without a desktop, and what it tells."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._told: queue.SimpleQueue[str] = queue.SimpleQueue()
        self.heard: list[str] = []
        self.program: Program = assemble(
            Settings(), publish=self._hear, clipboard=None, settings_file=file
        )
        self.program.start()

    def _hear(self, event: Event) -> None:
        if isinstance(event, NoticeRaised):
            self._told.put(event.notice.message)

    def told(self, part: str) -> str:
        while True:
            message = self._told.get(timeout=WAIT_S)
            self.heard.append(message)
            if part in message:
                return message


@pytest.fixture
def running(empty_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    monkeypatch.delenv("DISPLAY", raising=False)
    made = Running(empty_home / "settings.toml")
    yield made
    made.program.close()


def test_an_edit_of_the_file_is_in_force_without_a_restart(running: Running) -> None:
    running.file.write_text('[engine]\nlanguage = "de"\n', "utf-8")
    running.told("in force")
    assert running.program.settings.engine.language == "de"


def test_a_translation_by_a_model_that_cannot_is_told(running: Running) -> None:
    running.program.change(
        store.replace_value(running.program.settings, "engine.task", "translate")
    )
    assert "builtin" in running.told("cannot translate")


def test_a_wrong_variable_is_told(empty_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setenv("DICTATE_MODEL_CACHE_TTL_S", "5 minutes")
    running = Running(empty_home / "settings.toml")
    try:
        running.told("DICTATE_MODEL_CACHE_TTL_S")
    finally:
        running.program.close()


def test_a_file_that_is_no_toml_changes_nothing(running: Running) -> None:
    running.program.change(replace(Settings(), engine=replace(Settings().engine, language="de")))
    running.file.write_text("[engine\n", "utf-8")
    running.told("not TOML")
    assert running.program.settings.engine.language == "de"


def test_a_change_in_the_menu_and_one_in_the_file_both_stay(running: Running) -> None:
    running.file.write_text("[engine]\nbeam_size = 3\n", "utf-8")
    running.told("in force")
    settings = running.program.settings
    running.program.change(store.replace_value(settings, "engine.decode_ahead", False))
    assert store.load(running.file).settings == running.program.settings
    assert running.program.settings.engine.beam_size == 3


def test_what_is_changed_while_the_file_is_damaged_is_saved_once_it_is_mended(
    running: Running,
) -> None:
    running.file.write_text('# mine\n[engine]\nmodel = "base\n', "utf-8")
    running.told("not TOML")
    settings = store.replace_value(running.program.settings, "text.numbers", True)
    settings = store.replace_whole(settings, "profiles", {"mail": Profile(private=True)})
    unsaved = running.program.change(settings)
    assert unsaved is not None
    assert "line 3" in unsaved.message and "nothing is saved" in unsaved.next_step
    assert running.file.read_text("utf-8") == '# mine\n[engine]\nmodel = "base\n'
    running.file.write_text("# mine\n[engine]\nbeam_size = 3\n", "utf-8")
    running.told("in force")
    now = running.program.settings
    assert (now.engine.beam_size, now.text.numbers, list(now.profiles)) == (3, True, ["mail"])
    assert store.load(running.file).settings == now
    assert "# mine" in running.file.read_text("utf-8")


def test_a_slip_in_the_file_is_told_once_and_outlives_every_change(running: Running) -> None:
    running.file.write_text("[engine]\nbeam = 3\n", "utf-8")
    running.told("engine.beam")
    for size in (2, 3, 4):
        settings = store.replace_value(running.program.settings, "engine.beam_size", size)
        assert running.program.change(settings) is None
    running.file.write_text(running.file.read_text("utf-8") + "keep_models = 3\n", "utf-8")
    running.told("in force")
    assert sum("engine.beam" in message for message in running.heard) == 1
    assert "beam = 3" in running.file.read_text("utf-8")
    assert running.program.settings.engine.beam_size == 4


def test_a_write_protected_file_is_told_and_the_change_is_in_force(running: Running) -> None:
    running.file.write_text("[engine]\nbeam_size = 3\n", "utf-8")
    running.told("in force")
    running.file.chmod(0o444)
    settings = store.replace_value(running.program.settings, "text.numbers", True)
    unsaved = running.program.change(settings)
    assert unsaved is not None and "write-protected" in unsaved.message
    assert running.program.settings.text.numbers
    assert "numbers" not in running.file.read_text("utf-8")
