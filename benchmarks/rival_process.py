"""Talks to a rival in a process of its own, which may be of another Python installation."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType

import psutil

from benchmarks import processes
from benchmarks.rival_protocol import Failed, Hear, Heard, Load, Loaded, Message, read, written

ROOT = Path(__file__).resolve().parents[1]
PATIENCE_S = 900.0
"""A large model takes a minute to load here, and half a minute for a take."""
CLOSE_S = 10.0

_LOOK = """
import importlib.metadata, json, sys
found = {}
for name in sys.argv[1:]:
    try:
        found[name] = importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        pass
print(json.dumps(found))
"""


class RivalFailed(Exception):
    """A rival cannot be measured; the message says why."""


def installed(python: str, packages: Iterable[str]) -> dict[str, str]:
    """Return the versions of those packages that this interpreter has. Raises RivalFailed."""
    command = [python, "-c", _LOOK, *packages]
    try:
        said = subprocess.run(
            command,
            check=True,
            capture_output=True,
            text=True,
            timeout=60,
            env=_environment(python),
        )
        versions: dict[str, str] = json.loads(said.stdout)
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        raise RivalFailed(f"{python} is not a Python that runs") from error
    return versions


class RivalProcess:
    """One rival with its model; leaving the context ends its process and all below it."""

    def __init__(self, python: str) -> None:
        self._log = TemporaryFile("w+", encoding="utf-8", errors="replace")  # noqa: SIM115
        self._process = subprocess.Popen(
            [python, "-m", "benchmarks.rival_worker"],
            cwd=ROOT,
            env=_environment(python),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
            encoding="utf-8",
        )
        self._answers: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, name="rival-answers", daemon=True)
        self._reader.start()

    def __enter__(self) -> RivalProcess:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        below = self.processes()
        assert self._process.stdin
        with contextlib.suppress(OSError):  # it may have died
            self._process.stdin.close()  # it ends by itself, and ends what it has started
        try:
            self._process.wait(CLOSE_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        for process in below[1:]:
            if process.is_running():
                process.kill()
        self._reader.join(CLOSE_S)
        assert self._process.stdout
        self._process.stdout.close()
        self._log.close()

    def load(self, rival: str, weights: str, compute_type: str) -> None:
        """Load the model. Raises RivalFailed."""
        answer = self._ask(Load(rival, weights, compute_type))
        if not isinstance(answer, Loaded):
            raise RivalFailed(f"answered {type(answer).__name__}")

    def hear(self, samples: Path) -> Heard:
        """Recognise the samples in a ``.npy`` file. Raises RivalFailed."""
        answer = self._ask(Hear(str(samples)))
        if not isinstance(answer, Heard):
            raise RivalFailed(f"answered {type(answer).__name__}")
        return answer

    def processes(self) -> list[processes.Process]:
        """Return the process and all it has started."""
        try:
            process = processes.Process(self._process.pid)
            return [process, *process.children(recursive=True)]
        except psutil.NoSuchProcess:
            return []

    def _ask(self, message: Message) -> Message:
        assert self._process.stdin
        try:
            self._process.stdin.write(written(message))
            self._process.stdin.flush()
            line = self._answers.get(timeout=PATIENCE_S)
        except queue.Empty:
            raise RivalFailed(f"said nothing for {PATIENCE_S:.0f} s") from None
        except OSError:
            line = ""
        if not line:
            raise RivalFailed(f"its process has ended{self._last_words()}")
        answer = read(line)
        if isinstance(answer, Failed):
            raise RivalFailed(" ".join(answer.reason.split())[:300])
        return answer

    def _read(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            self._answers.put(line)
        self._answers.put("")

    def _last_words(self) -> str:
        self._process.wait(CLOSE_S)
        self._log.seek(0)
        lines = [line.strip() for line in self._log if line.strip()]
        return f" ({lines[-1][:200]})" if lines else ""


def _environment(python: str) -> dict[str, str]:
    environment = {**os.environ, "HF_HUB_OFFLINE": "1", "PYTHONWARNINGS": "ignore"}
    if python != sys.executable:
        for variable in ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"):
            environment.pop(variable, None)
    return environment
