"""The languages one may speak, each by its own name, as Whisper's models know them."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from dictate.gui.translation import translate

_WHISPER = (
    "af am ar as az ba be bg bn bo br bs ca cs cy da de el en es et eu fa fi fo fr gl gu ha haw he "
    "hi hr ht hu hy id is it ja jw ka kk km kn ko la lb ln lo lt lv mg mi mk ml mn mr ms mt my ne "
    "nl nn no oc pa pl ps pt ro ru sa sd si sk sl sn so sq sr su sv sw ta te tg th tk tl tr tt uk "
    "ur uz vi yi yo yue zh"
)
CODES = tuple(_WHISPER.split())
"""Codes of OpenAI's Whisper (tokenizer.py); most are ISO 639-1."""

_NAMES = {"en": "English", "es": "Español", "jw": "Basa Jawa", "la": "Latina"}
"""Where Qt names a region or does not know the code."""
_LAST_SHOWN = "\u0530"
"""Latin, Greek and Cyrillic letters are in every font; other scripts would ask for many more."""


def is_in_english(code: str) -> bool:
    """Tell whether a language goes by its English name, as its script may lack a font."""
    return code not in _NAMES and max(QLocale(code).nativeLanguageName(), default="") >= _LAST_SHOWN


def native_name(code: str) -> str:
    """Return what its speakers call a language, or its English name translated; "" has none."""
    if not code:
        return ""
    locale = QLocale(code)
    name = _NAMES.get(code) or locale.nativeLanguageName()
    if is_in_english(code):
        name = translate("Language", QLocale.languageToString(locale.language()))
    return name[:1].upper() + name[1:] if name else code


def by_name() -> tuple[tuple[str, str], ...]:
    """Return all codes with their names, in the order of the names."""
    return tuple(sorted(((c, native_name(c)) for c in CODES), key=lambda pair: pair[1].casefold()))
