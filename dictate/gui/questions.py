"""A question that is asked before something is gone for good."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtWidgets import QMessageBox, QWidget

Ask: TypeAlias = Callable[[QWidget | None, str, str], bool]
"""Takes the window, the question, and what else is to be known."""


def ask(parent: QWidget | None, question: str, more: str) -> bool:
    """Ask the user; Cancel is what Enter chooses."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(question)
    box.setInformativeText(more)
    box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    return box.exec() == QMessageBox.StandardButton.Yes
