"""The icon while the rest of the program is loaded, and the thread that loads it.

Loading is most of a start. Meanwhile the icon is in the tray, and the GUI thread answers the
desktop: a tray asks over D-Bus what the icon looks like, and a panel wants it painted.
"""

from __future__ import annotations

import importlib
import logging
import threading

from PySide6.QtCore import QEventLoop, QObject, Qt, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from dictate.gui import icons
from dictate.gui.face import Face

log = logging.getLogger(__name__)

CORE = "dictate.assembly"
"""It holds no Qt, so it may be loaded in another thread than the one of the GUI."""
LATER = (
    "av",
    "dictate.gui.settings_desk",
    "dictate.gui.files_desk",
    "dictate.gui.history_desk",
    "dictate.gui.models_desk",
    "dictate.gui.statistics_desk",
    "dictate.gui.welcome_desk",
)
"""What the start need not wait for: the sound of most microphones passes through PyAV, whose
libraries hold up all threads when they are loaded, and the windows come when asked for."""


def show_icon() -> QSystemTrayIcon | None:
    """Show that the program comes; None where there is no tray yet."""
    if not QSystemTrayIcon.isSystemTrayAvailable():
        return None
    icon = QSystemTrayIcon()
    icon.setIcon(icons.face_icon(icons.Look(Face.LOADING, icons.is_dark())))
    icon.setToolTip("Dictate")
    icon.show()
    return icon


def load_later() -> None:
    """Load what the first take and the windows need. In any thread, once the program runs."""
    for name in LATER:
        try:
            importlib.import_module(name)
        except ImportError as error:  # whoever needs it says so
            log.warning("not loaded: %s", error)


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
