"""Where the running program listens: a Unix socket, or a loopback port with a secret.

A Unix socket in a folder only the user may enter needs no password. Windows has none that Python
can open, and a path over about 100 bytes does not fit into a socket's address; there a port on the
loopback interface is used, and a file only the user can read holds its number and a secret that
every command must bring. Both speak the same lines, so both are tested on every system.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import socket
import stat
import time
from dataclasses import dataclass
from pathlib import Path

from dictate.errors import ControlError, NotRunning

SOCKET_NAME = "control.sock"
PORT_NAME = "control.json"
LONGEST_SOCKET_PATH_BYTES = 100
"""sockaddr_un holds 104 bytes on macOS, 108 on Linux."""

BACKLOG = 16
QUEUE_PAUSE_S = 0.01

_UNIX: int | None = getattr(socket, "AF_UNIX", None)


@dataclass(frozen=True, slots=True)
class Listening:
    """A socket that takes connections and the secret they must bring ("" when none is needed)."""

    socket: socket.socket
    secret: str
    files: tuple[Path, ...]

    def close(self) -> None:
        """Stop listening and take the files away."""
        self.socket.close()
        for path in self.files:
            with contextlib.suppress(OSError):
                path.unlink()


def fits_unix_socket(folder: Path) -> bool:
    """Tell whether the endpoint in ``folder`` is a Unix socket."""
    path = os.fsencode(folder / SOCKET_NAME)
    return _UNIX is not None and len(path) <= LONGEST_SOCKET_PATH_BYTES


def listen(folder: Path) -> Listening:
    """Begin to listen. Only the holder of the lock may call this: what lies there is left over."""
    require_private(folder)
    if _UNIX is not None and fits_unix_socket(folder):
        path = folder / SOCKET_NAME
        path.unlink(missing_ok=True)
        server = socket.socket(_UNIX, socket.SOCK_STREAM)
        server.bind(os.fsencode(path))
        server.listen(BACKLOG)
        return Listening(server, "", (path,))
    server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    server.bind(("127.0.0.1", 0))
    server.listen(BACKLOG)
    path = folder / PORT_NAME
    secret = secrets.token_urlsafe(32)
    _write_private(path, json.dumps({"port": server.getsockname()[1], "secret": secret}))
    return Listening(server, secret, (path,))


def connect(folder: Path, timeout_s: float) -> tuple[socket.socket, str]:
    """Connect to the running program; return the socket and the secret to bring.

    Raises NotRunning when nobody listens, ControlError when somebody else might.
    """
    require_private(folder)
    try:
        if _UNIX is not None and fits_unix_socket(folder):
            client = socket.socket(_UNIX, socket.SOCK_STREAM)
            return _connected(client, os.fsencode(folder / SOCKET_NAME), timeout_s), ""
        facts = json.loads((folder / PORT_NAME).read_text(encoding="utf-8"))
        address = ("127.0.0.1", int(facts["port"]))
        client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        return _connected(client, address, timeout_s), str(facts["secret"])
    except (FileNotFoundError, ConnectionError) as error:
        raise NotRunning("Dictate is not running.", "Start it with `dictate`.") from error
    except (TimeoutError, BlockingIOError) as error:  # blocking: no place in the queue
        raise silent() from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ControlError(
            f"The running Dictate could not be reached ({error}).", "Quit it and start it again."
        ) from error


def _connected(
    client: socket.socket, address: bytes | tuple[str, int], timeout_s: float
) -> socket.socket:
    until_s = time.monotonic() + timeout_s
    try:
        client.settimeout(timeout_s)
        while True:
            try:
                client.connect(address)
            except BlockingIOError:  # no place in the queue: a Unix socket does not wait for one
                if time.monotonic() > until_s:
                    raise
                time.sleep(QUEUE_PAUSE_S)
            else:
                return client
    except BaseException:
        client.close()
        raise


def silent() -> ControlError:
    """Return the error for a program that runs and does not answer."""
    return ControlError(
        "Dictate is running but does not answer.", "End it in the task manager and start it again."
    )


def require_private(folder: Path) -> None:
    """Raise ControlError unless ``folder`` belongs to this user alone; close it to others."""
    if not hasattr(os, "geteuid"):
        return  # Windows: folders below the profile are the user's own
    try:
        facts = folder.lstat()
        if not stat.S_ISDIR(facts.st_mode) or facts.st_uid != os.geteuid():
            raise ControlError(
                f"The folder {folder} does not belong to you.",
                "Take it away or set XDG_RUNTIME_DIR to a folder of your own.",
            )
        if stat.S_IMODE(facts.st_mode) & 0o077:
            folder.chmod(0o700)
    except OSError as error:
        raise ControlError(
            f"The folder {folder} cannot be used ({error.strerror}).",
            "Set XDG_RUNTIME_DIR to a folder of your own.",
        ) from error


def _write_private(path: Path, text: str) -> None:
    path.unlink(missing_ok=True)
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(number, "w", encoding="utf-8") as file:
        file.write(text)
