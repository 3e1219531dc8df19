"""Commands from a second start to the running program: one line of JSON there, one back.

Plain sockets instead of ``multiprocessing.connection``: its reads have no time limit once a message
has begun, and it unpickles. Here every read is bounded in time and size. One thread accepts, one
short-lived thread serves each caller, and one command at a time is handled, so that a caller that
hangs holds up nobody. When all places are taken by such callers, new ones wait until one is free.
What a command only begins is waited for outside of that turn: `stop` never waits for `start`.
"""

from __future__ import annotations

import contextlib
import hmac
import json
import logging
import selectors
import socket
import threading
import time
from pathlib import Path

from dictate import host
from dictate.control import endpoint
from dictate.control.lock import Lock
from dictate.control.patience import Facts, Handle, outcome
from dictate.errors import AlreadyRunning, ControlError, DictateError, NotRunning
from dictate.receipt import Receipt

log = logging.getLogger(__name__)

COMMANDS = (
    "toggle",
    "start",
    "stop",
    "cancel",
    "retry",
    "raw",
    "again",
    "undo",
    "swap",
    "last",
    "status",
    "show",
    "welcome",
    "quit",
    "pause",
    "resume",
)
"""What a program that runs can be told."""

WITH_ARGUMENT = ("retry", "raw", "start", "toggle")
"""What may be followed by a space and a name."""

LOCK_NAME = "control.lock"
REQUEST_BYTES = 4096
ANSWER_BYTES = 1_000_000
CALLER_LIMIT_S = 2.0
"""How long a caller may take to say its one line and to read the answer."""
OUTCOME_S = 4.0
"""How long a caller is kept waiting for what came of its command; it gives up a little later."""
CALLERS = 16
WAITING = 8
"""Of the callers; the other places are for commands that come meanwhile."""
CLOSING_S = 0.5
STARTING_PAUSE_S = 0.05


