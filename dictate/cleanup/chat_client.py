"""Speaks the OpenAI chat protocol with an endpoint, see ``endpoints.call`` for how it waits."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

from dictate.cancellation import Cancellation
from dictate.cleanup.reply import Reply
from dictate.endpoints import call
from dictate.endpoints.address import Endpoint
from dictate.errors import (
    CallCancelled,
    CleanupCancelled,
    EndpointRefused,
    KeyRefused,
    ReplyUnusable,
)

if TYPE_CHECKING:
    from httpx2 import AsyncClient, Response

T = TypeVar("T")
_CHECK = "Check [llm] in the settings; `dictate llm check` tries it."
_WORDING = call.Wording(
    kind="language model",
    check=_CHECK,
    start="Start its server, or check [llm] endpoint; `dictate llm check` tries it.",
    slow="Try a smaller [llm] model, or a longer [llm] timeout_s.",
)


class ChatClient:
    """One endpoint. Calls block, each in the thread that makes it."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._server = call.Server(endpoint, _WORDING)

    @property
    def endpoint(self) -> Endpoint:
        """Whom it speaks to."""
        return self._endpoint

    def models(self, key: str, within_s: float, cancellation: Cancellation) -> tuple[str, ...]:
        """Return the names of the models there. Raises CleanupCancelled, EndpointError."""

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
        """Return the whole answer; ``on_progress`` gets its length so far.

        Raises CleanupCancelled, EndpointError.
        """

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
        try:
            return self._server.ask(ask, key, within_s, cancellation)
        except CallCancelled:
            raise CleanupCancelled("The clean-up was stopped.") from None
