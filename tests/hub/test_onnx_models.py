"""Models for onnx-asr from a hub that has them in two precisions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dictate import host
from dictate.engine import storage
from dictate.engine.model_format import Format
from tests.fakes.onnx_model import SAYS, write_transducer
from tests.hub.fetching import Run
from tests.hub.loopback_hub import LoopbackHub
from tests.hub.test_command_line import dictate, last_line

REPO = "istupakov/parakeet-tdt-0.6b-v3-onnx"
V3 = "parakeet-tdt-0.6b-v3"


@pytest.fixture
def parakeet(hub: LoopbackHub, tmp_path: Path) -> LoopbackHub:
    folder = write_transducer(tmp_path / "served", ("int8", "float32"), external=True)
    (folder / "README.md").write_text("about", "utf-8")
    (folder / "nemo128.onnx").write_bytes(b"features")
    hub.add(REPO, folder)
    return hub


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize(("name", "ending"), [(V3, ".int8.onnx"), (f"{V3}-float32", ".onnx")])
def test_one_precision_is_fetched(parakeet: LoopbackHub, name: str, ending: str) -> None:
    folder = Run()(name)
    assert names(folder) == {
        "checksums.json",
        "config.json",
        "vocab.txt",
        f"encoder-model{ending}",
        f"encoder-model{ending}.data",
        f"decoder_joint-model{ending}",
    }
    assert storage.resolve(name).stored_as is Format.ONNX


def test_of_any_other_repository_the_smallest_is_taken(hub: LoopbackHub, tmp_path: Path) -> None:
    hub.add("me/mine", write_transducer(tmp_path / "served", ("int8", "float32")))
    assert "encoder-model.int8.onnx" in names(Run()("me/mine"))
    assert "encoder-model.onnx" not in names(Run()("me/mine"))


@pytest.mark.parametrize(
    ("gone", "told"),
    [
        ("vocab.txt", "no vocab.txt"),
        ("decoder_joint-model.int8.onnx", "a part of its weights is not there"),
    ],
)
def test_half_a_model_is_refused_before_anything_is_fetched(
    hub: LoopbackHub, tmp_path: Path, gone: str, told: str
) -> None:
    folder = write_transducer(tmp_path / "served")
    (folder / gone).unlink()
    hub.add("me/mine", folder)
    assert told in Run().failure("me/mine").message
    assert not hub.asked("/resolve/")


def test_what_is_no_model_for_onnx_asr_is_not_kept(hub: LoopbackHub, tmp_path: Path) -> None:
    folder = write_transducer(tmp_path / "served")
    (folder / "config.json").write_text('{"model_type": "whisper"}', "utf-8")
    hub.add("me/mine", folder)
    failure = Run().failure("me/mine")
    assert "not a usable model" in failure.message and "Choose another model" in failure.next_step


HIDING = """
import sys

class Hidden:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "onnx_asr":
            raise ModuleNotFoundError("No module named 'onnx_asr'", name="onnx_asr")

sys.meta_path.insert(0, Hidden())
"""


@pytest.mark.usefixtures("empty_home")
def test_from_download_to_text_and_away_again(parakeet: LoopbackHub) -> None:
    place = host.models_folder() / V3
    done = dictate("models", "download", "parakeet")
    assert (done.returncode, done.stdout.strip()) == (0, str(place)), done.stderr
    assert "onnx-asr" not in done.stderr
    (checked,) = json.loads(dictate("models", "verify", V3, "--load", "--json").stdout)
    assert checked["ok"] and checked["loaded"] and checked["checked"] == "checksums"
    sample = host.resource_path("samples") / "meeting_en.wav"
    heard = json.loads(dictate("transcribe", "--json", "--model", "parakeet", sample).stdout)
    assert (heard["model"], heard["text"]) == (V3, SAYS)
    facts = json.loads(dictate("models", "info", "parakeet", "--json").stdout)
    assert (facts["engine"], facts["source"], facts["stored_as"]) == ("onnx-asr", REPO, "int8")
    assert "nothing to tune" in last_line(dictate("tune", "--model", "parakeet"))
    assert dictate("--config", _other(), "models", "remove", V3, "--yes").returncode == 0
    assert not place.exists()


@pytest.mark.usefixtures("empty_home")
def test_without_the_package_every_command_says_what_to_install(
    parakeet: LoopbackHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "hiding").mkdir()
    (tmp_path / "hiding" / "sitecustomize.py").write_text(HIDING, "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "hiding"))
    done = dictate("models", "download", "parakeet")
    assert done.returncode == 0 and "-m pip install onnx-asr" in done.stderr
    sample = host.resource_path("samples") / "meeting_en.wav"
    told = last_line(dictate("transcribe", "--model", "parakeet", sample))
    assert "needs the Python package onnx-asr" in told and "-m pip install onnx-asr" in told
    assert json.loads(dictate("transcribe", "--json", sample).stdout)["model"] == "builtin"
    assert dictate("models", "verify", V3).returncode == 0


def _other() -> Path:
    path = host.models_folder().parent / "other.toml"
    path.write_text('[engine]\nmodel = "builtin"\n', "utf-8")
    return path