class ControlServer:
    """Makes this program the one of its user and hands the commands of later starts to it."""

    def __init__(
        self, handle: Handle, folder: Path | None = None, outcome_s: float = OUTCOME_S
    ) -> None:
        self._handle = handle
        self._outcome_s = outcome_s
        self._folder = folder or host.runtime_folder()
        self._lock = Lock(self._folder / LOCK_NAME)
        self._listening: endpoint.Listening | None = None
        self._thread: threading.Thread | None = None
        self._one_at_a_time = threading.Lock()
        self._callers: set[threading.Thread] = set()
        self._places = threading.Semaphore(CALLERS)
        self._benches = threading.Semaphore(WAITING)
        self._wake_ends: tuple[socket.socket, ...] = ()
        self._closed = threading.Event()

    def start(self) -> None:
        """Take the place of the running program and listen.

        Raises AlreadyRunning when there is one, ControlError when the folder cannot be used.
        """
        endpoint.require_private(self._folder)
        if not self._lock.acquire():
            raise AlreadyRunning(
                "Dictate is running already.", "Use its icon, or end it with `dictate quit`."
            )
        try:
            self._listening = endpoint.listen(self._folder)
        except OSError as error:
            self._lock.release()
            raise ControlError(
                f"Commands cannot be received ({error.strerror or error}).",
                f"Check the folder {self._folder}.",
            ) from error
        self._wake_ends = socket.socketpair()
        self._thread = threading.Thread(target=self._accept, name="dictate-control", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop listening, let answers under way go out, and make room for another program."""
        if self._closed.is_set():
            return
        self._closed.set()
        if self._thread is not None:
            self._wake_ends[0].close()
            self._thread.join(CLOSING_S)
            self._wake_ends[1].close()
        deadline = time.monotonic() + CLOSING_S
        for caller in list(self._callers):
            if caller is not threading.current_thread():
                caller.join(max(0.0, deadline - time.monotonic()))
        if self._listening is not None:
            self._listening.close()
        self._lock.release()

    def _accept(self) -> None:
        assert self._listening is not None  # start() set it before the thread
        server = self._listening.socket
        server.setblocking(False)
        with selectors.DefaultSelector() as selector:
            selector.register(server, selectors.EVENT_READ)
            selector.register(self._wake_ends[1], selectors.EVENT_READ)
            while not self._closed.is_set():
                selector.select()
                if self._closed.is_set():
                    return
                with contextlib.suppress(OSError):  # the caller is gone again
                    self._welcome(server.accept()[0])

    def _welcome(self, caller: socket.socket) -> None:
        while not self._places.acquire(timeout=CLOSING_S / 2):
            if self._closed.is_set():
                caller.close()
                return
        self._callers = {thread for thread in self._callers if thread.is_alive()}
        thread = threading.Thread(
            target=self._serve, args=(caller,), name="dictate-control-caller", daemon=True
        )
        self._callers.add(thread)
        thread.start()

    def _serve(self, caller: socket.socket) -> None:
        try:
            with caller:
                request = read_line(caller, REQUEST_BYTES, CALLER_LIMIT_S)
                answer = self._answer(request)
                caller.settimeout(CALLER_LIMIT_S)
                caller.sendall(as_line(answer))
        except OSError as error:
            log.info("a caller went away: %s", type(error).__name__)
        finally:
            self._places.release()

    def _answer(self, request: bytes) -> dict[str, object]:
        try:
            command = self._checked(request)
            with self._one_at_a_time:
                asks = command in ("status", "last")
                log.log(logging.DEBUG if asks else logging.INFO, "command: %s", command)
                answer = self._handle(command)
            return {"answer": self._outcome(answer, command.partition(" ")[0])}
        except DictateError as error:
            return {"error": error.message, "next_step": error.next_step}
        except Exception:  # top of a thread: the caller must hear of it, the program goes on
            log.exception("a command failed")
            return {"error": "The command failed.", "next_step": "See the log file."}

    def _outcome(self, answer: Facts | Receipt, verb: str) -> Facts:
        if not self._benches.acquire(blocking=False):
            return outcome(answer, verb, 0)
        try:
            return outcome(answer, verb, self._outcome_s)
        finally:
            self._benches.release()

    def _checked(self, request: bytes) -> str:
        assert self._listening is not None
        try:
            facts = json.loads(request)
            command, secret = str(facts["command"]), str(facts.get("secret", ""))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise ControlError("The command could not be read.", "Use `dictate`.") from error
        if not hmac.compare_digest(secret.encode(), self._listening.secret.encode()):
            raise ControlError("The command came from somebody else.", "Use `dictate`.")
        verb, space, _ = command.partition(" ")
        if verb not in COMMANDS or (space and verb not in WITH_ARGUMENT):
            raise ControlError(
                f"There is no command {command[:40]!r}.", f"Use one of {', '.join(COMMANDS)}."
            )
        return command


def send_to_starting(command: str, timeout_s: float = 5.0) -> dict[str, object]:
    """Like ``send`` for a program that holds the lock already but may not listen yet."""
    deadline = time.monotonic() + timeout_s
    while True:
        try:
            return send(command, max(0.1, deadline - time.monotonic()))
        except NotRunning:
            if time.monotonic() > deadline:
                raise
            time.sleep(STARTING_PAUSE_S)


def send(command: str, timeout_s: float = 5.0, folder: Path | None = None) -> dict[str, object]:
    """Give the running program a command and return its answer.

    Raises NotRunning when there is none, ControlError when it refuses or does not answer.
    """
    deadline = time.monotonic() + timeout_s
    client, secret = endpoint.connect(folder or host.runtime_folder(), timeout_s)
    with client:
        try:
            client.sendall(as_line({"command": command, "secret": secret}))
            answer = json.loads(read_line(client, ANSWER_BYTES, deadline - time.monotonic()))
        except TimeoutError as error:
            raise endpoint.silent() from error
        except ConnectionError as error:
            raise NotRunning("Dictate is just ending.", "Try again in a second.") from error
        except (OSError, ValueError) as error:
            raise ControlError(
                f"The answer of the running Dictate is broken ({type(error).__name__}).",
                "Quit it and start it again.",
            ) from error
    if "error" in answer:
        raise ControlError(str(answer["error"]), str(answer.get("next_step", "")))
    return dict(answer["answer"])


def as_line(message: dict[str, object]) -> bytes:
    """Return a message as it goes over the wire."""
    return json.dumps(message, default=str).encode() + b"\n"


def read_line(connection: socket.socket, most_bytes: int, limit_s: float) -> bytes:
    """Read one line within ``limit_s`` overall, however slowly it drips.

    Raises TimeoutError, ConnectionError when the other side ends early, OSError when it is longer
    than ``most_bytes``.
    """
    deadline = time.monotonic() + limit_s
    line = bytearray()
    while not line.endswith(b"\n"):
        remaining_s = deadline - time.monotonic()
        if remaining_s <= 0:
            raise TimeoutError
        connection.settimeout(remaining_s)
        part = connection.recv(65536)
        if not part:
            raise ConnectionError("ended in the middle of a line")
        line += part
        if len(line) > most_bytes:
            raise OSError("a line longer than agreed")
    return bytes(line)
