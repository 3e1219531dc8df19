"""Profiles and further hotkeys in the settings file: read, salvaged, resolved, written."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictate.domain import OutputMethod, Task
from dictate.settings import profiles, salvage, store
from dictate.settings.bindings import ExtraBinding
from dictate.settings.choices import HotkeyMode, LlmWhen, RemoteWhen
from dictate.settings.profiles import Profile, resolved
from dictate.settings.schema import Settings

EVERYTHING = """
[hotkey]
binding = "f8"

[[hotkey.bindings]]
binding = "f9"
mode = "tap"
profile = "german"

[[hotkey.bindings]]
binding = "mouse_x1"

[engine]
language = "en"

[profiles.german]
engine.language = "de"
engine.languages = ["de"]
engine.vocabulary = ["Größe"]
engine.task = "translate"
text.numbers = true
llm.when = "always"

[profiles.mail]
window_class = ["thunderbird", "Evolution*"]
title = "*Inbox*"
executable = []

[profiles.mail.output]
method = "paste"
paste_chord = "shift+insert"
follow_focus = true
submit_key = "ctrl+enter"

[profiles.mail.text.replacements]
"my sign" = "Yours"
"""


def load(tmp_path: Path, text: str) -> store.Loaded:
    file = tmp_path / "settings.toml"
    file.write_text(text, "utf-8")
    return store.load(file)


def test_profiles_and_hotkeys_are_read(tmp_path: Path) -> None:
    found = load(tmp_path, EVERYTHING)
    assert found.problems == ()
    hotkey = found.settings.hotkey
    assert hotkey.bindings == (
        ExtraBinding("f9", HotkeyMode.TAP, "german"),
        ExtraBinding("mouse_x1"),
    )
    mail = found.settings.profiles["mail"]
    assert mail.window_class == ("thunderbird", "Evolution*")
    assert mail.title == ("*Inbox*",)
    assert not found.settings.profiles["german"].is_for_windows


def test_a_profile_changes_what_it_names_and_nothing_else(tmp_path: Path) -> None:
    settings = load(tmp_path, EVERYTHING).settings
    german = resolved(settings, settings.profiles["german"])
    assert german.engine.language == "de"
    assert german.engine.languages == ("de",)
    assert german.engine.task is Task.TRANSLATE
    assert german.text.numbers
    assert german.llm.when is LlmWhen.ALWAYS
    assert german.engine.model == settings.engine.model
    assert german.output == settings.output
    mail = resolved(settings, settings.profiles["mail"])
    assert mail.output.method is OutputMethod.PASTE
    assert mail.output.submit_key == "ctrl+enter"
    assert mail.text.replacements == {"my sign": "Yours"}
    assert mail.engine == settings.engine
    assert resolved(settings, None) == settings


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('engine.language = "german"', "profiles.x.engine.language cannot be"),
        ('engine.langage = "de"', "no setting profiles.x.engine.langage"),
        ("audio.max_take_s = 10", "cannot hold audio.max_take_s"),
        ("remote.endpoint = 'http://box/v1'", "cannot hold remote.endpoint"),
        ("remote.when = 'now'", "profiles.x.remote.when cannot be"),
        ("window_class = 5", "profiles.x.window_class cannot be"),
        ("window_class = ['']", "profiles.x.window_class cannot be"),
        ("engine = 5", "no setting profiles.x.engine"),
        ('output.submit_key = "entr"', "profiles.x.output.submit_key cannot be"),
        ("colour = 'red'", "no setting profiles.x.colour"),
    ],
)
def test_a_bad_key_costs_only_itself(tmp_path: Path, line: str, told: str) -> None:
    found = load(tmp_path, f'[profiles.x]\n{line}\ntext.numbers = true\n[audio]\ndevice = "mic"\n')
    assert len(found.problems) == 1
    assert told in found.problems[0].message
    assert found.problems[0].next_step
    assert found.settings.profiles["x"].overrides == {"text.numbers": True}
    assert found.settings.audio.device == "mic"


@pytest.mark.parametrize("text", ["profiles = 5", "[profiles]\nx = 5", '[profiles."a b"]\n'])
def test_what_is_no_profile_is_told(tmp_path: Path, text: str) -> None:
    found = load(tmp_path, text)
    assert len(found.problems) == 1
    assert found.settings == Settings()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("bindings = 5", ()),
        ('[[hotkey.bindings]]\nmode = "hold"', ()),
        ('[[hotkey.bindings]]\nbinding = ""', ()),
        ('[[hotkey.bindings]]\nbinding = "f9"\nmode = "dance"', (ExtraBinding("f9"),)),
        ('[[hotkey.bindings]]\nbinding = "f9"\nprofile = "no"', (ExtraBinding("f9"),)),
    ],
)
def test_a_bad_hotkey_is_told_once(
    tmp_path: Path, text: str, left: tuple[ExtraBinding, ...]
) -> None:
    found = load(tmp_path, f"[hotkey]\n{text}\n")
    assert len(found.problems) == 1
    assert found.settings.hotkey.bindings == left


def test_a_hotkey_names_the_profile_it_probably_meant(tmp_path: Path) -> None:
    found = load(tmp_path, '[hotkey]\nprofile = "germn"\n[profiles.german]\n')
    assert "german" in found.problems[0].next_step
    assert found.settings.hotkey.profile == ""


def test_they_are_shown_as_they_can_be_read_again(tmp_path: Path) -> None:
    settings = load(tmp_path, EVERYTHING).settings
    again = load(tmp_path, store.to_toml(settings))
    assert again.problems == ()
    assert again.settings == settings


def test_a_change_of_another_setting_leaves_them_as_they_were_written(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    settings = load(tmp_path, EVERYTHING).settings
    store.save(file, store.replace_value(settings, "engine.beam_size", 3), settings)
    again = store.load(file)
    assert again.settings.profiles == settings.profiles
    assert again.settings.hotkey == settings.hotkey
    assert again.settings.engine.beam_size == 3
    assert tomllib.loads(file.read_text("utf-8"))["profiles"]["mail"]["title"] == "*Inbox*"


def test_every_setting_a_profile_may_hold_is_there() -> None:
    assert set(profiles.KEYS) <= set(salvage.keys_of(Settings))
    groups = {name.partition(".")[0] for name in salvage.keys_of(Settings)}
    assert set(profiles.GROUPS) <= groups


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=8,
)
names = st.sampled_from([*profiles.MATCHES, *profiles.GROUPS, "engine", "engine.language"])


@given(st.dictionaries(st.text(max_size=8), st.dictionaries(names, values), max_size=3))
def test_no_file_breaks_the_reading(table: dict[str, object]) -> None:
    settings, _ = salvage.read({"profiles": table, "hotkey": {"bindings": [table]}}, Settings)
    for profile in settings.profiles.values():
        assert isinstance(profile, Profile)
        resolved(settings, profile)


def test_a_private_profile_goes_to_nobody_whatever_else_is_said(tmp_path: Path) -> None:
    text = """
