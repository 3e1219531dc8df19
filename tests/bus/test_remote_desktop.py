"""Keys through the portal for remote control, as desktops answer it: well, badly, late, never."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dictate.domain import OutputMethod
from dictate.errors import TypingFailed, TypingInterrupted
from dictate.injected import InjectedKeys
from dictate.output import keyboard_choice, tool_keyboard
from dictate.output.chain import DeliveryChain
from dictate.output.outlets import Outlets
from dictate.output.portal_keyboard import PortalKeyboard, TokenFile
from dictate.output.tool_keyboard import Call, KeyTool, ToolKeyboard
from dictate.settings.schema import OutputSettings
from tests.desktop.bus import PrivateBus
from tests.desktop.portal import ALLOW, DENY, REMOTE, MockPortal, Script
from tests.desktop.screen import wait_until

CTRL_L, V, RETURN, TAB = 0xFFE3, ord("v"), 0xFF0D, 0xFF09


@pytest.fixture
def tokens(tmp_path: Path) -> TokenFile:
    return TokenFile(tmp_path / "state" / "token")


@contextmanager
def keyboard(tokens: TokenFile) -> Iterator[PortalKeyboard]:
    keys = PortalKeyboard(tokens)
    try:
        yield keys
    finally:
        keys.close()
        keys.close()


def strokes(*keysyms: int) -> list[tuple[int, int]]:
    return [(keysym, state) for keysym in keysyms for state in (1, 0)]


def test_a_text_is_typed_key_by_key(bus: PrivateBus, tokens: TokenFile) -> None:
    with MockPortal(bus.env) as portal, keyboard(tokens) as keys:
        keys.type_text("Hi, 5!\n\t")
        assert portal.keys == strokes(*map(ord, "Hi, 5!"), RETURN, TAB)


def test_a_chord_is_pressed_and_let_go(bus: PrivateBus, tokens: TokenFile) -> None:
    with MockPortal(bus.env) as portal, keyboard(tokens) as keys:
        keys.press_chord("ctrl+v")
        assert portal.keys == [(CTRL_L, 1), (V, 1), (V, 0), (CTRL_L, 0)]


@pytest.mark.parametrize("text", ["é", "你", "🙂", "a^b", "“"])
def test_what_a_layout_may_lack_is_not_typed(bus: PrivateBus, tokens: TokenFile, text: str) -> None:
    with MockPortal(bus.env) as portal, keyboard(tokens) as keys:
        with pytest.raises(TypingFailed, match="Not every key"):
            keys.type_text(text)
        assert portal.keys == []


def test_looking_whether_it_is_there_asks_nothing(
    bus: PrivateBus, tokens: TokenFile, empty_home: Path
) -> None:
    with MockPortal(bus.env) as portal:
        with keyboard(tokens):
            pass
        assert portal.called() == []
        assert "Register" not in [call.member for call in portal.calls]
    assert not (empty_home / ".local/share/applications").exists()


def test_the_permission_is_kept_for_this_user_and_renewed_with_each_start(
    bus: PrivateBus, tokens: TokenFile, tmp_path: Path
) -> None:
    with MockPortal(bus.env) as portal:
        for _ in range(3):
            with keyboard(tokens) as keys:
                keys.type_text("x")
        assert portal.tokens == ["", "token 1", "token 2"]
        started = next(call for call in portal.calls if call.member == "SelectDevices")
        assert started.body[1]["types"] == ("u", 1), "the keyboard and nothing else"
        assert started.body[1]["persist_mode"] == ("u", 2)
    assert tokens.read() == "token 3"
    assert stat.S_IMODE((tmp_path / "state" / "token").stat().st_mode) == 0o600


def test_a_portal_without_tokens_is_asked_each_time(bus: PrivateBus, tokens: TokenFile) -> None:
    tokens.write("old")
    with MockPortal(bus.env, Script(versions={REMOTE: 1})) as portal, keyboard(tokens) as keys:
        keys.type_text("x")
        select = next(call for call in portal.calls if call.member == "SelectDevices")
        assert "restore_token" not in select.body[1] and "persist_mode" not in select.body[1]


def test_no_bus_no_portal_and_no_keyboard_are_refused(
    bus: PrivateBus, tokens: TokenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused() -> str:
        with pytest.raises(TypingFailed) as caught:
            PortalKeyboard(tokens)
        return caught.value.message

    assert "no portal for RemoteDesktop" in refused()
    with MockPortal(bus.env, Script(versions={})):
        assert "no portal for RemoteDesktop" in refused()
    with MockPortal(bus.env, Script(device_types=2)):
        assert "no keyboard" in refused()
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nowhere")
    assert "no session bus" in refused()


@pytest.mark.parametrize(
    ("script", "words"),
    [(Script(answer=DENY), "You said no"), (Script(granted=2), "gave Dictate no keyboard")],
)
def test_a_refusal_is_told_and_not_asked_again(
    bus: PrivateBus, tokens: TokenFile, script: Script, words: str
) -> None:
    with MockPortal(bus.env, script) as portal, keyboard(tokens) as keys:
        for _ in range(2):
            with pytest.raises(TypingFailed, match=words):
                keys.type_text("x")
        assert portal.called().count("Start") == 1
    assert tokens.read() == ""


def test_an_open_question_holds_up_neither_a_text_nor_the_end(
    bus: PrivateBus, tokens: TokenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dictate.output.portal_keyboard.ANSWER_S", 0.05)
    with MockPortal(bus.env, Script(answer=None)) as portal:
        with keyboard(tokens) as keys:
            with pytest.raises(TypingFailed, match="still asks"):
                keys.type_text("x")
            wait_until(portal.asks, "the question")
            portal.decide(ALLOW)
            wait_until(lambda: tokens.read() != "", "the permission")
            keys.type_text("x")
            assert portal.keys == strokes(ord("x"))
        with keyboard(tokens) as keys:
            keys.ask()
            wait_until(portal.asks, "the question")


def test_a_keyboard_taken_back_is_told_and_not_taken_again(
    bus: PrivateBus, tokens: TokenFile
) -> None:
    with MockPortal(bus.env) as portal, keyboard(tokens) as keys:
        keys.type_text("x")
        portal.close_session()
        for _ in range(2):
            with pytest.raises(TypingFailed, match="took the keyboard back"):
                keys.type_text("y")
        assert portal.called().count("Start") == 1


def test_a_portal_that_ended_is_asked_again_with_the_token(
    bus: PrivateBus, tokens: TokenFile
) -> None:
    with MockPortal(bus.env) as first, keyboard(tokens) as keys:
        keys.type_text("x")
        with MockPortal(bus.env, waits=True) as second:
            first.quit()
            with pytest.raises(TypingFailed, match="ended"):
                keys.type_text("y")
            keys.type_text("y")
            assert second.tokens == ["token 1"]
            assert second.keys == strokes(ord("y"))


def test_keys_that_are_refused_are_told(bus: PrivateBus, tokens: TokenFile) -> None:
    with MockPortal(bus.env) as portal, keyboard(tokens) as keys:
        keys.type_text("x")
        portal.script.refuses_keys = True
        with pytest.raises(TypingFailed) as caught:
            keys.type_text("y")
        assert not isinstance(caught.value, TypingInterrupted)


def test_a_bus_that_dies_within_a_text_tells_how_far_it_came(
    bus: PrivateBus, tokens: TokenFile
) -> None:
    with MockPortal(bus.env) as portal, keyboard(tokens) as keys:
        portal.after_keys = (4, bus.kill)
        with pytest.raises(TypingInterrupted) as caught:
            keys.type_text("abcdef")
        assert caught.value.typed == 2


def tool(name: str, code: int) -> KeyTool:
    call = Call((sys.executable, "-c", f"raise SystemExit({code})"))
    return KeyTool(name, lambda keys: call, probe=call)


@pytest.mark.parametrize(
    ("tools", "portal", "kind"),
    [
        ((), True, PortalKeyboard),
        ((tool("refused", 1),), True, PortalKeyboard),
        ((tool("refused", 1), tool("works", 0)), True, ToolKeyboard),
        ((tool("refused", 1),), False, ToolKeyboard),
    ],
)
def test_the_portal_is_taken_where_no_tool_works(
    bus: PrivateBus,
    empty_home: Path,
    monkeypatch: pytest.MonkeyPatch,
    tools: tuple[KeyTool, ...],
    portal: bool,
    kind: type,
) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    monkeypatch.setattr(tool_keyboard, "choose", lambda _installed: tools)
    with MockPortal(bus.env, Script(versions={REMOTE: 2} if portal else {})) as mock:
        opened = keyboard_choice.open_keyboard()
        assert type(opened) is kind
        opened.close()
        assert mock.called() == []


def test_texts_reach_the_window_through_keys_or_the_clipboard(
    bus: PrivateBus, empty_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Board:
        text = ""

        def read_text(self) -> str:
            return self.text

        def write_text(self, text: str) -> None:
            self.text = text

    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    monkeypatch.setenv("PATH", os.devnull)
    board = Board()
    outlets = Outlets(board)
    with MockPortal(bus.env) as portal:
        assert outlets.prepare(OutputMethod.AUTO, InjectedKeys()) is None
        chain = DeliveryChain(OutputSettings(paste_chord="ctrl+v"), outlets)
        assert chain.deliver("Yes.").method is OutputMethod.TYPE
        assert portal.keys == strokes(*map(ord, "Yes.")) and board.text == ""
        portal.keys.clear()
        assert chain.deliver("Größe").method is OutputMethod.PASTE
        assert board.text == "Größe"
        assert portal.keys == [(CTRL_L, 1), (V, 1), (V, 0), (CTRL_L, 0)]
        outlets.close()
