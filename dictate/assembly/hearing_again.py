"""A recording of the history, recognised once more by another model."""

from __future__ import annotations

from concurrent.futures import TimeoutError as TooSlow
from dataclasses import replace

from dictate.domain import SAMPLE_RATE_HZ, Job, Samples, Span, TakeId
from dictate.engine import storage
from dictate.errors import DecodeFailed
from dictate.ports import Engine
from dictate.session.wiring import Wiring

NO_TAKE = TakeId(0)
"""Takes count from 1."""
LONGEST_S = 120.0
"""To load a model, and so many times the length for decoding."""
TIMES = 20


def heard_again(engine: Engine, wiring: Wiring, samples: Samples, model: str) -> str:
    """Return what ``model`` makes of a recording; waits for it. Raises DictateError."""
    storage.resolve(model)
    choice = replace(wiring.choice, model=model)
    job = Job(NO_TAKE, samples, (Span(0, len(samples)),), choice, wiring.options)
    work = engine.transcribe(job)
    try:
        found = work.result(LONGEST_S + TIMES * len(samples) / SAMPLE_RATE_HZ)
    except TooSlow as error:
        work.cancel()
        raise DecodeFailed(f"{model} took too long.", "Try a smaller model.") from error
    return wiring.write(found).text if wiring.write is not None else found.text
