"""The session most tests of this folder talk to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.fakes.bench import Bench, running


@pytest.fixture
def bench() -> Iterator[Bench]:
    with running() as bench:
        yield bench
