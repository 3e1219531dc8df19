"""What can be done with the last text: insert it again, take it back, write it the other way.

What raises here is known at once; what the window says to it comes with the receipt.
"""

from __future__ import annotations

from collections.abc import Callable

from dictate.domain import Phase, TakeReport
from dictate.errors import ClipboardFailed, OutputError
from dictate.hotkey.rules import Errand
from dictate.ports import Clipboard
from dictate.receipt import Receipt
from dictate.session.coordinator import Coordinator
from dictate.session.wiring import Wiring


class LastText:
    """Remembers the last take with a text. What it does to windows, the output thread does."""

    def __init__(self, coordinator: Coordinator, wiring: Callable[[], Wiring]) -> None:
        self._coordinator = coordinator
        self._wiring = wiring
        self._report: TakeReport | None = None
        self._shows_raw = False

    def follow(self, report: TakeReport) -> None:
        """A take gave a text."""
        self._report, self._shows_raw = report, False

    @property
    def report(self) -> TakeReport | None:
        """The last take that gave a text."""
        return self._report

    @property
    def text(self) -> str:
        """The last text, also one that could not be delivered."""
        return self._report.text if self._report else ""

    @property
    def raw_text(self) -> str:
        """The last text as it was before clean-up; empty when there was none."""
        return (self._report.raw_text or self._report.text) if self._report else ""

    def insert_raw(self) -> Receipt:
        """Write it once more, as it was before clean-up. Raises OutputError."""
        self._idle()
        return self._coordinator.deliver_again(self.raw_text)

    def copy_raw(self, clipboard: Clipboard | None) -> None:
        """Copy it as it was before clean-up. Raises OutputError; not for the GUI."""
        if not self.raw_text:
            raise _no_text()
        if clipboard is None:
            raise ClipboardFailed("There is no clipboard.", "Run `dictate raw` without --copy.")
        clipboard.write_text(self.raw_text)

    def insert(self) -> Receipt:
        """Insert it once more, as it continues what is there. Raises OutputError."""
        report = self._idle()
        return self._coordinator.bring(lambda: self._place(report.text, report.transcript.language))

    def insert_text(self, text: str) -> Receipt:
        """Insert an earlier text, as it continues what is there; what fails is told."""
        return self._coordinator.bring(lambda: self._place(text))

    def take_back(self) -> Receipt:
        """Take it out of its window. Raises OutputError; what fails later is told."""
        if self._coordinator.phase in (Phase.OPENING, Phase.RECORDING):
            raise _recording()
        caret = self._wiring().caret
        if caret is None:
            raise OutputError("Texts cannot be taken back here.")
        return self._coordinator.bring(caret.take_back)

    def swap(self) -> Receipt:
        """Write it as it was heard instead of as it was made of that, or back. Raises OutputError.

        With both the same nothing is touched.
        """
        report = self._idle()
        if not report.raw_text:
            raise OutputError("The last text is written as it was heard.", "")
        caret = self._wiring().caret
        if caret is None:
            raise OutputError("Texts cannot be taken back here.")
        other = report.text if self._shows_raw else report.raw_text

        def do() -> None:
            caret.take_back()
            self._shows_raw = not self._shows_raw
            self._place(other, report.transcript.language)

        return self._coordinator.bring(do)

    def run(self, errand: Errand) -> None:
        """Do what a key asks for. Raises OutputError."""
        match errand:
            case Errand.UNDO:
                self.take_back()
            case Errand.SWAP:
                self.swap()
            case Errand.AGAIN:
                self.insert()

    def _idle(self) -> TakeReport:
        if self._report is None:
            raise _no_text()
        if self._coordinator.phase in (Phase.OPENING, Phase.RECORDING):
            raise _recording()
        return self._report

    def _place(self, text: str, language: str = "") -> None:
        wiring = self._wiring()
        caret = wiring.caret
        placed = caret.fitted(text, language) if caret is not None else text
        wiring.sink.deliver(placed)


def _no_text() -> OutputError:
    return OutputError("There is no text yet.", "Dictate something.")


def _recording() -> OutputError:
    return OutputError("A recording is running.", "Try again when it is over.")
