"""A sound server of its own with a microphone that speaks what a test plays, or is unplugged.

    with VirtualMicrophone() as microphone:
        program = subprocess.Popen([...], env={**os.environ, **microphone.env})
        microphone.play(Path("resources/samples/mail_en.wav"))  # returns when it was spoken
        microphone.unplug()
        microphone.plug()

PulseAudio runs without sound hardware and as root: a null sink is what the test plays into, and a
remap source makes its monitor look like a real microphone (``NAME``). PortAudio reaches it through
ALSA's ``pulse`` plugin (package libasound2-plugins), which needs no configuration.

A null sink works in blocks of two seconds until somebody asks for less, so a stream opened on it
would wait that long for its first sample, as no real microphone makes it wait. Without rewinds
(``norewinds``, PulseAudio 15 and later) the blocks have 50 ms.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from types import TracebackType

NEEDED = ("pulseaudio", "pactl", "paplay")
"""Programs without which there is no virtual microphone."""

NAME = "Virtual microphone"
"""What programs show."""

TONE_HZ = 440
TONE_NAME = f"Sine source at {TONE_HZ} Hz"
"""A second microphone, of ``plug_tone``, that hears a sine without end."""

_SINK, _SOURCE = "speech", "microphone"
_START_S = 10.0


def missing_programs() -> tuple[str, ...]:
    """Return which of the needed programs are not installed."""
    return tuple(name for name in NEEDED if shutil.which(name) is None)


class VirtualMicrophone:
    """A PulseAudio server with one microphone; a context manager, usable once."""

    def __init__(self, *, plugged: bool = True) -> None:
        self._plugged_at_start = plugged
        # Short: the name of a Unix socket has room for about a hundred characters.
        self._folder = Path(tempfile.mkdtemp(prefix="dictate-pulse-"))
        self._server: subprocess.Popen[bytes] | None = None
        self._modules: list[str] = []
        self.env = {"PULSE_SERVER": f"unix:{self._folder / 'socket'}"}
        """What a program needs in its environment to hear this microphone."""

    def __enter__(self) -> VirtualMicrophone:
        try:
            self._start()
            if self._plugged_at_start:
                self.plug()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # -- the microphone --------------------------------------------------------------------------

    def plug(self) -> None:
        """Connect the microphone; it is the default source."""
        if self._modules:
            return
        title = f"device.description='{NAME}'"
        sound = ("rate=48000", "channels=1", "norewinds=1")
        self._load("module-null-sink", f"sink_name={_SINK}", *sound)
        self._load(
            "module-remap-source",
            f"source_name={_SOURCE}",
            f"master={_SINK}.monitor",
            f'source_properties="{title}"',
        )
        self._pactl("set-default-source", _SOURCE)

    def unplug(self) -> None:
        """Take the microphone away, with everything else that could be recorded."""
        while self._modules:
            self._pactl("unload-module", self._modules.pop())

    def unplug_source_only(self) -> None:
        """Take the microphone away and leave the loudspeaker, whose monitor can be recorded."""
        self._pactl("unload-module", self._modules.pop())

    def plug_tone(self) -> None:
        """Connect a second microphone, ``TONE_NAME``; the first stays the default."""
        self._pactl("load-module", "module-sine-source", f"frequency={TONE_HZ}", "rate=48000")
        self._pactl("set-default-source", _SOURCE)

    def set_muted(self, muted: bool) -> None:
        """Mute or unmute the microphone in the server."""
        self._pactl("set-source-mute", _SOURCE, "1" if muted else "0")

    def play(self, path: Path) -> None:
        """Speak a recording (any format libsndfile reads); returns when the last sample is out."""
        self.start_playing(path).wait(timeout=300)

    def start_playing(self, path: Path) -> subprocess.Popen[bytes]:
        """Begin to speak a recording; the returned process ends with it."""
        # With 50 ms a busy machine tears holes into what is played; with 200 ms none were seen.
        command = ["paplay", f"--device={_SINK}", "--latency-msec=200", str(path)]
        return subprocess.Popen(command, env=self._client_env())

    # -- the server ------------------------------------------------------------------------------

    def freeze(self) -> None:
        """Let the server hang, as a broken driver does."""
        self._signal(stop=True)

    def thaw(self) -> None:
        """Let a hanging server go on."""
        self._signal(stop=False)

    def kill(self) -> None:
        """End the server without a farewell, as a crash does."""
        if self._server is not None:
            self._server.kill()
            self._server.wait()

    def close(self) -> None:
        """End everything and remove its files."""
        if self._server is not None and self._server.poll() is None:
            self.thaw()
        self._stop(self._server)
        self._server = None
        shutil.rmtree(self._folder, ignore_errors=True)

    def _start(self) -> None:
        folder = self._folder
        log = (folder / "log").open("wb")
        command = [
            *("pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1"),
            *("--disallow-exit", "--log-target=stderr", "--log-level=error"),
            "-L",
            f"module-native-protocol-unix socket={folder / 'socket'} auth-anonymous=1",
        ]
        with log:
            self._server = subprocess.Popen(
                command, env=self._server_env(), stdin=subprocess.DEVNULL, stderr=log
            )
        pause = threading.Event()
        end_s = time.monotonic() + _START_S
        while subprocess.run(
            ["pactl", "info"], env=self._client_env(), capture_output=True, check=False
        ).returncode:
            if time.monotonic() > end_s or self._server.poll() is not None:
                told = (folder / "log").read_text(errors="replace")
                raise AssertionError(f"PulseAudio did not start: {told}")
            pause.wait(0.05)

    def _load(self, *words: str) -> None:
        self._modules.append(self._pactl("load-module", *words))

    def _pactl(self, *words: str) -> str:
        done = subprocess.run(
            ["pactl", *words],
            env=self._client_env(),
            capture_output=True,
            text=True,
            timeout=10,
            check=False,
        )
        assert done.returncode == 0, f"pactl {words[0]}: {done.stderr.strip()}"
        return done.stdout.strip()

    def _signal(self, *, stop: bool) -> None:
        if self._server is not None:
            self._server.send_signal(signal.SIGSTOP if stop else signal.SIGCONT)

    def _client_env(self) -> dict[str, str]:
        return {**os.environ, **self.env}

    def _server_env(self) -> dict[str, str]:
        home = str(self._folder)
        own = {"HOME": home, "XDG_RUNTIME_DIR": home, "PULSE_RUNTIME_PATH": home}
        return {k: v for k, v in os.environ.items() if k != "PULSE_SERVER"} | own

    @staticmethod
    def _stop(process: subprocess.Popen[bytes] | None) -> None:
        if process is None or process.poll() is not None:
            return
        process.terminate()
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
