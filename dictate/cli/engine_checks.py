"""Whether speech can be recognised: the device, the engine families, and the model itself."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from dictate.cli.check import Check, Status, failed, good
from dictate.domain import SAMPLE_RATE_HZ, DecodeOptions, Job, ModelChoice, Span, TakeId
from dictate.errors import DictateError

if TYPE_CHECKING:
    from dictate.engine.facts import ResolvedModel
    from dictate.engine.family import Here
    from dictate.ports import Engine
    from dictate.settings.schema import EngineSettings


def check_device(device: str) -> Check:
    """Look for what the recogniser can compute on."""
    from dictate.engine.card_count import count_cards

    cards = count_cards()
    if cards is None:
        return Check(
            "device",
            Status.WARNING,
            "The driver of the graphics card crashed when it was asked; the CPU does the work.",
            "Install another version of the NVIDIA driver.",
        )
    if device.startswith("cuda") and not cards:
        return Check(
            "device",
            Status.WARNING,
            "CUDA is asked for and there is none; the CPU does the work.",
            'Install an NVIDIA driver, or set [engine] device to "auto".',
        )
    return good("device", f"{cards} with CUDA" if cards else "the CPU; no CUDA here")


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


def check_model(engine: Engine, choice: ModelChoice) -> Check:
    """Load the model and decode a second of silence."""
    import numpy as np

    from dictate.engine import holding, storage

    samples = np.zeros(SAMPLE_RATE_HZ, np.float32)
    job = Job(TakeId(1), samples, (Span(0, len(samples)),), choice, DecodeOptions("en"))
    began_s = time.monotonic()
    try:
        resolved = storage.resolve(choice.model)
        first = engine.transcribe(job).result()
        loaded_s = time.monotonic()
        engine.transcribe(job).result()
    except DictateError as error:
        return failed("model", error)
    decode_ms = (time.monotonic() - loaded_s) * 1000
    model = first.model
    detail = f"{resolved.name}, loaded in {loaded_s - began_s:.1f} s"
    if model is not None:
        detail += f" on {model.device} ({model.compute_type})"
    detail += f"; a second of sound takes {decode_ms:.0f} ms"
    for held in holding.measured(engine)[-1:]:
        card = f" and {held.gpu_memory_mb:.0f} MB of the card" if held.gpu_memory_mb else ""
        detail += f"; it holds {held.memory_mb:.0f} MB{card}"
    for notice in (*resolved.notices, *(model.notices if model else ())):
        return Check("model", Status.WARNING, f"{detail}. {notice.message}", notice.next_step)
    return good("model", detail)
