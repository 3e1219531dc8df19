"""``dictate doctor --calibrate``: tries each way to insert a text, and the hotkey, for real.

What is tried is what the program uses: the same keyboards, clipboards and listener. A text goes
only where our own window has the keyboard, and what was on the clipboard is there again afterwards,
as far as the desktop lets us.
"""

from __future__ import annotations

import queue
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, TypeAlias

from dictate.cli import clipboard_eye
from dictate.cli.check import Check, Status, good
from dictate.cli.clipboard_eye import Look
from dictate.domain import OutputMethod, TakeId
from dictate.errors import DictateError, HotkeyError, NotRunning, OutputError
from dictate.gui.translation import translate
from dictate.output.calibration import SAMPLE, Trial, best, what_arrived

if TYPE_CHECKING:
    from dictate.hotkey.heard import Heard
    from dictate.hotkey.watcher import HotkeyAction
    from dictate.ports import Clipboard, HotkeyListener, TextSink
    from dictate.settings.schema import HotkeySettings, OutputSettings, Settings

ARRIVAL_S = 3.0
PRESS_S = 20.0
"""So long one is asked to press the hotkey."""
RELEASE_S = 10.0
_LOST = Check(
    "clipboard",
    Status.WARNING,
    "What was on it could not be kept beyond the trial.",
    "Copy it again; a clipboard manager would have kept it.",
)
METHODS = (OutputMethod.TYPE, OutputMethod.PASTE)


class Field(Protocol):
    """The window: ``gui.calibration_field.CalibrationField``."""

    def say(self, text: str, hint: str) -> None:
        """Show what is being done, or what to do, and a word about it below."""

    def clear(self) -> bool:
        """Empty it and give it the keyboard; False when it does not get it."""

    def when_gone(self, do: Callable[[], None]) -> None:
        """Have something done when the window is closed."""

    def wait_for(self, text: str, timeout_s: float) -> tuple[str, float]:
        """Wait until exactly this is in it; return what is, and when it last changed."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found, and which output method follows from it."""

    trials: tuple[Trial, ...]
    hotkey: Check | None = None
    """None: it was not to be tried."""
    clipboard_lost: bool = False
    """What was on the clipboard is not there any more."""

    @property
    def proposal(self) -> OutputMethod:
        """The method to set."""
        return best(self.trials)

    def checks(self) -> list[Check]:
        """Return what is told."""
        hotkey = [] if self.hotkey is None else [self.hotkey]
        lost = [_LOST] if self.clipboard_lost else []
        return [*(as_check(trial) for trial in self.trials), *lost, *hotkey]


def run(settings: Settings, *, with_hotkey: bool) -> Findings:
    """Open the window and try everything. Raises DictateError when that is not possible."""
    from dictate.gui.calibration_field import CalibrationField, run_with_field
    from dictate.gui.screen_check import require_screen

    require_screen()

    def work(field: CalibrationField) -> Findings:
        field.clear()  # on Wayland a window without the keyboard sees no clipboard
        with clipboard_eye.opened(field.clipboard) as look:
            before = look()
            trials = tuple(try_output(field, settings.output, field.board, look))
            lost = not clipboard_eye.put_back(before, look)
        hotkey = _hotkey(field, settings.hotkey) if with_hotkey else None
        return Findings(trials, hotkey, lost)

    return run_with_field(work)


def _hotkey(field: Field, settings: HotkeySettings) -> Check:
    if not _is_running():
        return try_hotkey(field, settings, _open_listener(replace(settings, bindings=())))
    return Check(
        "hotkey",
        Status.WARNING,
        "Not tried: the running Dictate would begin to record.",
        "End it first: dictate quit",
    )


def _is_running() -> bool:
    from dictate.control import channel

    try:
        channel.send("status")
    except NotRunning:
        return False
    except DictateError:
        return True
    return True


# -- output ----------------------------------------------------------------------------------------


def try_output(
    field: Field, settings: OutputSettings, board: Clipboard, look: Look
) -> Iterator[Trial]:
    """Try to type and to paste through each tool there is; ``look`` sees the clipboard."""
    from dictate.injected import InjectedKeys
    from dictate.output.chain import DeliveryChain
    from dictate.output.keyboard_choice import tools_here
    from dictate.output.outlets import Outlets
    from dictate.output.tool_keyboard import ToolKeyboard

    for tool in tools_here() or (None,):
        outlets = Outlets(board, ToolKeyboard((tool,)) if tool is not None else None)
        try:
            problem = outlets.prepare(OutputMethod.AUTO, InjectedKeys())
            for number, method in enumerate(METHODS, start=1):
                trial = Trial(method, tool.name if tool is not None else "")
                if problem is not None:
                    yield replace(trial, problem=problem.message)
                    continue
                sink = DeliveryChain(replace(settings, method=method), outlets)
                before = look()
                tried = _try_once(field, sink, trial, TakeId(number))
                yield replace(tried, clipboard_kept=look() == before)
        finally:
            outlets.close()


