"""Which adapter looks at the place a text goes to, and what is done with what it sees."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable

from dictate.assembly import stages
from dictate.domain import Notice
from dictate.errors import ServiceMissing
from dictate.hands import Hands
from dictate.output.field import FieldReader
from dictate.output.field_watch import FieldWatch
from dictate.output.outlets import Outlets
from dictate.output.placing import Place, PlacingSink
from dictate.settings.schema import Settings
from dictate.text import caret


def place(outlets: Outlets, tell: Callable[[Notice], None], hands: Hands | None = None) -> Place:
    """Return what is known of fields and of the last text; nothing is asked yet."""
    return Place(outlets, FieldWatch(reader), tell, hands=hands or Hands())


def reader() -> FieldReader:
    """Return what reads fields on this desktop. Raises ServiceError."""
    if not sys.platform.startswith("linux"):
        raise ServiceMissing("Fields of other programs are read on Linux only.")
    from dictate.output.atspi_fields import AtspiFields

    return AtspiFields()


def sink(settings: Settings, shared: Place) -> PlacingSink:
    """Return how texts reach the window, under these settings."""
    chain = stages.sink(settings.output, shared.outlets)
    fit = functools.partial(caret.fitted, terms=terms(settings)) if fits(settings) else None
    # A key that sends the text off empties the field again.
    return PlacingSink(chain, shared, fit, checks=not settings.output.submit_key)


def fits(settings: Settings) -> bool:
    """Tell whether texts are to continue what stands before the caret."""
    return settings.text.fit_to_caret


def terms(settings: Settings) -> frozenset[str]:
    """Return the words of the vocabulary: they keep their capitals."""
    return frozenset(word for term in settings.engine.vocabulary for word in term.split())
