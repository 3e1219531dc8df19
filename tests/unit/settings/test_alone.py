"""Several change the settings file at once."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from dictate.settings import store
from dictate.settings.alone import alone_with
from dictate.settings.schema import Settings

CHANGES: dict[str, object] = {
    "engine.beam_size": 3,
    "engine.language": "de",
    "text.numbers": True,
    "text.repeats": True,
    "hotkey.silence_s": 4.0,
    "history.days": 5,
    "overlay.sounds": True,
    "text.blank_after": True,
}


def test_no_change_is_lost(tmp_path: Path, empty_home: Path) -> None:
    file = tmp_path / "settings.toml"
    ready = threading.Barrier(len(CHANGES))

    def change(key: str, value: object) -> None:
        before = Settings()
        after = store.replace_value(before, key, value)
        ready.wait()
        store.save(file, after, before)

    threads = [threading.Thread(target=change, args=item) for item in CHANGES.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    wanted = Settings()
    for key, value in CHANGES.items():
        wanted = store.replace_value(wanted, key, value)
    assert store.load(file).settings == wanted


def test_without_a_place_for_the_lock_it_goes_on(
    tmp_path: Path, empty_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("", "utf-8")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(blocked))
    monkeypatch.setenv("XDG_DATA_HOME", str(blocked))
    monkeypatch.setenv("HOME", str(blocked))
    done = False
    with alone_with(tmp_path / "settings.toml"):
        done = True
    assert done