def _try_once(field: Field, sink: TextSink, trial: Trial, take: TakeId) -> Trial:
    field.say(
        _doing(trial),
        translate("Calibration", "Leave keyboard and mouse alone for a few seconds."),
    )
    if not field.clear():
        return replace(trial, problem="The window did not get the keyboard.")
    sink.aim(take)
    began_s = time.monotonic()
    try:
        delivery = sink.deliver(SAMPLE, take)
    except OutputError as error:
        return replace(trial, problem=error.message)
    if delivery.method is not trial.method:
        return replace(trial, problem=delivery.fallback_reason or "It was refused.")
    arrived, changed_at_s = field.wait_for(SAMPLE, ARRIVAL_S)
    return replace(
        trial,
        arrived=arrived,
        took_ms=max(0.0, changed_at_s - began_s) * 1000,
    )


def _doing(trial: Trial) -> str:
    if trial.method is OutputMethod.TYPE:
        said = translate("Calibration", "Typing a line…")
    else:
        said = translate("Calibration", "Pasting a line…")
    return f"{said} ({trial.through})" if trial.through else said


def as_check(trial: Trial) -> Check:
    """Return what came of one way."""
    name = "by typing" if trial.method is OutputMethod.TYPE else "by pasting"
    told = f"{trial.through}: {what_arrived(trial)}" if trial.through else what_arrived(trial)
    if not trial.exact:
        return Check(name, Status.WARNING, told)
    if trial.clipboard_kept:
        return good(name, f"{told}; the clipboard is as it was")
    return Check(name, Status.WARNING, f"{told}; the text is left on the clipboard")


_Event: TypeAlias = "tuple[HotkeyAction, float] | Heard | None"
"""What is heard; None: the window is closed."""

# -- hotkey ----------------------------------------------------------------------------------------


def _open_listener(
    settings: HotkeySettings,
) -> Callable[[Callable[[Heard], None]], HotkeyListener]:
    from dictate.hotkey.listener_choice import open_listener
    from dictate.injected import InjectedKeys

    return lambda report: open_listener(settings, InjectedKeys(), report)


def try_hotkey(
    field: Field,
    settings: HotkeySettings,
    open_listener: Callable[[Callable[[Heard], None]], HotkeyListener],
) -> Check:
    """Ask for one press of the hotkey, and tell whether press and release were heard."""
    from dictate.hotkey import binding
    from dictate.hotkey.watcher import HotkeyWatcher
    from dictate.settings.choices import HotkeyMode

    heard: queue.SimpleQueue[_Event] = queue.SimpleQueue()
    holding = replace(settings, mode=HotkeyMode.HOLD, bindings=())
    try:
        name = binding.describe(binding.parse(settings.binding))
        watcher = HotkeyWatcher(
            open_listener(heard.put), holding, lambda action, at_s: heard.put((action, at_s))
        )
    except HotkeyError as error:
        return Check("hotkey", Status.FAILURE, error.message, error.next_step)
    field.clear()
    field.when_gone(lambda: heard.put(None))
    try:
        watcher.start()
    except HotkeyError as error:
        watcher.close()
        return Check("hotkey", Status.FAILURE, error.message, error.next_step)
    try:
        field.say(_press(name), _way_out())  # not before it can be heard
        return _listen(field, heard, name)
    finally:
        watcher.close()


def _listen(field: Field, heard: queue.SimpleQueue[_Event], name: str) -> Check:
    until_s = time.monotonic() + PRESS_S
    pressed_at_s = 0.0
    while True:
        try:
            event = heard.get(timeout=max(0.0, until_s - time.monotonic()))
        except queue.Empty:
            return _silent(name, pressed_at_s)
        if event is None:
            raise DictateError("The window was closed.")
        if isinstance(event, tuple):
            _, at_s = event
            if pressed_at_s:
                held_ms = (at_s - pressed_at_s) * 1000
                return good("hotkey", f"{name}: press and release were heard, {held_ms:.0f} ms")
            pressed_at_s = at_s
            until_s = time.monotonic() + RELEASE_S
            field.say(translate("Calibration", "And let go of it."), "")
        elif event.problem is not None:
            return Check("hotkey", Status.FAILURE, event.problem.message, event.problem.next_step)
        elif event.trigger:
            name = event.trigger
            field.say(_press(name), _way_out())


def _press(name: str) -> str:
    return translate("Calibration", "Press {key} and let go of it.").format(key=name)


def _way_out() -> str:
    return translate("Calibration", "Nothing is recorded. Closing this window ends the trial.")


def _silent(name: str, pressed_at_s: float) -> Check:
    if pressed_at_s:
        return Check(
            "hotkey",
            Status.FAILURE,
            f"{name}: the press was heard, the release was not.",
            'Set [hotkey] mode = "toggle": a press starts, the next one stops.',
        )
    return Check(
        "hotkey",
        Status.FAILURE,
        f"{name} was not heard within {PRESS_S:.0f} s.",
        "Choose another key: dictate settings set hotkey.binding f9",
    )
