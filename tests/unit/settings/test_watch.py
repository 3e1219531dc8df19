"""Changes of the settings file by somebody else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dictate.settings.store import Loaded
from dictate.settings.watch import SettingsWatch


class Watched:
    def __init__(self, folder: Path) -> None:
        self.file = folder / "settings.toml"
        self.told: list[Loaded] = []
        self._time_ns = 10**18
        self.write("")
        self.watch = SettingsWatch(self.file, self.told.append)

    def write(self, text: str) -> None:
        self.file.write_text(text, "utf-8")
        self._time_ns += 10**9
        os.utime(self.file, ns=(self._time_ns, self._time_ns))

    def look(self, times: int = 2) -> None:
        for _ in range(times):
            self.watch.look()


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    return Watched(tmp_path)


def test_a_change_is_read_once(watched: Watched) -> None:
    watched.look()
    assert watched.told == []
    watched.write('[engine]\nmodel = "small"\n')
    watched.look(4)
    assert [loaded.settings.engine.model for loaded in watched.told] == ["small"]


def test_a_file_that_is_still_being_written_is_left_alone(watched: Watched) -> None:
    watched.write("[engine]\n")
    watched.look(1)
    watched.write('[engine]\nmodel = "sm')
    watched.look(1)
    watched.write('[engine]\nmodel = "small"\n')
    watched.look(1)
    assert watched.told == []
    watched.look(1)
    assert [loaded.settings.engine.model for loaded in watched.told] == ["small"]


def test_a_mistake_is_told_with_what_was_read(watched: Watched) -> None:
    watched.write("[engine]\nbeam_size = 99\n")
    watched.look()
    ((problem,),) = [loaded.problems for loaded in watched.told]
    assert "beam_size" in problem.message


def test_a_file_that_is_replaced_or_taken_away_is_noticed(watched: Watched) -> None:
    other = watched.file.with_name("other")
    other.write_text('[engine]\nmodel = "tiny"\n', "utf-8")
    other.replace(watched.file)
    watched.look()
    watched.file.unlink()
    watched.look()
    assert [loaded.settings.engine.model for loaded in watched.told] == ["tiny", "auto"]


def test_it_looks_by_itself_until_it_is_closed(tmp_path: Path) -> None:
    import threading

    heard = threading.Event()
    watch = SettingsWatch(tmp_path / "s.toml", lambda _: heard.set(), every_s=0.01)
    (tmp_path / "s.toml").write_text('[engine]\nmodel = "tiny"\n', "utf-8")
    watch.start()
    assert heard.wait(5)
    watch.close()


def test_a_change_that_cannot_be_taken_over_is_not_the_last_one_seen(tmp_path: Path) -> None:
    import queue

    told: queue.SimpleQueue[str] = queue.SimpleQueue()

    def tell(loaded: Loaded) -> None:
        told.put(loaded.settings.engine.model)
        if loaded.settings.engine.model == "tiny":
            raise OSError("no thread can be started")

    watch = SettingsWatch(tmp_path / "s.toml", tell, every_s=0.01)
    watch.start()
    for name in ("tiny", "small"):
        (tmp_path / "s.toml").write_text(f'[engine]\nmodel = "{name}"\n', "utf-8")
        assert told.get(timeout=5) == name
    watch.close()
