"""The settings: groups on the left, their rows on the right, a search over all of them.

The window only shows and asks; who made it changes the settings and shows what is then in force.
Groups are built when they are first looked at, and the others while nothing else is to be done, so
that the window opens at once.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from dictate.gui import front, icons, tab_order
from dictate.gui import settings_catalogue as catalogue
from dictate.gui.facts import ModelRow
from dictate.gui.hotkey_field import HotkeyField
from dictate.gui.quiet_label import QuietLabel
from dictate.gui.settings_choices import ModelField
from dictate.gui.settings_fields import OpaqueField, SettingField
from dictate.gui.settings_foot import SettingsFoot
from dictate.gui.settings_hotkeys_field import HotkeysField
from dictate.gui.settings_microphone import MicrophoneField
from dictate.gui.settings_profiles_field import ProfilesField
from dictate.gui.settings_row import SettingRow
from dictate.gui.settings_section import Section
from dictate.gui.settings_sources import Sources
from dictate.gui.translation import translate
from dictate.settings.schema import Settings

SIZE_PX = (860, 660)
LETTER_PX, LARGEST = 6, 1.3
"""The letters that the size is for, and how much wider larger ones make the window."""
LIST_WIDTH_PX = 180


class SettingsWindow(QWidget):
    """Not modal: dictation goes on while it is open."""

    chosen = Signal(str, object)
    """A key and a good value for it."""
    reset_wanted = Signal(object)
    """A tuple of keys; empty for all."""
    import_wanted = Signal(object)
    export_wanted = Signal(object)
    """A Path."""
    file_wanted = Signal()
    """To see the settings file itself."""
    record_wanted = Signal(object)
    """A HotkeyField."""
    look_wanted = Signal(object)
    """A ProfilesField: at the window that has the keyboard now."""

    def __init__(self, sources: Sources) -> None:
        super().__init__()
        self._sources = sources
        self._settings = Settings()
        self._models: tuple[ModelRow, ...] = ()
        self._microphones: tuple[str, ...] = ()
        self._sections: dict[str, Section] = {}
        self.groups = catalogue.groups()
        self.setWindowTitle(translate("Settings", "Settings of Dictate"))
        self.setWindowIcon(icons.program_icon())
        letter_px, (width_px, height_px) = self.fontMetrics().averageCharWidth(), SIZE_PX
        larger = max(1.0, min(letter_px / LETTER_PX, LARGEST))
        front.give_size(self, round(width_px * larger), height_px)
        self._make_parts()
        self._lay_out()
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._build_next)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(
            self.search.setFocus
        )
        self.list.setCurrentRow(0)

    # -- what is shown -----------------------------------------------------------------------------

    def show_settings(self, settings: Settings) -> None:
        """Show what is in force."""
        self._settings = settings
        for section in self._sections.values():
            section.show_settings(settings)
        self.foot.reset_all.setEnabled(settings != Settings())

    def show_models(self, models: tuple[ModelRow, ...]) -> None:
        """Offer the models of this machine."""
        self._models = models
        for field in self._fields():
            if isinstance(field, ModelField):
                field.show_models(models)

    def show_microphones(self, names: tuple[str, ...]) -> None:
        """Offer the microphones of this machine."""
        self._microphones = names
        for field in self._fields():
            if isinstance(field, MicrophoneField):
                field.show_microphones(names)

    def tell(self, words: str) -> None:
        """Say what was done, at the foot."""
        self.foot.tell(words)

    def row(self, key: str) -> SettingRow:
        """Return the row of a setting."""
        group = next(g for g in self.groups if any(item.name == key for item in g.items))
        return self.section(group.name).rows[key]

    def show_group(self, name: str) -> None:
        """Go to a group."""
        names = [group.name for group in self.groups]
        self.search.clear()
        self.list.setCurrentRow(names.index(name))

    @property
    def is_complete(self) -> bool:
        """Whether every group is built."""
        return len(self._sections) == len(self.groups)

    # -- parts -------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("Settings", "Search all settings"))
        self.search.setAccessibleName(translate("Settings", "Search all settings"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _text: self._show_found())
        self.list = QListWidget()
        self.list.setAccessibleName(translate("Settings", "Groups"))
        self.list.setSpacing(3)
        for group in self.groups:
            self.list.addItem(QListWidgetItem(group.title))
        bar_px = self.list.verticalScrollBar().sizeHint().width()
        wanted_px = self.list.sizeHintForColumn(0) + bar_px + 4 * self.list.spacing()
        self.list.setFixedWidth(max(LIST_WIDTH_PX, wanted_px))
        self.list.currentRowChanged.connect(self._on_group)
        self.list.itemClicked.connect(lambda _item: self.search.clear())
        self.page = QWidget()
        self.page_layout = QVBoxLayout(self.page)
        self.page_layout.setContentsMargins(12, 4, 16, 4)
        self.nothing = QuietLabel(translate("Settings", "No setting has these words."))
        self.nothing.hide()
        self.page_layout.addWidget(self.nothing)
        self.page_layout.addStretch(1)
        self.view = QScrollArea()
        self.view.setWidgetResizable(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its rows have the keyboard
        self.view.setWidget(self.page)
        self.foot = SettingsFoot()
        self.foot.import_wanted.connect(self.import_wanted)
        self.foot.export_wanted.connect(self.export_wanted)
        self.foot.file_wanted.connect(self.file_wanted)
        self.foot.reset_wanted.connect(lambda: self.reset_wanted.emit(()))
        self.foot.close_wanted.connect(self.close)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        self.search.setFixedWidth(self.list.width())
        middle = QHBoxLayout()
        middle.addLayout(left)
        middle.addWidget(self.view, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(middle, 1)
        layout.addWidget(self.foot)

    # -- groups and search -------------------------------------------------------------------------

    def section(self, name: str) -> Section:
        """Return the section of a group, made if need be."""
        if name not in self._sections:
            group = next(g for g in self.groups if g.name == name)
            section = Section(group, self._sources)
            section.hide()
            section.chosen.connect(self.chosen)
            section.reset_wanted.connect(self.reset_wanted)
            names = [g.name for g in self.groups]
            before = sum(names.index(other) < names.index(name) for other in self._sections)
            self.page_layout.insertWidget(before, section)
            self._sections[name] = section
            section.show_settings(self._settings)
            for row in section.rows.values():
                self._supply(row.field)
        return self._sections[name]

    @Slot(object)
    def _supply(self, field: SettingField) -> None:
        if isinstance(field, ModelField):
            field.show_models(self._models)
        elif isinstance(field, MicrophoneField):
            field.show_microphones(self._microphones)
        elif isinstance(field, OpaqueField):
            field.file_wanted.connect(self.file_wanted)
        elif isinstance(field, HotkeyField):
            field.record_wanted.connect(lambda: self.record_wanted.emit(field))
        elif isinstance(field, HotkeysField):
            field.record_wanted.connect(self.record_wanted)
            field.grown.connect(self._idle.start)
            field.grown.connect(lambda: self._show_whole(field.add))
        elif isinstance(field, ProfilesField):
            field.look_wanted.connect(lambda: self.look_wanted.emit(field))
            field.field_made.connect(self._supply)
            field.field_made.connect(lambda _: self._idle.start())
            field.grown.connect(self._idle.start)

    def _show_whole(self, widget: QWidget) -> None:
        """Scroll to what has just come; only then is it known where it stands."""
        if widget.isVisible():
            QTimer.singleShot(0, widget, lambda: self.view.ensureWidgetVisible(widget))

    def _fields(self) -> Iterator[SettingField]:
        for section in self._sections.values():
            for row in section.rows.values():
                yield row.field
                if isinstance(row.field, ProfilesField):
                    yield from row.field.fields()

    @Slot(int)
    def _on_group(self, _row: int) -> None:
        if self.search.text():
            self.search.clear()  # which shows the group
        else:
            self._show_found()

    def _show_found(self) -> None:
        query = self.search.text().strip()
        current = self.list.currentRow()
        found = 0
        for number, group in enumerate(self.groups):
            is_wanted = bool(query) or number == current
            if is_wanted:
                count = self.section(group.name).narrow(query)
                found += count
                self._sections[group.name].setVisible(count > 0)
            elif group.name in self._sections:
                self._sections[group.name].hide()
        self._mark_group(is_searching=bool(query))
        self.nothing.setVisible(not found)
        self.view.verticalScrollBar().setValue(0)
        self._idle.start()

    def _mark_group(self, *, is_searching: bool) -> None:
        """Mark the group that is seen; what a search finds is of all."""
        item = self.list.currentItem()
        if item is not None:
            item.setSelected(not is_searching)

    @Slot()
    def _build_next(self) -> None:
        self._idle.stop()
        missing = next((g.name for g in self.groups if g.name not in self._sections), None)
        if missing is not None:
            self.section(missing)
            self._idle.start()
        else:
            tab_order.follow_layouts(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """End the search with Escape, else the window."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.search.text():
            self.search.clear()
        else:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Take what is still being typed."""
        for field in self._fields():
            field.settle()
        super().closeEvent(event)
