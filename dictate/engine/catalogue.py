"""Which models can be fetched by name, read from the table ``catalogue.toml`` beside this file."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from importlib import resources
from typing import Any

from dictate.engine.model_format import Format
from dictate.errors import ModelUnknown

BYTES_PER_PARAMETER = {"float32": 4, "float16": 2, "bfloat16": 2, "int8": 1.2}
"""In int8 some weights stay wider, and each row has a scale: fitted to what was measured."""
PROCESS_MB = 130
"""What the engine's process needs beside the weights, fitted to tiny, base and small."""
ENGLISH = 1
_PLAIN = re.compile(r"[A-Za-z0-9][\w.-]*", re.ASCII)
_REPO = re.compile(r"[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """One model of the catalogue, or one repository named by the user."""

    name: str
    repo: str
    size_mb: int
    """What a download takes; 0 when not known."""
    parameters_m: int = 0
    """Millions of weights; 0 when not known."""
    measured_mb: tuple[tuple[str, int], ...] = ()
    """Memory of the engine's process by precision, where it was measured."""
    languages: int = 0
    """How many it writes; 1 is English, 0 is not known."""
    speed: int = 0
    """1 to 5, 5 is the fastest; 0 when not known."""
    accuracy: int = 0
    """1 to 5, 5 is the best; 0 when not known."""
    auto_rank: int = 0
    """The cached model of the highest rank is taken when the user wants "auto"."""
    aliases: tuple[str, ...] = ()
    format: Format = Format.CTRANSLATE2
    precision: str = ""
    """In which the files are fetched, of a repository that has several; empty: all it has."""
    codes: tuple[str, ...] = ()
    """The languages it writes, where they are not Whisper's."""
    translates: bool = True
    """Into English, as far as it knows other languages."""

    @property
    def multilingual(self) -> bool:
        """False for a model that only writes English."""
        return self.languages != ENGLISH

    @property
    def memory_mb(self) -> dict[str, int]:
        """Return what it takes in each precision: measured where it was, else computed."""
        if not self.parameters_m:
            return {}
        computed = memory_mb(self.parameters_m * 1_000_000)
        if self.format is Format.ONNX:  # computed in as it is stored
            computed = {self.precision: computed[self.precision]}
        return computed | dict(self.measured_mb)

    @property
    def folder_name(self) -> str:
        """Name of its folder among the downloaded models."""
        return self.name.replace("/", "--")


def memory_mb(parameters: float) -> dict[str, int]:
    """Return about how much memory so many weights take in each precision, their process included.

    Computed, not measured. While a model stored in float16 loads, as much as for float16 is taken.
    """
    millions = parameters / 1_000_000
    return {
        kind: round(millions * width + PROCESS_MB) for kind, width in BYTES_PER_PARAMETER.items()
    }


def _read() -> tuple[ModelEntry, ...]:
    table = tomllib.loads(
        resources.files("dictate.engine").joinpath("catalogue.toml").read_text("utf-8")
    )
    return tuple(_entry(row) for row in table["model"])


def _entry(row: dict[str, Any]) -> ModelEntry:
    lists = {name: tuple(row.get(name, ())) for name in ("aliases", "codes")}
    measured_mb = tuple(row.get("measured_mb", {}).items())
    stored_as = Format(row.get("format", Format.CTRANSLATE2))
    return ModelEntry(**{**row, **lists, "measured_mb": measured_mb, "format": stored_as})


CATALOGUE: tuple[ModelEntry, ...] = _read()
_BY_NAME = {name: entry for entry in CATALOGUE for name in (entry.name, *entry.aliases)}
_BY_REPO = {entry.repo.lower(): entry for entry in reversed(CATALOGUE)}
"""Of several that come from one repository the first."""


def find(name: str) -> ModelEntry:
    """Return the model of this name, alias or Hugging Face repository id (``owner/name``).

    A repository that is not in the catalogue is taken as it is. Raises ModelUnknown, with the
    nearest names as its next step.
    """
    wanted = name.strip()
    entry = _BY_NAME.get(wanted.lower()) or _BY_REPO.get(wanted.lower())
    if entry is not None:
        return entry
    if is_repo_id(wanted):
        return ModelEntry(name=wanted, repo=wanted, size_mb=0)
    raise ModelUnknown(f'There is no model "{wanted}".', _suggestion(wanted))


def find_stored(repo: str, precisions: Collection[str]) -> ModelEntry:
    """Return the model that files of a repository in these precisions are."""
    found = [e for e in CATALOGUE if e.repo.lower() == repo.lower() and e.precision in precisions]
    return found[0] if found else find(repo)


def is_repo_id(name: str) -> bool:
    """Tell whether this is written like a repository of the hub, ``owner/name``."""
    return _REPO.fullmatch(name) is not None


def is_plain_name(name: str) -> bool:
    """Tell whether this can be the name of a model's folder and not of a place elsewhere."""
    return _PLAIN.fullmatch(name) is not None


def _suggestion(wanted: str) -> str:
    near = difflib.get_close_matches(wanted.lower(), list(_BY_NAME), n=3, cutoff=0.5)
    listing = "`dictate models list` shows all of them."
    return f"Did you mean {' or '.join(near)}? {listing}" if near else listing
