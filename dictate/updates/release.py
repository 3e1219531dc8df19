"""What a feed offers, and whether it is newer than what runs: pure.

A feed is a small JSON document: ``{"version": "1.2.0", "page": "https://…", "notes": "…"}``. Other
names in it are left alone. Versions are compared as PEP 440 says.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from dictate.endpoints.address import is_guarded
from dictate.errors import UpdateUnknown

MOST_BYTES = 64 * 1024
"""A thousand times what there is to say; anything larger is no feed."""
MOST_OF_VERSION = 64
MOST_OF_PAGE = 500
MOST_OF_NOTES = 200

CHECK_FEED = "Check [updates] feed; docs/updates.md says what a feed is."


@dataclass(frozen=True, slots=True)
class Release:
    """A version that can be had."""

    version: str
    page: str
    """The address where a person reads about it and gets it."""
    notes: str = ""
    """What is new, in one line."""


def release_of(document: bytes, source: str) -> Release:
    """Return what a feed offers; ``source`` is how it is spoken of. Raises UpdateUnknown."""
    if len(document) > MOST_BYTES:
        raise _unusable(source, "it is too long")
    try:
        found = json.loads(document)
    except (ValueError, RecursionError) as error:
        raise _unusable(source, "it is no JSON") from error
    if not isinstance(found, dict):
        raise _unusable(source, "it is no JSON object")
    version = normal(_text(found, "version", MOST_OF_VERSION))
    page = _text(found, "page", MOST_OF_PAGE)
    if not version:
        raise _unusable(source, "it has no version such as 1.2.0")
    if not is_guarded(page):
        raise _unusable(source, "it has no page that begins with https")
    return Release(version, page, one_line(found.get("notes")))


def normal(text: str) -> str:
    """Return a version as PEP 440 writes it, nothing where it is none."""
    from packaging.version import InvalidVersion, Version

    try:
        return str(Version(text))
    except InvalidVersion:
        return ""


def is_newer(offered: str, running: str) -> bool:
    """Tell whether who runs one version is to be offered the other.

    A pre-release is offered only to one that runs a pre-release.
    """
    from packaging.version import Version

    new, old = Version(offered), Version(running)
    return new > old and (old.is_prerelease or not new.is_prerelease)


def one_line(notes: object) -> str:
    """Return notes as one short line without control characters or anything that reads as markup.

    What is no text gives nothing.
    """
    if not isinstance(notes, str):
        return ""
    # A page of notes is cut before it is looked at sign by sign.
    printable = "".join(c if c.isprintable() else " " for c in notes[: MOST_OF_NOTES * 4])
    line = " ".join(printable.split()).translate(str.maketrans("<>", "‹›"))
    return line if len(line) <= MOST_OF_NOTES else line[: MOST_OF_NOTES - 1].rstrip() + "…"


def _text(found: dict[str, Any], name: str, most: int) -> str:
    value = found.get(name)
    return value.strip() if isinstance(value, str) and len(value) <= most else ""


def _unusable(source: str, why: str) -> UpdateUnknown:
    return UpdateUnknown(f"What {source} holds is no update feed: {why}.", CHECK_FEED)
