"""The pages of the first steps: microphone, hotkey, model, a first sentence.

Each page shows what it is told and asks by signals; ``welcome_desk`` does. What goes wrong stands
on the page itself, with what to do about it.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dictate.events import LevelMeasured
from dictate.gui.level_meter import LevelMeter
from dictate.gui.menu_choices import DEFAULT_MICROPHONE
from dictate.gui.quiet_label import QuietLabel
from dictate.gui.translation import translate


class Page(QWidget):
    """A heading, an explanation, what one does, and what went wrong."""

    def __init__(self, title: str, words: str) -> None:
        super().__init__()
        self.title = title
        head = QLabel(title)
        font = head.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.4)
        head.setFont(font)
        self.words = QLabel(words)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.problem = QuietLabel(alarm=True)
        self.problem.setAccessibleName(translate("Welcome", "What is in the way"))
        self.problem.hide()
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(head)
        layout.addWidget(self.words)
        layout.addLayout(self.body)
        layout.addWidget(self.problem)
        layout.addStretch(1)
        self.setAccessibleName(title)

    def complain(self, words: str) -> None:
        """Say what is in the way and what to do; empty: nothing is."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))


class MicrophonePage(Page):
    """Which microphone, how loud, and how it sounds."""

    chosen = Signal(str)
    listen_back_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(
            translate("Welcome", "Your microphone"),
            translate("Welcome", "Say something: the bar should move and turn bright."),
        )
        self.box = QComboBox()
        self.box.setAccessibleName(translate("Welcome", "Microphone"))
        self.box.activated.connect(lambda n: self.chosen.emit(str(self.box.itemData(n))))
        self.meter = LevelMeter()
        self.button = QPushButton(translate("Welcome", "&Listen to two seconds of it"))
        self.button.clicked.connect(self.listen_back_wanted)
        self.said = QuietLabel()
        line = QHBoxLayout()
        line.addWidget(self.button)
        line.addWidget(self.said, 1)
        self.body.addWidget(self.box)
        self.body.addWidget(self.meter)
        self.body.addLayout(line)

    def show_microphones(self, names: tuple[str, ...], chosen: str) -> None:
        """Offer these."""
        self.box.clear()
        self.box.addItem(translate("Menu", "Default of the desktop"), DEFAULT_MICROPHONE)
        for name in names:
            self.box.addItem(name, name)
        if self.box.findData(chosen) < 0:
            away = translate("Menu", "{name} (not connected)").format(name=chosen)
            self.box.addItem(away, chosen)
        self.box.setCurrentIndex(self.box.findData(chosen))

    def show_level(self, level: LevelMeasured) -> None:
        """Move the bar."""
        self.meter.show_level(level)


class HotkeyPage(Page):
    """The hotkey, seen going down and coming up."""

    other_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(translate("Welcome", "Your hotkey"), "")
        self.pressed = _step(translate("Welcome", "pressed"))
        self.released = _step(translate("Welcome", "let go"))
        self.other = QPushButton(translate("Welcome", "Choose &another key…"))
        self.other.clicked.connect(self.other_wanted)
        line = QHBoxLayout()
        line.addWidget(self.pressed)
        line.addWidget(self.released)
        line.addStretch(1)
        self.said = QuietLabel()
        self.body.addLayout(line)
        self.body.addWidget(self.said)
        self.body.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)

    def show_hotkey(self, name: str, *, is_held: bool) -> None:
        """Say which key, and how it is used."""
        held = translate("Welcome", "Hold {key} for a moment and let go. Nothing is written yet.")
        twice = translate("Welcome", "Press {key}, and press it again. Nothing is written yet.")
        self.words.setText((held if is_held else twice).format(key=name))

    def show_steps(self, *, is_pressed: bool, is_released: bool) -> None:
        """Tick what was seen."""
        _tick(self.pressed, translate("Welcome", "pressed"), is_pressed)
        _tick(self.released, translate("Welcome", "let go"), is_released)
        self.said.setText(translate("Welcome", "The hotkey works.") if is_released else "")


@dataclass(frozen=True, slots=True)
class Offer:
    """A model to choose from."""

    name: str
    words: str
    is_here: bool


