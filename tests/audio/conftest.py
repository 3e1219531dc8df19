"""A sound server with a microphone for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.desktop.pulse import VirtualMicrophone, missing_programs


@pytest.fixture
def microphone(monkeypatch: pytest.MonkeyPatch) -> Iterator[VirtualMicrophone]:
    """A virtual microphone that this process can record from."""
    if missing := missing_programs():
        pytest.skip(f"not installed: {', '.join(missing)}")
    with VirtualMicrophone() as virtual:
        for name, value in virtual.env.items():
            monkeypatch.setenv(name, value)
        # Set first: what the program leaves in it is undone only for a variable seen before.
        monkeypatch.setenv("PULSE_SOURCE", "")
        monkeypatch.delenv("PULSE_SOURCE")
        _look_again()
        yield virtual


def _look_again() -> None:
    from dictate.audio.devices import rescan

    rescan()
