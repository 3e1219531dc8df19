"""Profiles and further hotkeys are made and changed in the settings window."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QComboBox, QPushButton, QWidget

from dictate.gui import settings_profiles as doing
from dictate.gui import settings_transfer as transfer
from dictate.gui.settings_hotkeys_field import HotkeysField
from dictate.gui.settings_profile_form import GroupPart, ProfileRow
from dictate.gui.settings_profiles_field import ProfilesField
from dictate.output.window import Window
from dictate.settings import store
from dictate.settings.bindings import ExtraBinding
from dictate.settings.choices import HotkeyMode
from dictate.settings.profiles import Profile
from dictate.settings.schema import Settings
from tests.gui.test_settings_window import Room, key, keys, room, write

__all__ = ["room"]  # a fixture

MAIL = Profile(window_class=("thunderbird",), overrides={"engine.language": "de"})


def use(room: Room, *bindings: ExtraBinding, **profiles: Profile) -> None:
    settings = store.replace_whole(room.program.settings, "profiles", OrderedDict(profiles))
    room.program.settings = store.replace_whole(settings, "hotkey.bindings", bindings)
    room.desk.refresh()


def profiles(room: Room) -> ProfilesField:
    found = room.field("profiles")
    assert isinstance(found, ProfilesField)
    found.is_sure = lambda *_: True
    room.window.show_group("profiles")
    return found


def hotkeys(room: Room) -> HotkeysField:
    found = room.field("hotkey.bindings")
    assert isinstance(found, HotkeysField)
    room.window.show_group("hotkey")
    return found


def wait_for(room: Room, **wanted: Profile) -> None:
    def is_so() -> bool:
        shown = room.window.row("profiles")._value
        return room.program.settings.profiles == shown == OrderedDict(wanted)

    room.qtbot.waitUntil(is_so)


def row(field: ProfilesField, name: str) -> ProfileRow:
    fold = field.form.folds[name.partition(".")[0]]
    fold.open()
    assert isinstance(fold.content, GroupPart)
    return fold.content.rows[name]


# -- profiles --------------------------------------------------------------------------------------


def test_a_profile_is_made_named_and_filled(room: Room) -> None:
    field = profiles(room)
    assert field.nothing.isVisible() and not field.form.isVisible()
    field.add.click()
    assert field.form.name.text() == "profile"
    field.form.name.selectAll()
    keys(field.form.name, "mail")
    key(field.form.name, Qt.Key.Key_Return)
    wait_for(room, mail=Profile())
    language = row(field, "engine.language").field.findChild(QComboBox)
    assert language is not None
    language.setCurrentIndex(language.findData("de"))
    language.activated.emit(language.currentIndex())
    wait_for(room, mail=Profile(overrides={"engine.language": "de"}))
    assert field.form.folds["engine"].head.text() == "Recognition (1 set)"
    write(field.form.windows.grid, 0, 0, "thunderbird")
    wait_for(room, mail=MAIL)


def test_what_a_profile_does_not_say_is_as_in_general_and_goes_back_to_it(room: Room) -> None:
    use(room, mail=MAIL)
    room.use("engine.beam_size", 3)
    field = profiles(room)
    beam, language = row(field, "engine.beam_size"), row(field, "engine.language")
    assert beam.is_default and not beam.label.font().bold()
    assert beam.field.box.text() == "3"  # type: ignore[attr-defined]
    assert not language.is_default and language.label.font().bold()
    language.reset.click()
    wait_for(room, mail=replace(MAIL, overrides={}))
    assert language.is_default
    room.use("engine.language", "en")
    assert language.field.box.currentText().startswith("English")


def test_a_bad_name_is_told_while_it_is_typed_and_never_taken(room: Room) -> None:
    use(room, mail=MAIL, chat=Profile())
    form = profiles(room).form
    form.name.selectAll()
    keys(form.name, "chat")
    assert "called so" in form.name_problem.text()
    keys(form.name, " x")
    assert "no blanks" in form.name_problem.text()
    key(form.name, Qt.Key.Key_Return)
    room.window.close()
    assert "change" not in room.program.calls


def test_a_bad_value_within_a_profile_is_told_and_never_taken(room: Room) -> None:
    use(room, mail=MAIL)
    submit = row(profiles(room), "output.submit_key")
    line = submit.field.line  # type: ignore[attr-defined]
    keys(line, "entre")
    assert "a key or chord" in submit.problem.text()
    key(line, Qt.Key.Key_Return)
    assert "change" not in room.program.calls
    line.selectAll()
    keys(line, "enter")
    key(line, Qt.Key.Key_Return)
    said = {"engine.language": "de", "output.submit_key": "enter"}
    wait_for(room, mail=replace(MAIL, overrides=said))


def test_profiles_are_duplicated_moved_and_removed(room: Room) -> None:
    use(room, mail=MAIL, chat=Profile(private=True))
    field = profiles(room)
    field.duplicate.click()
    wait_for(room, **{"mail": MAIL, "chat": Profile(private=True), "mail-2": MAIL})
    assert field.chosen_name == "mail-2"
    key(field.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    field.up.click()
    wait_for(room, **{"mail-2": MAIL, "mail": MAIL, "chat": Profile(private=True)})
    assert not field.up.isEnabled()
    key(field.list, Qt.Key.Key_Delete)
    wait_for(room, mail=MAIL, chat=Profile(private=True))
    assert field.chosen_name == "mail"


def test_a_profile_with_something_in_it_goes_only_when_one_is_sure(room: Room) -> None:
    use(room, ExtraBinding("f9", profile="mail"), mail=MAIL)
    field = profiles(room)
    asked: list[str] = []

    def answer(_window: object, question: str, more: str) -> bool:
        asked.append(f"{question} {more}")
        return False

    field.is_sure = answer
    field.remove.click()
    assert "mail" in asked[0] and "F9" in asked[0]
    assert "change" not in room.program.calls


def test_another_name_is_followed_by_the_hotkeys(room: Room) -> None:
    use(room, ExtraBinding("f9", profile="mail"), mail=MAIL)
    room.use("hotkey.profile", "mail")
    form = profiles(room).form
    assert "F9" in form.used.text()
    form.name.selectAll()
    keys(form.name, "post")
    key(form.name, Qt.Key.Key_Return)
    wait_for(room, post=MAIL)
    hotkey = room.program.settings.hotkey
    assert (hotkey.profile, hotkey.bindings[0].profile) == ("post", "post")
    profiles(room).remove.click()
    wait_for(room)
    assert room.program.settings.hotkey.profile == ""


def test_a_private_profile_shows_what_it_switches_off(room: Room) -> None:
    use(room, mail=MAIL)
    field = profiles(room)
    clean_up = row(field, "llm.when")
    switch = field.form.private.field.findChild(QAbstractButton)
    assert switch is not None
    switch.click()
    wait_for(room, mail=replace(MAIL, private=True))
    assert not clean_up.field.isEnabled() and "private" in clean_up.state.text()


def test_a_number_typed_last_belongs_to_the_profile_it_was_typed_for(room: Room) -> None:
    use(room, mail=MAIL, chat=Profile())
    field = profiles(room)
    row(field, "engine.beam_size").field.box.stepBy(1)  # type: ignore[attr-defined]
    field.list.setCurrentRow(1)
    said = {"engine.language": "de", "engine.beam_size": 6}
    wait_for(room, mail=replace(MAIL, overrides=said), chat=Profile())
    assert field.form.name.text() == "chat"


def test_the_window_in_front_is_looked_at_and_chosen(room: Room) -> None:
    use(room, mail=Profile())
    room.front.append(Window(("Navigator", "firefox"), title="News", programs=("/usr/bin/ff",)))
    windows = profiles(room).form.windows
    windows.pick.setFocus()
    windows.look_wanted.emit()  # the count-down is over
    room.qtbot.waitUntil(lambda: len(windows.findChildren(QPushButton)) > 1)
    focus = room.window.focusWidget()
    assert isinstance(focus, QPushButton) and focus.toolTip() == "firefox"
    offers = {b.toolTip(): b for b in windows.findChildren(QPushButton) if b.toolTip()}
    assert list(offers) == ["firefox", "ff", "News"]
    offers["firefox"].click()
    wait_for(room, mail=Profile(window_class=("firefox",)))
    offers["News"].click()
    wait_for(room, mail=Profile(window_class=("firefox",), title=("News",)))
    room.front.append(Window(("dictate", "Dictate")))
    windows.look_wanted.emit()
    room.qtbot.waitUntil(lambda: "window of Dictate" in windows.seen.text())
    room.front.append(None)
    windows.look_wanted.emit()
    room.qtbot.waitUntil(lambda: "No window" in windows.seen.text())


def test_the_count_down_tells_to_go_to_the_window(room: Room) -> None:
    use(room, mail=Profile())
    windows = profiles(room).form.windows
    windows.pick.click()
    assert "3" in windows.pick.text()
    profiles(room).add.click()  # another profile: nobody looks any more
    assert "3" not in windows.pick.text()


def test_patterns_are_kept_by_column(room: Room) -> None:
    use(room, mail=MAIL)
    grid = profiles(room).form.windows.grid
    write(grid, 0, 2, "*Inbox*")
    write(grid, 1, 0, "Evolution*")
    wait_for(
        room, mail=replace(MAIL, window_class=("thunderbird", "Evolution*"), title=("*Inbox*",))
    )
    grid.setCurrentCell(0, 0)
    write(grid, 0, 0, "")
    wait_for(room, mail=replace(MAIL, window_class=("Evolution*",), title=("*Inbox*",)))


def test_an_edit_spares_what_came_meanwhile(room: Room) -> None:
    use(room, mail=MAIL)
    before = room.program.settings.profiles
    edit = doing.Edit(before, doing.changed(before, "mail", replace(MAIL, private=True)))
    use(room, mail=replace(MAIL, title=("x",)), chat=Profile())
    after = transfer.with_change(room.program.settings, "profiles", edit)
    assert after.profiles == {
        "mail": replace(MAIL, title=("x",), private=True), "chat": Profile()
    }  # fmt: skip


def test_a_profile_taken_out_of_the_file_meanwhile_leaves_the_window(room: Room) -> None:
    use(room, mail=MAIL, chat=Profile())
    field = profiles(room)
    use(room, chat=Profile())
    assert field.chosen_name == "chat" and field.form.name.text() == "chat"
    use(room)
    assert not field.form.isVisible()


# -- further hotkeys -------------------------------------------------------------------------------


def bindings(room: Room, *wanted: ExtraBinding) -> None:
    def is_so() -> bool:
        shown = room.window.row("hotkey.bindings")._value
        return room.program.settings.hotkey.bindings == shown == wanted

    room.qtbot.waitUntil(is_so)


def choose(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_a_further_hotkey_is_made_changed_and_removed(room: Room) -> None:
    use(room, chat=Profile())
    field = hotkeys(room)
    field.add.click()
    (line,) = field.lines
    choose(line.mode, "tap")
    assert "change" not in room.program.calls  # it has no keys yet
    line.keys.take("f9")
    bindings(room, ExtraBinding("f9", HotkeyMode.TAP))
    choose(line.profile, "chat")
    bindings(room, ExtraBinding("f9", HotkeyMode.TAP, "chat"))
    field.lines[0].remove.click()
    bindings(room)
    assert field.nothing.isVisible()


def test_keys_that_cannot_work_are_told_and_not_taken(room: Room) -> None:
    use(room, ExtraBinding("f9"), ExtraBinding("f10"))
    field = hotkeys(room)
    line = field.lines[1].keys.line
    line.selectAll()
    keys(line, "f9")
    assert "F9 is in the way" in room.problem("hotkey.bindings")
    key(line, Qt.Key.Key_Return)
    line.selectAll()
    keys(line, "f99x")
    assert "no key called" in room.problem("hotkey.bindings")
    key(line, Qt.Key.Key_Return)
    assert "change" not in room.program.calls
    line.selectAll()
    keys(line, "f11")
    assert room.problem("hotkey.bindings") == ""
    key(line, Qt.Key.Key_Return)
    bindings(room, ExtraBinding("f9"), ExtraBinding("f11"))


def test_the_recorder_of_a_further_hotkey_knows_the_others(room: Room) -> None:
    use(room, ExtraBinding("f9", HotkeyMode.TAP), ExtraBinding("f10"))
    field = hotkeys(room)
    seen = field.lines[0].keys.seen_from(room.program.settings.hotkey)
    assert (seen.binding, seen.mode) == ("f9", HotkeyMode.TAP)
    assert [extra.binding for extra in seen.bindings] == [Settings().hotkey.binding, "f10"]


def test_the_lines_can_be_told_apart_by_name(room: Room) -> None:
    use(room, ExtraBinding("f9"), ExtraBinding("f10"), ExtraBinding("f11"))
    field = hotkeys(room)
    use(room, ExtraBinding("f9"), ExtraBinding("f11"))
    named = [(line.keys.line.accessibleName(), line.mode.accessibleName()) for line in field.lines]
    assert named == [(f"Further hotkey {n}", f"Further hotkey {n}: Way to press") for n in (1, 2)]


def test_a_draft_outlives_a_change_of_the_file(room: Room) -> None:
    field = hotkeys(room)
    field.add.click()
    use(room, ExtraBinding("f10"))
    assert [line.value.binding for line in field.lines] == ["f10", ""]


def test_the_profile_of_the_hotkey_is_chosen_among_those_there_are(room: Room) -> None:
    use(room, mail=MAIL)
    box = room.field("hotkey.profile").findChild(QComboBox)
    assert box is not None
    assert [box.itemText(at) for at in range(box.count())] == ["That of the window", "mail"]
    choose(box, "mail")
    room.wait_for("hotkey.profile", "mail")


def test_what_a_press_means_is_explained(room: Room) -> None:
    mode = room.field("hotkey.mode")
    room.use("hotkey.mode", "hands_free")
    assert mode.box.currentText() == "Hands-free"  # type: ignore[attr-defined]
    assert "silence stops" in mode.hint.text()  # type: ignore[attr-defined]


# -- resets, imports -------------------------------------------------------------------------------


@pytest.mark.parametrize("sure", [True, False])
def test_a_reset_asks_before_profiles_go(room: Room, sure: bool) -> None:
    use(room, ExtraBinding("f9"), mail=MAIL)
    asked: list[str] = []

    def answer(_window: object, _question: str, more: str) -> bool:
        asked.append(more)
        return sure

    room.desk.is_sure = answer
    room.window.row("profiles").reset.click()
    assert "mail" in asked[0]
    if sure:
        wait_for(room)
    room.window.reset_wanted.emit(())
    assert "f9" in asked[1]
    if sure:
        bindings(room)
    else:
        assert "change" not in room.program.calls


def test_an_import_brings_profiles_and_spares_what_it_does_not_name(tmp_path: Path) -> None:
    mine = store.replace_whole(Settings(), "profiles", {"mail": MAIL, "chat": Profile()})
    mine = store.replace_whole(mine, "hotkey.bindings", (ExtraBinding("f9"), ExtraBinding("f10")))
    mine = store.replace_value(mine, "engine.beam_size", 3)
    mine = store.replace_value(mine, "text.numbers", True)
    file = tmp_path / "theirs.toml"
    file.write_text(
        '[engine]\nbeam_size = "five"\n[[hotkey.bindings]]\nbinding = "f9"\nmode = "tap"\n'
        '[profiles.chat]\noutput.command = ["rm"]\n[profiles.new]\nprivate = true\nnope = 1\n'
    )
    found = transfer.load_foreign(file)
    changes = transfer.changed(mine, found)
    assert changes == {
        "profiles": {
            "mail": MAIL,
            "chat": Profile(overrides={"output.command": ("rm",)}),
            "new": Profile(private=True),
        },
        "hotkey.bindings": (ExtraBinding("f9", HotkeyMode.TAP), ExtraBinding("f10")),
    }
    words = transfer.import_words(changes, found)
    assert 'profiles.chat.output.command = ["rm"]' in words
    assert "engine.beam_size cannot be" in words and "profiles.new.nope" in words


def test_an_export_brings_everything_back(room: Room, tmp_path: Path) -> None:
    use(room, ExtraBinding("f9", profile="mail"), mail=MAIL)
    transfer.export(room.program.settings, tmp_path / "mine.toml")
    found = transfer.load_foreign(tmp_path / "mine.toml")
    assert found.settings == room.program.settings and not found.problems


# -- keyboard and screen readers -------------------------------------------------------------------


def reachable(room: Room) -> list[QWidget]:
    return [
        widget
        for widget in room.window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.objectName().startswith("qt_")
        and widget.window() is room.window  # no list that pops up
    ]


def test_every_control_tells_what_it_is(room: Room) -> None:
    use(room, ExtraBinding("f9"), mail=MAIL)
    for fold in profiles(room).form.folds.values():
        fold.open()
    hotkeys(room).add.click()
    nameless = []
    for widget in reachable(room):
        told = QAccessible.queryAccessibleInterface(widget)
        if told is None or not told.text(QAccessible.Text.Name).strip():
            nameless.append(widget)
    assert not nameless


def test_tab_goes_through_a_page_as_one_reads_it(room: Room) -> None:
    use(room, ExtraBinding("f9"), mail=MAIL)
    field = profiles(room)
    field.form.folds["engine"].open()
    room.qtbot.waitUntil(lambda: not room.window._idle.isActive())
    order: list[QWidget] = []
    widget = room.window.search.nextInFocusChain()
    while widget is not None and widget is not room.window.search:
        order.append(widget)
        widget = widget.nextInFocusChain()
    model = row(field, "engine.model").field.focusProxy()
    wanted: list[QWidget | None] = [
        room.window.list, hotkeys(room).lines[0].mode, hotkeys(room).add, field.list,
        field.add, field.form.name, field.form.windows.grid, field.form.folds["engine"].head,
        model, field.form.folds["text"].head, room.window.foot.bring, room.window.foot.shut,
    ]  # fmt: skip
    places = [order.index(one) for one in wanted if one is not None]
    assert places == sorted(places)
