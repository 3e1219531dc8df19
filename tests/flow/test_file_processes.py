"""Whoever ends first, nobody of those who decode files is left behind, suspended or not."""

from __future__ import annotations

import json
import subprocess
import sys
import wave
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import psutil
import pytest

from dictate.assembly.files import FileQueue
from dictate.engine.segments import PREFIX
from dictate.settings import store
from dictate.settings.schema import Settings
from tests.desktop.screen import wait_until

ROOT = Path(__file__).resolve().parents[2]
SPEECH = ROOT / "resources/samples/mail_en.wav"
TIMES = 30
SEGMENTS = Path("/dev/shm")
STARTING_S, ENDING_S = 60.0, 15.0
PROGRAM = "tests.flow.test_file_processes"

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="signals"),
    pytest.mark.slow,
]


def settings() -> Settings:
    return store.replace_value(Settings(), "engine.model", "builtin")


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    """Far more speech than is decoded before the end of a test."""
    path = tmp_path / "lecture.wav"
    with wave.open(str(SPEECH)) as speech, wave.open(str(path), "wb") as long:
        long.setparams(speech.getparams())
        frames = speech.readframes(speech.getnframes())
        for _ in range(TIMES):
            long.writeframes(frames)
    return path


@dataclass
class Program:
    """A program of its own with a queue of files. In a session of its own, as a desktop starts it:
    in that of a shell the system itself would wake who is suspended when the others end."""

    process: subprocess.Popen[str]
    reader: psutil.Process
    engine: psutil.Process


Start: TypeAlias = Callable[[str], Program]


@pytest.fixture
def start(recording: Path) -> Iterator[Start]:
    with ExitStack() as stack:

        def start(state: str) -> Program:
            words = (sys.executable, "-m", PROGRAM, str(recording), state)
            process = stack.enter_context(
                subprocess.Popen(
                    words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                    start_new_session=True,
                )
            )  # fmt: skip
            stack.callback(process.kill)
            assert process.stdout is not None
            return Program(process, *map(psutil.Process, json.loads(process.stdout.readline())))

        yield start


@pytest.mark.parametrize("state", ["decoding", "suspended"])
def test_the_end_of_the_queue_is_the_end_of_all(start: Start, state: str) -> None:
    program = start(state)
    program.process.communicate("\n")  # as the program quits
    assert_gone(program.reader, program.engine)


@pytest.mark.parametrize("state", ["decoding", "suspended"])
def test_a_reader_that_is_killed_leaves_no_engine_and_no_sound(start: Start, state: str) -> None:
    program = start(state)
    program.reader.kill()
    assert_gone(program.reader, program.engine)
    assert program.process.poll() is None
    wait_until(lambda: not segments_of(program.reader), "the sound to be gone", ENDING_S)


@pytest.mark.skipif(not SEGMENTS.is_dir(), reason="Linux")
def test_cancelling_leaves_no_sound_in_memory(recording: Path) -> None:
    """With the program running on: at its end others would remove it."""
    queue = FileQueue(settings)
    try:
        queue.add([recording])
        wait_until(lambda: any(row.share > 0 for row in queue.rows), "progress", STARTING_S)
        reader, engine = below(psutil.Process())
        queue.hold(True)
        wait_until(lambda: engine.status() == psutil.STATUS_STOPPED, "it to be suspended")
        assert segments_of(reader)
        queue.cancel([row.number for row in queue.rows])
        wait_until(lambda: not runs(reader) and not runs(engine), "the end of both", ENDING_S)
        wait_until(lambda: not segments_of(reader), "the sound to be gone", ENDING_S)
    finally:
        queue.close()


def test_a_program_that_is_killed_leaves_nobody(start: Start) -> None:
    program = start("suspended")
    program.process.kill()
    assert_gone(program.reader, program.engine)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="nobody else sees to it")
def test_program_and_reader_killed_at_once_leave_no_engine(start: Start) -> None:
    program = start("suspended")
    both = (psutil.Process(program.process.pid), program.reader)
    for process in both:  # neither sees the other go
        process.suspend()
    for process in both:
        process.kill()
    assert_gone(program.reader, program.engine)


def segments_of(reader: psutil.Process) -> list[Path]:
    """Return the shared memory that a reader of files has made and nobody removed."""
    return list(SEGMENTS.glob(f"{PREFIX}{reader.pid}-*"))


def assert_gone(*processes: psutil.Process) -> None:
    try:
        wait_until(lambda: not any(map(runs, processes)), "the end of all", ENDING_S)
    finally:
        for process in filter(runs, processes):
            process.kill()


def runs(process: psutil.Process) -> bool:
    """Whether a process is there; whoever starts containers may not bury those that ended."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def main(recording: Path, state: str) -> None:
    """Be the program: decode, tell who does, and end the queue when told to."""
    queue = FileQueue(settings)
    queue.add([recording])
    wait_until(lambda: any(row.share > 0 for row in queue.rows), "progress", STARTING_S)
    reader, engine = below(psutil.Process())
    if state == "suspended":
        queue.hold(True)
        wait_until(lambda: engine.status() == psutil.STATUS_STOPPED, "it to be suspended")
    print(json.dumps([reader.pid, engine.pid]), flush=True)
    sys.stdin.readline()
    queue.close()


def below(program: psutil.Process) -> tuple[psutil.Process, psutil.Process]:
    """Return the process that reads files, and the engine below it."""
    for process in program.children():
        for engine in process.children():
            return process, engine
    raise AssertionError("nobody decodes")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
