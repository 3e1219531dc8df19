"""Makes a picture of every window, light and dark, with a scripted program behind it.

python -m tests.e2e.windows_pictures FOLDER    on a screen of any kind, Xvfb for instance

Writes ``NAME-light.png`` and ``NAME-dark.png``.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from dictate.assembly.files import Row, State
from dictate.assembly.past import Past
from dictate.assembly.past_watch import PastWatch
from dictate.domain import (
    EngineState,
    EngineStatus,
    MicrophoneStatus,
    ModelInfo,
    Phase,
    Segment,
    TakeId,
    Timings,
)
from dictate.engine.holding import HeldModel
from dictate.events import EngineChanged, Event, LevelMeasured, MicrophoneChanged, PhaseChanged
from dictate.gui import language
from dictate.gui.about import AboutBox
from dictate.gui.facts import Facts
from dictate.gui.files_window import FilesWindow
from dictate.gui.history_desk import HistoryDesk
from dictate.gui.models_desk import ModelsDesk
from dictate.gui.overlay import Overlay
from dictate.gui.pyside_guard import keep_singletons
from dictate.gui.qt_clipboard import QtClipboard
from dictate.gui.settings_sources import Sources
from dictate.gui.settings_window import SettingsWindow
from dictate.gui.statistics_desk import StatisticsDesk
from dictate.gui.welcome_desk import WelcomeDesk
from dictate.gui.window import Window
from dictate.settings import store
from dictate.settings.profiles import Profile
from dictate.settings.schema import Settings
from dictate.store.growing_file import as_pcm, header
from dictate.store.history import History, private_folder
from dictate.store.history_entry import Entry
from dictate.text.exports import Written
from tests.gui.scripted_program import ScriptedProgram
from tests.gui.test_welcome import Room

SETTLING_MS = 700
COLOURS = 256
DARK = {
    QPalette.ColorRole.Window: "#2b2d30",
    QPalette.ColorRole.WindowText: "#e6e6e6",
    QPalette.ColorRole.Base: "#1f2123",
    QPalette.ColorRole.AlternateBase: "#26282b",
    QPalette.ColorRole.Text: "#e6e6e6",
    QPalette.ColorRole.PlaceholderText: "#9a9da1",
    QPalette.ColorRole.Button: "#3a3d41",
    QPalette.ColorRole.ButtonText: "#e6e6e6",
    QPalette.ColorRole.ToolTipBase: "#3a3d41",
    QPalette.ColorRole.ToolTipText: "#e6e6e6",
    QPalette.ColorRole.Highlight: "#3d7ab8",
    QPalette.ColorRole.HighlightedText: "#ffffff",
    QPalette.ColorRole.Light: "#4a4d52",
    QPalette.ColorRole.Dark: "#191a1c",
    QPalette.ColorRole.Mid: "#303236",
    QPalette.ColorRole.Midlight: "#404347",
    QPalette.ColorRole.Shadow: "#101112",
}
FACTS = Facts(
    hotkey="Right Ctrl",
    engine=EngineStatus(EngineState.READY, ModelInfo("base", Path("base"), "cpu", "int8")),
    microphone=MicrophoneStatus("Desk microphone"),
)
SAID = Written("We meet at nine.", (Segment(0.0, 2.0, "We meet at nine."),))
DICTATED = (
    "Please move the meeting to Thursday at ten.",
    "The second paragraph needs a source.",
    "Thank you for the quick answer; I will look into it tomorrow and send you the numbers.",
    "Milk, bread, apples.",
    "We meet pie torch people at nine.",
)
NOON_S = 1_767_268_800.0
FILES = (
    Row(1, Path("interview.mp4"), State.DONE, 1.0, written=SAID),
    Row(2, Path("lecture.mp3"), State.WORKING, 0.42, 610.0),
    Row(3, Path("memo.m4a")),
)


def dark() -> QPalette:
    """Return the colours of a dark desktop."""
    palette = QPalette()
    for role, colour in DARK.items():
        palette.setColor(role, QColor(colour))
        is_text = role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)
        if is_text or role is QPalette.ColorRole.WindowText:
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor("#85888c"))
    return palette


def small(image: QImage) -> QImage:
    """Return it in its 256 commonest colours: a window has few, and a third of the bytes will do.

    What can be seen through stays as it is.
    """
    if image.hasAlphaChannel():
        return image
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    colours, counts = np.unique(np.frombuffer(plain.constBits(), np.uint32), return_counts=True)
    commonest = [int(colour) for colour in colours[np.argsort(-counts)][:COLOURS]]
    return plain.convertToFormat(QImage.Format.Format_Indexed8, commonest)


def settle(milliseconds: int = SETTLING_MS) -> None:
    """Let windows be painted and threads answer."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main(folder: Path) -> None:
    """Write all pictures."""
    keep_singletons()
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    language.use("en")  # dates as well
    folder.mkdir(parents=True, exist_ok=True)
    light = QPalette(app.palette())
    for name, palette in (("light", light), ("dark", dark())):
        app.setPalette(palette)
        for window, take in _windows():
            path = folder / f"{window}-{name}.png"
            with take() as widget:
                began_s = time.perf_counter()
                widget.show()
                opened_ms = (time.perf_counter() - began_s) * 1000
                settle()
                small(widget.grab().toImage()).save(str(path))
            print(f"{path.name}: shown in {opened_ms:.0f} ms, {path.stat().st_size // 1024} KB")


def _windows() -> Iterator[tuple[str, Callable[[], AbstractContextManager[QWidget]]]]:
    yield "window", _window
    yield "models", _models
    yield "files", _files
    yield "settings", _settings
    yield "profiles", _profiles
    yield "history", _history
    yield "statistics", _statistics
    yield "about", _about
    yield "overlay", _overlay
    for number, page in enumerate(("microphone", "hotkey", "model", "sentence")):
        yield f"first-steps-{page}", partial(_welcome, number)


