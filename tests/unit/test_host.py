"""What is asked of the machine."""

from __future__ import annotations

import signal
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

import dictate
from dictate import host


def test_another_version_on_the_disk_means_that_the_program_was_updated() -> None:
    assert host.was_updated(lambda _name: "999.0")
    assert not host.was_updated(lambda _name: dictate.__version__)


def test_run_from_its_sources_it_was_not() -> None:
    def nothing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    assert not host.was_updated(nothing)
    assert not host.was_updated()


def test_processes_are_started_from_a_folder_that_exists(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    host.spawn_context()
    assert Path.cwd() == Path.home()


def test_a_folder_that_is_there_is_not_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    host.spawn_context()
    assert Path.cwd() == tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT for one process")
def test_a_process_that_is_still_starting_hears_no_ctrl_c() -> None:
    with host.deaf_to_ctrl_c():
        program = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    program.send_signal(signal.SIGINT)
    program.communicate(b"go on\n", timeout=20)
    assert program.returncode == 0
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ()), "we do hear it"
