"""Runs a dictation: feeds the machine one command at a time and carries out its effects.

The thread ``dictate-session`` owns the state and never waits for a device, the engine or a window;
texts go out in a thread of their own (``output_thread``). What is done anywhere ends in a command
put on the one queue, so there is nothing to lock.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from dictate.cancellation import Cancellation
from dictate.clearance import Answer, Clearance
from dictate.domain import (
    Job,
    Phase,
    Samples,
    Span,
    TakeId,
    Transcript,
)
from dictate.errors import DictateError, EngineError
from dictate.ports import Engine, Journal, Publish
from dictate.receipt import Receipt
from dictate.session import commands, effects, machine
from dictate.session.commands import Command
from dictate.session.effects import Effect
from dictate.session.listener import Listener
from dictate.session.output_thread import OutputThread, Work
from dictate.session.receipts import Asked, Receipts
from dictate.session.recovery import Recovery
from dictate.session.state import State
from dictate.session.undone import told_instead
from dictate.session.wiring import Wiring, Wirings
from dictate.store.none import NoJournal

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Decoding:
    """What a job is for: a piece decoded ahead, or (number 0) the rest at the end."""

    take: TakeId
    number: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class _Answered:
    """A job is done; it counts unless it was abandoned meanwhile, also where it ran to its end."""

    take: TakeId
    job: Future[Transcript]
    command: Command


_Message: TypeAlias = Command | Asked | Wirings | _Answered


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
        self._listener: Listener | None = None
        self._recovery: Recovery | None = None
        self._state = State()
        self._kept: dict[TakeId, Wirings] = {}  # what each take was begun with
        self._clearances: dict[TakeId, Clearance] = {}
        self._jobs: dict[TakeId, list[Future[Transcript]]] = {}  # of takes not decoded yet
        self._texts: dict[TakeId, Cancellation] = {}  # of takes being delivered
        self._described: dict[TakeId, tuple[str, bool]] = {}  # as the journal knows them
        self._receipts = Receipts()
        self._inbox: queue.SimpleQueue[_Message | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="dictate-session", daemon=True)
        self._output = OutputThread(self.post, publish, clock)
        self._clock = clock
        self._closed = False

    # -- any thread ------------------------------------------------------------------------------

    def start(self, listener: Listener, recovery: Recovery) -> None:
        """Start; ``listener`` and ``recovery`` are those that post their captures here."""
        self._listener = listener
        self._recovery = recovery
        self._thread.start()
        self._output.start()

    def post(self, command: Command) -> None:
        """Queue a command; returns at once."""
        self._inbox.put(command)

    def ask(self, command: Command) -> Receipt:
        """Queue a command; its receipt says whether it did anything, and if a take got sound."""
        asked = Asked(command)
        self._inbox.put(asked)
        return asked.receipt

    def rewire(self, wirings: Wirings) -> None:
        """Decode and deliver differently from the next take on."""
        self._inbox.put(wirings)

    def deliver_again(self, text: str) -> Receipt:
        """Bring a text to whatever window has the keyboard, after those under way."""
        sink = self._wirings.plain.sink
        return self.bring(lambda: sink.deliver(text))

    def bring(self, do: Callable[[], object]) -> Receipt:
        """Do something with the user's window, after the texts under way; errors are told."""
        return self._output.bring(do)

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
        self._output.end()
        for thread in (self._thread, self._output.thread):
            if thread.is_alive():
                thread.join(timeout_s)
            if thread.is_alive():
                log.warning("%s did not stop within %.1f s", thread.name, timeout_s)

    # -- the session thread ----------------------------------------------------------------------

    def _run(self) -> None:
        while (message := self._inbox.get()) is not None:
            try:
                self._obey(message)
            except Exception as error:  # noqa: BLE001 - the top of a thread; it must live on
                log.error("%s failed: %s", type(message).__name__, type(error).__name__)
        for cancellation in self._texts.values():
            cancellation.cancel()

    def _obey(self, message: _Message) -> None:
        match message:
            case Wirings():
                self._wirings = message
            case _Answered(take, job, command):
                if job in self._jobs.get(take, ()):
                    self._step(command)
            case Asked(command):
                before = self._state
                had_effects = self._step(command)
                self._receipts.give(message, before, self._state, had_effects=had_effects)
            case commands.Paused(take) if not self._decodes_ahead(take):
                pass
            case _:
                if isinstance(message, commands.Profiled):
                    self._keep_private(message.take, message.profile)
                self._step(message)

    def _step(self, command: Command) -> bool:
        """Carry a command out; tell whether anything had to be done about it."""
        before = self._state.phase
        self._state, wanted = machine.step(self._state, command)
        log.debug("%s: %s -> %s", type(command).__name__, before, self._state.phase)
        for effect in wanted:
            self._attempt(effect)
        self._describe_takes()
        self._forget(self._jobs, self._texts, self._kept, self._clearances, self._described)
        self._receipts.follow(command, self._state)
        return bool(wanted)

    def _attempt(self, effect: Effect) -> None:
        try:
            self._carry_out(effect)
        except Exception as error:  # noqa: BLE001 - its take, and those behind it, must not wait
            log.error("%s failed: %s", type(effect).__name__, type(error).__name__)
            if isinstance(effect, effects.BeginCapture):  # what its field hides is not known
                self._clearances[effect.take] = Clearance(Answer.REFUSED)
            if (instead := told_instead(effect, error, self._clock())) is not None:
                self.post(instead)

    def _forget(self, *tables: dict[TakeId, Any]) -> None:
        """Forget what is known of takes that are gone."""
        for table in tables:
            for gone in [take for take in table if self._state.find(take) is None]:
                del table[gone]

    def _wiring(self, take: TakeId, profile: str) -> Wiring:
        return self._kept.get(take, self._wirings).of(profile)

    def _decodes_ahead(self, take: TakeId) -> bool:
        known = self._state.find(take)
        return known is None or self._wiring(take, known.profile).decodes_ahead

    def _begin(self, take: TakeId, profile: str, patience_s: float) -> None:
        assert self._listener is not None
        wirings = self._kept[take] = self._wirings
        self._listener.begin(take, patience_s)
        self._keep_private(take, profile)  # before any other command of this take
        wirings.of(profile).sink.aim(take)
        if (caret := wirings.of(profile).caret) is not None:
            clearance = self._clearances[take] = Clearance()
            caret.watch(take, lambda hides: self._field_known(take, clearance, hides))
        if not profile and wirings.by_window is not None:
            wirings.by_window(take, lambda name: self.post(commands.Profiled(take, name)))

    def _keep_private(self, take: TakeId, profile: str) -> None:
        if self._wiring(take, profile).private:
            self._state, _ = machine.step(self._state, commands.Secret(take))

    def _describe_takes(self) -> None:
        """Tell the journal what takes are written with, should they be tried again."""
        for take in self._state.takes:
            known = take.profile, take.private
            if self._described.get(take.id, ("", False)) != known:
                self._described[take.id] = known
                self._journal.describe(take.id, *known)

    def _field_known(self, take: TakeId, clearance: Clearance, hides: bool) -> None:
        """Runs in the thread that looks, so that a job under way hears it without delay."""
        if not hides:
            clearance.grant()
            return
        clearance.refuse()
        self.post(commands.Secret(take))

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
                known = self._state.find(take)
                private = known is not None and known.private
                work = Work(take, transcript, self._wiring(take, profile), private)
                self._texts[take] = work.cancellation
                self._output.deliver(work)
            case effects.AbandonText(take):
                self._abandon_text(take)

    def _abandon_decode(self, take: TakeId) -> None:
        for job in self._jobs.pop(take, ()):
            job.cancel()

    def _abandon_text(self, take: TakeId) -> None:
        if take in self._texts:
            self._texts[take].cancel()

    def _job(self, take: TakeId, samples: Samples, spans: tuple[Span, ...], profile: str) -> Job:
        wiring, known = self._wiring(take, profile), self._state.find(take)
        clearance = self._clearances.get(take)
        if wiring.stays_here or (known is not None and known.private):
            clearance = Clearance(Answer.REFUSED)
        return Job(take, samples, spans, wiring.choice, wiring.options, clearance)

    def _decode_ahead(self, piece: effects.DecodeAhead) -> None:
        first = piece.spans[0].start_sample
        samples = piece.sound.cut(Span(first, piece.spans[-1].end_sample))
        moved = tuple(Span(s.start_sample - first, s.end_sample - first) for s in piece.spans)
        job = self._job(piece.take, samples, moved, piece.profile)
        self._ask(job, _Decoding(piece.take, piece.number))

    def _ask(self, job: Job, asked: _Decoding) -> None:
        future = self._engine.transcribe(job)
        self._jobs.setdefault(asked.take, []).append(future)
        future.add_done_callback(
            lambda done: self._inbox.put(_Answered(asked.take, done, _outcome(asked, done)))
        )


def _outcome(asked: _Decoding, done: Future[Transcript]) -> Command:
    """Return the command a finished job ends in. Runs in the engine's thread."""
    try:
        transcript = done.result()
    except CancelledError:
        # Cancelled by us: nobody waits for it any more. By the engine: told.
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
