"""A backend in its own process: what crosses, and what its death looks like from here."""

from __future__ import annotations

import errno
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import psutil
import pytest

from dictate.domain import DecodeOptions, ModelChoice, Samples
from dictate.engine.child_backend import ChildBackend, Patience
from dictate.engine.facts import ResolvedModel
from dictate.engine.segments import PREFIX
from dictate.errors import DecodeFailed, EngineDied, ModelDamaged
from tests.fakes.backends import INFO, CountingBackend

OPTIONS = DecodeOptions()
SEGMENTS = Path("/dev/shm")


def model(name: str = "fake") -> ResolvedModel:
    return ResolvedModel(name, Path("fake"))


def sound(value: float = 0.25, length: int = 16_000) -> Samples:
    return np.full(length, value, np.float32)


@pytest.fixture
def backend() -> Iterator[ChildBackend]:
    backend = ChildBackend(CountingBackend, Patience(decode_s=20.0))
    yield backend
    backend.unload()


def said(backend: ChildBackend, samples: Samples) -> list[str]:
    return backend.decode(samples, OPTIONS).segments[0].text.split()


def test_samples_arrive_whole_in_another_process(backend: ChildBackend) -> None:
    assert backend.load(model(), ModelChoice()) == INFO
    for length in (1, 16_000, 30 * 16_000):
        count, pid, same = said(backend, sound(0.25, length))
        assert (count, same) == (str(length), "True")
        assert int(pid) == backend.pid != os.getpid()


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells")
def test_ctrl_c_in_a_terminal_is_not_for_the_engine(backend: ChildBackend) -> None:
    backend.load(model(), ModelChoice())
    facts = Path(f"/proc/{backend.pid}/status").read_text("utf-8").splitlines()
    blocked = next(int(line.split()[1], 16) for line in facts if line.startswith("SigBlk"))
    assert blocked >> (signal.SIGINT - 1) & 1, "from its first instruction on"


def test_errors_keep_their_class_and_next_step(backend: ChildBackend) -> None:
    with pytest.raises(ModelDamaged) as caught:
        backend.load(model("damaged"), ModelChoice())
    assert caught.value.next_step == "Get it again."
    assert backend.pid is None


def test_a_crash_while_loading_is_told(backend: ChildBackend) -> None:
    with pytest.raises(EngineDied):
        backend.load(model("crash-on-load"), ModelChoice())


def test_a_process_that_cannot_even_begin_is_no_matter_of_the_size() -> None:
    backend = ChildBackend(partial(sys.exit, 1))  # as where one of its packages is broken
    with pytest.raises(EngineDied) as told:
        backend.load(model(), ModelChoice())
    assert "smaller" not in told.value.next_step
    assert "doctor" in told.value.next_step


def test_a_crash_while_decoding_is_told_and_a_new_load_works(backend: ChildBackend) -> None:
    backend.load(model(), ModelChoice())
    with pytest.raises(EngineDied):
        backend.decode(sound(2.0), OPTIONS)
    with pytest.raises(DecodeFailed, match="No model"):
        backend.decode(sound(), OPTIONS)
    backend.load(model(), ModelChoice())
    assert said(backend, sound())[0] == "16000"


def test_killed_while_idle_is_told_at_the_next_decode(backend: ChildBackend) -> None:
    backend.load(model(), ModelChoice())
    assert backend.pid is not None
    os.kill(backend.pid, signal.SIGKILL)
    with pytest.raises(EngineDied):
        backend.decode(sound(), OPTIONS)


def test_a_hang_is_ended_at_the_limit() -> None:
    backend = ChildBackend(CountingBackend, Patience(decode_s=0.2, decode_per_audio_s=0))
    backend.load(model(), ModelChoice())
    pid = backend.pid
    assert pid is not None
    with pytest.raises(EngineDied, match="hung"):
        backend.decode(sound(-2.0), OPTIONS)
    assert not psutil.pid_exists(pid)


def test_interrupt_cuts_a_running_decode_short(backend: ChildBackend) -> None:
    backend.load(model(), ModelChoice())
    pid = backend.pid
    assert pid is not None
    failures: list[Exception] = []

    def decode() -> None:
        try:
            backend.decode(sound(-2.0), OPTIONS)
        except EngineDied as error:
            failures.append(error)

    thread = threading.Thread(target=decode)
    thread.start()
    began_s = time.monotonic()
    backend.interrupt()
    thread.join(5)
    assert failures
    assert time.monotonic() - began_s < 3
    assert not psutil.pid_exists(pid)


def test_an_idle_death_is_told_at_once_and_an_unload_is_not(backend: ChildBackend) -> None:
    told = threading.Event()
    backend.on_death(told.set)
    backend.load(model(), ModelChoice())
    backend.load(model(), ModelChoice())  # ends the first process on purpose
    assert backend.pid is not None and backend.is_alive()
    assert not told.is_set()
    os.kill(backend.pid, signal.SIGKILL)
    assert told.wait(5)
    assert not backend.is_alive()


def test_an_interrupt_counts_also_while_the_process_is_being_started() -> None:
    class Impatient(ChildBackend):
        """Is interrupted in the moment before there is a process."""

        def unload(self) -> None:
            super().unload()
            self.interrupt()

    backend = Impatient(CountingBackend)
    with pytest.raises(EngineDied):
        backend.load(model(), ModelChoice())
    assert backend.pid is None


