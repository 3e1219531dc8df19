"""The models that the first steps offer, each in a line: what it costs and what it gives."""

from __future__ import annotations

from dictate.assembly import pace
from dictate.assembly.models import Fit, Row
from dictate.gui import models_filter, wording
from dictate.gui.translation import number, translate
from dictate.gui.welcome_pages import Offer

OFFERED = ("tiny", "base", "small", "parakeet-tdt-0.6b-v3", "large-v3-turbo")
"""One of each class; the models window has all."""


def is_offered(row: Row) -> bool:
    """Tell whether a model is among the few that are shown at first."""
    if row.is_here:
        return True
    return row.name in OFFERED and row.fit is not Fit.TOO_LARGE and not row.obstacle


def offer(row: Row, gflops: float, *, is_used: bool) -> Offer:
    """Return a model as a line: what it costs and what it gives."""
    if row.is_demonstration:
        words = translate("Welcome", "the built-in demonstration")
        facts = [translate("Welcome", "small vocabulary")]
    else:
        words = row.name
        facts = [wording.size(row.size_mb)] if row.size_mb else []
        if row.accuracy:
            accuracy = models_filter.accuracy(row)
            facts.append(translate("Welcome", "accuracy: {class}").replace("{class}", accuracy))
        if not row.is_whisper:  # its work does not grow as Whisper's does
            facts.append(models_filter.speed(row))
        elif row.parameters_m:
            wait = number(max(0.1, pace.wait_s(row.parameters_m, gflops)), 1)
            facts.append(translate("Welcome", "about {s} s per sentence here").format(s=wait))
    if is_used:
        facts.append(translate("Models", "in use"))
    elif row.is_here:
        facts.append(translate("Models", "here"))
    return Offer(row.name, f"{words} – {', '.join(facts)}", row.is_here)
