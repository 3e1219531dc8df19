"""Looks up what the menu lists: models, devices, microphones, last texts, memory and CPU in use.

Everything here may touch a disk or a device, so it is called from ``Chores`` only. Microphones and
devices that cannot be looked up are an empty list: the menu must open all the same.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass

from dictate.assembly.past import Past
from dictate.assembly.usage import BYTES_PER_MB, Usage, UsageMeter
from dictate.errors import DictateError
from dictate.gui.facts import MOST_RECENT, DeviceRow, ModelRow
from dictate.gui.translation import translate

log = logging.getLogger(__name__)


def models() -> tuple[ModelRow, ...]:
    """Return the models on this machine and the others of the catalogue."""
    from dictate.engine.catalogue import CATALOGUE
    from dictate.engine.storage import cached_models

    cached = {m.name: m for m in cached_models()}
    listed = [ModelRow(e.name, e.size_mb, e.name in cached) for e in CATALOGUE]
    names = {e.name for e in CATALOGUE}
    own = [
        ModelRow(m.name, round(m.size_bytes / BYTES_PER_MB), True, m.demonstration)
        for m in cached.values()
        if m.name not in names
    ]
    return (*listed, *own)


def devices() -> tuple[DeviceRow, ...]:
    """Return where a model can run, and why not where it cannot."""
    return (DeviceRow("auto"), DeviceRow("cpu"), DeviceRow("cuda", _cuda_obstacle()), _metal())


def _cuda_obstacle() -> str:
    if sys.platform == "darwin":
        return translate("Device", "not on macOS")
    from dictate.engine.card_count import count_cards

    count = count_cards()
    if count is None:
        return translate("Device", "the driver of the NVIDIA card crashes")
    return "" if count else translate("Device", "no NVIDIA card with its driver found")


def _metal() -> DeviceRow:
    from dictate.engine import family

    here = family.this_machine()
    if sys.platform != "darwin":
        return DeviceRow("metal", translate("Device", "on macOS only"))
    if not here.apple_silicon:
        return DeviceRow("metal", translate("Device", "on Apple silicon only"))
    if family.Family.MLX_WHISPER not in here.installed:
        return DeviceRow("metal", translate("Device", "the package mlx-whisper is not installed"))
    return DeviceRow("metal")


def microphones() -> tuple[str, ...]:
    """Return the names of the microphones, without those that only repeat another."""
    from dictate.audio.devices import list_input_devices

    try:
        found = list_input_devices()
    except DictateError as error:
        log.info("no microphones listed: %s", error.message)
        return ()
    return tuple(dict.fromkeys(device.name for device in found))


@dataclass(frozen=True, slots=True)
class Survey:
    """The look-ups the desk uses; tests bring their own."""

    models: Callable[[], tuple[ModelRow, ...]]
    devices: Callable[[], tuple[DeviceRow, ...]]
    microphones: Callable[[], tuple[str, ...]]
    usage: Callable[[], Usage]
    hotkey: Callable[[str], str]
    """Describes a binding in words."""
    recent: Callable[[], tuple[str, ...] | None] = lambda: None
    """The last texts of the history; None where it cannot be read."""


def describe_hotkey(binding: str) -> str:
    """Return a binding in the user's words ("Right Ctrl"); empty when it cannot be parsed."""
    from dictate.gui import key_words
    from dictate.hotkey.binding import parse

    try:
        return key_words.in_words(parse(binding))
    except DictateError:
        return ""


def recent_texts(past: Past | None = None) -> tuple[str, ...] | None:
    """Return the last texts of the history; None where it cannot be read."""
    try:
        return (past or Past()).recent(MOST_RECENT)
    except DictateError as error:
        log.info("no recent texts: %s", type(error).__name__)
        return None


def real_survey() -> Survey:
    """Return the look-ups of this machine."""
    return Survey(models, devices, microphones, UsageMeter(), describe_hotkey, recent_texts)
