"""Hears the hotkey on Wayland by the first way that works: portal, kernel devices, else advice.

The portal is asked first, since it shows no key but the hotkey; a lone modifier, which it cannot
bind, is first tried through the kernel's devices. The user may refuse the portal minutes later:
then the next way is taken. Where none is left, the lines for the desktop's own configuration are
the next step (``shortcut_lines``).
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from dictate.errors import HotkeyUnavailable
from dictate.hotkey import rules, shortcut_lines
from dictate.hotkey.evdev_hotkey import EvdevHotkey
from dictate.hotkey.heard import Heard, Report
from dictate.hotkey.portal_hotkey import PortalHotkey
from dictate.hotkey.rules import Rules
from dictate.hotkey.shortcut_lines import Shortcut
from dictate.ports import HotkeyListener
from dictate.settings.schema import HotkeySettings

log = logging.getLogger(__name__)

MESSAGE = "Wayland does not let programs see keys pressed in other windows."


@dataclass(frozen=True, slots=True)
class Way:
    """One way to hear keys."""

    name: str
    open: Callable[[Report], HotkeyListener]


Ways: TypeAlias = Sequence[Way]


def ways(settings: HotkeySettings) -> tuple[Way, ...]:
    """Return the ways in the order to try them. Raises BindingInvalid."""
    made, _ = rules.read(settings)
    portal = Way("portal", lambda report: PortalHotkey(made, report))
    evdev = Way("input devices", lambda _report: EvdevHotkey(mouse=made.uses_mouse))
    return (evdev, portal) if _is_beyond_portals(made) else (portal, evdev)


def _is_beyond_portals(made: Rules) -> bool:
    """Tell whether a hotkey is one that portals do not take as it is."""
    return made.uses_mouse or any(bound.binding.modifiers_only for bound in made.hotkeys)


def advice(settings: HotkeySettings, environ: Mapping[str, str]) -> Shortcut:
    """Return what to write into the desktop's configuration. Raises BindingInvalid."""
    desktop = shortcut_lines.which(environ)
    made, _ = rules.read(settings)
    return shortcut_lines.shortcuts(desktop, made.hotkeys, shortcut_lines.program())


class WaylandHotkey:
    """A HotkeyListener on the ways given."""

    def __init__(
        self,
        settings: HotkeySettings,
        report: Report,
        choices: Ways | None = None,
        environ: Mapping[str, str] | None = None,
    ) -> None:
        self._report = report
        self._left = list(ways(settings) if choices is None else choices)
        self._step = advice(settings, os.environ if environ is None else environ).step
        self._used: list[HotkeyListener] = []
        self._on_key: Callable[[str, bool, float], None] = lambda _key, _is_down, _at_s: None
        self._closed = False

    def start(self, on_key: Callable[[str, bool, float], None]) -> None:
        """Begin to listen. Raises HotkeyUnavailable with the next step when no way is open."""
        self._on_key = on_key
        if not self._try_the_next():
            raise self._refusal()

    def held(self) -> frozenset[str] | None:
        """Return the keys that are down now, None where that cannot be known."""
        for listener in self._used[-1:]:
            if isinstance(listener, EvdevHotkey):
                return listener.held()
        return None

    def close(self) -> None:
        """Stop listening. Any number of times."""
        self._closed = True
        while self._used:
            self._used.pop().close()

    def _try_the_next(self) -> bool:
        while self._left and not self._closed:
            way = self._left.pop(0)
            listener = way.open(self._follow)
            try:
                listener.start(self._on_key)
            except HotkeyUnavailable as error:
                log.info("no keys through the %s: %s", way.name, error.message)
                listener.close()
                continue
            if self._closed:  # meanwhile
                listener.close()
                return False
            self._used.append(listener)
            log.info("keys are heard through the %s", way.name)
            return True
        return False

    def _follow(self, heard: Heard) -> None:
        """Pass on what the way in use tells, or take the next one. On a thread of that way."""
        if heard.problem is None or self._closed:
            self._report(heard)
        elif self._try_the_next():
            self._report(Heard())
        else:
            said, step = f"{MESSAGE} {heard.problem.message}", heard.problem.next_step
            self._report(Heard(problem=HotkeyUnavailable(said, step or self._step)))

    def _refusal(self) -> HotkeyUnavailable:
        return HotkeyUnavailable(MESSAGE, self._step)
