"""Writes scripted weights as a NumPy archive, of which openai-whisper's checkpoint is made.

A checkpoint is PyTorch's own format. PyTorch is no part of this project, so the rival's process,
which has it, turns the archive into one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.rival_protocol import SIZES
from benchmarks.scripted_weights import AUDIO_POSITIONS, TEXT_POSITIONS, Scripted


def write_state(path: Path, model: Scripted) -> None:
    """Write all weights under their names, and the sizes under those openai-whisper knows."""
    shape = model.shape
    sizes = {
        "n_mels": shape.mel_bands,
        "n_audio_ctx": AUDIO_POSITIONS,
        "n_audio_state": shape.width,
        "n_audio_head": shape.heads,
        "n_audio_layer": shape.layers,
        "n_vocab": len(model.tokens),
        "n_text_ctx": TEXT_POSITIONS,
        "n_text_state": shape.width,
        "n_text_head": shape.heads,
        "n_text_layer": shape.text_layers,
    }
    arrays: dict[str, Any] = {SIZES + name: np.array(size) for name, size in sizes.items()}
    with path.open("wb") as file:
        np.savez(file, **(arrays | model.state))