class ModelPage(Page):
    """Which model: here, fetched, brought, or the demonstration."""

    download_wanted = Signal(str)
    use_wanted = Signal(str)
    cancel_wanted = Signal()
    import_wanted = Signal()
    more_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(
            translate("Welcome", "Your model"),
            translate(
                "Welcome",
                "Larger models hear better and take longer. The demonstration is here already, "
                "and knows a few sentences only.",
            ),
        )
        self.list = QListWidget()
        self.list.setAccessibleName(translate("Welcome", "Models"))
        self.list.setSpacing(2)
        self.list.currentRowChanged.connect(lambda _: self._show_chosen())
        self.get = QPushButton()
        self.get.clicked.connect(self._ask)
        self.bring = QPushButton(translate("Welcome", "&Import…"))
        self.bring.clicked.connect(self.import_wanted)
        self.more = QPushButton(translate("Welcome", "All &models…"))
        self.more.clicked.connect(self.more_wanted)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(translate("Welcome", "Progress"))
        self.stop = QPushButton(translate("Welcome", "Cance&l"))
        self.stop.clicked.connect(self.cancel_wanted)
        self.said = QuietLabel()
        self.offers: tuple[Offer, ...] = ()
        deeds, work = QHBoxLayout(), QHBoxLayout()
        for button in (self.get, self.bring, self.more):
            deeds.addWidget(button)
        deeds.addStretch(1)
        work.addWidget(self.bar, 1)
        work.addWidget(self.stop)
        self.body.addWidget(self.list)
        self.body.addLayout(deeds)
        self.body.addLayout(work)
        self.body.addWidget(self.said)
        self.show_progress(None)
        self._show_chosen()

    def show_offers(self, offers: tuple[Offer, ...], chosen: str) -> None:
        """List these and go to one of them."""
        self.offers = offers
        self.list.clear()
        for offer in offers:
            self.list.addItem(QListWidgetItem(offer.words))
        names = [offer.name for offer in offers]
        self.list.setCurrentRow(names.index(chosen) if chosen in names else 0)
        row_px = self.list.sizeHintForRow(0) + 2 * self.list.spacing()
        edge_px = 2 * self.list.frameWidth() + 2 * self.list.spacing()
        self.list.setFixedHeight(max(3, len(offers)) * max(15, row_px) + edge_px)

    def show_progress(self, share: float | None) -> None:
        """Show how far the download is; None: there is none."""
        is_busy = share is not None
        self.bar.setVisible(is_busy)
        self.stop.setVisible(is_busy)
        self.get.setDisabled(is_busy or not self.offers)
        self.bring.setDisabled(is_busy)
        if share is not None:
            self.bar.setValue(round(share * 100))

    @property
    def chosen(self) -> Offer | None:
        """The model of the chosen line."""
        row = self.list.currentRow()
        return self.offers[row] if 0 <= row < len(self.offers) else None

    def _show_chosen(self) -> None:
        offer = self.chosen
        use, get = translate("Welcome", "&Use it"), translate("Welcome", "&Download and use it")
        self.get.setText(use if offer and offer.is_here else get)

    def _ask(self) -> None:
        offer = self.chosen
        if offer is not None:
            (self.use_wanted if offer.is_here else self.download_wanted).emit(offer.name)


class TryPage(Page):
    """A field to dictate into."""

    def __init__(self) -> None:
        super().__init__(translate("Welcome", "Your first sentence"), "")
        self.field = QPlainTextEdit()
        self.field.setAccessibleName(translate("Welcome", "Where you dictate"))
        self.field.setPlaceholderText(translate("Welcome", "What you say appears here."))
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(5 * self.field.fontMetrics().lineSpacing() + 16)
        self.said = QuietLabel()
        self.body.addWidget(self.field)
        self.body.addWidget(self.said)

    def show_hotkey(self, name: str, *, is_held: bool) -> None:
        """Say how to speak."""
        held = translate("Welcome", "Click into the field, hold {key}, speak, and let go.")
        twice = translate("Welcome", "Click into the field, press {key}, speak, press it again.")
        self.words.setText((held if is_held else twice).format(key=name))


def _step(words: str) -> QLabel:
    label = QLabel()
    label.setMinimumWidth(120)
    _tick(label, words, False)
    return label


def _tick(label: QLabel, words: str, done: bool) -> None:
    label.setText(f"{'●' if done else '○'}  {words}{'  ✓' if done else ''}")
