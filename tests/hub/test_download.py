"""Downloads through the real client library from a hub on loopback, with everything that breaks."""

from __future__ import annotations

import errno
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from dictate import host
from dictate.engine import checksums, storage
from dictate.engine.download import Progress, download
from dictate.errors import (
    DictateError,
    DownloadCancelled,
    DownloadFailed,
    ModelUnknown,
)
from tests.fakes.model_folder import write_hub_snapshot, write_model
from tests.hub.fetching import BASE, FILES, Run
from tests.hub.loopback_hub import LoopbackHub


def test_a_model_arrives_whole_and_under_its_name(served: LoopbackHub, builtin: Path) -> None:
    run = Run()
    folder = run()
    assert folder == (host.models_folder() / "base").resolve()
    assert {path.name for path in folder.iterdir()} == FILES | {checksums.RECORD_FILE}
    for name in FILES:
        assert (folder / name).read_bytes() == (builtin / name).read_bytes()
    assert storage.resolve("base").path == folder
    last = run.progress[-1]
    assert (
        last.done_bytes == last.total_bytes == sum((folder / name).stat().st_size for name in FILES)
    )
    assert last.share == 1.0
    assert [p.name for p in host.models_folder().iterdir() if p.name.endswith(".part")] == []


def test_what_is_there_is_not_fetched_again(served: LoopbackHub, tmp_path: Path) -> None:
    write_model(host.models_folder() / "base")
    snapshot = write_hub_snapshot(tmp_path / "hub", "Systran/faster-whisper-tiny")
    assert Run()("base").name == "base"
    assert Run()("tiny") == snapshot.resolve()
    assert served.requests == []


def test_a_damaged_model_is_replaced(served: LoopbackHub) -> None:
    write_model(host.models_folder() / "base").joinpath("model.bin").write_bytes(b"x")
    assert storage.resolve(Run()().name).name == "base"
    assert not (host.models_folder() / ".base.old").exists()


def test_a_repository_id_of_ones_own(served: LoopbackHub) -> None:
    served.add("someone/dutch", served.repos[BASE])
    assert Run()("someone/dutch") == (host.models_folder() / "someone--dutch").resolve()
    assert storage.resolve("someone/dutch").name == "someone/dutch"


def test_a_broken_connection_is_taken_up_where_it_broke(served: LoopbackHub) -> None:
    served.cut_after["model.bin"].extend([700_000, 300_000])
    run = Run()
    run()
    ranges = [request.range for request in served.asked("/storage/")]
    assert ranges[0] == "" and len(ranges) == 3
    starts = [int(text.removeprefix("bytes=").rstrip("-")) for text in ranges[1:]]
    assert 0 < starts[0] <= 700_000 and starts[0] < starts[1] <= 1_000_000
    assert run.waits.waited_s == [1.0, 1.0]  # each had brought something


