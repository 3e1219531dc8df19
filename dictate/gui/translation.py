"""Every sentence the user sees passes through ``translate``, so that a translation can replace it.

It is the one door between pure wording and Qt: without Qt loaded (unit tests, the command line) the
English source text comes back as it is.
"""

from __future__ import annotations

import sys


def translate(context: str, text: str) -> str:
    """Return ``text`` in the user's language; both arguments must be literals for lupdate."""
    core = sys.modules.get("PySide6.QtCore")
    return text if core is None else str(core.QCoreApplication.translate(context, text))


def number(value: float, decimals: int = 0) -> str:
    """Return a number with the decimal sign of the language that the words beside it are in."""
    return f"{value:.{decimals}f}".replace(".", translate("Number", "."))


def percent(share: float, decimals: int = 0) -> str:
    """Return a share of one in per cent."""
    return translate("Number", "{number}%").format(number=number(100 * share, decimals))
