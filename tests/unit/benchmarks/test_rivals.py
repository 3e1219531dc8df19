"""Where rivals are found, what they must say, and what happens when one cannot be measured."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks import rivals
from benchmarks.ctranslate2_folder import write_folder
from benchmarks.models import Format
from benchmarks.results import FASTER_WHISPER, Job, Model
from benchmarks.rival_process import RivalFailed, RivalProcess, installed
from benchmarks.rivals import RIVALS, Place, Plan, Rival, find, measure, says_script
from benchmarks.scripted_weights import SCRIPT, Shape, scripted

FASTER = RIVALS[0]
NOWHERE = Rival("nobody", ("faster-whisper", "no-such-package"), ("int8",), Format.CTRANSLATE2)
SAID = " ".join(SCRIPT)


def test_a_rival_is_where_all_its_packages_are() -> None:
    places, missing = find((FASTER, NOWHERE), [sys.executable])
    (place,) = places
    assert (place.rival.name, place.python) == (FASTER_WHISPER, sys.executable)
    assert place.version.count(".") == 2
    (line,) = missing
    assert line.startswith("nobody:") and "pip install faster-whisper no-such-package" in line


def test_something_that_is_no_python_is_told(tmp_path: Path) -> None:
    with pytest.raises(RivalFailed, match="not a Python"):
        installed(str(tmp_path / "python"), ("faster-whisper",))


@pytest.mark.parametrize("text", [SAID, f"{SAID}.", f"{SAID.upper()} {SAID}"])
def test_the_script_is_heard_once_for_each_window(text: str) -> None:
    assert says_script(text)


@pytest.mark.parametrize("text", ["", "Please send", f"{SAID} please", SAID.replace("Anna", "Eva")])
def test_anything_else_is_not_the_script(text: str) -> None:
    assert not says_script(text)


@pytest.mark.slow
class TestProcess:
    """With the one rival that is installed here."""

    @pytest.fixture(scope="class")
    def model(self, tmp_path_factory: pytest.TempPathFactory) -> Model:
        folder: Path = tmp_path_factory.mktemp("scripted") / "mini"
        write_folder(folder, scripted(Shape(width=64, layers=1, heads=2)))
        return Model("mini", str(folder), scripted=True)

    @pytest.fixture
    def place(self) -> Place:
        return find((FASTER,), [sys.executable])[0][0]

    def test_a_rival_is_measured_in_a_process_of_its_own(self, model: Model, place: Place) -> None:
        plan = Plan(place, model, "int8", (Job(3, 300, 2), Job(10, 0, 1)))
        short, long = measure(plan).rows
        assert (short.engine, short.compute_type, short.takes) == (FASTER_WHISPER, "int8", 2)
        assert (long.scenario_s, long.gap_ms) == (10, 0)
        assert short.median_ms > 0 and short.cpu_s > 0
        assert 20 < short.peak_mb < 1000

    def test_a_rival_that_hears_something_else_is_not_measured(
        self, model: Model, place: Place, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(rivals, "SCRIPT", ("Something", "else"))
        with pytest.raises(RivalFailed, match="something else than"):
            measure(Plan(place, model, "int8", (Job(3, 300, 1),)))

    def test_weights_that_are_not_there_are_told(self, place: Place, tmp_path: Path) -> None:
        model = Model("gone", str(tmp_path / "gone"), scripted=True)
        with pytest.raises(RivalFailed, match="gone"):
            measure(Plan(place, model, "int8", (Job(3, 300, 1),)))

    def test_a_process_that_dies_is_told(self, tmp_path: Path) -> None:
        with RivalProcess(sys.executable) as process:
            (itself,) = process.processes()
            itself.kill()
            itself.wait(10)
            with pytest.raises(RivalFailed, match="has ended"):
                process.hear(tmp_path / "take.npy")
        assert process.processes() == []
