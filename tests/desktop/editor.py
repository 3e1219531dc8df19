"""A small Qt text editor as the user's window, and the handle by which a test sees its content.

    with Editor(screen, tmp_path / "typed.txt") as editor:
        ...  # type something
        editor.wait_for("Hello.")

The program writes what it holds to the file within 5 ms of a change and tells, line by line on its
standard output, when: ``{"event": "text", "characters": 6, "at_s": 123.4}`` (monotonic time, the
same clock as in the test's process). A line ``clear`` on its standard input empties it.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.desktop.screen import VirtualScreen

TITLE = "Dictate test editor"
FIELDS = ("plain", "line", "password", "locked")
"""QPlainTextEdit, QLineEdit, one that hides what is typed, and an edit that takes nothing."""


class Editor:
    """The editor running in a process of its own on a virtual screen, focused once entered."""

    def __init__(
        self, screen: VirtualScreen, file: Path, *, title: str = TITLE, field: str = "plain"
    ) -> None:
        self._screen = screen
        self._file = file
        self._title = title
        self._field = field
        self._process: subprocess.Popen[Any] | None = None
        self._events: queue.Queue[dict[str, Any]] = queue.Queue()
        self._reader: threading.Thread | None = None
        self.window = ""
        """The X id of its window."""
        self.first_at_s = 0.0
        """When the first change since the last ``clear`` was seen."""
        self.last_at_s = 0.0
        """When the newest change seen by a ``wait_for`` happened."""

    def __enter__(self) -> Editor:
        root = Path(__file__).resolve().parents[2]
        path = os.pathsep.join(p for p in (str(root), os.environ.get("PYTHONPATH")) if p)
        self._process = self._screen.spawn(
            sys.executable,
            str(Path(__file__).resolve()),
            str(self._file),
            self._title,
            self._field,
            env={"PYTHONPATH": path},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._reader = threading.Thread(target=self._read, name="editor-reader", daemon=True)
        self._reader.start()
        try:
            self._await("ready")
            self.window = self._screen.wait_for_window(f"^{self._title}$")
            self._screen.focus(self.window)
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def text(self) -> str:
        """What is in the editor now."""
        return self._file.read_bytes().decode() if self._file.exists() else ""

    def wait_for(self, text: str, timeout_s: float = 10.0) -> None:
        """Wait until exactly this is in the editor."""
        end_s = time.monotonic() + timeout_s
        while self.text() != text:
            left_s = end_s - time.monotonic()
            try:
                event = self._events.get(timeout=max(0.0, left_s))
            except queue.Empty:
                raise AssertionError(f"in the editor: {self.text()!r}, not {text!r}") from None
            self._note(event)
        while not self._events.empty():
            self._note(self._events.get())

    def settle(self, quiet_s: float = 0.3) -> str:
        """Wait until nothing has changed for a while; return what is there."""
        while True:
            try:
                self._note(self._events.get(timeout=quiet_s))
            except queue.Empty:
                return self.text()

    def clear(self) -> None:
        """Empty it."""
        process = self._process
        assert process is not None and process.stdin is not None
        process.stdin.write("clear\n")
        process.stdin.flush()
        self._await("cleared")
        self.first_at_s = self.last_at_s = 0.0

    def focus(self) -> None:
        """Give it the keyboard."""
        self._screen.focus(self.window)

    def close(self) -> None:
        """End the program."""
        if self._process is not None:
            self._screen.stop(self._process)
            self._process = None
        if self._reader is not None:
            self._reader.join(5.0)
            self._reader = None

    def _await(self, name: str, timeout_s: float = 30.0) -> None:
        end_s = time.monotonic() + timeout_s
        while True:
            try:
                event = self._events.get(timeout=max(0.0, end_s - time.monotonic()))
            except queue.Empty:
                raise AssertionError(f"the editor did not say: {name}") from None
            if event["event"] == name:
                return

    def _note(self, event: dict[str, Any]) -> None:
        if event["event"] == "text":
            self.first_at_s = self.first_at_s or event["at_s"]
            self.last_at_s = event["at_s"]

    def _read(self) -> None:
        process = self._process
        assert process is not None and process.stdout is not None
        try:
            for line in process.stdout:
                self._events.put(json.loads(line))
        except ValueError:
            pass  # closed while reading


def _run(file: Path, title: str, field: str) -> int:
    """Be the editor."""
    from PySide6.QtCore import QSocketNotifier, QTimer
    from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

    app = QApplication([title])
    edit = QPlainTextEdit() if field in ("plain", "locked") else QLineEdit()
    edit.setReadOnly(field == "locked")
    if isinstance(edit, QLineEdit) and field == "password":
        edit.setEchoMode(QLineEdit.EchoMode.Password)
    edit.setWindowTitle(title)
    edit.resize(700, 300)

    def content() -> str:
        return edit.toPlainText() if isinstance(edit, QPlainTextEdit) else edit.text()

    def say(event: str, at_s: float = 0.0) -> None:
        print(json.dumps({"event": event, "characters": len(content()), "at_s": at_s}), flush=True)

    changed_at_s = 0.0

    def changed() -> None:
        nonlocal changed_at_s
        changed_at_s = time.monotonic()
        if not saving.isActive():
            saving.start()

    def save() -> None:
        fresh = file.with_name(file.name + ".new")
        fresh.write_bytes(content().encode())
        fresh.replace(file)
        say("text", changed_at_s)

    # Saving after each key would slow down what is being measured.
    saving = QTimer(interval=5, singleShot=True)
    saving.timeout.connect(save)

    def command() -> None:
        if not sys.stdin.readline():
            app.quit()
            return
        edit.clear()
        save()
        saving.stop()
        say("cleared")

    edit.textChanged.connect(changed)
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(command)
    edit.show()
    edit.activateWindow()
    app.processEvents()
    say("ready")
    return int(app.exec())


if __name__ == "__main__":
    sys.exit(_run(Path(sys.argv[1]), sys.argv[2], sys.argv[3]))
