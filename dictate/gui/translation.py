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
