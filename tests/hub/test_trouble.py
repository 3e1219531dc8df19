"""What goes wrong on the way: slow, stalled, busy and lying hubs, full disks, and large models."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from dictate import host
from dictate.engine import checksums, storage
from dictate.engine.download import download
from dictate.errors import DownloadCancelled, DownloadFailed, ModelDamaged
from tests.hub.fetching import BASE, FILES, Run
from tests.hub.loopback_hub import LoopbackHub, sha256

SOON_S = 5.0
"""Far below the time after which a connection that stalls is given up."""


def part_of(name: str, served: LoopbackHub) -> Path:
    """Return where a large file of base gathers."""
    digest = sha256((served.repos[BASE] / name).read_bytes())
    return host.models_folder() / ".base.part" / f"{name}.{digest[:16]}.part"


def test_a_larger_model_arrives_over_a_line_that_breaks(hub: LoopbackHub, larger: Path) -> None:
    hub.add(BASE, larger)
    hub.piece_bytes = 100_000
    hub.cut_after["model.bin"].extend([5_000_000, 7_000_000])
    run = Run()
    folder = run()
    assert (folder / "model.bin").read_bytes() == (larger / "model.bin").read_bytes()
    assert storage.resolve("base").path == folder
    assert len(hub.asked("/storage/")) == 3
    done = [progress.done_bytes for progress in run.progress]
    assert done == sorted(done) and done[-1] > 20_000_000


def test_on_a_slow_line_progress_is_told_piece_by_piece(
    served: LoopbackHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dictate.engine.download.PROGRESS_INTERVAL_S", 0.0)
    served.piece_bytes = 4_000
    run = Run()
    run()
    steps = [
        b.done_bytes - a.done_bytes for a, b in zip(run.progress, run.progress[1:], strict=False)
    ]
    assert len(steps) > 20 and max(steps) < 200_000


def test_cancel_is_heard_while_nothing_arrives(served: LoopbackHub) -> None:
    served.stall_after["model.bin"] = 0
    began_s = time.monotonic()
    with pytest.raises(DownloadCancelled):
        download("base", lambda _: None, served.stalled.is_set)
    assert time.monotonic() - began_s < SOON_S


def test_cancel_is_heard_while_a_busy_hub_is_waited_for(served: LoopbackHub) -> None:
    served.refuse["/api/"].append(429)
    served.retry_after_s = 30
    began_s = time.monotonic()
    with pytest.raises(DownloadCancelled):
        download("base", lambda _: None, lambda: bool(served.requests))
    assert time.monotonic() - began_s < SOON_S


def test_a_busy_hub_is_left_alone_as_long_as_it_asks(served: LoopbackHub) -> None:
    served.refuse["/storage/"].append(429)
    served.retry_after_s = 7
    run = Run()
    run()
    assert run.waits.waited_s == [7.0]


def test_a_hub_that_asks_for_an_hour_is_not_waited_for(served: LoopbackHub) -> None:
    served.refuse["/api/"].append(429)
    served.retry_after_s = 3600
    run = Run()
    assert "overloaded" in run.failure().message
    assert run.waits.waited_s == []


def test_a_file_that_became_another_is_fetched_from_its_start(
    served: LoopbackHub, builtin: Path
) -> None:
    part = part_of("model.bin", served)
    part.parent.mkdir(parents=True)
    part.write_bytes(b"?" * 1000)
    served.refuse["/storage/"].append(416)
    folder = Run()()
    assert (folder / "model.bin").read_bytes() == (builtin / "model.bin").read_bytes()
    assert [request.range for request in served.asked("/storage/")] == ["bytes=1000-", ""]


def test_a_hub_that_refuses_every_range_is_given_up(served: LoopbackHub) -> None:
    served.refuse["/storage/"].extend([416] * 9)
    assert "cannot go on" in Run().failure().message


def test_a_hub_that_never_ends_does_not_fill_the_disk(served: LoopbackHub) -> None:
    served.surplus["model.bin"] = bytes(3_000_000)
    assert "more of model.bin than there is" in Run().failure().message
    assert not part_of("model.bin", served).exists()


def test_a_file_that_vanished_from_the_hub_is_told(served: LoopbackHub) -> None:
    served.refuse["/resolve/"].append(404)
    assert "dictate models list" in Run().failure().next_step


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_disk_that_is_full_for_real(served: LoopbackHub) -> None:
    part = part_of("model.bin", served)
    part.parent.mkdir(parents=True)
    part.symlink_to("/dev/full")
    failure = Run().failure()
    assert isinstance(failure, DownloadFailed)
    assert "is full" in failure.message and "Free some space" in failure.next_step
    part.unlink()
    assert Run()().is_dir()  # the small files that came were kept, the rest goes on


def test_rubbish_among_the_parts_does_not_matter(served: LoopbackHub) -> None:
    rubbish = host.models_folder() / ".base.part" / "folder"
    rubbish.mkdir(parents=True)
    (rubbish / "file").touch()
    assert Run()().is_dir()


def test_what_came_is_recorded_and_damage_found_later(served: LoopbackHub) -> None:
    folder = Run()()
    record = checksums.read_record(folder)
    assert record is not None and record.source == BASE and record.commit
    assert {file.name for file in record.files} == FILES
    checksums.verify(folder, record, lambda _: None, "Again.")
    with (folder / "model.bin").open("r+b") as weights:
        weights.seek(-100, os.SEEK_END)
        byte = weights.read(1)
        weights.seek(-100, os.SEEK_END)
        weights.write(bytes([byte[0] ^ 1]))
    assert storage.resolve("base").path == folder  # nothing else would have noticed
    with pytest.raises(ModelDamaged, match=r"model\.bin is damaged: its checksum"):
        checksums.verify(folder, record, lambda _: None, "Again.")
    assert Run()() == folder  # it looks whole, so nothing is fetched until it is wanted again
    download("base", lambda _: None, lambda: False, again=True)
    checksums.verify(folder, record, lambda _: None, "Again.")


def test_what_the_library_cached_is_verified_by_its_names(
    served: LoopbackHub, tmp_path: Path
) -> None:
    repo = tmp_path / "hub" / ("models--" + BASE.replace("/", "--"))
    snapshot = repo / "snapshots" / ("a" * 40)
    snapshot.mkdir(parents=True)
    (repo / "blobs").mkdir()
    for name in FILES:
        content = (served.repos[BASE] / name).read_bytes()
        blob = repo / "blobs" / sha256(content)
        blob.write_bytes(content)
        (snapshot / name).symlink_to(Path("../../blobs") / blob.name)
    record = checksums.read_record(storage.resolve("base").path)
    assert record is not None and len(record.files) == len(FILES)
    checksums.verify(snapshot, record, lambda _: None, "")
    (snapshot / "config.json").resolve().write_bytes(b"{}")
    with pytest.raises(ModelDamaged, match=r"config\.json"):
        checksums.verify(snapshot, record, lambda _: None, "")
