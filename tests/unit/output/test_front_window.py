"""Whether windows of other programs can be looked at."""

from __future__ import annotations

import sys

import pytest

from dictate.output import front_window


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 is on Linux")
@pytest.mark.parametrize(
    ("display", "wayland", "can"),
    [(":0", "", True), ("", "", False), (":0", "wayland-0", False), ("", "wayland-0", False)],
)
def test_windows_are_seen_on_x11_only(
    display: str, wayland: str, can: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.setenv("WAYLAND_DISPLAY", wayland)
    assert front_window.can_be_seen() is can


def test_a_screen_that_is_not_there_shows_no_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", "no display")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert front_window.look() is None
