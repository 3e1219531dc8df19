"""What makes the backend in the engine's process; the program that starts it loads none of them."""

from __future__ import annotations

from pathlib import Path

from dictate.engine.backend import Backend


def usual() -> Backend:
    """Return a backend for every kind of model."""
    from dictate.engine.family_backend import FamilyBackend

    return FamilyBackend()


def remembering(crashes_file: Path, races_file: Path) -> Backend:
    """Return one that remembers which devices ended its process, and which are fastest."""
    from dictate.engine import family_backend

    return family_backend.remembering(crashes_file, races_file)
