from pathlib import Path

import pytest

from dictate.engine import storage
from dictate.engine.hub_cache import hub_cache_folder
from dictate.errors import ModelDamaged, ModelNotCached, ModelUnknown
from tests.fakes.model_folder import write_hub_snapshot, write_model


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of downloads; the Hugging Face cache beside it is empty, too."""
    monkeypatch.setenv("DICTATE_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    return tmp_path / "models"


def names() -> list[str]:
    return [model.name for model in storage.cached_models()]


def test_with_nothing_downloaded_there_is_the_built_in_model(models: Path) -> None:
    (only,) = storage.cached_models()
    assert only.name == storage.BUILTIN and only.demonstration and only.size_bytes > 1_000_000


def test_lists_downloads_and_what_other_programs_fetched(models: Path, tmp_path: Path) -> None:
    write_model(models / "base")
    write_model(models / "owner--name")
    write_model(models / ".base.part")
    (models / "notes").mkdir()
    write_hub_snapshot(tmp_path / "hub", "Systran/faster-whisper-small")
    write_hub_snapshot(tmp_path / "hub", "Systran/faster-whisper-base")
    write_hub_snapshot(tmp_path / "hub", "someone/dutch")
    assert names() == ["base", "owner/name", "small", "someone/dutch", storage.BUILTIN]


def test_a_half_fetched_snapshot_is_not_listed(models: Path, tmp_path: Path) -> None:
    snapshot = write_hub_snapshot(tmp_path / "hub", "Systran/faster-whisper-small")
    (snapshot / "tokenizer.json").unlink()
    assert names() == [storage.BUILTIN]


def test_the_snapshot_main_points_to_is_taken(models: Path, tmp_path: Path) -> None:
    repo = "Systran/faster-whisper-small"
    wanted = write_hub_snapshot(tmp_path / "hub", repo, "a" * 40)
    write_model(wanted.parent / ("b" * 40))
    assert storage.resolve("small").path == wanted.resolve()


def test_resolves_names_repositories_and_paths(models: Path, tmp_path: Path) -> None:
    own = write_model(models / "base")
    custom = write_model(models / "owner--name")
    elsewhere = write_model(tmp_path / "elsewhere" / "mine")
    assert storage.resolve("base").path == own.resolve()
    assert storage.resolve("Systran/faster-whisper-base").path == own.resolve()
    assert storage.resolve("owner/name").path == custom.resolve()
    by_path = storage.resolve(str(elsewhere))
    assert (by_path.name, by_path.path) == ("mine", elsewhere.resolve())


def test_every_listed_name_can_be_resolved(models: Path, tmp_path: Path) -> None:
    write_model(models / "copied here by hand")
    write_model(models / "owner--name")
    write_hub_snapshot(tmp_path / "hub", "someone/dutch")
    for model in storage.cached_models():
        assert storage.resolve(model.name).path == model.path.resolve()


def test_a_relative_folder_is_a_path_unless_it_bears_a_known_name(
    models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_model(tmp_path / "there" / "mine")
    write_model(tmp_path / "base")
    assert storage.resolve("there/mine").name == "mine"
    assert storage.resolve("./base").name == "base"
    with pytest.raises(ModelNotCached):
        storage.resolve("base")


def test_what_is_missing_says_how_to_get_it(models: Path) -> None:
    with pytest.raises(ModelNotCached) as failure:
        storage.resolve("small")
    assert "dictate models download small" in failure.value.next_step
    with pytest.raises(ModelUnknown, match="no model folder"):
        storage.resolve("/nowhere/at/all")
    with pytest.raises(ModelUnknown, match="small"):
        storage.resolve("smal")


def test_damage_names_file_and_download(models: Path) -> None:
    write_model(models / "base").joinpath("tokenizer.json").unlink()
    with pytest.raises(ModelDamaged) as failure:
        storage.resolve("base")
    assert "tokenizer.json is missing" in failure.value.message
    assert "dictate models download base" in failure.value.next_step


def test_a_whole_copy_in_the_hub_cache_stands_in_for_a_damaged_download(
    models: Path, tmp_path: Path
) -> None:
    write_model(models / "base").joinpath("config.json").unlink()
    snapshot = write_hub_snapshot(tmp_path / "hub", "Systran/faster-whisper-base")
    assert storage.resolve("base").path == snapshot.resolve()


def test_auto_takes_the_best_real_model(models: Path) -> None:
    write_model(models / "tiny")
    write_model(models / "large-v3")
    write_model(models / "toy", facts={"demonstration": True})
    assert storage.resolve("auto").name == "tiny"
    write_model(models / "base")
    resolved = storage.resolve("auto")
    assert (resolved.name, resolved.notices) == ("base", ())


def test_auto_passes_over_a_damaged_model_and_says_so(models: Path) -> None:
    write_model(models / "base").joinpath("model.bin").write_bytes(b"x")
    write_model(models / "tiny")
    resolved = storage.resolve("auto")
    assert resolved.name == "tiny"
    assert "model.bin is damaged" in resolved.notices[0].message


def test_auto_falls_back_to_the_built_in_model_and_says_so(models: Path) -> None:
    resolved = storage.resolve("auto")
    assert resolved.name == storage.BUILTIN and resolved.facts.demonstration
    assert "dictate models download base" in resolved.notices[0].next_step


def test_distil_models_know_english_only(models: Path) -> None:
    write_model(models / "distil-large-v3")
    assert storage.resolve("distil-large-v3").facts.languages == ("en",)
    write_model(models / "base")
    assert storage.resolve("base").facts.languages == ()


@pytest.mark.parametrize(
    ("variables", "folder"),
    [
        ({"HF_HUB_CACHE": "/a"}, "/a"),
        ({"HUGGINGFACE_HUB_CACHE": "/b"}, "/b"),
        ({"HF_HOME": "/c"}, "/c/hub"),
        ({"XDG_CACHE_HOME": "/d"}, "/d/huggingface/hub"),
    ],
)
def test_finds_the_hub_cache_by_the_rules_of_its_library(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], folder: str
) -> None:
    for name in ("HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE", "HF_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert hub_cache_folder() == Path(folder)
