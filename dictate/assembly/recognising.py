"""Who recognises: the model here, or a speech server with the model here standing by."""

from __future__ import annotations

from collections.abc import Iterator

from dictate.engine.remote import place
from dictate.engine.remote.relayed_job import Way
from dictate.engine.remote.server import SpeechServer
from dictate.engine.remote.server_engine import ServerEngine
from dictate.ports import Engine
from dictate.settings.profiles import resolved
from dictate.settings.schema import RemoteSettings, Settings


def way(settings: RemoteSettings) -> Way | None:
    """Return the way to the server of the settings; None when it is not asked."""
    if not place.is_on(settings):
        return None
    return Way(server(settings), place.parse(settings.endpoint).host, settings.timeout_s)


def asked(settings: Settings) -> RemoteSettings:
    """Return how the server is asked: as soon as one profile wants it, there is a way to it."""
    return next((s.remote for s in _every(settings) if place.is_on(s.remote)), settings.remote)


def server(settings: RemoteSettings) -> Engine:
    """Return the engine that asks the server of the settings and nobody else."""
    return ServerEngine(SpeechServer(settings))


def decodes_ahead(settings: Settings) -> bool:
    """Tell whether parts of a take are recognised while it is spoken.

    What is recognised at a pause may have to be recognised again, and a server may be paid for it.
    """
    allowed = not place.is_on(settings.remote) or settings.remote.while_speaking
    return settings.engine.decode_ahead and allowed


def sometimes_decodes_ahead(settings: Settings) -> bool:
    """Tell whether that is so with any profile, or without."""
    return any(decodes_ahead(one) for one in _every(settings))


def _every(settings: Settings) -> Iterator[Settings]:
    yield settings
    for profile in settings.profiles.values():
        yield resolved(settings, profile)
