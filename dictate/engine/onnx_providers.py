"""What ONNX Runtime can compute with here, found out by multiplying two small matrices on each.

ONNX Runtime lists a provider it was built with even where the driver or a library is missing, and
then quietly computes on the processor. Only a session that says it runs there does.
"""

from __future__ import annotations

import base64
import functools
import logging
from typing import Any, TypeAlias

import numpy as np

from dictate.engine import cuda_libraries
from dictate.engine.ladder import Rung
from dictate.engine.probing import DeviceTrials
from dictate.engine.threads import thread_count

log = logging.getLogger(__name__)

PROVIDERS = {
    "cuda": "CUDAExecutionProvider",
    "directml": "DmlExecutionProvider",
    "metal": "CoreMLExecutionProvider",
    "cpu": "CPUExecutionProvider",
}
"""By the kind of device."""

MULTIPLICATION = base64.b64decode(
    "CAg6QAoRCgFhCgFhEgFiIgZNYXRNdWwSAXRaEwoBYRIOCgwIARIICgIIAgoCCAJiEwoBYhIOCgwIARIICgIIAgoCCAJC"
    "BAoAEA0="
)
"""An ONNX model: b = a times a, both two by two."""

SessionOptions: TypeAlias = Any
"""An ``onnxruntime.SessionOptions``; the library has no types."""

_ERRORS_ONLY = 3


def usable_devices(trials: DeviceTrials) -> frozenset[str]:
    """Return the kinds of device that compute, the processor among them."""
    import onnxruntime

    offered = set(onnxruntime.get_available_providers())
    kinds = [kind for kind, provider in PROVIDERS.items() if provider in offered and kind != "cpu"]
    if "cuda" in kinds:
        _make_cuda_known()
    passed = (kind for kind in kinds if trials.passes(kind, functools.partial(_runs, kind)))
    return frozenset({"cpu", *passed})


def providers(rung: Rung) -> list[tuple[str, dict[str, int]]]:
    """Return what to tell ONNX Runtime for a rung; what a device has no code for the CPU does."""
    options = {"device_id": rung.index} if rung.device in ("cuda", "directml") else {}
    first = [] if rung.device == "cpu" else [(PROVIDERS[rung.device], options)]
    return [*first, (PROVIDERS["cpu"], {})]


def session_options(rung: Rung) -> SessionOptions:
    """Return the options of a session."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = rung.threads or thread_count()
    options.log_severity_level = _ERRORS_ONLY
    return options


def _runs(kind: str) -> bool:
    import onnxruntime

    rung = Rung(kind, "float32")
    session = onnxruntime.InferenceSession(
        MULTIPLICATION, sess_options=session_options(rung), providers=providers(rung)
    )
    if session.get_providers()[0] != PROVIDERS[kind]:
        log.warning("%s is offered and does not compute", PROVIDERS[kind])
        return False
    (product,) = session.run(None, {"a": np.full((2, 2), 2, np.float32)})
    return bool(np.allclose(product, 8.0))


def _make_cuda_known() -> None:
    import onnxruntime

    cuda_libraries.make_known()
    if hasattr(onnxruntime, "preload_dlls"):
        onnxruntime.preload_dlls()
