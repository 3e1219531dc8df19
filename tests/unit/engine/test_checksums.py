import json
from pathlib import Path

import pytest

from dictate.engine import checksums
from dictate.errors import ModelDamaged

CONTENT = b"some weights"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "model.bin").write_bytes(CONTENT)
    return tmp_path


def record(folder: Path, *, is_git_blob: bool = False) -> checksums.Record:
    digest = checksums.digest_of(
        folder / "model.bin", is_git_blob=is_git_blob, on_block=lambda _: None
    )
    file = checksums.FileRecord("model.bin", len(CONTENT), digest, is_git_blob)
    return checksums.Record((file,), "someone/dutch", "c0ffee")


def test_digests_are_those_of_the_hub(folder: Path) -> None:
    # printf 'some weights' | sha256sum; ... | git hash-object --stdin
    sha256 = "a0c76a31f14d6cbed530bfac73778a5bb84861b795e8bd5d4c8eee29784fb766"
    git = "c1face7675fd0f4dce848ed0dd89570c7a650335"
    assert record(folder).files[0].digest == sha256
    assert record(folder, is_git_blob=True).files[0].digest == git


@pytest.mark.parametrize("is_git_blob", [True, False])
def test_what_is_written_is_read_again(folder: Path, is_git_blob: bool) -> None:
    written = record(folder, is_git_blob=is_git_blob)
    checksums.write_record(folder, written)
    assert checksums.read_record(folder) == written
    checksums.verify(folder, written, lambda _: None, "")


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"SOME WEIGHTS", "checksum"), (b"some", "4 bytes instead of 12"), (None, "No such file")],
)
def test_a_changed_file_is_named(folder: Path, content: bytes | None, why: str) -> None:
    written = record(folder)
    path = folder / "model.bin"
    path.write_bytes(content) if content is not None else path.unlink()
    with pytest.raises(ModelDamaged, match=why) as caught:
        checksums.verify(folder, written, lambda _: None, "Get it again.")
    assert str(path) in caught.value.message and caught.value.next_step == "Get it again."


@pytest.mark.parametrize(
    "said",
    [
        "",
        "[]",
        '{"files": 7}',
        '{"files": [{"name": "model.bin"}]}',
        json.dumps({"files": [{"name": "../x", "size_bytes": 1, "digest": "a"}]}),
        json.dumps({"files": [{"name": "x", "size_bytes": "1", "digest": "a"}]}),
    ],
)
def test_a_damaged_list_counts_as_none(folder: Path, said: str) -> None:
    (folder / checksums.RECORD_FILE).write_text(said)
    assert checksums.read_record(folder) is None


def test_no_list_is_none(folder: Path) -> None:
    assert checksums.read_record(folder) is None
