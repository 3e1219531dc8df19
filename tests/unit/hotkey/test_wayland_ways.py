"""Which way to hear keys is tried first on Wayland, and what is told when none is open."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dictate.errors import HotkeyUnavailable
from dictate.hotkey.heard import Heard, Report
from dictate.hotkey.wayland_hotkey import Way, WaylandHotkey, ways
from dictate.settings.bindings import ExtraBinding
from dictate.settings.choices import HotkeyMode
from dictate.settings.schema import HotkeySettings


@pytest.mark.parametrize(
    ("settings", "first"),
    [
        (HotkeySettings(binding="f9"), "portal"),
        (HotkeySettings(binding="ctrl+alt+d"), "portal"),
        (HotkeySettings(binding="ctrl_r"), "input devices"),
        (HotkeySettings(binding="mouse_x1"), "input devices"),
        (HotkeySettings(binding="f9", bindings=(ExtraBinding("alt_r"),)), "input devices"),
    ],
)
def test_what_portals_do_not_take_is_looked_for_below_the_desktop(
    settings: HotkeySettings, first: str
) -> None:
    found = [way.name for way in ways(settings)]
    assert found[0] == first and sorted(found) == ["input devices", "portal"]


class Listener:
    """Works, or is refused; tells later what it is told to."""

    def __init__(self, report: Report, works: bool) -> None:
        self.report = report
        self._works = works
        self.closed = 0

    def start(self, on_key: object) -> None:
        if not self._works:
            raise HotkeyUnavailable("Not here.")

    def close(self) -> None:
        self.closed += 1


class Desktop:
    """Ways that work or do not."""

    def __init__(self, *works: bool) -> None:
        self.opened: list[Listener] = []
        self.heard: list[Heard] = []
        settings = HotkeySettings(binding="f9", mode=HotkeyMode.TOGGLE)
        each = [Way(str(number), self._opener(work)) for number, work in enumerate(works)]
        self.hotkey = WaylandHotkey(settings, self.heard.append, each, {"SWAYSOCK": "x"})

    def _opener(self, works: bool) -> Callable[[Report], Listener]:
        def open_it(report: Report) -> Listener:
            self.opened.append(Listener(report, works))
            return self.opened[-1]

        return open_it

    def start(self) -> None:
        self.hotkey.start(lambda _key, _is_down, _at_s: None)


def test_the_first_way_that_works_is_used_and_closed() -> None:
    desktop = Desktop(False, True, True)
    desktop.start()
    assert len(desktop.opened) == 2
    desktop.hotkey.close()
    desktop.hotkey.close()
    assert [one.closed for one in desktop.opened] == [1, 1]


def test_where_none_works_the_line_for_the_desktop_is_the_next_step() -> None:
    desktop = Desktop(False, False)
    with pytest.raises(HotkeyUnavailable, match="Wayland does not let") as caught:
        desktop.start()
    step = caught.value.next_step
    assert "~/.config/sway/config: bindsym --no-repeat F9 exec" in step
    assert step.endswith(" toggle")


def test_a_way_lost_later_is_replaced_or_told() -> None:
    desktop = Desktop(True, True)
    desktop.start()
    gone = Heard(problem=HotkeyUnavailable("It is gone."))
    desktop.opened[0].report(gone)
    assert desktop.heard == [Heard()]
    desktop.opened[1].report(Heard(trigger="Meta+D"))
    desktop.opened[1].report(gone)
    assert desktop.heard[1] == Heard(trigger="Meta+D")
    problem = desktop.heard[2].problem
    assert problem is not None and "It is gone." in problem.message
    assert "sway/config" in problem.next_step
    chosen = HotkeyUnavailable("No key was given.", "Choose one.")
    desktop.opened[1].report(Heard(problem=chosen))
    problem = desktop.heard[3].problem
    assert problem is not None and problem.next_step == "Choose one."
    desktop.hotkey.close()
    desktop.opened[1].report(gone)
    assert len(desktop.opened) == 2, "after the end nothing is opened"
