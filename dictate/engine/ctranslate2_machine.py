"""What CTranslate2 can compute with on this machine."""

from __future__ import annotations

import logging

import numpy as np

from dictate.engine import cuda_libraries
from dictate.engine.ladder import Machine
from dictate.engine.probing import DeviceTrials

log = logging.getLogger(__name__)


def probe_machine(trials: DeviceTrials | None = None) -> Machine:
    """Ask CTranslate2 what it can compute with here; a graphics card is tried first."""
    import ctranslate2

    hidden = cuda_libraries.has_driver() and not (trials or DeviceTrials()).passes(
        "cuda", _card_answers
    )
    cuda_devices = 0 if hidden else int(ctranslate2.get_cuda_device_count())
    return Machine(
        cuda_devices=cuda_devices,
        cpu_types=frozenset(ctranslate2.get_supported_compute_types("cpu")),
        cuda_types=frozenset(ctranslate2.get_supported_compute_types("cuda"))
        if cuda_devices
        else frozenset(),
    )


def _card_answers() -> bool:
    """Bring a few numbers to the card: that starts its driver for this process.

    Only a driver that ends the process is bad enough to hide the card. What it throws says more
    when a model is loaded, and to the user.
    """
    import ctranslate2

    numbers = ctranslate2.StorageView.from_array(np.ones((1, 8), np.float32))
    try:
        if ctranslate2.get_cuda_device_count():
            numbers.to_device(ctranslate2.Device.cuda)
    except Exception as exc:  # noqa: BLE001  # the ladder hears it again and translates it
        log.warning("the graphics card does not take numbers: %s", exc)
    return True
