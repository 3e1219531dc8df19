"""Which words start the tray program past the command line."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from dictate.__main__ import TrayStart, tray_start


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ((), TrayStart()),
        (("--config", "a.toml"), TrayStart("a.toml")),
        (("--welcome",), TrayStart(is_welcome=True)),
        (("--welcome", "--config", "a b.toml"), TrayStart("a b.toml", is_welcome=True)),
    ],
)
def test_the_tray_program_is_started_at_once(words: tuple[str, ...], start: TrayStart) -> None:
    assert tray_start(words) == start


@pytest.mark.parametrize(
    "words",
    [
        ("status",), ("--help",), ("--version",), ("-v",), ("--config",), ("--config", ""),
        ("--config", "--welcome"), ("--config=a.toml",), ("--config", "a.toml", "doctor"),
        ("--welcom",), ("",),
    ],
)  # fmt: skip
def test_everything_else_is_for_the_command_line(words: tuple[str, ...]) -> None:
    assert tray_start(words) is None


def test_until_the_icon_is_there_neither_commands_nor_core_are_loaded() -> None:
    # In a process of its own: here everything is loaded already.
    script = (
        "import sys, dictate.__main__, dictate.gui.app, dictate.gui.starting\n"
        "heavy = {'typer', 'pydantic', 'numpy', 'asyncio', 'dictate.cli', 'dictate.assembly'}\n"
        "print(sorted(heavy & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT for one process")
def test_ctrl_c_while_qt_is_loaded_ends_it_without_a_word() -> None:
    # The first thing a tray start loads stands for Qt, which would abort.
    script = (
        "import os, signal, sys, dictate.__main__, dictate.host\n"
        "dictate.host.has_display = lambda: os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.argv = ['dictate']\n"
        "dictate.__main__.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, "", "")
