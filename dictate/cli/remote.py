"""``dictate remote``: whether the speech server of the settings answers, and its API key."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from dictate.cli.invocation import invocation, say, say_json
from dictate.cli.questions import secret
from dictate.errors import DictateError

if TYPE_CHECKING:
    from dictate.settings.schema import RemoteSettings

app = typer.Typer(
    help="The speech server that recognises in place of this machine: try it, its key.",
    no_args_is_help=True,
)

LISTING_S = 10.0
PATIENCE_S = 60.0
"""To see how long a slow server takes, longer than the settings allow."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of it."""

    endpoint: str
    leaves_this_machine: bool
    is_encrypted: bool
    model: str
    models: tuple[str, ...] | None
    """None: the server keeps no list."""
    said: str
    heard: str
    language: str
    has_times: bool
    first_ms: float
    answer_ms: float
    """The second time, when the server has its model loaded."""
    limit_ms: float


@app.callback()
def remote() -> None:
    """Try the speech server of the settings; keep its API key."""


@app.command()
def check(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="For other programs.")] = False,
) -> None:
    """Have the server recognise a shipped recording twice, whether it is switched on or not."""
    settings = invocation(context).settings().remote
    tried = attempt(settings)
    if as_json:
        say_json({"when": settings.when.value, **_record(tried)})
        return
    for line in lines(settings, tried):
        say(line)


@app.command()
def key(
    context: typer.Context,
    forget: Annotated[bool, typer.Option("--forget", help="Delete it instead.")] = False,
) -> None:
    """Keep the API key of the server in the desktop's keyring; it is asked for, unseen,
    or read from a pipe.

    Where there is no keyring, the variable DICTATE_REMOTE_KEY serves instead.
    """
    from dictate.engine.remote import place

    host = place.parse(invocation(context).settings().remote.endpoint).host
    if forget:
        was_there = place.KEYS.forget(host)
        say(f"The key for {host} is deleted." if was_there else f"There is no key for {host}.")
        return
    entered = secret(f"API key for {host}")
    try:
        place.KEYS.store(host, entered)
    except ValueError:
        raise DictateError("That cannot be a key.", "Copy it as a whole, on one line.") from None
    say(f"The key for {host} is kept in the keyring.")


def attempt(settings: RemoteSettings) -> Tried:
    """Have a recording recognised. Raises EndpointError when it does not work."""
    from dictate.audio.file_source import read_audio
    from dictate.cancellation import Cancellation
    from dictate.cli.demo import expected_text, shipped
    from dictate.domain import SAMPLE_RATE_HZ, DecodeOptions, Span
    from dictate.engine.remote.clip import clips
    from dictate.engine.remote.patience import limit_s
    from dictate.engine.remote.server import SpeechServer

    recording = shipped()[0]  # nothing the user has said
    samples = read_audio(recording)
    (part,) = clips(samples, [Span(0, len(samples))])
    server, cancellation = SpeechServer(settings), Cancellation()
    models = server.models(LISTING_S, cancellation)
    took_ms: list[float] = []
    for _ in range(2):
        began_s = time.monotonic()
        heard = server.hear(part, DecodeOptions(), PATIENCE_S, cancellation)
        took_ms.append((time.monotonic() - began_s) * 1000)
    there = server.endpoint
    return Tried(
        there.url,
        not there.is_local,
        there.is_encrypted,
        server.model,
        models,
        expected_text(recording),
        heard.text,
        heard.language,
        bool(heard.segments),
        took_ms[0],
        took_ms[1],
        limit_s(settings.timeout_s, len(samples) / SAMPLE_RATE_HZ) * 1000,
    )


def lines(settings: RemoteSettings, tried: Tried) -> list[str]:
    """Return what came of it for people."""
    way = "Speech leaves this machine" if tried.leaves_this_machine else "Speech stays here"
    if tried.leaves_this_machine and not tried.is_encrypted:
        way += ", not encrypted"
    listed = "it keeps no list"
    if tried.models is not None:
        listed = ", ".join(name for name in tried.models if name != tried.model) or "none"
    chosen = "" if settings.model else ", chosen by Dictate"
    told = [
        f"endpoint: {tried.endpoint}. {way}.",
        f"model: {tried.model}{chosen}",
        f"others: {listed}",
        f"answered in: {tried.first_ms:.0f} ms, then {tried.answer_ms:.0f} ms; "
        f"{tried.limit_ms:.0f} ms are allowed",
        f"said: {tried.said}" if tried.said else "",
        f"heard: {tried.heard or 'nothing'}" + (f" ({tried.language})" if tried.language else ""),
        "times: " + ("yes" if tried.has_times else "no; only the text"),
    ]
    if tried.answer_ms > tried.limit_ms:
        told.append("That is too slow: what is recognised here would be written instead.")
    if settings.when.value == "never":
        told.append('The server is not used; [remote] when = "always" turns it on.')
    return [line for line in told if line]


def _record(tried: Tried) -> dict[str, object]:
    return {
        "endpoint": tried.endpoint,
        "leaves_this_machine": tried.leaves_this_machine,
        "model": tried.model,
        "models": list(tried.models) if tried.models is not None else None,
        "said": tried.said or None,
        "heard": tried.heard,
        "language": tried.language or None,
        "times": tried.has_times,
        "first_ms": round(tried.first_ms, 1),
        "answer_ms": round(tried.answer_ms, 1),
        "limit_ms": round(tried.limit_ms, 1),
    }
