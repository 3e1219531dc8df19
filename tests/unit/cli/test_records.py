"""What ``transcribe --json`` and ``demo --json`` give to other programs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import typer

from dictate import host
from dictate.cli import demo, engine_options, transcripts
from dictate.cli.progress import TenthLines
from dictate.cli.recogniser import Result
from dictate.domain import Segment, TakeId, TakeReport, Timings, Transcript, Verdict
from dictate.session.file_transcription import FileTranscript
from dictate.settings.schema import Settings
from tests.fakes.engine import SCRIPTED_MODEL

HEARD = Transcript(
    "Hello there.",
    Verdict.TEXT,
    language="en",
    language_probability=0.98765,
    duration_s=4.0,
    segments=(Segment(0.12345, 2.0, "Hello there."),),
    model=SCRIPTED_MODEL,
)


def test_a_file_goes_into_json() -> None:
    timings = Timings(vad_ms=100.0, load_ms=5000.0, decode_ms=250.0, text_ms=0.0)
    found = FileTranscript("Hello there.", HEARD.segments, HEARD, timings)
    result = Result(found, SCRIPTED_MODEL, read_ms=50.0, total_ms=5400.0)
    assert transcripts.as_record(Path("a.wav"), result) == {
        "file": "a.wav",
        "text": "Hello there.",
        "language": "en",
        "language_probability": 0.988,
        "verdict": "text",
        "complete": True,
        "duration_s": 4.0,
        "segments": [{"start_s": 0.123, "end_s": 2.0, "text": "Hello there."}],
        "model": "scripted",
        "demonstration": False,
        "device": "cpu",
        "compute_type": "int8",
        "timings_ms": {
            "read": 50.0,
            "vad": 100.0,
            "load": 5000.0,
            "decode": 250.0,
            "text": 0.0,
            "total": 5400.0,
        },
        "rtf": 0.1,
    }


def test_a_file_without_sound_has_no_rtf() -> None:
    silent = replace(HEARD, duration_s=0.0)
    result = Result(FileTranscript("", (), silent, Timings()), None, 0.0, 0.0)
    record = transcripts.as_record(Path("a.wav"), result)
    assert (record["rtf"], record["model"], record["device"]) == (None, None, None)


def test_options_beat_settings() -> None:
    settings = engine_options.changed(Settings(), model="tiny", language="de", device=None)
    assert (settings.engine.model, settings.engine.language) == ("tiny", "de")
    assert settings.engine.device == "auto"


@pytest.mark.parametrize(
    ("option", "value", "hint"),
    [("language", "German", '"de"'), ("device", "gpu", '"cuda"'), ("compute_type", "x", '"int8"')],
)
def test_a_wrong_option_is_wrong_usage(option: str, value: str, hint: str) -> None:
    with pytest.raises(typer.BadParameter) as caught:
        engine_options.changed(Settings(), **{option: value})
    assert hint in caught.value.message
    assert "until then" not in caught.value.message


def sample(tmp_path: Path, said: str) -> Path:
    (tmp_path / "mail_en.txt").write_text(said, encoding="utf-8")
    return tmp_path / "mail_en.wav"


def report(text: str) -> TakeReport:
    timings = Timings(release_to_text_ms=312.34, decode_ms=200.0)
    return TakeReport(TakeId(1), text, Verdict.TEXT, HEARD, 4.0, timings)


@pytest.mark.parametrize(
    ("said", "heard", "exact"),
    [
        ("Hello there.\n", "Hello there.", True),
        ("Hello there.", "Hello there. ", True),
        ("Hello there.", "Hello here.", False),
        ("", "", False),
    ],
)
def test_a_take_of_the_demonstration_goes_into_json(
    tmp_path: Path, said: str, heard: str, exact: bool
) -> None:
    record = demo.as_record(sample(tmp_path, said), report(heard))
    assert record["exact"] is exact
    assert record["name"] == "mail_en"
    assert record["expected"] == said.strip()
    assert record["text"] == heard
    assert record["language"] == "en"
    assert record["latency_ms"] == 312.3
    assert isinstance(record["timings_ms"], dict)
    assert record["timings_ms"]["decode"] == 200.0


def test_a_recording_without_its_text_is_not_exact(tmp_path: Path) -> None:
    record = demo.as_record(tmp_path / "x.wav", report("Hello."))
    assert (record["expected"], record["exact"]) == ("", False)


def test_every_shipped_recording_has_its_text() -> None:
    for path in demo.shipped():
        assert demo.expected_text(path), path
    assert host.resource_path("samples").is_dir()


def test_progress_lines_come_each_tenth(capsys: pytest.CaptureFixture[str]) -> None:
    lines = TenthLines("talk.wav")
    for done in range(61):
        lines.show(done / 60, "600 s")
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "talk.wav: 10 % of 600 s"
    assert len(told) == 10