def test_a_connection_on_which_nothing_comes_any_more_is_given_up(
    served: LoopbackHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dictate.engine.hub_client.STALL_TIMEOUT_S", 0.3)
    served.stall_after["model.bin"] = 600_000
    run = Run()
    assert run().is_dir()
    assert len(served.asked("/storage/")) == 2 and len(run.waits.waited_s) == 1


def test_a_download_that_failed_for_good_goes_on_at_the_next_start(served: LoopbackHub) -> None:
    served.cut_after["model.bin"].extend([900_000, 0, 0, 0, 0])
    run = Run()
    assert isinstance(run.failure(), DownloadFailed)
    assert run.waits.waited_s == [1.0, 2.0, 4.0, 8.0]
    served.requests.clear()
    again = Run()
    again()
    (request,) = served.asked("/storage/")
    assert request.range.startswith("bytes=") and request.range != "bytes=0-"
    assert again.progress[0].done_bytes > 0


def test_a_hub_that_cannot_go_on_is_read_from_the_start(served: LoopbackHub, builtin: Path) -> None:
    served.ignore_ranges = True
    served.cut_after["model.bin"].append(500_000)
    run = Run()
    folder = run()
    assert (folder / "model.bin").read_bytes() == (builtin / "model.bin").read_bytes()
    assert run.progress[-1].done_bytes == run.progress[-1].total_bytes


@pytest.mark.parametrize("name", ["model.bin", "tokenizer.json"])
def test_a_wrong_checksum_is_found_out_and_the_file_thrown_away(
    served: LoopbackHub, name: str
) -> None:
    served.corrupt.add(name)
    failure = Run().failure()
    assert isinstance(failure, DownloadFailed)
    assert name in failure.message and "checksum" in failure.message
    served.corrupt.clear()
    served.requests.clear()
    Run()()
    fetched = [r.path.rpartition("/")[2] for r in served.asked("/resolve/")]
    assert fetched == [name]  # the good ones were kept


def test_cancel_keeps_what_came(served: LoopbackHub) -> None:
    run = Run()
    run.cancel_at_bytes = 1
    assert isinstance(run.failure(), DownloadCancelled)
    (gathering,) = host.models_folder().glob(".base.part")
    assert any(path.stat().st_size for path in gathering.iterdir())
    assert Run()().is_dir()


def test_cancel_before_it_began(served: LoopbackHub) -> None:
    run = Run()
    run.cancel_at_bytes = 0
    assert isinstance(run.failure(), DownloadCancelled)
    assert served.requests == []


def test_a_name_nobody_knows(served: LoopbackHub) -> None:
    assert isinstance(Run().failure("bsae"), ModelUnknown)
    assert served.requests == []


def test_a_repository_that_does_not_exist(served: LoopbackHub) -> None:
    failure = Run().failure("nobody/nothing")
    assert "nobody/nothing" in failure.message


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_hub_is_asked_again(served: LoopbackHub, status: int) -> None:
    served.refuse["/api/"].append(status)
    served.refuse["/storage/"].append(status)
    run = Run()
    run()
    assert len(run.waits.waited_s) == 2


def test_a_hub_that_stays_busy_is_told(served: LoopbackHub) -> None:
    served.refuse["/api/"].extend([503] * 9)
    assert "overloaded" in Run().failure().message


def test_an_old_login_does_not_keep_one_from_public_models(
    served: LoopbackHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_TOKEN", "hf_expired")
    served.refuse_tokens = True
    Run()()
    assert served.requests[0].authorization and not served.requests[-1].authorization


def test_a_login_is_used_but_not_shown_to_the_storage_behind_the_hub(
    served: LoopbackHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_TOKEN", "hf_secret")
    Run()()
    assert all("hf_secret" in r.authorization for r in served.asked("/resolve/"))
    assert [r.authorization for r in served.asked("/storage/")] == [""]


def test_a_login_page_of_the_network_is_told(served: LoopbackHub) -> None:
    served.body = b"<html>Welcome to the hotel</html>"
    assert "did not answer like a model hub" in Run().failure().message


def test_a_transformers_repository_gets_the_conversion_command(
    served: LoopbackHub, tmp_path: Path
) -> None:
    folder = tmp_path / "original"
    folder.mkdir()
    (folder / "model.safetensors").write_bytes(b"x")
    (folder / "config.json").write_text("{}", "utf-8")
    served.add("openai/whisper-base", folder)
    failure = Run().failure("openai/whisper-base")
    assert "ct2-transformers-converter --model openai/whisper-base" in failure.next_step


def test_a_repository_of_something_else(served: LoopbackHub, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "config.json").write_text("{}", "utf-8")
    served.add("someone/other", tmp_path / "other")
    assert "no model.bin" in Run().failure("someone/other").message


def test_a_model_that_came_whole_but_is_none(served: LoopbackHub) -> None:
    (served.repos[BASE] / "model.bin").write_bytes(b"not weights at all")
    assert "not a usable model" in Run().failure().message


def test_too_little_space_is_told_before_anything_is_fetched(served: LoopbackHub) -> None:
    run = Run()
    run.free_bytes = 1_000_000
    failure = run.failure()
    assert "1 MB free" in failure.message
    assert served.asked("/resolve/") == []


def test_a_folder_that_cannot_be_written(
    served: LoopbackHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("DICTATE_MODELS", str(tmp_path / "file" / "models"))
    assert "cannot be written" in Run().failure().message


def test_a_disk_that_fills_up(served: LoopbackHub) -> None:
    run = Run()

    def full(progress: Progress) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(DownloadFailed, match="full"):
        download("base", full, run.cancelled)


def test_only_one_program_at_a_time(served: LoopbackHub) -> None:
    inner: list[DictateError] = []

    def again(progress: Progress) -> None:
        if not inner:
            with pytest.raises(DownloadFailed) as caught:
                download("base", lambda progress: None, lambda: False)
            inner.append(caught.value)

    download("base", again, lambda: False)
    assert "another" in inner[0].message


def test_an_unreachable_hub_says_how_else(
    hub: LoopbackHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound but not listening: connections are refused
        monkeypatch.setenv("HF_ENDPOINT", f"http://127.0.0.1:{taken.getsockname()[1]}")
        failure = Run().failure()
    assert "cannot be reached" in failure.message
    assert "dictate models import FOLDER" in failure.next_step


def test_a_proxy_is_used(served: LoopbackHub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://hub.invalid")
    monkeypatch.setenv("HTTP_PROXY", served.endpoint)
    Run()()  # no name of .invalid can be looked up: it went through the proxy


def test_offline_mode_is_respected(served: LoopbackHub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    assert "HF_HUB_OFFLINE" in Run().failure().message
    assert served.requests == []


def test_the_hub_satisfies_the_library_s_own_download(
    served: LoopbackHub, tmp_path: Path, builtin: Path
) -> None:
    """The loopback hub is good enough for the real thing, in a process that never saw another."""
    program = (
        "from huggingface_hub import snapshot_download;"
        f"snapshot_download({BASE!r}, allow_patterns=['*.json', 'model.bin'])"
    )
    environment = {**os.environ, "HF_HUB_DISABLE_TELEMETRY": "1"}
    subprocess.run([sys.executable, "-c", program], env=environment, check=True, timeout=60)
    assert storage.resolve("base").path.is_relative_to((tmp_path / "hub").resolve())
