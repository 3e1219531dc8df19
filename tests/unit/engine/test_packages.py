"""Looking into folders and archives that strangers made."""

from __future__ import annotations

import io
import os
import stat
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictate.engine import packages
from dictate.errors import ModelDamaged
from tests.fakes.model_folder import write_hub_snapshot, write_model

Make = Callable[[Path, dict[str, bytes]], Path]


def make_zip(folder: Path, files: dict[str, bytes]) -> Path:
    path = folder / "model.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def make_tar(folder: Path, files: dict[str, bytes]) -> Path:
    path = folder / "model.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return path


def make_link_zip(folder: Path, name: str, target: str) -> Path:
    path = make_zip(folder, {"model.bin": b"weights"})
    with zipfile.ZipFile(path, "a") as archive:
        info = zipfile.ZipInfo(name)
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, target)
    return path


def make_link_tar(folder: Path, name: str, target: str, kind: bytes = tarfile.SYMTYPE) -> Path:
    path = folder / "links.tar"
    with tarfile.open(path, "w") as archive:
        info = tarfile.TarInfo("blobs/one")
        info.size = 7
        archive.addfile(info, io.BytesIO(b"weights"))
        link = tarfile.TarInfo(name)
        link.type, link.linkname = kind, target
        archive.addfile(link)
    return path


def read(path: Path) -> dict[str, bytes]:
    with packages.opened(path) as members:
        found = {}
        for name, member in members.items():
            with member.open() as content:
                found[name] = content.read()
        return found


def refusal(path: Path) -> str:
    with pytest.raises(ModelDamaged) as caught, packages.opened(path):
        pass
    assert caught.value.next_step
    return caught.value.message


@pytest.mark.parametrize("make", [make_zip, make_tar])
def test_archives_are_read(make: Make, tmp_path: Path) -> None:
    files = {"some/model.bin": b"weights", "./config.json": b"{}"}
    assert read(make(tmp_path, files)) == {"some/model.bin": b"weights", "config.json": b"{}"}


def test_folders_are_read_with_what_lies_below(tmp_path: Path) -> None:
    write_model(tmp_path / "outer" / "inner")
    assert "inner/model.bin" in read(tmp_path / "outer")


@pytest.mark.parametrize(
    "name",
    ["../model.bin", "/etc/model.bin", "a/../../model.bin", "..\\model.bin", "C:\\model.bin"],
)
@pytest.mark.parametrize("make", [make_zip, make_tar])
def test_a_name_that_leads_outside_is_refused(make: Make, name: str, tmp_path: Path) -> None:
    assert "outside" in refusal(make(tmp_path, {"model.bin": b"", name: b"evil"}))


