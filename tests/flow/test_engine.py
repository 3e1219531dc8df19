"""The real recogniser on the built-in model and the shipped recordings."""

from __future__ import annotations

import queue
import re
import shutil
import socket
import wave
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import psutil
import pytest

from dictate import host
from dictate.domain import (
    SAMPLE_RATE_HZ,
    DecodeOptions,
    EngineState,
    Job,
    ModelChoice,
    Samples,
    Span,
    TakeId,
    Task,
    Transcript,
    Verdict,
)
from dictate.engine.child_backend import ChildBackend
from dictate.engine.facts import ResolvedModel
from dictate.engine.faster_whisper_backend import FasterWhisperBackend
from dictate.engine.ladder import Machine, Rung
from dictate.engine.pool import BackendPool
from dictate.engine.storage import BUILTIN, resolve
from dictate.engine.whisper_model import open_whisper
from dictate.engine.worker import WorkerEngine
from dictate.errors import ModelDamaged, ModelNotCached, ModelUnknown
from dictate.events import (
    EngineChanged,
    Event,
)

WAIT_S = 60
SAMPLES_FOLDER = host.resource_path("samples")
NAMES = sorted(path.stem for path in SAMPLES_FOLDER.glob("*.wav"))
CHOICE = ModelChoice(BUILTIN)


def read_wav(path: Path) -> Samples:
    with wave.open(str(path)) as file:
        assert (file.getframerate(), file.getnchannels()) == (SAMPLE_RATE_HZ, 1)
        raw = np.frombuffer(file.readframes(file.getnframes()), np.int16)
    return raw.astype(np.float32) / np.float32(32768)


def normalised(text: str) -> list[str]:
    return re.sub(r"[^\w\s]", " ", text.lower()).split()


def job(
    samples: Samples,
    *spans: Span,
    choice: ModelChoice = CHOICE,
    options: DecodeOptions | None = None,
) -> Job:
    spans = spans or (Span(0, len(samples)),)
    return Job(TakeId(1), samples, spans, choice, options or DecodeOptions())


