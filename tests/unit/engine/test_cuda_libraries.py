"""The CUDA libraries of NVIDIA's Python packages."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dictate.engine.cuda_libraries import linux_libraries, make_known, package_folders

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="names of Linux libraries")


def packages(root: Path, *files: str) -> Path:
    for file in files:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_bytes(b"")
    return root


def test_each_library_comes_after_what_it_needs(tmp_path: Path) -> None:
    root = packages(
        tmp_path,
        "cublas/lib/libcublas.so.12",
        "cublas/lib/libcublasLt.so.12",
        "cublas/lib/libnvblas.so.12",
        "cudnn/lib/libcudnn.so.9",
        "cudnn/lib/libcudnn_ops.so.9",
    )
    names = [path.name for path in linux_libraries([root])]
    assert names == ["libcublasLt.so.12", "libcublas.so.12", "libcudnn.so.9"]


def test_of_two_versions_the_newest_counts(tmp_path: Path) -> None:
    root = packages(tmp_path, "cudnn/lib/libcudnn.so.9", "cudnn/lib/libcudnn.so.10")
    assert [path.name for path in linux_libraries([root])] == ["libcudnn.so.10"]


@linux_only
def test_one_that_does_not_load_leaves_the_others(tmp_path: Path) -> None:
    root = packages(tmp_path, "cublas/lib/libcublasLt.so.12", "cudnn/lib/libcudnn.so.9")

    def load(path: Path) -> None:
        if "cublas" in path.name:
            raise OSError("file too short")

    assert make_known([root], load) == ("libcudnn.so.9",)


@linux_only
def test_a_file_that_is_no_library_raises_nothing(tmp_path: Path) -> None:
    assert make_known([packages(tmp_path, "cublas/lib/libcublas.so.12")]) == ()


def test_without_the_packages_there_is_nothing_to_do(tmp_path: Path) -> None:
    assert make_known([tmp_path]) == ()
    assert all(folder.is_dir() for folder in package_folders())
