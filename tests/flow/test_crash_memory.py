"""The assembled program avoids what died before; choosing it in the menu tries it again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dictate.assembly import stages
from dictate.assembly.program import assemble
from dictate.domain import (
    Phase,
)
from dictate.engine.crashes import Combination
from dictate.errors import ModelUnknown
from dictate.events import (
    Event,
)
from dictate.settings.schema import Settings

BAD = Combination("builtin", "cuda", "auto")


def test_choosing_a_device_in_the_menu_forgets_what_died(
    empty_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    events: list[Event] = []
    stages.crashes().add(BAD)
    program = assemble(
        Settings(), publish=events.append, clipboard=None, settings_file=empty_home / "s.toml"
    )
    try:
        program.change(Settings())
        assert stages.crashes().find(BAD) is not None, "nothing else was chosen"
        engine = replace(Settings().engine, device="cuda")
        program.change(replace(Settings(), engine=engine))
        assert stages.crashes().all() == ()
    finally:
        program.close()


def test_what_is_remembered_lies_where_it_may_be_deleted(empty_home: Path) -> None:
    stages.crashes().add(BAD)
    found = [path.relative_to(empty_home).as_posix() for path in empty_home.rglob("crashes.json")]
    assert found == [".local/state/dictate/crashes.json"]


def test_a_retry_with_an_unknown_model_is_refused_before_anything_happens(
    empty_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    program = assemble(
        Settings(), publish=lambda _: None, clipboard=None, settings_file=empty_home / "s.toml"
    )
    try:
        with pytest.raises(ModelUnknown):
            program.retry(0.0, "bsae")
        assert program.status().phase is Phase.IDLE
    finally:
        program.close()
