"""What shows the program on a desktop: the tray icon, or the window where there is no tray."""

from __future__ import annotations

from typing import Protocol

from dictate.gui.facts import Facts
from dictate.gui.notices import Tip


class Surface(Protocol):
    """One way to be seen. All calls in the GUI thread."""

    def appear(self) -> None:
        """Come into view without taking the focus."""

    def vanish(self) -> None:
        """Go out of view."""

    def show_facts(self, facts: Facts) -> None:
        """Show the present state."""

    def tell(self, tip: Tip) -> None:
        """Show a notice."""
