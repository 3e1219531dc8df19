"""The whole way of a text into a field of another program, with what is read there and told."""

from __future__ import annotations

from dictate.domain import Notice, TakeId
from dictate.output.atspi_fields import AtspiFields
from dictate.output.chain import DeliveryChain
from dictate.output.field import Sight
from dictate.output.field_watch import FieldWatch
from dictate.output.outlets import Outlets
from dictate.output.placing import Place, PlacingSink
from dictate.output.x11_keyboard import X11Keyboard
from dictate.settings.schema import OutputSettings
from dictate.text.caret import fitted
from tests.desktop.screen import VirtualScreen, wait_until

TAKE = TakeId(1)


class FieldHands:
    """A sink on this screen, with what was told."""

    def __init__(self, screen: VirtualScreen) -> None:
        self.screen = screen
        self.told: list[Notice] = []
        self.keyboard = X11Keyboard()
        outlets = Outlets(keyboard=self.keyboard)
        self.fields = FieldWatch(AtspiFields)
        place = Place(outlets, self.fields, self.told.append)
        self.sink = PlacingSink(DeliveryChain(OutputSettings(), outlets), place, fitted)

    def look(self) -> Sight | None:
        return self.fields.look()

    def wait_for_field(self, before: str = "") -> Sight:
        """Wait until the program tells of its field; it may just have come up."""
        seen: list[Sight] = []

        def look() -> bool:
            sight = self.look()
            if sight is not None and sight.reading is not None:
                seen.append(sight)
                return sight.reading.before == before
            return False

        wait_until(look, "the field")
        return seen[-1]

    def dictate(self, text: str, language: str = "en") -> None:
        self.sink.watch(TAKE, lambda _: None)
        self.sink.is_secret(TAKE)
        self.sink.deliver(self.sink.fitted(text, language), TAKE)
        self.settle()

    def settle(self) -> None:
        """Wait until the arrival is judged."""
        self.fields.settle()

    def close(self) -> None:
        self.fields.close()
        self.keyboard.close()
