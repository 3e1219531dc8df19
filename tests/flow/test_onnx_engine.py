"""A model for onnx-asr behind the engine's port: in its process, in the pool, down the ladder."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from dictate.assembly.wiring import usable
from dictate.domain import (
    SAMPLE_RATE_HZ,
    DecodeOptions,
    EngineState,
    Job,
    ModelChoice,
    ModelInfo,
    Notice,
    Samples,
    Span,
    TakeId,
    Verdict,
)
from dictate.engine import family
from dictate.engine.child_backend import ChildBackend
from dictate.engine.crashes import Crashes
from dictate.engine.facts import ResolvedModel
from dictate.engine.family import Family, Here
from dictate.engine.family_backend import FamilyBackend, backends
from dictate.engine.pool import BackendPool
from dictate.engine.probing import DeviceTrials
from dictate.engine.storage import BUILTIN
from dictate.engine.worker import WorkerEngine
from dictate.errors import PackageMissing
from dictate.events import EngineChanged, Event
from tests.fakes.backend import ScriptedBackend
from tests.fakes.model_folder import write_model
from tests.fakes.onnx_model import SAYS, write_transducer

WAIT_S = 60
V3 = "parakeet-tdt-0.6b-v3"


@pytest.fixture(autouse=True)
def parakeet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DICTATE_MODELS", str(tmp_path / "models"))
    return write_transducer(tmp_path / "models" / V3)


@pytest.fixture
def pool() -> BackendPool:
    return BackendPool(ChildBackend)


@pytest.fixture
def engine(pool: BackendPool) -> Iterator[WorkerEngine]:
    engine = WorkerEngine(lambda _: None, pool)
    yield engine
    engine.close()


def spoken(seconds: float = 2.0) -> Samples:
    loud = np.random.default_rng(1).normal(0, 0.1, round(seconds * SAMPLE_RATE_HZ))
    return loud.astype(np.float32)


def job(model: str = V3, device: str = "auto", options: DecodeOptions | None = None) -> Job:
    samples = spoken()
    speech = (Span(4_000, len(samples)),)
    return Job(TakeId(1), samples, speech, ModelChoice(model, device), options or DecodeOptions())


def test_a_take_becomes_a_transcript_with_words_from_its_first_sample(
    engine: WorkerEngine,
) -> None:
    heard = engine.transcribe(job(options=DecodeOptions(timestamps=True, word_times=True))).result(
        WAIT_S
    )
    assert (heard.text, heard.verdict) == (SAYS, Verdict.TEXT)
    assert heard.model is not None and (heard.model.name, heard.model.device) == (V3, "cpu")
    assert len(heard.model.languages) == 25
    starts = [word.start_s for part in heard.segments for word in part.words]
    assert starts == sorted(starts) and starts[0] >= 0.25


def test_silence_is_not_decoded_at_all(engine: WorkerEngine) -> None:
    silent = Job(TakeId(1), spoken(), (), ModelChoice(V3))
    assert engine.transcribe(silent).result(WAIT_S).verdict is Verdict.NO_SPEECH
    assert engine.status.state is EngineState.MISSING  # nothing was loaded for it


def test_two_families_stay_loaded_side_by_side(engine: WorkerEngine, pool: BackendPool) -> None:
    assert engine.transcribe(job()).result(WAIT_S).text == SAYS
    onnx_pid = pool.pid
    engine.transcribe(job(BUILTIN)).result(WAIT_S)
    assert pool.pid != onnx_pid
    assert engine.transcribe(job()).result(WAIT_S).load_ms < 100
    assert pool.pid == onnx_pid


def test_a_killed_process_costs_no_take(engine: WorkerEngine, pool: BackendPool) -> None:
    assert engine.transcribe(job()).result(WAIT_S).text == SAYS
    assert pool.pid is not None
    os.kill(pool.pid, signal.SIGKILL)
    assert engine.transcribe(job()).result(WAIT_S).text == SAYS


def test_a_device_that_is_not_there_falls_back_and_says_so(engine: WorkerEngine) -> None:
    heard = engine.transcribe(job(device="cuda")).result(WAIT_S)
    assert heard.text == SAYS and heard.model is not None and heard.model.device == "cpu"
    assert "cannot use CUDA" in heard.model.notices[0].message


def _without_onnx_asr() -> FamilyBackend:
    return FamilyBackend(here=lambda: Here(False, frozenset({Family.FASTER_WHISPER})))


def test_a_missing_package_is_told_with_the_command_and_the_next_model_works() -> None:
    events: list[Event] = []
    engine = WorkerEngine(events.append, ChildBackend(_without_onnx_asr))
    try:
        with pytest.raises(PackageMissing, match="onnx-asr, which is not installed"):
            engine.transcribe(job()).result(WAIT_S)
        status = engine.status
        assert status.state is EngineState.FAILED and "pip install onnx-asr" in status.detail
        assert engine.transcribe(job(BUILTIN)).result(WAIT_S).model is not None
    finally:
        engine.close()
    assert any(isinstance(event, EngineChanged) for event in events)


class _Deadly(ScriptedBackend):
    """Ends the process that loads anything."""

    def load(self, resolved: ResolvedModel, choice: ModelChoice) -> ModelInfo:
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError


def _whisper_kills() -> FamilyBackend:
    return FamilyBackend({**backends(DeviceTrials()), Family.FASTER_WHISPER: _Deadly})


def test_the_ladder_leads_from_one_family_to_another_and_remembers(
    parakeet: Path, tmp_path: Path
) -> None:
    larger = write_model(parakeet.parent / "base")
    (larger / "vocabulary.txt").write_bytes(bytes(10**6))
    file = tmp_path / "crashes.json"
    events: list[Event] = []
    engine = WorkerEngine(events.append, ChildBackend(_whisper_kills), crashes=Crashes(file))
    try:
        heard = engine.transcribe(job("base", "cpu")).result(WAIT_S)
        assert heard.text == SAYS and heard.model is not None
        assert heard.model.name == V3
        assert "The smaller model parakeet-tdt-0.6b-v3 is used" in heard.model.notices[0].message
    finally:
        engine.close()
    assert [(c.model, c.device) for c in Crashes(file).all()] == [("base", "cpu")]
    # The next start begins with what works.
    again = WorkerEngine(events.append, ChildBackend(_whisper_kills), crashes=Crashes(file))
    try:
        assert again.transcribe(job("base", "cpu")).result(WAIT_S).text == SAYS
    finally:
        again.close()


def test_a_start_without_the_package_takes_the_best_other_model_and_says_why(
    parakeet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wish, notices = ModelChoice(V3, "cpu"), list[Notice]()
    assert usable(wish, notices) == wish and not notices
    bare = frozenset({Family.FASTER_WHISPER})
    monkeypatch.setattr(family, "installed_families", lambda: bare)
    assert usable(wish, notices) == ModelChoice("auto", "cpu")
    (notice,) = notices
    assert "onnx-asr" in notice.message and "pip install onnx-asr" in notice.next_step


def test_a_folder_of_the_user_s_own(engine: WorkerEngine, tmp_path: Path) -> None:
    own = write_transducer(tmp_path / "mine", ("float32",), external=True)
    heard = engine.transcribe(job(str(own))).result(WAIT_S)
    assert heard.text == SAYS and heard.model is not None
    assert (heard.model.name, heard.model.compute_type) == ("mine", "float32")
