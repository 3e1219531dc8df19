from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.ctranslate2_folder import write_folder
from benchmarks.scripted_weights import Shape, scripted
from dictate import host
from tests.hub.fetching import BASE, FILES
from tests.hub.loopback_hub import LoopbackHub, running_hub

SMALL_SHAPE = Shape(width=192, layers=2, heads=3)
PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LoopbackHub]:
    """A hub on loopback the program is pointed at, empty folders for downloads and cache."""
    for name in (*PROXIES, "HF_TOKEN", "HF_HUB_OFFLINE"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    # The library reads this once; other tests may have loaded it while it was set.
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", False)
    monkeypatch.setenv("DICTATE_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    with running_hub() as served:
        monkeypatch.setenv("HF_ENDPOINT", served.endpoint)
        yield served


@pytest.fixture
def builtin() -> Path:
    return host.resource_path("models", "builtin")


@pytest.fixture
def served(hub: LoopbackHub, builtin: Path, tmp_path: Path) -> LoopbackHub:
    """The hub with the built-in model as base, and files nobody needs."""
    folder = tmp_path / "served"
    folder.mkdir()
    for path in builtin.iterdir():
        if path.name in FILES:
            (folder / path.name).write_bytes(path.read_bytes())
    (folder / "README.md").write_text("about", "utf-8")
    (folder / "training.bin").write_bytes(bytes(100))
    hub.add(BASE, folder)
    return hub


@pytest.fixture(scope="session")
def larger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of the real format with some twenty MB of weights."""
    folder = tmp_path_factory.mktemp("larger") / "model"
    write_folder(folder, scripted(SMALL_SHAPE))
    return folder