@contextmanager
def _window() -> Iterator[QWidget]:
    window = Window(QMenu())
    window.show_facts(FACTS)
    yield window
    window.close()


@contextmanager
def _models() -> Iterator[QWidget]:
    program = ScriptedProgram(_nobody)
    program.held = (HeldModel("builtin", "cpu", "int8", 84.0),)
    desk = ModelsDesk(program.shelf)
    desk.open()
    assert desk.window is not None
    settle()
    desk.window.table.choose("base")
    desk.window.show_progress("Downloading base: 61 MB of 148 MB", 0.42)
    yield desk.window
    desk.close()


@contextmanager
def _files() -> Iterator[QWidget]:
    window = FilesWindow()
    window.show_rows(FILES)
    yield window
    window.close()


@contextmanager
def _settings() -> Iterator[QWidget]:
    room = Room()
    window = SettingsWindow(
        Sources(lambda: (), lambda: (), room.senses().listen, lambda: None, bool, lambda: None)
    )
    window.show_settings(Settings())
    yield window
    window.close()


@contextmanager
def _profiles() -> Iterator[QWidget]:
    """Show the page of the profiles: what a window for mails has of its own."""
    mail = Profile(
        window_class=("thunderbird",),
        overrides={"engine.language": "de", "output.submit_key": "ctrl+enter"},
    )
    others = {"chat": Profile(title=("*Element*",)), "secret": Profile(private=True)}
    settings = store.replace_whole(Settings(), "profiles", {"mail": mail, **others})
    with _settings() as window:
        assert isinstance(window, SettingsWindow)
        window.show_settings(settings)
        settle()
        window.show_group("profiles")
        yield window


@contextmanager
def _history() -> Iterator[QWidget]:
    with tempfile.TemporaryDirectory() as name, closing(QtClipboard()) as clipboard:
        folder = Path(name)
        written_history(folder)
        program = ScriptedProgram(_nobody)
        desk = HistoryDesk(program, clipboard, past=Past(lambda: folder))
        desk.open()
        assert desk.window is not None
        settle()
        yield desk.window
        desk.close()


@contextmanager
def _statistics() -> Iterator[QWidget]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        written_history(folder)
        held = HeldModel("base", "cpu", "int8", 310.0)
        desk = StatisticsDesk(lambda: (held,), watch=PastWatch(lambda: folder))
        desk.open()
        assert desk.window is not None
        settle()
        yield desk.window
        desk.close()


def written_history(folder: Path) -> None:
    """Write some weeks of dictation: the last text with its sound, one of them corrected."""
    chance, samples = random.Random(3), np.sin(np.arange(16000, dtype=np.float32) / 40)
    samples *= np.abs(np.sin(np.arange(16000, dtype=np.float32) / 1900))
    with closing(History(private_folder(folder))) as history:
        for n in range(60):
            decode_ms = chance.lognormvariate(5.6, 0.5)
            times = Timings(
                tail_ms=chance.uniform(15, 35), vad_ms=chance.uniform(20, 60),
                queue_ms=chance.choice((0.0, 0.0, 40.0)), decode_ms=decode_ms, text_ms=2.0,
                cleanup_ms=chance.choice((0.0, 0.0, 300.0)), output_ms=chance.uniform(10, 30),
            )  # fmt: skip
            whole_ms = times.tail_ms + times.queue_ms + decode_ms + 32 + times.cleanup_ms
            text = DICTATED[n % len(DICTATED)]
            entry = Entry(
                text, NOON_S + 3600 * n, text.lower(), "kate", "notes.md", model="base",
                language="en", device="cpu", duration_s=len(text) / 15,
                timings=replace(times, release_to_text_ms=whole_ms),
            )  # fmt: skip
            number = history.add(entry)
        (private_folder(history.sounds) / "1.wav").write_bytes(header(16000) + as_pcm(samples))
        history.attach(number, history.sounds / "1.wav")
        history.correct(number, "We meet PyTorch people at nine.", (1 / 6, 0.2))


@contextmanager
def _about() -> Iterator[QWidget]:
    box = AboutBox()
    box.show_facts(FACTS, Path("~/.config/dictate/settings.toml"))
    yield box
    box.close()


@contextmanager
def _overlay() -> Iterator[QWidget]:
    overlay = Overlay(lambda: Settings().overlay)
    overlay.on_event(MicrophoneChanged(MicrophoneStatus("Desk microphone")))
    overlay.on_event(EngineChanged(FACTS.engine))
    overlay.on_event(PhaseChanged(Phase.RECORDING, TakeId(1)))
    for level in (-30.0, -18.0, -12.0, -20.0, -14.0, -25.0, -16.0):
        overlay.on_event(LevelMeasured(level - 8, level, speech=True))
        settle(60)
    assert overlay.pill is not None
    yield overlay.pill
    overlay.vanish()


@contextmanager
def _welcome(number: int) -> Iterator[QWidget]:
    program, room = ScriptedProgram(_nobody), Room()
    desk = WelcomeDesk(program, lambda: FACTS, room.senses())
    desk.open()
    assert desk.window is not None
    room.tell[0](LevelMeasured(-22.0, -14.0, speech=True))
    desk.window.turn(number)
    if number == 1:
        desk.on_event(PhaseChanged(Phase.RECORDING, TakeId(1)))
    yield desk.window
    desk.close()


def _nobody(_event: Event) -> None:
    """Nobody listens."""


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as empty:
        os.environ["DICTATE_MODELS"] = os.environ["HF_HUB_CACHE"] = empty
        main(Path(sys.argv[1]))
