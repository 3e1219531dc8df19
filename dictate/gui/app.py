"""Runs the desktop program: one instance, the core, its tray or window, and a clean end.

Order matters. The control channel comes first, so that a second start is over before Qt is loaded.
The icon comes before the core is loaded, see ``starting``. The core starts when everything that
shows it is connected. The end is staged, see ``farewell``, and ``last_resort``.
"""

from __future__ import annotations

import logging
import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from dictate import host
from dictate.control.bus_service import BusService
from dictate.control.channel import ControlServer, send_to_starting
from dictate.errors import AlreadyRunning
from dictate.gui.last_resort import LastResort
from dictate.gui.pyside_guard import keep_singletons
from dictate.gui.remote import Remote, Target
from dictate.gui.screen_check import require_screen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from dictate.gui.program import ProgramPort
    from dictate.ports import Clipboard, Publish
    from dictate.settings.schema import Settings

log = logging.getLogger(__name__)

LAST_WAIT_S = 0.3


def run(settings_file: Path, *, welcome: bool = False) -> int:
    """Run until the user quits; return the exit code. Raises DictateError when it cannot start.

    ``welcome`` shows the first steps, also in a program that runs already.
    """
    if not logging.getLogger(host.APP).handlers:
        host.set_up_logging(verbose=False)
    remote = Remote()
    server = ControlServer(remote.handle)
    try:
        server.start()
    except AlreadyRunning:
        send_to_starting("welcome" if welcome else "show")
        sys.stderr.write("Dictate is running already; it was asked to show itself.\n")
        return 0
    bus_service = BusService(remote.handle)
    try:
        require_screen()
        bus_service.start()
        return _run_desktop(settings_file, remote, server, welcome)
    finally:
        bus_service.close()
        server.close()


def _run_desktop(settings_file: Path, remote: Remote, server: ControlServer, welcome: bool) -> int:
    app = _make_application()
    from dictate.gui import starting

    icon = starting.show_icon()
    starting.load()
    from dictate.assembly import assemble
    from dictate.gui import language
    from dictate.gui.desktop import Desktop
    from dictate.gui.survey import real_survey
    from dictate.settings import store

    def build(settings: Settings, publish: Publish, clipboard: Clipboard) -> ProgramPort:
        return assemble(settings, publish=publish, clipboard=clipboard, settings_file=settings_file)

    loaded = store.load(settings_file)
    language.use(loaded.settings.system.language)
    desktop = Desktop(loaded, settings_file, build, real_survey(), server.close, icon=icon)
    last_resort = LastResort(desktop.program.close)

    def ask_to_quit() -> None:
        desktop.ask_to_quit()
        last_resort.begin()

    remote.attach(
        Target(
            desktop.program,
            settings_file,
            desktop.ask_to_show,
            ask_to_quit,
            desktop.ask_for_first_steps,
        )
    )
    # Not quit(): that would ask every window first.
    desktop.farewell.over.connect(partial(app.exit, 0))
    desktop.open()
    if welcome:
        desktop.ask_for_first_steps()
    code = app.exec()
    desktop.close()
    if not desktop.farewell.wait(LAST_WAIT_S):
        # A device or driver hangs in a thread that nothing can stop: end without it.
        log.error("ending the process with something still open")
        server.close()
        logging.shutdown()
        os._exit(code)
    last_resort.cancel()
    return code


def _make_application() -> QApplication:
    keep_singletons()
    from PySide6.QtWidgets import QApplication

    from dictate.gui import icons

    app = QApplication(sys.argv[:1])
    app.setApplicationName(host.APP)
    app.setApplicationDisplayName("Dictate")
    app.setDesktopFileName(host.APP)
    app.setQuitOnLastWindowClosed(False)
    app.setWindowIcon(icons.program_icon())
    return app
