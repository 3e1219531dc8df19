"""The real client against a speech server on this machine that behaves well and badly."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError, Future
from typing import Any

import numpy as np
import pytest

from dictate.domain import (
    SAMPLE_RATE_HZ,
    DecodeOptions,
    Job,
    ModelChoice,
    Span,
    TakeId,
    Task,
    Transcript,
    Verdict,
)
from dictate.engine.remote.server import SpeechServer as Server
from dictate.engine.remote.server_engine import ServerEngine
from dictate.errors import (
    DictateError,
    EndpointBusy,
    EndpointRefused,
    EndpointTooSlow,
    EndpointUnreachable,
    KeyRefused,
    ReplyUnusable,
)
from dictate.settings.schema import RemoteSettings
from tests.fakes.speech_server import SAID, VERBOSE, Answer, SpeechServer, speech_server

PATIENCE_S = 10.0
OPTIONS = DecodeOptions()


@pytest.fixture
def speech() -> Iterator[SpeechServer]:
    with speech_server() as speech:
        yield speech


def job(seconds: float = 2.0, options: DecodeOptions = OPTIONS, *spans: tuple[float, float]) -> Job:
    samples = np.linspace(-0.5, 0.5, int(seconds * SAMPLE_RATE_HZ), dtype=np.float32)
    heard = spans or ((0.0, seconds),)
    marked = tuple(Span(round(a * SAMPLE_RATE_HZ), round(b * SAMPLE_RATE_HZ)) for a, b in heard)
    return Job(TakeId(1), samples, marked, ModelChoice(), options)


def asking(
    speech: SpeechServer, key: str = "", longest_s: float = PATIENCE_S, model: str = ""
) -> ServerEngine:
    settings = RemoteSettings(endpoint=speech.url, model=model)
    return ServerEngine(Server(settings, find_key=lambda host, within_s: key), longest_s)


def text_of(speech: SpeechServer, wanted: Job | None = None, **more: Any) -> Transcript:
    engine = asking(speech, **more)
    try:
        return engine.transcribe(wanted or job()).result(PATIENCE_S)
    finally:
        engine.close()


def test_a_take_is_recognised(speech: SpeechServer) -> None:
    said = text_of(speech)
    assert (said.text, said.verdict, said.language) == (SAID, Verdict.TEXT, "en")
    assert said.model is not None
    assert (said.model.name, said.model.server) == ("Systran/faster-whisper-small", speech.host)
    assert [(s.start_s, s.end_s) for s in said.segments] == [(0.1, 0.9)]
    asked = speech.asked[0]
    assert asked.path == "/v1/audio/transcriptions"
    assert asked.length_s == 2.0
    assert asked.field("response_format") == "verbose_json"
    assert asked.field("model") == "Systran/faster-whisper-small"
    assert asked.field("language") is None and asked.field("prompt") is None


def test_language_terms_and_task_go_along(speech: SpeechServer) -> None:
    options = DecodeOptions(language="de", vocabulary=("Dictate", "Kubernetes"))
    assert text_of(speech, job(2, options)).language == "de"
    assert speech.asked[0].field("language") == "de"
    assert speech.asked[0].field("prompt") == "Dictate, Kubernetes"
    text_of(speech, job(2, DecodeOptions(task=Task.TRANSLATE)))
    assert speech.asked[1].path == "/v1/audio/translations"


def test_one_language_of_the_user_needs_no_detection(speech: SpeechServer) -> None:
    text_of(speech, job(2, DecodeOptions(languages=("de",))))
    assert speech.asked[0].field("language") == "de"


def test_a_language_that_is_not_the_users_is_not_believed(speech: SpeechServer) -> None:
    speech.answer = lambda h: h.document(200, {**VERBOSE, "language": "welsh"})
    text_of(speech, job(2, DecodeOptions(languages=("en", "de"))))
    assert [asked.field("language") for asked in speech.asked] == [None, "en"]


def test_an_answer_that_is_the_vocabulary_is_asked_for_without(speech: SpeechServer) -> None:
    def answer(handler: Any) -> None:
        said = "Dictate, Kubernetes." if handler.question.field("prompt") else SAID
        handler.document(200, {"text": said})

    speech.answer = answer
    options = DecodeOptions(vocabulary=("Dictate", "Kubernetes"))
    assert text_of(speech, job(2, options)).text == SAID


def test_times_of_words_are_asked_for_and_kept(speech: SpeechServer) -> None:
    words = [
        {"word": "Hello", "start": 0.1, "end": 0.4},
        {"word": "there", "start": 0.5, "end": 0.9},
    ]
    speech.answer = lambda h: h.document(200, {**VERBOSE, "words": words})
    said = text_of(speech, job(2, DecodeOptions(word_times=True)))
    assert speech.asked[0].fields["timestamp_granularities[]"] == ["segment", "word"]
    assert [(w.text, w.start_s) for w in said.segments[0].words] == [
        (" Hello", 0.1),
        (" there", 0.5),
    ]


def test_long_pauses_stay_here_and_times_are_those_of_the_take(speech: SpeechServer) -> None:
    parts = [
        {"start": 0.0, "end": 1.0, "text": " One."},
        {"start": 2.5, "end": 3.0, "text": " Two."},
    ]
    speech.answer = lambda h: h.document(200, {"text": "One. Two.", "segments": parts})
    said = text_of(speech, job(20, OPTIONS, (2.0, 4.0), (14.0, 16.0)))
    assert speech.asked[0].length_s == pytest.approx(5.0)
    assert [round(s.start_s, 2) for s in said.segments] == [2.0, 13.5]


def test_a_server_that_gives_no_times_is_asked_for_none_again(speech: SpeechServer) -> None:
    def answer(handler: Any) -> None:
        if handler.question.field("response_format") == "json":
            handler.document(200, {"text": SAID})
        else:
            handler.document(400, {"error": {}})

    speech.answer = answer
    engine = asking(speech)
    for _ in range(2):
        said = engine.transcribe(job(3, OPTIONS, (1.0, 2.0))).result(PATIENCE_S)
        assert said.text == SAID
        assert (said.segments[0].start_s, said.segments[0].end_s) == (1.0, 2.0)
    engine.close()
    assert len(speech.asked) == 3


def test_what_the_server_itself_doubts_is_no_text(speech: SpeechServer) -> None:
    doubted = {"start": 0, "end": 1, "text": "Thanks.", "no_speech_prob": 0.9, "avg_logprob": -1.5}
    speech.answer = lambda h: h.document(200, {"text": "Thanks.", "segments": [doubted]})
    said = text_of(speech)
    assert (said.text, said.verdict) == ("", Verdict.NOT_UNDERSTOOD)


def test_nothing_said_asks_nobody(speech: SpeechServer) -> None:
    engine = asking(speech)
    silent = Job(TakeId(1), np.zeros(100, np.float32), (), ModelChoice(), OPTIONS)
    assert engine.transcribe(silent).result(0).verdict is Verdict.NO_SPEECH
    engine.close()
    assert speech.keys == []


@pytest.mark.parametrize(
    ("models", "wanted"),
    [
        (None, "whisper-1"),
        ((), "whisper-1"),
        (("only",), "only"),
        (("gpt", "whisper-9"), "whisper-9"),
    ],
)
def test_the_model_is_looked_up_once(
    speech: SpeechServer, models: tuple[str, ...] | None, wanted: str
) -> None:
    speech.models = models
    engine = asking(speech)
    for _ in range(2):
        engine.transcribe(job()).result(PATIENCE_S)
    engine.close()
    assert {asked.field("model") for asked in speech.asked} == {wanted}
    assert len(speech.keys) == 3


BAD: list[tuple[str, Answer, type[DictateError]]] = [
    ("401", lambda h: h.document(401, {"error": {"message": SAID}}), KeyRefused),
    ("404", lambda h: h.document(404, {"error": {"message": SAID}}), EndpointRefused),
    ("413", lambda h: h.document(413, {}), EndpointRefused),
    ("429", lambda h: h.document(429, {"error": {"message": SAID}}), EndpointBusy),
    ("500", lambda h: h.raw(SAID.encode(), "text/plain", 500), EndpointRefused),
    ("garbage", lambda h: h.raw(b"\xff\xfe{", "application/json"), ReplyUnusable),
    ("a page", lambda h: h.raw(b"<html>hello</html>", "text/html"), ReplyUnusable),
    ("another document", lambda h: h.document(200, [SAID]), ReplyUnusable),
    ("no text in it", lambda h: h.document(200, {"text": [SAID]}), ReplyUnusable),
    ("nested deeply", lambda h: h.raw(b"[" * 100_000, "application/json"), ReplyUnusable),
    ("nothing", lambda h: h.raw(b"", "application/json"), ReplyUnusable),
    ("cut off", lambda h: h.cut(), ReplyUnusable),
    ("hung up at once", lambda h: h.hang_up(), DictateError),
    ("endless", lambda h: h.huge(), ReplyUnusable),
]  # fmt: skip


@pytest.mark.parametrize(("name", "answer", "error"), BAD, ids=[name for name, *_ in BAD])
def test_a_bad_answer_is_one_sentence_without_what_was_said(
    speech: SpeechServer,
    name: str,
    answer: Answer,
    error: type[DictateError],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("DEBUG", "dictate")
    speech.answer = answer
    with pytest.raises(error) as caught:
        text_of(speech)
    assert caught.value.next_step
    assert "hello" not in (str(caught.value) + caplog.text).casefold()


def test_a_busy_server_says_how_long(speech: SpeechServer) -> None:
    speech.answer = lambda h: h.document(429, {}, retry_after="40")
    with pytest.raises(EndpointBusy) as caught:
        text_of(speech)
    assert caught.value.after_s == 40


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_server_that_points_elsewhere_is_not_followed(speech: SpeechServer, status: int) -> None:
    with speech_server() as elsewhere:
        there = elsewhere.url + "/audio/transcriptions"
        speech.answer = lambda h: h.document(status, {}, location=there)
        speech.wanted_key = "sk-1"
        with pytest.raises(EndpointRefused, match="points elsewhere"):
            text_of(speech, key="sk-1")
        assert elsewhere.keys == [] and elsewhere.asked == []


@pytest.mark.parametrize("way", ["hang", "trickle"])
def test_slowness_has_an_end(speech: SpeechServer, way: str) -> None:
    speech.answer = lambda handler: getattr(handler, way)()
    with pytest.raises(EndpointTooSlow):
        text_of(speech, job(0.1), longest_s=0.2)
    assert speech.left.wait(PATIENCE_S), "the server is told"


@pytest.mark.parametrize("way", ["hang", "trickle"])
def test_cancelling_ends_the_call_at_once(speech: SpeechServer, way: str) -> None:
    speech.answer = lambda handler: getattr(handler, way)()
    engine = asking(speech, longest_s=600.0)
    future: Future[Transcript] = engine.transcribe(job())
    assert speech.was_asked.wait(PATIENCE_S)
    assert future.cancel()
    assert speech.left.wait(PATIENCE_S)
    engine.close()


def test_closing_ends_what_is_under_way(speech: SpeechServer) -> None:
    speech.answer = lambda handler: handler.hang()
    engine = asking(speech, longest_s=600.0)
    future = engine.transcribe(job())
    assert speech.was_asked.wait(PATIENCE_S)
    engine.close()
    with pytest.raises(CancelledError):
        future.result(0)
    with pytest.raises(DictateError, match="closing"):
        engine.transcribe(job()).result(0)


def test_nobody_there_is_told_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(EndpointUnreachable, match="No speech server answers"):
        text_of(SpeechServer(f"http://127.0.0.1:{port}/v1"))


def test_the_key_goes_along_when_the_server_wants_one(speech: SpeechServer) -> None:
    speech.wanted_key = "sk-1"
    assert text_of(speech, key="sk-1").text == SAID
    assert speech.keys[0] == "", "a server on this machine is asked without one first"
    assert set(speech.keys[1:]) == {"sk-1"}


def test_a_key_that_is_stored_later_is_found(speech: SpeechServer) -> None:
    speech.wanted_key = "sk-2"
    known = ["sk-1"]
    settings = RemoteSettings(endpoint=speech.url, model="m")
    engine = ServerEngine(Server(settings, find_key=lambda host, within_s: known[-1]))
    with pytest.raises(KeyRefused):
        engine.transcribe(job()).result(PATIENCE_S)
    known.append("sk-2")
    assert engine.transcribe(job()).result(PATIENCE_S).text == SAID
    engine.close()


def test_a_wrong_key_is_told_and_never_shown(
    speech: SpeechServer, caplog: pytest.LogCaptureFixture
) -> None:
    speech.wanted_key = "sk-1"
    caplog.set_level("DEBUG")
    with pytest.raises(KeyRefused, match="wants an API key") as caught:
        text_of(speech, key="sk-secret")
    assert caught.value.next_step == "Run `dictate remote key`."
    assert "sk-secret" not in str(caught.value) + caplog.text


def test_takes_overlap(speech: SpeechServer) -> None:
    both = threading.Barrier(2)

    def answer(handler: Any) -> None:
        both.wait(PATIENCE_S)
        handler.document(200, VERBOSE)

    speech.answer = answer
    engine = asking(speech, model="m")
    futures = [engine.transcribe(job()) for _ in range(2)]
    deadline_s = time.monotonic() + PATIENCE_S
    assert [f.result(deadline_s - time.monotonic()).text for f in futures] == [SAID, SAID]
    engine.close()
