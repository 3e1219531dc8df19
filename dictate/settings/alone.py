"""One writer at a time for a settings file: commands, and the running program, change it at once.

Each reads the file, changes a part and puts it back; two at the same time would lose one change.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
from collections.abc import Iterator
from pathlib import Path

from dictate import host

log = logging.getLogger(__name__)

LIMIT_S = 3.0
"""Writing takes milliseconds; who waits longer goes on, so that nothing hangs for a lock."""


@contextlib.contextmanager
def alone_with(file: Path) -> Iterator[None]:
    """Wait until nobody else changes this file; where no lock can be had, go on without."""
    import filelock

    name = hashlib.sha256(str(file).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    with contextlib.ExitStack() as stack:
        try:
            place = host.runtime_folder() / f"settings-{name}.lock"
            stack.enter_context(filelock.FileLock(place, timeout=LIMIT_S))
        except (OSError, filelock.Timeout) as error:
            log.warning("settings are changed without a lock: %s", type(error).__name__)
        yield
