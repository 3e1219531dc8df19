"""The settings window judges what is typed, applies what is chosen, shows what has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QTableWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dictate.errors import AudioError, MicrophoneBusy, SettingsError
from dictate.events import LevelMeasured
from dictate.gui import settings_transfer
from dictate.gui.chores import Chores
from dictate.gui.facts import ModelRow
from dictate.gui.settings_desk import SettingsDesk
from dictate.gui.settings_microphone import MicrophoneField
from dictate.gui.settings_sources import Sources
from dictate.gui.settings_tables import Grid, TableField
from dictate.gui.settings_window import SettingsWindow
from dictate.output.window import Window
from dictate.settings import salvage, store
from dictate.settings.schema import Settings
from tests.gui.conftest import MODELS
from tests.gui.scripted_program import ScriptedProgram


@dataclass
class Ear:
    """A microphone that is listened to."""

    device: str
    tell: Callable[[LevelMeasured], None]
    fail: Callable[[AudioError], None]
    is_closed: bool = False

    def close(self) -> None:
        self.is_closed = True


@dataclass
class Room:
    """The window with a program behind it."""

    program: ScriptedProgram
    desk: SettingsDesk
    qtbot: QtBot
    opened: list[str] = field(default_factory=list)
    ears: list[Ear] = field(default_factory=list)
    front: list[Window | None] = field(default_factory=list)
    """The window in front is the last one."""

    @property
    def window(self) -> SettingsWindow:
        assert self.desk.window is not None
        return self.desk.window

    def field(self, key: str) -> QWidget:
        return self.window.row(key).field

    def line(self, key: str) -> QLineEdit:
        found = self.field(key).findChild(QLineEdit)
        assert found is not None
        return found

    def problem(self, key: str) -> str:
        return self.window.row(key).problem.text()

    def value(self, key: str) -> object:
        return salvage.value_of(self.program.settings, key)

    def wait_for(self, key: str, value: object) -> None:
        self.qtbot.waitUntil(lambda: self.value(key) == value)

    def use(self, key: str, value: object) -> None:
        """Change a setting behind the window's back."""
        self.program.settings = store.replace_value(self.program.settings, key, value)
        self.desk.refresh()


def keys(widget: QWidget, text: str) -> None:
    QTest.keyClicks(widget, text)


