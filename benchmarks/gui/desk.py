"""The desk of the benchmark: screen, tray, microphone, another window, the probed program."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from tests.e2e.desktop import STARTING_S, Desk

ANSWER_S = 60.0


class ProbedDesk(Desk):
    """A desk whose program can be asked what its GUI thread does."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._answers: queue.Queue[dict[str, Any]] = queue.Queue()

    def __enter__(self) -> ProbedDesk:
        super().__enter__()
        return self

    def start(self, settings: str = "") -> None:
        """Start it and wait until its model is loaded."""
        self.settings_file.write_text(settings, encoding="utf-8")
        words = (sys.executable, "-m", "benchmarks.gui.probe", "--config", str(self.settings_file))
        self.program = self.screen.spawn(
            *words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=None, text=True
        )
        threading.Thread(target=self._read, name="probe-reader", daemon=True).start()
        self.wait_for(lambda now: now["engine"]["state"] == "ready", "a loaded model", STARTING_S)
        self.editor.focus()

    @property
    def pid(self) -> int:
        """The process with the GUI."""
        assert self.program is not None
        return self.program.pid

    def ask(self, what: str, **more: object) -> dict[str, Any]:
        """Have the probe do something; return its answer."""
        assert self.program is not None and self.program.stdin is not None
        self.program.stdin.write(json.dumps({"do": what, **more}) + "\n")
        self.program.stdin.flush()
        return self._answers.get(timeout=ANSWER_S)

    def _read(self) -> None:
        assert self.program is not None and self.program.stdout is not None
        for line in self.program.stdout:
            self._answers.put(json.loads(line))
