"""Reads a feed: a file, or an address that is told nothing but that somebody asks.

Each address is asked over a connection of its own, so that a redirection brings no cookie along.
Sizes and times are bounded, and closing the program ends a question under way.
"""

from __future__ import annotations

import contextlib
import os
import stat
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from dictate import host
from dictate.cancellation import Cancellation
from dictate.endpoints.address import Endpoint, is_guarded, is_loopback
from dictate.endpoints.call import Server, Wording
from dictate.errors import EndpointRefused, ReplyUnusable, UpdateUnknown
from dictate.updates.release import CHECK_FEED, MOST_BYTES, Release, release_of

if TYPE_CHECKING:
    from httpx2 import AsyncClient, Response

STEP_S = 5.0
"""For the answer of one address, name and connection included."""
ALL_S = 10.0
"""For all of them."""
MOST_REDIRECTIONS = 3
HEADERS = {
    "User-Agent": "Dictate",  # no version, no system, no number of anybody
    "Accept": "application/json",
    "Accept-Encoding": "identity",  # 64 KB are 64 KB
}
LATER = "Check the network and [updates] feed, or try again later."
WORDING = Wording(kind="update feed", check=CHECK_FEED, start=LATER, slow=LATER)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What an address gave: the document, or another address."""

    document: bytes = b""
    elsewhere: str = ""


def is_file(feed: str) -> bool:
    """Tell whether a feed is read from a file, which needs no network."""
    return not feed.casefold().startswith(("https:", "http:"))


def offered(feed: str, cancellation: Cancellation) -> Release:
    """Return what a feed offers. Raises UpdateUnknown, EndpointError."""
    if not feed:
        raise UpdateUnknown(
            "No update feed is set.",
            "Who gave you Dictate may have one: dictate settings set updates.feed ADDRESS",
        )
    if is_file(feed):
        return release_of(_read(Path(feed).expanduser()), feed)
    if host.is_offline():
        raise UpdateUnknown(
            "Asking for updates is switched off by HF_HUB_OFFLINE.",
            "Unset this environment variable, or set [updates] feed to a file.",
        )
    return _fetch(feed, cancellation)


def _read(path: Path) -> bytes:
    """Return the beginning of a file, enough to see that it is too long. Raises UpdateUnknown."""
    try:
        # Not to wait for who writes into a pipe; regular files do not care.
        number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with open(number, "rb") as file:  # noqa: PTH123 - of a number
            if not stat.S_ISREG(os.fstat(number).st_mode):
                raise OSError("it is no file")
            return file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UpdateUnknown(
            f"The update feed {path} cannot be read ({reason}).",
            "Check [updates] feed: it names this file.",
        ) from error


def _fetch(feed: str, cancellation: Cancellation) -> Release:
    until_s = time.monotonic() + ALL_S
    address = feed
    for _ in range(MOST_REDIRECTIONS + 1):
        within_s = min(STEP_S, max(0.0, until_s - time.monotonic()))
        server = Server(_endpoint(address), WORDING)
        answer = server.ask(partial(_question, address), "", within_s, cancellation)
        if not answer.elsewhere:
            return release_of(answer.document, server.endpoint.host)
        address = _redirected(address, answer.elsewhere)
    raise EndpointRefused(f"{_host(feed)} leads from one address to another.", CHECK_FEED)


def _redirected(address: str, location: str) -> str:
    """Return where a redirection leads. Raises EndpointRefused where nobody is to go."""
    with contextlib.suppress(ValueError):
        target = urljoin(address, location)
        is_inside = is_loopback(urlsplit(target).hostname or "")
        # Nobody from outside has this program ask the services of its own machine.
        if is_guarded(target) and (not is_inside or is_loopback(urlsplit(address).hostname or "")):
            return target
    raise EndpointRefused(f"{_host(address)} leads to an address that is not asked.", CHECK_FEED)


def _endpoint(address: str) -> Endpoint:
    parts = urlsplit(address)
    return Endpoint(
        address, _host(address), is_loopback(parts.hostname or ""), parts.scheme == "https"
    )


def _host(address: str) -> str:
    """Return the only part of an address that is told: what follows may be a secret."""
    return urlsplit(address).netloc.casefold()


async def _question(address: str, client: AsyncClient) -> _Answer:
    async with client.stream("GET", address, headers=HEADERS) as response:
        named = _host(address)
        if response.has_redirect_location:
            return _Answer(elsewhere=response.headers.get("location", ""))
        if response.status_code != 200:
            told = f"{named} answered with an error ({response.status_code})."
            raise EndpointRefused(told, CHECK_FEED)
        if response.headers.get("content-encoding", "identity").casefold() != "identity":
            raise ReplyUnusable(f"{named} packs its answer, which nobody asked for.", CHECK_FEED)
        return _Answer(await _content(response))


async def _content(response: Response) -> bytes:
    """Return what comes, and no more than shows that it is too long."""
    content = b""
    async for part in response.aiter_raw():
        content += part
        if len(content) > MOST_BYTES:
            break
    return content[: MOST_BYTES + 1]
