"""The window of the press, on a real X server."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from pathlib import Path

import pytest

from dictate.assembly.wiring import chooser
from dictate.domain import OutputMethod, TakeId
from dictate.errors import FocusMoved
from dictate.injected import InjectedKeys
from dictate.output import profile_match
from dictate.output.chain import DeliveryChain
from dictate.output.outlets import Outlets
from dictate.output.x11_focus import X11Focus
from dictate.settings.profiles import Profile
from dictate.settings.schema import OutputSettings
from tests.desktop.editor import Editor
from tests.desktop.screen import VirtualScreen


@pytest.fixture
def outlets(screen: VirtualScreen) -> Iterator[Outlets]:
    outlets = Outlets()
    assert outlets.prepare(OutputMethod.AUTO, InjectedKeys()) is None
    yield outlets
    outlets.close()


def test_a_text_waits_for_its_window(
    screen: VirtualScreen, editor: Editor, outlets: Outlets, tmp_path: Path
) -> None:
    sink = DeliveryChain(OutputSettings(), outlets)
    with Editor(screen, tmp_path / "other.txt", title="Another window") as other:
        sink.aim(TakeId(1))  # spoken for the other one
        assert outlets.aims is not None
        assert outlets.aims._thread.ask(lambda: None).result(5) is None
        editor.focus()
        with pytest.raises(FocusMoved):
            sink.deliver("words", TakeId(1))
        sink.aim(TakeId(2))
        assert sink.deliver("more words", TakeId(2)).method is OutputMethod.TYPE
        editor.wait_for("more words")
        assert other.settle(0.1) == ""


def test_the_focused_window_and_its_names(screen: VirtualScreen, editor: Editor) -> None:
    focus = X11Focus()
    window = focus.focused()
    focus.close()
    assert window.id == int(editor.window)
    assert not window.is_panel
    assert len(window.classes) == 2


def test_a_window_tells_its_title_and_its_program(screen: VirtualScreen, tmp_path: Path) -> None:
    focus = X11Focus()
    with Editor(screen, tmp_path / "notes.txt", title="Größe – notes"):
        assert focus.focused().title == "", "it is none of our business unless asked for"
        window = focus.described(focus.focused())
    focus.close()
    assert window.title == "Größe – notes"
    assert any("python" in program for program in window.programs)
    profile = Profile(title=("*größe*",), executable=("*python*",))
    known = {"other": Profile(title=("x",)), "notes": profile}
    assert profile_match.choose(known, window) == "notes"


def test_the_window_of_a_press_chooses_the_profile(
    screen: VirtualScreen, editor: Editor, outlets: Outlets, tmp_path: Path
) -> None:
    chosen: queue.SimpleQueue[str] = queue.SimpleQueue()
    assert outlets.watch_focus()
    assert outlets.aims is not None
    by_window = chooser({"notes": Profile(title=("*notes",))}, outlets.aims)
    with Editor(screen, tmp_path / "notes.txt", title="My notes"):
        by_window(TakeId(1), chosen.put)
        assert chosen.get(timeout=5) == "notes"
    editor.focus()
    by_window(TakeId(2), chosen.put)
    assert chosen.get(timeout=5) == ""


@pytest.mark.parametrize("method", [OutputMethod.TYPE, OutputMethod.PASTE])
def test_a_submit_key_follows_the_text(
    editor: Editor, outlets: Outlets, method: OutputMethod
) -> None:
    sink = DeliveryChain(OutputSettings(method, submit_key="enter"), outlets)
    assert sink.deliver("Größe!").fallback_reason == ""
    editor.wait_for("Größe!\n")
    assert sink.deliver("again").method is method
    editor.wait_for("Größe!\nagain\n")
