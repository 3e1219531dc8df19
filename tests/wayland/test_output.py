"""Texts on a real Wayland desktop: Sway, a terminal, and the tools that press keys there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dictate.domain import Delivery, OutputMethod
from dictate.injected import InjectedKeys
from dictate.output.chain import DeliveryChain
from dictate.output.outlets import Outlets
from dictate.settings.schema import OutputSettings
from tests.desktop.compositor import Compositor, missing_programs
from tests.desktop.screen import wait_until

pytestmark = pytest.mark.skipif(
    bool(missing_programs()), reason=f"not installed: {', '.join(missing_programs())}"
)

SAMPLE = 'é ß ñ 你 € 🙂 "x" – tab'


@pytest.fixture(scope="module")
def desktop() -> Iterator[Compositor]:
    with Compositor() as desktop:
        yield desktop


@pytest.fixture
def outlets(desktop: Compositor, monkeypatch: pytest.MonkeyPatch) -> Iterator[Outlets]:
    monkeypatch.delenv("DISPLAY", raising=False)
    for name in ("WAYLAND_DISPLAY", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(name, desktop.env[name])
    outlets = Outlets()
    assert outlets.prepare(OutputMethod.AUTO, InjectedKeys()) is None
    yield outlets
    outlets.close()


@pytest.fixture
def terminal(desktop: Compositor, tmp_path: Path) -> Iterator[Callable[[], str]]:
    """A focused terminal; returns what was entered."""
    file = tmp_path / "entered.txt"
    process = desktop.spawn("foot", "sh", "-c", f"exec cat > {file}")
    wait_until(lambda: file.exists() and desktop.shows("foot"), "a terminal")
    yield file.read_text
    process.terminate()
    process.wait(5)
    wait_until(lambda: not desktop.shows("foot"), "an empty desktop")


def test_any_character_is_typed(outlets: Outlets, terminal: Callable[[], str]) -> None:
    text = f"{SAMPLE}\n"
    sink = DeliveryChain(OutputSettings(), outlets)
    assert sink.deliver(text) == Delivery(OutputMethod.TYPE, len(text))
    wait_until(lambda: terminal() == text, "the typed line")


def test_a_long_text_is_complete(outlets: Outlets, terminal: Callable[[], str]) -> None:
    text = "Größe und Maß, über alles.\n" * 40
    DeliveryChain(OutputSettings(), outlets).deliver(text)
    wait_until(lambda: terminal() == text, "all lines")


def test_the_chord_of_the_settings_pastes(outlets: Outlets, terminal: Callable[[], str]) -> None:
    settings = OutputSettings(OutputMethod.PASTE, paste_chord="ctrl+shift+v")
    text = f"{SAMPLE}\n"
    assert DeliveryChain(settings, outlets).deliver(text).method is OutputMethod.PASTE
    wait_until(lambda: terminal() == text, "the pasted line")
    assert outlets.clipboard is not None
    assert outlets.clipboard.read_text() == text