@given(st.text(alphabet="a./\\:", min_size=1, max_size=12))
def test_no_name_leads_outside(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    path = make_tar(tmp_path_factory.mktemp("any"), {name: b"x"})
    try:
        with packages.opened(path) as members:
            inside = list(members)
    except ModelDamaged:
        return
    for place in inside:
        assert ".." not in place.split("/") and not place.startswith("/")


@pytest.mark.parametrize("target", ["/etc/passwd", "../../etc/passwd", "../.."])
def test_links_that_point_outside_are_refused(tmp_path: Path, target: str) -> None:
    assert "points outside" in refusal(make_link_tar(tmp_path, "a/model.bin", target))
    assert "points outside" in refusal(make_link_zip(tmp_path, "a/config.json", target))


def test_a_hard_link_that_points_outside_is_refused(tmp_path: Path) -> None:
    assert "outside" in refusal(make_link_tar(tmp_path, "m", "../x", tarfile.LNKTYPE))


def test_links_within_an_archive_are_followed(tmp_path: Path) -> None:
    path = make_link_tar(tmp_path, "snapshots/a/model.bin", "../../blobs/one")
    assert read(path)["snapshots/a/model.bin"] == b"weights"
    hard = make_link_tar(tmp_path, "model.bin", "blobs/one", tarfile.LNKTYPE)
    assert read(hard)["model.bin"] == b"weights"
    zipped = make_link_zip(tmp_path, "sub/link", "../model.bin")
    assert read(zipped)["sub/link"] == b"weights"


def test_a_link_to_nothing_is_left_out(tmp_path: Path) -> None:
    assert set(read(make_link_tar(tmp_path, "model.bin", "missing"))) == {"blobs/one"}


def test_devices_are_refused(tmp_path: Path) -> None:
    assert "device" in refusal(make_link_tar(tmp_path, "model.bin", "", tarfile.CHRTYPE))


def test_a_folder_s_links_must_stay_in_it(tmp_path: Path) -> None:
    model = write_model(tmp_path / "model")
    (tmp_path / "secret").write_text("x")
    (model / "config.json").unlink()
    (model / "config.json").symlink_to(tmp_path / "secret")
    assert "points outside" in refusal(model)


def test_a_snapshot_s_links_may_lead_to_its_blobs(tmp_path: Path) -> None:
    snapshot = write_hub_snapshot(tmp_path, "someone/dutch")
    blob = snapshot.parent.parent / "blobs" / "one"
    blob.parent.mkdir()
    (snapshot / "config.json").replace(blob)
    (snapshot / "config.json").symlink_to("../../blobs/one")
    assert read(snapshot)["config.json"] == blob.read_bytes()


def test_an_archive_that_claims_too_much_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packages, "MOST_BYTES", 1000)
    for make in (make_zip, make_tar):
        assert "more than a model" in refusal(make(tmp_path, {"model.bin": bytes(1001)}))


def test_a_tar_whose_header_lies_is_refused_at_its_header(tmp_path: Path) -> None:
    header = tarfile.TarInfo("model.bin")
    header.size = packages.MOST_BYTES + 1
    path = tmp_path / "bomb.tar"
    path.write_bytes(header.tobuf() + bytes(512))
    assert "more than a model" in refusal(path)


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "MOST_MEMBERS", 3)
    files = {f"{number}": b"" for number in range(4)}
    (tmp_path / "many").mkdir()
    for name in files:
        (tmp_path / "many" / name).touch()
    for path in (make_zip(tmp_path, files), make_tar(tmp_path, files), tmp_path / "many"):
        assert "more than a model" in refusal(path)


def test_a_locked_archive_is_told(tmp_path: Path) -> None:
    path = make_zip(tmp_path, {"model.bin": b"weights"})
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\1\2") + 8] |= 1  # the flag of encryption in the directory
    path.write_bytes(content)
    assert "password" in refusal(path)


@pytest.mark.parametrize("make", [make_zip, make_tar])
def test_an_archive_cut_off_anywhere_is_told(make: Make, tmp_path: Path) -> None:
    whole = make(tmp_path, {"model.bin": os.urandom(3000), "config.json": b"{}"}).read_bytes()
    for length in range(0, len(whole), 211):
        path = tmp_path / "cut"
        path.write_bytes(whole[:length])
        with pytest.raises(ModelDamaged) as caught:
            read(path)
        assert str(path) in caught.value.message


def test_other_files_are_told(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no archive")
    assert "neither a model folder nor" in refusal(tmp_path / "notes.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "model.zip")
    package = packages.opened(tmp_path / "model.zip")
    with pytest.raises(ModelDamaged, match="neither a model folder"), package:
        pass


def test_a_link_to_itself_in_a_folder_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "model.bin").write_bytes(b"weights")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    with packages.opened(tmp_path) as members:
        assert list(members) == ["model.bin"]


def test_a_file_of_nothing_is_no_archive_however_long(tmp_path: Path) -> None:
    path = tmp_path / "image.tar.xz"
    path.touch()
    os.truncate(path, 1 << 40)  # read to its end this test would last for days
    with pytest.raises(ModelDamaged, match="neither a model folder"), packages.opened(path):
        pass
