"""The windows beside the small one: models, files, first steps. Each is made when asked for."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from dictate.gui.menu_model import Verb
from dictate.gui.models_desk import ModelsDesk
from dictate.gui.program import ProgramPort


class SideWindows(QObject):
    """Opens them and closes them with the program."""

    def __init__(self, program: ProgramPort, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.models = ModelsDesk(program.shelf, self)

    @Slot(object)
    def open(self, verb: Verb) -> None:
        """Show one of them, at the front."""
        if verb is Verb.MODELS:
            self.models.open()

    def close(self) -> None:
        """Close all of them."""
        self.models.close()
