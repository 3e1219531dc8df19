"""Reads recordings of any format PyAV knows, and plays recordings as if a microphone heard them."""

from __future__ import annotations

import logging
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
    from av.container import InputContainer

log = logging.getLogger(__name__)

FRAME_S = FRAME_SAMPLES / SAMPLE_RATE_HZ
_FORMATS = "Formats that work: wav, flac, mp3, m4a, ogg, webm and the sound of videos."


def read_audio(path: Path) -> Samples:
    """Return a file's first audio track as mono float32 at 16 kHz.

    A file that breaks off gives what is good of it. Raises AudioFileUnreadable when nothing is.
    """
    _check_file(path)
    import av

    try:
        with av.open(str(path), metadata_errors="replace") as container:
            if not container.streams.audio:
                raise AudioFileUnreadable(f"{path} has no sound in it.", _FORMATS)
            blocks = list(_decoded(path, container))
    except AudioFileUnreadable:
        raise
    except PermissionError as error:
        raise _refused(path) from error
    except (av.FFmpegError, ValueError, OSError) as error:
        raise AudioFileUnreadable(f"{path} is not audio that can be read.", _FORMATS) from error
    samples = np.concatenate(blocks) if blocks else np.zeros(0, np.float32)
    if not len(samples):
        raise AudioFileUnreadable(
            f"{path} holds no sound that can be read; it is empty or damaged.",
            "Record or copy the file again.",
        )
    return np.clip(np.nan_to_num(samples, copy=False), -1, 1, out=samples)


def _check_file(path: Path) -> None:
    try:
        if path.is_dir():
            raise AudioFileUnreadable(f"{path} is a folder.", "Name an audio file.")
        with path.open("rb") as file:
            if not file.read(1):
                raise AudioFileUnreadable(
                    f"{path} is an empty file.", "Record or copy the file again."
                )
    except FileNotFoundError as error:
        raise AudioFileUnreadable(f"{path} does not exist.", "Check its name.") from error
    except PermissionError as error:
        raise _refused(path) from error
    except AudioFileUnreadable:
        raise
    except (OSError, ValueError) as error:
        raise AudioFileUnreadable(f"{path} cannot be opened.", "Check its name.") from error


def _refused(path: Path) -> AudioFileUnreadable:
    return AudioFileUnreadable(
        f"You have no permission to read {path}.", "Change its permissions or copy it."
    )


def _decoded(path: Path, container: InputContainer) -> Iterator[Samples]:
    """Yield the resampled blocks of the first audio track, up to where the file breaks."""
    import av

    resampler = to_16_khz()
    for frame in _frames(path, container):
        frame.pts = None  # gaps and jumps in a file's clock are no sound
        try:
            yield joined(resampler.resample(frame))
        except (av.FFmpegError, ValueError):
            # The format changes inside the track: a new resampler for the rest.
            yield joined(resampler.resample(None))
            resampler = to_16_khz()
            yield joined(resampler.resample(frame))
    yield joined(resampler.resample(None))


def _frames(path: Path, container: InputContainer) -> Iterator[AudioFrame]:
    import av

    packets = container.demux(container.streams.audio[0])
    damaged = 0
    while True:
        try:
            packet = next(packets)
        except (StopIteration, EOFError):
            break
        except av.FFmpegError:
            damaged += 1
            break
        try:
            yield from packet.decode()
        except EOFError:
            break
        except av.FFmpegError:
            damaged += 1  # one packet; the next one may be good
    if damaged:
        log.warning("%s: %d damaged parts left out", path.suffix, damaged)


class FileInput:
    """Implements ``AudioInput`` with a recording in a file."""

    def __init__(self, path: Path, paced: bool = True) -> None:
        self._path = path
        self._paced = paced

    def open(self) -> AudioSource:
        """Read the file and start it. Raises AudioFileUnreadable."""
        return SamplesSource(read_audio(self._path), self._path.name, self._paced)

    def status(self) -> MicrophoneStatus:
        """Name the file."""
        return MicrophoneStatus(self._path.name)


class SamplesInput:
    """Implements ``AudioInput`` with samples already in memory."""

    def __init__(self, samples: Samples, name: str, paced: bool = True) -> None:
        self._samples = samples
        self._name = name
        self._paced = paced

    def open(self) -> AudioSource:
        """Start at the first sample."""
        return SamplesSource(self._samples, self._name, self._paced)

    def status(self) -> MicrophoneStatus:
        """Name the recording."""
        return MicrophoneStatus(self._name)


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
