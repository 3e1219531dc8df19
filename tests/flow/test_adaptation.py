"""A smaller model is suggested or taken after slow takes, never within one, and given up again."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from dictate.assembly.adaptation import Adaptation, latency_of
from dictate.domain import (
    ModelChoice,
    ModelInfo,
    Phase,
    TakeId,
    TakeReport,
    Timings,
    Transcript,
    Verdict,
)
from dictate.engine.alternatives import Alternative
from dictate.engine.pressure import Pressure
from dictate.engine.quality import Rung
from dictate.errors import ModelNotCached
from dictate.events import Event, ModelSuggested, NoticeRaised, PhaseChanged, TakeFinished
from dictate.settings.choices import Adapt
from dictate.settings.schema import EngineSettings

WAIT_S = 10.0
SMALL, BASE = ModelChoice("small"), ModelChoice("base")


def report(model: str, latency_ms: float, **timings: float) -> TakeReport:
    info = ModelInfo(model, Path(model), "cpu", "int8")
    said = Transcript("Hello.", Verdict.TEXT, model=info)
    made = Timings(release_to_text_ms=latency_ms, **timings)
    return TakeReport(TakeId(1), "Hello.", Verdict.TEXT, said, 2.0, made)


@dataclass
class Desk:
    """An adaptation, a machine in the hand, and what is told."""

    adapt: Adapt = Adapt.AUTO
    wish: ModelChoice = SMALL
    pressure: Pressure = field(default_factory=Pressure)
    now_s: float = 0.0
    fails: bool = False
    told: queue.SimpleQueue[Event] = field(default_factory=queue.SimpleQueue)
    used: queue.SimpleQueue[ModelChoice] = field(default_factory=queue.SimpleQueue)
    looks: queue.SimpleQueue[None] = field(default_factory=queue.SimpleQueue)

    def __post_init__(self) -> None:
        self.made = Adaptation(self.told.put, self._use, self._gauge, self._find, self._clock)
        self.made.instead_of(self.wish, self.adapt)

    @property
    def in_use(self) -> ModelChoice:
        return self.made.instead_of(self.wish, self.adapt)

    def take(self, latency_ms: float, model: str = "small") -> None:
        settings = EngineSettings(adapt=self.adapt, target_ms=1000.0)
        self.now_s += 60.0
        self.made.follow(TakeFinished(report(model, latency_ms)), settings)
        self.looks.get(timeout=WAIT_S)

    def takes(self, count: int, latency_ms: float, model: str = "small") -> None:
        for _ in range(count):
            self.take(latency_ms, model)

    def phase(self, phase: Phase) -> None:
        self.made.follow(PhaseChanged(phase, TakeId(1)), EngineSettings(adapt=self.adapt))

    def _use(self) -> None:
        self.used.put(self.in_use)

    def _gauge(self) -> Pressure:
        self.looks.put(None)
        return self.pressure

    def _clock(self) -> float:
        return self.now_s

    def _find(
        self, wish: ModelChoice, loaded: ModelInfo, spoken: tuple[str, ...]
    ) -> tuple[Alternative, ...]:
        if self.fails:
            raise ModelNotCached("It is gone.")
        names = ["small", "base"] if wish.model in ("small", "auto") else ["base"]
        first = Alternative(wish, Rung(names[0]))
        return (first, *(Alternative(replace(wish, model=n), Rung(n)) for n in names[1:]))


Make = Callable[..., Desk]


@pytest.fixture
def make() -> Iterator[Make]:
    desks: list[Desk] = []

    def build(**values: object) -> Desk:
        desks.append(Desk(**values))  # type: ignore[arg-type]  # as the test wants it
        return desks[-1]

    yield build
    for desk in desks:
        desk.made.close()


def test_slow_texts_lead_to_the_smaller_model_and_it_is_told(make: Make) -> None:
    desk = make()
    desk.takes(5, 2500.0)
    assert desk.used.get(timeout=WAIT_S) == BASE
    event = desk.told.get(timeout=WAIT_S)
    assert isinstance(event, NoticeRaised)
    assert event.notice.message == (
        "Texts come 2.5 s after you let go; 1.0 s are wanted. "
        "The smaller model base is used for now."
    )
    assert desk.in_use == BASE


def test_within_a_take_nothing_changes(make: Make) -> None:
    desk = make()
    desk.takes(4, 2500.0)
    desk.phase(Phase.RECORDING)
    desk.take(2500.0)
    desk.take(2500.0)  # the first of the two is dealt with by now
    assert desk.used.empty() and desk.in_use == SMALL
    desk.phase(Phase.IDLE)
    assert desk.used.get(timeout=WAIT_S) == BASE


def test_it_goes_back_when_there_is_room(make: Make) -> None:
    desk = make()
    desk.takes(5, 2500.0)
    assert desk.used.get(timeout=WAIT_S) == BASE
    desk.takes(7, 900.0, "base")
    desk.takes(30, 100.0, "base")
    assert desk.used.get(timeout=WAIT_S) == SMALL
    desk.told.get(timeout=WAIT_S)
    event = desk.told.get(timeout=WAIT_S)
    assert isinstance(event, NoticeRaised) and "room for the larger" in event.notice.message


def test_a_suggestion_changes_nothing_by_itself(make: Make) -> None:
    desk = make(adapt=Adapt.SUGGEST)
    desk.takes(5, 2500.0)
    event = desk.told.get(timeout=WAIT_S)
    assert isinstance(event, ModelSuggested)
    assert (event.key, event.value) == ("engine.model", "base")
    assert event.notice.next_step.endswith("dictate settings set engine.model base")
    assert desk.in_use == SMALL and desk.used.empty()


def test_who_follows_a_suggestion_is_told_when_there_is_room_again(make: Make) -> None:
    desk = make(adapt=Adapt.SUGGEST)
    desk.takes(5, 2500.0)
    desk.told.get(timeout=WAIT_S)
    desk.wish = BASE
    assert desk.in_use == BASE
    desk.takes(7, 900.0, "base")
    desk.takes(30, 100.0, "base")
    event = desk.told.get(timeout=WAIT_S)
    assert isinstance(event, ModelSuggested)
    assert event.value == "small" and "room" in event.notice.message


def test_a_choice_of_the_user_counts_more(make: Make) -> None:
    desk = make()
    desk.takes(5, 2500.0)
    assert desk.used.get(timeout=WAIT_S) == BASE
    desk.wish = ModelChoice("medium")
    assert desk.in_use == ModelChoice("medium")
    desk.wish = SMALL
    assert desk.in_use == SMALL, "chosen anew, it is tried anew"


def test_switched_off_the_model_of_the_settings_is_back(make: Make) -> None:
    desk = make()
    desk.takes(5, 2500.0)
    assert desk.used.get(timeout=WAIT_S) == BASE
    desk.adapt = Adapt.OFF
    assert desk.in_use == SMALL
    desk.adapt = Adapt.AUTO
    assert desk.in_use == SMALL


def test_memory_that_stays_short_counts(make: Make) -> None:
    desk = make(pressure=Pressure(memory_free=0.03))
    desk.takes(3, 100.0)
    assert desk.used.get(timeout=WAIT_S) == BASE


def test_a_model_that_is_gone_ends_nothing(make: Make) -> None:
    desk = make(fails=True)
    desk.takes(8, 2500.0)
    desk.fails = False
    desk.takes(5, 2500.0)
    assert desk.used.get(timeout=WAIT_S) == BASE


def test_takes_of_other_models_and_of_servers_do_not_count(make: Make) -> None:
    desk = make()
    desk.takes(10, 9000.0, "another")
    settings = EngineSettings(adapt=Adapt.AUTO)
    slow = report("small", 9000.0)
    assert slow.transcript.model is not None
    for model in (
        replace(slow.transcript.model, server="box"),
        replace(slow.transcript.model, demonstration=True),
        None,
    ):
        done = replace(slow, transcript=replace(slow.transcript, model=model))
        for _ in range(6):
            desk.made.follow(TakeFinished(done), settings)
    desk.take(100.0)
    assert desk.used.empty()


def test_what_the_model_is_not_to_blame_for_does_not_count() -> None:
    assert latency_of(report("small", 3000.0, cleanup_ms=2000.0, output_ms=500.0)) == 500.0
    assert latency_of(report("small", 3000.0, load_ms=2000.0)) is None
    silent = replace(report("small", 0.0), verdict=Verdict.NO_SPEECH)
    assert latency_of(silent) is None


def test_closed_it_does_nothing_more(make: Make) -> None:
    desk = make()
    desk.take(100.0)
    desk.made.close()
    desk.made.close()
    desk.made.follow(TakeFinished(report("small", 1.0)), EngineSettings(adapt=Adapt.AUTO))
