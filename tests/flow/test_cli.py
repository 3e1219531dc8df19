"""The program as a user starts it: real processes and files, the built-in model, an empty home."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dictate import host

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = host.resource_path("samples")
BUILTIN = host.resource_path("models", "builtin")

pytestmark = pytest.mark.usefixtures("empty_home")


def command(*args: str | Path) -> list[str]:
    return [sys.executable, "-m", "dictate", *map(str, args)]


def environment(**more: str) -> dict[str, str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    return {**kept, **more}


def dictate(*args: str | Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*args),
        cwd=ROOT,
        env=environment(**env),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def failure(done: subprocess.CompletedProcess[str]) -> str:
    """Return the one line a failed command said."""
    assert done.returncode == 1, done
    assert "Traceback" not in done.stderr
    lines = [line for line in done.stderr.splitlines() if line.startswith("dictate: ")]
    assert len(lines) == 1, done.stderr
    return lines[0]


@pytest.fixture(scope="module")
def sample() -> Path:
    return next(path for path in sorted(SAMPLES.glob("*_en.wav")))


# -- start


@pytest.mark.parametrize("args", [["--version"], ["--help"], ["toggle"], ["settings", "path"]])
def test_small_commands_load_nothing_big(args: list[str]) -> None:
    heavy = {"numpy", "PySide6", "faster_whisper", "ctranslate2", "av", "onnxruntime", "pynput"}
    code = (
        "import sys; from dictate.cli import app\n"
        f"try: app({args!r})\n"
        f"except SystemExit: print('LOADED', *({heavy!r} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines()[-1] == "LOADED", done.stderr


def test_wrong_usage_is_2() -> None:
    assert dictate("transcribe").returncode == 2
    assert dictate("fly").returncode == 2
    done = dictate("transcribe", "--language", "German", "x.wav")
    assert done.returncode == 2
    assert "de" in done.stderr


def test_a_display_that_cannot_be_opened_is_one_line() -> None:
    line = failure(dictate(DISPLAY=":4711"))
    assert ":4711" in line and "DISPLAY" in line


# -- recordings


def test_text_alone_is_on_stdout_and_the_demonstration_is_said(sample: Path) -> None:
    done = dictate("transcribe", sample)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 1
    assert len(done.stdout.split()) >= 3
    assert len(done.stderr.splitlines()) == 1
    assert "demonstration" in done.stderr
    assert "dictate models download base" in done.stderr


def test_json_has_every_word_later_work_relies_on(sample: Path) -> None:
    done = dictate("transcribe", "--json", "--language", "en", "--device", "cuda", sample)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert {
        "text", "language", "duration_s", "segments", "model", "device", "compute_type",
        "timings_ms", "rtf",
    } <= set(told)  # fmt: skip
    assert told["model"] == "builtin"
    assert told["language"] == "en"
    assert told["text"]
    assert 0 < told["rtf"] < 5
    assert 0 < told["timings_ms"]["decode"] <= told["timings_ms"]["total"]
    for segment in told["segments"]:
        assert 0 <= segment["start_s"] < segment["end_s"] <= told["duration_s"]
        assert segment["text"]
    if told["device"] == "cpu":  # no CUDA here: said in one line
        assert "CUDA" in done.stderr


def bad_files(folder: Path, sample: Path) -> list[Path]:
    (folder / "empty.wav").touch()
    (folder / "text.wav").write_text("This is no sound.\n" * 100)
    (folder / "noise.mp3").write_bytes(bytes(range(256)) * 20)
    data = sample.read_bytes()
    (folder / "header.wav").write_bytes(data[:30])
    (folder / "a folder.wav").mkdir()
    names = ("empty.wav", "text.wav", "noise.mp3", "header.wav", "a folder.wav", "none.wav")
    return [folder / name for name in names]


def test_each_bad_file_is_one_line_and_the_good_one_is_still_read(
    tmp_path: Path, sample: Path
) -> None:
    bad = bad_files(tmp_path, sample)
    done = dictate("transcribe", *bad, sample)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert len(done.stdout.splitlines()) == 1
    lines = [line for line in done.stderr.splitlines() if line.startswith("dictate: ")]
    assert len(lines) == len(bad)
    for path, line in zip(bad, lines, strict=True):
        assert str(path) in line
        assert line.count(". ") >= 1, f"no next step: {line}"


def test_bad_files_have_their_place_in_json(tmp_path: Path, sample: Path) -> None:
    done = dictate("transcribe", "--json", tmp_path / "none.wav", sample)
    assert done.returncode == 1
    missing, good = json.loads(done.stdout)
    assert missing["error"] and missing["next_step"]
    assert good["text"]


def test_what_is_good_of_a_truncated_file_is_not_lost(tmp_path: Path, sample: Path) -> None:
    broken = tmp_path / "broken.wav"
    data = sample.read_bytes()
    broken.write_bytes(data[: len(data) * 7 // 10])
    done = dictate("transcribe", broken)
    assert "breaks off after" in failure(done)
    assert done.stdout.strip()


def test_silence_is_no_failure(tmp_path: Path) -> None:
    import wave

    path = tmp_path / "silence.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 16_000, 0, "NONE", ""))
        file.writeframes(bytes(64_000))
    done = dictate("transcribe", path)
    assert (done.returncode, done.stdout) == (0, "")
    assert "No speech was found" in done.stderr
    told = json.loads(dictate("transcribe", "--json", path).stdout)
    assert (told["text"], told["segments"], told["verdict"]) == ("", [], "no_speech")
    assert told["model"] == "builtin"


# -- models


def test_models_that_cannot_be_used_are_one_line_each(tmp_path: Path, sample: Path) -> None:
    damaged, short = tmp_path / "damaged", tmp_path / "short"
    for folder in (damaged, short):
        shutil.copytree(BUILTIN, folder)
    (damaged / "tokenizer.json").unlink()
    (short / "model.bin").write_bytes((BUILTIN / "model.bin").read_bytes()[:1000])
    for model, words in {
        "larg-v3": "large-v3",
        "base": "dictate models download base",
        str(damaged): "tokenizer.json",
        str(short): "model.bin",
        str(tmp_path / "none"): "none",
    }.items():
        done = dictate("transcribe", "--model", model, sample)
        assert words in failure(done)
        assert done.stdout == ""


# -- settings


def test_settings_reach_the_recogniser_and_mistakes_are_told(tmp_path: Path, sample: Path) -> None:
    file = tmp_path / "s.toml"
    file.write_text('[engine]\nlanguage = "de"\nbeam_size = "many"\nmodle = "base"\n')
    done = dictate("transcribe", "--json", sample, DICTATE_CONFIG=str(file))
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["language"] == "de"
    assert "engine.beam_size" in done.stderr
    assert "Did you mean engine.model?" in done.stderr

    file.write_text("[engine\n")
    assert "line 1" in failure(dictate("--config", file, "transcribe", sample))


def test_the_doctor_tells_of_a_hotkey_that_cannot_be_read(tmp_path: Path) -> None:
    file = tmp_path / "s.toml"
    file.write_text('[hotkey]\nbinding = "ctrl+hyper7"\n')
    done = dictate("--config", file, "doctor", "--json")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    told = {check["name"]: check for check in json.loads(done.stdout)}
    assert told["hotkey"]["status"] == "failure"
    assert "hyper7" in told["hotkey"]["detail"]
    assert told["model"]["status"] == "warning"  # it works; it is the demonstration
    assert all(c["next_step"] for c in told.values() if c["status"] == "failure")


# -- other formats


def test_a_recording_as_subtitles() -> None:
    sample = SAMPLES / "mail_en.wav"
    text = dictate("transcribe", sample).stdout.strip()
    done = dictate("transcribe", sample, "--format", "srt")
    assert done.returncode == 0, done.stderr
    number, times, *lines = done.stdout.strip().split("\n\n")[0].splitlines()
    assert number == "1" and " --> " in times
    assert text.startswith(" ".join(lines))
    assert dictate("transcribe", sample, "--format", "vtt").stdout.startswith("WEBVTT\n\n00:00:00.")
    table = dictate("transcribe", sample, "--format", "csv").stdout
    assert table.startswith("start_s,end_s,text\n0.")


def test_two_files_are_not_one_subtitle_file() -> None:
    sample = SAMPLES / "mail_en.wav"
    assert dictate("transcribe", sample, sample, "--format", "srt").returncode == 2


def test_words_have_times_inside_the_recording_and_in_order() -> None:
    done = dictate("transcribe", SAMPLES / "mail_en.wav", "--words")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    words = [word for segment in told["segments"] for word in segment["words"]]
    assert " ".join(word["text"] for word in words) == told["text"]
    times = [time for word in words for time in (word["start_s"], word["end_s"])]
    assert times == sorted(times)
    assert times[0] >= 0 and times[-1] <= told["duration_s"]


# -- measuring models


def test_the_benchmark_measures_a_model_and_its_errors() -> None:
    done = dictate("benchmark", "--models", "builtin", "--audio", SAMPLES, "--limit", "3", "--json")
    assert done.returncode == 0, done.stderr
    (told,) = json.loads(done.stdout)
    assert (told["model"], told["device"], told["recordings"]) == ("builtin", "cpu", 3)
    assert set(told["decode_ms"]) == {"5", "13", "30"}
    assert min(told["decode_ms"].values()) > 0 and told["load_ms"] > 0
    assert told["memory_mb"] > 20
    assert told["wer"] <= 0.3


def test_the_benchmark_tells_of_a_model_that_is_not_there_and_measures_the_others() -> None:
    done = dictate("benchmark", "--models", "tinny,builtin", "--json")
    assert done.returncode == 1
    assert "tiny" in done.stderr and "Traceback" not in done.stderr
    assert [told["model"] for told in json.loads(done.stdout)] == ["builtin"]


# -- the demonstration


@pytest.mark.slow
def test_the_demonstration_as_json() -> None:
    done = dictate("demo", "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert [take["name"] for take in told] == sorted(p.stem for p in SAMPLES.glob("*.wav"))
    assert {take["language"] for take in told} == {"en", "de"}
    exact = [take["name"] for take in told if take["exact"]]
    assert len(exact) >= len(told) * 2 // 3, told
    assert all(take["latency_ms"] > 0 for take in told)


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT for one process")
def test_without_a_display_the_demonstration_runs_and_ctrl_c_ends_it_quietly() -> None:
    program = subprocess.Popen(
        command(),
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert program.stdout is not None
    first = sorted(path.stem for path in SAMPLES.glob("*.wav"))[0]
    lines = [program.stdout.readline() for _ in range(4)]  # waits for the first text
    assert lines[0].strip() == first
    assert lines[3].endswith(" ms\n")
    asked_s = time.monotonic()
    program.send_signal(signal.SIGINT)
    _, err = program.communicate(timeout=20)
    assert time.monotonic() - asked_s < 5
    assert program.returncode == 130
    notes = err.splitlines()
    assert "no display" in notes[0]
    assert "demonstration model" in notes[1]
    assert len(notes) == 3, err


def test_no_library_keeps_or_reports_anything_of_its_own(sample: Path, empty_home: Path) -> None:
    """ONNX Runtime would write an identifier and a database of events, and send them."""
    silent = ("CI", "ORT_RUNNING_UNIT_TESTS", "GITHUB_ACTIONS", "ORT_DISABLE_TELEMETRY")
    loud = {name: value for name, value in environment().items() if name not in silent}
    done = subprocess.run(
        command("transcribe", sample), env=loud, cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode == 0
    written = [path.relative_to(empty_home) for path in empty_home.rglob("*") if path.is_file()]
    assert written, "the log at least"
    assert [path for path in written if "dictate" not in path.parts] == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize("words", [("--version",), ("--help",), ("models", "list", "--help")])
def test_help_and_version_for_a_full_disk_are_one_line(words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            command(*words),
            cwd=ROOT,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )
    assert "cannot be written" in failure(done)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_disk_for_remarks_costs_no_result(sample: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            command("transcribe", sample),
            cwd=ROOT,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=full,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 0
    assert done.stdout.strip() == " ".join(sample.with_suffix(".txt").read_text("utf-8").split())


@pytest.mark.skipif(os.name != "posix", reason="the shell closes them")
def test_closed_streams_do_no_harm() -> None:
    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", "-c", '"$@" <&- >&-', "sh", *command(*words)],
            cwd=ROOT,
            env=environment(),
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )

    assert (run("models", "list").returncode, run("models", "list").stderr) == (0, "")
    assert run("text", "-", "--language", "en").returncode == 0
