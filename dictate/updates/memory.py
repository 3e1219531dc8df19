"""What is remembered of a feed over the end of the program: a small file, never needed.

One that is damaged or of another feed counts as none: the feed is then asked anew. The address is
kept as a fingerprint only, for it may hold a secret.
"""

from __future__ import annotations

import hashlib
import json
import logging
import math
from dataclasses import asdict, dataclass
from pathlib import Path

from dictate import host
from dictate.errors import UpdateUnknown
from dictate.settings import atomic_file
from dictate.updates.release import MOST_BYTES, Release, release_of

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one feed."""

    asked_at_s: float | None = None
    """When it was asked last, also in vain; by the wall clock."""
    failures: int = 0
    """How often in a row it gave nothing."""
    release: Release | None = None
    """What it offered last."""
    told: str = ""
    """The version that a notice was shown about."""


def place() -> Path:
    """Return the file."""
    return host.state_folder() / "updates.json"


def read(path: Path, feed: str) -> Known:
    """Return what is known of a feed."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        found = json.loads(content) if len(content) <= MOST_BYTES else {}
        if found["feed"] != _fingerprint(feed):
            return Known()
        asked_at_s, failures = float(found["asked_at_s"]), int(found["failures"])
        if not math.isfinite(asked_at_s) or failures < 0:
            return Known()
        return Known(asked_at_s, failures, _release(found["release"]), str(found["told"]))
    except FileNotFoundError:
        return Known()
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        log.info("%s is not used: %s", path.name, type(error).__name__)
        return Known()


def write(path: Path, feed: str, known: Known) -> None:
    """Keep what is known; where that cannot be written it holds until the program ends."""
    try:
        atomic_file.write(path, json.dumps({"feed": _fingerprint(feed), **asdict(known)}))
    except (OSError, UnicodeError) as error:
        log.info("%s was not written: %s", path.name, type(error).__name__)


def _release(value: object) -> Release | None:
    """Return a release as strictly as one that comes: the file may be edited by anybody."""
    if value is None:
        return None
    try:
        return release_of(json.dumps(value).encode(), "")
    except UpdateUnknown:
        return None


def _fingerprint(feed: str) -> str:
    return hashlib.sha256(feed.encode("utf-8", "surrogatepass")).hexdigest()
