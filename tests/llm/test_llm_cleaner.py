"""The real client against a chat server on this machine that behaves well and badly."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator

import pytest

from dictate.cancellation import Cancellation
from dictate.cleanup.chat_client import ChatClient
from dictate.cleanup.endpoint import parse
from dictate.cleanup.llm_cleaner import LlmCleaner
from dictate.errors import (
    CleanupCancelled,
    CleanupRefused,
    EndpointError,
    EndpointRefused,
    EndpointTooSlow,
    EndpointUnreachable,
    KeyRefused,
    ReplyUnusable,
)
from dictate.settings.choices import (
    LlmWhen,
)
from dictate.settings.schema import (
    LlmSettings,
)
from tests.fakes.chat_server import Answer, ChatServer, chat_server, text_of

SAID = "um hello there it takes 15 minutes"
CLEAN = "Hello there, it takes 15 minutes."
PATIENCE_S = 10.0


@pytest.fixture
def chat() -> Iterator[ChatServer]:
    with chat_server(answer=lambda handler: handler.stream(CLEAN)) as chat:
        yield chat


def _cleaner(chat: ChatServer, key: str = "", **settings: object) -> LlmCleaner:
    values = {"timeout_s": 5.0, **settings}
    made = LlmSettings(LlmWhen.ALWAYS, chat.url, **values)  # type: ignore[arg-type]
    return LlmCleaner(made, ChatClient(parse(chat.url)), find_key=lambda host, within_s: key)


def test_a_text_is_cleaned(chat: ChatServer) -> None:
    cleaner = _cleaner(chat)
    assert cleaner.clean(SAID, "en", Cancellation()) == CLEAN
    body = chat.bodies[0]
    assert text_of(body) == SAID
    assert body["temperature"] == 0
    assert body["stream"] is True
    assert len(SAID) / 4 < body["max_tokens"] < len(SAID) * 2
    assert body["model"] == "tidy:1b", "the first one that is not for embeddings"


def test_progress_is_told_while_words_come(chat: ChatServer) -> None:
    shares: list[float] = []
    seen = threading.Event()

    def answer(handler: object) -> None:
        handler.begin()  # type: ignore[attr-defined]
        handler.event(CLEAN[:20])  # type: ignore[attr-defined]
        assert seen.wait(PATIENCE_S), "half of it is told before the rest is there"
        handler.event(CLEAN[20:], "stop")  # type: ignore[attr-defined]

    def progress(share: float) -> None:
        shares.append(share)
        if share > 0:
            seen.set()

    chat.answer = answer
    assert _cleaner(chat).clean(SAID, "en", Cancellation(), progress) == CLEAN
    assert shares == [0, pytest.approx(20 / len(SAID)), pytest.approx(len(CLEAN) / len(SAID))]


def test_the_models_are_asked_for_once_and_not_at_all_with_one_in_the_settings(
    chat: ChatServer,
) -> None:
    cleaner = _cleaner(chat)
    for _ in range(2):
        cleaner.clean(SAID, "en", Cancellation())
    assert len(chat.keys) == 3
    _cleaner(chat, model="other").clean(SAID, "en", Cancellation())
    assert len(chat.keys) == 4
    assert chat.bodies[-1]["model"] == "other"


def test_a_server_that_does_not_stream_will_do(chat: ChatServer) -> None:
    message = {"message": {"role": "assistant", "content": CLEAN}, "finish_reason": "stop"}
    chat.answer = lambda handler: handler.document(200, {"choices": [message]})
    assert _cleaner(chat).clean(SAID, "en", Cancellation()) == CLEAN


@pytest.mark.parametrize(
    "answer",
    [
        "Hello there, it takes 50 minutes.",
        "Sure! Here is the text: Hello there, it takes 15 minutes.",
        "It takes a quarter of an hour.",
        "Hello there.",
        "   ",
    ],
)
def test_a_text_that_says_something_else_is_refused(chat: ChatServer, answer: str) -> None:
    chat.answer = lambda handler: handler.stream(answer)
    with pytest.raises(CleanupRefused, match="was not used"):
        _cleaner(chat).clean(SAID, "en", Cancellation())


BAD: list[tuple[str, Answer, type[EndpointError]]] = [
    ("401", lambda h: h.document(401, {"error": {"message": SAID}}), KeyRefused),
    ("404", lambda h: h.document(404, {"error": {"message": SAID}}), EndpointRefused),
    ("500", lambda h: h.raw(SAID.encode(), "text/plain", 500), EndpointRefused),
    ("redirect", lambda h: h.raw(b"", "text/plain", 307), EndpointRefused),
    ("garbage", lambda h: h.raw(b"data: \xff{{\n\n"), ReplyUnusable),
    ("garbage document", lambda h: h.raw(b"[1, 2]", "application/json"), ReplyUnusable),
    ("a page", lambda h: h.raw(b"<html>hello</html>", "text/html"), ReplyUnusable),
    ("nothing", lambda h: h.raw(b""), ReplyUnusable),
    ("error in the stream", lambda h: h.raw(b'data: {"error": {}}\n\n'), ReplyUnusable),
    ("too long", lambda h: h.stream(CLEAN, "length"), ReplyUnusable),
    ("hung up at once", lambda h: h.hang_up(), EndpointError),
]  # fmt: skip


@pytest.mark.parametrize(("name", "answer", "error"), BAD, ids=[name for name, *_ in BAD])
def test_a_bad_answer_is_one_sentence_without_the_text(
    chat: ChatServer, name: str, answer: Answer, error: type[EndpointError]
) -> None:
    chat.answer = answer
    with pytest.raises(error) as caught:
        _cleaner(chat).clean(SAID, "en", Cancellation())
    assert caught.value.next_step
    assert "hello" not in str(caught.value).casefold()


def test_an_answer_cut_off_in_the_middle_is_not_used(chat: ChatServer) -> None:
    def cut(handler: object) -> None:
        handler.begin()  # type: ignore[attr-defined]
        handler.event(CLEAN)  # type: ignore[attr-defined]

    chat.answer = cut
    with pytest.raises(ReplyUnusable, match="cut off"):
        _cleaner(chat).clean(SAID, "en", Cancellation())


@pytest.mark.parametrize("way", ["hang", "trickle"])
def test_slowness_costs_the_time_out_and_no_more(chat: ChatServer, way: str) -> None:
    chat.answer = lambda handler: getattr(handler, way)()
    began_s = time.monotonic()
    with pytest.raises(EndpointTooSlow, match=r"0\.5"):
        _cleaner(chat, timeout_s=0.5, model="m").clean(SAID, "en", Cancellation())
    assert 0.4 < time.monotonic() - began_s < 2.0
    assert chat.left.wait(PATIENCE_S), "the server is told"


@pytest.mark.parametrize("way", ["hang", "trickle"])
def test_cancelling_ends_it_at_once(chat: ChatServer, way: str) -> None:
    chat.answer = lambda handler: getattr(handler, way)()
    cancellation = Cancellation()

    def cancel() -> None:
        assert chat.asked.wait(PATIENCE_S)
        cancellation.cancel()

    thread = threading.Thread(target=cancel)
    thread.start()
    began_s = time.monotonic()
    with pytest.raises(CleanupCancelled):
        _cleaner(chat, timeout_s=60.0).clean(SAID, "en", cancellation)
    assert time.monotonic() - began_s < PATIENCE_S
    thread.join(PATIENCE_S)
    assert chat.left.wait(PATIENCE_S)


def test_what_was_cancelled_before_asks_nobody(chat: ChatServer) -> None:
    cancellation = Cancellation()
    cancellation.cancel()
    with pytest.raises(CleanupCancelled):
        _cleaner(chat).clean(SAID, "en", cancellation)
    assert chat.bodies == []


def test_nobody_there_is_told_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    settings = LlmSettings(LlmWhen.ALWAYS, f"http://127.0.0.1:{port}/v1", timeout_s=30.0)
    cleaner = LlmCleaner(settings, ChatClient(parse(settings.endpoint)), lambda host, s: "")
    began_s = time.monotonic()
    with pytest.raises(EndpointUnreachable, match="No language model answers"):
        cleaner.clean(SAID, "en", Cancellation())
    assert time.monotonic() - began_s < PATIENCE_S


def test_a_name_is_looked_up_and_proxies_are_left_alone(
    chat: ChatServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    chat.url = chat.url.replace("127.0.0.1", "localhost")
    assert _cleaner(chat).clean(SAID, "en", Cancellation()) == CLEAN


def test_the_key_goes_along_when_the_endpoint_wants_one(chat: ChatServer) -> None:
    chat.wanted_key = "sk-1"
    cleaner = _cleaner(chat, key="sk-1")
    assert cleaner.clean(SAID, "en", Cancellation()) == CLEAN
    assert chat.keys[0] == "", "a server on this machine is asked without one first"
    assert set(chat.keys[1:]) == {"sk-1"}


def test_a_wrong_key_is_told_and_never_shown(
    chat: ChatServer, caplog: pytest.LogCaptureFixture
) -> None:
    chat.wanted_key = "sk-1"
    caplog.set_level("DEBUG")
    with pytest.raises(KeyRefused, match="wants an API key") as caught:
        _cleaner(chat, key="sk-secret").clean(SAID, "en", Cancellation())
    assert caught.value.next_step == "Run `dictate llm key`."
    assert "sk-secret" not in str(caught.value) + caplog.text
    assert "hello" not in caplog.text.casefold()


def test_a_text_too_long_to_compare_is_not_sent(chat: ChatServer) -> None:
    with pytest.raises(CleanupRefused, match="too long"):
        _cleaner(chat).clean("word " * 1501, "en", Cancellation())
    assert chat.bodies == []
