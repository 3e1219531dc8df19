"""Between the history window and the history: every wish is done in a thread, told when done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from dictate.assembly.history_export import ExportFormat
from dictate.assembly.past import Past, accepted
from dictate.domain import Notice, Phase, Samples
from dictate.errors import DictateError, HistoryError
from dictate.events import Event, PhaseChanged, TakeFinished
from dictate.gui.chores import Chores
from dictate.gui.core_sentences import told_line
from dictate.gui.front import to_front
from dictate.gui.history_window import HistoryWindow
from dictate.gui.program import ProgramPort
from dictate.gui.questions import Ask, ask
from dictate.gui.replay import Play, Replay
from dictate.gui.translation import translate
from dictate.gui.waveform import outline
from dictate.ports import Clipboard
from dictate.store.growing_file import read_samples
from dictate.store.history_entry import Entry
from dictate.text.corrections import Suggestion

CLOSING_S = 0.3
FOCUS_MS = 200
"""So long another window is given to take the keyboard before a text is inserted there."""
LOOK_AGAIN_MS = 300
"""After a take: its entry is being written."""


class HistoryDesk(QObject):
    """Makes the window when it is first asked for."""

    def __init__(
        self,
        program: ProgramPort,
        clipboard: Clipboard,
        parent: QObject | None = None,
        past: Past | None = None,
        play: Play | None = None,
    ) -> None:
        super().__init__(parent)
        self._program = program
        self._clipboard = clipboard
        self._past = past or Past()
        self._chores: Chores | None = None
        self._recogniser: Chores | None = None
        self._replay = Replay(play, self)
        self._replay.changed.connect(self._show_playing)
        self._waiting = 0  # searches under way
        self._refused: set[tuple[str, str]] = set()  # wrong and right words, until the end
        self.is_sure: Ask = ask
        self.window: HistoryWindow | None = None

    def open(self) -> None:
        """Show the window, at the front."""
        if self.window is None:
            self.window = self._make()
        self.refresh()
        self._suggest()
        to_front(self.window)

    def close(self) -> None:
        """Close the window and stop what is under way."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
        self._replay.close(CLOSING_S)
        for chores in (self._chores, self._recogniser):
            if chores is not None:
                chores.close(CLOSING_S)
        self._chores = self._recogniser = None

    @Slot(object)
    def on_event(self, event: Event) -> None:
        """Show a new text soon, if somebody looks; be silent while somebody speaks."""
        if isinstance(event, PhaseChanged) and event.phase is not Phase.IDLE:
            self._replay.stop()
        if isinstance(event, TakeFinished) and self.window is not None and self.window.isVisible():
            QTimer.singleShot(LOOK_AGAIN_MS, self, self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Look at the history again, if the window is there."""
        if self.window is not None:
            self._search(self.window.search.text())

    # -- from the window -------------------------------------------------------------------------

    def _make(self) -> HistoryWindow:
        window = HistoryWindow()
        window.search_wanted.connect(self._search)
        window.entry_wanted.connect(self._show_sound)
        window.copy_wanted.connect(self._copy)
        window.insert_wanted.connect(self._insert)
        window.correct_wanted.connect(self._correct)
        window.play_wanted.connect(self._play)
        window.closed.connect(self._replay.stop)
        window.hear_wanted.connect(self._hear)
        window.delete_wanted.connect(self._delete)
        window.clear_wanted.connect(self._clear)
        window.export_wanted.connect(self._export)
        window.accept_wanted.connect(self._accept)
        window.refuse_wanted.connect(self._refuse)
        return window

    @Slot(str)
    def _search(self, words: str) -> None:
        self._waiting += 1

        def search() -> list[Entry] | DictateError | None:
            if self._waiting > 1:
                return None  # somebody types on: only the last one counts
            try:
                return self._past.search(words)
            except DictateError as error:
                return error

        def show(found: list[Entry] | DictateError | None) -> None:
            self._waiting -= 1
            if self.window is None:
                return
            if isinstance(found, DictateError):
                self.window.tell(told_line(found))
            elif found is not None:
                self.window.show_entries(found)
            elif not self._waiting:
                self.refresh()

        self._queue().do(search, show)

    @Slot(int)
    def _show_sound(self, number: int) -> None:
        def read() -> tuple[tuple[float, ...], list[str]]:
            names = [row.name for row in self._program.shelf.rows() if row.is_here]
            return outline(self._samples(number)), names

        def show(found: tuple[tuple[float, ...], list[str]]) -> None:
            if self.window is not None:
                self.window.show_models(found[1])
                self.window.show_outline(number, found[0])

        self._queue().do(read, show)

    def _samples(self, number: int) -> Samples:
        path = self._past.sound(self._past.get(number))
        if path is None:
            raise HistoryError("The sound of this text is gone.")
        try:
            return read_samples(path)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise HistoryError(f"The sound cannot be read ({reason}).") from error

    @Slot(int, str)
    def _hear(self, number: int, model: str) -> None:
        self._tell(translate("History", "{model} is listening…").format(model=model))

        def hear() -> str:
            return self._program.hear_again(self._samples(number), model)

        def show(text: str) -> None:
            nothing = translate("History", "{model} understood nothing.")
            done = translate("History", "This is what {model} heard; save it if it is better.")
            self._tell((done if text else nothing).format(model=model))
            if text and self.window is not None:
                self.window.show_heard(number, text)

        self._slow_queue().do(hear, show)

    @Slot(str)
    def _copy(self, text: str) -> None:
        try:
            self._clipboard.write_text(text)
        except DictateError as error:
            self._tell(told_line(error))
        else:
            self._tell(translate("History", "Copied."))

    @Slot(str)
    def _insert(self, text: str) -> None:
        if self.window is not None:
            self.window.hide()  # the keyboard goes back to the window before
            QTimer.singleShot(FOCUS_MS, self, lambda: self._program.insert_text(text))

    @Slot(int, str)
    def _correct(self, number: int, text: str) -> None:
        said = translate("History", "The correction is saved.")
        self._do(lambda: self._past.correct(number, text), said)
        self._suggest()

    @Slot(object)
    def _accept(self, suggestion: Suggestion) -> None:
        def accept() -> None:
            self._program.change(accepted(self._program.settings, suggestion))

        self._do(accept, translate("History", "It is in the settings."))
        self._suggest()

    @Slot(object)
    def _refuse(self, suggestion: Suggestion) -> None:
        self._refused.add((suggestion.wrong, suggestion.right))
        self._suggest()

    @Slot(int)
    def _play(self, number: int) -> None:
        if self._replay.is_playing:
            self._replay.stop()
        else:
            self._replay.start(lambda: self._samples(number))

    @Slot(str)
    def _show_playing(self, problem: str) -> None:
        if self.window is not None:
            self.window.show_playing(is_playing=self._replay.is_playing)
            if problem:
                self.window.tell(problem)

    @Slot(int)
    def _delete(self, number: int) -> None:
        self._do(lambda: self._past.delete(number), translate("History", "Deleted."))
        self._suggest()  # not with words that are gone

    @Slot()
    def _clear(self) -> None:
        question = translate("History", "Delete the whole history?")
        more = translate("History", "All texts and recordings in it are gone for good.")
        if self.window is not None and self.is_sure(self.window, question, more):
            self._do(self._past.clear, translate("History", "The history is empty now."))
            self._suggest()

    @Slot(str)
    def _export(self, path: str) -> None:
        words = self.window.search.text() if self.window is not None else ""

        def export() -> None:
            file = Path(path)
            known = {str(form) for form in ExportFormat}
            ending = file.suffix.lstrip(".").lower()
            form = ExportFormat(ending) if ending in known else ExportFormat.TXT
            content = self._past.export(form, words)
            try:
                file.write_text(content, "utf-8")
            except OSError as error:
                raise HistoryError(
                    f"{file.name} cannot be written ({error.strerror}).", "Choose another file."
                ) from error

        name = Path(path).name
        self._do(export, translate("History", "Written into {name}.").format(name=name))

    # -- doing -----------------------------------------------------------------------------------

    def _suggest(self) -> None:
        def show(found: list[Suggestion]) -> None:
            left = [each for each in found if (each.wrong, each.right) not in self._refused]
            if self.window is not None:
                self.window.show_suggestion(left[0] if left else None)

        self._queue().do(lambda: self._past.suggestions(self._program.settings), show)

    def _do(self, work: Callable[[], object], said: str) -> None:
        """Do something off the GUI thread, say so, and show what is there now."""

        def finish(_: object) -> None:
            self._tell(said)
            self.refresh()

        self._queue().do(work, finish)

    def _queue(self) -> Chores:
        if self._chores is None:
            self._chores = Chores(self)
            self._chores.failed.connect(self._on_failure)
        return self._chores

    def _slow_queue(self) -> Chores:
        """Return what recognises: a search does not wait for its end."""
        if self._recogniser is None:
            self._recogniser = Chores(self)
            self._recogniser.failed.connect(self._on_failure)
        return self._recogniser

    @Slot(object)
    def _on_failure(self, notice: Notice) -> None:
        self._tell(told_line(notice))

    def _tell(self, words: str) -> None:
        if self.window is not None:
            self.window.tell(words)
