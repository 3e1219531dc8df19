"""The engine's process is killed and hangs at bad moments while takes flow; none is lost.

Everything is real but the microphone, the window and the model: threads, child processes, shared
memory, signals.
"""

from __future__ import annotations

import queue
import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import numpy as np
import psutil
import pytest

from dictate.domain import (
    FRAME_SAMPLES,
    DecodeOptions,
    EngineState,
    ModelChoice,
    Severity,
)
from dictate.engine.child_backend import ChildBackend, Patience
from dictate.engine.facts import ResolvedModel
from dictate.engine.pool import BackendPool, ModelProcess
from dictate.engine.worker import WorkerEngine
from dictate.events import (
    EngineChanged,
    Event,
    NoticeRaised,
)
from dictate.session.capture import Intake
from dictate.session.commands import Start, Stop
from dictate.session.coordinator import Coordinator
from dictate.session.listener import Listener
from dictate.session.recovery import Recovery
from dictate.session.wiring import Wiring, Wirings
from dictate.store.none import NoJournal
from dictate.vad.segmenter import SegmenterOptions
from tests.fakes.capture import SILENT, LoudnessDetector, ScriptedInput, ScriptedSource
from tests.fakes.delivery import NotebookSink
from tests.fakes.echo_backend import EchoBackend, loudness_of

WAIT_S = 30.0
KILLS = 20
MOMENTS = ("loading", "speaking", "decoding", "between")
LONGEST_DELAY_S = 0.15
CHOICE = ModelChoice("echo", "cpu")


class Dictation:
    """A session on a real child process, and the hand that kills it."""

    def __init__(self, backend: ModelProcess) -> None:
        self.backend = backend
        self.audio, self.sink = ScriptedInput(), NotebookSink()
        self.errors: list[str] = []
        self.loading: queue.SimpleQueue[None] = queue.SimpleQueue()
        self.kills = 0
        self.engine = WorkerEngine(
            self.publish,
            backend,
            lambda name: ResolvedModel(name, Path(name)),
            lambda _: (),
        )
        wiring = Wiring(CHOICE, DecodeOptions("en"), lambda text, _: text.strip(), self.sink)
        self.coordinator = Coordinator(self.engine, Wirings(wiring), self.publish)
        self.listener = Listener(
            Intake(self.audio, SegmenterOptions(), 60.0, decode_ahead=True),
            LoudnessDetector,
            post=self.coordinator.post,
            publish=self.publish,
        )
        post = self.coordinator.post
        recovery = Recovery(NoJournal(), LoudnessDetector, SegmenterOptions, post)
        self.coordinator.start(self.listener, recovery)
        self.listener.start()

    def publish(self, event: Event) -> None:
        match event:
            case EngineChanged(status) if status.state is EngineState.LOADING:
                self.loading.put(None)
            case NoticeRaised(notice) if notice.severity is Severity.ERROR:
                self.errors.append(notice.message)

    def close(self) -> None:
        self.listener.close()
        self.coordinator.close()
        self.engine.close()

    def press(self) -> ScriptedSource:
        self.coordinator.post(Start(time.monotonic()))
        return self.audio.opened.get(timeout=WAIT_S)

    def say(self, source: ScriptedSource, number: int) -> None:
        loud = np.full(FRAME_SAMPLES, loudness_of(number), np.float32)
        frames = [*[SILENT] * 2, *[loud] * 15, *[SILENT] * 15]
        source.feed(*frames)
        for _ in frames:
            assert source.taken.acquire(timeout=WAIT_S)

    def release(self, source: ScriptedSource) -> None:
        self.coordinator.post(Stop(time.monotonic()))
        source.run_on(SILENT)

    def text(self) -> str:
        return self.sink.texts.get(timeout=WAIT_S)

    def kill(self) -> bool:
        """Kill the engine's process, also one that loads; False when there is none just now."""
        engines = [p for p in psutil.Process().children() if is_engine(p)]
        for engine in engines:
            engine.kill()
        self.kills += len(engines)
        return bool(engines)


