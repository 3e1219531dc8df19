"""The overlay's window: it floats above all others, takes no focus, and is in no list of windows.

On X11 it is override-redirect, so no window manager gives it focus or a place in a task bar; on
Windows it is a tool window that is never activated, on macOS a panel. Its corners are transparent
where the desktop composes windows, otherwise they are cut off.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QRegion,
)
from PySide6.QtWidgets import QWidget

from dictate.gui.overlay_layout import (
    BAR_PITCH_PX,
    BAR_PX,
    FULL_BARS,
    FULL_WIDTH_PX,
    MINIMAL_BARS,
    PADDING_PX,
    Layout,
    Need,
    Run,
    last_lines,
    lay_out,
)
from dictate.gui.overlay_picture import RADIUS_PX, OverlayPicture, Scene, area, ink, still_part
from dictate.gui.overlay_state import View
from dictate.gui.translation import translate

QUIET_OPACITY = 0.45
_FLAGS = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
    | Qt.WindowType.X11BypassWindowManagerHint
    | Qt.WindowType.NoDropShadowWindowHint
)


class OverlayPill(QWidget):
    """Shows a ``View``; says when it is clicked."""

    pressed = Signal()
    """A click anywhere but on the cross."""
    closed = Signal()
    """A click on the cross, or with another button."""

    def __init__(self) -> None:
        super().__init__(None, _FLAGS)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setWindowTitle(translate("Overlay", "Dictation"))
        self._view: View | None = None
        self._is_full = False
        self._label = ""
        self._is_composed = True
        self._is_over_close = False
        self._lines: tuple[tuple[Run, ...], ...] = ()
        self._need = Need()
        self._layout = lay_out(self._need)
        self._bars_area = QRect()
        self._still = OverlayPicture()

    @property
    def view(self) -> View | None:
        """What is shown."""
        return self._view

    @property
    def lines(self) -> tuple[tuple[Run, ...], ...]:
        """The lines of the live text."""
        return self._lines

    @property
    def parts(self) -> Layout:
        """Where its parts are."""
        return self._layout

    def set_composed(self, composed: bool) -> None:
        """Tell whether the desktop draws transparent windows; without it corners are cut."""
        self._is_composed = composed
        self._cut_corners()

    def show_view(self, view: View, *, is_full: bool) -> bool:
        """Show it; tell whether the size has changed. Paints no more than what is new."""
        before, was_full = self._view, self._is_full
        self._view, self._is_full = view, is_full
        if before is not None and was_full == is_full and still_part(before) == still_part(view):
            if before.levels is not view.levels or before.is_speech != view.is_speech:
                self.update(self._bars_area)
            return False
        leaving = translate("Overlay", "{label}, speech leaves this machine")
        name = ", ".join(filter(None, (view.label, view.profile, view.language)))
        name = leaving.format(label=name) if view.is_leaving else name
        self.setAccessibleName(name)
        self._measure(view)
        self._layout = layout = lay_out(self._need)
        self._bars_area = area(layout.bars).toAlignedRect()
        self.update()
        if (layout.width, layout.height) == (self.width(), self.height()):
            return False
        self.setFixedSize(layout.width, layout.height)
        self._cut_corners()
        return True

    def _measure(self, view: View) -> None:
        metrics = QFontMetricsF(self.font())
        self._lines = ()
        if self._is_full and not view.is_word:
            room_px = FULL_WIDTH_PX - 2 * (PADDING_PX + 4)
            self._lines = last_lines(
                view.committed, view.tentative, room_px, metrics.horizontalAdvance
            )
        self._label = view.written(is_full=self._is_full)
        # The clock is as wide as its digits can get, so that nothing moves each second.
        widest_clock = "".join("0" if c.isdigit() else c for c in view.clock)
        bars = FULL_BARS if self._is_full else MINIMAL_BARS
        self._need = Need(
            label_px=metrics.horizontalAdvance(self._label) + 1 if self._label else 0.0,
            clock_px=metrics.horizontalAdvance(widest_clock) + 1 if view.clock else 0.0,
            bars=bars if view.clock else 0,
            text_lines=len(self._lines),
            line_px=metrics.lineSpacing(),
            has_arrow=view.is_leaving,
            is_wide=bool(self._lines),
        )

    def _cut_corners(self) -> None:
        if self._is_composed:
            self.clearMask()
            return
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), RADIUS_PX, RADIUS_PX)
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    # -- painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint what stands still from a picture of it, and the level."""
        view = self._view
        if view is None:
            return
        painter = QPainter(self)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.fillRect(event.rect(), self._ground())
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setOpacity(view.opacity if self._is_composed else 1.0)
        painter.drawPixmap(0, 0, self._still_picture(view))
        if self._need.bars:
            self._paint_bars(painter, view)
        painter.end()

    def _ground(self) -> QColor:
        """Return what is behind everything, also where the rim is thin."""
        if self._is_composed:
            return QColor(Qt.GlobalColor.transparent)
        return self.palette().color(QPalette.ColorRole.Window)

    def _still_picture(self, view: View) -> QPixmap:
        scene = Scene(
            view, self._label, self._lines, self._layout, self._is_over_close, self._is_composed
        )
        return self._still.of(scene, self.palette(), self.font(), self.devicePixelRatioF())

    def _paint_bars(self, painter: QPainter, view: View) -> None:
        box, count = self._layout.bars, self._need.bars
        levels = (0.0,) * count + view.levels
        colour = self.palette().color(QPalette.ColorRole.Highlight)
        if not view.is_speech:
            colour = ink(self.palette(), QUIET_OPACITY)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Round ends, hardly seen at this width, take Qt six times as long.
        painter.setPen(QPen(colour, BAR_PX, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        middle_y, reach = box.y + box.height / 2, box.height / 2
        lines = []
        for index, level in enumerate(levels[-count:]):
            x, half = box.x + (index + 0.5) * BAR_PITCH_PX, max(BAR_PX / 2, level * reach)
            lines.append(QLineF(x, middle_y - half, x, middle_y + half))
        painter.drawLines(lines)

    # -- the mouse -------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Say what was clicked."""
        at = event.position()
        is_left = event.button() is Qt.MouseButton.LeftButton
        if is_left and not self._layout.close.holds(at.x(), at.y(), room=6):
            self.pressed.emit()
        else:
            self.closed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Light the cross under the pointer."""
        at = event.position()
        self._light_cross(self._layout.close.holds(at.x(), at.y(), room=6))

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Light the cross under the pointer."""
        at = event.position()
        self._light_cross(self._layout.close.holds(at.x(), at.y(), room=6))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Put the light out."""
        self._light_cross(False)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Measure and draw anew when the desktop has another font or other colours."""
        changed = (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange)
        if event.type() in changed and self._view is not None:
            self._still.forget()
            seen, self._view = self._view, None
            self.show_view(seen, is_full=self._is_full)
        super().changeEvent(event)

    def _light_cross(self, is_over: bool) -> None:
        if is_over != self._is_over_close:
            self._is_over_close = is_over
            self.update()
