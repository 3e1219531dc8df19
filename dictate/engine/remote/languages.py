"""The code of a language a server names in English ("german"): pure."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources


def code_of(name: str) -> str:
    """Return the code of a language given by code or English name; empty when it is unknown."""
    wanted = name.strip().casefold()
    known = _codes()
    if wanted in known.values():
        return wanted
    return known.get(wanted, known.get(wanted.partition("-")[0], ""))


@functools.cache
def _codes() -> dict[str, str]:
    file = resources.files("dictate.engine.remote").joinpath("languages.toml")
    table = tomllib.loads(file.read_text("utf-8"))
    by_name = {name: code for code, names in table.items() for name in names}
    return by_name | {code: code for code in table}
