"""A settings file as text cut at its headers: so sections are moved, renamed and taken out. Pure.

The comments right above a header belong to it, those at the very top to the file.
"""

from __future__ import annotations

import itertools
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dictate.settings import salvage


@dataclass(frozen=True, slots=True)
class Section:
    """A header with the comments above it and the lines below it."""

    path: tuple[str, ...]
    """The names in the header; none for what stands before the first one."""
    text: str


def split(text: str) -> list[Section]:
    """Return the sections of a file; joined they are its text.

    A line that looks like a header within a long text or list is none: what stands before it could
    not be read alone.
    """
    lines = text.splitlines(keepends=True)
    cuts: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    last = 0
    for number, line in enumerate(lines):
        if path := path_of(line):
            at = number
            while at > last and lines[at - 1].lstrip().startswith("#"):
                at -= 1
            if not _is_whole("".join(lines[cuts[-1][0] : at])):
                continue
            cuts.append((number if at == 0 else at, path))
            last = number + 1
    ends = [at for at, _ in cuts[1:]] + [len(lines)]
    return [
        Section(path, "".join(lines[at:end]))
        for (at, path), end in zip(cuts, ends, strict=True)
        if path or end
    ]


def _is_whole(text: str) -> bool:
    try:
        tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return False
    return True


def join(sections: Iterable[Section]) -> str:
    """Return the text of a file."""
    made = ""
    for section in sections:
        if made and not made.endswith("\n"):
            made += "\n"
        made += section.text
    return made


def path_of(line: str) -> tuple[str, ...]:
    """Return the names in a header; none where the line is not one."""
    if not line.lstrip().startswith("["):
        return ()
    try:
        found: object = tomllib.loads(line)
    except (tomllib.TOMLDecodeError, RecursionError):
        return ()
    path: list[str] = []
    while isinstance(found, dict) and found:
        name, found = next(iter(found.items()))
        path.append(name)
        if isinstance(found, list):
            found = found[0]
    return tuple(path)


def renamed(section: Section, path: tuple[str, ...]) -> Section:
    """Return a section with another header; what stands behind it stays."""
    lines = section.text.splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if path_of(line) == section.path)
    line = lines[at]
    ends = (number + 1 for number, sign in enumerate(line) if sign == "]")
    end = next(end for end in ends if path_of(line[:end]) == section.path)
    indent = line[: len(line) - len(line.lstrip())]
    lines[at] = f"{indent}[{'.'.join(map(salvage.as_toml_key, path))}]{line[end:]}"
    return replace(section, path=path, text="".join(lines))


def parted(text: str) -> tuple[str, str]:
    """Return a text without the blank lines at its end, and these."""
    lines = text.splitlines(keepends=True)
    blanks = len(list(itertools.takewhile(lambda line: not line.strip(), reversed(lines))))
    cut = len(lines) - blanks
    return "".join(lines[:cut]), "".join(lines[cut:])


def apart(before: str, text: str) -> str:
    """Return a section's text with a blank line above where there is none."""
    is_apart = not before or before.endswith(("\n\n", "\r\n\r\n"))
    return text if is_apart else f"\n{text}"
