"""What nobody said is dropped; what somebody may have said is kept."""

from __future__ import annotations

import pytest

from dictate.text.guards import compress_loops, is_echo, is_imagined
from dictate.text.language import load


@pytest.mark.parametrize(
    ("language", "text", "speech_s", "dropped"),
    [
        ("en", "Thanks for watching!", 1.0, True),
        ("en", "Thank you for watching.", 2.0, True),
        ("en", "Thank you for watching.", 9.0, False),
        ("en", "Thank you.", 0.1, True),
        ("en", "Thank you.", 0.6, False),
        ("en", "you", 0.1, True),
        ("en", "You are right.", 0.1, False),
        ("en", "Bye.", 0.16, False),
        ("de", "Ja.", 0.16, False),
        ("de", "Ja.", 0.1, True),
        ("de", "Bis zum nächsten Mal!", 0.8, False),
        ("de", "Das war's für heute.", 0.8, False),
        ("en", "I said thanks for watching.", 1.0, False),
        ("de", "Untertitel der Amara.org-Community", 1.0, True),
        ("de", "Untertitelung des ZDF, 2020", 1.0, False),
        ("de", "Vielen Dank.", 0.1, True),
        ("de", "Vielen Dank.", 0.8, False),
        ("de", "Vielen Dank fürs Zuschauen!", 1.5, True),
        ("fr", "Sous-titrage Société Radio-Canada", 1.0, True),
        ("es", "Subtítulos realizados por la comunidad de Amara.org", 1.0, True),
        ("", "Thank you.", 0.1, False),
        ("en", "", 0.0, False),
    ],
)
def test_texts_for_noise(language: str, text: str, speech_s: float, dropped: bool) -> None:
    assert is_imagined(text, load(language), speech_s) is dropped


@pytest.mark.parametrize(
    ("text", "speech_s", "echo"),
    [
        ("Kubernetes, Grafana, Prometheus.", 0.5, True),
        ("Kubernetes, Grafana, Prometheus.", 3.0, False),
        ("Kubernetes, Grafana.", 0.5, False),
        ("Prometheus and Kubernetes", 0.5, False),
        ("", 0.0, False),
    ],
)
def test_echo_of_the_vocabulary(text: str, speech_s: float, echo: bool) -> None:
    assert is_echo(text, ["Kubernetes", "Grafana", "Prometheus"], speech_s) is echo


@pytest.mark.parametrize(
    ("text", "compressed"),
    [
        ("no no no", "no no no"),
        ("very very very very good", "very very very very good"),
        ("yes yes yes yes yes yes yes", "yes"),
        ("I am here. I am here. I am here. I am here.", "I am here."),
        ("Well, I am here, I am here, I am here. Bye", "Well, I am here. Bye"),
        ("and so and so and so", "and so and so and so"),
        ("and so and so and so and so on", "and so on"),
        ("1 1 1 1 1 1 1 1", "1 1 1 1 1 1 1 1"),
        ("- - - - - - - -", "- - - - - - - -"),
        ("", ""),
    ],
)
def test_loops(text: str, compressed: str) -> None:
    assert compress_loops(text) == compressed
