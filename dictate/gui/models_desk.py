"""Between the models window and the models: every wish is done in a thread, and told when done.

A download belongs to the program and outlives the window; checks and imports run in a queue of
their own, so that gigabytes on a slow disk hold up nothing else.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from dictate.assembly.models import ModelShelf, Row
from dictate.domain import Notice
from dictate.engine.holding import HeldModel
from dictate.engine.progress import Progress
from dictate.errors import DictateError
from dictate.gui import wording
from dictate.gui.chores import Chores
from dictate.gui.core_sentences import told_line
from dictate.gui.front import to_front
from dictate.gui.models_window import ModelsWindow
from dictate.gui.questions import Ask, ask
from dictate.gui.translation import translate

LOOK_EVERY_MS = 200
MEASURE_EVERY_LOOKS = 10
CLOSING_S = 0.3


@dataclass(frozen=True, slots=True)
class _Seen:
    rows: tuple[Row, ...]
    used: str
    held: tuple[HeldModel, ...]


class ModelsDesk(QObject):
    """Makes the window when it is first asked for."""

    def __init__(self, shelf: ModelShelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._chores: Chores | None = None
        self._stop = threading.Event()
        self._work = ""
        self._progress: Progress | None = None
        self._was_fetching = ""
        self._looks = 0
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self.is_sure: Ask = ask
        self.window: ModelsWindow | None = None

    def open(self) -> None:
        """Show the window, at the front."""
        if self.window is None:
            self.window = self._make()
        self.refresh()
        self._timer.start()
        to_front(self.window)

    def close(self) -> None:
        """Close the window and give up a check or import that is under way."""
        self._timer.stop()
        self._stop.set()
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
        if self._chores is not None:
            self._chores.close(CLOSING_S)
            self._chores = None

    # -- what is shown ---------------------------------------------------------------------------

    def refresh(self) -> None:
        """Look at the disk again, if the window is there."""
        if self.window is None:
            return

        def see() -> _Seen:
            rows = self._shelf.rows()
            used = next((row.name for row in rows if self._shelf.is_used(row.name)), "")
            return _Seen(rows, used, self._shelf.held())

        self._queue().do(see, self._show)

    def _show(self, seen: _Seen) -> None:
        if self.window is not None:
            self.window.show_rows(seen.rows, seen.used)
            self.window.show_held(seen.held)

    @Slot()
    def look(self) -> None:
        """Show how far things are; end when nobody looks any more."""
        if self.window is None or not self.window.isVisible():
            self._timer.stop()
            return
        fetching = self._shelf.fetching
        if fetching is not None:
            self._was_fetching = fetching.name
            done, total = (
                wording.size(round(number / 1_000_000))
                for number in (fetching.progress.done_bytes, fetching.progress.total_bytes)
            )
            words = translate("Models", "Downloading {name}: {done} of {total}").format(
                name=fetching.name, done=done, total=total
            )
            is_known = fetching.progress.total_bytes > 0
            self.window.show_progress(words, fetching.share if is_known else None)
        elif self._was_fetching:
            self._end_download(self._shelf.problem)
        elif self._work:
            known = self._progress
            self.window.show_progress(self._work, known.share if known else None)
        self._looks += 1
        if self._looks % MEASURE_EVERY_LOOKS == 0 and not self._work:
            self._queue().do(self._shelf.held, self._show_held)

    def _end_download(self, problem: Notice | None) -> None:
        name, self._was_fetching = self._was_fetching, ""
        if self.window is None:
            return
        self.window.end_progress()
        if problem is not None:
            self.window.tell(told_line(problem))
        else:
            self.window.tell(translate("Models", "The download of {name} ended.").format(name=name))
        self.refresh()

    def _show_held(self, held: tuple[HeldModel, ...]) -> None:
        if self.window is not None:
            self.window.show_held(held)

    # -- from the window -------------------------------------------------------------------------

    def _make(self) -> ModelsWindow:
        window = ModelsWindow()
        window.download_wanted.connect(self._download)
        window.cancel_wanted.connect(self._cancel)
        window.use_wanted.connect(self._use)
        window.verify_wanted.connect(self._verify)
        window.remove_wanted.connect(self._remove)
        window.import_wanted.connect(self._bring)
        window.unload_wanted.connect(self._unload)
        return window

    @Slot(str)
    def _download(self, name: str) -> None:
        try:
            self._shelf.download(name)
        except DictateError as error:
            self._tell(told_line(error))
            return
        self._was_fetching = name
        self._tell(translate("Models", "It goes on when you close this window."))
        self.look()

    @Slot()
    def _cancel(self) -> None:
        self._shelf.cancel()
        self._stop.set()
        self._tell(translate("Models", "Stopping…"))

    @Slot(str)
    def _use(self, name: str) -> None:
        said = translate("Models", "{name} is used from the next recording on.").format(name=name)
        self._do("", lambda: self._shelf.use(name), lambda _: said)

    @Slot(str)
    def _verify(self, name: str) -> None:
        def words(known: object) -> str:
            if known:
                return translate("Models", "{name}: all checksums are right.").format(name=name)
            return translate("Models", "{name} is whole; checksums of it are not known.").format(
                name=name
            )

        work = translate("Models", "Checking {name}").format(name=name)
        self._do(work, lambda: self._shelf.verify(name, self._note, self._stop), words)

    @Slot(str)
    def _remove(self, name: str) -> None:
        if self.window is None or not self.is_sure(
            self.window,
            translate("Models", "Delete the model {name}?").format(name=name),
            translate("Models", "To have it again it must be downloaded or imported anew."),
        ):
            return

        def words(freed_mb: object) -> str:
            size = wording.size(int(str(freed_mb)))
            return translate("Models", "{name} is removed, {size} are free again.").format(
                name=name, size=size
            )

        self._do("", lambda: self._shelf.remove(name), words)

    @Slot(object)
    def _bring(self, source: Path) -> None:
        work = translate("Models", "Importing {name}").format(name=source.name)
        self._do(
            work,
            lambda: self._shelf.bring(source, self._note, self._stop).name,
            lambda name: translate("Models", "{name} is here.").format(name=name),
        )

    @Slot()
    def _unload(self) -> None:
        said = translate("Models", "The memory is given back; speaking loads the model again.")
        self._do("", self._shelf.unload, lambda _: said)

    # -- doing -----------------------------------------------------------------------------------

    def _note(self, progress: Progress) -> None:
        self._progress = progress  # a single value, replaced as a whole

    def _do(self, work: str, do: Callable[[], object], words: Callable[[object], str]) -> None:
        """Do something off the GUI thread; say what came of it. ``work`` names what takes long."""
        self._stop.clear()
        self._work, self._progress = work, None

        def attempt() -> object:
            try:
                return do()
            except DictateError as error:
                return error

        def finish(result: object) -> None:
            if work and self.window is not None:
                self._work = ""
                self.window.end_progress()
            self._tell(told_line(result) if isinstance(result, DictateError) else words(result))
            self.refresh()

        self._queue().do(attempt, finish)
        self.look()

    def _queue(self) -> Chores:
        if self._chores is None:
            self._chores = Chores(self)
        return self._chores

    def _tell(self, words: str) -> None:
        if self.window is not None:
            self.window.tell(words)
