"""Runs a dictation: feeds the machine one command at a time and carries out its effects.

Two threads. ``dictate-session`` owns the state and never waits for a device, the engine or a
window. ``dictate-output`` makes and delivers texts one after another, since typing into a slow
window or waiting for held modifiers takes time in which the next press must be served. Whatever
they do ends in a command put on the one queue, so there is nothing to lock.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from dictate.cancellation import Cancellation
from dictate.domain import (
    Draft,
    Finished,
    Job,
    Notice,
    Phase,
    Samples,
    Span,
    TakeId,
    Transcript,
    Written,
)
from dictate.errors import UNDO_YOURSELF, CleanupCancelled, DictateError, EngineError, OutputError
from dictate.events import (
    CleanupProgressed,
    NoticeRaised,
)
from dictate.ports import Caret, Engine, Journal, Publish
from dictate.session import commands, effects, machine
from dictate.session.commands import Command
from dictate.session.effects import Effect
from dictate.session.listener import Listener
from dictate.session.recovery import Recovery
from dictate.session.state import State
from dictate.session.wiring import Wiring, Wirings
from dictate.store.none import NoJournal

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Decoding:
    """What a job is for: a piece decoded ahead, or (number 0) the rest at the end."""

    take: TakeId
    number: int = 0


@dataclass(frozen=True, slots=True)
class _Work:
    """A text on its way out, with the wiring of its time."""

    take: TakeId
    transcript: Transcript
    wiring: Wiring
    cancellation: Cancellation = field(default_factory=Cancellation)


@dataclass(frozen=True, slots=True)
class _Again:
    """Something else for the output thread: a text once more, or one to be taken back."""

    do: Callable[[], object]


_Message: TypeAlias = Command | Wirings


class Coordinator:
    """The one owner of the phase."""

    def __init__(
        self,
        engine: Engine,
        wirings: Wirings,
        publish: Publish,
        journal: Journal | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._engine = engine
        self._journal = journal or NoJournal()
        self._wirings = wirings
        self._publish = publish
        self._clock = clock
        self._listener: Listener | None = None
        self._recovery: Recovery | None = None
        self._state = State()
        self._kept: dict[TakeId, Wirings] = {}  # what each take was begun with
        self._jobs: dict[TakeId, list[Future[Transcript]]] = {}  # of takes not decoded yet
        self._texts: dict[TakeId, Cancellation] = {}  # of takes being delivered
        self._inbox: queue.SimpleQueue[_Message | None] = queue.SimpleQueue()
        self._outbox: queue.SimpleQueue[_Work | _Again | None] = queue.SimpleQueue()
        self._threads = (
            threading.Thread(target=self._run, name="dictate-session", daemon=True),
            threading.Thread(target=self._bring_out, name="dictate-output", daemon=True),
        )
        self._closed = False

    # -- any thread ------------------------------------------------------------------------------

    def start(self, listener: Listener, recovery: Recovery) -> None:
        """Start; ``listener`` and ``recovery`` are those that post their captures here."""
        self._listener = listener
        self._recovery = recovery
        for thread in self._threads:
            thread.start()

    def post(self, command: Command) -> None:
        """Queue a command; returns at once."""
        self._inbox.put(command)

    def rewire(self, wirings: Wirings) -> None:
        """Decode and deliver differently from the next take on."""
        self._inbox.put(wirings)

    def deliver_again(self, text: str) -> None:
        """Bring a text to whatever window has the keyboard, after those under way."""
        sink = self._wirings.plain.sink
        self.bring(lambda: sink.deliver(text))

    def bring(self, do: Callable[[], object]) -> None:
        """Do something with the user's window, after the texts under way; errors are told."""
        self._outbox.put(_Again(do))

    @property
    def phase(self) -> Phase:
        """The phase at this moment."""
        return self._state.phase

    def close(self, timeout_s: float = 0.5) -> None:
        """Stop both threads; takes on their way are given up."""
        if self._closed:
            return
        self._closed = True
        self._inbox.put(None)
        self._outbox.put(None)
        for thread in self._threads:
            if thread.is_alive():
                thread.join(timeout_s)
            if thread.is_alive():
                log.warning("%s did not stop within %.1f s", thread.name, timeout_s)

    # -- the session thread ----------------------------------------------------------------------

    def _run(self) -> None:
        while (message := self._inbox.get()) is not None:
            if isinstance(message, Wirings):
                self._wirings = message
                continue
            before = self._state.phase
            self._state, effects = machine.step(self._state, message)
            log.debug("%s: %s -> %s", type(message).__name__, before, self._state.phase)
            for effect in effects:
                self._carry_out(effect)
            self._forget(self._jobs, self._texts, self._kept)
        for cancellation in self._texts.values():
            cancellation.cancel()

    def _forget(self, *tables: dict[TakeId, Any]) -> None:
        """Forget what is known of takes that are gone."""
        for table in tables:
            for gone in [take for take in table if self._state.find(take) is None]:
                del table[gone]

    def _wiring(self, take: TakeId, profile: str) -> Wiring:
        return self._kept.get(take, self._wirings).of(profile)

    def _begin(self, take: TakeId, profile: str, patience_s: float) -> None:
        assert self._listener is not None
        wirings = self._kept[take] = self._wirings
        self._listener.begin(take, patience_s)
        wirings.of(profile).sink.aim(take)
        if (caret := wirings.of(profile).caret) is not None:
            caret.watch(take, lambda: self.post(commands.Secret(take)))
        if not profile and wirings.by_window is not None:
            wirings.by_window(take, lambda name: self.post(commands.Profiled(take, name)))

    def _carry_out(self, effect: Effect) -> None:
        assert self._listener is not None and self._recovery is not None  # start() comes first
        match effect:
            case effects.Tell(event):
                self._publish(event)
            case effects.BeginCapture(take, profile, patience_s):
                self._begin(take, profile, patience_s)
            case effects.EndCapture(take, released_at_s):
                self._listener.end(take, released_at_s)
            case effects.DropCapture(take):
                self._listener.drop(take)
            case effects.Recover(take):
                self._kept[take] = self._wirings
                self._recovery.recover(take)
            case effects.Keep(take, fate):
                self._journal.keep(take, fate)
            case effects.Discard(take):
                self._journal.discard(take)
            case effects.Decode(take, recording, spans, model, profile):
                asked = self._job(take, recording.samples, spans, profile)
                wanted = replace(asked.choice, model=model or asked.choice.model)
                self._ask(replace(asked, choice=wanted), _Decoding(take))
            case effects.DecodeAhead():
                self._decode_ahead(effect)
            case effects.AbandonDecode(take):
                self._abandon_decode(take)
            case effects.Deliver(take, transcript, profile):
                work = _Work(take, transcript, self._wiring(take, profile))
                self._texts[take] = work.cancellation
                self._outbox.put(work)
            case effects.AbandonText(take):
                self._abandon_text(take)

    def _abandon_decode(self, take: TakeId) -> None:
        for job in self._jobs.pop(take, ()):
            job.cancel()

    def _abandon_text(self, take: TakeId) -> None:
        if take in self._texts:
            self._texts[take].cancel()

    def _job(self, take: TakeId, samples: Samples, spans: tuple[Span, ...], profile: str) -> Job:
        wiring = self._wiring(take, profile)
        return Job(take, samples, spans, wiring.choice, wiring.options)

    def _decode_ahead(self, piece: effects.DecodeAhead) -> None:
        first = piece.spans[0].start_sample
        samples = piece.sound.cut(Span(first, piece.spans[-1].end_sample))
        moved = tuple(Span(s.start_sample - first, s.end_sample - first) for s in piece.spans)
        job = self._job(piece.take, samples, moved, piece.profile)
        self._ask(job, _Decoding(piece.take, piece.number))

    def _ask(self, job: Job, asked: _Decoding) -> None:
        future = self._engine.transcribe(job)
        self._jobs.setdefault(asked.take, []).append(future)
        future.add_done_callback(lambda done: self.post(_outcome(asked, done)))

    # -- the output thread -----------------------------------------------------------------------

    def _bring_out(self) -> None:
        while (work := self._outbox.get()) is not None:
            if isinstance(work, _Again):
                self._deliver_again(work)
            else:
                self.post(self._deliver(work))

    def _deliver_again(self, work: _Again) -> None:
        try:
            work.do()
        except DictateError as error:
            self._publish(NoticeRaised(error.notice()))
        except Exception as error:  # noqa: BLE001 - the next text must still be delivered
            log.error("delivery failed: %s", type(error).__name__)
            self._publish(NoticeRaised(_undelivered(error).notice()))

    def _deliver(self, work: _Work) -> commands.Delivered:
        began_s = self._clock()
        text = raw = work.transcript.text
        made_s = cleaned_s = began_s
        notices: tuple[Notice, ...] = ()
        delivery, failure, cancelled, declined, private = None, None, False, False, False
        caret = work.wiring.caret
        try:
            private = caret is not None and caret.is_secret(work.take)
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
            if caret is not None and not private:
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

    def _finish(self, text: str, work: _Work) -> Finished:
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


def _written(work: _Work) -> Written:
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


def _outcome(asked: _Decoding, done: Future[Transcript]) -> Command:
    """Return the command a finished job ends in. Runs in the engine's thread."""
    try:
        transcript = done.result()
    except CancelledError:
        # Cancelled by us: the take is gone already, this changes nothing. By the engine: told.
        error: DictateError = EngineError("Recognition was stopped.", "Dictate again.")
    except DictateError as failure:
        error = failure
    except Exception as failure:  # noqa: BLE001 - a bug in an engine must not end the session
        log.error("engine failed: %s", type(failure).__name__)
        error = EngineError(
            f"Recognition failed ({type(failure).__name__}).", "Run `dictate doctor`."
        )
    else:
        if asked.number:
            return commands.PieceDecoded(asked.take, asked.number, transcript)
        return commands.Decoded(asked.take, transcript)
    if asked.number:
        return commands.PieceFailed(asked.take, asked.number)
    return commands.DecodeFailed(asked.take, error)
