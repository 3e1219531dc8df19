"""Progress where nobody watches a bar: a line on standard error for each tenth that is done."""

from __future__ import annotations

from dictate.cli.invocation import note


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
