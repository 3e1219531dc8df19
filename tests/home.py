"""An empty home: nothing of the person who runs the tests is read or written."""

from __future__ import annotations

from pathlib import Path

_HOMES = {
    "HOME": "",
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_RUNTIME_DIR": "run",
    "XDG_STATE_HOME": ".local/state",
}


def make_home(home: Path) -> dict[str, str]:
    """Make an empty home; return the environment that leads there."""
    env = {}
    for name, folder in _HOMES.items():
        path = home / folder
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        env[name] = str(path)
    return env
