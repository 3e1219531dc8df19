"""The user with the stopwatch: takes go through the real session and engine, with a tiny model."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.ctranslate2_folder import write_folder
from benchmarks.dictation import Dictation
from benchmarks.ours import Plan, measure, streamed
from benchmarks.results import Job, Model
from benchmarks.scripted_weights import SCRIPT, Shape, scripted
from benchmarks.speech import spoken
from dictate.domain import SAMPLE_RATE_HZ
from dictate.errors import EngineError

pytestmark = pytest.mark.slow

SAID = " ".join(SCRIPT)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Model:
    folder: Path = tmp_path_factory.mktemp("scripted") / "mini"
    write_folder(folder, scripted(Shape(width=64, layers=1, heads=2)))
    return Model("mini", str(folder), scripted=True)


def test_a_take_is_spoken_and_its_text_comes_after_the_release(model: Model) -> None:
    take = spoken(3, 0)
    with Dictation(model, "int8") as dictation:
        assert dictation.decode_whole(take, 300) == SAID
        wait_ms, text = dictation.speak(take, 300)
    assert text == SAID
    assert 0 < wait_ms < take.last_word_end / SAMPLE_RATE_HZ * 1000


def test_a_plan_gives_a_row_for_each_job_and_what_decoding_ahead_costs(model: Model) -> None:
    results = measure(Plan(model, "int8", (Job(3, 300, 1),), idle_s=0.2))
    (row,) = results.rows
    assert (row.engine, row.model, row.takes) == ("dictate", "mini", 1)
    assert row.cpu_s > 0 and row.peak_mb > 50
    (cost,) = results.ahead
    assert cost.ahead_cpu_s > 0 and cost.plain_cpu_s > 0
    assert results.idle is not None and results.idle.engine_mb > 10


def test_what_is_streamed_is_compared_with_one_decode(model: Model) -> None:
    heard = streamed(model, "a voice", [spoken(3, 0)])
    assert (heard.model, heard.takes, heard.whole_words) == ("mini", 1, len(SCRIPT))
    assert heard.different == 0
    assert heard.said_words == len(spoken(3, 0).text.split())


def test_a_model_that_does_not_load_is_told(tmp_path: Path) -> None:
    missing = Model("gone", str(tmp_path / "gone"), scripted=True)
    with pytest.raises(EngineError, match="gone"), Dictation(missing, "int8"):
        pass
