"""The window of the press, on a real X server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dictate.domain import OutputMethod, TakeId
from dictate.errors import FocusMoved
from dictate.injected import InjectedKeys
from dictate.output.chain import DeliveryChain
from dictate.output.outlets import Outlets
from dictate.output.x11_focus import X11Focus
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
        assert outlets.aims._thread.submit(lambda: None).result(5) is None
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
