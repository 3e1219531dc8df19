"""Where to try a model for onnx-asr, in which order and precision, purely.

What can be computed on is what passed its probe in the engine's process (``onnx_providers``). A
graphics card computes in floats; a processor is fastest in int8, and holds it in a quarter.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dictate.domain import ModelChoice, Notice, Severity
from dictate.engine.ladder import Plan, Rung

AUTO_DEVICES = ("cuda", "directml")
"""Tried before the CPU under "auto", in this order. Core ML is used where it is asked for: it hands
most of an int8 model back to the processor, node by node."""
_FLOATS_FIRST = ("float16", "float32", "int8")
_INT8_FIRST = ("int8", "float32", "float16")

_MISSING = {
    "cuda": (
        "ONNX Runtime cannot use CUDA here; speech is recognised on the CPU.",
        'Install onnxruntime-gpu in place of onnxruntime, or set [engine] device to "auto".',
    ),
    "metal": (
        "ONNX Runtime cannot use Core ML here; speech is recognised on the CPU.",
        'Set [engine] device to "auto" or "cpu".',
    ),
}


def plan(choice: ModelChoice, usable: Collection[str], stored: Sequence[str]) -> Plan:
    """Return the ladder for this wish; its last rung is always the CPU.

    ``usable`` are the kinds of device that passed their probe, ``stored`` the precisions of the
    files that are here; at least one.
    """
    kind, _, number = choice.device.partition(":")
    notices: list[Notice] = []
    if kind == "auto":
        wanted = [name for name in AUTO_DEVICES if name in usable]
    elif kind == "cpu" or kind in usable:
        wanted = [] if kind == "cpu" else [kind]
    else:
        wanted = []
        notices += [_warning(*_MISSING[kind])] if kind in _MISSING else []
    if choice.compute_type not in ("auto", *stored):
        told = f"This model is not stored in {choice.compute_type}; {stored[0]} is used."
        notices.append(_warning(told, 'Set [engine] compute_type to "auto".'))
    index = int(number) if number.isdecimal() else 0
    rungs = [Rung(name, _precision(choice, stored, _FLOATS_FIRST), index) for name in wanted]
    rungs.append(Rung("cpu", _precision(choice, stored, _INT8_FIRST)))
    return Plan(tuple(rungs), tuple(notices))


def _precision(choice: ModelChoice, stored: Sequence[str], preferred: Sequence[str]) -> str:
    if choice.compute_type in stored:
        return choice.compute_type
    return next(name for name in preferred if name in stored)


def _warning(message: str, next_step: str) -> Notice:
    return Notice(Severity.WARNING, message, next_step)
