import pytest

from dictate.engine.catalogue import (
    CATALOGUE,
    PROCESS_MB,
    ModelEntry,
    find,
    find_stored,
    memory_mb,
)
from dictate.engine.model_format import Format
from dictate.errors import ModelUnknown

WANTED = [
    "tiny",
    "base",
    "small",
    "medium",
    "large-v2",
    "large-v3",
    "large-v3-turbo",
    "tiny.en",
    "base.en",
    "small.en",
    "medium.en",
    "distil-small.en",
    "distil-medium.en",
    "distil-large-v2",
    "distil-large-v3",
    "distil-large-v3.5",
]


ONNX = [
    "parakeet-tdt-0.6b-v3",
    "parakeet-tdt-0.6b-v3-float32",
    "parakeet-tdt-0.6b-v2",
    "canary-1b-v2",
]


def test_holds_every_whisper_size_the_distil_models_and_those_for_onnx_asr() -> None:
    assert sorted(entry.name for entry in CATALOGUE) == sorted([*WANTED, *ONNX])


@pytest.mark.parametrize("entry", [e for e in CATALOGUE if e.name in ONNX], ids=lambda e: e.name)
def test_every_entry_for_onnx_asr_makes_sense(entry: ModelEntry) -> None:
    assert entry.format is Format.ONNX and entry.precision in ("int8", "float32")
    assert entry.languages == len(entry.codes) == len(set(entry.codes)) and "en" in entry.codes
    assert entry.multilingual == (len(entry.codes) > 1)
    width = {"int8": 1.1, "float32": 4.2}[entry.precision]
    assert entry.size_mb == pytest.approx(width * entry.parameters_m, rel=0.05)
    assert list(entry.memory_mb) == [entry.precision]
    assert 0 < entry.auto_rank <= 100 and {entry.speed, entry.accuracy} <= {1, 2, 3, 4, 5}


@pytest.mark.parametrize(
    ("precisions", "name"),
    [
        (("int8",), "parakeet-tdt-0.6b-v3"),
        (("float32",), "parakeet-tdt-0.6b-v3-float32"),
        (("int8", "float32"), "parakeet-tdt-0.6b-v3"),
        ((), "parakeet-tdt-0.6b-v3"),
    ],
)
def test_files_of_one_repository_are_told_apart_by_precision(
    precisions: tuple[str, ...], name: str
) -> None:
    assert find_stored("istupakov/parakeet-tdt-0.6b-v3-onnx", precisions).name == name


@pytest.mark.parametrize("entry", [e for e in CATALOGUE if e.name in WANTED], ids=lambda e: e.name)
def test_every_entry_makes_sense(entry: ModelEntry) -> None:
    assert entry.repo.count("/") == 1
    assert 50 < entry.size_mb < 4000
    assert not (entry.name.endswith(".en") and entry.multilingual)
    assert 0 < entry.auto_rank <= 100
    assert entry.size_mb == pytest.approx(2 * entry.parameters_m, rel=0.03)  # float16
    assert entry.languages in (1, 99, 100)
    assert entry.name.endswith(".en") or entry.name.startswith("distil") == (entry.languages == 1)
    assert {entry.speed, entry.accuracy} <= {1, 2, 3, 4, 5}


def test_memory_is_that_of_the_weights_in_each_precision_and_of_the_process() -> None:
    assert memory_mb(74_000_000) == {
        "float32": 74 * 4 + PROCESS_MB,
        "float16": 74 * 2 + PROCESS_MB,
        "bfloat16": 74 * 2 + PROCESS_MB,
        "int8": 89 + PROCESS_MB,
    }


def test_what_was_measured_counts_and_is_near_what_is_computed() -> None:
    measured = [entry for entry in CATALOGUE if entry.measured_mb]
    assert {"tiny", "base", "small"} <= {entry.name for entry in measured}
    for entry in measured:
        computed = memory_mb(entry.parameters_m * 1_000_000)
        for kind, megabytes in entry.measured_mb:
            assert entry.memory_mb[kind] == megabytes == pytest.approx(computed[kind], rel=0.04)
        assert entry.memory_mb["float16"] == computed["float16"]


def test_ranks_tell_all_models_apart() -> None:
    assert len({entry.auto_rank for entry in CATALOGUE}) == len(CATALOGUE)


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("base", "base"),
        (" Base ", "base"),
        ("turbo", "large-v3-turbo"),
        ("large", "large-v3"),
        ("Systran/faster-whisper-small", "small"),
    ],
)
def test_finds_by_name_alias_and_repository(wanted: str, name: str) -> None:
    assert find(wanted).name == name


def test_takes_any_repository_id_as_it_is() -> None:
    entry = find("someone/whisper-dutch-ct2")
    assert (entry.name, entry.repo) == ("someone/whisper-dutch-ct2",) * 2
    assert entry.folder_name == "someone--whisper-dutch-ct2"


@pytest.mark.parametrize(("wanted", "near"), [("bsae", "base"), ("large-v4", "large-v3")])
def test_suggests_the_nearest_name(wanted: str, near: str) -> None:
    with pytest.raises(ModelUnknown) as failure:
        find(wanted)
    assert wanted in failure.value.message
    assert near in failure.value.next_step


@pytest.mark.parametrize("wanted", ["", "a/b/c", "../x", "qqqqqqqq"])
def test_says_how_to_see_all_when_nothing_is_near(wanted: str) -> None:
    with pytest.raises(ModelUnknown, match="models list"):
        find(wanted)
