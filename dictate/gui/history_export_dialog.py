"""Asks where the history is to be written: the kind that is chosen gives the file its ending."""

from __future__ import annotations

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from dictate.gui.translation import translate

KINDS = {
    "Text (*.txt)": "txt",
    "SubRip (*.srt)": "srt",
    "WebVTT (*.vtt)": "vtt",
    "JSON (*.json)": "json",
    "CSV (*.csv)": "csv",
}


class HistoryExportDialog(QFileDialog):
    """``fileSelected`` tells the path; an ending that was typed counts more than the kind."""

    def __init__(self, parent: QWidget) -> None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QStandardPaths.writableLocation(documents)
        super().__init__(parent, translate("History", "Export the history"), folder)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilters(list(KINDS))
        self.filterSelected.connect(self.take_kind)
        self.take_kind(self.selectedNameFilter())
        self.selectFile("dictate")

    def take_kind(self, kind: str) -> None:
        """Give names without an ending that of this kind."""
        self.setDefaultSuffix(KINDS.get(kind, "txt"))
