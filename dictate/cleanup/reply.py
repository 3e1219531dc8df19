"""Reads the answer of a chat endpoint as it comes in, in whatever pieces: pure."""

from __future__ import annotations

import json

from dictate.errors import ReplyUnusable

MOST_BYTES = 4 * 1024 * 1024
"""No answer to a dictation is longer, with all that is wrapped around its words."""

_NEXT_STEP = "Check [llm] endpoint in the settings; `dictate llm check` tries it."


class Reply:
    """An answer: a stream of events, or one JSON document from servers that do not stream."""

    def __init__(self, *, streamed: bool) -> None:
        self._streamed = streamed
        self._rest = bytearray()
        self._size = 0
        self._parts: list[str] = []
        self._is_done = False
        self._finish = ""

    @property
    def characters(self) -> int:
        """How much of the text is here."""
        return sum(len(part) for part in self._parts)

    @property
    def is_done(self) -> bool:
        """The stream has said that it is over."""
        return self._is_done

    def feed(self, piece: bytes) -> None:
        """Take the next bytes. Raises ReplyUnusable when they are no answer."""
        self._size += len(piece)
        if self._size > MOST_BYTES:
            raise ReplyUnusable("The language model's answer does not end.", _NEXT_STEP)
        self._rest += piece  # a bytearray: adding costs what is added
        if self._streamed and b"\n" in piece:
            *lines, self._rest = self._rest.split(b"\n")
            for line in lines:
                self._take(bytes(line))

    def text(self) -> str:
        """Return the whole text at the end. Raises ReplyUnusable when some of it is missing."""
        if self._streamed:
            self._take(bytes(self._rest))
        else:
            self._add(bytes(self._rest), "message")
            self._is_done = True
        if self._finish == "length":
            raise ReplyUnusable(
                "The language model wrote much more than was said.", "Try another [llm] model."
            )
        if not self._is_done and not self._finish:
            raise ReplyUnusable("The language model's answer was cut off.", _NEXT_STEP)
        return "".join(self._parts)

    def _take(self, line: bytes) -> None:
        field, _, value = line.partition(b":")
        if field != b"data":
            return  # comments that keep a connection alive, names of events
        if value.strip() == b"[DONE]":
            self._is_done = True
        elif value.strip() and not self._is_done:
            self._add(value, "delta")

    def _add(self, document: bytes, where: str) -> None:
        try:
            found = json.loads(document)
            if not found.get("choices") and "error" not in found:
                return  # the figures at the end
            choice = found["choices"][0]
            content = (choice.get(where) or {}).get("content") or ""
            self._finish = choice.get("finish_reason") or self._finish
            if not isinstance(content, str):
                raise TypeError
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            # The document may repeat the text: neither it nor the error's words go anywhere.
            raise ReplyUnusable(
                "The endpoint's answer is not one of a language model.", _NEXT_STEP
            ) from error
        self._parts.append(content)
