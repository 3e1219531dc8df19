"""Brings a text to the user by the chosen method, and by a lesser one where that fails.

``choice`` says which methods are tried and in which order; here they are tried. ``Delivery.method``
says what really happened, and ``fallback_reason`` why the user has something left to do. Only when
nothing worked an OutputError is raised; the session then still holds the text.

A text arrives once. When typing ends in the middle, only the rest goes another way; when a window
was told to paste and took nothing that we saw, nothing else is tried (``paste``). A clipboard that
could not be saved is not copied over either. The text itself is never logged.
"""

from __future__ import annotations

import contextlib
import logging
from dataclasses import dataclass, field, replace

from dictate.domain import Delivery, OutputMethod, TakeId
from dictate.errors import (
    TEXT_KEPT,
    ArrivalUnknown,
    ClipboardFailed,
    DictateError,
    FocusMoved,
    OutputError,
    TypingFailed,
    TypingInterrupted,
)
from dictate.output import choice, text_command, text_file
from dictate.output import chord as chords
from dictate.output.outlets import INSERTING, Outlets, SeeingKeyboard
from dictate.output.paste import Paster
from dictate.output.window import Window, chord_for, has_moved
from dictate.settings.schema import OutputSettings

log = logging.getLogger(__name__)

SENT_OFF = (OutputMethod.TYPE, OutputMethod.PASTE)
"""After these a submit key is pressed: the text is where the key goes."""


@dataclass(slots=True)
class _Job:
    """One text on its way."""

    rest: str
    window: Window
    chord: str
    reasons: list[DictateError] = field(default_factory=list)
    spares_clipboard: bool = False
    """What is on the clipboard must stay, or it cannot be set."""
    is_unclear: bool = False
    """Some of it may be in the window: nothing may be inserted any more."""


