"""Models for onnx-asr on this machine: listed, chosen, imported and removed like every other."""

from __future__ import annotations

import shutil
import tarfile
from pathlib import Path

import pytest

from dictate.engine import family, removal, storage
from dictate.engine.facts import ResolvedModel
from dictate.engine.family import Family
from dictate.engine.importing import Imported, Order, Surroundings, import_model
from dictate.engine.model_format import Format, weights_bytes
from dictate.errors import ModelDamaged, ModelNotCached
from tests.fakes.model_folder import write_model
from tests.fakes.onnx_model import write_transducer

V3 = "parakeet-tdt-0.6b-v3"
REPO = "models--istupakov--parakeet-tdt-0.6b-v3-onnx"


@pytest.fixture(autouse=True)
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DICTATE_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    return tmp_path / "models"


def snapshot(tmp_path: Path, *precisions: str) -> Path:
    return write_transducer(tmp_path / "hub" / REPO / "snapshots" / ("a" * 40), precisions)


def test_a_download_is_listed_and_knows_its_languages(models: Path) -> None:
    folder = write_transducer(models / V3)
    (found,) = [model for model in storage.cached_models() if model.name == V3]
    assert found.stored_as is Format.ONNX and found.size_bytes > weights_bytes(folder) > 500
    resolved = storage.resolve("parakeet")
    assert (resolved.name, resolved.path) == (V3, folder.resolve())
    assert resolved.stored_as is Format.ONNX and len(resolved.facts.languages) == 25


@pytest.mark.parametrize(
    ("stored", "here"),
    [
        (("int8",), [V3]),
        (("float32",), [f"{V3}-float32"]),
        (("int8", "float32"), [V3, f"{V3}-float32"]),
    ],
)
def test_what_other_programs_fetched_counts_in_the_precision_it_has(
    tmp_path: Path, stored: tuple[str, ...], here: list[str]
) -> None:
    folder = snapshot(tmp_path, *stored)
    for name in (V3, f"{V3}-float32"):
        if name in here:
            assert storage.resolve(name).path == folder.resolve()
        else:
            with pytest.raises(ModelNotCached):
                storage.resolve(name)
    assert here[0] in [model.name for model in storage.cached_models()]


def test_half_a_snapshot_does_not_count(tmp_path: Path) -> None:
    (snapshot(tmp_path, "int8") / "vocab.txt").unlink()
    assert V3 not in [model.name for model in storage.cached_models()]


def test_auto_takes_it_before_base_and_not_without_its_package(
    models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_transducer(models / V3)
    write_model(models / "base")
    assert storage.resolve("auto").name == V3
    monkeypatch.setattr(family, "installed_families", lambda: frozenset({Family.FASTER_WHISPER}))
    assert storage.resolve("auto").name == "base"
    assert storage.resolve(V3).name == V3  # the engine then says what is missing


def test_without_its_package_it_is_no_smaller_model_to_fall_back_to(
    models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_transducer(models / V3)
    larger = write_model(models / "base")
    (larger / "vocabulary.txt").write_bytes(bytes(10**6))
    resolved = storage.resolve("base")
    assert storage.smaller_models(resolved) == (V3,)
    monkeypatch.setattr(family, "installed_families", lambda: frozenset({Family.FASTER_WHISPER}))
    assert storage.smaller_models(resolved) == ()


def test_a_damaged_one_is_named_with_the_download(models: Path) -> None:
    folder = write_transducer(models / V3)
    (folder / "decoder_joint-model.int8.onnx").unlink()
    with pytest.raises(ModelDamaged, match=r"decoder_joint-model.int8.onnx is missing") as caught:
        storage.resolve(V3)
    assert f"dictate models download {V3}" in caught.value.next_step


def test_it_is_removed_like_every_other(models: Path) -> None:
    folder = write_transducer(models / V3)
    removal.remove(removal.find("parakeet"))
    assert not folder.exists()


class Import:
    """An import with what it loaded."""

    def __init__(self) -> None:
        self.loaded: list[ResolvedModel] = []

    def __call__(self, source: Path, name: str = "") -> Imported:
        return import_model(Order(source, name), Surroundings(self.loaded.append))


def test_imports_a_folder_with_its_external_weights_and_nothing_else(
    tmp_path: Path, models: Path
) -> None:
    source = write_transducer(tmp_path / "mine", ("float32",), external=True)
    (source / "README.md").write_text("about", "utf-8")
    bring = Import()
    done = bring(source)
    assert {path.name for path in done.path.iterdir()} == {
        "checksums.json",
        "config.json",
        "vocab.txt",
        "encoder-model.onnx",
        "encoder-model.onnx.data",
        "decoder_joint-model.onnx",
    }
    assert bring.loaded[0].stored_as is Format.ONNX
    assert storage.resolve("mine").stored_as is Format.ONNX


def test_imports_an_archive(tmp_path: Path) -> None:
    source = write_transducer(tmp_path / V3)
    with tarfile.open(tmp_path / f"{V3}.tar.gz", "w:gz") as archive:
        archive.add(source, V3)
    assert Import()(tmp_path / f"{V3}.tar.gz").name == V3
    assert len(storage.resolve(V3).facts.languages) == 25


def test_a_single_file_is_a_part_only(tmp_path: Path) -> None:
    source = write_transducer(tmp_path / "mine")
    with pytest.raises(ModelDamaged, match="part of a model") as caught:
        Import()(source / "encoder-model.int8.onnx")
    assert "folder" in caught.value.next_step


def test_half_a_model_is_not_imported(tmp_path: Path, models: Path) -> None:
    source = write_transducer(tmp_path / "mine")
    (source / "vocab.txt").unlink()
    with pytest.raises(ModelDamaged, match=r"vocab.txt is missing"):
        Import()(source)
    shutil.rmtree(source)
    assert not (models / "mine").exists()
