"""The adapter against a stand-in for the library's model, so that every failure can be had."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from dictate.domain import DecodeOptions, ModelChoice, Samples, Task
from dictate.engine.backend import Decoded
from dictate.engine.facts import ModelFacts, ResolvedModel
from dictate.engine.faster_whisper_backend import FasterWhisperBackend
from dictate.engine.ladder import Machine, Rung
from dictate.engine.padding import pad_short
from dictate.engine.threads import thread_count
from dictate.errors import DecodeFailed, EngineOutOfMemory, ModelDamaged, PackageMissing
from tests.fakes.backend import decoded, resolved

CPU = frozenset({"int8", "float32"})
WITH_CARD = Machine(1, CPU, frozenset({"float16", "int8_float16"}))
PLAIN = Machine(0, CPU)
SECOND = np.zeros(16_000, np.float32)


@dataclass
class StandInWhisper:
    """Answers like faster_whisper.WhisperModel: a lazy generator, an info."""

    rung: Rung
    failure: Exception | None = None
    multilingual: bool = True
    echo: bool = False
    asked: list[dict[str, Any]] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)

    @property
    def model(self) -> SimpleNamespace:
        return SimpleNamespace(
            is_multilingual=self.multilingual, compute_type=self.rung.compute_type
        )

    def transcribe(self, audio: Samples, **options: Any) -> tuple[Iterator[Any], None]:
        self.asked.append(options)
        self.lengths.append(len(audio))
        shown = options["hotwords"] if self.echo else None
        return self._segments(shown or " Hello."), None

    @property
    def hf_tokenizer(self) -> SimpleNamespace:
        return SimpleNamespace(encode=lambda line: SimpleNamespace(ids=line.split()))

    def _segments(self, text: str) -> Iterator[Any]:
        if self.failure is not None:
            raise self.failure
        yield SimpleNamespace(
            start=0.0,
            end=30.0,
            text=text,
            avg_logprob=-0.25,
            no_speech_prob=0.01,
            compression_ratio=0.8,
        )


class Workshop:
    """Opens stand-ins; ``failures`` says what opening or decoding on a rung ends in."""

    def __init__(
        self,
        opening: dict[tuple[str, str], Exception] | None = None,
        decoding: dict[tuple[str, str], Exception] | None = None,
        multilingual: bool = True,
    ) -> None:
        self.opening = opening or {}
        self.decoding = decoding or {}
        self.multilingual = multilingual
        self.tried: list[tuple[str, str]] = []
        self.opened: list[StandInWhisper] = []

    def open(self, resolved: ResolvedModel, rung: Rung) -> StandInWhisper:
        key = (rung.device, rung.compute_type)
        self.tried.append(key)
        if key in self.opening:
            raise self.opening[key]
        whisper = StandInWhisper(rung, self.decoding.get(key), self.multilingual)
        self.opened.append(whisper)
        return whisper


class OnlyFull:
    """A short-window decoder that doubts everything it hears."""

    def decode(self, samples: Samples, options: DecodeOptions) -> None:
        return None


class Sure(OnlyFull):
    """One that never does."""

    def decode(self, samples: Samples, options: DecodeOptions) -> Decoded:  # type: ignore[override]
        return decoded(" short")


FACTS = ModelFacts(languages=("en",))


def backend(workshop: Workshop, machine: Machine = PLAIN) -> FasterWhisperBackend:
    return FasterWhisperBackend(workshop.open, lambda: machine, lambda *_: OnlyFull())


def test_ready_means_one_silent_decode_has_run() -> None:
    workshop = Workshop()
    info = backend(workshop).load(resolved("m", FACTS), ModelChoice())
    (whisper,) = workshop.opened
    assert len(whisper.asked) == 1
    assert (info.name, info.device, info.compute_type) == ("m", "cpu", "int8")
    assert info.notices == ()


def test_out_of_memory_leads_to_lower_precision_then_to_the_cpu() -> None:
    full = RuntimeError("CUDA failed with error out of memory")
    workshop = Workshop(
        opening={("cuda", "float16"): full}, decoding={("cuda", "int8_float16"): full}
    )
    info = backend(workshop, WITH_CARD).load(resolved("m", FACTS), ModelChoice())
    assert workshop.tried == [("cuda", "float16"), ("cuda", "int8_float16"), ("cpu", "int8")]
    assert info.device == "cpu"
    assert [notice.message for notice in info.notices] == [
        "The graphics card has too little free memory for this model."
        " Speech is recognised on cuda with int8_float16 instead of cuda.",
        "The graphics card has too little free memory for this model."
        " Speech is recognised on the CPU instead of cuda.",
    ]


def test_a_library_that_is_missed_at_the_first_decode_leads_to_the_cpu() -> None:
    missing = RuntimeError("Library libcublas.so.12 is not found or cannot be loaded")
    workshop = Workshop(decoding={("cuda", "float16"): missing})
    info = backend(workshop, WITH_CARD).load(resolved("m", FACTS), ModelChoice(device="cuda"))
    assert workshop.tried == [("cuda", "float16"), ("cpu", "int8")]
    (notice,) = info.notices
    assert "cuBLAS" in notice.message and "nvidia-cublas" in notice.next_step


def test_below_the_cpu_there_is_nothing() -> None:
    workshop = Workshop(opening={("cpu", "int8"): MemoryError()})
    engine = backend(workshop)
    with pytest.raises(EngineOutOfMemory, match="smaller model"):
        engine.load(resolved("m", FACTS), ModelChoice())
    with pytest.raises(DecodeFailed, match="No model"):
        engine.decode(SECOND, DecodeOptions())


def test_a_damaged_model_is_not_tried_elsewhere() -> None:
    broken = RuntimeError("File model.bin is incomplete: failed to read a buffer")
    workshop = Workshop(opening={("cuda", "float16"): broken})
    with pytest.raises(ModelDamaged):
        backend(workshop, WITH_CARD).load(resolved("m", FACTS), ModelChoice())
    assert workshop.tried == [("cuda", "float16")]


def test_a_python_package_that_is_missing_says_nothing_about_the_model() -> None:
    missing = ModuleNotFoundError("No module named 'ctranslate2'", name="ctranslate2")
    workshop = Workshop(opening={("cpu", "int8"): missing})
    with pytest.raises(PackageMissing, match="ctranslate2 is missing") as caught:
        backend(workshop).load(resolved("m", FACTS), ModelChoice())
    assert "packages" in caught.value.next_step


def test_notices_of_the_folder_come_along() -> None:
    info = backend(Workshop()).load(resolved("m", FACTS), ModelChoice(device="metal"))
    assert "Metal" in info.notices[0].message


def test_decodes_for_dictation() -> None:
    workshop = Workshop()
    engine = backend(workshop)
    engine.load(
        resolved("m", ModelFacts(languages=("en",), no_speech_threshold=0.3)), ModelChoice()
    )
    decoded = engine.decode(SECOND, DecodeOptions(beam_size=3, task=Task.TRANSLATE))
    asked = workshop.opened[0].asked[-1]
    assert asked["condition_on_previous_text"] is False and asked["vad_filter"] is False
    assert asked["without_timestamps"] is True
    assert (asked["beam_size"], asked["task"], asked["language"]) == (3, "translate", "en")
    assert asked["no_speech_threshold"] == 0.3
    assert asked["temperature"][0] == 0.0
    (segment,) = decoded.segments
    assert (segment.text, segment.end_s) == (" Hello.", 1.0)  # not beyond the samples
    assert (decoded.language, decoded.language_probability) == ("en", 1.0)


def test_timestamps_when_asked_for_or_needed_to_walk_through() -> None:
    workshop = Workshop()
    engine = backend(workshop)
    engine.load(resolved("m", FACTS), ModelChoice())
    engine.decode(SECOND, DecodeOptions(timestamps=True))
    engine.decode(np.zeros(31 * 16_000, np.float32), DecodeOptions())
    assert [a["without_timestamps"] for a in workshop.opened[0].asked[-2:]] == [False, False]


def test_an_english_model_writes_english_whatever_is_set() -> None:
    workshop = Workshop(multilingual=False)
    engine = backend(workshop)
    info = engine.load(resolved("m"), ModelChoice())
    assert info.languages == ("en",)
    engine.decode(SECOND, DecodeOptions(language="de", task=Task.TRANSLATE))
    asked = workshop.opened[0].asked[-1]
    assert (asked["language"], asked["task"]) == ("en", "transcribe")


def test_a_failure_inside_the_lazy_generator_is_translated() -> None:
    workshop = Workshop()
    engine = backend(workshop)
    engine.load(resolved("m", FACTS), ModelChoice())
    workshop.opened[0].failure = RuntimeError("CUDA failed with error out of memory")
    with pytest.raises(EngineOutOfMemory):
        engine.decode(SECOND, DecodeOptions())


def test_after_unloading_nothing_is_decoded() -> None:
    engine = backend(Workshop())
    engine.load(resolved("m", FACTS), ModelChoice())
    engine.unload()
    engine.unload()
    with pytest.raises(DecodeFailed):
        engine.decode(SECOND, DecodeOptions())


@pytest.mark.parametrize(
    ("length", "padded"), [(0, 20_000), (100, 20_000), (15_999, 20_000), (16_000, 16_000)]
)
def test_short_clips_are_filled_up_with_silence(length: int, padded: int) -> None:
    samples = np.ones(length, np.float32)
    audio = pad_short(samples)
    assert len(audio) == padded and audio.dtype == np.float32
    assert audio[:length].all() and not audio[length:].any()


def test_threads_are_at_least_one_and_at_most_eight() -> None:
    assert 1 <= thread_count() <= 8


def test_a_doubtful_short_window_is_decoded_in_full_and_counted() -> None:
    engine = backend(Workshop())
    engine.load(resolved("m", FACTS), ModelChoice())
    heard = engine.decode(SECOND, DecodeOptions())
    assert heard.full_window_again
    assert heard.segments[0].text == " Hello."


def test_a_sure_short_window_is_all_that_is_decoded() -> None:
    workshop = Workshop()
    engine = FasterWhisperBackend(workshop.open, lambda: PLAIN, lambda *_: Sure())
    engine.load(resolved("m", FACTS), ModelChoice())
    assert engine.decode(SECOND, DecodeOptions()).segments[0].text == " short"
    assert workshop.opened[0].asked == []


@pytest.mark.parametrize(
    ("length_s", "options"),
    [
        (29, DecodeOptions()),
        (1, DecodeOptions(timestamps=True)),
        (1, DecodeOptions(adaptive_window=False)),
    ],
)
def test_where_the_full_window_is_wanted_the_short_one_is_not_tried(
    length_s: int, options: DecodeOptions
) -> None:
    workshop = Workshop()
    engine = FasterWhisperBackend(workshop.open, lambda: PLAIN, lambda *_: Sure())
    engine.load(resolved("m", FACTS), ModelChoice())
    heard = engine.decode(np.zeros(length_s * 16_000, np.float32), options)
    assert heard.segments[0].text == " Hello."
    assert not heard.full_window_again


def test_the_vocabulary_is_shown_to_the_model() -> None:
    workshop = Workshop()
    engine = backend(workshop)
    engine.load(resolved("m", FACTS), ModelChoice())
    heard = engine.decode(SECOND, DecodeOptions(vocabulary=("Grafana", "PyTorch")))
    (whisper,) = workshop.opened
    assert whisper.asked[-1]["hotwords"] == "Grafana, PyTorch"
    assert heard.segments[0].text == " Hello."


def test_a_vocabulary_that_comes_back_is_decoded_again_without_it() -> None:
    workshop = Workshop()
    engine = backend(workshop)
    engine.load(resolved("m", FACTS), ModelChoice())
    (whisper,) = workshop.opened
    whisper.echo = True
    heard = engine.decode(SECOND, DecodeOptions(vocabulary=("Grafana", "PyTorch")))
    assert [asked["hotwords"] for asked in whisper.asked[-2:]] == ["Grafana, PyTorch", None]
    assert heard.segments[0].text == " Hello."


def test_a_model_of_few_words_is_shown_none() -> None:
    workshop = Workshop()
    engine = backend(workshop)
    facts = ModelFacts(languages=("en",), takes_hints=False)
    engine.load(resolved("m", facts), ModelChoice())
    engine.decode(SECOND, DecodeOptions(vocabulary=("Grafana",)))
    assert workshop.opened[0].asked[-1]["hotwords"] is None
