"""The real desktop program with a heartbeat in its GUI thread, asked over its standard input.

    python -m benchmarks.gui.probe --config FILE

Each line of its input is a JSON object with ``do``; each answer is one line of its output. Nothing
of the program is replaced but the disk under the journal, which can be made slow.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.gui.probe.heartbeat import Heartbeat
from dictate import cli, host
from dictate.assembly import stages
from dictate.gui import desktop, overlay
from dictate.gui.menu_lines import Action, Verb
from dictate.gui.overlay_pill import OverlayPill
from dictate.ports import Publish
from dictate.store.growing_file import open_private
from dictate.store.journal import DiskJournal
from dictate.store.shelf import Shelf

FILLING_MS = 1500
"""So long after its first frame a window is watched for what fills it."""


class SlowDisk:
    """Opens files whose every write takes a while, once there is a wait."""

    def __init__(self) -> None:
        self.wait_s = 0.0

    def open(self, path: Path) -> IO[bytes]:
        """Make a file as the journal does."""
        file = open_private(path)
        return _SlowFile(file, self) if self.wait_s else file  # type: ignore[return-value]  # what the journal uses of it


class _SlowFile:
    def __init__(self, file: IO[bytes], disk: SlowDisk) -> None:
        self._file, self._disk = file, disk

    def write(self, data: bytes) -> int:
        time.sleep(self._disk.wait_s)
        return self._file.write(data)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # whatever else a file can
        return getattr(self._file, name)


DISK = SlowDisk()


class Painted(OverlayPill):
    """The overlay's window, counted."""

    frames = 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint and count."""
        Painted.frames += 1
        super().paintEvent(event)


class FirstFrame(QObject):
    """Tells when a window is on the screen for the first time since it was asked for."""

    def __init__(self, then: Callable[[QWidget, float], None]) -> None:
        super().__init__()
        self._before = {w for w in QApplication.topLevelWidgets() if w.isVisible()}
        self._then: Callable[[QWidget, float], None] | None = then
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Wait for the first painting of a window that was not there."""
        if (
            event.type() is QEvent.Type.Paint
            and self._then is not None
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and watched not in self._before
            and watched.windowType() in (Qt.WindowType.Window, Qt.WindowType.Dialog)
        ):
            then, self._then = self._then, None
            # Its children are painted in the same event, and handed to the screen at its end.
            QTimer.singleShot(0, lambda: then(watched, time.perf_counter()))
        return False

    def stop(self) -> None:
        """Look no more."""
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(self)


class Probe(QObject):
    """Does in the GUI thread what is asked for."""

    _asked = Signal(object)

    def __init__(self, watched: desktop.Desktop) -> None:
        super().__init__(watched)
        self._desktop = watched
        self._heart = Heartbeat(self)
        self._frames: FirstFrame | None = None
        self._asked.connect(self._do)
        threading.Thread(target=self._read, name="probe", daemon=True).start()

    def _read(self) -> None:
        for line in sys.stdin:
            self._asked.emit(json.loads(line))

    @Slot(object)
    def _do(self, asked: dict[str, Any]) -> None:
        match asked["do"]:
            case "open":
                self._open(Verb(asked["window"]))
            case "close":
                for window in QApplication.topLevelWidgets():
                    if window.isVisible() and window.windowTitle():
                        window.close()
                self._tell({})
            case "reset":
                self._heart.reset()
                self._tell({})
            case "blocks":
                blocks = self._heart.blocks
                self._tell({"beats": blocks.beats, "longest": [asdict(b) for b in blocks.longest]})
            case "frames":
                frames, Painted.frames = Painted.frames, 0
                self._tell({"frames": frames})
            case "slow":
                DISK.wait_s = float(asked["wait_s"])
                self._tell({})
            case "file":
                self._desktop.program.files.add([Path(asked["path"])])
                self._tell({})
            case "files":
                rows = self._desktop.program.files.rows
                self._tell({"rows": [{"state": r.state.value, "share": r.share} for r in rows]})

    def _open(self, verb: Verb) -> None:
        self._heart.reset()
        began_s = time.perf_counter()
        self._frames = frames = FirstFrame(
            lambda window, at_s: self._on_frame(frames, window, (at_s - began_s) * 1000)
        )
        self._desktop._desk.perform(Action(verb))  # as the menu does

    def _on_frame(self, frames: FirstFrame, window: QWidget, ms: float) -> None:
        frames.stop()

        def tell() -> None:
            longest = self._heart.blocks.longest
            self._tell({
                "title": window.windowTitle(), "ms": ms,
                "longest": [asdict(b) for b in longest[:3]],
            })  # fmt: skip

        QTimer.singleShot(FILLING_MS, tell)

    def _tell(self, answer: dict[str, Any]) -> None:
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


class ProbedDesktop(desktop.Desktop):
    """The desktop, with a probe."""

    def open(self) -> None:
        """Show the program as ever, then listen."""
        super().open()
        self.probe = Probe(self)


def _journal(publish: Publish) -> DiskJournal:
    return DiskJournal(Shelf(host.data_folder() / "takes"), publish, DISK.open)


def main() -> None:
    """Be the program."""
    desktop.Desktop = ProbedDesktop  # type: ignore[misc]  # the program makes one of it
    stages.journal = _journal
    overlay.OverlayPill = Painted  # type: ignore[attr-defined]
    cli.main()
