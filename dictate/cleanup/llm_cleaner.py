"""Has a language model clean a text and takes the outcome only if it still says the same."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from dictate.cancellation import Cancellation
from dictate.cleanup import guard, keys, prompt
from dictate.cleanup.chat_client import ChatClient
from dictate.cleanup.guard import Reason
from dictate.errors import CleanupRefused, EndpointRefused, EndpointTooSlow, KeyRefused
from dictate.settings.schema import LlmSettings

log = logging.getLogger(__name__)

STEP = 0.1
"""Progress is told in steps of this share."""

FindKey = Callable[[str, float], str]
"""Takes a host and how long it may take, returns its key, empty for none."""


class LlmCleaner:
    """One endpoint with its model and key, both found out when they are first needed."""

    def __init__(
        self,
        settings: LlmSettings,
        client: ChatClient,
        find_key: FindKey = keys.find,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._settings = settings
        self._client = client
        self._find_key = find_key
        self._clock = clock
        self._model = settings.model
        self._key: str | None = None if not client.endpoint.is_local else ""
        self._looked_for_key = False

    def clean(
        self,
        text: str,
        language: str,
        cancellation: Cancellation,
        on_progress: Callable[[float], None] = lambda share: None,
    ) -> str:
        """Return the cleaned text.

        Raises CleanupRefused when it says something else, CleanupCancelled, and EndpointError; no
        later than the time-out of the settings.
        """
        if len(text.split()) > guard.MOST_WORDS:
            raise _refused(Reason.TOO_LONG)
        deadline_s = self._clock() + self._settings.timeout_s
        on_progress(0.0)
        try:
            answer = self._ask(text, deadline_s, cancellation, on_progress)
        except KeyRefused:
            if not self._find_missing_key(deadline_s):
                raise
            answer = self._ask(text, deadline_s, cancellation, on_progress)
        cleaned = prompt.unwrapped(answer, text)
        reason = guard.judge(text, cleaned, language)
        log.info("clean-up: %s", reason.name if reason else "taken")
        if reason is not None:
            raise _refused(reason)
        return cleaned

    def _ask(
        self,
        text: str,
        deadline_s: float,
        cancellation: Cancellation,
        on_progress: Callable[[float], None],
    ) -> str:
        if self._key is None:
            self._find_missing_key(deadline_s)
        key = self._key or ""
        if not self._model:
            names = self._client.models(key, self._left_s(deadline_s), cancellation)
            self._model = first_for_chat(names)
        told = 0.0

        def progress(characters: int) -> None:
            nonlocal told
            share = min(1.0, characters / max(1, len(text)))
            if share >= told + STEP:
                told = share
                on_progress(share)

        body = prompt.body(text, self._model)
        left_s = self._left_s(deadline_s)
        return self._client.complete(body, key, left_s, cancellation, progress)

    def _find_missing_key(self, deadline_s: float) -> bool:
        """Look for the key once; tell whether there is one that was not tried yet."""
        if self._looked_for_key:
            return False
        host = self._client.endpoint.host
        self._key = self._find_key(host, max(0.0, deadline_s - self._clock()))
        # A keyring that had to be unlocked may answer the next time.
        self._looked_for_key = bool(self._key)
        return bool(self._key)

    def _left_s(self, deadline_s: float) -> float:
        left_s = deadline_s - self._clock()
        if left_s <= 0:
            raise EndpointTooSlow(
                f"The language model took longer than {self._settings.timeout_s:.3g} s.",
                "Try a smaller [llm] model, or a longer [llm] timeout_s.",
            )
        return left_s


def first_for_chat(names: tuple[str, ...]) -> str:
    """Return the model to ask when the settings name none. Raises EndpointRefused."""
    for name in names:
        if "embed" not in name.casefold():
            return name
    raise EndpointRefused(
        "The endpoint has no language model.", "Get one there, such as `ollama pull llama3.2`."
    )


def _refused(reason: Reason) -> CleanupRefused:
    return CleanupRefused(f"The clean-up was not used: {reason}.", "The text is as you said it.")
