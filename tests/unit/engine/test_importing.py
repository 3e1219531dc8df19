"""Bringing models in from folders and archives."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dictate import host
from dictate.engine import checksums, storage
from dictate.engine.facts import ResolvedModel
from dictate.engine.importing import Imported, Order, Surroundings, import_model
from dictate.engine.progress import Progress
from dictate.errors import (
    DictateError,
    DownloadFailed,
    EngineDied,
    EngineOutOfMemory,
    ModelDamaged,
)
from tests.fakes.model_folder import write_hub_snapshot, write_model


class Import:
    """An import with what it did."""

    def __init__(self) -> None:
        self.loaded: list[ResolvedModel] = []
        self.progress: list[Progress] = []
        self.trouble: DictateError | None = None
        self.free_bytes = 10**12

    def load(self, resolved: ResolvedModel) -> None:
        assert (resolved.path / "model.bin").is_file()
        self.loaded.append(resolved)
        if self.trouble is not None:
            raise self.trouble

    def __call__(self, source: Path, name: str = "", *, replace: bool = False) -> Imported:
        around = Surroundings(self.load, self.progress.append, lambda _: self.free_bytes)
        return import_model(Order(source, name, replace), around)

    def failure(self, source: Path, name: str = "") -> DictateError:
        before = names()
        with pytest.raises(DictateError) as caught:
            self(source, name)
        assert caught.value.message and caught.value.next_step
        assert names() == before
        assert not list(host.models_folder().glob(".*.import"))
        return caught.value


def names() -> list[str]:
    return [model.name for model in storage.cached_models() if model.name != storage.BUILTIN]


@pytest.fixture(autouse=True)
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DICTATE_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    return tmp_path / "models"


@pytest.fixture
def bring() -> Import:
    return Import()


def archive(folder: Path, kind: str) -> Path:
    return Path(
        shutil.make_archive(str(folder), kind, root_dir=folder.parent, base_dir=folder.name)
    )


@pytest.mark.parametrize("kind", ["zip", "tar", "gztar", "bztar", "xztar"])
def test_an_archive_becomes_a_model(tmp_path: Path, bring: Import, kind: str) -> None:
    source = write_model(tmp_path / "dutch")
    (source / "README.md").write_text("about")
    done = bring(archive(source, kind))
    assert done.name == "dutch" and not done.too_large
    assert storage.resolve("dutch").path == done.path
    assert not (done.path / "README.md").exists()
    assert [model.name for model in bring.loaded] == ["dutch"]
    assert bring.progress[-1].share == 1.0
    record = checksums.read_record(done.path)
    assert record is not None and len(record.files) == 4
    checksums.verify(done.path, record, lambda _: None, "")


def test_a_folder_becomes_a_model_and_stays_as_it_is(tmp_path: Path, bring: Import) -> None:
    source = write_model(tmp_path / "usb" / "dutch")
    bring(source)
    assert storage.resolve("dutch").path != source and (source / "model.bin").is_file()


@pytest.mark.parametrize(
    ("folder", "wanted", "name"),
    [
        ("faster-whisper-base", "", "base"),
        ("Systran--faster-whisper-small", "", "small"),
        ("someone--dutch", "", "someone/dutch"),
        ("Mein Modell (1)", "", "Mein-Modell-1"),
        ("whatever", "turbo", "large-v3-turbo"),
        ("whatever", "my-model", "my-model"),
        ("whatever", "Owner/Name", "Owner/Name"),
    ],
)
def test_names(tmp_path: Path, bring: Import, folder: str, wanted: str, name: str) -> None:
    assert bring(write_model(tmp_path / "from" / folder), wanted).name == name
    assert storage.resolve(name).name == name


@pytest.mark.parametrize("name", ["builtin", "auto", "../up", "a b", "/etc/x", "a/b/c", ".hidden"])
def test_names_that_cannot_be(tmp_path: Path, bring: Import, name: str) -> None:
    assert "--name" in bring.failure(write_model(tmp_path / "dutch"), name).next_step


def test_a_repository_of_a_hugging_face_cache(tmp_path: Path, bring: Import) -> None:
    snapshot = write_hub_snapshot(tmp_path / "other", "Systran/faster-whisper-base")
    assert bring(snapshot.parent.parent).name == "base"
    assert bring(snapshot, "again").name == "again"
    packed = archive(write_hub_snapshot(tmp_path / "x", "someone/dutch").parent.parent, "gztar")
    assert bring(packed).name == "someone/dutch"


def test_a_model_that_is_there_is_replaced_only_when_asked(tmp_path: Path, bring: Import) -> None:
    source = write_model(tmp_path / "base")
    place = bring(source).path
    (place / "mark").touch()
    assert "--replace" in bring.failure(source).next_step
    assert (place / "mark").exists()
    bring(source, replace=True)
    assert not (place / "mark").exists()


def test_what_does_not_load_is_not_kept(tmp_path: Path, bring: Import) -> None:
    source = write_model(tmp_path / "dutch")
    bring.trouble = ModelDamaged("The model does not load.", "Remove this folder.")
    assert "does not load" in bring.failure(source).message
    bring.trouble = EngineDied("The engine's process ended.", "Try another model.")
    assert isinstance(bring.failure(source), EngineDied)


def test_what_is_too_large_for_the_memory_is_kept(tmp_path: Path, bring: Import) -> None:
    bring.trouble = EngineOutOfMemory("Too little memory.", "Close something.")
    assert bring(write_model(tmp_path / "dutch")).too_large
    assert names() == ["dutch"]


@pytest.mark.parametrize("lost", ["config.json", "tokenizer.json", "vocabulary.json"])
def test_a_lost_file_is_named_as_the_user_knows_it(
    tmp_path: Path, bring: Import, lost: str
) -> None:
    source = write_model(tmp_path / "dutch")
    (source / lost).unlink()
    assert f"{source / lost} is missing" in bring.failure(source).message
    assert bring.loaded == []


def test_what_changed_since_its_checksums_were_taken_is_refused(
    tmp_path: Path, bring: Import
) -> None:
    place = bring(write_model(tmp_path / "dutch")).path
    copied = tmp_path / "usb" / "dutch"
    shutil.copytree(place, copied)
    assert bring(copied, "good").name == "good"
    (copied / "config.json").write_text('{"some": "CONTENT"}')
    assert "checksum is wrong" in bring.failure(copied, "bad").message


def test_a_checkpoint_gets_the_command_and_what_comes_then(tmp_path: Path, bring: Import) -> None:
    source = tmp_path / "my model"
    source.mkdir()
    for name in ("model-00001-of-00002.safetensors", "config.json", "tokenizer.json"):
        (source / name).write_text("{}")
    step = bring.failure(source).next_step
    assert f"ct2-transformers-converter --model '{source}' --output_dir '{source}-ct2'" in step
    assert "--copy_files tokenizer.json --quantization" in step  # there is no preprocessor to copy
    assert f"dictate models import '{source}-ct2'" in step
    packed = bring.failure(archive(source, "zip"))
    assert packed.next_step.startswith("Unpack it. Convert it: ")


@pytest.mark.parametrize("name", ["model.gguf", "ggml-base.ggml", "large.pt"])
def test_models_of_other_programs(tmp_path: Path, bring: Import, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    assert "another program" in bring.failure(tmp_path / name).message


def test_two_models_at_once(tmp_path: Path, bring: Import) -> None:
    write_model(tmp_path / "both" / "one")
    write_model(tmp_path / "both" / "two")
    assert "2 models" in bring.failure(tmp_path / "both").message
    assert bring.failure(archive(tmp_path / "both", "tar")).next_step.startswith("Unpack it. ")


def test_nothing_there(tmp_path: Path, bring: Import) -> None:
    assert "There is no" in bring.failure(tmp_path / "nothing").message
    (tmp_path / "empty").mkdir()
    assert "no model.bin" in bring.failure(tmp_path / "empty").message


def test_a_file_too_large_for_what_it_is(
    tmp_path: Path, bring: Import, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dictate.engine.importing.MOST_FILE_BYTES", 10)
    assert "too large" in bring.failure(write_model(tmp_path / "dutch")).message


def test_too_little_space(tmp_path: Path, bring: Import) -> None:
    bring.free_bytes = 1_000_000
    assert "1 MB free" in bring.failure(write_model(tmp_path / "dutch")).message


def test_a_disk_that_fills_up(tmp_path: Path, bring: Import) -> None:
    def full(progress: Progress) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    around = Surroundings(bring.load, full)
    with pytest.raises(DownloadFailed, match="full"):
        import_model(Order(write_model(tmp_path / "dutch")), around)
    assert names() == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path, bring: Import) -> None:
    source = write_model(tmp_path / "dutch")
    (source / "model.bin").chmod(0)
    assert "cannot be read" in bring.failure(source).message


def test_a_source_whose_disk_fails_is_not_the_models_folder_s_fault(
    tmp_path: Path, bring: Import, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write_model(tmp_path / "dutch")
    opened: Callable[..., object] = Path.open

    def failing(self: Path, mode: str = "r", *args: object, **more: object) -> object:
        if self.is_relative_to(source) and mode == "rb":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return opened(self, mode, *args, **more)

    monkeypatch.setattr(Path, "open", failing)
    message = bring.failure(source).message
    assert f"{source} cannot be read" in message
