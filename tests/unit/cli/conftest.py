"""Runs commands in this process, with a home of their own."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dictate.cli import app

Invoke = Callable[..., "Result"]


@pytest.fixture
def invoke(empty_home: Path) -> Iterator[Invoke]:
    """Run ``dictate`` with these arguments in an empty home."""

    def run(*args: str | Path, stdin: str | None = None) -> Result:
        return CliRunner().invoke(app, [str(arg) for arg in args], input=stdin)

    yield run
    logger = logging.getLogger("dictate")
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()
    logger.propagate = True
