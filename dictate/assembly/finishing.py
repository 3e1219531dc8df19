"""What goes over a text before it is delivered, as the settings want it."""

from __future__ import annotations

from functools import partial

from dictate.cleanup import endpoint
from dictate.cleanup.chat_client import ChatClient
from dictate.cleanup.llm_cleaner import LlmCleaner
from dictate.cleanup.text_finisher import TextFinisher
from dictate.domain import Draft, ModelInfo
from dictate.ports import Finisher
from dictate.settings.choices import (
    LlmWhen,
)
from dictate.settings.schema import (
    LlmSettings,
    Settings,
)

SMALL_BYTES = 600_000_000
"""The weights of `small` take 484 MB, those of the next larger ones 1.5 GB."""


def finisher(settings: Settings) -> Finisher | None:
    """Return what goes over texts; None when nothing does. It asks nobody yet."""
    if settings.llm.when is LlmWhen.NEVER and not settings.hook.command:
        return None
    return TextFinisher(cleaner(settings.llm), partial(wants, settings.llm.when), settings.hook)


def cleaner(settings: LlmSettings) -> LlmCleaner | None:
    """Return the language model of the settings, None when it is never used."""
    if settings.when is LlmWhen.NEVER:
        return None
    return LlmCleaner(settings, ChatClient(endpoint.parse(settings.endpoint)))


def wants(when: LlmWhen, draft: Draft) -> bool:
    """Tell whether a language model is to go over a draft."""
    if when is LlmWhen.SMALL_MODELS:
        return draft.model is None or is_small(draft.model)
    return when is LlmWhen.ALWAYS


def is_small(model: ModelInfo) -> bool:
    """Tell whether a speech model is one that needs correcting, by the size of its weights."""
    if model.demonstration or model.server:
        return model.demonstration  # who asks a server asks for a large one
    try:
        return sum(file.stat().st_size for file in model.path.glob("model*.bin")) <= SMALL_BYTES
    except OSError:
        return True
