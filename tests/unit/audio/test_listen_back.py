"""What is played ends when told, long before its end."""

from __future__ import annotations

import threading

import numpy as np

from dictate.audio import listen_back
from dictate.domain import SAMPLE_RATE_HZ


def test_what_is_played_ends_when_told() -> None:
    stop = threading.Event()
    stop.set()
    listen_back.play(np.zeros(600 * SAMPLE_RATE_HZ, np.float32), stop)  # else for ten minutes
