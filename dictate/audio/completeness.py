"""Tells whether a recording that could be read was cut off: a copy or download that broke.

FFmpeg reads what is there and says nothing, so what the file promises is compared with what came.
"""

from __future__ import annotations

import contextlib
import struct
from pathlib import Path

from dictate.audio.file_source import open_container

SLACK_S = 0.5
SLACK_SHARE = 0.05
"""Encoders round and pad; durations in headers may be estimates."""

UNKNOWN_RIFF_BYTES = 0x7FFF0000
"""Programs that write into a pipe put a number from here on where the size belongs."""


def promised_s(path: Path) -> float | None:
    """Return how long the file says it is, in seconds; None when it does not say."""
    import av

    try:
        with open_container(path) as container:
            duration = container.duration
    except (av.FFmpegError, ValueError, OSError):
        return None
    return None if duration is None else float(duration / av.time_base)


def is_cut_off(path: Path, decoded_s: float) -> bool:
    """Tell whether the file promises clearly more sound than the ``decoded_s`` it gave."""
    with contextlib.suppress(OSError):
        with path.open("rb") as file:
            header = file.read(12)
        if header[:4] == b"RIFF" and header[8:] == b"WAVE":
            # FFmpeg takes a WAV file's length from its size and not from its header.
            return is_riff_cut_off(header, path.stat().st_size)
    promised = promised_s(path)
    if promised is None:
        return False
    return promised - decoded_s > max(SLACK_S, SLACK_SHARE * promised)


def is_riff_cut_off(header: bytes, file_bytes: int) -> bool:
    """Tell whether a WAV file with this header should be longer than it is."""
    promised = int(struct.unpack_from("<I", header, 4)[0])
    return 0 < promised < UNKNOWN_RIFF_BYTES and file_bytes < promised + 8
