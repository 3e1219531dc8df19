"""What is known of one model folder: the optional ``dictate.json`` in it, and where it lies.

Stock Whisper models have no such file and get the defaults, the thresholds of the Whisper paper's
code. A model trained for this program says there what is special about it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dictate.domain import Notice
from dictate.engine.model_format import Format
from dictate.errors import ModelDamaged

FACTS_FILE = "dictate.json"


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """How far a model's measures of trust can be trusted, and what it is for."""

    name: str = ""
    demonstration: bool = False
    """Knows a small vocabulary only; the user is told so wherever it is used."""
    languages: tuple[str, ...] = ()
    """Codes of the languages it knows; empty means what the model itself says."""
    no_speech_threshold: float = 0.6
    log_prob_threshold: float = -1.0
    compression_ratio_threshold: float = 2.4
    join_gap_s: float = 1.0
    """Stretches of speech with a shorter pause between them are decoded as one. A model that only
    ever understands one sentence at a time says 0."""
    takes_hints: bool = True
    """Makes use of the words the user expects; a model of few words cannot spell others."""
    no_speech_alone: bool = False
    """Each threshold decides by itself. Stock models doubt a segment only when the no-speech
    probability is high and the log probability low."""


@dataclass(frozen=True, slots=True)
class Tuning:
    """What was measured to be best for a model on one kind of device of this machine."""

    device: str
    """``cpu`` or ``cuda``."""
    compute_type: str
    threads: int = 0
    """0 leaves it to the program."""


@dataclass(frozen=True, slots=True)
class ResolvedModel:
    """A checked model folder, ready to be loaded."""

    name: str
    path: Path
    facts: ModelFacts = field(default_factory=ModelFacts)
    notices: tuple[Notice, ...] = ()
    tunings: tuple[Tuning, ...] = ()
    """What "auto" means for it here; one for each kind of device that was measured."""
    stored_as: Format = Format.CTRANSLATE2


def read_facts(folder: Path) -> ModelFacts:
    """Return what ``dictate.json`` says, defaults for what it does not. Raises ModelDamaged."""
    path = folder / FACTS_FILE
    if not path.is_file():
        return ModelFacts()
    try:
        return _facts(json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, TypeError, AttributeError) as exc:
        raise ModelDamaged(
            f"{path} is damaged: {type(exc).__name__}.", "Remove this file or get the model again."
        ) from exc


def _facts(said: dict[str, Any]) -> ModelFacts:
    plain = ModelFacts()
    demonstration = bool(said.get("demonstration", False))
    return ModelFacts(
        name=str(said.get("name", "")),
        demonstration=demonstration,
        languages=tuple(str(code) for code in said.get("languages", ())),
        no_speech_threshold=float(said.get("no_speech_threshold", plain.no_speech_threshold)),
        log_prob_threshold=float(said.get("log_prob_threshold", plain.log_prob_threshold)),
        compression_ratio_threshold=float(
            said.get("compression_ratio_threshold", plain.compression_ratio_threshold)
        ),
        join_gap_s=float(said.get("join_gap_s", plain.join_gap_s)),
        takes_hints=bool(said.get("takes_hints", not demonstration)),
        # A model of few words answers everything with confidence: it has only this measure.
        no_speech_alone=bool(said.get("no_speech_alone", demonstration)),
    )
