"""The hotkey of the desktop program: listened for anew when it changes, told of when it cannot."""

from __future__ import annotations

from collections.abc import Callable

from dictate.assembly import stages
from dictate.domain import Notice, Severity
from dictate.errors import HotkeyError
from dictate.hotkey.watcher import HotkeyAction, HotkeyWatcher
from dictate.injected import InjectedKeys
from dictate.session import commands
from dictate.settings.schema import HotkeySettings

_COMMANDS: dict[HotkeyAction, Callable[[float], commands.Command]] = {
    HotkeyAction.START: lambda at_s: commands.Start(at_s, held=True),
    HotkeyAction.STOP: commands.Stop,
    HotkeyAction.TOGGLE: commands.Toggle,
    HotkeyAction.CANCEL: commands.Cancel,
}


class Hotkeys:
    """One watcher at a time; ``post`` gets the commands that keys mean."""

    def __init__(self, injected: InjectedKeys, post: Callable[[commands.Command], None]) -> None:
        self._injected = injected
        self._post = post
        self._watcher: HotkeyWatcher | None = None
        self._problem: Notice | None = None

    @property
    def problem(self) -> Notice | None:
        """Why no key is heard, if so."""
        return self._problem

    def listen(self, settings: HotkeySettings) -> None:
        """Listen for these keys from now on; whether that works is told by ``problem``."""
        self.close()
        self._problem = None
        try:
            watcher = stages.hotkey(settings, self._on_hotkey, self._injected)
            watcher.start()
            self._watcher = watcher
        except HotkeyError as error:
            self._problem = error.notice(Severity.WARNING)

    def set_recording(self, recording: bool) -> None:
        """Tell whether the session records now, so that the cancel key counts."""
        if self._watcher is not None:
            self._watcher.set_recording(recording)

    def close(self) -> None:
        """Stop listening. Any number of times."""
        if self._watcher is not None:
            self._watcher.close()
            self._watcher = None

    def _on_hotkey(self, action: HotkeyAction, at_s: float) -> None:
        self._post(_COMMANDS[action](at_s))
