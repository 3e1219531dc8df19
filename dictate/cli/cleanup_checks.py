"""Whether the server that cleans texts answers and has its model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dictate.cli.check import Check, Status, good
from dictate.errors import EndpointError

if TYPE_CHECKING:
    from dictate.settings.schema import LlmSettings


def check_cleanup(settings: LlmSettings) -> Check:
    """Ask the server of clean-up for its models, if clean-up is on. No text is sent."""
    from dictate.cancellation import Cancellation
    from dictate.cleanup import endpoint, keys
    from dictate.cleanup.chat_client import ChatClient
    from dictate.cleanup.llm_cleaner import first_for_chat
    from dictate.cli import llm
    from dictate.settings.choices import LlmWhen

    if settings.when is LlmWhen.NEVER:
        return good("clean-up", "off")
    there = endpoint.parse(settings.endpoint)
    try:
        key = keys.find(there.host, llm.LISTING_S)
        models = ChatClient(there).models(key, llm.LISTING_S, Cancellation())
        model = settings.model or first_for_chat(models)
    except EndpointError as error:
        step = f"{error.next_step} {llm.elsewhere(settings)}".strip()
        return Check("clean-up", Status.WARNING, error.message, step)
    if model not in models and f"{model}:latest" not in models:
        return Check(
            "clean-up",
            Status.WARNING,
            f'The server at {there.host} has no model "{model}".',
            f"It has: {', '.join(models[:8]) or 'none'}. Set llm.model to one of them.",
        )
    way = "" if there.is_local else "; texts leave this machine"
    return good("clean-up", f"{there.host} answers and has {model}{way}")
