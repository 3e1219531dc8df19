"""Where a language model is asked, and whether the text leaves this machine on the way: pure."""

from __future__ import annotations

from dictate.endpoints import address
from dictate.endpoints.address import Endpoint
from dictate.settings.choices import (
    LlmWhen,
)
from dictate.settings.schema import (
    LlmSettings,
)

NAMED = {"ollama": "http://127.0.0.1:11434/v1", "llama.cpp": "http://127.0.0.1:8080/v1"}
"""Where these two listen unless told otherwise."""


def parse(setting: str) -> Endpoint:
    """Return the endpoint a setting names; the schema has checked it."""
    return address.parse(NAMED.get(setting, setting), "/chat/completions")


def route(settings: LlmSettings) -> str:
    """Return where texts go when they leave this machine; empty when they do not."""
    if settings.when is LlmWhen.NEVER:
        return ""
    there = parse(settings.endpoint)
    if there.is_local:
        return ""
    return f"Texts leave this machine for clean-up: they go to {there.way}."
