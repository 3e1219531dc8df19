"""What came of a command, for whoever gave it and waits for a word.

A receipt is a future that ends when the thing is done, or in the DictateError that says why it was
not. Who has nobody to tell leaves it alone; the session never waits for anybody to read one.
"""

from __future__ import annotations

from concurrent.futures import Future
from typing import TypeAlias

Receipt: TypeAlias = Future[None]


def done() -> Receipt:
    """Return the receipt of what is done already."""
    receipt: Receipt = Future()
    receipt.set_result(None)
    return receipt
