"""What ``dictate doctor`` tells of the engine families: what a model or device lacks here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dictate.cli.checks import Check, Status, good
from dictate.errors import DictateError

if TYPE_CHECKING:
    from dictate.engine.facts import ResolvedModel
    from dictate.engine.family import Here
    from dictate.settings.schema import EngineSettings


def check_families(settings: EngineSettings) -> list[Check]:
    """Look which engine recognises with the model of the settings, and what it leaves out."""
    from dictate.engine import family, storage

    try:
        resolved = storage.resolve(settings.model)
    except DictateError:
        return []  # the model has its own check
    return [families_check(settings, resolved, family.this_machine())]


def families_check(settings: EngineSettings, resolved: ResolvedModel, here: Here) -> Check:
    """Tell the engine of a model, and what it does not do of what the settings ask for."""
    from dictate.domain import ModelChoice
    from dictate.engine import family, whisper_arrays
    from dictate.engine.model_format import Format

    choice = ModelChoice(settings.model, settings.device, settings.compute_type)
    try:
        fits_metal = whisper_arrays.has_stock_vocabulary(resolved.path)
        picked = family.pick(resolved.stored_as, choice, here, fits_metal=fits_metal)
    except DictateError as error:
        return Check("engine", Status.FAILURE, error.message, error.next_step)
    engine = picked.attempts[0].family
    detail = f"{resolved.name} is recognised by {engine}"
    if resolved.stored_as is Format.ONNX:
        return _onnx_check(settings, resolved, detail)
    lacks_mlx = family.Family.MLX_WHISPER not in here.installed
    if here.apple_silicon and settings.device == "auto" and lacks_mlx:
        detail += " on the CPU; mlx-whisper would use the graphics cores"
        return Check("engine", Status.OK, detail, family.install_step(family.Family.MLX_WHISPER))
    return good("engine", detail)


def _onnx_check(settings: EngineSettings, resolved: ResolvedModel, detail: str) -> Check:
    from dictate.engine.onnx_integrity import kind_of

    if settings.vocabulary:
        detail += "; engine.vocabulary is used in the text only (text.vocabulary_similarity)"
    told = settings.language != "auto" or bool(settings.languages)
    if kind_of(resolved.path, "").wants_language and not told:
        return Check(
            "engine",
            Status.WARNING,
            f"{detail}, which does not find out the language: English is expected.",
            'Set [engine] language to what you speak, such as "de".',
        )
    return good("engine", detail)
