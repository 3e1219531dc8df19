"""Waits for the answer of a server in an event loop of its own.

The loop runs in the thread that asks, so that the deadline counts for the name, the connection, and
an answer that trickles, and another thread can end it at any moment.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
import threading
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeVar

from dictate.cancellation import Cancellation
from dictate.endpoints.address import Endpoint
from dictate.errors import (
    CallCancelled,
    EndpointRefused,
    EndpointTooSlow,
    EndpointUnreachable,
    ReplyUnusable,
)

if TYPE_CHECKING:
    from httpx2 import AsyncClient

    from dictate.endpoints.call import Server

T = TypeVar("T")


def answer(
    server: Server,
    question: Callable[[AsyncClient], Awaitable[T]],
    key: str,
    within_s: float,
    cancellation: Cancellation,
) -> T:
    """Put a question to a server and return what comes of it. Raises EndpointError."""
    loop = _Loop()
    try:
        task = loop.create_task(_bounded(server, question, key, within_s))
        with cancellation.waking(lambda: _cancel(loop, task)):
            return loop.run_until_complete(task)
    except asyncio.CancelledError:
        raise CallCancelled(f"The {server.wording.kind} is not waited for any more.") from None
    finally:
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()


async def _bounded(
    server: Server, question: Callable[[AsyncClient], Awaitable[T]], key: str, within_s: float
) -> T:
    import httpx2

    host, said = server.endpoint.host, server.wording
    try:
        async with asyncio.timeout(within_s), _client(server.endpoint, key) as client:
            return await question(client)
    except TimeoutError as error:
        raise EndpointTooSlow(
            f"The {said.kind} at {host} took longer than {within_s:.3g} s.", said.slow
        ) from error
    except httpx2.ConnectError as error:
        if _is_about_trust(error):
            raise EndpointRefused(
                f"{host} cannot prove who it is: its certificate is not trusted here.",
                "Add its authority to the system, or name its file in SSL_CERT_FILE.",
            ) from error
        raise EndpointUnreachable(f"No {said.kind} answers at {host}.", said.start) from error
    except httpx2.RemoteProtocolError as error:
        raise ReplyUnusable(f"The answer of {host} was cut off.", said.check) from error
    except (httpx2.HTTPError, httpx2.InvalidURL, OSError) as error:
        raise EndpointRefused(
            f"Speaking with {host} failed ({type(error).__name__}).", said.check
        ) from error


def _client(endpoint: Endpoint, key: str) -> AsyncClient:
    import httpx2

    options: dict[str, Any] = {}
    if endpoint.is_local:
        options["trust_env"] = False  # no proxy may stand between this machine and itself
    if not endpoint.is_encrypted:
        options["verify"] = False  # nothing to verify; it saves reading the certificates
    return httpx2.AsyncClient(
        base_url=endpoint.url,
        headers={"Authorization": f"Bearer {key}"} if key else {},
        timeout=None,  # there is one for all of it
        # A second question may meet a connection that the server is about to close.
        limits=httpx2.Limits(max_keepalive_connections=0),
        follow_redirects=False,  # what is sent goes where the settings say and nowhere else
        **options,
    )


def _is_about_trust(error: BaseException | None) -> bool:
    """Tell whether a connection failed because of a certificate."""
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False


def _cancel(loop: asyncio.AbstractEventLoop, task: asyncio.Task[Any]) -> None:
    if not loop.is_closed():
        loop.call_soon_threadsafe(task.cancel)


class _Loop(asyncio.SelectorEventLoop):
    """Looks names up in a thread nobody has to wait for when the time is over."""

    async def getaddrinfo(  # type: ignore[override]  # asyncio types what it hands through loosely
        self, host: str | None, port: str | int | None, **hints: int
    ) -> list[tuple[object, ...]]:
        found: asyncio.Future[list[tuple[object, ...]]] = self.create_future()

        def tell(outcome: list[tuple[object, ...]] | OSError) -> None:
            if found.done():
                return
            if isinstance(outcome, OSError):
                found.set_exception(outcome)
            else:
                found.set_result(outcome)

        def look() -> None:
            outcome: list[tuple[object, ...]] | OSError
            try:
                outcome = list(socket.getaddrinfo(host, port, **hints))
            except OSError as error:
                outcome = error
            with contextlib.suppress(RuntimeError):  # nobody waits any more
                self.call_soon_threadsafe(tell, outcome)

        threading.Thread(target=look, name="server-address", daemon=True).start()
        return await found
