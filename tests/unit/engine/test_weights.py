from pathlib import Path

import pytest

from dictate.engine import weights
from tests.fakes.model_folder import weights_bytes


def written(folder: Path, content: bytes) -> Path:
    path = folder / "model.bin"
    path.write_bytes(content)
    return path


def test_reads_the_table_of_contents(tmp_path: Path) -> None:
    path = written(tmp_path, weights_bytes(mel_bands=128))
    assert weights.summarise(path) == weights.WeightsSummary(
        "WhisperSpec", 3, 128, parameters=1 + 2 * 128 * 3 + 8, precision="int8"
    )
    assert weights.specification(path) == "WhisperSpec"


def test_a_file_cut_off_anywhere_is_found_out(tmp_path: Path) -> None:
    whole = weights_bytes()
    for length in range(0, len(whole), 5):
        path = written(tmp_path, whole[:length])
        with pytest.raises(ValueError, match=r"too early|garbled|not a CTranslate2"):
            weights.summarise(path)


def test_a_file_that_goes_on_after_its_end_is_found_out(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="longer"):
        weights.summarise(written(tmp_path, weights_bytes() + b"\0"))


@pytest.mark.parametrize("content", [b"", b"\6", b"<html>not found</html>", b"PK\3\4" * 20])
def test_other_files_have_no_specification(tmp_path: Path, content: bytes) -> None:
    assert weights.specification(written(tmp_path, content)) != weights.WHISPER


def test_a_missing_file_has_no_specification(tmp_path: Path) -> None:
    assert weights.specification(tmp_path / "model.bin") == ""
