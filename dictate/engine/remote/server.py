"""A speech server with its key and its model, both found out when they are first needed."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from dictate.cancellation import Cancellation
from dictate.domain import DecodeOptions, Task
from dictate.endpoints.address import Endpoint
from dictate.engine.remote import clip, place
from dictate.engine.remote.client import Question, SpeechClient
from dictate.engine.remote.clip import Clip
from dictate.engine.remote.reply import Heard
from dictate.engine.vocabulary import echoes, hint
from dictate.errors import EndpointTooSlow, KeyRefused
from dictate.settings.schema import RemoteSettings

log = logging.getLogger(__name__)

UNLISTED_MODEL = "whisper-1"
"""What servers without a list of models call theirs, after OpenAI's."""
SPEECH_MODELS = ("whisper", "transcribe", "parakeet", "canary", "voxtral", "asr", "stt")
CHARACTERS_PER_TOKEN = 3
"""Of names and terms, cautiously; the server's own tokens are not known here."""

T = TypeVar("T")

FindKey = Callable[[str, float], str]
"""Takes a host and how long it may take, returns its key, empty for none."""


class SpeechServer:
    """One endpoint; any thread, several at once."""

    def __init__(
        self,
        settings: RemoteSettings,
        client: SpeechClient | None = None,
        find_key: FindKey = place.KEYS.find,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._client = client or SpeechClient(place.parse(settings.endpoint))
        self._find_key = find_key
        self._clock = clock
        self._model = settings.model
        # A server on this machine is asked without one first: no keyring is unlocked for it.
        self._key: str | None = "" if self.endpoint.is_local else None

    @property
    def endpoint(self) -> Endpoint:
        """Whom it speaks to."""
        return self._client.endpoint

    @property
    def model(self) -> str:
        """The model's name there; empty until it was looked up."""
        return self._model

    def hear(
        self, part: Clip, options: DecodeOptions, within_s: float, cancellation: Cancellation
    ) -> Heard:
        """Return what the server hears in a part of a take. Raises EndpointError."""
        deadline_s = self._clock() + within_s
        model = self._find_model(deadline_s, cancellation)
        terms = hint(options.vocabulary, lambda line: len(line) // CHARACTERS_PER_TOKEN)
        question = Question(
            clip.wav(part.samples),
            model,
            options.language or (options.languages[0] if len(options.languages) == 1 else ""),
            terms,
            options.task is Task.TRANSLATE,
            options.word_times,
        )

        def ask(question: Question) -> Heard:
            return self._asking(
                lambda key, left_s: self._client.transcribe(question, key, left_s, cancellation),
                deadline_s,
            )

        heard = ask(question)
        if not question.language and _is_foreign(heard.language, options.languages):
            log.info("another language than the user's was heard; the first of those is asked for")
            heard = ask(replace(question, language=options.languages[0]))
        if question.prompt and echoes(heard.text, question.prompt):
            log.info("the vocabulary came back; asked again without it")
            heard = ask(replace(question, prompt=""))
        return heard

    def models(self, within_s: float, cancellation: Cancellation) -> tuple[str, ...] | None:
        """Return the names of its models, None when it keeps no list. Raises EndpointError."""
        return self._asking(
            lambda key, left_s: self._client.models(key, left_s, cancellation),
            self._clock() + within_s,
        )

    def _find_model(self, deadline_s: float, cancellation: Cancellation) -> str:
        if not self._model:
            listed = self.models(self._left_s(deadline_s), cancellation)
            self._model = model_for_speech(listed or ())
        return self._model

    def _asking(self, question: Callable[[str, float], T], deadline_s: float) -> T:
        """Put a question with the key, which is looked for again when it is refused."""
        if self._key is None:
            self._key = self._find_key(self.endpoint.host, self._left_s(deadline_s))
        key = self._key
        try:
            return question(key, self._left_s(deadline_s))
        except KeyRefused:
            # It may have been stored, or changed, since.
            found = self._find_key(self.endpoint.host, self._left_s(deadline_s))
            if found == key:
                raise
            self._key = found
            return question(found, self._left_s(deadline_s))

    def _left_s(self, deadline_s: float) -> float:
        left_s = deadline_s - self._clock()
        if left_s <= 0:
            raise EndpointTooSlow(
                f"The speech server at {self.endpoint.host} took too long.",
                "A longer [remote] timeout_s waits for it; `dictate remote check` tries it.",
            )
        return left_s


def model_for_speech(listed: Sequence[str]) -> str:
    """Return the model to ask when the settings name none."""
    for part in SPEECH_MODELS:
        for name in listed:
            if part in name.casefold():
                return name
    return listed[0] if len(listed) == 1 else UNLISTED_MODEL


def _is_foreign(language: str, wanted: Sequence[str]) -> bool:
    return bool(language and wanted) and language not in wanted
