"""``dictate profiles``, and profiles named to ``dictate start``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dictate.cli import profiles
from dictate.output.window import Window
from dictate.settings.profiles import Profile
from tests.unit.cli.conftest import Invoke

KNOWN = {
    "german": Profile(overrides={"engine.language": "de"}),
    "mail": Profile(window_class=("thunderbird", "Evolution"), title=("*Inbox*",)),
}
MAIL = Window(("Mail", "thunderbird"), id=1, title="Inbox", programs=("/usr/bin/thunderbird",))


@pytest.fixture(autouse=True)
def no_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)


def test_each_profile_is_told_with_what_it_is_for() -> None:
    told = profiles.lines(KNOWN, MAIL, "mail")
    assert told == [
        "  german: by hotkey or command only; engine.language",
        "* mail: class thunderbird or Evolution and title *Inbox*; changes nothing",
        'The window in front: class Mail or thunderbird; title "Inbox"; '
        "executable /usr/bin/thunderbird.",
        "It has the profile mail.",
    ]


def test_a_window_that_tells_nothing_and_one_that_cannot_be_seen() -> None:
    assert profiles.lines(KNOWN, Window(), "")[-2:] == [
        "The window in front: tells nothing of itself.",
        "It has no profile.",
    ]
    assert "cannot be seen" in profiles.lines(KNOWN, None, "")[-1]


def test_without_profiles_there_is_a_hint(invoke: Invoke) -> None:
    result = invoke("profiles")
    assert result.exit_code == 0
    assert "docs/settings.md" in result.stdout


def test_for_other_programs(invoke: Invoke, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[profiles.mail]\ntitle = "x"\n', "utf-8")
    facts = json.loads(invoke("--config", file, "profiles", "--json").stdout)
    assert facts == {"profiles": ["mail"], "chosen": None, "window": None}


def test_a_bad_key_is_told_beside_the_list(invoke: Invoke, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[profiles.mail]\nengine.language = "german"\n', "utf-8")
    result = invoke("--config", file, "profiles")
    assert result.exit_code == 0
    assert "profiles.mail.engine.language" in result.stderr
    assert "mail" in result.stdout


def test_they_are_part_of_the_settings_shown(invoke: Invoke, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[profiles.mail]\nengine.language = "de"\n', "utf-8")
    shown = invoke("--config", file, "settings", "show").stdout
    assert '[profiles.mail]\nengine.language = "de"' in shown


@pytest.mark.parametrize("words", [("start", "--profile", "x"), ("toggle",), ("pause",)])
def test_commands_need_a_running_program(invoke: Invoke, words: tuple[str, ...]) -> None:
    result = invoke(*words)
    assert result.exit_code == 1
    assert "not running" in result.stderr
