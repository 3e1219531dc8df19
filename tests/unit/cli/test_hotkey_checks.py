"""What `dictate doctor` tells of the hotkeys beside the first one."""

from __future__ import annotations

import pytest

from dictate.cli.check import Status
from dictate.cli.hotkey_checks import check_further
from dictate.settings.bindings import ExtraBinding
from dictate.settings.schema import HotkeySettings


def told(*extra: ExtraBinding, main: str = "f8") -> list[tuple[Status, str]]:
    settings = HotkeySettings(binding=main, bindings=extra)
    return [(check.status, check.detail) for check in check_further(settings)]


def test_one_hotkey_is_no_matter() -> None:
    assert told() == []


def test_hotkeys_that_count_are_named_with_their_profiles() -> None:
    found = told(ExtraBinding("f9"), ExtraBinding("ctrl+f10", profile="german"))
    assert found == [(Status.OK, "F9, Ctrl+F10 (profile german)")]


def test_keys_for_other_than_speaking_are_named_with_what_they_do() -> None:
    settings = HotkeySettings("f8", undo="f7", again="f8")
    counted, left_out = check_further(settings)
    assert counted.detail == "F7 (undo)"
    assert "there twice" in left_out.detail
    assert left_out.next_step == "Choose another key for [hotkey] again."


@pytest.mark.parametrize(
    ("extra", "why"),
    [
        ("f8", "there twice"),
        ("escape", "cancel key"),
        ("f8+f7", "cannot work"),
        ("nokey", "nokey"),
    ],
)
def test_a_hotkey_that_is_left_out_is_told_with_the_reason(extra: str, why: str) -> None:
    settings = HotkeySettings(binding="f8", bindings=(ExtraBinding(extra), ExtraBinding("f9")))
    counted, left_out = check_further(settings)
    assert (counted.status, counted.detail) == (Status.OK, "F9")
    assert left_out.status is Status.WARNING
    assert why in left_out.detail
    assert left_out.next_step


def test_a_main_hotkey_that_is_none_is_told_elsewhere() -> None:
    assert told(ExtraBinding("f9"), main="nokey") == []
