"""Says the core's sentences in the user's language. Nothing of Qt but ``translate``; see there.

Errors and notices are worded in English where they happen, with values in them: a microphone, a
path, a number. ``core_templates`` holds these sentences with numbered places. A sentence is matched
against them, the one with the most words of its own first, and said in the user's language with its
values as they are; a value that is itself a part of a sentence is said in that language too. What
nobody knows stays as it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from dictate.domain import Notice
from dictate.errors import DictateError
from dictate.gui import key_words
from dictate.gui.translation import translate

_PLACE = re.compile(r"\{(\d+)\}")
_BOUNDARY = re.compile(r"(?<=[.?!]) (?=\S)")
_COLON = re.compile(r": (?=[A-Z])")
_CHOICE = re.compile(r'(?:"[^"]*"|[^\s"]+)(?: or (?:"[^"]*"|[^\s"]+))+')
"""Values one can choose from."""
_KEYS = re.compile(r"[ +]")
"""Keys have one of these; single words such as “Home” may be anything else."""
_SENTENCE = "Dictate is not running."
"""In every language it reads otherwise."""
_MOST_PARTS = 6
"""A text of more sentences is no notice."""
_DEEPEST = 2
_REMEMBERED = 256


@dataclass(frozen=True, slots=True)
class Template:
    """One sentence with places, in English and in the user's language."""

    source: str
    told: str
    head: str
    tail: str
    weight: int
    """How many characters are its own."""

    @classmethod
    def of(cls, source: str, told: str) -> Template:
        """Make it from the two wordings."""
        own = _PLACE.split(source)[::2]
        return cls(source, told, own[0], own[-1], sum(len(part) for part in own))

    def values(self, text: str) -> tuple[str, ...] | None:
        """Return what stands in its places in ``text``, or None where that is another sentence."""
        if not (text.startswith(self.head) and text.endswith(self.tail)):
            return None
        found = _pattern(self.source).fullmatch(text)
        return found.groups() if found else None

    def filled(self, values: Iterable[str]) -> str:
        """Return it in the user's language with these values."""
        given = tuple(values)
        return _PLACE.sub(lambda place: given[int(place[1])], self.told)


@lru_cache(maxsize=_REMEMBERED)
def _pattern(source: str) -> re.Pattern[str]:
    own = _PLACE.split(source)[::2]
    return re.compile("(.*?)".join(re.escape(part) for part in own), re.DOTALL)


class Book:
    """All sentences in one language."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._whole: dict[str, str] = {}
        self._by_head: dict[str, list[Template]] = defaultdict(list)
        for source, told in pairs:
            if _PLACE.search(source):
                template = Template.of(source, told)
                self._by_head[_key(template.head)].append(template)
            else:
                self._whole[source] = told
        for templates in self._by_head.values():
            templates.sort(key=lambda template: -template.weight)

    def told(self, text: str) -> str:
        """Return a text of one or more sentences in the user's language."""
        return self._told(text, _DEEPEST) or text

    def _told(self, text: str, depth: int) -> str | None:
        if text in self._whole:
            return self._whole[text]
        found = self._found(text)
        if found is None or not found[0].head:
            of_file = self._behind_a_name(text)
            if of_file is not None:
                return of_file
        if found is None or any(_BOUNDARY.search(value) for value in found[1]):
            several = self._several(text, depth, _MOST_PARTS)
            if several is not None:
                return several
        if found is None:
            return None
        template, values = found
        return template.filled(self._value(value, depth) for value in values)

    def _found(self, text: str) -> tuple[Template, tuple[str, ...]] | None:
        starting, open_ended = self._by_head.get(_key(text), ()), self._by_head.get("", ())
        for template in sorted((*starting, *open_ended), key=lambda template: -template.weight):
            values = template.values(text)
            if values is not None:
                return template, values
        return None

    def _behind_a_name(self, text: str) -> str | None:
        """Return a sentence that follows the name of a file and a colon."""
        for colon in _COLON.finditer(text):
            rest = text[colon.end() :]
            found = self._found(rest)
            if rest in self._whole or (found is not None and found[0].head):
                return text[: colon.end()] + (self._one(rest, _DEEPEST) or rest)
        return None

    def _several(self, text: str, depth: int, left: int) -> str | None:
        """Return sentences one after the other, if each is known."""
        if left == 0:
            return None
        for boundary in _BOUNDARY.finditer(text):
            first, rest = text[: boundary.start()], text[boundary.end() :]
            head = self._one(first, depth)
            tail = None if head is None else self._told_or_more(rest, depth, left - 1)
            if head is not None and tail is not None:
                return f"{head} {tail}"
        return None

    def _told_or_more(self, text: str, depth: int, left: int) -> str | None:
        return self._several(text, depth, left) or self._one(text, depth)

    def _one(self, text: str, depth: int) -> str | None:
        if text in self._whole:
            return self._whole[text]
        found = self._found(text)
        return found and found[0].filled(self._value(value, depth) for value in found[1])

    def _value(self, value: str, depth: int) -> str:
        words = value.strip()
        if depth == 0 or not words:
            return value
        told = self._told(words, depth - 1)
        if told is None and _CHOICE.fullmatch(words):
            told = words.replace(" or ", f" {self._whole.get('or', 'or')} ")
        if told is None and words[0].isupper():  # it begins a sentence here
            told = self._told(words[0].lower() + words[1:], depth - 1)
            told = told and told[0].upper() + told[1:]
        if told is None and _KEYS.search(words):
            told = key_words.said(words)
        return value if told is None else value.replace(words, told)


def _key(text: str) -> str:
    """Return the first word, where that is whole: what templates are found by."""
    word, blank, _ = text.partition(" ")
    return word if blank else ""


@lru_cache(maxsize=4)
def _book(language: str) -> Book:
    """Return all sentences; ``language`` is one of them in it, so that a change makes another."""
    from dictate.gui import core_templates  # nobody who reads English needs them

    return Book(core_templates.pairs())


@lru_cache(maxsize=_REMEMBERED)
def _told_in(language: str, text: str) -> str:
    return _book(language).told(text)


def told(text: str) -> str:
    """Return a sentence of the core, or several, in the user's language."""
    language = translate("Core", _SENTENCE)
    return text if language == _SENTENCE or not text else _told_in(language, text)


def told_notice(notice: Notice) -> Notice:
    """Return a notice of the core in the user's language."""
    return replace(notice, message=told(notice.message), next_step=told(notice.next_step))


def told_line(problem: Notice | DictateError) -> str:
    """Return a notice or an error of the core in one line in the user's language."""
    return f"{told(problem.message)} {told(problem.next_step)}".strip()
