"""The look-ups of the real machine, as far as every machine has them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dictate.errors import DictateError
from dictate.gui import screen_check, survey


def test_the_catalogue_is_listed_with_what_is_here(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DICTATE_MODELS", str(tmp_path))
    rows = {row.name: row for row in survey.models()}
    assert rows["base"].size_mb > 100
    assert not rows["base"].is_cached
    assert (rows["builtin"].is_cached, rows["builtin"].is_demonstration) == (True, True)


def test_every_device_of_the_settings_is_listed_and_the_cpu_is_usable() -> None:
    rows = {row.name: row.obstacle for row in survey.devices()}
    assert list(rows) == ["auto", "cpu", "cuda", "metal"]
    assert rows["auto"] == rows["cpu"] == ""
    assert bool(rows["metal"])


def test_a_hotkey_in_words() -> None:
    assert survey.describe_hotkey("ctrl_r") == "Right Ctrl"
    assert survey.describe_hotkey("no such key") == ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11")
@pytest.mark.parametrize("display", ["", "nonsense"])
def test_without_a_screen_there_is_one_line_instead_of_an_abort(
    monkeypatch: pytest.MonkeyPatch, display: str
) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", display)
    with pytest.raises(DictateError) as failure:
        screen_check.require_screen()
    assert failure.value.next_step
