"""Which models stay loaded, and which are put away first."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import numpy as np
import pytest

from dictate.domain import DecodeOptions, ModelChoice, ModelInfo
from dictate.engine.facts import ResolvedModel
from dictate.engine.pool import BackendPool, Bounds, Memory, bounds_from, slips
from dictate.errors import ModelDamaged
from tests.fakes.backend import ScriptedBackend, resolved

SECOND = np.zeros(16_000, np.float32)
MEGABYTE = 1024**2
GIGABYTE = 1024**3


class FakeProcess(ScriptedBackend):
    """A scripted backend that has a process."""

    _pids = itertools.count(1)

    def __init__(self) -> None:
        super().__init__()
        self.pid: int | None = None
        self.name = ""
        self.interrupts = 0
        self._tell: Callable[[], None] = lambda: None

    def load(self, resolved: ResolvedModel, choice: ModelChoice) -> ModelInfo:
        self.name = resolved.name
        self.pid = next(self._pids)
        if resolved.name == "damaged":
            raise ModelDamaged("It is damaged.", "Get it again.")
        return super().load(resolved, choice)

    def interrupt(self) -> None:
        self.interrupts += 1

    def unload(self) -> None:
        self.pid = None

    def is_alive(self) -> bool:
        return self.pid is not None

    def on_death(self, tell: Callable[[], None]) -> None:
        self._tell = tell

    def die(self) -> None:
        self.pid = None
        self._tell()


class Machine:
    """Processes, a clock and a memory that a test turns."""

    def __init__(self, bounds: Bounds | None = None) -> None:
        self.made: list[FakeProcess] = []
        self.now_s = 0.0
        self.each_bytes = 100 * MEGABYTE
        self.available_bytes = 8 * GIGABYTE
        memory = Memory(lambda _pid: self.each_bytes, lambda: self.available_bytes)
        self.pool = BackendPool(self._make, bounds, memory, lambda: self.now_s)

    def _make(self) -> FakeProcess:
        self.made.append(FakeProcess())
        return self.made[-1]

    def use(self, name: str, device: str = "auto") -> ModelInfo:
        return self.pool.load(resolved(name), ModelChoice(name, device))

    @property
    def loaded(self) -> list[str]:
        return [process.name for process in self.made if process.is_alive()]


def test_a_model_that_is_still_loaded_is_used_at_once() -> None:
    machine = Machine()
    machine.use("base")
    machine.use("small")
    info = machine.use("base")
    assert info.name == "base"
    assert [process.name for process in machine.made] == ["base", "small"]
    machine.pool.decode(SECOND, DecodeOptions())
    assert len(machine.made[0].calls) == 1


def test_the_same_model_on_another_device_is_another_one() -> None:
    machine = Machine()
    machine.use("base", "cpu")
    machine.use("base", "cuda")
    assert len(machine.made) == 2


def test_a_model_found_by_auto_and_then_named_is_loaded_once() -> None:
    machine = Machine()
    machine.pool.load(resolved("base"), ModelChoice("auto"))
    machine.pool.load(resolved("base"), ModelChoice("base"))
    assert len(machine.made) == 1


def test_the_one_unused_for_longest_goes_first() -> None:
    machine = Machine(Bounds(models=2))
    for name in ("tiny", "base", "tiny", "small"):
        machine.use(name)
    assert machine.loaded == ["tiny", "small"]


def test_room_is_made_before_the_next_is_loaded() -> None:
    machine = Machine(Bounds(models=1))
    machine.use("base")
    machine.use("small")
    assert machine.loaded == ["small"]


def test_too_much_memory_puts_others_away_but_never_the_one_in_use() -> None:
    machine = Machine(Bounds(models=4, memory_bytes=250 * MEGABYTE))
    for name in ("tiny", "base", "small"):
        machine.use(name)
    assert machine.loaded == ["base", "small"]
    machine.each_bytes = GIGABYTE
    machine.pool.decode(SECOND, DecodeOptions())
    assert machine.loaded == ["small"]


def test_a_machine_short_of_memory_gets_it_back() -> None:
    machine = Machine(Bounds(models=4))
    machine.use("base")
    machine.use("small")
    machine.available_bytes = 100 * MEGABYTE
    machine.pool.decode(SECOND, DecodeOptions())
    assert machine.loaded == ["small"]
    machine.use("base")
    assert machine.loaded == ["base"], "room is made first"


def test_what_is_not_used_for_long_goes() -> None:
    machine = Machine(Bounds(models=4, ttl_s=60))
    machine.use("base")
    machine.use("small")
    machine.now_s = 61
    machine.pool.decode(SECOND, DecodeOptions())
    assert machine.loaded == ["small"]


def test_a_dead_one_is_loaded_again_and_its_death_is_told_only_while_in_use() -> None:
    machine = Machine()
    told: list[str] = []
    machine.pool.on_death(lambda: told.append("died"))
    machine.use("base")
    machine.use("small")
    machine.made[0].die()
    assert told == [] and machine.pool.is_alive()
    machine.made[1].die()
    assert told == ["died"] and not machine.pool.is_alive()
    machine.use("base")
    assert machine.loaded == ["base"]


def test_a_model_that_does_not_load_leaves_the_others() -> None:
    machine = Machine()
    machine.use("base")
    with pytest.raises(ModelDamaged):
        machine.use("damaged")
    assert machine.loaded == ["base"]
    assert not machine.pool.is_alive()
    machine.use("base")
    assert len(machine.made) == 2


def test_resting_ends_all_processes() -> None:
    machine = Machine()
    machine.use("base")
    machine.use("small")
    machine.pool.unload()
    assert machine.loaded == [] and machine.pool.pid is None


def test_only_the_one_in_use_is_interrupted() -> None:
    machine = Machine()
    machine.use("base")
    machine.use("small")
    machine.pool.interrupt()
    assert [process.interrupts for process in machine.made] == [0, 1]


def test_variables_count_more_than_settings() -> None:
    settings = Bounds(2, 10, 300.0)
    environment = {
        "DICTATE_MODEL_CACHE_SIZE": "4",
        "DICTATE_MODEL_CACHE_MEMORY_MB": "1500",
        "DICTATE_MODEL_CACHE_TTL_S": "0.5",
    }
    assert bounds_from(environment, settings) == Bounds(4, 1_500_000_000, 0.5)
    assert bounds_from({}, settings) == settings
    assert slips(environment) == slips({}) == []


@pytest.mark.parametrize("text", ["", " ", "many", "0", "-1", "nan", "inf", "1e999"])
def test_a_variable_that_is_no_number_of_models_is_ignored(text: str) -> None:
    settings = Bounds(2, 10, 300.0)
    assert bounds_from({"DICTATE_MODEL_CACHE_SIZE": text}, settings) == settings


def test_what_is_ignored_is_told_with_its_name() -> None:
    environment = {"DICTATE_MODEL_CACHE_SIZE": "0", "DICTATE_MODEL_CACHE_TTL_S": "5 minutes"}
    size, ttl_s = slips(environment)
    assert "DICTATE_MODEL_CACHE_SIZE is no number from 1 on" in size.message
    assert "DICTATE_MODEL_CACHE_TTL_S" in ttl_s.message and ttl_s.next_step
    assert slips({"DICTATE_MODEL_CACHE_SIZE": " "}) == []
