import shlex
from pathlib import Path

import pytest

from dictate.engine import integrity
from dictate.errors import ModelDamaged
from tests.fakes.model_folder import weights_bytes, write_model

STEP = "Get it again."


def damage_of(folder: Path) -> ModelDamaged:
    with pytest.raises(ModelDamaged) as failure:
        integrity.check(folder, STEP)
    return failure.value


def test_a_whole_model_passes(tmp_path: Path) -> None:
    integrity.check(write_model(tmp_path / "m"), STEP)
    integrity.check(write_model(tmp_path / "v3", mel_bands=128), STEP)


def test_a_text_vocabulary_will_do(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "m")
    (folder / "vocabulary.json").rename(folder / "vocabulary.txt")
    integrity.check(folder, STEP)


@pytest.mark.parametrize("name", ["model.bin", "config.json", "tokenizer.json", "vocabulary.json"])
@pytest.mark.parametrize("harm", ["removed", "emptied", "cut"])
def test_names_the_file_that_is_harmed_and_what_to_do(tmp_path: Path, name: str, harm: str) -> None:
    folder = write_model(tmp_path / "m")
    path = folder / name
    if harm == "removed":
        path.unlink()
    else:
        path.write_bytes(b"" if harm == "emptied" else path.read_bytes()[:-4])
    failure = damage_of(folder)
    assert name in failure.message
    assert failure.next_step == STEP


def test_a_model_with_more_mel_bands_needs_its_preprocessor_file(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "m", mel_bands=128)
    (folder / "preprocessor_config.json").unlink()
    assert "preprocessor_config.json is missing" in damage_of(folder).message


def test_a_model_of_another_kind_is_told(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "m")
    (folder / "model.bin").write_bytes(weights_bytes(specification="TransformerSpec"))
    assert "not hold a Whisper model" in damage_of(folder).message
    assert not integrity.looks_like_model(folder)


@pytest.mark.parametrize("weights", ["model.safetensors", "pytorch_model.bin"])
def test_a_transformers_checkpoint_gets_the_exact_command(tmp_path: Path, weights: str) -> None:
    folder = tmp_path / "my model"
    folder.mkdir()
    (folder / weights).write_bytes(b"x")
    (folder / "config.json").write_text("{}", "utf-8")
    failure = damage_of(folder)
    assert "Transformers checkpoint" in failure.message
    command = shlex.split(failure.next_step.removeprefix("Convert it: "))
    assert command[:5] == [
        "ct2-transformers-converter",
        "--model",
        str(folder),
        "--output_dir",
        f"{folder}-ct2",
    ]


def test_a_file_or_nothing_is_not_a_folder(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x", "utf-8")
    assert "not a model folder" in damage_of(file).message
    assert "not there" in damage_of(tmp_path / "gone").message
