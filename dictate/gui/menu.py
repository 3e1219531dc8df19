"""Renders the menu model: a QMenu that is updated in place, also while it is open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QMenu, QWidget

from dictate.gui.menu_lines import Action, Entry, Line, Separator, Submenu
from dictate.gui.translation import translate

TEXT_SHARE = 0.62
"""How much of the text's colour is in a greyed line; the rest is ground (contrast about 5 to 1)."""
_TEXT = QPalette.ColorRole.WindowText


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
        self.menu.aboutToShow.connect(partial(_make_readable, self.menu))
        self.menu.aboutToShow.connect(self.opened)
        self.menu.aboutToHide.connect(self.closed)
        self._lines: tuple[Line, ...] = ()

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Make the menu say ``lines``; what stays the same is not touched."""
        if lines != self._lines:
            self._fill(self.menu, lines, self._lines)
            self._lines = lines

    def _fill(self, menu: QMenu, lines: Sequence[Line], before: Sequence[Line]) -> None:
        """Bring ``menu`` from ``before`` to ``lines``; only what differs in kind is built anew."""
        start, end = _same_ends(lines, before)
        kept_after = menu.actions()[len(before) - end :]
        for action in menu.actions()[start : len(before) - end]:
            _remove(menu, action)
        for line in lines[start : len(lines) - end]:
            self._insert(menu, kept_after[0] if kept_after else None, line)
        tail = len(lines) - end
        pairs = [*zip(lines[:start], before[:start], strict=True)]
        pairs += zip(lines[tail:], before[len(before) - end :], strict=True)
        actions = menu.actions()[:start] + menu.actions()[tail:]
        for action, (line, old) in zip(actions, pairs, strict=True):
            if line != old:
                self._update(action, line, old)

    def _update(self, action: QAction, line: Line, old: Line) -> None:
        if isinstance(line, Submenu) and isinstance(old, Submenu):
            self._fill(_submenu(action), line.entries, old.entries)
        elif isinstance(line, Entry):
            self._say(action, line)

    def _insert(self, menu: QMenu, before: QAction | None, line: Line) -> None:
        action = QAction(menu)
        match line:
            case Separator():
                action.setSeparator(True)
            case Submenu(part, text, entries):
                below = QMenu(text, menu)
                below.setToolTipsVisible(True)
                below.aboutToShow.connect(partial(_make_readable, below))
                below.aboutToShow.connect(partial(self.part_opened.emit, part))
                self._fill(below, entries, ())
                action = below.menuAction()
            case Entry():
                action.triggered.connect(partial(self._choose, action))
                if line.checked is not None:
                    action.setCheckable(True)
                    _group(menu).addAction(action)
                self._say(action, line)
        if before is None:
            menu.addAction(action)
        else:
            menu.insertAction(before, action)

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


def _same_ends(lines: Sequence[Line], before: Sequence[Line]) -> tuple[int, int]:
    """Return how many lines at the begin and at the end are of the same kind in both."""
    new, old = [_kind(line) for line in lines], [_kind(line) for line in before]
    most = min(len(new), len(old))
    start = next((i for i in range(most) if new[i] != old[i]), most)
    most -= start
    end = next((i for i in range(most) if new[-1 - i] != old[-1 - i]), most)
    return start, end


def _kind(line: Line) -> object:
    """What an action cannot change later."""
    match line:
        case Submenu(part, text):
            return part, text
        case Entry():
            return line.checked is not None
        case Separator():
            return "separator"


def _group(menu: QMenu) -> QActionGroup:
    """Return the group in which the ticked lines of this menu exclude one another."""
    found = menu.findChild(QActionGroup, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, QActionGroup) else QActionGroup(menu)


def _submenu(action: QAction) -> QMenu:
    menu: QWidget | QObject | None = action.menu()
    assert isinstance(menu, QMenu)  # built from a Submenu
    return menu


def _remove(menu: QMenu, action: QAction) -> None:
    """QMenu only lets go of an action; it would live on as a child."""
    below = action.menu()
    menu.removeAction(action)
    (below if isinstance(below, QMenu) else action).deleteLater()


def _make_readable(menu: QMenu) -> None:
    """Show greyed lines in a grey that can be read: many of them are there to inform."""
    palette = QGuiApplication.palette()
    text, ground = palette.color(_TEXT), palette.color(QPalette.ColorRole.Base)
    grey = QColor.fromRgbF(
        _blend(text.redF(), ground.redF()),
        _blend(text.greenF(), ground.greenF()),
        _blend(text.blueF(), ground.blueF()),
    )
    for role in (_TEXT, QPalette.ColorRole.ButtonText, QPalette.ColorRole.Text):
        palette.setColor(QPalette.ColorGroup.Disabled, role, grey)
    menu.setPalette(palette)


def _blend(text: float, ground: float) -> float:
    return TEXT_SHARE * text + (1 - TEXT_SHARE) * ground
