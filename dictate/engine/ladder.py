"""Where to try a model, in which order: the ladder from the wish down to the plain CPU."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dictate.domain import ModelChoice, Notice, Severity
from dictate.engine.facts import Tuning
from dictate.errors import DeviceUnavailable, DictateError, EngineOutOfMemory

log = logging.getLogger(__name__)

CPU_TYPES = ("int8", "float32")
"""int8 halves the memory and is, on most processors, at least as fast."""
CUDA_TYPES = ("float16", "int8_float16", "int8", "float32")


@dataclass(frozen=True, slots=True)
class Machine:
    """What this machine can compute with, as CTranslate2 reports it."""

    cuda_devices: int = 0
    cpu_types: frozenset[str] = frozenset({"float32"})
    cuda_types: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Rung:
    """One thing to try."""

    device: str
    compute_type: str
    index: int = 0
    threads: int = 0
    """On the CPU; 0 leaves it to the program."""

    @property
    def name(self) -> str:
        """The device as settings name it: ``cpu``, ``cuda``, ``cuda:1``."""
        return f"{self.device}:{self.index}" if self.index else self.device


@dataclass(frozen=True, slots=True)
class Plan:
    """What to try in order, and what is already clear to differ from the wish."""

    rungs: tuple[Rung, ...]
    notices: tuple[Notice, ...] = ()


def plan(choice: ModelChoice, machine: Machine, tunings: Sequence[Tuning] = ()) -> Plan:
    """Return the ladder for this wish; its last rung is always the CPU.

    Where the wish is "auto", what was measured comes first.
    """
    index, notices = _cuda_index(choice.device, machine)
    rungs: list[Rung] = []
    wanted = choice.compute_type
    if index is not None:
        measured = _measured("cuda", wanted, machine.cuda_types, tunings)
        first = (measured.compute_type,) if measured else ()
        types, unsupported = _types(
            wanted, machine.cuda_types, (*first, *CUDA_TYPES), "this graphics card"
        )
        rungs += [Rung("cuda", name, index) for name in types[:2]]
        notices += unsupported
        wanted = "auto" if wanted not in machine.cpu_types else wanted
    measured = _measured("cpu", wanted, machine.cpu_types, tunings)
    first = (measured.compute_type,) if measured else ()
    types, unsupported = _types(wanted, machine.cpu_types, (*first, *CPU_TYPES), "this processor")
    rungs.append(Rung("cpu", types[0], threads=measured.threads if measured else 0))
    return Plan(tuple(rungs), (*notices, *unsupported))


def rungs_below(rungs: Sequence[Rung], failed: Rung, failure: DictateError) -> tuple[Rung, ...]:
    """Return what is left to try. Less memory may help a full card; a broken one is left alone."""
    rest = rungs[rungs.index(failed) + 1 :]
    if isinstance(failure, EngineOutOfMemory):
        return tuple(rest)
    return tuple(rung for rung in rest if rung.device != failed.device)


def descend(rungs: Sequence[Rung], attempt: Callable[[Rung], None], notices: list[Notice]) -> Rung:
    """Attempt rung after rung and return the one that held; ``notices`` get what gave way.

    Raises what the last attempt did, or at once what neither memory nor the device is to blame for.
    """
    rung = rungs[0]
    while True:
        try:
            attempt(rung)
        except (EngineOutOfMemory, DeviceUnavailable) as exc:
            rest = rungs_below(rungs, rung, exc)
            if not rest:
                raise
            log.warning("loading failed on %s: %s", rung.name, type(exc).__name__)
            notices.append(fallen_notice(rung, rest[0], exc))
            rung = rest[0]
        else:
            return rung


def fallen_notice(failed: Rung, taken: Rung, failure: DictateError) -> Notice:
    """Return what the user reads when a rung gave way."""
    where = "the CPU" if taken.device == "cpu" else f"{taken.name} with {taken.compute_type}"
    return Notice(
        Severity.WARNING,
        f"{failure.message} Speech is recognised on {where} instead of {failed.name}.",
        failure.next_step,
    )


def _cuda_index(device: str, machine: Machine) -> tuple[int | None, list[Notice]]:
    """Return which graphics card to use, None for the CPU, and what to say about it."""
    if device == "auto":
        return (0 if machine.cuda_devices else None), []
    if device == "metal":
        told = "The recogniser cannot use Metal; speech is recognised on the CPU."
        return None, [_warning(told, 'Set [engine] device to "auto" or "cpu".')]
    name, _, number = device.partition(":")
    if name != "cuda":
        return None, []
    if not machine.cuda_devices:
        told = "There is no usable CUDA device here; speech is recognised on the CPU."
        step = 'Install the NVIDIA driver, or set [engine] device to "auto".'
        return None, [_warning(told, step)]
    index = int(number) if number.isdigit() else 0
    if index >= machine.cuda_devices:
        told = f"There is no CUDA device {index}; the first one is used."
        return 0, [_warning(told, f"Devices here are cuda:0 to cuda:{machine.cuda_devices - 1}.")]
    return index, []


def _measured(
    device: str, wanted: str, supported: frozenset[str], tunings: Sequence[Tuning]
) -> Tuning | None:
    """Return what was measured for a kind of device, where it is wished and possible."""
    found = (t for t in tunings if t.device == device and t.compute_type in supported)
    return next((t for t in found if wanted in ("auto", t.compute_type)), None)


def _types(
    wanted: str, supported: frozenset[str], preferred: Sequence[str], where: str
) -> tuple[list[str], list[Notice]]:
    good = list(dict.fromkeys(name for name in preferred if name in supported)) or ["default"]
    if wanted == "auto":
        return good, []
    if wanted in supported:
        return [wanted, *(name for name in good if name != wanted)], []
    told = f"{where[0].upper()}{where[1:]} cannot compute in {wanted}; {good[0]} is used."
    return good, [_warning(told, 'Set [engine] compute_type to "auto".')]


def _warning(message: str, next_step: str) -> Notice:
    return Notice(Severity.WARNING, message, next_step)
