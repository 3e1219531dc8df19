"""A session bus of its own for tests of what goes over D-Bus."""

from __future__ import annotations

import select
import shutil
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType

MISSING = () if shutil.which("dbus-daemon") else ("dbus-daemon",)

_CONFIG = """<busconfig>
  <type>session</type>
  <listen>unix:path={folder}/bus</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class PrivateBus:
    """A bus on which no service can be started; a context manager, usable once."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="dictate-bus-"))
        self._daemon: subprocess.Popen[bytes] | None = None
        self.address = ""

    @property
    def env(self) -> dict[str, str]:
        """What leads a program to this bus."""
        return {"DBUS_SESSION_BUS_ADDRESS": self.address}

    def __enter__(self) -> PrivateBus:
        config = self._folder / "session.conf"
        config.write_text(_CONFIG.format(folder=self._folder))
        self._daemon = subprocess.Popen(
            ("dbus-daemon", f"--config-file={config}", "--nofork", "--print-address=1"),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert self._daemon.stdout is not None
        ready, _, _ = select.select([self._daemon.stdout], [], [], 10.0)
        self.address = self._daemon.stdout.readline().decode().strip() if ready else ""
        assert self.address, "dbus-daemon did not start"
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()

    def kill(self) -> None:
        """End the daemon at once. Any number of times."""
        daemon, self._daemon = self._daemon, None
        if daemon is not None:
            daemon.kill()
            daemon.wait(5)
            assert daemon.stdout is not None
            daemon.stdout.close()
        shutil.rmtree(self._folder, ignore_errors=True)
