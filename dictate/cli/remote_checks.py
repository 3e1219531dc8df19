"""What ``dictate doctor`` tells of the speech server, where one is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dictate.cli.check import Check, Status, failed, good
from dictate.errors import DictateError

if TYPE_CHECKING:
    from dictate.settings.schema import RemoteSettings

NAME = "speech server"


def check_server(settings: RemoteSettings) -> list[Check]:
    """Have the server recognise a shipped recording; nothing where it is switched off."""
    from dictate.cli.remote import attempt
    from dictate.engine.remote import place

    if not place.is_on(settings):
        return []
    try:
        tried = attempt(settings)
    except DictateError as error:
        return [failed(NAME, error, Status.WARNING)]  # the model here stands by
    host = place.parse(settings.endpoint).host
    detail = f"{tried.model} at {host} took {tried.answer_ms:.0f} ms"
    if tried.answer_ms > tried.limit_ms:
        step = f"{tried.limit_ms:.0f} ms are allowed: a longer [remote] timeout_s waits for it."
        return [Check(NAME, Status.WARNING, detail, step)]
    if tried.leaves_this_machine and not tried.is_encrypted:
        step = "An address with https:// is encrypted."
        return [Check(NAME, Status.WARNING, f"{detail}; the way there is not encrypted.", step)]
    return [good(NAME, detail)]
