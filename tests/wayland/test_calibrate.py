"""``dictate doctor --calibrate`` in a real Sway: our own window, wtype and the clipboard."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desktop.compositor import Compositor, missing_programs
from tests.home import make_home

pytestmark = pytest.mark.skipif(
    bool(missing_programs()), reason=f"not installed: {', '.join(missing_programs())}"
)

ROOT = Path(__file__).resolve().parents[2]


def test_the_tools_are_tried_and_the_clipboard_is_put_back(tmp_path: Path) -> None:
    with Compositor() as desktop:
        home = make_home(tmp_path)
        home.pop("XDG_RUNTIME_DIR")
        env = {**desktop.env, **home, "QT_QPA_PLATFORM": "wayland", "PYTHONPATH": str(ROOT)}

        def run(*command: str) -> str:
            done = subprocess.run(
                command, env=env, capture_output=True, text=True, timeout=90, check=False
            )
            assert done.returncode == 0, done.stderr
            return done.stdout

        run("sh", "-c", "printf 'kept ✓' | wl-copy >/dev/null 2>&1")
        doctor = ("-m", "dictate", "doctor", "--calibrate", "--no-hotkey", "--json")
        told = json.loads(run(sys.executable, *doctor))
        assert [(t["method"], t["through"], t["exact"]) for t in told["trials"]] == [
            ("type", "wtype", True),
            ("paste", "wtype", True),
        ]
        assert told["proposal"] == "auto"
        assert run("wl-paste", "--no-newline") == "kept ✓"
