"""The hotkeys of the desktop program: listened for anew when they change, told of when they cannot.

While they are paused no key is listened to at all.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from dictate.domain import Notice, Phase, Severity
from dictate.errors import DictateError, HotkeyError
from dictate.events import HotkeyChanged, NoticeRaised
from dictate.hands import Hands
from dictate.hotkey.gesture import Action
from dictate.hotkey.heard import Heard
from dictate.hotkey.listener_choice import open_listener
from dictate.hotkey.rules import Errand
from dictate.hotkey.watcher import HotkeyAction, HotkeyWatcher
from dictate.injected import InjectedKeys
from dictate.ports import Publish
from dictate.session import commands
from dictate.settings.choices import HotkeyMode
from dictate.settings.schema import HotkeySettings


def command_for(action: Action, silence_s: float) -> commands.Command | None:
    """Return what the session is asked for; errands are nothing to it."""
    profile = action.hotkey.profile
    match action.kind:
        case HotkeyAction.START:
            return commands.Start(action.at_s, held=True, profile=profile)
        case HotkeyAction.STOP:
            return commands.Stop(action.at_s)
        case HotkeyAction.TOGGLE:
            hands_free = action.hotkey.mode is HotkeyMode.HANDS_FREE
            return commands.Toggle(action.at_s, profile, silence_s if hands_free else 0.0)
        case HotkeyAction.LET_GO:
            return commands.LetGo(action.at_s)
        case HotkeyAction.CANCEL:
            return commands.Cancel(action.at_s)
        case HotkeyAction.ERRAND:
            return None


class Hotkeys:
    """One watcher at a time; ``post`` gets the commands that keys mean.

    ``run`` does an errand; what it raises is told.
    """

    def __init__(
        self,
        injected: InjectedKeys,
        post: Callable[[commands.Command], None],
        publish: Publish,
        hands: Hands,
        run: Callable[[Errand], None],
    ) -> None:
        self._run = run
        self._hands = hands
        self._injected = injected
        self._post = post
        self._publish = publish
        self._watcher: HotkeyWatcher | None = None
        self._settings: HotkeySettings | None = None
        self.is_hushed = False
        """No key begins, ends or cancels a take: it is only being tried out."""
        self._paused = False
        self._phase = Phase.IDLE
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

    @property
    def is_paused(self) -> bool:
        """Whether no key is heard because the user wants none to be."""
        return self._paused

    def listen(self, settings: HotkeySettings) -> None:
        """Listen for these keys from now on; what keeps us from it is told."""
        self._settings = settings
        self.close()
        self._heard = Heard()
        self._number += 1
        if not self._paused:
            self._open(settings, self._number)

    def pause(self, paused: bool) -> None:
        """Listen to nothing, or again."""
        if paused == self._paused:
            return
        self._paused = paused
        if self._settings is not None:
            self.listen(self._settings)
        self._publish(HotkeyChanged())

    def follow(self, phase: Phase) -> None:
        """Tell what the session does, so that the cancel key counts."""
        self._phase = phase
        if self._watcher is not None:
            is_speaking = phase in (Phase.OPENING, Phase.RECORDING)
            self._watcher.set_recording(is_speaking, phase is not Phase.IDLE)

    def close(self) -> None:
        """Stop listening; a take that a key held ends. Any number of times."""
        watcher, self._watcher = self._watcher, None
        if watcher is None:
            return
        watcher.close()
        if watcher.owes_stop:
            self._post(commands.Stop(time.monotonic()))

    def _open(self, settings: HotkeySettings, number: int) -> None:
        def act(action: Action) -> None:
            if self.is_hushed and action.kind is not HotkeyAction.STOP:
                return
            command = command_for(action, settings.silence_s)
            if command is not None:
                self._post(command)
            elif action.hotkey.errand is not None:
                self._run_errand(action.hotkey.errand)

        try:
            listener = open_listener(
                settings, self._injected, lambda heard: self._on_heard(heard, number)
            )
            watcher = HotkeyWatcher(listener, settings, act=act, hands=self._hands)
            self._watcher = watcher
            watcher.start()
        except HotkeyError as error:
            self._watcher = None
            self._on_heard(Heard(problem=error), number)
            return
        self.follow(self._phase)
        for problem in watcher.problems:
            self._publish(NoticeRaised(problem.notice(Severity.WARNING)))

    def _run_errand(self, errand: Errand) -> None:
        try:
            self._run(errand)
        except DictateError as error:
            self._publish(NoticeRaised(error.notice()))

    def _on_heard(self, heard: Heard, number: int) -> None:
        if number != self._number:
            return  # of a listener that was replaced
        self._heard = heard
        problem = self.problem
        self._publish(HotkeyChanged() if problem is None else NoticeRaised(problem))