def key(
    widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(widget, key, modifier)


def write(grid: Grid, row: int, column: int, text: str) -> None:
    cell = grid.item(row, column)
    if cell is None:
        cell = QTableWidgetItem()
        grid.setItem(row, column, cell)
    cell.setText(text)


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    chores = Chores()
    program = ScriptedProgram(lambda event: None)
    ears: list[Ear] = []
    opened: list[str] = []
    front: list[Window | None] = [None]

    def listen(
        device: str, tell: Callable[[LevelMeasured], None], fail: Callable[[AudioError], None]
    ) -> Ear:
        ears.append(Ear(device, tell, fail))
        return ears[-1]

    sources = Sources(
        lambda: MODELS,
        lambda: ("Desk", "Headset"),
        listen,
        lambda: None,
        bool,
        lambda: front[-1],
    )
    desk = SettingsDesk(program, chores, sources, lambda: opened.append("file"))
    desk.open()
    room = Room(program, desk, qtbot, opened, ears, front)
    qtbot.addWidget(room.window)
    qtbot.waitUntil(lambda: room.window.is_complete)
    yield room
    desk.close()
    chores.close()


def test_a_switch_and_a_choice_are_applied_at_once(room: Room) -> None:
    box = room.field("text.numbers").findChild(QAbstractButton)
    assert box is not None
    box.click()
    room.wait_for("text.numbers", True)
    combo = room.field("overlay.show").findChild(QComboBox)
    assert combo is not None
    combo.activated.emit(combo.findData("full"))
    room.wait_for("overlay.show", "full")
    room.qtbot.waitUntil(lambda: room.window.foot.said.text() == "In force and saved.")


def test_a_number_is_judged_as_it_is_typed_and_a_bad_one_never_applied(room: Room) -> None:
    spin = room.field("audio.max_take_s").findChild(QAbstractSpinBox)
    assert spin is not None
    spin.selectAll()
    keys(spin, "3")
    assert "5 to 7200" in room.problem("audio.max_take_s")
    keys(spin, "00")
    assert room.problem("audio.max_take_s") == ""
    key(spin, Qt.Key.Key_Return)
    room.wait_for("audio.max_take_s", 300.0)
    assert room.program.calls.count("change") == 1


def test_a_step_never_leaves_the_range(room: Room) -> None:
    room.use("engine.beam_size", 20)
    spin = room.field("engine.beam_size").findChild(QAbstractSpinBox)
    assert spin is not None
    spin.stepBy(5)
    assert spin.text() == "20"


def test_a_text_is_applied_when_one_is_done_with_it(room: Room) -> None:
    line = room.line("llm.endpoint")
    line.selectAll()
    keys(line, "http://")
    assert "an address such as" in room.problem("llm.endpoint")
    keys(line, "127.0.0.1:9/v1")
    assert room.problem("llm.endpoint") == ""
    assert room.value("llm.endpoint") == "ollama"
    key(line, Qt.Key.Key_Return)
    room.wait_for("llm.endpoint", "http://127.0.0.1:9/v1")


def test_what_was_typed_is_taken_when_the_window_closes(room: Room) -> None:
    line = room.line("hook.command")
    keys(line, "tidy 'a b'")
    room.window.close()
    room.wait_for("hook.command", ("tidy", "a b"))


def test_a_quote_that_is_not_closed_is_told(room: Room) -> None:
    keys(room.line("hook.command"), "tidy 'a")
    assert "quotation mark" in room.problem("hook.command")


def test_a_key_that_does_not_exist_is_told(room: Room) -> None:
    line = room.line("hotkey.binding")
    line.selectAll()
    keys(line, "ctrl_x")
    key(line, Qt.Key.Key_Return)
    assert 'no key called "ctrl_x"' in room.problem("hotkey.binding")
    assert "change" not in room.program.calls


def test_reset_of_one_setting_and_of_a_group(room: Room) -> None:
    room.use("engine.beam_size", 3)
    room.use("engine.decode_ahead", False)
    room.use("text.numbers", True)
    assert room.window.row("engine.beam_size").reset.isVisibleTo(
        room.window.row("engine.beam_size")
    )
    room.window.row("engine.beam_size").reset.click()
    room.wait_for("engine.beam_size", 5)
    assert room.value("engine.decode_ahead") is False
    room.window.show_group("engine")
    room.window.section("engine").reset.click()
    room.wait_for("engine.decode_ahead", True)
    assert room.value("text.numbers") is True


def test_reset_takes_away_what_was_typed_wrong(room: Room) -> None:
    line = room.line("llm.endpoint")
    keys(line, "nonsense")
    row = room.window.row("llm.endpoint")
    row.reset.click()
    room.qtbot.waitUntil(lambda: row.problem.text() == "" and "nonsense" not in line.text())


def test_a_change_of_the_file_appears_and_spares_what_is_being_typed(room: Room) -> None:
    line = room.line("remote.model")
    keys(line, "whi")
    room.use("engine.vocabulary", ["Grafana"])
    table = room.field("engine.vocabulary")
    assert isinstance(table, TableField)
    assert table.grid.rows() == [("Grafana",)]
    assert line.text() == "whi"


def test_a_search_shows_rows_of_all_groups_and_nothing_else(room: Room) -> None:
    room.window.search.setText("ollama")
    assert room.window.row("llm.endpoint").isVisible()
    assert not room.window.row("llm.timeout_s").isVisible()
    assert not room.window.row("hotkey.binding").isVisible()
    room.window.search.setText("no such thing")
    assert room.window.nothing.isVisible()
    key(room.window, Qt.Key.Key_Escape)
    assert room.window.search.text() == ""
    assert room.window.row("hotkey.binding").isVisible()


def test_a_click_on_a_group_ends_the_search_also_on_the_one_before_it(room: Room) -> None:
    room.window.show_group("audio")
    item = room.window.list.currentItem()
    assert item is not None
    room.window.search.setText("vocabulary")
    assert not item.isSelected()  # what is found is of all groups
    spot = room.window.list.visualItemRect(item).center()
    QTest.mouseClick(room.window.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert room.window.search.text() == ""
    assert item.isSelected()
    assert room.window.section("audio").isVisible()


def test_models_and_microphones_are_offered(room: Room) -> None:
    model = room.field("engine.model").findChild(QComboBox)
    device = room.field("audio.device").findChild(QComboBox)
    assert model is not None and device is not None
    room.qtbot.waitUntil(lambda: device.count() == 3 and model.count() == 2)
    room.window.show_models((ModelRow("small", 480, True),))
    model.activated.emit(model.findData("small"))
    model.setCurrentIndex(model.findData("small"))
    model.activated.emit(model.currentIndex())
    room.wait_for("engine.model", "small")
    room.use("audio.device", "Unplugged")
    assert "not connected" in device.currentText()


def test_the_level_runs_only_while_it_is_asked_for(room: Room) -> None:
    room.window.show_group("audio")
    audio = room.field("audio.device")
    assert isinstance(audio, MicrophoneField)
    assert room.ears == []
    audio.button.click()
    room.ears[0].tell(LevelMeasured(-20.0, -12.0, speech=True))
    room.qtbot.waitUntil(lambda: audio.meter.share > 0.5)
    room.use("audio.device", "Headset")
    assert [ear.device for ear in room.ears] == ["default", "Headset"]
    assert [ear.is_closed for ear in room.ears] == [True, False]
    room.ears[1].fail(MicrophoneBusy("It is in use.", "Close the other program."))
    room.qtbot.waitUntil(lambda: "in use" in room.problem("audio.device"))
    assert not audio.is_listening
    audio.button.click()
    room.window.hide()
    assert all(ear.is_closed for ear in room.ears)


def test_a_table_is_edited_in_place(room: Room) -> None:
    table = room.field("text.replacements")
    assert isinstance(table, TableField)
    grid = table.grid
    write(grid, 0, 1, "me@example.org")
    assert "is empty" in room.problem("text.replacements")
    write(grid, 0, 0, "my mail")
    room.wait_for("text.replacements", {"my mail": "me@example.org"})
    assert grid.rowCount() == 2
    write(grid, 1, 0, "bye")
    write(grid, 1, 1, "Regards,↵Me")
    room.wait_for("text.replacements", {"my mail": "me@example.org", "bye": "Regards,\nMe"})
    grid.setCurrentCell(1, 0)
    key(grid, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    room.qtbot.waitUntil(lambda: list(_table(room)) == ["bye", "my mail"])
    grid.setCurrentCell(0, 0)
    key(grid, Qt.Key.Key_Delete)
    room.wait_for("text.replacements", {"my mail": "me@example.org"})


def _table(room: Room) -> dict[str, str]:
    return dict(room.program.settings.text.replacements)


def test_tables_are_imported_and_exported(room: Room, tmp_path: Path) -> None:
    room.use("engine.vocabulary", ["Grafana"])
    table = room.field("engine.vocabulary")
    assert isinstance(table, TableField)
    (tmp_path / "more.csv").write_text("Kubernetes\nGrafana\n")
    table.add_file(tmp_path / "more.csv")
    room.wait_for("engine.vocabulary", ("Grafana", "Kubernetes"))
    table.write_file(tmp_path / "out.toml")
    assert store.load(tmp_path / "out.toml").settings.engine.vocabulary == ("Grafana", "Kubernetes")
    table.add_file(tmp_path / "none.csv")
    assert "cannot be read" in room.problem("engine.vocabulary")


def test_languages_are_ticked(room: Room) -> None:
    languages = room.field("engine.languages")
    room.use("engine.languages", ["de"])
    assert languages.list.item(0).text() == "Deutsch (de)"  # type: ignore[attr-defined]
    languages.list.item(1).setCheckState(Qt.CheckState.Checked)  # type: ignore[attr-defined]
    room.qtbot.waitUntil(lambda: len(room.program.settings.engine.languages) == 2)
    assert room.program.settings.engine.languages[0] == "de"


def test_everything_can_be_reached_and_is_named(room: Room) -> None:
    for group in room.window.groups:
        for item in group.items:
            widget = room.window.row(item.name).field.focusProxy()
            assert widget is not None, item.name
            assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, item.name
            assert widget.accessibleName(), item.name


# -- the whole file --------------------------------------------------------------------------------


def test_export_and_import_of_all_settings(room: Room, tmp_path: Path) -> None:
    room.use("text.numbers", True)
    room.window.export_wanted.emit(tmp_path / "mine.toml")
    room.qtbot.waitUntil(lambda: room.window.foot.said.text().startswith("Written"))
    found = settings_transfer.load_foreign(tmp_path / "mine.toml")
    assert found.settings == room.program.settings
    assert not found.problems


def test_an_import_says_what_it_changes_and_what_is_risky(tmp_path: Path) -> None:
    file = tmp_path / "theirs.toml"
    file.write_text(
        '[hook]\ncommand = ["rm", "-r"]\n[text]\nnumbers = true\nnope = 1\n[profiles.x]\n'
    )
    found = settings_transfer.load_foreign(file)
    changes = settings_transfer.changed(Settings(), found)
    assert list(changes) == ["text.numbers", "hook.command", "profiles"]
    words = settings_transfer.import_words(changes, found)
    assert "run a program" in words
    assert 'hook.command = ["rm", "-r"]' in words
    assert "There is no setting text.nope." in words


def test_a_file_that_is_no_settings_file_changes_nothing(room: Room, tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text("no toml")
    room.window.import_wanted.emit(tmp_path / "x.toml")
    room.qtbot.waitUntil(lambda: "is not TOML" in room.window.foot.said.text())
    room.window.import_wanted.emit(tmp_path / "gone.toml")
    room.qtbot.waitUntil(lambda: "There is no file" in room.window.foot.said.text())
    assert "change" not in room.program.calls


def test_a_file_that_says_the_same_changes_nothing(room: Room, tmp_path: Path) -> None:
    settings_transfer.export(replace(room.program.settings), tmp_path / "same.toml")
    room.window.import_wanted.emit(tmp_path / "same.toml")
    room.qtbot.waitUntil(lambda: "changes nothing" in room.window.foot.said.text())


class Shown(QObject):
    """Notes every window that comes up."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


def test_no_other_window_flashes_up_while_it_is_built(qapp: QApplication, qtbot: QtBot) -> None:
    shown = Shown()
    qapp.installEventFilter(shown)
    window = SettingsWindow(Sources(lambda: (), lambda: (), Ear, lambda: None, bool, lambda: None))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.is_complete)
    qapp.removeEventFilter(shown)
    assert shown.windows == ["SettingsWindow"]


# -- what goes wrong -------------------------------------------------------------------------------


def test_what_cannot_be_saved_is_said_and_in_force(room: Room) -> None:
    room.program.unsaved = SettingsError("The file is write-protected.", "Take that away.")
    box = room.field("text.numbers").findChild(QAbstractButton)
    assert box is not None
    box.click()
    room.wait_for("text.numbers", True)
    told = "In force, but not saved. The file is write-protected. Take that away."
    room.qtbot.waitUntil(lambda: room.window.foot.said.text() == told)
    assert box.isChecked()
    room.desk.refresh()
    assert room.window.foot.said.text() == told
    room.use("text.fillers", False)  # from the file, which is good again
    assert room.window.foot.said.text() == ""


def test_a_very_long_value_is_told_in_a_short_line(room: Room) -> None:
    for name in ("hotkey.binding", "llm.endpoint", "output.submit_key"):
        line = room.line(name)
        line.setText("x" * 30_000)
        line.textEdited.emit(line.text())
        key(line, Qt.Key.Key_Return)
        assert 0 < len(room.problem(name)) < 200, name
    assert "change" not in room.program.calls


def test_a_wrong_import_is_told_and_changes_nothing(room: Room, tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text('[engine]\nbeam_size = "five"\nnope = 1\n')
    room.window.import_wanted.emit(tmp_path / "x.toml")
    room.qtbot.waitUntil(lambda: "engine.beam_size cannot be" in room.window.foot.said.text())
    assert room.window.foot.said.text().startswith("This file changes nothing.")
    (tmp_path / "x.toml").write_bytes(b"\xff\xfe\x00")
    room.window.import_wanted.emit(tmp_path / "x.toml")
    room.qtbot.waitUntil(lambda: "not UTF-8" in room.window.foot.said.text())
    room.window.import_wanted.emit(tmp_path)
    room.qtbot.waitUntil(lambda: "cannot be read" in room.window.foot.said.text())
    assert "change" not in room.program.calls


def test_an_export_to_a_place_that_cannot_be_written_is_told(room: Room, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("# precious")
    (tmp_path / "mine.toml").chmod(0o444)
    room.window.export_wanted.emit(tmp_path / "mine.toml")
    room.qtbot.waitUntil(lambda: "write-protected" in room.window.foot.said.text())
    assert (tmp_path / "mine.toml").read_text() == "# precious"
