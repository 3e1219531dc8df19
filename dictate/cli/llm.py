"""``dictate llm``: whether the language model of the settings answers, and its API key."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from dictate.cli.invocation import invocation, say, say_json
from dictate.cli.questions import secret
from dictate.errors import CleanupRefused, DictateError, EndpointError

if TYPE_CHECKING:
    from dictate.settings.schema import LlmSettings

app = typer.Typer(
    help="The language model that corrects texts: try it, its key.", no_args_is_help=True
)

SAMPLE = "um hello hello there the meeting is at 15 and it is not in Paris"
"""What is sent to try it: nothing anybody has said."""

LISTING_S = 5.0


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of it."""

    endpoint: str
    leaves_this_machine: bool
    model: str
    models: tuple[str, ...]
    answer_ms: float
    text: str
    """Empty when the guard refused it."""
    refused: str = ""


@app.callback()
def llm() -> None:
    """Try the language model of the settings; keep its API key."""


@app.command()
def check(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="For other programs.")] = False,
) -> None:
    """Ask the endpoint of the settings to clean a sample, whether clean-up is on or not."""
    settings = invocation(context).settings().llm
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
    """Keep the API key of the endpoint in the desktop's keyring; it is asked for, unseen,
    or read from a pipe.

    Where there is no keyring, the variable DICTATE_LLM_KEY serves instead.
    """
    from dictate.cleanup import endpoint, keys

    host = endpoint.parse(invocation(context).settings().llm.endpoint).host
    if forget:
        was_there = keys.forget(host)
        say(f"The key for {host} is deleted." if was_there else f"There is no key for {host}.")
        return
    entered = secret(f"API key for {host}")
    try:
        keys.store(host, entered)
    except ValueError:
        raise DictateError("That cannot be a key.", "Copy it as a whole, on one line.") from None
    say(f"The key for {host} is kept in the keyring.")


def attempt(settings: LlmSettings) -> Tried:
    """Have the sample cleaned. Raises EndpointError when it does not work."""
    from dictate.cancellation import Cancellation
    from dictate.cleanup import endpoint, keys
    from dictate.cleanup.chat_client import ChatClient
    from dictate.cleanup.llm_cleaner import LlmCleaner, first_for_chat

    there = endpoint.parse(settings.endpoint)
    client, cancellation = ChatClient(there), Cancellation()
    try:
        models = client.models(keys.find(there.host, LISTING_S), LISTING_S, cancellation)
        model = settings.model or first_for_chat(models)
        began_s = time.monotonic()
        text, refused = "", ""
        try:
            text = LlmCleaner(settings, client).clean(SAMPLE, "en", cancellation)
        except CleanupRefused as error:
            refused = error.message
    except EndpointError as error:
        raise type(error)(error.message, f"{error.next_step} {elsewhere(settings)}") from error
    answer_ms = (time.monotonic() - began_s) * 1000
    return Tried(there.url, not there.is_local, model, models, answer_ms, text, refused)


def elsewhere(settings: LlmSettings) -> str:
    """Return which usual server on this machine answers where that of the settings does not."""
    from dictate.cancellation import Cancellation
    from dictate.cleanup import endpoint
    from dictate.cleanup.chat_client import ChatClient

    tried = endpoint.parse(settings.endpoint).url
    for name, url in endpoint.NAMED.items():
        if url != tried:
            try:
                ChatClient(endpoint.parse(url)).models("", 1.0, Cancellation())
            except EndpointError:
                continue
            return f'On this machine {name} answers: set [llm] endpoint = "{name}".'
    return ""


def lines(settings: LlmSettings, tried: Tried) -> list[str]:
    """Return what came of it for people."""
    way = "Texts leave this machine" if tried.leaves_this_machine else "Texts stay here"
    told = [
        f"endpoint: {tried.endpoint}. {way}.",
        f"model: {tried.model}" + ("" if settings.model else ", the first one it lists"),
        f"others: {', '.join(name for name in tried.models if name != tried.model) or 'none'}",
        f"answered in: {tried.answer_ms:.0f} ms of {settings.timeout_s * 1000:.0f}",
        f"said: {SAMPLE}",
        f"cleaned: {tried.text}" if tried.text else f"cleaned: not used. {tried.refused}",
    ]
    if settings.when.value == "never":
        told.append('Clean-up is off; [llm] when = "always" or "small_models" turns it on.')
    return told


def _record(tried: Tried) -> dict[str, object]:
    return {
        "endpoint": tried.endpoint,
        "leaves_this_machine": tried.leaves_this_machine,
        "model": tried.model,
        "models": list(tried.models),
        "answer_ms": round(tried.answer_ms, 1),
        "cleaned": tried.text or None,
        "refused": tried.refused or None,
    }
