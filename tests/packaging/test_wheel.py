"""The wheel, installed into an environment of its own, works far from the source tree."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.home import make_home

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "resources/samples"

pytestmark = pytest.mark.slow


def _run(*command: str | Path, cwd: Path, env: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd, env=env, capture_output=True, text=True, timeout=150, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, cwd=ROOT)
    (path,) = out.glob("dictate-*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel, and the packages it needs borrowed from this one."""
    folder = tmp_path_factory.mktemp("venv") / "venv"
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin/python"
    # The installer of this environment installs into that one: a fresh pip would be a download.
    _run(
        sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index",
        "--disable-pip-version-check", wheel,
        cwd=folder,
    )  # fmt: skip
    # As a plain folder (no .pth of it is read), so that no editable install is seen through it.
    site = _run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder)
    Path(site.strip(), "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder


@pytest.fixture
def far_away(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """A working folder and an environment that know nothing of the source tree."""
    home = {**os.environ, **make_home(tmp_path / "home")}
    env = {name: value for name, value in home.items() if name not in ("PYTHONPATH", "DISPLAY")}
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return folder, env


def test_the_wheel_carries_model_samples_and_icons(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    shipped = {f"dictate/{p.relative_to(ROOT)}" for p in (ROOT / "resources").rglob("*.*")}
    assert len(shipped) > 10
    assert shipped <= names
    assert not [name for name in names if name.startswith(("tests/", "scripts/"))]


def test_the_wheel_names_its_licence_and_its_command(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (metadata,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
    (entries,) = (name for name in archive.namelist() if name.endswith("/entry_points.txt"))
    assert "License-Expression: MIT" in archive.read(metadata).decode()
    assert "dictate = dictate.__main__:main" in archive.read(entries).decode()


def test_the_installed_program_is_the_one_of_the_wheel(
    installed: Path, far_away: tuple[Path, dict[str, str]]
) -> None:
    folder, env = far_away
    code = "import dictate; print(dictate.__file__)"
    found = _run(installed / "bin/python", "-c", code, cwd=folder, env=env)
    assert Path(found.strip()).is_relative_to(installed)


def test_demo_from_another_folder_recognises_the_samples(
    installed: Path, far_away: tuple[Path, dict[str, str]]
) -> None:
    folder, env = far_away
    printed = _run(installed / "bin/dictate", "demo", "--json", cwd=folder, env=env)
    takes = {take["name"]: take["text"] for take in json.loads(printed)}
    said = {path.stem: path.read_text(encoding="utf-8") for path in SAMPLES.glob("*.txt")}
    assert takes.keys() == said.keys()
    assert {name: _words(text) for name, text in takes.items()} == {
        name: _words(text) for name, text in said.items()
    }


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
