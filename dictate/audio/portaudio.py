"""The one door to PortAudio: loads it quietly, serialises calls to it, looks again for devices.

PortAudio is not thread-safe and lists devices only while it initialises. So every call into it is
made while holding ``LOCK``, and ``reinitialise`` refuses while a stream is open. A driver may hang
in a call and never let go of the lock; whoever wants it then is told so after ``WAIT_S``.
"""

from __future__ import annotations

import atexit
import contextlib
import ctypes
import ctypes.util
import logging
import os
import sys
import threading
from collections.abc import Iterator
from types import ModuleType, TracebackType

from dictate.errors import MicrophoneBusy, MicrophoneMissing

log = logging.getLogger(__name__)

WAIT_S = 5.0
"""A Bluetooth headset takes about two seconds to open; who takes longer hangs."""


class _Door:
    """A lock that its owner may take again, and that nobody waits for without end."""

    def __init__(self) -> None:
        self._lock = threading.RLock()

    def __enter__(self) -> None:
        """Raises MicrophoneBusy."""
        if not self._lock.acquire(timeout=WAIT_S):
            raise MicrophoneBusy(
                "The sound library hangs in the driver of a microphone.",
                "Plug the microphone out and in; if that does not help, quit Dictate and start it"
                " again.",
            )

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._lock.release()


LOCK = _Door()

_state: dict[str, int] = {"open_streams": 0}
_hanging: list[threading.Thread] = []
_kept_alive: list[object] = []


def library() -> ModuleType:
    """Return the ``sounddevice`` module; its first import initialises PortAudio (about 0.3 s).

    Raises MicrophoneMissing when PortAudio is not installed or does not start, MicrophoneBusy when
    a driver hangs in it.
    """
    with LOCK:
        _prepare_thread()
        if "sounddevice" not in sys.modules:
            _silence_alsa()
        try:
            import sounddevice
        except OSError as error:
            raise MicrophoneMissing(
                "The sound library PortAudio is not installed.", _how_to_install()
            ) from error
        except Exception as error:  # sounddevice raises PortAudioError, unknown while importing
            log.error("PortAudio: %s", error)
            raise MicrophoneMissing(
                "The sound library PortAudio does not start.", "Run `dictate doctor`."
            ) from error
        module: ModuleType = sounddevice
        return module


def reinitialise() -> bool:
    """Let PortAudio look for devices again (about 50 ms); False while a stream is open."""
    with LOCK:
        sounddevice = library()
        if _state["open_streams"]:
            return False
        with contextlib.suppress(sounddevice.PortAudioError):
            sounddevice._terminate()
        try:
            sounddevice._initialize()
        except sounddevice.PortAudioError as error:
            log.error("PortAudio: %s", error)
            raise MicrophoneMissing(
                "The sound library PortAudio does not start.", "Run `dictate doctor`."
            ) from error
        return True


def leave_hanging(closing: threading.Thread) -> None:
    """A driver does not let go of a stream: do not wait for it at the end of the program either.

    ``sounddevice`` would close what is open then, and the program would never end.
    """
    _hanging[:] = [*(thread for thread in _hanging if thread.is_alive()), closing]
    module = sys.modules.get("sounddevice")
    if module is not None:
        atexit.unregister(module._exit_handler)


def hangs() -> bool:
    """Tell whether a stream does not close; until it does, no new devices can be looked for."""
    return any(thread.is_alive() for thread in _hanging)


def stream_opened() -> None:
    """Note that one more stream is open."""
    with LOCK:
        _state["open_streams"] += 1


def stream_closed() -> None:
    """Note that one stream fewer is open."""
    with LOCK:
        _state["open_streams"] -= 1


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Hide what PortAudio prints while a stream is opened (Linux); hold ``LOCK`` and be brief.

    Standard error of the whole process is away for that time, some 5 ms.
    """
    if not sys.platform.startswith("linux"):
        yield
        return
    try:
        kept = os.dup(2)
    except OSError:  # started without a standard error
        yield
        return
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
        os.close(nowhere)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _how_to_install() -> str:
    if sys.platform.startswith("linux"):
        return "Install it: sudo apt install libportaudio2 (Fedora: portaudio)."
    return "Install Dictate again: pip install --force-reinstall sounddevice."


def _prepare_thread() -> None:
    """Windows: WASAPI wants COM initialised in every thread that opens a stream."""
    if sys.platform == "win32":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.windll.ole32.CoInitializeEx(None, 0)


def _silence_alsa() -> None:
    """Keep ALSA's remarks about sound cards that are not there off our standard error.

    Messages of a different ALSA (none, or one without this hook) stay as they are.
    """
    if not sys.platform.startswith("linux"):
        return
    kind = ctypes.CFUNCTYPE(
        None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p
    )
    handler = kind(lambda *_: None)
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL("libasound.so.2").snd_lib_error_set_handler(handler)
        _kept_alive.append(handler)  # ALSA calls it for as long as the program runs
