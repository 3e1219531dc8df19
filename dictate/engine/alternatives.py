"""What could recognise in place of the model of the settings, on this machine, best first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from dictate.domain import ModelChoice, ModelInfo
from dictate.engine import storage
from dictate.engine.facts import ResolvedModel
from dictate.engine.model_format import Format
from dictate.engine.quality import Rung
from dictate.errors import DictateError

AUTO = "auto"
WIDE = ("float32", "float16", "bfloat16")
NARROW = {"cpu": "int8", "cuda": "int8_float16"}


@dataclass(frozen=True, slots=True)
class Alternative:
    """A choice, and the rung it stands for."""

    choice: ModelChoice
    rung: Rung


def alternatives(
    wish: ModelChoice,
    loaded: ModelInfo,
    spoken: Collection[str],
    resolve: Callable[[str], ResolvedModel] = storage.resolve,
    smaller: Callable[[ResolvedModel], Sequence[str]] = storage.smaller_models,
) -> tuple[Alternative, ...]:
    """Return the wish, the same in int8, and the smaller models that know what is spoken.

    ``spoken`` holds the user's languages; when it is empty any may be spoken.
    """
    own = resolve(wish.model)
    found = [Alternative(wish, Rung(own.name))]
    narrow = NARROW.get(loaded.device.partition(":")[0])
    settled = own.stored_as is not Format.CTRANSLATE2  # by its files
    if narrow is not None and loaded.compute_type in WIDE and not settled:
        # Where the precision is free, the fastest one is taken already.
        faster = wish.compute_type != AUTO
        choice = replace(wish, compute_type=narrow)
        found.append(Alternative(choice, Rung(own.name, saves_time=faster)))
    for model in _known(smaller(own), resolve):
        if knows(model.facts.languages, spoken, own.facts.languages):
            found.append(Alternative(replace(wish, model=model.name), Rung(model.name)))
    return tuple(found)


def knows(languages: Collection[str], spoken: Collection[str], present: Collection[str]) -> bool:
    """Tell whether a model of these languages (none: all) can take the place of the present one."""
    if not languages:
        return True
    wanted = spoken or present
    return bool(wanted) and set(wanted) <= set(languages)


def _known(
    names: Sequence[str], resolve: Callable[[str], ResolvedModel]
) -> Iterator[ResolvedModel]:
    for name in names:
        try:
            yield resolve(name)
        except DictateError:
            continue  # damaged: no help
