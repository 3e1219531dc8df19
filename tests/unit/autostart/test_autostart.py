"""The entry for the log-in: what it says on each system, and when it is touched."""

from __future__ import annotations

import plistlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dictate.autostart import entry
from dictate.autostart.place import EntryFile, RunKey, usual_place
from dictate.autostart.switch import Autostart
from dictate.errors import AutostartFailed

HARD = ("/opt/my tools/py%thon", 'a "b"', "$HOME", "back\\slash", "`x`")


def _unquoted(exec_value: str) -> list[str]:
    """Read an Exec key as the specification says: unescape the string, then the quotes."""
    text = exec_value.replace("\\\\", "\0").replace("\\n", "\n").replace("\0", "\\")
    parts, word, inside, escaped = [], "", False, False
    for char in text:
        if escaped:
            word, escaped = word + char, False
        elif inside and char == "\\":
            escaped = True
        elif char == '"':
            if inside:
                parts.append(word.replace("%%", "%"))
                word = ""
            inside = not inside
        elif inside:
            word += char
    return parts


def test_every_argument_survives_the_two_layers_of_quoting() -> None:
    text = entry.desktop_entry(HARD)
    line = next(line for line in text.splitlines() if line.startswith("Exec="))
    assert _unquoted(line.removeprefix("Exec=")) == list(HARD)


@pytest.mark.skipif(shutil.which("gio") is None, reason="GLib's gio is not installed")
def test_glib_runs_the_entry_word_for_word(tmp_path: Path) -> None:
    said = tmp_path / "said 100%.txt"
    program = tmp_path / "my $tool.sh"
    program.write_text(
        f"#!/bin/sh\nprintf '%s\\n' \"$@\" > '{said}.new'\nmv '{said}.new' '{said}'\n"
    )
    program.chmod(0o755)
    file = tmp_path / "dictate.desktop"
    file.write_text(entry.desktop_entry((str(program), *HARD)))
    subprocess.run(["gio", "launch", str(file)], check=True, capture_output=True, timeout=20)
    for _ in range(500):
        if said.exists():
            break
        subprocess.run(["sleep", "0.02"], check=True)
    assert said.read_text().splitlines() == list(HARD)


def test_windows_gets_a_command_line_without_a_console() -> None:
    command = entry.start_command(r"C:\My Tools\python.exe", "win32", r"C:\a b\s.toml")
    expected = r'"C:\My Tools\pythonw.exe" -m dictate --config "C:\a b\s.toml"'
    assert entry.run_value(command) == expected


def test_launchd_gets_a_job_of_the_desktop_session() -> None:
    command = entry.start_command("/usr/bin/python3", "darwin")
    said = plistlib.loads(entry.launch_agent(command).encode())
    assert said["ProgramArguments"] == ["/usr/bin/python3", "-m", "dictate"]
    assert (said["RunAtLoad"], said["LimitLoadToSessionType"]) == (True, "Aqua")


def test_each_system_has_its_place(tmp_path: Path) -> None:
    def file(platform: str, environ: dict[str, str]) -> str:
        place = usual_place(platform, environ, tmp_path)
        assert isinstance(place, EntryFile)
        return place.path.relative_to(tmp_path).as_posix()

    assert file("linux", {}) == ".config/autostart/dictate.desktop"
    assert file("linux", {"XDG_CONFIG_HOME": "relative"}) == ".config/autostart/dictate.desktop"
    named = {"XDG_CONFIG_HOME": str(tmp_path / "c")}
    assert file("linux", named) == "c/autostart/dictate.desktop"
    assert file("darwin", {}) == "Library/LaunchAgents/org.dictate.Dictate.plist"
    assert isinstance(usual_place("win32"), RunKey)


@pytest.fixture
def file(empty_home: Path) -> Path:
    return empty_home / ".config" / "autostart" / "dictate.desktop"


def test_on_writes_an_entry_and_off_takes_it_away(file: Path) -> None:
    autostart = Autostart()
    assert not autostart.is_on
    autostart.turn(True)
    assert autostart.is_on
    assert f'Exec="{sys.executable}" "-m" "dictate"\n' in file.read_text()
    autostart.turn(False)
    autostart.turn(False)
    assert not file.exists()


def test_another_settings_file_is_named_in_the_entry(file: Path, tmp_path: Path) -> None:
    Autostart(tmp_path / "mine.toml").turn(True)
    assert f'"--config" "{tmp_path / "mine.toml"}"' in file.read_text()


def test_a_start_renews_the_entry_of_an_installation_that_moved(file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_text(entry.desktop_entry(("/gone/python", "-m", "dictate")))
    Autostart().keep(True)
    assert sys.executable in file.read_text()


def test_a_start_makes_a_missing_entry_only_where_it_is_wished(file: Path) -> None:
    Autostart().keep(False)
    assert not file.exists()
    Autostart().keep(True)
    assert file.exists()


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_what_the_desktop_switched_off_stays_off_until_it_is_chosen_here(
    file: Path, line: str
) -> None:
    autostart = Autostart()
    autostart.turn(True)
    file.write_text(file.read_text() + line + "\n")
    autostart.keep(True)
    assert not autostart.is_on
    autostart.turn(True)
    assert autostart.is_on


def test_an_entry_of_somebody_else_is_never_touched(file: Path) -> None:
    theirs = "[Desktop Entry]\nType=Application\nName=Dictate\nExec=other\n"
    file.parent.mkdir(parents=True)
    file.write_text(theirs)
    autostart = Autostart()
    autostart.keep(True)
    autostart.turn(True)
    autostart.turn(False)
    assert file.read_text() == theirs
    file.write_text(theirs + "Hidden=true\n")
    with pytest.raises(AutostartFailed):
        autostart.turn(True)


def test_a_folder_that_cannot_be_written_is_told(file: Path) -> None:
    file.parent.parent.mkdir(parents=True, exist_ok=True)
    file.parent.write_text("no folder")
    with pytest.raises(AutostartFailed, match="cannot be changed"):
        Autostart().turn(True)
