"""Between the files window and the queue: adds what is dropped, shows progress, saves texts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from dictate.assembly.files import FileQueue, Row
from dictate.errors import DictateError
from dictate.gui.chores import Chores
from dictate.gui.core_sentences import told_line
from dictate.gui.files_window import FilesWindow
from dictate.gui.front import to_front
from dictate.gui.translation import translate
from dictate.text.exports import Form, export

LOOK_EVERY_MS = 200
CLOSING_S = 0.3


class FilesDesk(QObject):
    """Makes the window when it is first asked for. The queue goes on when it is closed."""

    def __init__(self, files: FileQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files = files
        self._chores: Chores | None = None
        self._shown: tuple[Row, ...] = ()
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self.window: FilesWindow | None = None

    def open(self) -> None:
        """Show the window, at the front."""
        if self.window is None:
            self.window = self._make()
        self.look()
        self._timer.start()
        to_front(self.window)

    @Slot(object)
    def take(self, paths: tuple[Path, ...]) -> None:
        """Queue what was dropped somewhere, and show the window."""
        self.add(paths)
        self.open()

    def close(self) -> None:
        """Close the window; the queue belongs to the program."""
        self._timer.stop()
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
        if self._chores is not None:
            self._chores.close(CLOSING_S)
            self._chores = None

    @Slot(object)
    def add(self, paths: tuple[Path, ...]) -> None:
        """Queue files, and those in folders."""
        self._do(lambda: files_in(paths), self._add)

    def _add(self, found: tuple[Path, ...]) -> None:
        if found:
            self._files.add(found)
        elif self.window is not None:
            self.window.tell(translate("Files", "There is no file in there."))

    @Slot()
    def look(self) -> None:
        """Show the queue, where it has changed."""
        window = self.window
        if window is None:
            return
        rows = self._files.rows
        if rows is not self._shown:
            self._shown = rows
            window.show_rows(rows)
        if not window.isVisible():
            self._timer.stop()

    def _make(self) -> FilesWindow:
        window = FilesWindow()
        window.add_wanted.connect(self.add)
        window.cancel_wanted.connect(self._files.cancel)
        window.forget_wanted.connect(self._files.forget)
        window.save_wanted.connect(self._save)
        window.copy_wanted.connect(lambda text: QGuiApplication.clipboard().setText(text))
        self._shown = ()
        return window

    @Slot(object, object)
    def _save(self, pairs: tuple[tuple[Row, Path], ...], form: Form) -> None:
        words = translate("Files", "Written: {name}")
        if len(pairs) > 1:
            words = translate("Files", "{count} files are written.")
        said = words.format(name=pairs[0][1].name, count=len(pairs))
        self._do(lambda: save(pairs, form), lambda _: self._tell(said))

    def _tell(self, words: str) -> None:
        if self.window is not None:
            self.window.tell(words)

    def _do(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        def attempt() -> object:
            try:
                return work()
            except DictateError as error:
                return error

        def finish(result: object) -> None:
            if isinstance(result, DictateError):
                self._tell(told_line(result))
            else:
                then(result)

        if self._chores is None:
            self._chores = Chores(self)
        self._chores.do(attempt, finish)


def files_in(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the files, and those that lie in folders, in order."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(p for p in path.iterdir() if p.is_file() and not p.name.startswith("."))
        else:
            found.append(path)
    return tuple(found)


def save(pairs: tuple[tuple[Row, Path], ...], form: Form) -> None:
    """Write texts. Raises DictateError."""
    for row, place in pairs:
        if row.written is None:
            continue
        try:
            place.write_text(export(row.written, form, row.path.name), encoding="utf-8")
        except OSError as error:
            raise DictateError(
                f"{place} cannot be written ({error.strerror or error}).", "Choose another place."
            ) from error
