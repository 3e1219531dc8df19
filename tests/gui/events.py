"""Events and reports as the core makes them, with short names for tests."""

from __future__ import annotations

from pathlib import Path

from dictate.domain import (
    Delivery,
    EngineState,
    EngineStatus,
    ModelInfo,
    OutputMethod,
    Phase,
    TakeId,
    TakeReport,
    Timings,
    Transcript,
    Verdict,
)
from dictate.events import (
    EngineChanged,
    LevelMeasured,
    PhaseChanged,
    TakeFinished,
)

BASE = ModelInfo("base", Path("base"), "cpu", "int8")
DEMONSTRATION = ModelInfo("builtin", Path("builtin"), "cpu", "int8", demonstration=True)


def phase(value: Phase) -> PhaseChanged:
    return PhaseChanged(value, TakeId(1))


def ready(model: ModelInfo = BASE) -> EngineChanged:
    return EngineChanged(EngineStatus(EngineState.READY, model))


def engine(state: EngineState, detail: str = "") -> EngineChanged:
    return EngineChanged(EngineStatus(state, detail=detail))


def level(peak_dbfs: float) -> LevelMeasured:
    return LevelMeasured(peak_dbfs - 6, peak_dbfs, speech=True)


def report(
    text: str = "Hello there.",
    verdict: Verdict = Verdict.TEXT,
    *,
    fallback_reason: str = "",
    model: ModelInfo = BASE,
) -> TakeReport:
    method = OutputMethod.COPY if fallback_reason else OutputMethod.TYPE
    delivery = Delivery(method, len(text), fallback_reason) if text else None
    return TakeReport(
        TakeId(1),
        text,
        verdict,
        Transcript(text, verdict, model=model),
        duration_s=2.5,
        timings=Timings(release_to_text_ms=342.4),
        delivery=delivery,
    )


def finished(
    text: str = "Hello there.",
    verdict: Verdict = Verdict.TEXT,
    *,
    fallback_reason: str = "",
    model: ModelInfo = BASE,
) -> TakeFinished:
    return TakeFinished(report(text, verdict, fallback_reason=fallback_reason, model=model))
