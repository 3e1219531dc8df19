"""Labels for what is beside the point: greyed so that it still can be read, and what went wrong."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

TEXT_SHARE = 0.66
"""How much of the text's colour is in the grey; the rest is ground (contrast above 4.5 to 1)."""
ALARM_ON_LIGHT, ALARM_ON_DARK = QColor("#a8201a"), QColor("#ff9a8f")
"""Both above 6 to 1 on the usual grounds."""


def quiet_colour(palette: QPalette) -> QColor:
    """Return a grey between text and ground."""
    text = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.WindowText)
    ground = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Window)
    return QColor.fromRgbF(
        TEXT_SHARE * text.redF() + (1 - TEXT_SHARE) * ground.redF(),
        TEXT_SHARE * text.greenF() + (1 - TEXT_SHARE) * ground.greenF(),
        TEXT_SHARE * text.blueF() + (1 - TEXT_SHARE) * ground.blueF(),
    )


def alarm_colour(palette: QPalette) -> QColor:
    """Return a red that can be read on the palette's ground."""
    is_dark = palette.color(QPalette.ColorRole.Window).lightness() < 128
    return ALARM_ON_DARK if is_dark else ALARM_ON_LIGHT


class QuietLabel(QLabel):
    """A small greyed text that wraps and follows the desktop's colours."""

    def __init__(self, text: str = "", *, alarm: bool = False) -> None:
        super().__init__(text)
        self._alarm = alarm
        self._is_tinting = False
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._tint()

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show a text, with room for all of it."""
        super().setText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take the room for all lines: a narrower label has more of them."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take the colour anew when the desktop turns dark or light."""
        if event.type() is QEvent.Type.ApplicationPaletteChange and not self._is_tinting:
            self._tint()
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Be as high as the lines are at this width, not as they would be at the best width."""
        wanted_px = self.heightForWidth(self.width())
        if wanted_px > 0 and wanted_px != self.maximumHeight():
            self.setMaximumHeight(wanted_px)

    def _tint(self) -> None:
        self._is_tinting = True
        palette = QPalette(QGuiApplication.palette())
        colour = alarm_colour(palette) if self._alarm else quiet_colour(palette)
        palette.setColor(QPalette.ColorRole.WindowText, colour)
        self.setPalette(palette)
        self._is_tinting = False
