"""One program per user, and commands to it, with callers and programs that misbehave."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dictate.control import channel, endpoint
from dictate.control.channel import ControlServer, send
from dictate.control.patience import Handle
from dictate.errors import AlreadyRunning, ControlError, NotRunning, TypingFailed

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Unix sockets")


def echo(command: str) -> dict[str, object]:
    return {"got": command, "where": Path("here")}


@pytest.fixture(params=["unix", "loopback"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder for each kind of endpoint: a long path does not fit into a socket's address."""
    name = "r" if request.param == "unix" else "r" * 120
    path = tmp_path / name
    path.mkdir(mode=0o700)
    if endpoint.fits_unix_socket(path) != (request.param == "unix"):
        pytest.skip("the temporary folder's own path is too long for a Unix socket")
    return path


@pytest.fixture
def serve(folder: Path) -> Iterator[Callable[[Handle], ControlServer]]:
    servers = []

    def start(handle: Handle) -> ControlServer:
        server = ControlServer(handle, folder)
        servers.append(server)
        server.start()
        return server

    yield start
    for server in servers:
        server.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "dictate-control"]


Serve = Callable[[Handle], ControlServer]


def test_a_command_arrives_and_its_answer_comes_back(serve: Serve, folder: Path) -> None:
    serve(echo)
    assert send("status", folder=folder) == {"got": "status", "where": "here"}
    assert send("toggle", folder=folder)["got"] == "toggle"


def test_without_a_program_the_caller_hears_so(folder: Path) -> None:
    with pytest.raises(NotRunning) as caught:
        send("toggle", folder=folder)
    assert "`dictate`" in caught.value.next_step


def test_a_second_program_is_refused(serve: Serve, folder: Path) -> None:
    serve(echo)
    second = ControlServer(echo, folder)
    with pytest.raises(AlreadyRunning):
        second.start()
    second.close()
    assert send("status", folder=folder)["got"] == "status"  # the first one goes on


def test_a_closed_program_makes_room_and_leaves_no_endpoint(serve: Serve, folder: Path) -> None:
    first = serve(echo)
    first.close()
    first.close()
    with pytest.raises(NotRunning):
        send("status", folder=folder)
    assert [path.name for path in folder.iterdir()] == [channel.LOCK_NAME]
    serve(echo)
    assert send("status", folder=folder)["got"] == "status"


PROGRAM = """
import sys
from pathlib import Path
from dictate.control.channel import ControlServer
from dictate.errors import AlreadyRunning
server = ControlServer(lambda command: {}, Path(sys.argv[1]))
sys.stdin.readline()
try:
    server.start()
except AlreadyRunning:
    print("refused", flush=True)
else:
    print("won", flush=True)
sys.stdin.readline()
server.close()
"""


