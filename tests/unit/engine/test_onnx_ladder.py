import pytest

from dictate.domain import ModelChoice
from dictate.engine.ladder import Rung
from dictate.engine.onnx_ladder import plan

BOTH = ("int8", "float32")
CPU = Rung("cpu", "int8")


@pytest.mark.parametrize(
    ("choice", "usable", "rungs", "told"),
    [
        (ModelChoice(), {"cpu"}, [CPU], ""),
        (ModelChoice(), {"cpu", "cuda"}, [Rung("cuda", "float32"), CPU], ""),
        (ModelChoice(), {"cpu", "directml"}, [Rung("directml", "float32"), CPU], ""),
        (ModelChoice(), {"cpu", "metal"}, [CPU], ""),
        (ModelChoice(device="metal"), {"cpu", "metal"}, [Rung("metal", "float32"), CPU], ""),
        (ModelChoice(device="metal"), {"cpu"}, [CPU], "Core ML"),
        (ModelChoice(device="cuda"), {"cpu"}, [CPU], "cannot use CUDA"),
        (ModelChoice(device="cuda:1"), {"cuda"}, [Rung("cuda", "float32", 1), CPU], ""),
        (ModelChoice(device="cpu"), {"cpu", "cuda"}, [CPU], ""),
        (ModelChoice(compute_type="float32"), {"cpu"}, [Rung("cpu", "float32")], ""),
        (ModelChoice(compute_type="bfloat16"), {"cpu"}, [CPU], "not stored in bfloat16"),
    ],
)
def test_the_way_down(choice: ModelChoice, usable: set[str], rungs: list[Rung], told: str) -> None:
    found = plan(choice, usable, BOTH)
    assert list(found.rungs) == rungs
    texts = " ".join(notice.message for notice in found.notices)
    assert told in texts and bool(told) == bool(texts)
    assert all(notice.next_step for notice in found.notices)


def test_a_card_takes_what_is_stored() -> None:
    found = plan(ModelChoice(), {"cpu", "cuda"}, ("int8",))
    assert [rung.compute_type for rung in found.rungs] == ["int8", "int8"]
