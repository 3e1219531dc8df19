"""Takes a text through clean-up and the user's command; whatever fails there keeps the text."""

from __future__ import annotations

from collections.abc import Callable

from dictate.cancellation import Cancellation
from dictate.cleanup import hook
from dictate.cleanup.llm_cleaner import LlmCleaner
from dictate.domain import Draft, Finished, Notice, Severity
from dictate.errors import CleanupCancelled, CleanupError, CleanupRefused, EndpointError
from dictate.settings.schema import HookSettings


class TextFinisher:
    """Implements ports.Finisher. ``wants`` tells of which drafts the model goes over."""

    def __init__(
        self, cleaner: LlmCleaner | None, wants: Callable[[Draft], bool], after: HookSettings
    ) -> None:
        self._cleaner = cleaner
        self._wants = wants
        self._after = after

    def finish(
        self, draft: Draft, cancellation: Cancellation, on_progress: Callable[[float], None]
    ) -> Finished:
        """Return what is to be written. Raises CleanupCancelled."""
        text, notices = draft.text, list[Notice]()
        if not text.strip():
            return Finished(text)
        if self._cleaner is not None and self._wants(draft):
            try:
                text = self._cleaner.clean(text, draft.language, cancellation, on_progress)
            except CleanupCancelled:
                raise
            except (CleanupError, EndpointError) as error:
                notices.append(_told(error))
        if self._after.command:
            try:
                limit_s, command = self._after.limit_s, self._after.command
                text = hook.run(command, text, limit_s, cancellation, draft.language)
            except CleanupCancelled:
                raise
            except CleanupError as error:
                notices.append(_told(error))
        return Finished(text, tuple(notices))


def _told(error: CleanupError | EndpointError) -> Notice:
    refused = isinstance(error, CleanupRefused)
    return error.notice(Severity.INFO if refused else Severity.WARNING)
