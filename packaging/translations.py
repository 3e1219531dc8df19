"""Brings the translations up to date: python packaging/translations.py

Reads every text of dictate/gui, those that come out of data (labels and texts of the settings) and
the sentences of the core (core_sentences.py beside this), updates dictate/gui/locale/dictate_de.ts
with Qt's lupdate, tells which lack their German, and makes the dictate_de.qm that the program
loads. Both tools come with PySide6. The .ts is edited with
`pyside6-linguist dictate/gui/locale/dictate_de.ts` or any editor; then run this once more.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

from PySide6.QtCore import QLocale

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from dictate.gui import hotkey_advice, settings_catalogue  # noqa: E402
from dictate.gui.language_names import CODES, is_in_english  # noqa: E402

GUI = ROOT / "dictate" / "gui"
FILE = GUI / "locale" / "dictate_de.ts"
CORE = Path(__file__).with_name("core_sentences.py")


def texts_of_code() -> list[tuple[str, str]]:
    """Return context and English of every call of ``translate`` in the GUI.

    lupdate itself does not see those inside of f-strings.
    """
    calls = [
        [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
        for path in sorted(GUI.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "translate"
    ]
    return [(str(found[0]), str(found[1])) for found in calls if len(found) == 2]


def texts_of_data() -> list[tuple[str, str]]:
    """Return the texts that no call of ``translate`` names: context and English."""
    found = [(settings_catalogue.CONTEXT, text) for text in settings_catalogue.texts()]
    found += [("Shortcut", text) for text in hotkey_advice.COMMON_TEXTS]
    names = {QLocale.languageToString(QLocale(code).language()) for code in CODES
             if is_in_english(code)}  # fmt: skip
    return found + [("Language", name) for name in sorted(names)]


def main() -> int:
    """Update both files; return how many texts lack their German."""
    subprocess.run([sys.executable, str(CORE)], check=True)
    tools = Path(sys.executable).parent
    with tempfile.TemporaryDirectory() as scratch:
        data = Path(scratch) / "data.py"
        pairs = [*texts_of_code(), *texts_of_data()]
        calls = [f"translate({_quoted(context)}, {_quoted(text)})" for context, text in pairs]
        data.write_text("\n".join(calls), encoding="utf-8")
        subprocess.run(
            [tools / "pyside6-lupdate", "-locations", "none", "-no-obsolete", str(data),
             "-target-language", "de", "-ts", str(FILE)], check=True,
        )  # fmt: skip
    missing = [
        message.findtext("source")
        for message in ET.parse(FILE).iter("message")
        if message.find("translation[@type='unfinished']") is not None
    ]
    for text in missing:
        print(f"no German for: {text}")
    subprocess.run([tools / "pyside6-lrelease", "-silent", str(FILE)], check=True)
    return len(missing)


def _quoted(text: str) -> str:
    """Return a text as lupdate reads it: in double quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


if __name__ == "__main__":
    raise SystemExit(min(main(), 100))
