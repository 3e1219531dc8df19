"""Reads recordings of any format PyAV knows, and plays recordings as if a microphone heard them."""

from __future__ import annotations

import logging
import stat
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from dictate.audio.framing import Framer
from dictate.audio.resample import joined, to_16_khz
from dictate.domain import FRAME_SAMPLES, SAMPLE_RATE_HZ, MicrophoneStatus, Samples
from dictate.errors import AudioFileUnreadable
from dictate.ports import AudioSource

if TYPE_CHECKING:
    from av.audio.frame import AudioFrame
    from av.audio.resampler import AudioResampler
    from av.container import InputContainer

log = logging.getLogger(__name__)

FRAME_S = FRAME_SAMPLES / SAMPLE_RATE_HZ
LEAST_RATE_HZ = 1000
"""No recorder takes fewer samples; a damaged header that says so makes days of a minute."""
DAMAGE_LIMIT = 100
"""Damaged parts of a file after which the rest is not worth a try."""

_FILE_LIST = b"ffconcat"
"""FFmpeg would open the files that such a one names."""
_AGAIN = "Record or copy the file again."
_FORMATS = "Formats that work: wav, flac, mp3, m4a, ogg, webm and the sound of videos."


def read_audio(path: Path) -> Samples:
    """Return a file's first audio track as mono float32 at 16 kHz.

    A file that breaks off gives what is good of it. Raises AudioFileUnreadable when nothing is.
    """
    _check_file(path)
    import av

    try:
        with open_container(path) as container:
            if not container.streams.audio:
                raise AudioFileUnreadable(f"{path} has no sound in it.", _FORMATS)
            blocks = list(_decoded(container))
    except AudioFileUnreadable:
        raise
    except PermissionError as error:
        raise _refused(path) from error
    except (av.FFmpegError, ValueError, OSError) as error:
        message = f"{path} is not audio that can be read, or it is damaged."
        raise AudioFileUnreadable(message, _FORMATS) from error
    samples = np.concatenate(blocks) if blocks else np.zeros(0, np.float32)
    if not len(samples):
        raise AudioFileUnreadable(f"{path} holds no sound; it is empty or damaged.", _AGAIN)
    return _in_range(samples)


def open_container(path: Path) -> InputContainer:
    """Open a media file with FFmpeg. Raises av.FFmpegError, OSError or ValueError.

    Only this file is read: its name is never taken for an address, and a playlist in it leads
    nowhere.
    """
    import av

    container: InputContainer = av.open(
        str(path.absolute()), metadata_errors="replace", options={"protocol_whitelist": "file"}
    )
    return container


def _check_file(path: Path) -> None:
    try:
        facts = path.stat()
    except FileNotFoundError as error:
        raise AudioFileUnreadable(f"{path} does not exist.", "Check its name.") from error
    except PermissionError as error:
        raise _refused(path) from error
    except (OSError, ValueError) as error:
        raise AudioFileUnreadable(f"{path} cannot be opened.", "Check its name.") from error
    if stat.S_ISDIR(facts.st_mode):
        raise AudioFileUnreadable(f"{path} is a folder.", "Name an audio file.")
    if not stat.S_ISREG(facts.st_mode):  # a pipe that nobody writes to is never read to its end
        raise AudioFileUnreadable(
            f"{path} is no regular file.", "Write the sound into a file first, and name that."
        )
    if facts.st_size == 0:
        raise AudioFileUnreadable(f"{path} is an empty file.", _AGAIN)
    if _begins_with(path, _FILE_LIST):
        raise AudioFileUnreadable(f"{path} is a list of files, no recording.", _FORMATS)


def _begins_with(path: Path, mark: bytes) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(mark)) == mark
    except PermissionError as error:
        raise _refused(path) from error
    except OSError:
        return False  # told better by what reads it all


def _refused(path: Path) -> AudioFileUnreadable:
    return AudioFileUnreadable(
        f"You have no permission to read {path}.", "Change its permissions or copy it."
    )


def _in_range(samples: Samples) -> Samples:
    """Bring float files that exceed full scale back into -1..1 without clipping them."""
    np.nan_to_num(samples, copy=False, posinf=1.0, neginf=-1.0)
    peak = float(np.max(np.abs(samples)))
    if peak > 1:
        samples /= peak
    return samples