class DeliveryChain:
    """A TextSink."""

    def __init__(self, settings: OutputSettings, outlets: Outlets) -> None:
        self._settings = settings
        self._outlets = outlets
        keys, board = outlets.keyboard, outlets.pasteboard
        self._paster = (
            Paster(keys, board, settings.keep_clipboard)
            if isinstance(keys, SeeingKeyboard) and board is not None
            else None
        )

    def aim(self, take: TakeId) -> None:
        """Remember the window that has the keyboard now; returns at once."""
        if self._outlets.aims is not None:
            self._outlets.aims.remember(take)

    def deliver(self, text: str, take: TakeId | None = None) -> Delivery:
        """Deliver; nothing is done for an empty text. Raises OutputError when all failed.

        A text for a window that has lost the keyboard goes into no other one: FocusMoved.
        """
        method = self._settings.method
        if not text:
            return Delivery(method, 0)
        window = self._window()
        self._refuse_another_window(take, window)
        job = _Job(text, window, chord_for(window, self._settings.paste_chord))
        for way in choice.order(method, text, self._situation(job)):
            if way is OutputMethod.COPY and job.spares_clipboard:
                continue
            if way is not OutputMethod.COPY and job.is_unclear:
                continue
            try:
                self._bring(way, job)
            except ArrivalUnknown as error:
                job.reasons.append(error)
                if error.on_clipboard:
                    return self._done(OutputMethod.COPY, text, job)
                break
            except TypingInterrupted as error:
                job.reasons.append(error)
                job.rest = job.rest[error.typed :]
            except OutputError as error:
                job.reasons.append(error)
                job.spares_clipboard |= isinstance(error, ClipboardFailed)
            except Exception as error:  # noqa: BLE001  # a library's surprise: the text is copied
                kind = type(error).__name__
                log.error("%s failed: %s", way, kind)
                told = f"The text could not be inserted for certain ({kind})."
                job.reasons.append(OutputError(told, TEXT_KEPT))
                job.is_unclear = True
            else:
                return self._submitted(self._done(way, text, job))
        log.warning("nothing could be delivered (%d characters)", len(text))
        messages = dict.fromkeys(error.message for error in job.reasons)
        raise OutputError(" ".join(messages), TEXT_KEPT) from job.reasons[-1]

    def _done(self, way: OutputMethod, text: str, job: _Job) -> Delivery:
        if not job.reasons:
            return Delivery(way, len(text))
        log.info("delivered by %s instead of %s", way, self._settings.method)
        # Another way that inserted has cost the user nothing, and was allowed.
        told = way is OutputMethod.COPY or self._settings.method is not OutputMethod.AUTO
        reason = job.reasons[0].message if told else ""
        if told and len(job.rest) < len(text):
            reason += " The rest is on the clipboard."
        return Delivery(way, len(text), reason)

    def _submitted(self, delivery: Delivery) -> Delivery:
        """Press the key that sends the text off, where it was inserted in whole."""
        key, keyboard = self._settings.submit_key, self._outlets.keyboard
        if not key or keyboard is None or delivery.method not in SENT_OFF:
            return delivery
        try:
            keyboard.press_chord(key)
        except TypingFailed as error:
            reason = f"The submit key was not pressed. {error.message}"
            return replace(delivery, fallback_reason=f"{delivery.fallback_reason} {reason}".strip())
        return delivery

    def _bring(self, way: OutputMethod, job: _Job) -> None:
        match way:
            case OutputMethod.TYPE:
                self._type(job.rest)
            case OutputMethod.PASTE:
                self._paste(job)
            case OutputMethod.COPY:
                self._copy(job.rest)
            case OutputMethod.FILE:
                text_file.append(self._settings.file, job.rest)
            case OutputMethod.COMMAND:
                text_command.run(self._settings.command, job.rest, self._settings.command_limit_s)
            case OutputMethod.AUTO:
                raise AssertionError("auto is a choice among the others")

    # -- the ways --------------------------------------------------------------------------------

    def _type(self, text: str) -> None:
        if self._outlets.keyboard is None:
            raise self._no_keyboard("Typing is not possible on this desktop.")
        pace_s = self._settings.type_pace_ms / 1000
        self._outlets.keyboard.type_text(text, pace_s)

    def _paste(self, job: _Job) -> None:
        keyboard = self._outlets.keyboard
        if keyboard is None:
            raise self._no_keyboard("Keys cannot be pressed on this desktop; paste it yourself.")
        chords.parse(job.chord)  # a misspelt one is found before the clipboard is touched
        if self._paster is not None:
            self._paster.paste(job.rest, job.window, job.chord)
            return
        # Who reads the clipboard cannot be seen here, so when it could be given back is a guess:
        # the text stays on it.
        self._copy(job.rest)
        keyboard.press_chord(job.chord)

    def _copy(self, text: str) -> None:
        if self._outlets.clipboard is None:
            raise ClipboardFailed("There is no clipboard.")
        self._outlets.clipboard.write_text(text)

    def _no_keyboard(self, otherwise: str) -> TypingFailed:
        return self._outlets.problem or TypingFailed(otherwise)

    def _refuse_another_window(self, take: TakeId | None, now: Window) -> None:
        aims, settings = self._outlets.aims, self._settings
        if take is None or aims is None:
            return
        pressed = aims.window_of(take)
        if settings.method in INSERTING and not settings.follow_focus and has_moved(pressed, now):
            raise FocusMoved("Another window has the keyboard now.", TEXT_KEPT)

    # -- what is known ---------------------------------------------------------------------------

    def _window(self) -> Window:
        keyboard = self._outlets.keyboard
        if not isinstance(keyboard, SeeingKeyboard):
            return Window()
        try:
            return keyboard.focused()
        except TypingFailed:
            return Window()  # the way that is tried first says what is wrong

    def _situation(self, job: _Job) -> choice.Situation:
        keyboard = self._outlets.keyboard
        held: frozenset[str] = frozenset()
        chord: tuple[str, ...] = ()
        with contextlib.suppress(TypingFailed):  # likewise
            chord = chords.parse(job.chord)
            if isinstance(keyboard, SeeingKeyboard):
                held = keyboard.held_modifiers()
        restores = self._paster is not None and self._settings.keep_clipboard
        return choice.Situation(job.window, held, chord, restores)
