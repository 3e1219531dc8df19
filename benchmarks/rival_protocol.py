"""What the benchmark and the process of a rival say to each other: one JSON object a line.

Only the standard library is used here: a rival may live in an interpreter that has none of ours.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TypeAlias

SIZES = "sizes."
"""Before the names of a model's sizes in a NumPy archive of weights."""


@dataclass(frozen=True)
class Load:
    """Load a rival with these weights; a file or a folder, whichever it reads."""

    rival: str
    weights: str
    compute_type: str


@dataclass(frozen=True)
class Hear:
    """Recognise the samples in this ``.npy`` file, mono float32 at 16 kHz."""

    samples: str


@dataclass(frozen=True)
class Loaded:
    """The rival is ready: its model is loaded."""


@dataclass(frozen=True)
class Heard:
    """What was recognised, and how long that took once the samples were in memory."""

    text: str
    wait_ms: float


@dataclass(frozen=True)
class Failed:
    """It did not work."""

    reason: str


Message: TypeAlias = "Load | Hear | Loaded | Heard | Failed"
_KINDS = {kind.__name__: kind for kind in (Load, Hear, Loaded, Heard, Failed)}


def written(message: Message) -> str:
    """Return the line for a message, with its end."""
    return json.dumps({"kind": type(message).__name__, **asdict(message)}) + "\n"


def read(line: str) -> Message:
    """Return the message of a line. Raises ValueError for anything else."""
    try:
        fields = json.loads(line)
        message: Message = _KINDS[fields.pop("kind")](**fields)
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"not a message: {line[:80]!r}") from error
    return message