def _decoded(container: InputContainer) -> Iterator[Samples]:
    """Yield the blocks of the first audio track at 16 kHz, up to where the file breaks."""
    layout, rate_hz = "", 0
    resampler: AudioResampler | None = None
    for frame in _frames(container):
        if frame.sample_rate < LEAST_RATE_HZ:
            raise ValueError(f"{frame.sample_rate} samples a second")
        frame.pts = None  # gaps and jumps in a file's clock are no sound
        if resampler is None or (layout, rate_hz) != (frame.layout.name, frame.sample_rate):
            if resampler is not None:
                yield joined(resampler.resample(None))
            layout, rate_hz = frame.layout.name, frame.sample_rate
            resampler = to_16_khz(channels=min(2, frame.layout.nb_channels))
        yield joined(resampler.resample(frame))
    if resampler is not None:
        yield joined(resampler.resample(None))


def _frames(container: InputContainer) -> Iterator[AudioFrame]:
    """Yield the decoded frames; a damaged part is left out, and much damage ends the file."""
    import av

    track = container.streams.audio[0]
    damaged = 0
    while damaged < DAMAGE_LIMIT:
        try:
            for packet in container.demux(track):
                try:
                    yield from packet.decode()
                except EOFError:
                    break
                except av.FFmpegError:
                    damaged += 1  # one packet; the next one may be good
            break
        except EOFError:
            break
        except av.FFmpegError:
            damaged += 1
    if damaged:
        log.warning("%d damaged parts of an audio file left out", damaged)


class FileInput:
    """Implements ``AudioInput`` with a recording in a file."""

    def __init__(self, path: Path, paced: bool = True) -> None:
        self._path = path
        self._paced = paced

    def open(self, instead_of: str = "") -> AudioSource:
        """Read the file and start it. Raises AudioFileUnreadable."""
        return SamplesSource(read_audio(self._path), self._path.name, self._paced)

    def status(self) -> MicrophoneStatus:
        """Name the file."""
        return MicrophoneStatus(self._path.name)

    def stand_by(self) -> MicrophoneStatus:
        """Do nothing: a file is always ready."""
        return self.status()

    def close(self) -> None:
        """Do nothing."""


class SamplesInput:
    """Implements ``AudioInput`` with samples already in memory."""

    def __init__(self, samples: Samples, name: str, paced: bool = True) -> None:
        self._samples = samples
        self._name = name
        self._paced = paced

    def open(self, instead_of: str = "") -> AudioSource:
        """Start at the first sample."""
        return SamplesSource(self._samples, self._name, self._paced)

    def status(self) -> MicrophoneStatus:
        """Name the recording."""
        return MicrophoneStatus(self._name)

    def stand_by(self) -> MicrophoneStatus:
        """Do nothing: memory is always ready."""
        return self.status()

    def close(self) -> None:
        """Do nothing."""


class SamplesSource:
    """Implements ``AudioSource``: each frame comes when a microphone would have it, or at once."""

    def __init__(self, samples: Samples, name: str, paced: bool) -> None:
        self._samples = samples
        self._name = name
        self._paced = paced
        self._stopped = threading.Event()
        self._closed = False
        self._began_s = time.monotonic()

    @property
    def name(self) -> str:
        """The recording's name."""
        return self._name

    @property
    def overflows(self) -> int:
        """None: nothing is lost from memory."""
        return 0

    @property
    def latency_s(self) -> float:
        """A frame waits for its last sample when paced."""
        return FRAME_S if self._paced else 0.0

    def frames(self) -> Iterator[Samples]:
        """Yield the frames in time; ends with the recording, or at ``stop`` with what was due."""
        framer = Framer()
        for start in range(0, len(self._samples), FRAME_SAMPLES):
            block = self._samples[start : start + FRAME_SAMPLES]
            if self._closed or not self._wait_for(start + len(block)):
                return
            yield from framer.push(block)
            if start + len(block) >= len(self._samples) and (last := framer.flush()) is not None:
                yield last

    def stop(self) -> None:
        """End after the frames that are due now."""
        self._stopped.set()

    def close(self) -> None:
        """End at once."""
        self._closed = True
        self._stopped.set()

    def _wait_for(self, end: int) -> bool:
        """Wait until the sample before ``end`` was spoken; False when stopped before that."""
        if not self._paced:
            return not self._stopped.is_set()
        due_s = self._began_s + end / SAMPLE_RATE_HZ
        return not self._stopped.wait(due_s - time.monotonic()) or time.monotonic() >= due_s
