"""Recordings with known texts, as `dictate benchmark --audio` finds them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from dictate.cli.benchmark import chosen, takes
from dictate.cli.compare import gathered
from dictate.cli.reference_audio import Reference, listed, references
from dictate.domain import SAMPLE_RATE_HZ
from dictate.errors import DictateError


def test_texts_beside_recordings(tmp_path: Path) -> None:
    (tmp_path / "a.wav").touch()
    (tmp_path / "a.txt").write_text(" Hello.\n", "utf-8")
    (tmp_path / "b.flac").touch()
    (tmp_path / "c.txt").write_text("without a recording", "utf-8")
    assert references(tmp_path) == (Reference(tmp_path / "a.wav", "Hello."),)


def test_a_manifest_names_set_file_and_text(tmp_path: Path) -> None:
    (tmp_path / "manifest.tsv").write_text(
        'set\tfile\ttext\nnews\ta.flac\tHe said "no\nnoise\tb.wav\t\n', "utf-8"
    )
    assert references(tmp_path) == (Reference(tmp_path / "news" / "a.flac", 'He said "no'),)


@pytest.mark.parametrize(
    "manifest", [b"name\twords\na.wav\thello\n", b"\xff\xfe\x00", b"file\ttext\n", None]
)
def test_a_folder_without_references_says_what_to_put_there(
    tmp_path: Path, manifest: bytes | None
) -> None:
    if manifest is not None:
        (tmp_path / "manifest.tsv").write_bytes(manifest)
    with pytest.raises(DictateError) as told:
        references(tmp_path)
    assert str(tmp_path) in told.value.message and told.value.next_step


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DictateError, match="no folder"):
        references(tmp_path / "missing")


def test_of_a_large_collection_the_same_part_is_taken_each_time() -> None:
    many = [Reference(Path(f"{n}.wav"), str(n)) for n in range(100)]
    assert chosen(many, 10) == chosen(many, 10)
    assert len(set(chosen(many, 10))) == 10
    assert chosen(many[:5], 10) == tuple(many[:5])


def test_takes_have_the_lengths_that_are_compared() -> None:
    import numpy as np

    made = takes([np.arange(SAMPLE_RATE_HZ, dtype=np.float32), np.ones(100, np.float32)])
    assert [len(take) / SAMPLE_RATE_HZ for take in made] == [5, 13, 30]


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes with a path")
def test_a_text_or_manifest_that_is_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "a.wav").touch()
    os.mkfifo(tmp_path / "a.txt")
    os.mkfifo(tmp_path / "b.tsv")
    with pytest.raises(DictateError, match="no recording with a known text"):
        references(tmp_path)
    with pytest.raises(DictateError, match="no regular file"):
        listed(tmp_path / "b.tsv")
    with pytest.raises(DictateError, match="no regular file"):
        gathered([tmp_path / "a.wav"], tmp_path / "a.txt", 5)
