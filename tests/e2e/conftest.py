"""A desk for each test, and a picture of it when the test fails."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from tests.desktop import pulse, screen
from tests.e2e.desktop import Desk

_failed = pytest.StashKey[bool]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.e2e)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.when == "call":
        item.stash[_failed] = report.failed
    return report


@pytest.fixture
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """A desk; a test may choose its parts by parametrizing it indirectly.

    What is missing on this machine fails the test: scripts/test installs it.
    """
    missing = screen.missing_programs("trayer", "xclip", "import", "dbus-daemon")
    assert not (missing + pulse.missing_programs()), "run the tests with: sh scripts/test"
    with Desk(tmp_path, **getattr(request, "param", {})) as desk:
        yield desk
        if request.node.stash.get(_failed, False):
            print("a picture of the desk:", desk.screen.screenshot(tmp_path / "failed.png"))
            log = next(desk.home.rglob("dictate.log"), None)
            print(log.read_text() if log else "no log")
