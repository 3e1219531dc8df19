"""Keeps a faulty PySide6 build from ending the process.

PySide6 6.12 is built for interpreters whose ``None``, ``True``, ``False`` and ``NotImplemented``
are immortal (Python 3.12 and later): it returns them uncounted. On Python 3.11, which counts,
every call into Qt then takes one reference too many away, and after some hundreds to thousands of
calls the interpreter aborts ("deallocating None"). Raising the counts once, beyond what a process
can ever use up, makes these four as immortal here as they are there.
"""

from __future__ import annotations

import ctypes
import sys

IMMORTAL_FROM = (3, 12)
FAULTY_FROM = (6, 12)
FAR_AWAY = 1 << 40
"""A thousand calls a second for thirty years."""

_SINGLETONS = (None, True, False, NotImplemented)


def is_needed(python: tuple[int, ...], pyside: tuple[int, ...]) -> bool:
    """Tell whether this pair of versions counts wrongly."""
    return python < IMMORTAL_FROM and pyside >= FAULTY_FROM


def keep_singletons() -> None:
    """Call once before the first use of Qt; does nothing where all is well."""
    import PySide6

    version = tuple(int(part) for part in PySide6.__version__.split(".")[:2])
    if not is_needed(sys.version_info[:2], version):
        return
    for singleton in _SINGLETONS:
        if sys.getrefcount(singleton) < FAR_AWAY:
            # The reference count is the first field of every object of CPython.
            ctypes.c_ssize_t.from_address(id(singleton)).value += FAR_AWAY
