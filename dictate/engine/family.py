"""Which engine family recognises with a model on a device, purely.

The files decide first: models in ONNX format need onnx-asr. Whisper models in CTranslate2 format
are decoded by faster-whisper, and on the graphics cores of Apple silicon, which CTranslate2 cannot
use, by mlx-whisper.
"""

from __future__ import annotations

import importlib.util
import platform
import shlex
import sys
from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum

from dictate.domain import ModelChoice, Notice, Severity
from dictate.engine.model_format import Format
from dictate.errors import PackageMissing


class Family(StrEnum):
    """An engine, by the name of its library."""

    FASTER_WHISPER = "faster-whisper"
    ONNX_ASR = "onnx-asr"
    MLX_WHISPER = "mlx-whisper"


MODULES = {
    Family.FASTER_WHISPER: "faster_whisper",
    Family.ONNX_ASR: "onnx_asr",
    Family.MLX_WHISPER: "mlx_whisper",
}


@dataclass(frozen=True, slots=True)
class Here:
    """What this machine has."""

    apple_silicon: bool
    installed: frozenset[Family]


@dataclass(frozen=True, slots=True)
class Attempt:
    """One family with what is asked of it."""

    family: Family
    choice: ModelChoice


@dataclass(frozen=True, slots=True)
class Pick:
    """What to try in order, and what is already clear to differ from the wish."""

    attempts: tuple[Attempt, ...]
    notices: tuple[Notice, ...] = ()


def pick(stored_as: Format, choice: ModelChoice, here: Here, *, fits_metal: bool = True) -> Pick:
    """Return which families to try for a model and a wish. Raises PackageMissing.

    ``fits_metal`` tells whether a Whisper model has the vocabulary that mlx-whisper knows.
    """
    if stored_as is Format.ONNX:
        require(Family.ONNX_ASR, here.installed)
        return Pick((Attempt(Family.ONNX_ASR, choice),))
    plain = Attempt(Family.FASTER_WHISPER, choice)
    metal = choice.device == "metal"
    if not metal and not (choice.device == "auto" and here.apple_silicon):
        return Pick((plain,))
    on_cpu = Attempt(Family.FASTER_WHISPER, replace(choice, device="cpu"))
    if not here.apple_silicon:
        told = "There is no Metal here, only Macs with Apple silicon have it"
        return Pick((on_cpu,), (_on_cpu_notice(told, 'Set [engine] device to "auto" or "cpu".'),))
    if Family.MLX_WHISPER in here.installed and not fits_metal:
        told = "This model has a vocabulary of its own, which mlx-whisper does not know"
        notice = _on_cpu_notice(told, 'Choose another model, or set [engine] device to "auto".')
        return Pick((on_cpu,), (notice,)) if metal else Pick((plain,))
    if Family.MLX_WHISPER in here.installed:
        return Pick((Attempt(Family.MLX_WHISPER, replace(choice, device="metal")), on_cpu))
    if metal:
        told = "Metal needs the Python package mlx-whisper, which is not installed"
        return Pick((on_cpu,), (_on_cpu_notice(told, install_step(Family.MLX_WHISPER)),))
    return Pick((plain,))


def usable(stored_as: Format, installed: Collection[Family]) -> bool:
    """Tell whether some installed family reads this format."""
    return stored_as is not Format.ONNX or Family.ONNX_ASR in installed


def require(family: Family, installed: Collection[Family]) -> None:
    """Raise PackageMissing, with what installs it, unless the family's package is there."""
    if family not in installed:
        raise PackageMissing(
            f"This model needs the Python package {family}, which is not installed.",
            install_step(family),
        )


def install_step(family: Family) -> str:
    """Return what to do to have this family: a command for the Python that runs now."""
    return f"Install it: {shlex.join([sys.executable, '-m', 'pip', 'install', str(family)])}"


def installed_families() -> frozenset[Family]:
    """Look which packages are there, without importing them."""
    return frozenset(family for family, module in MODULES.items() if _is_there(module))


def this_machine() -> Here:
    """Return what this machine has."""
    apple_silicon = sys.platform == "darwin" and platform.machine() == "arm64"
    return Here(apple_silicon, installed_families())


def _is_there(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except (ImportError, ValueError):
        return False


def _on_cpu_notice(told: str, next_step: str) -> Notice:
    return Notice(Severity.WARNING, f"{told}; speech is recognised on the CPU.", next_step)
