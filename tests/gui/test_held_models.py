"""What the loaded models hold, in menu, window and status."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from dictate.assembly.usage import Usage
from dictate.cli.control import lines
from dictate.engine.holding import HeldModel
from dictate.events import Event
from dictate.gui import menu_model, wording
from dictate.gui.facts import Facts, after
from dictate.gui.menu_lines import Entry
from dictate.gui.remote import Target, status
from tests.gui.events import ready
from tests.gui.scripted_program import ScriptedProgram

BASE = HeldModel("base", "cpu", "int8", 214.4)
LARGE = HeldModel("large", "cuda", "float16", 900.0, 3100.0)


def test_menu_and_window_show_it() -> None:
    facts = replace(after(Facts(), ready()), usage=Usage(512.0, 3.0, (LARGE, BASE)))
    texts = [entry.text for entry in menu_model.build(facts) if isinstance(entry, Entry)]
    assert not any(text.startswith("Loaded: base") for text in texts)  # told further up
    assert "Loaded: large, float16: 900 MB, 3.1 GB on the card" in texts
    assert wording.recogniser_lines(facts) == ["Model base on CPU, int8, 214 MB"]


def test_a_model_that_is_put_away_holds_nothing() -> None:
    facts = replace(after(Facts(), ready()), usage=Usage(90.0, 3.0))
    assert wording.recogniser_lines(facts) == ["Model base on CPU, int8"]


def test_status_tells_it() -> None:
    def ignore(_event: Event) -> None:
        pass

    program = ScriptedProgram(ignore)
    program.held = (LARGE, BASE)
    told = status(Target(program, Path("settings.toml"), lambda: None, lambda: None))
    assert [model["memory_mb"] for model in told["loaded"]] == [900, 214]  # type: ignore[attr-defined]
    (line,) = [line for line in lines(told) if line.startswith("loaded")]
    assert "model base, device cpu, compute type int8, memory mb 214" in line
    assert "gpu memory mb 3100" in line
