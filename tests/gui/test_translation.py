"""German is complete: every text has it, with the same placeholders, and the program loads it."""

from __future__ import annotations

import importlib.util
import re
import string
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator
from pytestqt.qtbot import QtBot

from dictate.gui import language
from dictate.gui.language_names import CODES, by_name, native_name
from dictate.gui.settings_window import SettingsWindow
from dictate.gui.translation import translate
from tests.gui.test_desktop import Start, start  # noqa: F401  # a fixture

ROOT = Path(__file__).resolve().parents[2]
MEND = "run sh scripts/translations and write the German into dictate/gui/locale/dictate_de.ts"


def script() -> ModuleType:
    """Return what finds the texts."""
    path = ROOT / "packaging" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def german() -> dict[tuple[str, str], str]:
    """Return the finished German by context and English."""
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext(
            "translation", ""
        )
        for context in ET.parse(language.FOLDER / "dictate_de.ts").iter("context")
        for message in context.iter("message")
        if message.find("translation[@type]") is None
    }


def test_every_text_has_its_german() -> None:
    known = german()
    found = script()
    wanted = {*found.texts_of_code(), *found.texts_of_data()}
    assert len(wanted) > 500
    missing = sorted(pair for pair in wanted if not known.get(pair))
    assert not missing, f"{MEND}: {missing}"


def placeholders(text: str) -> list[str]:
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError:
        return re.findall(r"\{[^}]*\}", text)
    return sorted(f"{name}:{form}" for _, name, form, _ in parts if name is not None)


def test_placeholders_and_ends_are_the_same() -> None:
    for (context, text), translated in german().items():
        assert placeholders(text) == placeholders(translated), (context, text)
        assert text.endswith("…") == translated.endswith("…"), (context, text)
        assert text.count("\n") == translated.count("\n"), (context, text)
        assert translated == translated.strip() or text != text.strip(), (context, text)


def test_what_is_loaded_is_what_was_written(qapp: object) -> None:
    translator = QTranslator()
    assert translator.load("dictate_de", str(language.FOLDER))
    old = [
        pair for pair, text in german().items() if translator.translate(pair[0], pair[1]) != text
    ]
    assert not old, f"run sh scripts/translations: {old}"


@pytest.mark.parametrize(
    ("wanted", "desktop", "code"),
    [
        ("auto", ["de-AT", "en"], "de"),
        ("auto", ["de_DE"], "de"),
        ("auto", ["fr-FR", "de"], "de"),
        ("auto", ["fr"], "en"),
        ("auto", ["en-GB", "de"], "en"),
        ("auto", [], "en"),
        ("de", ["en"], "de"),
        ("en", ["de"], "en"),
    ],
)
def test_which_language_is_spoken(wanted: str, desktop: list[str], code: str) -> None:
    assert language.chosen(wanted, desktop) == code


@pytest.fixture
def speaking() -> Iterator[None]:
    yield
    language.stop()


def test_a_language_is_put_in_force_and_taken_back(qapp: object, speaking: None) -> None:
    assert language.use("de") == "de"
    assert translate("Status", "Ready") == "Bereit"
    assert native_name("ja") == "Japanisch"
    language.use("en")
    assert translate("Status", "Ready") == "Ready"


def test_a_change_of_the_setting_changes_menu_and_window(
    start: Start,  # noqa: F811
    qtbot: QtBot,
    speaking: None,
) -> None:
    desktop = start.desktop
    desktop.open()
    desktop._settings.open()
    window = desktop._settings.window
    assert isinstance(window, SettingsWindow)
    window.show_group("system")
    window.chosen.emit("system.language", "de")
    qtbot.waitUntil(lambda: "&Beenden" in [a.text() for a in desktop._menu.menu.actions()])
    qtbot.waitUntil(lambda: desktop._settings.window is not window)
    again = desktop._settings.window
    assert again is not None
    assert again.windowTitle() == "Einstellungen von Dictate"
    assert again.list.currentItem().text() == "System"


def test_every_language_has_a_name_a_font_can_show() -> None:
    names = dict(by_name())
    assert set(names) == set(CODES)
    assert all(name and max(name) < "\u0530" for name in names.values())