def is_engine(process: psutil.Process) -> bool:
    """Tell the engine from the process that watches shared memory."""
    try:
        return "spawn_main" in " ".join(process.cmdline())
    except psutil.Error:
        return False  # it has just ended


@contextmanager
def dictating(backend: ModelProcess) -> Iterator[Dictation]:
    dictation = Dictation(backend)
    try:
        yield dictation
    finally:
        dictation.close()


def hidden_hand(dictation: Dictation, moment: str, delay_s: float) -> threading.Thread:
    """Start what kills the engine this long after the moment: a real kill, by chance anywhere."""

    def strike() -> None:
        if moment == "loading":
            dictation.kill()
            dictation.loading.get(timeout=WAIT_S)
        threading.Event().wait(delay_s)
        dictation.kill()

    thread = threading.Thread(target=strike)
    thread.start()
    return thread


@pytest.mark.parametrize("seed", [7])
def test_killed_at_random_moments_no_take_is_lost(seed: int) -> None:
    chance = random.Random(seed)
    make = partial(EchoBackend, 0.05)
    with dictating(BackendPool(lambda: ChildBackend(make))) as dictation:
        dictation.engine.prepare(CHOICE)
        spoken = 0
        while dictation.kills < KILLS:
            moment = MOMENTS[spoken % len(MOMENTS)]
            while not dictation.loading.empty():
                dictation.loading.get_nowait()
            hands = []
            if moment in ("loading", "between"):
                hands.append(hidden_hand(dictation, moment, chance.uniform(0, LONGEST_DELAY_S)))
            source = dictation.press()
            if moment == "speaking":
                hands.append(hidden_hand(dictation, moment, chance.uniform(0, LONGEST_DELAY_S)))
            dictation.say(source, spoken)
            dictation.release(source)
            if moment == "decoding":
                hands.append(hidden_hand(dictation, moment, chance.uniform(0, LONGEST_DELAY_S)))
            if chance.random() < 0.5:  # half of the time the next take is spoken meanwhile
                assert dictation.text() == f"take {spoken}"
            else:
                following = dictation.press()
                dictation.say(following, spoken + 1)
                dictation.release(following)
                assert [dictation.text(), dictation.text()] == [
                    f"take {spoken}",
                    f"take {spoken + 1}",
                ]
                spoken += 1
            spoken += 1
            for hand in hands:
                hand.join(WAIT_S)
                assert not hand.is_alive()
            assert spoken < 10 * KILLS, "the process was never there to be killed"
        assert dictation.sink.texts.empty(), "no text twice"
        assert dictation.errors == []
        last = dictation.press()
        dictation.say(last, 700)
        dictation.release(last)
        assert dictation.text() == "take 700"
        assert dictation.engine.status.state is EngineState.READY


def test_a_hang_in_a_take_costs_time_and_no_words(tmp_path: Path) -> None:
    make = partial(EchoBackend, 0.0, tmp_path / "hung once")
    patience = Patience(decode_s=0.5, decode_per_audio_s=0.0)
    with dictating(ChildBackend(make, patience)) as dictation:
        for number in (1, 2):
            source = dictation.press()
            dictation.say(source, number)
            dictation.release(source)
        assert [dictation.text(), dictation.text()] == ["take 1", "take 2"]
        assert dictation.errors == []
    assert (tmp_path / "hung once").exists()


def test_killed_while_idle_it_is_ready_again_without_a_take() -> None:
    with dictating(BackendPool(lambda: ChildBackend(EchoBackend))) as dictation:
        dictation.engine.prepare(CHOICE)
        dictation.loading.get(timeout=WAIT_S)
        source = dictation.press()
        dictation.say(source, 1)
        dictation.release(source)
        assert dictation.text() == "take 1"
        first = dictation.backend.pid
        assert dictation.kill()
        dictation.loading.get(timeout=WAIT_S)  # nobody asked for anything
        source = dictation.press()
        dictation.say(source, 2)
        dictation.release(source)
        assert dictation.text() == "take 2"
        assert dictation.backend.pid not in (None, first)
