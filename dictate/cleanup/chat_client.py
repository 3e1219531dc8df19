"""Speaks the OpenAI chat protocol with an endpoint, with a deadline for all of it and a way out.

The calling thread waits in an event loop of its own, so that the deadline counts for the name, the
connection, and an answer that trickles, and another thread can end it at any moment.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeVar

from dictate.cancellation import Cancellation
from dictate.cleanup.endpoint import Endpoint
from dictate.cleanup.reply import Reply
from dictate.errors import (
    CleanupCancelled,
    EndpointRefused,
    EndpointTooSlow,
    EndpointUnreachable,
    KeyRefused,
    ReplyUnusable,
)

if TYPE_CHECKING:
    from httpx2 import AsyncClient, Response

T = TypeVar("T")
_CHECK = "Check [llm] in the settings; `dictate llm check` tries it."
_START = "Start its server, or check [llm] endpoint; `dictate llm check` tries it."


class ChatClient:
    """One endpoint. Calls block, each in the thread that makes it."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint

    @property
    def endpoint(self) -> Endpoint:
        """Whom it speaks to."""
        return self._endpoint

    def models(self, key: str, within_s: float, cancellation: Cancellation) -> tuple[str, ...]:
        """Return the names of the models there. Raises CleanupError."""

        async def ask(client: AsyncClient) -> tuple[str, ...]:
            reply = Reply(streamed=False)
            response = await client.get("models")
            self._refuse(response)
            reply.feed(response.content)
            try:
                return tuple(str(model["id"]) for model in response.json()["data"])
            except (ValueError, LookupError, TypeError) as error:
                raise ReplyUnusable(
                    f"{self._endpoint.host} does not list models as a language model server does.",
                    _CHECK,
                ) from error

        return self._run(ask, key, within_s, cancellation)

    def complete(
        self,
        body: dict[str, object],
        key: str,
        within_s: float,
        cancellation: Cancellation,
        on_progress: Callable[[int], None] = lambda characters: None,
    ) -> str:
        """Return the whole answer; ``on_progress`` gets its length so far. Raises CleanupError."""

        async def ask(client: AsyncClient) -> str:
            async with client.stream("POST", "chat/completions", json=body) as response:
                self._refuse(response)
                kind = response.headers.get("content-type", "")
                reply = Reply(streamed="json" not in kind)
                async for piece in response.aiter_bytes():
                    reply.feed(piece)
                    on_progress(reply.characters)
                    if reply.is_done:
                        break
            return reply.text()

        return self._run(ask, key, within_s, cancellation)

    def _refuse(self, response: Response) -> None:
        """Raise what an answer that is not a success means. Its text is not looked at."""
        status, host = response.status_code, self._endpoint.host
        if status < 300:
            return
        if status in (401, 403):
            raise KeyRefused(
                f"{host} wants an API key, or another one ({status}).", "Run `dictate llm key`."
            )
        if status == 404:
            raise EndpointRefused(
                f"{host} does not know the model or the address (404).",
                "`dictate llm check` shows the models it has.",
            )
        raise EndpointRefused(f"{host} answered with an error ({status}).", _CHECK)

    def _run(
        self,
        ask: Callable[[AsyncClient], Awaitable[T]],
        key: str,
        within_s: float,
        cancellation: Cancellation,
    ) -> T:
        loop = _Loop()
        try:
            task = loop.create_task(self._bounded(ask, key, within_s))
            with cancellation.waking(lambda: _cancel(loop, task)):
                return loop.run_until_complete(task)
        except asyncio.CancelledError:
            raise CleanupCancelled("The clean-up was stopped.") from None
        finally:
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.close()

    async def _bounded(
        self, ask: Callable[[AsyncClient], Awaitable[T]], key: str, within_s: float
    ) -> T:
        import httpx2

        host = self._endpoint.host
        try:
            async with asyncio.timeout(within_s), self._client(key) as client:
                return await ask(client)
        except TimeoutError as error:
            raise EndpointTooSlow(
                f"The language model at {host} took longer than {within_s:.3g} s.",
                "Try a smaller [llm] model, or a longer [llm] timeout_s.",
            ) from error
        except httpx2.ConnectError as error:
            raise EndpointUnreachable(f"No language model answers at {host}.", _START) from error
        except httpx2.RemoteProtocolError as error:
            raise ReplyUnusable(f"The answer of {host} was cut off.", _CHECK) from error
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError) as error:
            raise EndpointRefused(
                f"Speaking with {host} failed ({type(error).__name__}).", _CHECK
            ) from error

    def _client(self, key: str) -> AsyncClient:
        import httpx2

        options: dict[str, Any] = {}
        if self._endpoint.is_local:
            options["trust_env"] = False  # no proxy may stand between this machine and itself
        if not self._endpoint.is_encrypted:
            options["verify"] = False  # nothing to verify; it saves reading the certificates
        return httpx2.AsyncClient(
            base_url=self._endpoint.url,
            headers={"Authorization": f"Bearer {key}"} if key else {},
            timeout=None,  # there is one for all of it
            follow_redirects=False,  # the text goes where the settings say and nowhere else
            **options,
        )


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

        threading.Thread(target=look, name="llm-address", daemon=True).start()
        return await found
