"""The steps every text goes through: each a pure function of text, with no memory and no I/O."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_NEVER_TYPED = frozenset({"Cc", "Cs", "Co"})

_BLANK = "[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_NO_BREAK = frozenset("\u00a0\u202f")
_BLANKS = re.compile(f"{_BLANK}+")
_LINE_EDGE = re.compile(f"{_BLANK}*\n{_BLANK}*")
_TOO_MANY_LINES = re.compile("\n{3,}")

# A mark ends a word only before a blank, a closing quote or the end: ".5" and ":-)" are left alone.
_END = "(?=[.,;:?!…]*(?:\\s|$|[\"'”’»“]))"
# "cd .." keeps its blank, and so do a pause within a sentence, "well … no", and a score, "2 : 1".
_MEANT = "(?!\\.\\.(?:[\\s/]|$)|(?:…|\\.{3})\\s|\\?{3})"
_SCORE = f"(?!(?<=\\d{_BLANK}):{_BLANK}\\d)"
_BEFORE_STOPS = re.compile(f"(?<=\\S){_BLANK}+{_MEANT}(?=[.,…]){_END}")
_BEFORE_MARKS = re.compile(f"(?<=\\S){_BLANK}+{_MEANT}{_SCORE}(?=[.,;:?!…]){_END}")

_ORDINARY_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*(?![^\s.,;:?!…)\]\"”“»]|\.\w)")

SPACED_MARKS = frozenset({"fr", "br"})
"""Languages that set a (no-break) space before ; : ? ! by their own rules."""

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60]"
)
"""Thai, Lao, Burmese, Khmer, Chinese and Japanese are written without spaces between words."""


def strip_controls(text: str) -> str:
    """Drop what must never reach a keyboard: control, surrogate, private and bidi codes.

    Line feeds and tabs stay, other line ends become line feeds. Joiners inside emoji and Persian
    words stay too; the replacement character U+FFFD, a decoder's broken byte, goes.
    """
    lines = _LINE_END.sub("\n", text)
    return "".join(char for char in lines if char in "\n\t" or not _forbidden(char))


def _forbidden(char: str) -> bool:
    code = ord(char)
    return (
        unicodedata.category(char) in _NEVER_TYPED
        or char in _BIDI_CONTROLS
        or char in "\ufeff\ufffd"
        or 0xFDD0 <= code <= 0xFDEF
        or code & 0xFFFE == 0xFFFE
    )


def compose(text: str) -> str:
    """Write accents as one character where there is one (NFC): one key press, one back space."""
    return unicodedata.normalize("NFC", text)


def single_blanks(text: str) -> str:
    """Make a run of blanks one, a no-break one if any of them was; lines and tabs stay."""
    return _BLANKS.sub(_narrowest, text)


def _narrowest(run: re.Match[str]) -> str:
    kept = [blank for blank in run.group() if blank in _NO_BREAK]
    if kept:
        return kept[0]
    return "\u3000" if set(run.group()) == {"\u3000"} else " "


def close_up_stops(text: str) -> str:
    """Remove blanks before a full stop, a comma and an ellipsis that ends a line."""
    return _BEFORE_STOPS.sub("", text)


def close_up_marks(text: str) -> str:
    """Remove blanks before . , ; : ? ! …; not for French (see SPACED_MARKS)."""
    return _BEFORE_MARKS.sub("", text)


def trim_lines(text: str) -> str:
    """Remove blanks at the edges of inner lines and allow one empty line in a row."""
    return _TOO_MANY_LINES.sub("\n\n", _LINE_EDGE.sub("\n", text))


def trim(text: str) -> str:
    """Remove white space at both ends."""
    return text.strip()


def capitalised(text: str) -> str:
    """Begin a text with a capital, but for "iPhone", an address or a name of program code."""
    first = _ORDINARY_WORD.match(text)
    return text[0].upper() + text[1:] if first and first.group().islower() else text


def is_unspaced(character: str) -> bool:
    """Tell whether this is written without spaces between words."""
    return bool(_UNSPACED.match(character))


def join_segments(segments: Iterable[str]) -> str:
    """Put decoded segments one after another with one space between, none where none is written.

    Chinese, Japanese, Thai and their like get no space at the seam.
    """
    joined = ""
    for segment in (part.strip() for part in segments):
        if not segment:
            continue
        seamless = joined and _UNSPACED.match(joined[-1]) and _UNSPACED.match(segment[0])
        joined += segment if not joined or seamless else f" {segment}"
    return joined
