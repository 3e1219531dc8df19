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
from dictate.settings.schema import Settings

WAIT_S = 10


class Running:
    """A program without a desktop, and what it tells."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._told: queue.SimpleQueue[str] = queue.SimpleQueue()
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
