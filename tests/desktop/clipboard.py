"""A program that has copied something, and what a test sees of the clipboard.

    with Copied(screen, text="kept", html="<b>kept</b>", picture=(800, 600)) as copied:
        before = formats(screen)
        ...
        assert formats(screen) == before

The program is a small Qt process, as most that copy pictures are; pictures of noise are so large
that they travel in instalments.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.desktop.screen import VirtualScreen, wait_until

OWN_FORMAT = "application/x-dictate-test"


class Copied:
    """A process that owns the clipboard; a context manager, usable once."""

    def __init__(
        self,
        screen: VirtualScreen,
        *,
        text: str = "",
        html: str = "",
        picture: tuple[int, int] = (0, 0),
        own: bytes = b"",
    ) -> None:
        self._screen = screen
        self._wanted = {"text": text, "html": html, "picture": picture, "own": own.hex()}
        self._process: subprocess.Popen[Any] | None = None

    def __enter__(self) -> Copied:
        root = Path(__file__).resolve().parents[2]
        self._process = self._screen.spawn(
            sys.executable,
            str(Path(__file__).resolve()),
            json.dumps(self._wanted),
            env={"PYTHONPATH": os.pathsep.join((str(root), os.environ.get("PYTHONPATH", "")))},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline().strip() == "copied"
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process is not None:
            self._screen.stop(self._process)


def formats(screen: VirtualScreen, selection: str = "clipboard") -> dict[str, bytes]:
    """Return everything that can be pasted now, by format, as another program sees it."""
    names = fetch(screen, "TARGETS", selection).decode().split()
    questions = {"TARGETS", "TIMESTAMP", "MULTIPLE", "SAVE_TARGETS"}
    return {name: fetch(screen, name, selection) for name in names if name not in questions}


def fetch(screen: VirtualScreen, target: str, selection: str = "clipboard") -> bytes:
    """Return one format; empty when there is none."""
    return subprocess.run(
        ("xclip", "-selection", selection, "-out", "-target", target),
        env=screen.env,
        capture_output=True,
        timeout=20,
        check=False,
    ).stdout


def copy_text(screen: VirtualScreen, text: str, selection: str = "clipboard") -> None:
    """Copy a text as a user does in some other program."""
    subprocess.run(
        ("xclip", "-selection", selection, "-in"),
        env=screen.env,
        input=text.encode(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=20,
        check=True,
    )
    # xclip returns before its copy in the background owns the clipboard.
    wait_until(lambda: fetch(screen, "UTF8_STRING", selection) == text.encode(), "the copied text")


def _run(wanted: dict[str, Any]) -> int:
    """Be the program."""
    from PySide6.QtCore import QMimeData, QSocketNotifier
    from PySide6.QtGui import QGuiApplication, QImage, QWindow

    app = QGuiApplication(["copied"])
    window = QWindow()
    window.create()
    data = QMimeData()
    if wanted["text"]:
        data.setText(wanted["text"])
    if wanted["html"]:
        data.setHtml(wanted["html"])
    width, height = wanted["picture"]
    if width:
        noise = os.urandom(4 * width * height)
        data.setImageData(QImage(noise, width, height, QImage.Format.Format_RGB32).copy())
    if wanted["own"]:
        data.setData(OWN_FORMAT, bytes.fromhex(wanted["own"]))
    app.clipboard().setMimeData(data)
    app.processEvents()
    print("copied", flush=True)
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(app.quit)
    return int(app.exec())


if __name__ == "__main__":
    sys.exit(_run(json.loads(sys.argv[1])))
