"""The hotkey through the portal, as desktops answer it: well, badly, late, and not at all."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dictate.errors import HotkeyUnavailable
from dictate.hotkey import binding, rules
from dictate.hotkey.heard import Heard
from dictate.hotkey.portal_hotkey import PortalHotkey, is_there
from dictate.hotkey.rules import Bound, Errand, Rules
from dictate.hotkey.watcher import HotkeyAction, HotkeyWatcher
from dictate.hotkey.wayland_hotkey import Way, WaylandHotkey
from dictate.settings.bindings import ExtraBinding
from dictate.settings.schema import HotkeySettings
from tests.desktop.bus import PrivateBus
from tests.desktop.portal import ALLOW, DENY, FAIL, SHORTCUTS, MockPortal, Script
from tests.desktop.screen import wait_until

LIMIT_S = 5.0
ESC = binding.parse("esc")


class Ears:
    """What a listener hears and tells."""

    def __init__(self, keys: str = "ctrl+alt+d") -> None:
        self.heard: queue.SimpleQueue[Heard] = queue.SimpleQueue()
        self.keys: queue.SimpleQueue[tuple[str, bool]] = queue.SimpleQueue()
        made = Rules(
            (Bound(binding.parse(keys)), Bound(binding.parse("f12"), profile="german")), ESC
        )
        self.listener = PortalHotkey(made, self.heard.put)

    def on_key(self, key: str, is_down: bool, _at_s: float) -> None:
        self.keys.put((key, is_down))

    def told(self) -> Heard:
        return self.heard.get(timeout=LIMIT_S)

    def next_keys(self, count: int) -> set[tuple[str, bool]]:
        return {self.keys.get(timeout=LIMIT_S) for _ in range(count)}


@contextmanager
def listening(keys: str = "ctrl+alt+d") -> Iterator[Ears]:
    ears = Ears(keys)
    ears.listener.start(ears.on_key)
    try:
        yield ears
    finally:
        ears.listener.close()
        ears.listener.close()


@pytest.mark.parametrize("as_path", [False, True])
def test_press_and_release_come_through(bus: PrivateBus, as_path: bool) -> None:
    with MockPortal(bus.env, Script(session_as_path=as_path)) as portal, listening() as ears:
        assert ears.told() == Heard(trigger="Alt+Super+D")
        portal.press("dictate")
        assert ears.next_keys(3) == {("ctrl", True), ("alt", True), ("d", True)}
        portal.press("some other program's")
        portal.release("dictate")
        assert ears.next_keys(3) == {("ctrl", False), ("alt", False), ("d", False)}
        portal.press("dictate-2")
        assert ears.next_keys(1) == {("f12", True)}
        portal.press("cancel")
        assert ears.next_keys(1) == {("esc", True)}


def test_a_portal_that_talks_nonsense_is_still_listened_to(bus: PrivateBus) -> None:
    with MockPortal(bus.env) as portal, listening() as ears:
        assert ears.told().trigger
        portal.talk_nonsense()
        portal.press("dictate-2")
        assert ears.next_keys(1) == {("f12", True)}


@pytest.mark.parametrize(
    ("keys", "asked"),
    [("ctrl+alt+d", "CTRL+ALT+d"), ("f9", "F9"), ("ctrl_r", "LOGO+ALT+d"), ("cmd+,", "LOGO+comma")],
)
def test_the_desktop_is_asked_for_the_key_of_the_settings(
    bus: PrivateBus, keys: str, asked: str
) -> None:
    with MockPortal(bus.env) as portal, listening(keys) as ears:
        ears.told()
        call = next(call for call in portal.calls if call.member == "BindShortcuts")
        shortcuts = dict(call.body[1])
        assert shortcuts["dictate"]["preferred_trigger"] == ("s", asked)
        assert shortcuts["dictate-2"] == {
            "description": ("s", "Dictate: speak (german)"),
            "preferred_trigger": ("s", "F12"),
        }
        assert "preferred_trigger" not in shortcuts["cancel"], "Escape is for everybody"


def test_keys_for_other_than_speaking_have_names_of_their_own(bus: PrivateBus) -> None:
    settings = HotkeySettings("f9", undo="f7", again="alt_r", bindings=(ExtraBinding("f10"),))
    made, _ = rules.read(settings)
    heard: queue.SimpleQueue[Heard] = queue.SimpleQueue()
    done: queue.SimpleQueue[Errand | None] = queue.SimpleQueue()
    watcher = HotkeyWatcher(
        PortalHotkey(made, heard.put), settings, act=lambda action: done.put(action.hotkey.errand)
    )
    with MockPortal(bus.env) as portal:
        watcher.start()
        try:
            heard.get(timeout=LIMIT_S)
            call = next(call for call in portal.calls if call.member == "BindShortcuts")
            shortcuts = dict(call.body[1])
            assert list(shortcuts) == ["dictate", "dictate-2", "undo", "again", "cancel"]
            assert shortcuts["undo"] == {
                "description": ("s", "Dictate: take the last text back"),
                "preferred_trigger": ("s", "F7"),
            }
            assert "preferred_trigger" not in shortcuts["again"], "no lone modifier"
            for name in ("undo", "again"):
                portal.press(name)
                portal.release(name)
                assert done.get(timeout=LIMIT_S) == name
        finally:
            watcher.close()


@pytest.mark.parametrize("registers", [True, False])
def test_the_desktop_is_told_who_asks(bus: PrivateBus, empty_home: Path, registers: bool) -> None:
    with MockPortal(bus.env, Script(registers=registers)) as portal, listening() as ears:
        assert ears.told().trigger
        first = portal.calls[0]
        assert (first.member, first.body[0]) == ("Register", "io.github.dictate.Dictate")
    assert list((empty_home / ".local/share/applications").iterdir())


def test_only_looking_leaves_nothing_behind(bus: PrivateBus, empty_home: Path) -> None:
    with MockPortal(bus.env) as portal:
        assert is_there()
        assert portal.calls[0].member == "Get"
    assert not (empty_home / ".local/share/applications").exists()


def test_a_hold_becomes_a_start_and_a_stop(bus: PrivateBus) -> None:
    actions: queue.SimpleQueue[HotkeyAction] = queue.SimpleQueue()
    settings = HotkeySettings(binding="f9")
    ears = Ears("f9")
    watcher = HotkeyWatcher(ears.listener, settings, lambda action, _at_s: actions.put(action))
    with MockPortal(bus.env) as portal:
        watcher.start()
        try:
            ears.told()
            portal.press("dictate")
            assert actions.get(timeout=LIMIT_S) is HotkeyAction.START
            portal.release("dictate")
            assert actions.get(timeout=LIMIT_S) in (HotkeyAction.STOP, HotkeyAction.CANCEL)
        finally:
            watcher.close()


def test_the_answer_of_the_user_may_take_its_time(bus: PrivateBus) -> None:
    with MockPortal(bus.env, Script(answer=None)) as portal, listening() as ears:
        wait_until(portal.asks, "the question")
        assert ears.heard.empty()
        portal.decide(ALLOW)
        assert ears.told().trigger


def test_a_question_still_open_does_not_hold_up_the_end(bus: PrivateBus) -> None:
    with MockPortal(bus.env, Script(answer=None)) as portal, listening():
        wait_until(portal.asks, "the question")


@pytest.mark.parametrize(("code", "words"), [(DENY, "You said no"), (FAIL, "desktop said no")])
def test_a_refusal_is_told(bus: PrivateBus, code: int, words: str) -> None:
    with MockPortal(bus.env, Script(answer=code)), listening() as ears:
        problem = ears.told().problem
        assert problem is not None and words in problem.message


def test_a_desktop_that_gives_no_key_is_told_and_may_give_one_later(bus: PrivateBus) -> None:
    with MockPortal(bus.env, Script(trigger="")) as portal, listening() as ears:
        problem = ears.told().problem
        assert problem is not None and "keyboard settings" in problem.next_step
        portal.change("Meta+F9")
        assert ears.told() == Heard(trigger="Meta+F9")


def test_no_bus_no_portal_and_an_old_portal_are_refused(
    bus: PrivateBus, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused() -> str:
        ears = Ears()
        with pytest.raises(HotkeyUnavailable) as caught:
            ears.listener.start(ears.on_key)
        assert not is_there()
        return caught.value.message

    assert "no portal for GlobalShortcuts" in refused()
    with MockPortal(bus.env, Script(versions={})):
        assert "no portal for GlobalShortcuts" in refused()
    with MockPortal(bus.env, Script(versions={SHORTCUTS: 0})):
        assert "too old" in refused()
    with MockPortal(bus.env):
        assert is_there()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    assert "no session bus" in refused()


def test_a_permission_taken_back_ends_a_hold_and_is_told(bus: PrivateBus) -> None:
    with MockPortal(bus.env) as portal, listening("f9") as ears:
        ears.told()
        portal.press("dictate")
        assert ears.next_keys(1) == {("f9", True)}
        portal.close_session()
        assert ears.next_keys(1) == {("f9", False)}
        problem = ears.told().problem
        assert problem is not None and "took the hotkey back" in problem.message


def test_a_portal_that_starts_anew_is_asked_anew(bus: PrivateBus) -> None:
    with MockPortal(bus.env) as first, listening("f9") as ears:
        ears.told()
        first.press("dictate")
        ears.next_keys(1)
        with MockPortal(bus.env, Script(trigger="F9"), waits=True) as second:
            first.quit()  # and the second has its name at once
            assert ears.next_keys(1) == {("f9", False)}
            assert ears.told() == Heard(trigger="F9")
            second.press("dictate")
            assert ears.next_keys(1) == {("f9", True)}


def test_a_portal_that_does_not_come_back_is_told(bus: PrivateBus) -> None:
    with MockPortal(bus.env) as portal, listening("f9") as ears:
        ears.told()
        portal.quit()
        problem = ears.told().problem
        assert problem is not None and "no portal" in problem.message


def test_a_bus_that_dies_is_told(bus: PrivateBus) -> None:
    portal = MockPortal(bus.env)
    with portal, listening() as ears:
        ears.told()
        bus.kill()
        problem = ears.told().problem
        assert problem is not None and "no session bus" in problem.message


class Devices:
    """The kernel's devices: a listener that works or is refused."""

    def __init__(self, works: bool) -> None:
        self.works = works
        self.running = False

    def start(self, on_key: object) -> None:
        if not self.works:
            raise HotkeyUnavailable("Not permitted.")
        self.running = True

    def close(self) -> None:
        self.running = False


@pytest.mark.parametrize("works", [True, False])
def test_a_refusal_by_the_user_leads_to_the_next_way(bus: PrivateBus, works: bool) -> None:
    heard: queue.SimpleQueue[Heard] = queue.SimpleQueue()
    devices = Devices(works)
    f9 = Rules((Bound(binding.parse("f9")),), ESC)
    ways = [
        Way("portal", lambda report: PortalHotkey(f9, report)),
        Way("devices", lambda _report: devices),
    ]
    settings = HotkeySettings(binding="f9")
    listener = WaylandHotkey(settings, heard.put, ways, {"SWAYSOCK": "x"})
    with MockPortal(bus.env, Script(answer=DENY)):
        listener.start(lambda _key, _is_down, _at_s: None)
        told = heard.get(timeout=LIMIT_S)
        assert devices.running is works
        if works:
            assert told == Heard()
        else:
            assert told.problem is not None and "sway/config" in told.problem.next_step
        listener.close()
    assert not devices.running
