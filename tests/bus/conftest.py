"""A bus of its own for each test, as this process's session bus."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.desktop.bus import MISSING, PrivateBus


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[PrivateBus]:
    if MISSING:
        pytest.skip(f"not installed: {', '.join(MISSING)}")
    with PrivateBus() as bus:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
        yield bus
