"""Lets files be dropped on a widget."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class FileDrops(QObject):
    """Watches one widget; a folder that is dropped stands for the files in it."""

    dropped = Signal(object)
    """A tuple of Paths."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take what is dropped."""
        if isinstance(event, QDragEnterEvent) and paths_of(event.mimeData()):
            event.acceptProposedAction()
            return True
        if event.type() is QEvent.Type.Drop and isinstance(event, QDropEvent):
            paths = paths_of(event.mimeData())
            if paths:
                event.acceptProposedAction()
                self.dropped.emit(paths)
                return True
        return super().eventFilter(watched, event)


def paths_of(content: QMimeData) -> tuple[Path, ...]:
    """Return the local files that are dragged."""
    return tuple(Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile())
