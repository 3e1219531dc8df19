"""Renders the menu model: a QMenu that is updated in place, also while it is open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from dictate.gui.menu_model import Action, Entry, Line, Separator, Submenu
from dictate.gui.translation import translate


class MenuView(QObject):
    """The menu of tray and window."""

    chosen = Signal(object)
    """An Action."""
    opened = Signal()
    closed = Signal()
    part_opened = Signal(object)
    """A Part: a submenu is about to be shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.menu = QMenu()
        self.menu.setToolTipsVisible(True)
        self.menu.setAccessibleName(translate("Menu", "Dictate"))
        self.menu.aboutToShow.connect(self.opened)
        self.menu.aboutToHide.connect(self.closed)
        self._lines: tuple[Line, ...] = ()

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Make the menu say ``lines``; what stays the same is not touched."""
        if lines != self._lines:
            self._fill(self.menu, lines, self._lines)
            self._lines = lines

    def _fill(self, menu: QMenu, lines: Sequence[Line], before: Sequence[Line]) -> None:
        if _shape(lines) != _shape(before):
            _empty(menu)
            self._build(menu, lines)
            return
        for action, line, old in zip(menu.actions(), lines, before, strict=True):
            if line == old:
                continue
            if isinstance(line, Submenu) and isinstance(old, Submenu):
                self._fill(_submenu(action), line.entries, old.entries)
            elif isinstance(line, Entry):
                self._say(action, line)

    def _build(self, menu: QMenu, lines: Sequence[Line]) -> None:
        group = QActionGroup(menu)
        for line in lines:
            match line:
                case Separator():
                    menu.addSeparator()
                case Submenu(part, text, entries):
                    below = menu.addMenu(text)
                    below.setToolTipsVisible(True)
                    below.aboutToShow.connect(partial(self.part_opened.emit, part))
                    self._build(below, entries)
                case Entry():
                    action = menu.addAction("")
                    action.triggered.connect(partial(self._choose, action))
                    if line.checked is not None:
                        action.setCheckable(True)
                        group.addAction(action)
                    self._say(action, line)

    def _say(self, action: QAction, line: Entry) -> None:
        action.setText(line.text)
        action.setToolTip(line.hint)
        action.setEnabled(line.action is not None)
        action.setData(line.action)
        if line.checked is not None:
            action.setChecked(line.checked)

    def _choose(self, action: QAction, _checked: bool = False) -> None:
        wanted = action.data()
        if isinstance(wanted, Action):
            self.chosen.emit(wanted)


def _shape(lines: Sequence[Line]) -> tuple[object, ...]:
    """What must be the same for a menu to be updated in place."""
    return tuple(
        (line.part, line.text)
        if isinstance(line, Submenu)
        else line.checked is None
        if isinstance(line, Entry)
        else "separator"
        for line in lines
    )


def _submenu(action: QAction) -> QMenu:
    menu: QWidget | QObject | None = action.menu()
    assert isinstance(menu, QMenu)  # built from a Submenu
    return menu


def _empty(menu: QMenu) -> None:
    """Remove everything; QMenu.clear() would leave submenus and groups behind as children."""
    for action in menu.actions():
        below = action.menu()
        menu.removeAction(action)
        if isinstance(below, QMenu):
            below.deleteLater()
        else:
            action.deleteLater()
    for group in menu.findChildren(QActionGroup):
        group.deleteLater()
