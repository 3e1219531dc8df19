"""Spoken punctuation and layout: "comma" becomes a comma, where it is meant as one. Pure.

Prose talks about commas and periods as well. The careful way takes a name for a command unless the
words beside it make it a noun ("the comma", "comma is"); names that are everyday words ("period",
"Punkt") only between pauses, which the model writes as marks, or before a new line or paragraph,
and those that open or close something only with their other half. Other names always count between
pauses. The escape word before a name writes the name; an idiom ("quote unquote") stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from dictate.text.language import Language
from dictate.text.numbers import is_decimal_comma
from dictate.text.steps import capitalised

_MARKS = ".,;:?!…"
_SENTENCE_ENDS = ".?!…"
_BLANKS = " \u00a0\u202f"
_FOLLOWING_MARKS = re.compile(r"[.,;:?!…]+(?=\s|$)")
_WORDS_BEFORE = re.compile(r"\w[\w'’-]*")
_SENTENCE_END = re.compile(r"[.?!…\n]")
_WORD_AFTER = re.compile(r"[ \u00a0]*([\w'’-]+)")
_SETTINGS = ("open", "close", "between", "joined")
_PAIRS = {"(": ")", "[": "]", "{": "}", '"': '"', "„": "“", "“": "”", "«": "»", "‚": "‘"}
_LAYOUT = {"line": "\n", "paragraph": "\n\n", "bullet": "\n• "}


def spoken_marks(language: Language, *, always: bool = False) -> Callable[[str], str]:
    """Return the step for a language; ``always`` takes every name for a command."""
    named = {**language.marks, **language.strict}
    if not named:
        return lambda text: text
    idiom = "" if always else rf"(?P<idiom>{_any(language.idioms, '[ ,]+')})(?!\w)|"
    pattern = re.compile(
        rf"(?<![\w\"“„'’@/\\:`#-])(?:{idiom}(?:(?P<escape>{_any(language.escape)})[ \u00a0,]+)?"
        rf"(?P<name>{_any(named)})(?![\w\"”“'’@/\\-]|\.\w))",
        re.IGNORECASE,
    )
    breaks = [name for name, mark in language.marks.items() if mark in _LAYOUT]
    layout = re.compile(rf"[ \u00a0]+(?:{_any(breaks)})(?!\w)", re.IGNORECASE)

    def step(text: str) -> str:
        return _Page(language, always, layout).written(text, pattern)

    return step


def _any(phrases: Iterable[str], between: str = r"[ \u00a0]+") -> str:
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(between.join(map(re.escape, p.split())) for p in ordered) or r"(?!)"


class _Page:
    """A text on its way; one for each call."""

    def __init__(self, language: Language, always: bool, layout: re.Pattern[str]) -> None:
        self._language = language
        self._always = always
        self._layout = layout
        self._out = ""
        self._gap: str | None = None  # after a mark: what comes between it and the next words
        self._capital = False
        self._opened: list[str] = []

    def written(self, text: str, pattern: re.Pattern[str]) -> str:
        """Return the text with its commands carried out."""
        at = 0
        for found in pattern.finditer(text):
            if found["name"] is None:
                continue  # an idiom
            name = " ".join(found["name"].split()).casefold()
            between, rest = text[at : found.start()], text[found.end() :]
            if found["escape"]:
                self._add(between + found["name"])
                at = found.end()
            elif self._is_command(name, between, rest):
                self._add(between)
                named = self._language.marks.get(name) or self._language.strict[name]
                self._set(named)
                marks = _FOLLOWING_MARKS.match(text, found.end())
                at = marks.end() if marks else found.end()
                if marks and named.startswith("close"):
                    self._end_sentence(marks.group()[-1], text[at:])
        self._add(text[at:])
        return self._out

    def _is_command(self, name: str, between: str, rest: str) -> bool:
        if self._always:
            return True
        # Right behind another command, or at the begin, nothing makes it a noun.
        follows = self._gap is not None or not self._out
        before = between.rstrip(_BLANKS)
        pause_before = before.endswith(tuple(_MARKS + "\n")) if before else follows
        pause_after = not rest.strip() or rest[0] in _MARKS + "\n"
        named = self._language.strict.get(name, "")
        if named:
            if self._layout.match(rest):  # "period new paragraph"
                return not self._is_noun(self._out + between, "", name)
            # "comma newline": behind another command it is one as well.
            is_next = self._gap is not None and not before and named in _LAYOUT
            counts = is_next or (pause_before and pause_after and bool(self._out or before))
            return counts and self._is_paired(name, rest)
        if pause_before and pause_after:
            return True
        return self._is_paired(name, rest) and not self._is_noun(
            "" if pause_before else self._out + between, "" if pause_after else rest, name
        )

    def _is_paired(self, name: str, rest: str) -> bool:
        """Tell whether what opens is closed later on, and what closes was opened before."""
        named = {**self._language.marks, **self._language.strict}
        mark = named[name]
        if mark.startswith("close"):
            return any(_closes(mark.removeprefix("close"), opener) for opener in self._opened)
        if not mark.startswith("open"):
            return True
        opener = mark.removeprefix("open")
        closing = [
            other
            for other, mark in named.items()
            if mark.startswith("close") and _closes(mark.removeprefix("close"), opener)
        ]
        idioms = _any(self._language.idioms, "[ ,]+")
        rest = re.sub(rf"(?<!\w)(?:{idioms})(?!\w)", "", rest, flags=re.IGNORECASE)
        return bool(re.search(rf"(?<!\w)(?:{_any(closing)})(?!\w)", rest, re.IGNORECASE))

    def _is_noun(self, before: str, after: str, name: str) -> bool:
        known = self._language
        sentence = _SENTENCE_END.split(before)[-1]
        earlier = [word.casefold() for word in _WORDS_BEFORE.findall(sentence[-80:])]
        if len(sentence) < 80:
            earlier.insert(0, "^")
        if known.marks.get(name, "").startswith(("open", "close")):
            return len(earlier) > 1 and earlier[-1] in known.before and len(earlier[-1]) <= 3
        later = _WORD_AFTER.match(after)
        if later and later[1].casefold() in known.after:
            return True
        is_comma = known.marks.get(name) == ","
        if is_comma and earlier and later and is_decimal_comma(known.code, earlier[-1], later[1]):
            return True
        adjectives = 0
        while adjectives < len(earlier) - 1 and earlier[-1 - adjectives] in known.adjectives:
            adjectives += 1
        return any(
            " ".join(words[-size:]) in known.before
            for words in (earlier, earlier[: len(earlier) - adjectives])
            for size in (1, 2, 3)
        )

    def _end_sentence(self, mark: str, rest: str) -> None:
        """Keep the stop behind what closes, where a new sentence follows and it has none inside."""
        inner = self._out[:-1].rstrip()
        if mark in _SENTENCE_ENDS and rest.lstrip()[:1].isupper() and inner[-1:] not in ".?!…":
            self._out, self._capital = self._out + mark, True

    def _add(self, words: str) -> None:
        if self._gap is not None:
            words = words.lstrip(_BLANKS)
            if not words:
                return
            if self._capital:
                words = capitalised(words)
            self._out += self._gap
        self._out += words
        self._gap, self._capital = None, False

    def _set(self, named: str) -> None:
        """Write a mark or a layout after what is there."""
        # A comma of the model's marks the pause before a command; a spoken one stays.
        pause = "" if self._gap is not None else ",;" + _BLANKS
        out = self._out.rstrip(_BLANKS)
        how = next((s for s in _SETTINGS if named.startswith(s)), "")
        mark = named.removeprefix(how)
        if named in _LAYOUT:
            out, gap, capital = _broken(out.rstrip(pause), _LAYOUT[named]), "", True
        elif how == "open":
            self._opened.append(mark)
            capital = self._capital or out.endswith(tuple(_SENTENCE_ENDS)) or not out
            out = out.rstrip(pause)
            blank = " " if out and out[-1] not in "\n([„" else ""
            out, gap = f"{out}{blank}{mark}", ""
        elif how == "between":
            out, gap, capital = f"{out.rstrip(_MARKS)} {mark}".lstrip(), " ", False
        elif how == "joined":
            out, gap, capital = f"{out.rstrip(_MARKS)}{mark}", "", False
        elif how == "close":
            opener = next((one for one in self._opened if _closes(mark, one)), "")
            if opener:
                self._opened.remove(opener)
            inner = out.removesuffix(",")
            out, gap, capital = f"{inner}{mark}", " ", inner.endswith(tuple(".?!"))
        else:
            out, gap = f"{out.rstrip(_MARKS + _BLANKS)}{mark}", " "
            capital = mark.strip() in (".", "?", "!")
        self._out, self._gap, self._capital = out, gap, capital


def _closes(mark: str, opener: str) -> bool:
    """Tell whether these are a pair; those of no known kind are one with any."""
    return _PAIRS.get(opener, mark) == mark


def _broken(out: str, layout: str) -> str:
    """Return ``out`` with a new line, paragraph or bullet after it; lines do not pile up."""
    if "•" not in layout:
        return out + layout
    return f"{out}\n• " if out and not out.endswith("\n") else f"{out}• "
