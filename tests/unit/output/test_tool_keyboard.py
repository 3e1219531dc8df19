"""How the key tools are called, and what happens when one of them is refused."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dictate.errors import ArrivalUnknown, TypingFailed
from dictate.output import tool_keyboard
from dictate.output.tool_keyboard import Call, KeyTool, ToolKeyboard

SECRET = "né 🙂\n"


@pytest.mark.parametrize(
    ("make", "call"),
    [
        (tool_keyboard.wtype_chord, Call(("wtype", "-M", "ctrl", "-k", "v", "-m", "ctrl"))),
        (tool_keyboard.dotool_chord, Call(("dotool",), "key ctrl+v\n")),
        (tool_keyboard.ydotool_chord, Call(("ydotool", "key", "29:1", "47:1", "47:0", "29:0"))),
    ],
)
def test_a_chord(make: object, call: Call) -> None:
    assert callable(make)
    assert make(("ctrl_l", "v")) == call


def test_several_modifiers_are_let_go_in_reverse() -> None:
    call = tool_keyboard.wtype_chord(("ctrl_l", "shift_l", "insert"))
    words = "-M ctrl -M shift -k Insert -m shift -m ctrl"
    assert call.command == ("wtype", *words.split())
    assert tool_keyboard.wtype_chord(("f9",)).command == ("wtype", "-k", "F9")


@pytest.mark.parametrize("make", [tool_keyboard.wtype_chord, tool_keyboard.ydotool_chord])
def test_a_key_without_a_name_is_told(make: object) -> None:
    assert callable(make)
    with pytest.raises(TypingFailed, match="mic_mute"):
        make(("ctrl_l", "mic_mute"))


def test_a_text_never_is_on_the_command_line() -> None:
    assert tool_keyboard.wtype_text(SECRET, 0.0) == Call(("wtype", "-"), SECRET)
    assert tool_keyboard.wtype_text(SECRET, 0.02).command == ("wtype", "-d", "20", "-")


def tool(name: str, out: Path, code: int = 0, *, types: bool = True) -> KeyTool:
    """A tool that writes down what it got."""
    program = (
        f"import sys; open({str(out)!r}, 'ab').write(b'{name} ' + sys.stdin.buffer.read());"
        f" sys.exit({code})"
    )

    def typing(text: str, pace_s: float) -> Call:
        return Call((sys.executable, "-c", program), text)

    return KeyTool(name, lambda keys: typing("+".join(keys), 0), typing if types else None)


def test_a_refused_tool_is_not_asked_again(tmp_path: Path) -> None:
    out = tmp_path / "out"
    keyboard = ToolKeyboard((tool("refused", out, 1), tool("works", out)))
    keyboard.press_chord("ctrl+v")
    keyboard.type_text("Hi.")
    assert out.read_bytes() == b"refused ctrl_l+vworks ctrl_l+vworks Hi."
    keyboard.close()


def test_where_no_tool_types_every_text_it_is_told_and_chords_still_work(tmp_path: Path) -> None:
    out = tmp_path / "out"
    keyboard = ToolKeyboard((tool("chords", out, types=False),))
    with pytest.raises(TypingFailed, match="exactly"):
        keyboard.type_text(SECRET)
    keyboard.press_chord("ctrl+v")
    assert out.read_bytes() == b"chords ctrl_l+v"


def test_a_tool_that_is_gone_or_hangs_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    gone = KeyTool("gone", lambda keys: Call(("/nowhere/tool",)))
    with pytest.raises(TypingFailed, match="No tool"):
        ToolKeyboard((gone,)).press_chord("ctrl+v")
    monkeypatch.setattr(tool_keyboard, "START_S", 0.3)
    hanging = Call((sys.executable, "-c", "import time; time.sleep(60)"))
    with pytest.raises(ArrivalUnknown, match="did not end"):
        ToolKeyboard((KeyTool("hangs", lambda keys: hanging),)).press_chord("ctrl+v")