[[hotkey.bindings]]
binding = "f9"
profile = "secret"
[remote]
when = "always"
[llm]
when = "always"
[hook]
command = ["true"]
[profiles.secret]
private = true
llm.when = "always"
engine.language = "de"
"""
    found = load(tmp_path, text)
    assert found.problems == ()
    settings = found.settings
    assert settings.hotkey.bindings[0].profile == "secret"
    secret = resolved(settings, settings.profiles["secret"])
    assert secret.remote.when is RemoteWhen.NEVER
    assert secret.llm.when is LlmWhen.NEVER
    assert secret.hook.command == ()
    assert secret.engine.language == "de"
    assert settings.remote.when is RemoteWhen.ALWAYS
    written = tomllib.loads("\n".join(profiles.lines(settings.profiles, "profiles")))
    assert written["profiles"]["secret"]["private"] is True


@pytest.mark.parametrize(
    ("value", "private", "problems"), [("true", True, 0), ("false", False, 0), ('"yes"', True, 1)]
)
def test_a_slip_does_not_make_a_private_profile_public(
    tmp_path: Path, value: str, private: bool, problems: int
) -> None:
    found = load(tmp_path, f"[profiles.x]\nprivate = {value}\n")
    assert found.settings.profiles["x"].private is private
    assert len(found.problems) == problems
