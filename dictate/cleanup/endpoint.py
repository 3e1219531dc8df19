"""Where a language model is asked, and whether the text leaves this machine on the way: pure."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from dictate.settings.choices import (
    LlmWhen,
)
from dictate.settings.schema import (
    LlmSettings,
)

NAMED = {"ollama": "http://127.0.0.1:11434/v1", "llama.cpp": "http://127.0.0.1:8080/v1"}
"""Where these two listen unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An address that speaks the OpenAI chat protocol."""

    url: str
    """Up to and with the version: ``http://127.0.0.1:11434/v1``."""
    host: str
    """Host and port, for the user and as the name of its key."""
    is_local: bool
    """It is this machine: the text does not leave it."""
    is_encrypted: bool

    @property
    def route(self) -> str:
        """What the user should know of the way to it; empty when the text stays here."""
        if self.is_local:
            return ""
        plain = "" if self.is_encrypted else ", not encrypted"
        return f"Texts leave this machine for clean-up: they go to {self.host}{plain}."


def parse(setting: str) -> Endpoint:
    """Return the endpoint a setting names; the schema has checked it."""
    url = NAMED.get(setting, setting).rstrip("/").removesuffix("/chat/completions")
    parts = urlsplit(url)
    if not parts.path:
        url += "/v1"
    host = parts.hostname or ""
    return Endpoint(url, parts.netloc.casefold(), _is_loopback(host), parts.scheme == "https")


def _is_loopback(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def route(settings: LlmSettings) -> str:
    """Return where texts go when they leave this machine; empty when they do not."""
    return "" if settings.when is LlmWhen.NEVER else parse(settings.endpoint).route