def stopped(backend: ChildBackend) -> int:
    """Freeze the process, as a driver that hangs does; return its number."""
    while (pid := backend.pid) is None:
        threading.Event().wait(0.001)
    os.kill(pid, signal.SIGSTOP)
    return pid


def test_a_process_that_freezes_in_a_decode_is_ended_at_the_limit() -> None:
    backend = ChildBackend(CountingBackend, Patience(decode_s=0.3, decode_per_audio_s=0))
    backend.load(model(), ModelChoice())
    pid = stopped(backend)
    with pytest.raises(EngineDied, match="hung"):
        backend.decode(sound(), OPTIONS)
    assert not psutil.pid_exists(pid)
    backend.load(model(), ModelChoice())
    assert backend.is_alive()
    backend.unload()


def test_one_that_does_not_even_compute_is_ended_long_before_the_limit() -> None:
    backend = ChildBackend(CountingBackend, Patience(decode_s=1000.0, still_s=0.3, look_s=0.05))
    backend.load(model(), ModelChoice())
    assert said(backend, sound(0.9))[0] == "16000", "much work is no hang"
    stopped(backend)
    with pytest.raises(EngineDied, match="hung"):
        backend.decode(sound(), OPTIONS)
    assert backend.pid is None


def test_one_that_rests_because_it_was_told_to_is_waited_for() -> None:
    patience = Patience(decode_s=0.3, decode_per_audio_s=0, still_s=0.3, look_s=0.05)
    backend = ChildBackend(CountingBackend, replace(patience, may_rest=True))
    backend.load(model(), ModelChoice())
    pid = stopped(backend)
    timer = threading.Timer(1.0, os.kill, (pid, signal.SIGCONT))
    timer.start()
    assert said(backend, sound())[0] == "16000"
    assert backend.pid == pid
    timer.join()
    backend.unload()


def test_a_process_that_freezes_while_loading_is_ended_at_the_limit() -> None:
    backend = ChildBackend(CountingBackend, Patience(load_s=0.3))
    pids: list[int] = []
    freezer = threading.Thread(target=lambda: pids.append(stopped(backend)))
    freezer.start()
    with pytest.raises(EngineDied, match="hung"):
        backend.load(model(), ModelChoice())
    freezer.join(5)
    assert not psutil.pid_exists(pids[0])


def test_a_frozen_process_does_not_keep_the_program_from_ending(backend: ChildBackend) -> None:
    backend.load(model(), ModelChoice())
    pid = stopped(backend)
    backend.interrupt()
    backend.unload()
    assert not psutil.pid_exists(pid)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such process")
def test_sound_still_crosses_when_the_process_that_watches_shared_memory_is_gone(
    backend: ChildBackend,
) -> None:
    backend.load(model(), ModelChoice())
    assert said(backend, sound())[0] == "16000"
    (watcher,) = [p for p in psutil.Process().children() if "resource_tracker" in line_of(p)]
    watcher.kill()
    watcher.wait(5)
    with pytest.warns(UserWarning, match="resource_tracker"):  # it is started again here
        assert said(backend, sound())[0] == "16000"
    assert said(backend, sound())[0] == "16000"


@pytest.mark.skipif(not SEGMENTS.is_dir(), reason="Linux")
def test_a_segment_that_somebody_cleared_away_costs_its_take_only(backend: ChildBackend) -> None:
    backend.load(model(), ModelChoice())
    pid = stopped(backend)
    failures: list[Exception] = []

    def decode() -> None:
        try:
            backend.decode(sound(), OPTIONS)
        except DecodeFailed as error:
            failures.append(error)

    before = set(SEGMENTS.glob(f"{PREFIX}*"))
    thread = threading.Thread(target=decode)
    thread.start()
    while not (made := set(SEGMENTS.glob(f"{PREFIX}*")) - before):
        threading.Event().wait(0.001)
    for segment in made:
        segment.unlink()
    os.kill(pid, signal.SIGCONT)
    thread.join(10)
    assert failures
    assert said(backend, sound())[0] == "16000"


def line_of(process: psutil.Process) -> str:
    return " ".join(process.cmdline())


@pytest.mark.skipif(not hasattr(os, "posix_fallocate"), reason="Linux")
def test_no_room_in_shared_memory_is_told_and_no_segment_is_left(
    backend: ChildBackend, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Writing into a segment that has no memory behind it would end the whole program."""

    def full(descriptor: int, offset: int, length: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    backend.load(model(), ModelChoice())
    before = set(SEGMENTS.glob(f"{PREFIX}*"))
    monkeypatch.setattr(os, "posix_fallocate", full)
    with pytest.raises(DecodeFailed, match="shared memory") as caught:
        backend.decode(sound(), OPTIONS)
    assert caught.value.next_step
    assert set(SEGMENTS.glob(f"{PREFIX}*")) <= before
    monkeypatch.undo()
    assert said(backend, sound())[0] == "16000"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps such a folder")
def test_the_folder_the_program_was_started_in_may_go_away(
    backend: ChildBackend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stick that is pulled out, a folder that is tidied away: the next process has to start."""
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    backend.load(model(), ModelChoice())
    assert said(backend, sound())[0] == "16000"
