"""What each hotkey asks the session for."""

import pytest

from dictate.assembly.hotkeys import command_for
from dictate.hotkey.binding import parse
from dictate.hotkey.gesture import Action, HotkeyAction
from dictate.hotkey.rules import Bound, Errand
from dictate.session import commands
from dictate.settings.choices import HotkeyMode

GERMAN = Bound(parse("f9"), HotkeyMode.HOLD, "german")
UNDO = Bound(parse("f7"), errand=Errand.UNDO)
FREE = Bound(parse("f8"), HotkeyMode.HANDS_FREE)


@pytest.mark.parametrize(
    ("kind", "hotkey", "command"),
    [
        (HotkeyAction.START, GERMAN, commands.Start(1.0, held=True, profile="german")),
        (HotkeyAction.STOP, GERMAN, commands.Stop(1.0)),
        (HotkeyAction.LET_GO, GERMAN, commands.LetGo(1.0)),
        (HotkeyAction.CANCEL, GERMAN, commands.Cancel(1.0)),
        (HotkeyAction.TOGGLE, GERMAN, commands.Toggle(1.0, "german")),
        (HotkeyAction.TOGGLE, FREE, commands.Toggle(1.0, "", 2.5)),
        (HotkeyAction.ERRAND, UNDO, None),
    ],
)
def test_command(kind: HotkeyAction, hotkey: Bound, command: commands.Command | None) -> None:
    assert command_for(Action(kind, 1.0, hotkey), 2.5) == command
