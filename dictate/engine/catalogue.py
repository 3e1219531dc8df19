"""Which models can be fetched by name, read from the table ``catalogue.toml`` beside this file."""

from __future__ import annotations

import difflib
import re
import tomllib
from dataclasses import dataclass
from importlib import resources

from dictate.errors import ModelUnknown

BYTES_PER_PARAMETER = {"float32": 4, "float16": 2, "bfloat16": 2, "int8": 1}
PROCESS_MB = 140
"""What the engine's process needs beside the weights: with base in int8 it holds 213 MB in all."""
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
    languages: int = 0
    """How many it writes; 1 is English, 0 is not known."""
    speed: int = 0
    """1 to 5, 5 is the fastest; 0 when not known."""
    accuracy: int = 0
    """1 to 5, 5 is the best; 0 when not known."""
    auto_rank: int = 0
    """The cached model of the highest rank is taken when the user wants "auto"."""
    aliases: tuple[str, ...] = ()

    @property
    def multilingual(self) -> bool:
        """False for a model that only writes English."""
        return self.languages != ENGLISH

    @property
    def folder_name(self) -> str:
        """Name of its folder among the downloaded models."""
        return self.name.replace("/", "--")


def memory_mb(parameters: float) -> dict[str, int]:
    """Return about how much memory so many weights take in each precision, their process included.

    Computed, not measured. Windows being decoded come on top, a tenth to a third of it. Processors
    without float16 compute it as float32.
    """
    millions = parameters / 1_000_000
    return {
        kind: round(millions * width + PROCESS_MB) for kind, width in BYTES_PER_PARAMETER.items()
    }


def _read() -> tuple[ModelEntry, ...]:
    table = tomllib.loads(
        resources.files("dictate.engine").joinpath("catalogue.toml").read_text("utf-8")
    )
    return tuple(
        ModelEntry(**{**row, "aliases": tuple(row.get("aliases", ()))}) for row in table["model"]
    )


CATALOGUE: tuple[ModelEntry, ...] = _read()
_BY_NAME = {name: entry for entry in CATALOGUE for name in (entry.name, *entry.aliases)}
_BY_REPO = {entry.repo.lower(): entry for entry in CATALOGUE}


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
