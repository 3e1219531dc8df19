"""What a check of ``dictate doctor`` found: how it ended, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dictate.domain import Notice, Severity
from dictate.errors import DictateError


class Status(StrEnum):
    """How a check ended."""

    OK = "ok"
    WARNING = "warning"
    FAILURE = "failure"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    name: str
    status: Status
    detail: str
    next_step: str = ""
    lines: tuple[str, ...] = ()
    """To be copied as they are."""


def good(name: str, detail: str) -> Check:
    """Return a check that found nothing wrong."""
    return Check(name, Status.OK, detail)


def failed(name: str, error: DictateError, status: Status = Status.FAILURE) -> Check:
    """Return a check that ended in this error."""
    return Check(name, status, error.message, error.next_step)


def noticed(name: str, notice: Notice) -> Check:
    """Return a check that ended in this notice."""
    status = Status.FAILURE if notice.severity is Severity.ERROR else Status.WARNING
    return Check(name, status, notice.message, notice.next_step)
