"""The hotkey of the desktop program: listened for anew when it changes, told of when it cannot."""

from __future__ import annotations

from collections.abc import Callable

from dictate.assembly import stages
from dictate.domain import Notice, Severity
from dictate.errors import HotkeyError
from dictate.events import HotkeyChanged, NoticeRaised
from dictate.hotkey.heard import Heard
from dictate.hotkey.watcher import HotkeyAction, HotkeyWatcher
from dictate.injected import InjectedKeys
from dictate.ports import Publish
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

    def __init__(
        self, injected: InjectedKeys, post: Callable[[commands.Command], None], publish: Publish
    ) -> None:
        self._injected = injected
        self._post = post
        self._publish = publish
        self._watcher: HotkeyWatcher | None = None
        self._heard = Heard()
        self._number = 0

    @property
    def trigger(self) -> str:
        """The hotkey in the desktop's words, where the desktop decides."""
        return self._heard.trigger

    @property
    def problem(self) -> Notice | None:
        """Why no key is heard, if so."""
        problem = self._heard.problem
        return problem.notice(Severity.WARNING) if problem is not None else None

    def listen(self, settings: HotkeySettings) -> None:
        """Listen for these keys from now on; what keeps us from it is told."""
        self.close()
        self._heard = Heard()
        self._number += 1
        number = self._number
        try:
            watcher = stages.hotkey(
                settings,
                self._on_hotkey,
                self._injected,
                lambda heard: self._on_heard(heard, number),
            )
            self._watcher = watcher
            watcher.start()
        except HotkeyError as error:
            self._watcher = None
            self._on_heard(Heard(problem=error), number)

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

    def _on_heard(self, heard: Heard, number: int) -> None:
        if number != self._number:
            return  # of a listener that was replaced
        self._heard = heard
        problem = self.problem
        self._publish(HotkeyChanged() if problem is None else NoticeRaised(problem))
