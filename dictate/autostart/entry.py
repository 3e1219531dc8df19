"""What a system is told so that Dictate starts at the log-in. Pure: commands in, texts out.

Linux desktops read a desktop entry (freedesktop.org's Desktop Entry and Autostart specifications),
Windows a command line under the Run key, macOS a property list for launchd (launchd.plist(5)).
"""

from __future__ import annotations

import plistlib
import re
import subprocess
from pathlib import PurePath, PureWindowsPath

LABEL = "org.dictate.Dictate"
"""launchd's name of the job."""

_MARK = "X-Dictate-Autostart=true"
_RESERVED = re.compile(r'(["`$\\])')


def start_command(python: str, platform: str, settings_file: str = "") -> tuple[str, ...]:
    """Return what starts the program: the interpreter that has it, and a settings file if named.

    Windows has an interpreter that opens no console.
    """
    if platform == "win32":
        path = PureWindowsPath(python)
        if path.name.lower() == "python.exe":
            python = str(path.with_name("pythonw.exe"))
    config = ("--config", settings_file) if settings_file else ()
    return (python, "-m", "dictate", *config)


def desktop_entry(command: tuple[str, ...], icon: PurePath | None = None) -> str:
    """Return a desktop entry that runs ``command``."""
    lines = [
        "[Desktop Entry]",
        "Type=Application",
        "Name=Dictate",
        "Comment=Hold a key, speak, let go: the text is in your window",
        "Comment[de]=Taste halten, sprechen, loslassen: Der Text steht in Ihrem Fenster",
        f"Exec={_escaped(' '.join(_quoted(part) for part in command))}",
        *([f"Icon={_escaped(str(icon))}"] if icon else []),
        "Terminal=false",
        "StartupNotify=false",
        "Categories=Utility;Accessibility;",
        _MARK,
    ]
    return "\n".join(lines) + "\n"


def _quoted(argument: str) -> str:
    """Return an argument of the Exec key; quoted, four characters need a backslash."""
    return '"' + _RESERVED.sub(r"\\\1", argument).replace("%", "%%") + '"'


def _escaped(value: str) -> str:
    """Return a value of the type string: its backslashes and line breaks are escaped once more."""
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")


def run_value(command: tuple[str, ...]) -> str:
    """Return the command line that Windows runs."""
    return subprocess.list2cmdline(command)


def launch_agent(command: tuple[str, ...]) -> str:
    """Return a property list with which launchd runs ``command`` at the log-in."""
    return plistlib.dumps(
        {
            "Label": LABEL,
            "ProgramArguments": list(command),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
            "LimitLoadToSessionType": "Aqua",
        }
    ).decode("utf-8")


def is_ours(text: str) -> bool:
    """Tell whether an entry was written here and may be changed or taken away."""
    return _MARK in text.splitlines() or f"<string>{LABEL}</string>" in text


def is_switched_off(text: str) -> bool:
    """Tell whether the desktop's own settings have switched an entry off, which is respected."""
    said = {line.replace(" ", "").lower() for line in text.splitlines()}
    return bool(said & {"hidden=true", "x-gnome-autostart-enabled=false"})
