"""``dictate history`` and ``dictate stats`` on a real database in an empty home."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import Result

from dictate.assembly import history as place
from dictate.cli import stats
from dictate.control.channel import ControlServer
from dictate.domain import Timings
from dictate.errors import HistoryError
from dictate.settings import store
from dictate.store.history import History
from dictate.store.history_entry import Entry

Invoke = Callable[..., Result]

TEXTS = ("I use pie torch.", "The quick fox.")


@pytest.fixture
def filled(empty_home: Path) -> None:
    del empty_home
    with closing(History(place.folder())) as history:
        for number, text in enumerate(TEXTS, start=1):
            times = Timings(decode_ms=100.0 * number, release_to_text_ms=200.0 * number)
            history.add(Entry(text, number, model="base", duration_s=2.0, timings=times))


@pytest.mark.usefixtures("filled")
class TestFilled:
    def test_list_and_search(self, invoke: Invoke) -> None:
        assert "quick fox" in invoke("history").stdout
        found = json.loads(invoke("history", "search", "tor", "--json").stdout)
        assert [entry["text"] for entry in found] == [TEXTS[0]]
        assert "Nothing of the kind" in invoke("history", "search", "absent").stderr

    def test_show(self, invoke: Invoke) -> None:
        assert json.loads(invoke("history", "show", "1", "--json").stdout)["model"] == "base"
        assert TEXTS[0] in invoke("history", "show", "1").stdout
        missing = invoke("history", "show", "99")
        assert missing.exit_code == 1
        assert "no text number 99" in missing.stderr

    def test_delete(self, invoke: Invoke) -> None:
        told = invoke("history", "delete", "1", "1")
        assert (told.exit_code, told.stderr) == (0, "1 text is deleted.\n")
        assert invoke("history", "delete").exit_code == 1
        refused = invoke("history", "delete", "--all", stdin="n\n")
        assert (refused.exit_code, refused.stdout) == (1, "")
        assert "Nothing was deleted. Answer y, or say --yes." in refused.stderr
        unanswered = invoke("history", "delete", "--all", stdin="")
        assert (unanswered.exit_code, unanswered.stdout) == (1, "")
        assert "Nothing was deleted." in unanswered.stderr
        missing = invoke("history", "delete", "1")
        assert missing.exit_code == 1
        assert "0 texts are deleted." in missing.stderr
        assert "quick" in invoke("history").stdout
        assert invoke("history", "delete", "--all", "--yes").exit_code == 0
        assert "empty" in invoke("history").stderr

    @pytest.mark.parametrize(
        "args",
        [("show", "9" * 23), ("list", "--limit", "9" * 23), ("delete", "9" * 23), ("show", "-1")],
    )
    def test_numbers_beyond_every_history_are_wrong_usage(
        self, invoke: Invoke, args: tuple[str, ...]
    ) -> None:
        assert invoke("history", *args).exit_code == 2

    def test_a_correction_is_rated_and_its_suggestion_accepted(
        self, invoke: Invoke, tmp_path: Path
    ) -> None:
        file = tmp_path / "settings.toml"
        file.write_text("")
        told = invoke("--config", file, "history", "correct", "1", "I use PyTorch.")
        assert "67%" in told.stderr
        assert "PyTorch" in invoke("--config", file, "history", "correct").stdout
        assert invoke("--config", file, "history", "correct", "--accept", "2").exit_code == 1
        assert invoke("--config", file, "history", "correct", "--accept", "1").exit_code == 0
        assert store.load(file).settings.engine.vocabulary == ("PyTorch",)
        found = json.loads(invoke("stats", "--json").stdout)
        assert found["corrected"] == 1
        assert found["accuracy"][0]["word_error_rate"] == pytest.approx(2 / 3)

    @pytest.mark.parametrize("form", ["txt", "srt", "vtt", "json", "csv"])
    def test_export(self, invoke: Invoke, tmp_path: Path, form: str) -> None:
        file = tmp_path / f"out.{form}"
        assert invoke("history", "export", "-f", form, "-o", file).exit_code == 0
        content = file.read_text("utf-8")
        assert content.index("torch") < content.index("fox")
        assert TEXTS[1] in invoke("history", "export", "-f", form).stdout
        assert invoke("history", "export", "-o", tmp_path).exit_code == 1

    def test_stats(self, invoke: Invoke) -> None:
        said = invoke("stats").stdout
        assert "300 ms median" in said
        assert "decode 150 ms" in said
        assert "no takes" in invoke("stats", "--since", "1h").stderr
        assert invoke("stats", "--since", "yesterday").exit_code == 1


def test_the_empty_history(invoke: Invoke) -> None:
    assert "empty" in invoke("history").stderr
    assert json.loads(invoke("stats", "--json").stdout)["takes"] == 0


def test_stats_tell_what_the_running_program_takes(filled: None, invoke: Invoke) -> None:
    loaded = {
        "model": "base", "device": "cuda", "compute_type": "float16",
        "memory_mb": 300, "gpu_memory_mb": 500,
    }  # fmt: skip

    def handle(_: str) -> dict[str, object]:
        return {"pid": os.getpid(), "loaded": [loaded]}

    with closing(ControlServer(handle)) as server:
        server.start()
        said = invoke("stats").stdout
        now = json.loads(invoke("stats", "--json").stdout)["now"]
    assert "300 ms median" in said
    assert "base, float16 on cuda: 300 MB, 500 MB on the card" in said
    assert now["memory_mb"] > 10
    assert now["cpu_percent"] >= 0
    assert now["loaded"] == [loaded]
    assert json.loads(invoke("stats", "--json").stdout)["now"] is None


def test_since() -> None:
    assert stats.begin_s("2d", 200_000.0) == 200_000.0 - 2 * 86400
    assert stats.begin_s("", 5.0) == 0.0
    with pytest.raises(HistoryError):
        stats.begin_s("2x", 5.0)
