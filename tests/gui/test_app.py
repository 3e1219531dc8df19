"""How a start ends before there is a desktop. What happens after is in tests/e2e."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dictate.control.channel import ControlServer, send
from dictate.errors import DictateError, NotRunning
from dictate.gui.app import run


def test_a_second_start_makes_the_first_show_itself(
    empty_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    heard: list[str] = []

    def handle(command: str) -> dict[str, object]:
        heard.append(command)
        return {}

    first = ControlServer(handle)
    first.start()
    try:
        assert run(empty_home / "settings.toml") == 0
    finally:
        first.close()
    assert heard == ["show"]
    captured = capsys.readouterr()
    assert "running already" in captured.err
    assert captured.out == ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11")
def test_a_start_without_a_screen_leaves_room_for_the_next(
    empty_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", "nonsense")
    with pytest.raises(DictateError):
        run(empty_home / "settings.toml")
    with pytest.raises(NotRunning):
        send("status")
