"""What ``dictate doctor`` says of text fields: whether programs tell what stands in them."""

from __future__ import annotations

import sys
from collections.abc import Callable

from dictate.cli.check import Check, Status, good
from dictate.errors import ServiceError

NAME = "text fields"
TURN_ON = (
    "gsettings set org.gnome.desktop.interface toolkit-accessibility true",
    "export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1    # Qt, in ~/.profile",
)


def check_fields(*, wanted: bool) -> Check:
    """Look whether this desktop lets fields be read; nothing in any field is read."""
    if not wanted:
        return good(NAME, "not read, as set (text.fit_to_caret)")
    if not sys.platform.startswith("linux"):
        return good(NAME, "cannot be read here: texts stand alone, their arrival is not checked")
    from dictate.output import atspi_fields

    return judge(atspi_fields.is_enabled)


def judge(is_enabled: Callable[[], bool]) -> Check:
    """Return what the accessibility bus allows."""
    try:
        enabled = is_enabled()
    except ServiceError:
        return Check(
            NAME,
            Status.OK,
            "cannot be read: there is no accessibility bus (AT-SPI)",
            "Install at-spi2-core, if texts are to continue what stands before the cursor.",
        )
    if enabled:
        return good(NAME, "can be read, in programs that support it")
    return Check(
        NAME,
        Status.OK,
        "can be read in GTK programs; Qt and Chromium need accessibility, which is off",
        "For texts that continue what is there, and passwords known as such, turn it on:",
        TURN_ON,
    )
