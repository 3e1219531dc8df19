"""The overlay as a window: when it is there, how it looks to the desktop, what a click does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dictate.domain import (
    Phase,
    TakeId,
    Verdict,
)
from dictate.events import (
    TextForeseen,
)
from dictate.gui.overlay import Overlay
from dictate.gui.overlay_layout import Box
from dictate.gui.overlay_pill import OverlayPill
from dictate.gui.overlay_state import FADE_S, WORD_S
from dictate.settings.choices import (
    OverlayShow,
)
from dictate.settings.schema import (
    OverlaySettings,
)
from tests.gui.events import finished, level, phase


@dataclass
class Scene:
    """An overlay whose time a test makes."""

    settings: OverlaySettings = field(default_factory=OverlaySettings)
    now_s: float = 10.0

    def __post_init__(self) -> None:
        self.overlay = Overlay(lambda: self.settings, lambda: self.now_s)
        self.asked: list[str] = []
        self.overlay.stop_wanted.connect(lambda: self.asked.append("stop"))
        self.overlay.cancel_wanted.connect(lambda: self.asked.append("cancel"))

    @property
    def pill(self) -> OverlayPill:
        assert self.overlay.pill is not None
        return self.overlay.pill

    def after(self, seconds: float) -> None:
        self.now_s += seconds
        self.overlay.look()


@pytest.fixture
def scene(qtbot: QtBot) -> Iterator[Scene]:
    scene = Scene()
    yield scene
    scene.overlay.vanish()


def middle(box: Box) -> QPoint:
    return QPoint(round(box.x + box.width / 2), round(box.y + box.height / 2))


def live_text(scene: Scene) -> list[tuple[str, bool]]:
    """Return the runs of the live text; True marks what is tentative."""
    return [(run.text, run.is_tentative) for line in scene.pill.lines for run in line]


def test_idle_there_is_neither_a_window_nor_a_timer(scene: Scene) -> None:
    assert scene.overlay.pill is None
    assert not scene.overlay.is_waiting


def test_it_comes_with_the_take_and_goes_after_it(scene: Scene) -> None:
    scene.overlay.on_event(phase(Phase.RECORDING))
    assert scene.overlay.is_visible
    assert scene.overlay.is_waiting
    scene.overlay.on_event(phase(Phase.FINISHING))
    assert scene.overlay.is_visible
    assert not scene.overlay.is_waiting, "nothing moves while the text is made"
    scene.overlay.on_event(phase(Phase.IDLE))
    scene.overlay.on_event(finished("Hello."))
    assert scene.overlay.is_visible
    scene.after(FADE_S + 0.001)
    assert not scene.overlay.is_visible
    assert not scene.overlay.is_waiting


def test_no_speech_is_shown_and_fades(scene: Scene) -> None:
    for value in (Phase.RECORDING, Phase.FINISHING, Phase.IDLE):
        scene.overlay.on_event(phase(value))
    scene.overlay.on_event(finished("", Verdict.NO_SPEECH))
    assert scene.pill.accessibleName() == "No speech"
    scene.after(WORD_S + FADE_S + 0.001)
    assert not scene.overlay.is_visible


def test_off_means_no_window_and_no_work(scene: Scene) -> None:
    scene.settings = OverlaySettings(OverlayShow.OFF)
    scene.overlay.on_event(phase(Phase.RECORDING))
    scene.overlay.on_event(level(-20))
    assert scene.overlay.pill is None
    assert not scene.overlay.is_waiting


def test_the_setting_counts_from_the_next_take_on(scene: Scene) -> None:
    scene.overlay.on_event(phase(Phase.RECORDING))
    scene.overlay.on_event(phase(Phase.IDLE))
    scene.after(FADE_S + 0.001)
    scene.settings = OverlaySettings(OverlayShow.OFF)
    scene.overlay.on_event(phase(Phase.RECORDING))
    assert not scene.overlay.is_visible


def test_the_window_asks_for_neither_focus_nor_a_place_in_lists(scene: Scene) -> None:
    scene.overlay.on_event(phase(Phase.RECORDING))
    flags = scene.pill.windowFlags()
    for flag in (
        Qt.WindowType.Tool,
        Qt.WindowType.WindowDoesNotAcceptFocus,
        Qt.WindowType.WindowStaysOnTopHint,
        Qt.WindowType.X11BypassWindowManagerHint,
    ):
        assert flags & flag == flag
    assert scene.pill.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert scene.pill.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert not scene.pill.isActiveWindow()


def test_levels_wait_for_the_next_frame(scene: Scene) -> None:
    scene.overlay.on_event(phase(Phase.RECORDING))
    scene.overlay.on_event(level(-20))
    assert scene.pill.view is not None
    assert scene.pill.view.levels == ()
    scene.after(0.033)
    assert len(scene.pill.view.levels) == 1


def test_live_text_is_shown_in_full_only(scene: Scene) -> None:
    said = TextForeseen(TakeId(1), "This is sure", "this is not")
    scene.overlay.on_event(phase(Phase.RECORDING))
    scene.overlay.on_event(said)
    scene.after(0.033)
    assert live_text(scene) == []
    low = scene.pill.height()
    scene.overlay.on_event(phase(Phase.IDLE))
    scene.after(FADE_S + 0.001)
    scene.settings = OverlaySettings(OverlayShow.FULL)
    scene.overlay.on_event(phase(Phase.RECORDING))
    bottom = scene.pill.geometry().bottom()
    scene.overlay.on_event(said)
    scene.after(0.033)
    assert live_text(scene) == [("This is sure", False), ("this is not", True)]
    assert scene.pill.height() > low
    assert scene.pill.geometry().bottom() == bottom, "it grows away from its edge"


def test_it_comes_away_from_the_notices_of_the_tray(qtbot: QtBot) -> None:
    screen = QApplication.primaryScreen().availableGeometry()
    icon = Box(screen.center().x(), screen.bottom() - 28, 24, 24)
    overlay = Overlay(OverlaySettings, lambda: 10.0, tray=lambda: icon)
    overlay.on_event(phase(Phase.RECORDING))
    assert overlay.pill is not None
    assert overlay.pill.y() < screen.center().y()
    overlay.vanish()


def test_a_click_stops_and_a_click_on_the_cross_cancels(scene: Scene, qtbot: QtBot) -> None:
    scene.overlay.on_event(phase(Phase.RECORDING))
    QTest.mouseClick(scene.pill, Qt.MouseButton.LeftButton, pos=middle(scene.pill.parts.bars))
    assert scene.asked == ["stop"]
    QTest.mouseClick(scene.pill, Qt.MouseButton.LeftButton, pos=middle(scene.pill.parts.close))
    assert scene.asked == ["stop", "cancel"]


def test_while_recognising_only_the_cross_does_something(scene: Scene, qtbot: QtBot) -> None:
    scene.overlay.on_event(phase(Phase.RECORDING))
    scene.overlay.on_event(phase(Phase.FINISHING))
    QTest.mouseClick(scene.pill, Qt.MouseButton.LeftButton, pos=middle(scene.pill.parts.bars))
    assert scene.asked == []
    QTest.mouseClick(scene.pill, Qt.MouseButton.LeftButton, pos=middle(scene.pill.parts.close))
    assert scene.asked == ["cancel"]


def test_a_word_is_clicked_away(scene: Scene, qtbot: QtBot) -> None:
    scene.overlay.on_event(phase(Phase.RECORDING))
    scene.overlay.on_event(phase(Phase.IDLE))
    scene.overlay.on_event(finished("", Verdict.NOT_UNDERSTOOD))
    QTest.mouseClick(scene.pill, Qt.MouseButton.LeftButton, pos=middle(scene.pill.parts.label))
    assert not scene.overlay.is_visible
    assert scene.asked == []


def test_after_the_end_of_the_program_nothing_comes_back(scene: Scene) -> None:
    scene.overlay.on_event(phase(Phase.RECORDING))
    scene.overlay.vanish()
    scene.overlay.on_event(phase(Phase.IDLE))
    scene.overlay.on_event(phase(Phase.RECORDING))
    assert scene.overlay.pill is None
    assert not scene.overlay.is_waiting


def picture(scene: Scene) -> QImage:
    return scene.pill.grab().toImage().convertToFormat(QImage.Format.Format_ARGB32)


@pytest.mark.parametrize(("window", "text"), [("#f0f0f0", "#101010"), ("#202020", "#f0f0f0")])
def test_it_has_the_colours_of_the_desktop(scene: Scene, window: str, text: str) -> None:
    before = QApplication.palette()
    palette = QPalette(before)
    palette.setColor(QPalette.ColorRole.Window, QColor(window))
    palette.setColor(QPalette.ColorRole.WindowText, QColor(text))
    QApplication.setPalette(palette)
    try:
        scene.overlay.on_event(phase(Phase.RECORDING))
        image = picture(scene)
        ground = image.pixelColor(image.width() // 2, 4)
        assert abs(ground.lightness() - QColor(window).lightness()) < 12
        clock = scene.pill.parts.clock
        lightness = [
            image.pixelColor(x, y).lightness()
            for x in range(int(clock.x), int(clock.x + clock.width))
            for y in range(int(clock.y), int(clock.y + clock.height))
        ]
        contrast = max(abs(value - ground.lightness()) for value in lightness)
        assert contrast > 120, "the clock can be read"
    finally:
        QApplication.setPalette(before)


def test_louder_is_drawn_higher(scene: Scene) -> None:
    scene.overlay.on_event(phase(Phase.RECORDING))
    scene.after(0.033)
    quiet = picture(scene)
    for _ in range(40):
        scene.overlay.on_event(level(-10))
    scene.after(0.033)
    loud = picture(scene)
    box = scene.pill.parts.bars
    x, y = round(box.x + box.width / 2), round(box.y + 5)
    columns = range(x - 3, x + 3)
    assert any(quiet.pixelColor(c, y) != loud.pixelColor(c, y) for c in columns)
