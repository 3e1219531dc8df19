"""Makes texts, has them gone over, and delivers them, one after another, in ``dictate-output``.

Typing into a slow window or waiting for held modifiers takes time in which the next press must be
served; so this has a thread of its own, and each text ends in a command for the session.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from dictate.cancellation import Cancellation
from dictate.domain import Draft, Finished, Notice, TakeId, Transcript, Written
from dictate.errors import UNDO_YOURSELF, CleanupCancelled, DictateError, OutputError
from dictate.events import CleanupProgressed, NoticeRaised
from dictate.ports import Caret, Publish
from dictate.receipt import Receipt
from dictate.session import commands
from dictate.session.wiring import Wiring

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Work:
    """A text on its way out, with the wiring of its time."""

    take: TakeId
    transcript: Transcript
    wiring: Wiring
    private: bool = False
    """Known before to be nobody else's."""
    cancellation: Cancellation = field(default_factory=Cancellation)


@dataclass(frozen=True, slots=True)
class _Again:
    """Something else for the output thread: a text once more, or one to be taken back."""

    do: Callable[[], object]
    receipt: Receipt = field(default_factory=Receipt)


class OutputThread:
    """Takes texts from any thread; ``post`` gets what became of each."""

    def __init__(
        self,
        post: Callable[[commands.Delivered], None],
        publish: Publish,
        clock: Callable[[], float],
    ) -> None:
        self._post = post
        self._publish = publish
        self._clock = clock
        self._inbox: queue.SimpleQueue[Work | _Again | None] = queue.SimpleQueue()
        self.thread = threading.Thread(target=self._run, name="dictate-output", daemon=True)

    def start(self) -> None:
        """Begin to deliver."""
        self.thread.start()

    def deliver(self, work: Work) -> None:
        """Queue the text of a take."""
        self._inbox.put(work)

    def bring(self, do: Callable[[], object]) -> Receipt:
        """Do something with the user's window, after the texts under way; errors are told."""
        again = _Again(do)
        self._inbox.put(again)
        return again.receipt

    def end(self) -> None:
        """End after the texts that are queued."""
        self._inbox.put(None)

    # -- in the thread -----------------------------------------------------------------------------

    def _run(self) -> None:
        while (work := self._inbox.get()) is not None:
            try:
                if isinstance(work, _Again):
                    self._deliver_again(work)
                else:
                    self._post(self._deliver(work))
            except Exception as error:  # noqa: BLE001 - the top of a thread; more texts come
                log.error("a text was not dealt with: %s", type(error).__name__)

    def _deliver_again(self, work: _Again) -> None:
        try:
            work.do()
        except DictateError as error:
            failure: DictateError = error
        except Exception as error:  # noqa: BLE001 - the next text must still be delivered
            log.error("delivery failed: %s", type(error).__name__)
            failure = _undelivered(error)
        else:
            work.receipt.set_result(None)
            return
        work.receipt.set_exception(failure)
        self._publish(NoticeRaised(failure.notice()))

    def _deliver(self, work: Work) -> commands.Delivered:
        began_s = self._clock()
        text = raw = work.transcript.text
        made_s = cleaned_s = began_s
        notices: tuple[Notice, ...] = ()
        delivery, failure, cancelled, declined = None, None, False, False
        private, hidden = work.private, False
        caret = work.wiring.caret
        try:
            hidden = caret is not None and caret.is_secret(work.take)
            private = private or hidden
            written = _written(work)
            text, raw, notices = written.text, written.raw_text, written.notices
            declined = written.declined
            made_s = cleaned_s = self._clock()
            finished = Finished(text) if private else self._finish(text, work)
            text, notices = finished.text, (*notices, *finished.notices)
            cleaned_s = self._clock()
            if written.undo:
                _take_back(caret)
            placed = text
            if caret is not None and not hidden:
                placed = caret.fitted(text, work.transcript.language)
            delivery = work.wiring.sink.deliver(placed, work.take) if placed else None
        except CleanupCancelled:
            cancelled = True
        except DictateError as error:
            failure = error
        except Exception as error:  # noqa: BLE001 - whatever a window does, the text is kept
            log.error("delivery failed: %s", type(error).__name__)
            failure = _undelivered(error)
        now_s = self._clock()
        return commands.Delivered(
            take=work.take,
            text=text,
            delivery=delivery,
            text_ms=(made_s - began_s) * 1000,
            output_ms=(now_s - cleaned_s) * 1000,
            at_s=now_s,
            error=failure,
            raw_text=raw if raw != text else "",
            cleanup_ms=(cleaned_s - made_s) * 1000,
            notices=notices,
            cancelled=cancelled,
            declined=declined,
            private=private,
        )

    def _finish(self, text: str, work: Work) -> Finished:
        """Have the text gone over; a bug there costs nothing of it. Raises CleanupCancelled."""
        finisher = work.wiring.finisher
        if finisher is None or not text:
            return Finished(text)
        said = work.transcript
        try:
            finished = finisher.finish(
                Draft(text, said.language, said.model),
                work.cancellation,
                lambda share: self._publish(CleanupProgressed(work.take, share)),
            )
        except CleanupCancelled:
            raise
        except Exception as error:  # noqa: BLE001 - whatever clean-up does, the text is delivered
            log.error("clean-up failed: %s", type(error).__name__)
            finished = Finished(text)
        if work.cancellation.is_set:
            raise CleanupCancelled("The take was taken back.")
        return finished


def _written(work: Work) -> Written:
    said, wiring = work.transcript, work.wiring
    if wiring.write is not None:
        return wiring.write(said)
    text = wiring.make_text(said.text, said.language)
    return Written(text, text)


def _take_back(caret: Caret | None) -> None:
    if caret is None:
        raise OutputError("What is written cannot be taken back here.", UNDO_YOURSELF)
    caret.take_back()


def _undelivered(error: Exception) -> OutputError:
    return OutputError(
        f"The text could not be delivered ({type(error).__name__}).",
        "Copy it from the tray menu: Last text.",
    )