def program(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def tell(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def hear(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


@posix_only
def test_what_a_killed_program_left_is_replaced(serve: Serve, folder: Path) -> None:
    with program(folder) as dead:
        tell(dead)
        assert hear(dead) == "won"
        dead.send_signal(signal.SIGKILL)
    assert len(list(folder.iterdir())) == 2  # the lock and the endpoint are still there
    with pytest.raises(NotRunning):
        send("status", folder=folder)
    serve(echo)
    assert send("status", folder=folder)["got"] == "status"


def test_of_many_started_at_once_exactly_one_wins(folder: Path) -> None:
    programs = [program(folder) for _ in range(8)]
    try:
        for process in programs:
            tell(process)
        answers = sorted(hear(process) for process in programs)
    finally:
        for process in programs:
            process.communicate("\n")
    assert answers == ["refused"] * 7 + ["won"]


# -- callers that misbehave


def test_a_caller_waits_for_a_place_in_the_queue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(endpoint, "BACKLOG", 0)
    tmp_path.chmod(0o700)
    if not endpoint.fits_unix_socket(tmp_path):
        pytest.skip("the temporary folder's own path is too long for a Unix socket")
    server = endpoint.listen(tmp_path).socket
    first, _ = endpoint.connect(tmp_path, 5.0)
    served: list[socket.socket] = []
    # The program has time for the first one only while the second waits.
    monkeypatch.setattr(time, "sleep", lambda _: served.append(server.accept()[0]))
    second, _ = endpoint.connect(tmp_path, 5.0)
    assert len(served) == 1
    with pytest.raises(ControlError, match="does not answer"):
        endpoint.connect(tmp_path, 0.0)
    for end in (first, second, server, *served):
        end.close()


def call(folder: Path) -> socket.socket:
    return endpoint.connect(folder, 5.0)[0]


def test_callers_that_say_nothing_do_not_hold_up_others(serve: Serve, folder: Path) -> None:
    serve(echo)
    silent = [call(folder) for _ in range(channel.CALLERS - 1)]
    began = time.monotonic()
    assert send("status", folder=folder)["got"] == "status"
    assert time.monotonic() - began < channel.CALLER_LIMIT_S / 2
    for caller in silent:
        caller.close()


def test_more_callers_than_places_are_served_when_the_silent_ones_time_out(
    serve: Serve, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(channel, "CALLER_LIMIT_S", 0.2)
    serve(echo)
    silent = [call(folder) for _ in range(channel.CALLERS + 2)]
    assert send("status", folder=folder)["got"] == "status"
    for caller in silent:
        caller.close()


@pytest.mark.parametrize(
    "request_line",
    [
        b"\n",
        b"toggle\n",
        b"[]\n",
        b"{}\n",
        b'{"command": ["toggle"]}\n',
        b'{"command": "format"}\n',
        b"\xff\xfe\n",
        b"[" * 4000 + b"\n",
    ],
)
def test_a_line_that_is_no_command_is_refused(
    serve: Serve, folder: Path, request_line: bytes
) -> None:
    seen: list[str] = []

    def note(command: str) -> dict[str, object]:
        seen.append(command)
        return {}

    serve(note)
    with call(folder) as caller:
        caller.sendall(request_line)
        answer = json.loads(channel.read_line(caller, 10_000, 5.0))
    assert answer["error"]
    assert answer["next_step"]
    assert seen == []


def test_a_line_without_end_is_cut_off(serve: Serve, folder: Path) -> None:
    serve(echo)
    with call(folder) as caller, pytest.raises(OSError):
        for _ in range(200):
            caller.sendall(b"x" * 1000)
        channel.read_line(caller, 10_000, 5.0)
    assert send("status", folder=folder)["got"] == "status"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.binary(max_size=100))
def test_no_bytes_of_a_caller_end_the_program(tmp_path: Path, noise: bytes) -> None:
    tmp_path.chmod(0o700)
    server = ControlServer(echo, tmp_path)
    server.start()
    try:
        with call(tmp_path) as caller:
            caller.sendall(noise)
        assert send("status", folder=tmp_path)["got"] == "status"
    finally:
        server.close()


def test_a_line_that_drips_is_cut_off_in_time() -> None:
    ours, theirs = socket.socketpair()
    stop = threading.Event()

    def drip() -> None:
        while not stop.wait(0.02):
            theirs.send(b"x")

    thread = threading.Thread(target=drip)
    thread.start()
    try:
        with pytest.raises(TimeoutError):
            channel.read_line(ours, 10_000, 0.1)
    finally:
        stop.set()
        thread.join()
        ours.close()
        theirs.close()


def test_a_port_is_guarded_by_its_secret(tmp_path: Path) -> None:
    folder = tmp_path / ("r" * 120)
    folder.mkdir(mode=0o700)
    server = ControlServer(echo, folder)
    server.start()
    try:
        with call(folder) as caller:
            caller.sendall(channel.as_line({"command": "toggle", "secret": "guess"}))
            answer = json.loads(channel.read_line(caller, 10_000, 5.0))
        assert "somebody else" in answer["error"]
        assert (folder / endpoint.PORT_NAME).stat().st_mode & 0o077 == 0
    finally:
        server.close()


# -- programs that misbehave


def test_what_a_command_says_went_wrong_reaches_the_caller(serve: Serve, folder: Path) -> None:
    def refuse(command: str) -> dict[str, object]:
        raise TypingFailed("No window.", "Click into one.")

    serve(refuse)
    with pytest.raises(ControlError) as caught:
        send("start", folder=folder)
    assert (caught.value.message, caught.value.next_step) == ("No window.", "Click into one.")


def test_a_command_that_breaks_does_not_end_the_program(serve: Serve, folder: Path) -> None:
    def divide(command: str) -> dict[str, object]:
        return {"x": 1 / 0} if command == "start" else {}

    serve(divide)
    with pytest.raises(ControlError, match="failed"):
        send("start", folder=folder)
    assert send("status", folder=folder) == {}


def test_a_program_that_does_not_answer_is_told_apart_from_none(serve: Serve, folder: Path) -> None:
    hang = threading.Event()
    serve(lambda command: {"waited": hang.wait(10)})
    try:
        with pytest.raises(ControlError, match="does not answer") as caught:
            send("status", timeout_s=0.2, folder=folder)
        assert not isinstance(caught.value, NotRunning)
    finally:
        hang.set()


def test_closing_from_within_a_command_answers_first(serve: Serve, folder: Path) -> None:
    closers: list[threading.Thread] = []

    def quit_(command: str) -> dict[str, object]:
        closers.append(threading.Thread(target=server.close))
        closers[0].start()
        return {"ending": True}

    server = serve(quit_)
    assert send("quit", folder=folder) == {"ending": True}
    closers[0].join(5)
    with pytest.raises(NotRunning):
        send("status", folder=folder)


def test_closing_does_not_wait_for_a_command_that_hangs(serve: Serve, folder: Path) -> None:
    hang, inside = threading.Event(), threading.Event()

    def wait(command: str) -> dict[str, object]:
        inside.set()
        return {"waited": hang.wait(10)}

    server = serve(wait)
    caller = threading.Thread(target=send, args=("start", 5, folder))
    caller.start()
    assert inside.wait(5)
    began = time.monotonic()
    server.close()
    assert time.monotonic() - began < 1.0
    hang.set()
    caller.join(5)


def test_commands_are_handled_one_at_a_time(serve: Serve, folder: Path) -> None:
    running = threading.Semaphore(1)
    overlaps: list[str] = []

    def watch(command: str) -> dict[str, object]:
        if not running.acquire(blocking=False):
            overlaps.append(command)
        threading.Event().wait(0.005)
        running.release()
        return {}

    serve(watch)
    callers = [threading.Thread(target=send, args=("toggle", 5, folder)) for _ in range(12)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join(5)
    assert overlaps == []


# -- folders


@posix_only
def test_a_folder_open_to_others_is_closed_first(folder: Path) -> None:
    folder.chmod(0o755)
    server = ControlServer(echo, folder)
    server.start()
    assert folder.stat().st_mode & 0o077 == 0
    server.close()


@posix_only
def test_a_folder_that_is_a_link_is_not_trusted(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with pytest.raises(ControlError, match="does not belong"):
        ControlServer(echo, tmp_path / "link").start()
    with pytest.raises(ControlError):
        send("status", folder=tmp_path / "link")


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(ControlError):
        ControlServer(echo, tmp_path / "none").start()
