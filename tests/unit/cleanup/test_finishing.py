"""Which texts a language model goes over, and which way they take."""

from __future__ import annotations

from pathlib import Path

import pytest

from dictate.assembly import finishing
from dictate.cleanup import endpoint
from dictate.domain import Draft, ModelInfo
from dictate.settings.choices import (
    LlmWhen,
)
from dictate.settings.schema import (
    HookSettings,
    LlmSettings,
    Settings,
)


def _model(folder: Path, size_bytes: int = 0, *, demonstration: bool = False) -> ModelInfo:
    with (folder / "model.bin").open("wb") as file:
        file.truncate(size_bytes)
    return ModelInfo("m", folder, "cpu", "int8", demonstration)


def test_nothing_goes_over_texts_by_default() -> None:
    assert finishing.finisher(Settings()) is None


def test_a_command_alone_asks_no_language_model() -> None:
    assert finishing.finisher(Settings(hook=HookSettings(("cat",)))) is not None
    assert finishing.cleaner(LlmSettings()) is None


@pytest.mark.parametrize(
    ("when", "size_bytes", "wanted"),
    [
        (LlmWhen.NEVER, 1000, False),
        (LlmWhen.ALWAYS, 3_000_000_000, True),
        (LlmWhen.SMALL_MODELS, 484_000_000, True),
        (LlmWhen.SMALL_MODELS, 1_500_000_000, False),
    ],
)
def test_the_size_of_the_speech_model_decides_where_it_is_to(
    tmp_path: Path, when: LlmWhen, size_bytes: int, wanted: bool
) -> None:
    draft = Draft("hello", "en", _model(tmp_path, size_bytes))
    assert finishing.wants(when, draft) is wanted


def test_the_demonstration_and_an_unknown_model_count_as_small(tmp_path: Path) -> None:
    assert finishing.is_small(_model(tmp_path, 10**10, demonstration=True))
    assert finishing.wants(LlmWhen.SMALL_MODELS, Draft("hello"))


@pytest.mark.parametrize(
    ("setting", "url", "stays"),
    [
        ("ollama", "http://127.0.0.1:11434/v1", True),
        ("llama.cpp", "http://127.0.0.1:8080/v1", True),
        ("http://localhost:1234", "http://localhost:1234/v1", True),
        ("http://[::1]:1234/v1/", "http://[::1]:1234/v1", True),
        ("http://127.9.9.9/x/chat/completions", "http://127.9.9.9/x", True),
        ("https://api.example.com/v1", "https://api.example.com/v1", False),
        ("http://192.168.0.7:8080/v1", "http://192.168.0.7:8080/v1", False),
        ("http://127.0.0.1.example.com/v1", "http://127.0.0.1.example.com/v1", False),
        ("http://localhost.example.com/v1", "http://localhost.example.com/v1", False),
    ],
)
def test_an_endpoint_is_this_machine_or_not(setting: str, url: str, stays: bool) -> None:
    found = endpoint.parse(setting)
    assert (found.url, found.is_local) == (url, stays)
    assert bool(endpoint.route(LlmSettings(LlmWhen.ALWAYS, setting))) is not stays
    assert endpoint.route(LlmSettings(LlmWhen.NEVER, setting)) == ""


def test_a_way_that_is_not_encrypted_is_told() -> None:
    def route(setting: str) -> str:
        return endpoint.route(LlmSettings(LlmWhen.ALWAYS, setting))

    assert "not encrypted" in route("http://192.168.0.7/v1")
    assert "not encrypted" not in route("https://192.168.0.7/v1")
