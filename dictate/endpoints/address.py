"""Where a server is asked, and whether what is sent leaves this machine on the way: pure."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An address that speaks one of the OpenAI protocols."""

    url: str
    """Up to and with the version: ``http://127.0.0.1:11434/v1``."""
    host: str
    """Host and port, for the user and as the name of its key."""
    is_local: bool
    """It is this machine: what is sent does not leave it."""
    is_encrypted: bool

    @property
    def way(self) -> str:
        """The host, and that the way to it is not encrypted, if so."""
        return self.host if self.is_encrypted else f"{self.host}, not encrypted"


def parse(address: str, path: str) -> Endpoint:
    """Return the endpoint of an address; ``path`` is what some write after the version."""
    url = address.rstrip("/").removesuffix(path)
    parts = urlsplit(url)
    if not parts.path:
        url += "/v1"
    host = parts.hostname or ""
    return Endpoint(url, parts.netloc.casefold(), is_loopback(host), parts.scheme == "https")


def is_guarded(address: str) -> bool:
    """Tell whether nobody can listen or answer on the way: https, or http to this machine.

    One with a name or password in it is none.
    """
    if not address.isprintable():
        return False
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        if not host or parts.port == 0 or "@" in parts.netloc or " " in address:
            return False
    except ValueError:  # a port that is no number, half an IPv6 address
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and is_loopback(host))


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
