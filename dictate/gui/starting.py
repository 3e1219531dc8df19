"""The icon while the rest of the program is loaded, and the thread that loads it.

Loading is most of a start. Meanwhile the icon is in the tray, and the GUI thread answers the
desktop: a tray asks over D-Bus what the icon looks like, and a panel wants it painted.
"""

from __future__ import annotations

import importlib
import threading

from PySide6.QtCore import QEventLoop, QObject, Qt, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from dictate.gui import icons
from dictate.gui.face import Face

CORE = "dictate.assembly"
"""It holds no Qt, so it may be loaded in another thread than the one of the GUI."""


def show_icon() -> QSystemTrayIcon | None:
    """Show that the program comes; None where there is no tray yet."""
    if not QSystemTrayIcon.isSystemTrayAvailable():
        return None
    icon = QSystemTrayIcon()
    icon.setIcon(icons.face_icon(icons.Look(Face.LOADING, icons.is_dark())))
    icon.setToolTip("Dictate")
    icon.show()
    return icon


class _Loading(QObject):
    over = Signal()

    def __init__(self, module: str) -> None:
        super().__init__()
        self._module = module
        self.failure: BaseException | None = None

    def run(self) -> None:
        try:
            importlib.import_module(self._module)
        except BaseException as error:  # noqa: BLE001 - the top of a thread; raised again in load()
            self.failure = error
        self.over.emit()


def load(module: str = CORE) -> None:
    """Import a module while events are handled; raises what the import raises."""
    loading, loop = _Loading(module), QEventLoop()
    loading.over.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
    thread = threading.Thread(target=loading.run, name="dictate-loading", daemon=True)
    thread.start()
    loop.exec()
    thread.join()
    if loading.failure is not None:
        raise loading.failure
