"""The rules the layers live by, checked on the program as it is."""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "dictate"
HEAVY = {
    "PySide6", "Xlib", "av", "ctranslate2", "faster_whisper", "httpx2", "huggingface_hub",
    "keyring", "onnxruntime", "pynput", "pyqtgraph", "sounddevice",
}  # fmt: skip
"""What takes long to import or needs a desktop: loaded by its adapter when it is used."""


def _sources() -> Iterator[Path]:
    return PACKAGE.rglob("*.py")


def _modules_after(statement: str) -> set[str]:
    """Return the top names of all modules loaded by a statement in a fresh process."""
    code = f"import json, sys; {statement}; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
    )
    return {name.partition(".")[0] for name in json.loads(done.stdout)}


def test_import_contracts_hold() -> None:
    # In a process of its own: it sets up logging anew and would silence every logger of ours.
    lint = (
        "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    )
    done = subprocess.run(
        [sys.executable, "-c", lint], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("module", ["dictate.assembly", "dictate.cli"])
def test_importing_the_program_loads_nothing_heavy(module: str) -> None:
    assert not _modules_after(f"import {module}") & HEAVY


def test_qt_is_imported_in_gui_only() -> None:
    importers = {p for p in _sources() if "PySide6" in _imported_names(p)}
    outside = {p for p in importers if not p.is_relative_to(PACKAGE / "gui")}
    assert importers, "the test looks in the wrong place"
    assert not outside


def _imported_names(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return {name.partition(".")[0] for name in names}


def test_every_module_opens_with_its_job() -> None:
    silent = [p for p in _sources() if not ast.get_docstring(ast.parse(p.read_text("utf-8")))]
    assert not silent


def test_no_module_is_named_after_nothing() -> None:
    vague = {"utils", "util", "helpers", "common", "manager", "base", "misc", "types"}
    assert not [path for path in _sources() if path.stem in vague]


@pytest.mark.parametrize(
    "parts",
    [("models", "builtin", "model.bin"), ("models", "builtin", "tokenizer.json"), ("samples",)],
    ids="/".join,
)
def test_resources_resolve_in_the_tree(parts: tuple[str, ...]) -> None:
    from dictate import host

    assert host.resource_path(*parts) == ROOT.joinpath("resources", *parts)


def test_resources_resolve_beside_an_installed_package(tmp_path: Path) -> None:
    # As the wheel lays them out; tests/packaging builds and installs a real one.
    shutil.copytree(PACKAGE, tmp_path / "dictate")
    (tmp_path / "dictate/resources/samples").mkdir(parents=True)
    code = "from dictate import host; print(host.resource_path('samples'))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=True
    )
    assert Path(done.stdout.strip()) == tmp_path / "dictate/resources/samples"


def test_a_lost_resource_is_told_with_a_next_step() -> None:
    from dictate import host
    from dictate.errors import DictateError

    with pytest.raises(DictateError, match="lacks models/none") as caught:
        host.resource_path("models", "none")
    assert caught.value.next_step
