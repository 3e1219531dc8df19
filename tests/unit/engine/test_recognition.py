import numpy as np
import pytest

from dictate.domain import (
    SAMPLE_RATE_HZ,
    DecodeOptions,
    Job,
    ModelChoice,
    Segment,
    Span,
    TakeId,
    Verdict,
)
from dictate.engine.backend import Decoded
from dictate.engine.facts import ModelFacts
from dictate.engine.recognition import joined, nothing_heard, recognise
from tests.fakes.backend import ScriptedBackend, decoded
from tests.fakes.engine import SCRIPTED_MODEL

SECOND = SAMPLE_RATE_HZ
FACTS = ModelFacts()


def job(*spans_s: tuple[float, float], language: str | None = None, length_s: float = 10) -> Job:
    samples = np.arange(int(length_s * SECOND), dtype=np.float32)
    spans = tuple(Span(int(start * SECOND), int(end * SECOND)) for start, end in spans_s)
    return Job(TakeId(1), samples, spans, ModelChoice(), DecodeOptions(language=language))


def test_decodes_only_the_windows_of_speech() -> None:
    backend = ScriptedBackend()
    recognise(job((1, 2), (2.5, 3), (6, 7)), backend, SCRIPTED_MODEL, FACTS)
    cut = [(call.samples[0] / SECOND, call.samples[-1] / SECOND) for call in backend.calls]
    assert np.allclose(cut, [(1, 3), (6, 7)], atol=1e-3)


def test_times_count_from_the_start_of_the_take_and_texts_stay_raw() -> None:
    backend = ScriptedBackend(" One.", " Two.")
    transcript = recognise(job((1, 2), (6, 7)), backend, SCRIPTED_MODEL, FACTS)
    assert [(s.start_s, s.end_s, s.text) for s in transcript.segments] == [
        (1.0, 2.0, " One."),
        (6.0, 7.0, " Two."),
    ]
    assert transcript.text == "One. Two."
    assert (transcript.verdict, transcript.duration_s) == (Verdict.TEXT, 10.0)
    assert transcript.model is SCRIPTED_MODEL


def test_the_language_of_the_first_window_understood_holds_for_the_rest() -> None:
    noise = Decoded((Segment(0, 1, " x", -2.0, 0.9),), "ko", 0.9)
    backend = ScriptedBackend(noise, decoded(" Eins", language="de"), " zwei")
    transcript = recognise(job((0, 1), (4, 5), (8, 9)), backend, SCRIPTED_MODEL, FACTS)
    assert [call.options.language for call in backend.calls] == [None, None, "de"]
    assert (transcript.text, transcript.language) == ("Eins zwei", "de")


def test_an_unsure_language_is_listened_for_again() -> None:
    unsure = Decoded(decoded(" Hm").segments, "ko", 0.3)
    backend = ScriptedBackend(unsure, decoded(" ja", language="de"))
    recognise(job((0, 1), (4, 5)), backend, SCRIPTED_MODEL, FACTS)
    assert [call.options.language for call in backend.calls] == [None, None]


def test_a_language_that_was_set_stays() -> None:
    backend = ScriptedBackend(decoded(" a", language="fr"), " b")
    recognise(job((0, 1), (4, 5), language="fr"), backend, SCRIPTED_MODEL, FACTS)
    assert [call.options.language for call in backend.calls] == ["fr", "fr"]


def test_when_nothing_can_be_trusted_the_take_was_not_understood() -> None:
    backend = ScriptedBackend(Decoded((Segment(0, 1, " Thanks!", -2.0, 0.9),), "en", 0.9))
    transcript = recognise(job((0, 1)), backend, SCRIPTED_MODEL, FACTS)
    assert (transcript.text, transcript.verdict) == ("", Verdict.NOT_UNDERSTOOD)
    assert transcript.segments == () and transcript.language == ""


def test_a_take_without_speech_is_told_without_decoding() -> None:
    transcript = nothing_heard(job())
    assert (transcript.text, transcript.verdict) == ("", Verdict.NO_SPEECH)
    assert transcript.duration_s == 10.0


@pytest.mark.parametrize(
    ("texts", "whole"),
    [
        ([" One.", " Two."], "One. Two."),
        (["One.", "Two."], "One. Two."),
        (["One. ", "Two."], "One. Two."),
        (["你好。", "再见。"], "你好。再见。"),
        ([" ", "word", ""], "word"),
        ([], ""),
    ],
)
def test_texts_do_not_run_into_each_other(texts: list[str], whole: str) -> None:
    assert joined(texts) == whole


def test_a_model_of_single_sentences_gets_each_stretch_of_speech_alone() -> None:
    backend = ScriptedBackend(" One.", " Two.")
    facts = ModelFacts(join_gap_s=0.0)
    transcript = recognise(job((1, 2), (2.5, 3)), backend, SCRIPTED_MODEL, facts)
    assert transcript.text == "One. Two."
