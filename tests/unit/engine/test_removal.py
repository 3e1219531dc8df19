from pathlib import Path

import pytest

from dictate.engine import placing, removal, storage
from dictate.errors import DictateError, DownloadFailed, ModelError, ModelNotCached, ModelUnknown
from tests.fakes.model_folder import write_hub_snapshot, write_model


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DICTATE_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    return tmp_path / "models"


def names() -> list[str]:
    return [model.name for model in storage.cached_models()]


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("base", "base"),
        ("base", "Systran/faster-whisper-base"),
        ("large-v3-turbo", "turbo"),
        ("someone--dutch", "someone/dutch"),
        ("my-model", "my-model"),
    ],
)
def test_a_model_goes_and_the_others_stay(models: Path, folder: str, name: str) -> None:
    write_model(models / folder)
    write_model(models / "small")
    removal.remove(removal.find(name))
    assert names() == ["small", storage.BUILTIN]
    assert [path.name for path in models.iterdir() if path.is_dir()] == ["small"]


def test_half_a_download_goes(models: Path) -> None:
    part = placing.gathering_of(models / "base")
    part.mkdir(parents=True)
    (part / "model.bin.1234.part").write_bytes(bytes(5000))
    assert storage.unfinished_bytes("base") == 5000
    found = removal.find("base")
    assert found.size_bytes == 5000
    removal.remove(found)
    assert not part.exists()


def test_the_built_in_model_stays(models: Path) -> None:
    with pytest.raises(ModelError, match="part of the program"):
        removal.find("builtin")


def test_the_hugging_face_cache_is_left_to_its_owner(models: Path, tmp_path: Path) -> None:
    snapshot = write_hub_snapshot(tmp_path / "hub", "Systran/faster-whisper-base")
    with pytest.raises(ModelError) as caught:
        removal.find("base")
    assert "hf cache rm model/Systran/faster-whisper-base" in caught.value.next_step
    assert snapshot.is_dir()


@pytest.mark.parametrize("name", ["../small", "small/..", ".", "", "/", ".base.part", "a/b/c"])
def test_no_name_leads_outside(models: Path, name: str) -> None:
    write_model(models / "small")
    write_model(models.parent / "small")
    with pytest.raises(DictateError):
        removal.remove(removal.find(name))
    assert (models / "small").is_dir() and (models.parent / "small").is_dir()


def test_what_is_not_here_and_what_nobody_knows(models: Path) -> None:
    with pytest.raises(ModelNotCached):
        removal.find("base")
    with pytest.raises(ModelUnknown):
        removal.find("bsae")


def test_a_model_being_downloaded_stays(models: Path) -> None:
    place = write_model(models / "base")
    found = removal.find("base")
    with placing.reserved(place, "base"), pytest.raises(DownloadFailed, match="another program"):
        removal.remove(found)
    assert place.is_dir()
