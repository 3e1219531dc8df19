"""A desk to dictate at: screen, tray, microphone, another program's window, and the real Dictate.

    with Desk(folder) as desk:
        desk.start()
        with desk.holding("Control_R"):
            desk.say("mail_en")
        assert desk.typed() == ...

Dictate runs as its own process with an empty home; its state is asked for over the same channel as
``dictate status`` uses.
"""

from __future__ import annotations

import contextlib
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, cast

import psutil

from dictate.control import channel
from dictate.errors import ControlError
from tests.desktop.editor import TITLE, Editor
from tests.desktop.pulse import VirtualMicrophone
from tests.desktop.screen import VirtualScreen, wait_until
from tests.home import make_home

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "resources/samples"
HOTKEY = "Control_R"
"""The default binding, as xdotool calls it."""

STARTING_S = 60.0
"""Loading the model on a busy machine, with room."""
TAKE_S = 30.0


class Desk:
    """Everything around one running Dictate; a context manager, usable once."""

    def __init__(
        self,
        folder: Path,
        *,
        plugged: bool = True,
        xtest: bool = True,
        size: tuple[int, int] = (1280, 800),
        title: str = TITLE,
    ) -> None:
        self._stack = ExitStack()
        # Short: the name of a Unix socket has room for about a hundred characters.
        self.home = Path(tempfile.mkdtemp(prefix="dictate-desk-"))
        self.settings_file = folder / "settings.toml"
        self.screen = VirtualScreen(
            width=size[0], height=size[1], tray=True, dbus=True, server_options=_options(xtest)
        )
        self.microphone = VirtualMicrophone(plugged=plugged)
        self.editor = Editor(self.screen, folder / "typed.txt", title=title)
        self.program: subprocess.Popen[Any] | None = None

    def __enter__(self) -> Desk:
        with contextlib.ExitStack() as stack:
            stack.callback(shutil.rmtree, self.home, ignore_errors=True)
            stack.enter_context(self.microphone)
            stack.enter_context(self.screen)
            for name in ("PULSE_SOURCE", "PULSE_SINK"):  # of the person who runs the tests
                self.screen.env.pop(name, None)
            self.screen.env |= {**make_home(self.home), **self.microphone.env}
            stack.enter_context(self.editor)
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()

    # -- the program -----------------------------------------------------------------------------

    def start(self, settings: str = "") -> None:
        """Start Dictate in the tray and wait until its model is loaded and it knows its hotkey."""
        if settings:
            self.settings_file.write_text(settings, encoding="utf-8")
        self.program = self.screen.spawn(*self.command(), stderr=subprocess.PIPE, text=True)
        self.wait_for(lambda now: now["engine"]["state"] == "ready", "a loaded model", STARTING_S)
        self.editor.focus()

    def command(self, *words: str) -> tuple[str, ...]:
        """Return how Dictate is called here."""
        return (sys.executable, "-m", "dictate", "--config", str(self.settings_file), *words)

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run another start of Dictate to its end."""
        return subprocess.run(
            self.command(*words), env=self.screen.env, cwd=ROOT,
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip

    def tell(self, command: str) -> dict[str, Any]:
        """Give the running Dictate a command."""
        return channel.send(command, folder=self.home / "run/dictate")

    def status(self) -> dict[str, Any]:
        """Return what it is doing; empty while it cannot say."""
        assert self.program is not None
        if self.program.poll() is not None:
            raise AssertionError(f"Dictate ended with {self.program.returncode}: {self.said()}")
        try:
            return self.tell("status")
        except ControlError:
            return {}

    def said(self) -> str:
        """Return what it wrote on its standard error before it ended."""
        assert self.program is not None and self.program.stderr is not None
        return cast(str, self.program.stderr.read())

    def log(self) -> str:
        """Return what it wrote to its log file so far."""
        file = next(self.home.rglob("dictate.log"), None)
        return file.read_text(encoding="utf-8") if file else ""

    def wait_for(self, check: Any, what: str, timeout_s: float = TAKE_S) -> dict[str, Any]:
        """Wait until its status passes the check; return that status."""
        seen: list[dict[str, Any]] = [{}]

        def look() -> bool:
            seen[0] = self.status()
            return bool(seen[0]) and bool(check(seen[0]))

        try:
            wait_until(look, what, timeout_s)
        except AssertionError as error:
            raise AssertionError(f"{error}; the status is {seen[0]}") from None
        return seen[0]

    def wait_for_phase(self, phase: str, timeout_s: float = TAKE_S) -> dict[str, Any]:
        """Wait until it is idle, recording, ..."""
        return self.wait_for(lambda now: now["phase"] == phase, f"phase {phase}", timeout_s)

    def processes(self) -> list[psutil.Process]:
        """Return the running Dictate with everything it started."""
        assert self.program is not None
        parent = psutil.Process(self.program.pid)
        return [parent, *parent.children(recursive=True)]

    # -- the person at the desk ------------------------------------------------------------------

    @contextlib.contextmanager
    def holding(self, key: str = HOTKEY) -> Iterator[None]:
        """Hold a key; what is inside happens once Dictate records."""
        self.screen.xdotool("keydown", key)
        try:
            self.wait_for_phase("recording")
            yield
        finally:
            self.screen.xdotool("keyup", key)
        # A press within the release grace would go on with this take; no hand is that quick.
        self.wait_for(lambda now: now["phase"] != "recording", "the end of the take")

    def press(self, key: str) -> None:
        """Press a key and let go."""
        self.screen.xdotool("key", key)

    def tray_icon(self) -> tuple[int, int]:
        """Wait for Dictate's icon in the tray; return its middle on the screen."""
        found: list[tuple[int, int]] = []

        def look() -> bool:
            found[:] = [
                (x + width // 2, y + height // 2)
                for width, height, x, y in self._own_windows()
                if 10 <= width <= 64  # what remains are windows nobody sees, and big ones
            ]
            return bool(found)

        wait_until(look, "an icon in the tray")
        return found[0]

    def _own_windows(self) -> list[tuple[int, int, int, int]]:
        """Return width, height and place of Dictate's windows, the tray's icon among them."""
        row = re.compile(r'"Dictate".* (\d+)x(\d+)\S+ +\+(-?\d+)\+(-?\d+)$', re.MULTILINE)
        rows = row.findall(self.screen.run("xwininfo", "-root", "-tree"))
        return [(int(w), int(h), int(x), int(y)) for w, h, x, y in rows]

    def open_menu(self) -> None:
        """Click the icon with the right button and wait for the menu."""
        x, y = self.tray_icon()
        self.screen.xdotool("mousemove", str(x), str(y), "click", "3")
        wait_until(lambda: any(h > 200 for _, h, _, _ in self._own_windows()), "the menu")

    def say(self, sample: str) -> None:
        """Speak one of the shipped recordings to its end."""
        self.microphone.play(SAMPLES / f"{sample}.wav")

    def dictate(self, sample: str) -> None:
        """Hold the hotkey, speak, let go."""
        with self.holding():
            self.say(sample)

    def typed(self) -> str:
        """Return what stands in the other program once Dictate is idle and typing is over."""
        self.wait_for_phase("idle")
        return self.editor.settle()

    def clipboard(self) -> str:
        """Return the text on the desktop's clipboard, empty when there is none."""
        done = subprocess.run(
            ("xclip", "-selection", "clipboard", "-o"),
            env=self.screen.env, capture_output=True, timeout=10, check=False,
        )  # fmt: skip
        return done.stdout.decode()


def text_of(sample: str) -> str:
    """Return what is said in a shipped recording."""
    return (SAMPLES / f"{sample}.txt").read_text(encoding="utf-8").strip()


def assert_said(text: str, *samples: str) -> None:
    """Fail unless a text is what these recordings say, in order.

    The tests of the model judge the model; here one word inside each recording may be another. The
    words at both ends count in any case: they show that no sound was cut off.
    """
    heard = words(text)
    for sample in samples:
        said = words(text_of(sample))
        wrong = {n for n, word in enumerate(said) if heard[n : n + 1] != [word]}
        assert len(wrong) <= 1 and not wrong & {0, len(said) - 1}, (text, text_of(sample))
        heard = heard[len(said) :]
    assert not heard, (text, samples)


def words(text: str) -> list[str]:
    """Return the words of a text without case and punctuation."""
    return re.findall(r"\w+", text.lower())


def _options(xtest: bool) -> tuple[str, ...]:
    # Without this extension of the X server nobody can make key presses: not Dictate either.
    return () if xtest else ("-extension", "XTEST")
