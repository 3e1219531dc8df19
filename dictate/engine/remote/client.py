"""Speaks the OpenAI protocol for speech with an endpoint: a clip goes out, a text comes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dictate.cancellation import Cancellation
from dictate.endpoints import call
from dictate.endpoints.address import Endpoint
from dictate.engine.remote import reply
from dictate.engine.remote.reply import CHECK, Heard
from dictate.errors import EndpointBusy, EndpointRefused, KeyRefused, ReplyUnusable

if TYPE_CHECKING:
    from httpx2 import AsyncClient, Response

_WORDING = call.Wording(
    kind="speech server",
    check=CHECK,
    start="Start it, or check [remote] endpoint; `dictate remote check` tries it.",
    slow="A longer [remote] timeout_s waits for it; `dictate remote check` tries it.",
)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked about a clip."""

    wav: bytes
    model: str
    language: str = ""
    """A code; empty lets the server detect it."""
    prompt: str = ""
    """Terms to expect."""
    translate: bool = False
    word_times: bool = False


class SpeechClient:
    """One endpoint. Calls block, each in the thread that makes it."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._server = call.Server(endpoint, _WORDING)
        self._knows_times = True
        """The server gives times; some models (gpt-4o-transcribe) refuse to."""

    @property
    def endpoint(self) -> Endpoint:
        """Whom it speaks to."""
        return self._endpoint

    def models(
        self, key: str, within_s: float, cancellation: Cancellation
    ) -> tuple[str, ...] | None:
        """Return the names of its models, None when it keeps no list. Raises EndpointError."""

        async def ask(client: AsyncClient) -> tuple[str, ...] | None:
            status, content = await _fetch(client, "GET", "models")
            if status in (404, 405, 501):
                return None
            self._refuse(status, "")
            return _names(content)

        return self._server.ask(ask, key, within_s, cancellation)

    def transcribe(
        self, question: Question, key: str, within_s: float, cancellation: Cancellation
    ) -> Heard:
        """Return what the server hears. Raises EndpointError."""

        async def ask(client: AsyncClient) -> Heard:
            path = "audio/translations" if question.translate else "audio/transcriptions"
            asked_for_times = self._knows_times
            response = await _post(client, path, question, times=asked_for_times)
            if asked_for_times and response.status in (400, 422):
                response = await _post(client, path, question, times=False)
                self._knows_times = response.status >= 300
            self._refuse(response.status, response.retry_after)
            return reply.read(response.content)

        return self._server.ask(ask, key, within_s, cancellation)

    def _refuse(self, status: int, retry_after: str) -> None:
        """Raise what an answer that is not a success means. Its text is not looked at."""
        host = self._endpoint.host
        if 200 <= status < 300:
            return
        if status in (401, 403):
            step = "Run `dictate remote key`."
            raise KeyRefused(f"{host} wants an API key, or another one ({status}).", step)
        if status in (429, 503):
            step = "Wait a while, or see what your account there allows."
            raise EndpointBusy(
                f"{host} wants fewer requests ({status}).", step, _wait_s(retry_after)
            )
        if 300 <= status < 400:
            step = "Write the address it really has into [remote] endpoint."
            raise EndpointRefused(
                f"{host} points elsewhere ({status}); nothing is sent there.", step
            )
        if status == 404:
            step = "`dictate remote check` shows the models it has."
            raise EndpointRefused(f"{host} does not know the model or the address (404).", step)
        if status == 413:
            step = "Allow larger uploads there, or dictate in shorter parts."
            raise EndpointRefused(f"The recording is too long for {host} (413).", step)
        raise EndpointRefused(f"{host} answered with an error ({status}).", CHECK)


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    content: bytes
    retry_after: str = ""


async def _post(client: AsyncClient, path: str, question: Question, *, times: bool) -> _Answer:
    fields: dict[str, Any] = {"model": question.model, "temperature": "0"}
    fields["response_format"] = "verbose_json" if times else "json"
    if question.language and not question.translate:
        fields["language"] = question.language
    if question.prompt:
        fields["prompt"] = question.prompt
    if times and question.word_times:
        fields["timestamp_granularities[]"] = ["segment", "word"]
    file = {"file": ("take.wav", question.wav, "audio/wav")}
    async with client.stream("POST", path, data=fields, files=file) as response:
        content = await _read(response)
        retry_after = response.headers.get("retry-after", "")
        return _Answer(response.status_code, content, retry_after)


async def _fetch(client: AsyncClient, method: str, path: str) -> tuple[int, bytes]:
    async with client.stream(method, path) as response:
        return response.status_code, await _read(response)


async def _read(response: Response) -> bytes:
    """Return the whole answer. Raises ReplyUnusable when it does not end."""
    content = bytearray()
    async for piece in response.aiter_bytes():
        content += piece
        if len(content) > reply.MOST_BYTES:
            raise ReplyUnusable("The server's answer does not end.", CHECK)
    return bytes(content)


def _names(content: bytes) -> tuple[str, ...]:
    import json

    try:
        return tuple(str(model["id"]) for model in json.loads(content)["data"])
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise reply.unusable() from error


def _wait_s(retry_after: str) -> float:
    """Return how long a server wants to be left alone; 0 when it gives no number of seconds."""
    return float(retry_after) if retry_after.isascii() and retry_after.isdigit() else 0.0