class Desk:
    """An engine that is shared by the tests of this file, and what it said."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.engine = WorkerEngine(self.events.append)

    def hear(self, samples: Samples, options: DecodeOptions | None = None) -> Transcript:
        return self.engine.transcribe(job(samples, options=options)).result(WAIT_S)


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    made = Desk()
    made.engine.prepare(CHOICE)
    yield made
    made.engine.close()


@pytest.fixture
def unplugged(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any attempt to reach anybody fails the test."""

    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("the engine asked the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.parametrize("name", NAMES)
def test_the_shipped_recordings_are_understood(desk: Desk, name: str) -> None:
    transcript = desk.hear(read_wav(SAMPLES_FOLDER / f"{name}.wav"))
    said = (SAMPLES_FOLDER / f"{name}.txt").read_text("utf-8")
    assert normalised(transcript.text) == normalised(said)
    assert transcript.verdict is Verdict.TEXT
    assert transcript.language == name.rpartition("_")[2]
    assert transcript.model is not None and transcript.model.demonstration


def test_two_sentences_in_one_take_have_their_times(desk: Desk) -> None:
    first = read_wav(SAMPLES_FOLDER / "termin_de.wav")
    second = read_wav(SAMPLES_FOLDER / "mail_de.wav")
    pause = np.zeros(3 * SAMPLE_RATE_HZ, np.float32)
    samples = np.concatenate([first, pause, second])
    spans = (Span(0, len(first)), Span(len(samples) - len(second), len(samples)))
    transcript = desk.engine.transcribe(job(samples, *spans)).result(WAIT_S)
    one, two = transcript.segments
    assert one.start_s == 0.0
    assert one.end_s == pytest.approx(len(first) / SAMPLE_RATE_HZ, abs=0.05)
    assert two.start_s == pytest.approx(spans[1].start_s, abs=0.01)
    assert two.end_s <= transcript.duration_s + 0.001
    assert transcript.text == f"{one.text.strip()} {two.text.strip()}"


@pytest.mark.parametrize("loudness", [0.0, 0.001, 0.02, 0.2])
@pytest.mark.parametrize("length_s", [0.3, 3.0])
def test_silence_and_noise_give_nothing(desk: Desk, loudness: float, length_s: float) -> None:
    noise = np.random.default_rng(7).normal(0, 1, int(length_s * SAMPLE_RATE_HZ))
    transcript = desk.hear((loudness * noise).clip(-1, 1).astype(np.float32))
    assert (transcript.text, transcript.verdict) == ("", Verdict.NOT_UNDERSTOOD)


@pytest.mark.parametrize(
    ("wanted", "heard"), [(None, "de"), ("de", "de"), ("en", "en"), ("ja", "de")]
)
def test_the_language_is_the_one_set_or_one_the_model_knows(
    desk: Desk, wanted: str | None, heard: str
) -> None:
    samples = read_wav(SAMPLES_FOLDER / "termin_de.wav")
    transcript = desk.hear(samples, DecodeOptions(language=wanted))
    assert transcript.language in (heard, "")  # German heard as English may be declined


@pytest.mark.parametrize(
    "options",
    [
        DecodeOptions(timestamps=True),
        DecodeOptions(beam_size=1),
        DecodeOptions(task=Task.TRANSLATE, language="en"),
    ],
)
def test_every_option_is_taken(desk: Desk, options: DecodeOptions) -> None:
    samples = read_wav(SAMPLES_FOLDER / "meeting_en.wav")
    transcript = desk.hear(samples, options)
    assert transcript.verdict in (Verdict.TEXT, Verdict.NOT_UNDERSTOOD)
    for segment in transcript.segments:
        assert 0 <= segment.start_s <= segment.end_s <= transcript.duration_s + 0.001


def test_a_take_longer_than_a_window_is_walked_through(desk: Desk) -> None:
    once = read_wav(SAMPLES_FOLDER / "meeting_en.wav")
    transcript = desk.hear(np.tile(once, 1 + 35 * SAMPLE_RATE_HZ // len(once)))
    assert transcript.duration_s > 35  # and nothing broke


def test_loading_asks_no_network(unplugged: None) -> None:
    events: list[Event] = []
    engine = WorkerEngine(events.append)
    try:
        samples = read_wav(SAMPLES_FOLDER / "meeting_en.wav")
        assert engine.transcribe(job(samples)).result(WAIT_S).text
        with pytest.raises(ModelNotCached):
            absent = ModelChoice("someone/not-here")
            engine.transcribe(job(samples, choice=absent)).result(WAIT_S)
    finally:
        engine.close()


@pytest.mark.parametrize(
    ("device", "told"), [("cuda", "no usable CUDA device"), ("metal", "Metal"), ("auto", "")]
)
def test_a_device_that_is_not_there_falls_back_to_the_cpu_and_says_so(
    device: str, told: str
) -> None:
    def open_on_cpu(resolved: ResolvedModel, rung: Rung) -> object:
        assert rung.device == "cpu"
        return open_whisper(resolved, rung)

    plain = Machine(0, frozenset({"int8", "float32"}))
    backend = FasterWhisperBackend(open_on_cpu, lambda: plain)
    info = backend.load(resolve(BUILTIN), ModelChoice(BUILTIN, device, "auto"))
    assert info.device == "cpu" and info.compute_type.startswith("int8")
    texts = " ".join(notice.message for notice in info.notices)
    assert told in texts
    assert "demonstration" in texts


def test_a_driver_that_does_not_answer_leads_to_the_cpu() -> None:
    """CTranslate2's own words on a machine without a driver, told a card were there."""
    import ctranslate2

    if ctranslate2.get_cuda_device_count():
        pytest.skip("there is a graphics card")
    card = Machine(1, frozenset({"int8", "float32"}), frozenset({"float16"}))
    backend = FasterWhisperBackend(probe=lambda: card)
    info = backend.load(resolve(BUILTIN), ModelChoice(BUILTIN, "cuda"))
    assert info.device == "cpu"
    assert "CUDA cannot be used" in info.notices[-1].message


@pytest.mark.parametrize("name", ["model.bin", "config.json", "tokenizer.json", "vocabulary.json"])
@pytest.mark.parametrize("harm", ["removed", "cut"])
def test_a_harmed_model_folder_is_named_and_the_engine_goes_on(
    desk: Desk, tmp_path: Path, name: str, harm: str
) -> None:
    folder = tmp_path / "mine"
    shutil.copytree(resolve(BUILTIN).path, folder)
    if harm == "removed":
        (folder / name).unlink()
    else:
        content = (folder / name).read_bytes()
        (folder / name).write_bytes(content[: len(content) // 2])
    samples = read_wav(SAMPLES_FOLDER / "meeting_en.wav")
    harmed = desk.engine.transcribe(job(samples, choice=ModelChoice(str(folder))))
    with pytest.raises(ModelDamaged) as failure:
        harmed.result(WAIT_S)
    assert name in failure.value.message and failure.value.next_step
    assert desk.hear(samples).text


def test_weights_the_library_refuses_are_told_as_damage(tmp_path: Path) -> None:
    """A vocabulary that does not belong to the weights passes the check of the folder."""
    folder = tmp_path / "mine"
    shutil.copytree(resolve(BUILTIN).path, folder)
    (folder / "tokenizer.json").write_text('{"version": "1.0"}', "utf-8")
    with pytest.raises(ModelDamaged):
        FasterWhisperBackend().load(resolve(str(folder)), ModelChoice())


@pytest.mark.parametrize("name", ["bsae", "/nowhere/at/all"])
def test_a_model_nobody_knows(desk: Desk, name: str) -> None:
    samples = np.zeros(SAMPLE_RATE_HZ, np.float32)
    with pytest.raises(ModelUnknown):
        desk.engine.transcribe(job(samples, choice=ModelChoice(name))).result(WAIT_S)


def test_states_are_told_while_loading() -> None:
    events: list[Event] = []
    engine = WorkerEngine(events.append)
    engine.transcribe(job(np.zeros(SAMPLE_RATE_HZ, np.float32))).result(WAIT_S)
    engine.close()
    states = [event.status.state for event in events if isinstance(event, EngineChanged)]
    assert states == [EngineState.LOADING, EngineState.READY]


def test_the_window_is_encoded_once_for_language_and_text() -> None:
    backend = FasterWhisperBackend()
    encodings = 0

    def counting(resolved: ResolvedModel, rung: Rung) -> object:
        whisper = open_whisper(resolved, rung)
        encode = whisper.model.encode

        class Counted:
            """The library's model; counts the passes through its encoder."""

            def __getattr__(self, name: str) -> object:
                return getattr(inner, name)

            def encode(self, *args: object, **options: object) -> object:
                nonlocal encodings
                encodings += 1
                return encode(*args, **options)

        inner = whisper.model
        whisper.model = Counted()
        return whisper

    backend = FasterWhisperBackend(counting)
    backend.load(resolve(BUILTIN), CHOICE)
    encodings = 0
    decoded = backend.decode(read_wav(SAMPLES_FOLDER / "termin_de.wav"), DecodeOptions())
    assert decoded.language == "de" and encodings == 1


def test_languages_narrow_what_is_detected(desk: Desk) -> None:
    samples = read_wav(SAMPLES_FOLDER / "mail_de.wav")
    assert desk.hear(samples, DecodeOptions(languages=("fr", "en"))).language == "en"
    assert desk.hear(samples, DecodeOptions(languages=("fr", "de"))).language == "de"


@pytest.mark.parametrize("adaptive_window", [True, False])
def test_a_vocabulary_does_not_disturb_a_sentence(adaptive_window: bool) -> None:
    found = resolve(BUILTIN)
    backend = FasterWhisperBackend()
    backend.load(replace(found, facts=replace(found.facts, takes_hints=True)), CHOICE)
    samples = read_wav(SAMPLES_FOLDER / "mail_en.wav")
    said = (SAMPLES_FOLDER / "mail_en.txt").read_text("utf-8")
    options = DecodeOptions(
        vocabulary=("Good morning.", "The meeting is on Monday."), adaptive_window=adaptive_window
    )
    heard = backend.decode(samples, options)
    wrong = set(normalised(said)) ^ set(normalised(" ".join(s.text for s in heard.segments)))
    assert len(wrong) <= 2


def test_switching_back_finds_the_model_still_loaded(tmp_path: Path) -> None:
    other = shutil.copytree(resolve(BUILTIN).path, tmp_path / "other")
    pool = BackendPool(ChildBackend)
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    engine = WorkerEngine(events.put, pool)
    samples = read_wav(SAMPLES_FOLDER / "mail_en.wav")
    pids = []
    try:
        for model in (BUILTIN, str(other), BUILTIN):
            heard = engine.transcribe(job(samples, choice=ModelChoice(model))).result(WAIT_S)
            assert heard.text
            pids.append(pool.pid)
    finally:
        engine.close()
    assert pids[0] == pids[2] != pids[1]
    assert not any(psutil.pid_exists(pid) and _runs(pid) for pid in pids if pid is not None)


def _runs(pid: int) -> bool:
    return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
