"""What doctor says of text fields."""

from __future__ import annotations

import pytest

from dictate.cli.check import Status
from dictate.cli.field_checks import TURN_ON, check_fields, judge
from dictate.errors import ServiceMissing


def _missing() -> bool:
    raise ServiceMissing("no bus")


def test_a_desktop_that_tells() -> None:
    assert judge(lambda: True).next_step == ""


def test_one_where_it_is_off_says_how_to_turn_it_on() -> None:
    check = judge(lambda: False)
    assert (check.status, check.lines) == (Status.OK, TURN_ON)


def test_one_without_a_bus_names_the_package() -> None:
    assert "at-spi2-core" in judge(_missing).next_step


def test_it_is_no_matter_when_not_wanted() -> None:
    assert check_fields(wanted=False).next_step == ""


def test_elsewhere_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    assert "cannot be read here" in check_fields(wanted=True).detail
