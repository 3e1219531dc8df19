"""The language of menus and windows: chosen from setting or desktop, put in force for all of Qt."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

log = logging.getLogger(__name__)

FOLDER = Path(__file__).parent / "locale"
AUTO, SOURCE = "auto", "en"
TRANSLATED = ("de",)

_in_force: list[QTranslator] = []
"""Qt does not keep what is installed."""


def chosen(wanted: str, desktop: Sequence[str]) -> str:
    """Return the language for a setting; ``desktop`` are its languages, the best one first."""
    if wanted != AUTO:
        return wanted if wanted in TRANSLATED else SOURCE
    spoken = (name.replace("_", "-").partition("-")[0].lower() for name in desktop)
    return next((code for code in spoken if code in (*TRANSLATED, SOURCE)), SOURCE)


def use(wanted: str) -> str:
    """Speak this language from now on; return which one that is. In the GUI thread."""
    code = chosen(wanted, QLocale.system().uiLanguages())
    stop()
    if code != SOURCE:
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in ((f"qtbase_{code}", qt), (f"dictate_{code}", str(FOLDER))):
            translator = QTranslator()
            if translator.load(name, folder):
                QCoreApplication.installTranslator(translator)
                _in_force.append(translator)
            else:
                log.warning("no translation %s", name)
    QLocale.setDefault(_locale(code))
    return code


def _locale(code: str) -> QLocale:
    """Return how dates and numbers are written: as on this system where that fits the words."""
    system = QLocale.system()
    fits = code == SOURCE or system.language() == QLocale(code).language()
    return system if fits and system.language() != QLocale.Language.C else QLocale(code)


def stop() -> None:
    """Speak English again."""
    while _in_force:
        QCoreApplication.removeTranslator(_in_force.pop())
    QLocale.setDefault(QLocale.system())
