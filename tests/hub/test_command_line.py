"""``dictate models`` as a user starts it: real processes, the real client, a hub on loopback."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dictate import host
from tests.fakes.model_folder import write_model
from tests.hub.fetching import BASE
from tests.hub.loopback_hub import LoopbackHub

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = host.resource_path("samples")

pytestmark = pytest.mark.usefixtures("empty_home")


def command(*args: str | Path) -> list[str]:
    return [sys.executable, "-m", "dictate", *map(str, args)]


def dictate(*args: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*args), cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )


def last_line(done: subprocess.CompletedProcess[str]) -> str:
    """Return what a failed command said in the end."""
    assert done.returncode == 1, done
    assert "Traceback" not in done.stderr
    return done.stderr.splitlines()[-1]


def test_from_download_to_text_and_away_again(served: LoopbackHub) -> None:
    place = host.models_folder() / "base"
    done = dictate("models", "download", "base")
    assert (done.returncode, done.stdout.strip()) == (0, str(place)), done.stderr
    assert "base: 100 % of 3 MB" in done.stderr
    (checked,) = json.loads(dictate("models", "verify", "base", "--load", "--json").stdout)
    assert checked["ok"] and checked["loaded"] and checked["checked"] == "checksums"
    sample = next(iter(sorted(SAMPLES.glob("*_en.wav"))))
    heard = json.loads(dictate("transcribe", "--json", "--model", "base", sample).stdout)
    assert heard["model"] == "base" and heard["text"]
    facts = json.loads(dictate("models", "info", "base", "--json").stdout)
    assert (facts["source"], facts["checksums"]) == (BASE, True)
    remove = ("models", "remove", "base", "--yes")
    assert "is in use" in last_line(dictate("--config", settings("base"), *remove))
    assert dictate("--config", settings("builtin"), *remove).returncode == 0
    assert not place.exists()


def settings(model: str) -> Path:
    path = host.models_folder().parent / f"{model}.toml"
    path.write_text(f'[engine]\nmodel = "{model}"\n')
    return path


def wait_for_bytes(running: subprocess.Popen[str], pattern: str) -> None:
    """Wait until some of a file has reached the disk."""
    for _ in range(400):
        parts = host.models_folder().glob(f".base.part/{pattern}")
        if any(part.stat().st_size for part in parts):
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            running.wait(0.05)
            break
    pytest.fail("nothing of it arrived")


@pytest.mark.skipif(os.name == "nt", reason="sends SIGINT")
def test_a_download_stopped_by_ctrl_c_goes_on(served: LoopbackHub) -> None:
    served.stall_after["model.bin"] = 700_000
    running = subprocess.Popen(
        command("models", "download", "base"), cwd=ROOT, stderr=subprocess.PIPE, text=True
    )
    assert served.stalled.wait(60)
    wait_for_bytes(running, "model.bin.*.part")
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=20)
    assert running.returncode == 130 and "Traceback" not in said
    assert said.splitlines()[-1].endswith("To go on: dictate models download base")
    facts = json.loads(dictate("models", "info", "base", "--json").stdout)
    assert facts["unfinished_mb"] >= 1 and not facts["cached"]
    assert dictate("models", "download", "base").returncode == 0
    assert served.asked("/storage/")[-1].range.startswith("bytes=")


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo terminal")
def test_a_bar_in_a_terminal(served: LoopbackHub) -> None:
    import pty

    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    with subprocess.Popen(
        command("models", "download", "base"), cwd=ROOT, stderr=theirs, env=environment
    ) as running:
        os.close(theirs)
        shown = b""
        try:
            while block := os.read(ours, 4096):
                shown += block
        except OSError:  # the other end is closed
            pass
        assert running.wait(60) == 0
    os.close(ours)
    assert b"base" in shown and "━".encode() in shown and b"MB" in shown


@pytest.mark.parametrize("kind", ["zip", "gztar"])
def test_a_model_from_another_machine(
    served: LoopbackHub, builtin: Path, tmp_path: Path, kind: str
) -> None:
    source = tmp_path / "usb" / "dutch"
    shutil.copytree(builtin, source)
    packed = shutil.make_archive(str(source), kind, source.parent, source.name)
    done = dictate("models", "import", packed, "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "name": "dutch",
        "path": str(host.models_folder() / "dutch"),
        "loads": True,
    }
    assert served.requests == []


def test_what_looks_like_a_model_and_does_not_load_is_refused(
    hub: LoopbackHub, tmp_path: Path
) -> None:
    source = write_model(tmp_path / "hollow")
    line = last_line(dictate("models", "import", source))
    assert line.startswith(f"dictate: The model in {source} does not load")
    assert not (host.models_folder() / "hollow").exists()


def test_a_larger_model_is_brought_in(hub: LoopbackHub, larger: Path) -> None:
    done = dictate("models", "import", larger, "--name", "larger")
    assert done.returncode == 0, done.stderr
    assert "100 % of" in done.stderr
    facts = json.loads(dictate("models", "info", "larger", "--json").stdout)
    assert facts["stored_as"] == "float16" and facts["parameters_m"] > 10


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ("download nobody/nothing", "has no model nobody/nothing"),
        ("download bsae", "Did you mean base"),
        ("verify base", "dictate models download base"),
        ("import /nowhere", "There is no /nowhere"),
    ],
)
def test_bad_input_is_one_line(served: LoopbackHub, args: str, said: str) -> None:
    done = dictate("models", *args.split())
    assert said in last_line(done) and len(done.stderr.splitlines()) == 1
