"""Progress on standard error: a bar in a terminal, elsewhere a line for each tenth that is done."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dictate.cli.invocation import note

if TYPE_CHECKING:
    from dictate.engine.progress import Progress

MEGABYTE = 1_000_000
WORTH_TELLING_BYTES = 20 * MEGABYTE
"""What is smaller is done before a line about it could be read."""


class TenthLines:
    """Writes ``NAME: 30 % of WHOLE``, each tenth once."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._told = 0

    def show(self, share: float, whole: str) -> None:
        """Take how much is done, 0..1, and what all of it is, with its unit."""
        tenth = int(10 * share)
        if tenth > self._told:
            self._told = tenth
            note(f"{self._name}: {tenth * 10} % of {whole}")


class Shown:
    """Takes how far something is; called with it, or told how much came on top."""

    def __init__(self, show: Callable[[int, int], None], total_bytes: int) -> None:
        self._show = show
        self._total_bytes = total_bytes
        self._done_bytes = 0

    def __call__(self, progress: Progress) -> None:
        """Show this."""
        self._show(progress.done_bytes, progress.total_bytes)

    def add(self, more_bytes: int) -> None:
        """Show that so many more of the bytes are done."""
        self._done_bytes += more_bytes
        self._show(self._done_bytes, self._total_bytes)


@contextmanager
def progress_of(name: str, total_bytes: int = 0) -> Iterator[Shown]:
    """Show how far something is until the block ends."""
    if not sys.stderr.isatty():
        lines = TenthLines(name)

        def tell(done_bytes: int, of_bytes: int) -> None:
            if of_bytes >= WORTH_TELLING_BYTES or not total_bytes:
                whole = f"{max(1, round(of_bytes / MEGABYTE))} MB"
                lines.show(done_bytes / of_bytes if of_bytes else 1.0, whole)

        yield Shown(tell, total_bytes)
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, TimeRemainingColumn, TransferSpeedColumn
    from rich.progress import Progress as Bar

    columns = (
        *("{task.description}", BarColumn(), DownloadColumn(), TransferSpeedColumn()),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(name, total=None)

        def show(done_bytes: int, of_bytes: int) -> None:
            bar.update(task, completed=done_bytes, total=of_bytes or None)

        yield Shown(show, total_bytes)


@contextmanager
def sound_progress(name: str) -> Iterator[Callable[[float, float], None]]:
    """Show how far a long file is; nothing for one that is done at once.

    What is given takes the seconds done and the seconds there are.
    """
    if not sys.stderr.isatty():
        lines = TenthLines(name)
        yield lambda done_s, total_s: lines.show(done_s / total_s, f"{total_s:.0f} s")
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(name, total=None, visible=False)

        def show(done_s: float, total_s: float) -> None:
            bar.update(task, completed=done_s, total=total_s, visible=True)

        yield show
