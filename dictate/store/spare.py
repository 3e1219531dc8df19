"""What the disk did not take of a recording, so that a second try has all of it. In memory only."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from dictate.domain import Samples
from dictate.store.growing_file import read_samples


@dataclass(frozen=True, slots=True)
class Spare:
    """The end of a recording."""

    name: str
    on_disk: int
    """So many samples before it are in the file."""
    frames: tuple[Samples, ...]

    def __len__(self) -> int:
        return sum(map(len, self.frames))


def completed(spare: Spare, path: Path) -> Samples:
    """Return the whole recording; ``path`` holds its beginning. Raises OSError."""
    # A write that failed may have left a part of a frame behind.
    first = read_samples(path)[: spare.on_disk] if spare.on_disk else np.zeros(0, np.float32)
    whole: Samples = np.concatenate((first, *spare.frames))
    return whole
