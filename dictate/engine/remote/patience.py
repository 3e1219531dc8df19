"""How long a server is waited for, when the local model begins, and when it is left alone. Pure."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from dictate.domain import SAMPLE_RATE_HZ, Job
from dictate.errors import DictateError, EndpointBusy, KeyRefused

SHARE_OF_LENGTH = 0.1
"""So much of a take's length a server gets besides the time of the settings: to fetch it, and to
recognise it."""
MARGIN = 1.3
"""The local model begins so much earlier than it has taken lately."""
SHORTEST_WINDOW_S = 10.0
WINDOW_MARGIN_S = 2.0
"""A local decode costs about as much as its encoder window, see ``engine.window``."""

FIRST_REST_S = 15.0
LONGEST_REST_S = 300.0
LONGEST_BUSY_S = 600.0


def limit_s(timeout_s: float, speech_s: float) -> float:
    """Return how long a server is waited for before what was recognised here counts."""
    return timeout_s + SHARE_OF_LENGTH * speech_s


def head_start_s(limit_s: float, local_s: float | None) -> float:
    """Return when the local model begins, so that it is done when the server's time is over.

    ``local_s`` is what it will take; while nobody knows it begins at once.
    """
    return 0.0 if local_s is None else max(0.0, limit_s - MARGIN * local_s)


def speech_s(job: Job) -> float:
    """Return from where to where there is something to recognise, in seconds."""
    if not job.spans:
        return 0.0
    return (job.spans[-1].end_sample - job.spans[0].start_sample) / SAMPLE_RATE_HZ


class Pace:
    """How long the local model takes, from what it took lately; the slowest of three counts."""

    def __init__(self) -> None:
        self._per_window_s: deque[float] = deque(maxlen=3)

    def note(self, job: Job, decode_ms: float) -> None:
        """It took so long."""
        if decode_ms > 0:
            self._per_window_s.append(decode_ms / 1000 / _window_s(job))

    def estimate_s(self, job: Job) -> float | None:
        """Return what it will take for a job, None when nothing is known."""
        if not self._per_window_s:
            return None
        return max(self._per_window_s) * _window_s(job)


def _window_s(job: Job) -> float:
    return max(SHORTEST_WINDOW_S, speech_s(job) + WINDOW_MARGIN_S)


@dataclass(frozen=True, slots=True)
class Trust:
    """Whether a server is asked, after what came of it lately."""

    failures: int = 0
    """In a row."""
    rests_until_s: float = 0.0

    def rests(self, now_s: float) -> bool:
        """Tell whether it is left alone now."""
        return now_s < self.rests_until_s

    def after(self, failure: DictateError, now_s: float) -> Trust:
        """Return what holds after it has failed once more.

        The first failure may be chance. After the second it is left alone, longer each time, so
        that a server that hangs does not cost its whole time in every take. A refused key fails
        at once and can be mended at any moment.
        """
        failures = self.failures + 1
        rest_s = 0.0
        if failures > 1 and not isinstance(failure, KeyRefused):
            rest_s = min(LONGEST_REST_S, FIRST_REST_S * 2.0 ** min(failures - 2, 10))
        if isinstance(failure, EndpointBusy):
            rest_s = max(rest_s, min(LONGEST_BUSY_S, failure.after_s))
        return Trust(failures, now_s + rest_s if rest_s else self.rests_until_s)
