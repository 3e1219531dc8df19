import pytest

from dictate.domain import ModelChoice, Notice
from dictate.engine.facts import Tuning
from dictate.engine.ladder import Machine, Rung, descend, fallen_notice, plan, rungs_below
from dictate.errors import DeviceUnavailable, DictateError, EngineOutOfMemory, ModelDamaged

CPU = frozenset({"int8", "int8_float32", "float32"})
CUDA = frozenset({"float32", "float16", "int8", "int8_float16"})
PLAIN = Machine(0, CPU)
WITH_CARD = Machine(2, CPU, CUDA)
OLD_CARD = Machine(1, CPU, frozenset({"float32", "int8"}))
ON_CPU = Rung("cpu", "int8")


@pytest.mark.parametrize(
    ("choice", "machine", "rungs", "told"),
    [
        (ModelChoice(), PLAIN, (ON_CPU,), ""),
        (ModelChoice(), Machine(), (Rung("cpu", "float32"),), ""),
        (
            ModelChoice(),
            WITH_CARD,
            (Rung("cuda", "float16"), Rung("cuda", "int8_float16"), ON_CPU),
            "",
        ),
        (ModelChoice(), OLD_CARD, (Rung("cuda", "int8"), Rung("cuda", "float32"), ON_CPU), ""),
        (ModelChoice(device="cpu"), WITH_CARD, (ON_CPU,), ""),
        (ModelChoice(device="cuda"), PLAIN, (ON_CPU,), "no usable CUDA device"),
        (ModelChoice(device="metal"), WITH_CARD, (ON_CPU,), "Metal"),
        (
            ModelChoice(device="cuda:1"),
            WITH_CARD,
            (Rung("cuda", "float16", 1), Rung("cuda", "int8_float16", 1), ON_CPU),
            "",
        ),
        (
            ModelChoice(device="cuda:7"),
            WITH_CARD,
            (Rung("cuda", "float16"), Rung("cuda", "int8_float16"), ON_CPU),
            "no CUDA device 7",
        ),
        (ModelChoice(compute_type="float32"), PLAIN, (Rung("cpu", "float32"),), ""),
        (ModelChoice(compute_type="float16"), PLAIN, (ON_CPU,), "cannot compute in float16"),
        (
            ModelChoice(compute_type="float16"),
            WITH_CARD,
            (Rung("cuda", "float16"), Rung("cuda", "int8_float16"), ON_CPU),
            "",
        ),
        (
            ModelChoice(compute_type="bfloat16"),
            OLD_CARD,
            (Rung("cuda", "int8"), Rung("cuda", "float32"), ON_CPU),
            "graphics card cannot compute in bfloat16",
        ),
        (
            ModelChoice(device="cuda", compute_type="float16"),
            PLAIN,
            (ON_CPU,),
            "no usable CUDA device",
        ),
    ],
)
def test_plans_the_ladder(
    choice: ModelChoice, machine: Machine, rungs: tuple[Rung, ...], told: str
) -> None:
    made = plan(choice, machine)
    assert made.rungs == rungs
    texts = " ".join(notice.message for notice in made.notices)
    assert told in texts
    assert bool(texts) is bool(told)


MEASURED = (Tuning("cpu", "float32", 3), Tuning("cuda", "int8", 0))


@pytest.mark.parametrize(
    ("choice", "machine", "rungs"),
    [
        (ModelChoice(), PLAIN, (Rung("cpu", "float32", threads=3),)),
        (
            ModelChoice(),
            WITH_CARD,
            (Rung("cuda", "int8"), Rung("cuda", "float16"), Rung("cpu", "float32", threads=3)),
        ),
        (ModelChoice(compute_type="int8"), PLAIN, (ON_CPU,)),
        (ModelChoice(compute_type="float32"), PLAIN, (Rung("cpu", "float32", threads=3),)),
        (ModelChoice(), Machine(0, frozenset({"int8"})), (ON_CPU,)),
    ],
)
def test_what_was_measured_comes_first_unless_something_else_is_wished(
    choice: ModelChoice, machine: Machine, rungs: tuple[Rung, ...]
) -> None:
    assert plan(choice, machine, MEASURED).rungs == rungs


@pytest.mark.parametrize("device", ["auto", "cpu", "cuda", "cuda:1", "cuda:x", "metal", "tpu"])
@pytest.mark.parametrize("machine", [PLAIN, WITH_CARD, OLD_CARD, Machine()])
def test_always_ends_on_the_cpu(device: str, machine: Machine) -> None:
    assert plan(ModelChoice(device=device), machine).rungs[-1].device == "cpu"


def test_a_full_card_is_tried_again_with_less_and_a_broken_one_is_not() -> None:
    rungs = plan(ModelChoice(), WITH_CARD).rungs
    assert rungs_below(rungs, rungs[0], EngineOutOfMemory("full")) == rungs[1:]
    assert rungs_below(rungs, rungs[0], DeviceUnavailable("broken")) == (ON_CPU,)
    assert rungs_below(rungs, ON_CPU, EngineOutOfMemory("full")) == ()


def test_going_down_stops_where_it_holds_and_tells_what_gave_way() -> None:
    tried: list[Rung] = []
    notices: list[Notice] = []

    def attempt(rung: Rung) -> None:
        tried.append(rung)
        if rung.device == "cuda":
            raise EngineOutOfMemory("Full.", "Do x.")

    rungs = plan(ModelChoice(), WITH_CARD).rungs
    assert descend(rungs, attempt, notices) == ON_CPU
    assert tuple(tried) == rungs and len(notices) == len(rungs) - 1


@pytest.mark.parametrize("trouble", [EngineOutOfMemory("Full."), ModelDamaged("Broken.")])
def test_going_down_ends_with_the_last_rung_or_with_what_no_rung_can_help(
    trouble: DictateError,
) -> None:
    tried: list[Rung] = []

    def attempt(rung: Rung) -> None:
        tried.append(rung)
        raise trouble

    rungs = plan(ModelChoice(), WITH_CARD).rungs
    with pytest.raises(type(trouble)):
        descend(rungs, attempt, [])
    assert len(tried) == (1 if isinstance(trouble, ModelDamaged) else len(rungs))


def test_says_what_happened_and_what_is_done_instead() -> None:
    notice = fallen_notice(Rung("cuda", "float16", 1), ON_CPU, EngineOutOfMemory("Full.", "Do x."))
    assert notice.message == "Full. Speech is recognised on the CPU instead of cuda:1."
    assert notice.next_step == "Do x."
