"""What the text stage knows of a language, read from a data file of the package or of the user.

A file ``xx.toml`` holds the words of language xx:

- ``escape``: said before the name of a mark, the name is written; ``scratch``: drops the sentence
  before it; ``strict_scratch``: the same for what prose says as well ("if it is old, delete that"),
  only as a sentence of its own; ``undo``: said alone, takes the last text back; ``fillers``: sounds
  to leave out; ``twice``: words that prose may hold twice in a row; ``idioms``: phrases in which
  nothing is a command or a filler;
- ``before`` and ``after``: next to these the name of a mark is an ordinary word, also with one of
  ``adjectives`` behind the first; ``before`` may hold phrases, "^" being the begin of a sentence;
  brackets and quotes, which come in pairs, only heed ``before`` words of up to three letters;
- ``[marks]``: names of marks and what is written. A value may begin with how it is set: "open(",
  "close)", "between–" (blanks on both sides), "joined-" (none); "line", "paragraph" and "bullet"
  are layout; without any of these it follows the word before it;
- ``[strict]``: the same for names that are everyday words;
- ``[hallucinations]``: what Whisper writes for noise: ``credits`` nobody dictates, and
  ``everyday`` texts that are doubted only where there was hardly any speech.

A user's file of the same name adds to that; an empty text takes a name out.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any

from dictate.errors import SettingInvalid

LARGEST_BYTES = 200_000


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language; all empty for one without a file."""

    code: str = ""
    escape: tuple[str, ...] = ()
    scratch: tuple[str, ...] = ()
    strict_scratch: tuple[str, ...] = ()
    undo: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    twice: frozenset[str] = frozenset()
    idioms: tuple[str, ...] = ()
    before: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    marks: Mapping[str, str] = field(default_factory=dict)
    strict: Mapping[str, str] = field(default_factory=dict)
    credits: frozenset[str] = frozenset()
    everyday: frozenset[str] = frozenset()


def load(code: str, folder: Path | None = None) -> Language:
    """Return a language with what the user's ``folder`` adds to it. Raises SettingInvalid."""
    data: dict[str, Any] = {}
    if code.isalpha():
        shipped = resources.files("dictate.text") / "languages" / f"{code}.toml"
        if shipped.is_file():
            data = tomllib.loads(shipped.read_text("utf-8"))
        own = folder / f"{code}.toml" if folder else None
        if own is not None and own.is_file():
            data = _merged(data, _read(own))
    return _language(code, data)


def _read(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            data = tomllib.loads(file.read(LARGEST_BYTES).decode("utf-8"))
        _check(data)
    except (OSError, ValueError) as error:  # TOMLDecodeError and UnicodeDecodeError are ValueErrors
        raise SettingInvalid(
            f"The language file {path} cannot be used: {error}.",
            "Mend it; until then Dictate's own words are used.",
        ) from error
    return data


def _check(data: Mapping[str, Any]) -> None:
    for name, value in data.items():
        if isinstance(value, Mapping) and name == "hallucinations":
            _check(value)
        elif isinstance(value, Mapping) and all(isinstance(v, str) for v in value.values()):
            continue
        elif not (isinstance(value, list) and all(isinstance(v, str) for v in value)):
            raise ValueError(f"{name} holds something else than texts")


def _merged(base: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for name, value in more.items():
        if isinstance(value, Mapping):
            merged[name] = _merged(base.get(name, {}), value)
        elif isinstance(value, list):
            merged[name] = [*base.get(name, []), *value]
        else:
            merged[name] = value
    return merged


def _language(code: str, data: Mapping[str, Any]) -> Language:
    def words(name: str) -> tuple[str, ...]:
        return tuple(str(word) for word in data.get(name, ()))

    def names(name: str) -> dict[str, str]:
        return {k.casefold(): str(v) for k, v in data.get(name, {}).items() if v}

    imagined = data.get("hallucinations", {})
    return Language(
        code,
        escape=words("escape"),
        scratch=words("scratch"),
        strict_scratch=words("strict_scratch"),
        undo=words("undo"),
        fillers=words("fillers"),
        twice=frozenset(w.casefold() for w in words("twice")),
        idioms=words("idioms"),
        before=frozenset(w.casefold() for w in words("before")),
        adjectives=frozenset(w.casefold() for w in words("adjectives")),
        after=frozenset(w.casefold() for w in words("after")),
        marks=names("marks"),
        strict=names("strict"),
        credits=frozenset(plain(t) for t in imagined.get("credits", ())),
        everyday=frozenset(plain(t) for t in imagined.get("everyday", ())),
    )


def plain(text: str) -> str:
    """Return a text in small letters, without marks, one space between words."""
    kept = "".join(c if c.isalnum() else " " for c in text.casefold().replace("'", ""))
    return " ".join(kept.split())
