"""Where speech is sent to, and whether it leaves this machine on the way: pure."""

from __future__ import annotations

from dictate.endpoints import address
from dictate.endpoints.address import Endpoint
from dictate.endpoints.keys import KeyRing
from dictate.settings.choices import RemoteWhen
from dictate.settings.schema import RemoteSettings

KEYS = KeyRing("dictate-remote", "DICTATE_REMOTE_KEY")


def parse(setting: str) -> Endpoint:
    """Return the endpoint a setting names; the schema has checked it."""
    return address.parse(setting, "/audio/transcriptions")


def is_on(settings: RemoteSettings) -> bool:
    """Tell whether takes are sent to a server."""
    return settings.when is not RemoteWhen.NEVER


def route(settings: RemoteSettings) -> str:
    """Return where speech goes when it leaves this machine; empty when it stays."""
    there = parse(settings.endpoint)
    if not is_on(settings) or there.is_local:
        return ""
    return f"Speech leaves this machine: it goes to {there.way}."
