"""The overlay in a process of its own, fed with events by a test.

    with Pill(screen, show="full", scheme="dark") as pill:
        pill.say(phase="recording")
        pill.say(level=-20.0)
        pill.wait_for("shown")

Each line on its standard input is one event; it tells on its standard output when it is ``shown``
or ``hidden``, and that a click wants to ``stop`` or to ``cancel``.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.desktop.screen import VirtualScreen

NAME = "Dictation"


class Pill:
    """The process; a context manager, usable once."""

    def __init__(
        self, screen: VirtualScreen, *, show: str = "minimal", scheme: str = "light", scale: int = 1
    ) -> None:
        self._screen, self._options = screen, (show, scheme)
        self._scale = scale
        self._process: subprocess.Popen[Any] | None = None
        self._told: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read, name="pill-reader", daemon=True)

    def __enter__(self) -> Pill:
        root = Path(__file__).resolve().parents[2]
        path = os.pathsep.join(p for p in (str(root), os.environ.get("PYTHONPATH")) if p)
        self._process = self._screen.spawn(
            sys.executable,
            str(Path(__file__).resolve()),
            *self._options,
            env={"PYTHONPATH": path, "QT_SCALE_FACTOR": str(self._scale)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._reader.start()
        self.wait_for("ready", 30.0)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process is not None:
            self._screen.stop(self._process)
            self._reader.join(5.0)

    @property
    def pid(self) -> int:
        """The process."""
        assert self._process is not None
        return self._process.pid

    def say(self, **event: object) -> None:
        """Give it an event: ``phase=``, ``level=``, ``text=(committed, tentative)``,
        ``verdict=`` or ``error=``."""
        assert self._process is not None and self._process.stdin is not None
        self._process.stdin.write(json.dumps(event) + "\n")
        self._process.stdin.flush()

    def wait_for(self, told: str, timeout_s: float = 10.0) -> None:
        """Wait until it tells this."""
        while (heard := self._told.get(timeout=timeout_s)) != told:
            assert heard, "the overlay ended"

    def geometry(self) -> tuple[int, int, int, int]:
        """Return where it is on the screen: x, y, width, height."""
        window = self._screen.wait_for_window(f"^{NAME}$")
        lines = self._screen.xdotool("getwindowgeometry", "--shell", window).splitlines()
        values = dict(line.split("=") for line in lines)
        return tuple(int(values[key]) for key in ("X", "Y", "WIDTH", "HEIGHT"))  # type: ignore[return-value]

    def _read(self) -> None:
        assert self._process is not None and self._process.stdout is not None
        for line in self._process.stdout:
            self._told.put(line.strip())
        self._told.put("")


def _event(said: dict[str, Any]) -> Any:
    from dictate.domain import (
        Notice,
        Phase,
        Severity,
        TakeId,
        TakeReport,
        Timings,
        Transcript,
        Verdict,
    )
    from dictate.events import LevelMeasured, NoticeRaised, PhaseChanged, TakeFinished, TextForeseen

    ((kind, value),) = said.items()
    match kind:
        case "phase":
            return PhaseChanged(Phase(value), TakeId(1))
        case "level":
            return LevelMeasured(value, value + 6, speech=value > -35)
        case "text":
            return TextForeseen(TakeId(1), *value)
        case "verdict":
            heard = Transcript("", Verdict(value))
            return TakeFinished(TakeReport(TakeId(1), "", heard.verdict, heard, 2.0, Timings()))
        case _:
            return NoticeRaised(Notice(Severity.ERROR, value, "Try again."))


def _run(show: str, scheme: str) -> int:
    """Be the overlay."""
    from PySide6.QtCore import QEvent, QObject, QSocketNotifier
    from PySide6.QtGui import QColor, QPalette
    from PySide6.QtWidgets import QApplication

    from dictate.gui.overlay import Overlay
    from dictate.settings.choices import OverlayShow
    from dictate.settings.schema import OverlaySettings

    app = QApplication(["pill"])
    app.setQuitOnLastWindowClosed(False)
    if scheme == "dark":  # as a desktop's theme would set it; here there is none
        app.setPalette(QPalette(QColor("#2d2d30"), QColor("#202022")))
    overlay = Overlay(lambda: OverlaySettings(OverlayShow(show)))

    def say(word: str) -> None:
        print(word, flush=True)

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if watched is overlay.pill and event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
                say("shown" if event.type() is QEvent.Type.Show else "hidden")
            return False

    watch = Watch()
    app.installEventFilter(watch)
    overlay.stop_wanted.connect(lambda: say("stop"))
    overlay.cancel_wanted.connect(lambda: say("cancel"))

    def hear() -> None:
        # Whatever came at once is read at once: the notifier does not see what is buffered.
        for line in os.read(sys.stdin.fileno(), 65536).decode().splitlines() or [""]:
            if not line:
                app.quit()
                return
            overlay.on_event(_event(json.loads(line)))

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(hear)
    say("ready")
    code = int(app.exec())
    overlay.vanish()
    return code


if __name__ == "__main__":
    sys.exit(_run(sys.argv[1], sys.argv[2]))
