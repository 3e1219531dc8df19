"""Counts the graphics cards that CUDA can use, in a process of its own.

Asking starts the driver, and one that is broken ends the process that asks. Where there is no
driver at all nobody is asked.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from multiprocessing.connection import Connection

from dictate import host
from dictate.engine import cuda_libraries

log = logging.getLogger(__name__)

PATIENCE_S = 20.0
"""The first question after the start of a machine takes some seconds."""
END_S = 1.0


def ask_ctranslate2() -> int:
    """Return how many cards there are. Only for a process that nobody misses."""
    import ctranslate2

    return int(ctranslate2.get_cuda_device_count())


def count_cards(
    ask: Callable[[], int] = ask_ctranslate2,
    has_driver: Callable[[], bool] = cuda_libraries.has_driver,
    patience_s: float = PATIENCE_S,
) -> int | None:
    """Return how many cards there are, None when the driver crashed or did not answer.

    ``ask`` runs in the other process and must be importable there.
    """
    if not has_driver():
        return 0
    context = host.spawn_context()
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(theirs, ask), daemon=True)
    with host.deaf_to_ctrl_c():
        process.start()
    theirs.close()
    try:
        return int(ours.recv()) if ours.poll(patience_s) else None
    except EOFError:
        log.warning("the driver of the graphics card ended the process that asked it")
        return None
    finally:
        process.kill()
        process.join(END_S)
        ours.close()


def _answer(connection: Connection, ask: Callable[[], int]) -> None:
    try:
        cards = ask()
    except Exception as exc:  # noqa: BLE001  # the top of the process; no card can be used
        log.info("no CUDA: %s", type(exc).__name__)
        cards = 0
    connection.send(cards)
