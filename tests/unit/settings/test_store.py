"""The settings file: salvage key by key, and writing without loss."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import replace
from pathlib import Path

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictate.domain import OutputMethod, Task
from dictate.errors import SettingInvalid, SettingsError, SettingsUnreadable
from dictate.settings import atomic_file, salvage, store
from dictate.settings.choices import (
    EncoderWindow,
    HotkeyMode,
)
from dictate.settings.schema import (
    AudioSettings,
    EngineSettings,
    HotkeySettings,
    OutputSettings,
    Settings,
    VadSettings,
)
from dictate.settings.validation import (
    COMPUTE_TYPES,
)

DEFAULTS = Settings()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def loaded(file: Path, text: str) -> store.Loaded:
    file.write_text(text, encoding="utf-8")
    return store.load(file)


def only_problem(found: store.Loaded) -> SettingsError:
    assert len(found.problems) == 1, [str(problem) for problem in found.problems]
    return found.problems[0]


# -- reading


def test_a_missing_file_means_defaults_and_is_no_problem(file: Path) -> None:
    assert store.load(file) == store.Loaded(DEFAULTS)


def test_an_empty_file_means_defaults(file: Path) -> None:
    assert loaded(file, "") == store.Loaded(DEFAULTS)


def test_values_are_read_by_group(file: Path) -> None:
    found = loaded(
        file,
        'version = 1\n[hotkey]\nmode = "toggle"\n[audio]\nmax_take_s = 60\n'
        '[engine]\ntask = "translate"\nbeam_size = 1\n[output]\nmethod = "copy"\n',
    )
    assert found.problems == ()
    assert found.settings.hotkey.mode is HotkeyMode.TOGGLE
    assert found.settings.audio.max_take_s == 60.0
    assert isinstance(found.settings.audio.max_take_s, float)
    assert found.settings.engine.task is Task.TRANSLATE
    assert found.settings.engine.beam_size == 1
    assert found.settings.output.method is OutputMethod.COPY


@pytest.mark.parametrize(
    ("line", "key", "hint"),
    [
        ("beam_size = true", "engine.beam_size", "a number from 1 to 20"),
        ("beam_size = 5.0", "engine.beam_size", "a number from 1 to 20"),
        ("beam_size = 99", "engine.beam_size", "a number from 1 to 20"),
        ('beam_size = "five"', "engine.beam_size", '"five"'),
        ("beam_size = [1]", "engine.beam_size", "until then it is 5"),
        ("model = 3", "engine.model", 'a text in "quotes"'),
        ('model = " "', "engine.model", "not empty"),
        ('task = "sing"', "engine.task", '"transcribe" or "translate"'),
        ("task = 1", "engine.task", '"transcribe" or "translate"'),
        ("task = {a = 1}", "engine.task", '"transcribe" or "translate"'),
        ('device = "gpu"', "engine.device", '"cuda"'),
        ('language = "German"', "engine.language", '"de"'),
    ],
)
def test_a_bad_value_loses_only_its_own_key(file: Path, line: str, key: str, hint: str) -> None:
    found = loaded(
        file, f'[hotkey]\nbinding = "f9"\n[engine]\ncompute_type = "int8"\n{line}\n[output]\n'
    )
    assert found.settings == replace(
        DEFAULTS,
        hotkey=replace(DEFAULTS.hotkey, binding="f9"),
        engine=replace(DEFAULTS.engine, compute_type="int8"),
    )
    problem = only_problem(found)
    assert isinstance(problem, SettingInvalid)
    assert key in problem.message
    assert str(file) in problem.message
    assert hint in str(problem)


@pytest.mark.parametrize("value", ["nan", "inf", "-1", "true", '"much"', "1" + "0" * 400])
def test_a_number_out_of_reason_falls_back(file: Path, value: str) -> None:
    found = loaded(file, f"[audio]\nmax_take_s = {value}\n")
    assert found.settings == DEFAULTS
    assert "a number from 5 to 7200" in only_problem(found).next_step


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ('[engine]\nmodle = "base"', "engine.model"),
        ("[engin]\n", "engine"),
        ('[audio]\nmodel = "base"', "engine.model"),
        ('model = "base"', "engine.model"),
        ('[hotkey]\nkeybinding = "f9"', "hotkey.binding"),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest(file: Path, text: str, suggestion: str) -> None:
    found = loaded(file, text)
    assert found.settings == DEFAULTS
    assert f"Did you mean {suggestion}?" in only_problem(found).next_step


def test_an_unknown_name_like_no_other_gets_another_next_step(file: Path) -> None:
    assert "Take it out" in only_problem(loaded(file, "zzqx = 1")).next_step


def test_a_group_that_is_a_value_is_told(file: Path) -> None:
    found = loaded(file, 'hotkey = "f9"')
    assert found.settings == DEFAULTS
    assert "[hotkey]" in only_problem(found).next_step


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[engine]\nmodel = "base\n', "line 2"),
        ("a = 1\n\n= 2\n", "line 3"),
        ("[a]\n[a]\n", "line 2"),
        ("a = [", "at its end"),
        ("a = " + "[" * 5000, "nested"),
    ],
)
def test_a_file_that_is_not_toml_names_the_line(file: Path, text: str, line: str) -> None:
    found = loaded(file, text)
    assert found.settings == DEFAULTS
    problem = only_problem(found)
    assert isinstance(problem, SettingsUnreadable)
    assert line in problem.message
    assert "\n" not in str(problem)


def test_a_file_in_another_encoding_names_the_line(file: Path) -> None:
    file.write_bytes('# eins\n# \xfcber\n[engine]\nmodel = "base"\n'.encode("latin-1"))
    problem = only_problem(store.load(file))
    assert isinstance(problem, SettingsUnreadable)
    assert "line 2" in problem.message


def test_a_byte_order_mark_is_no_problem(file: Path) -> None:
    file.write_bytes(b'\xef\xbb\xbf[engine]\r\nmodel = "base"\r\n')
    found = store.load(file)
    assert found.problems == ()
    assert found.settings.engine.model == "base"


def test_a_folder_is_not_a_settings_file(tmp_path: Path) -> None:
    problem = only_problem(store.load(tmp_path))
    assert isinstance(problem, SettingsUnreadable)
    assert str(tmp_path) in problem.message


def test_something_endless_is_not_a_settings_file() -> None:
    assert isinstance(only_problem(store.load(Path("/dev/zero"))), SettingsUnreadable)


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes with a path")
def test_a_pipe_is_no_settings_file_and_stays_what_it_is(file: Path) -> None:
    os.mkfifo(file)  # as a device would, which only root could replace
    assert "no regular file" in only_problem(store.load(file)).message
    with pytest.raises(SettingsUnreadable):
        store.save(file, store.replace_value(DEFAULTS, "engine.model", "tiny"))
    with pytest.raises(OSError, match="no regular file"):
        atomic_file.write(file, "version = 1")
    assert file.is_fifo()


def test_a_long_bad_value_is_cut_and_stays_on_one_line(file: Path) -> None:
    found = loaded(file, f'[hotkey]\nmode = """{"x" * 50}\n{"y" * 50}"""\n')
    assert len(only_problem(found).message) < 100 + len(str(file))
    assert "\n" not in str(only_problem(found))


# -- versions


def test_a_newer_file_is_read_but_never_written(file: Path) -> None:
    text = 'version = 7\n[engine]\nmodel = "base"\n'
    found = loaded(file, text)
    assert found.settings.engine.model == "base"
    assert "newer" in only_problem(found).message
    with pytest.raises(SettingsError, match="newer"):
        store.save(file, DEFAULTS)
    assert file.read_text() == text


@pytest.mark.parametrize("version", ['"1"', "true", "0", "1.5"])
def test_a_version_that_is_none_is_told(file: Path, version: str) -> None:
    found = loaded(file, f'version = {version}\n[engine]\nmodel = "base"\n')
    assert found.settings.engine.model == "base"
    assert "version" in only_problem(found).message


def test_an_older_file_is_migrated_in_memory_and_backed_up_when_saved(file: Path) -> None:
    def rename_whisper(table: object) -> None:
        assert isinstance(table, dict)
        table["engine"] = table.pop("whisper")

    old = '# mine\n[whisper]\nmodel = "base" # good\n'
    file.write_text(old)
    migrations = (rename_whisper,)
    found = store.load(file, migrations)
    assert found.settings.engine.model == "base"
    assert found.problems == ()
    assert file.read_text() == old

    store.save(file, found.settings, migrations=migrations)
    assert file.with_name("settings.toml.bak-v1").read_text() == old
    assert "version = 2" in file.read_text()
    assert "# mine" in file.read_text()
    assert store.load(file, migrations) == store.Loaded(found.settings)


# -- writing


def test_saving_keeps_comments_order_unknown_keys_and_bad_values(file: Path) -> None:
    file.write_text(
        "# my settings\n\n[output] # how\nmethod = 'copy' # for now\n\n"
        '[engine]\nbeam_size = "five"\n# the good one\nmodel = "base" # small is slow\n'
        'colour = "blue"\n\n[mine]\nx = 1\n'
    )
    settings = store.replace_value(store.load(file).settings, "engine.model", "small")
    store.save(file, settings)
    assert file.read_text() == (
        "# my settings\n\n[output] # how\nmethod = 'copy' # for now\n\n"
        '[engine]\nbeam_size = "five"\n# the good one\nmodel = "small" # small is slow\n'
        'colour = "blue"\n\n[mine]\nx = 1\n'
    )


def test_saving_what_the_file_says_already_does_not_touch_it(file: Path) -> None:
    file.write_text('[engine]\nmodel = "base"\n')
    before = file.stat()
    store.save(file, store.load(file).settings)
    assert file.stat().st_ino == before.st_ino


def test_a_new_file_holds_only_what_was_chosen(file: Path) -> None:
    store.save(
        file.parent / "new" / "s.toml", store.replace_value(DEFAULTS, "engine.model", "tiny")
    )
    lines = (file.parent / "new" / "s.toml").read_text().splitlines()
    assert [line for line in lines if line and not line.startswith("#")] == [
        "version = 1",
        "[engine]",
        'model = "tiny"',
    ]


def test_a_default_replaces_another_value_in_the_file(file: Path) -> None:
    file.write_text('[engine]\nmodel = "base"\n')
    store.save(file, DEFAULTS)
    assert store.load(file).settings == DEFAULTS


def test_an_edit_made_meanwhile_survives_a_change_of_another_key(file: Path) -> None:
    before = loaded(file, '[engine]\nmodel = "base"\n').settings
    file.write_text('[engine]\nmodel = "base"\nlanguage = "de"\n')
    store.save(file, store.replace_value(before, "output.method", "copy"), before)
    found = store.load(file).settings
    assert (found.engine.language, found.output.method) == ("de", OutputMethod.COPY)


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions there")
def test_the_file_is_readable_by_its_owner_only(file: Path) -> None:
    file.write_text("")
    file.chmod(0o644)
    store.save(file, store.replace_value(DEFAULTS, "engine.model", "tiny"))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["settings.toml"]


def test_a_link_to_the_file_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "dotfiles").mkdir()
    real = tmp_path / "dotfiles" / "dictate.toml"
    real.write_text("# kept\n")
    link = tmp_path / "settings.toml"
    link.symlink_to(real)
    store.save(link, store.replace_value(DEFAULTS, "engine.model", "tiny"))
    assert link.is_symlink()
    assert real.read_text().startswith("# kept\n")
    assert store.load(link).settings.engine.model == "tiny"


@pytest.mark.parametrize("text", ["a = [", "\x00"])
def test_a_file_that_is_not_toml_is_never_written_over(file: Path, text: str) -> None:
    file.write_text(text)
    with pytest.raises(SettingsUnreadable):
        store.save(file, store.replace_value(DEFAULTS, "engine.model", "tiny"))
    assert file.read_text() == text


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsError) as caught:
        store.save(tmp_path / "file" / "settings.toml", replace(DEFAULTS, vad=VadSettings(0.5)))
    assert caught.value.next_step


@pytest.mark.parametrize(
    "text",
    [
        'engine = {model = "base", beam_size = 3}\n',
        'engine.model = "base"\nengine.beam_size = 3\noutput.method = "copy"\n',
        '[engine]\nmodel = "base"\n\n\n# end\n',
        '"engine".\'model\' = "base"\n',
        "[output]\n[engine]\n[engine.deeper]\nx = 1\n[mine]\n",
        "[[mine]]\nx = 1\n[[mine]]\nx = 2\n",
        "hotkey = 3\n",
        '[engine]\r\nmodel = "base"\r\n\r\n[output]\r\nmethod = "copy"\r\n',
        "# only a comment",
    ],
)
def test_every_layout_of_a_file_can_be_changed(file: Path, text: str) -> None:
    file.write_bytes(text.encode())
    settings = store.load(file).settings
    for key, value in [
        ("engine.model", "small"),
        ("engine.language", "de"),
        ("hotkey.mode", "toggle"),
        ("output.method", "paste"),
        ("vad.threshold", 0.7),
    ]:
        settings = store.replace_value(settings, key, value)
    store.save(file, settings)
    assert store.load(file).settings == settings


words = st.text(st.characters(codec="utf-8"), min_size=1).filter(lambda t: t.strip())
all_settings = st.builds(
    Settings,
    hotkey=st.builds(HotkeySettings, words, st.sampled_from(HotkeyMode), words),
    audio=st.builds(AudioSettings, st.text(), st.floats(5, 7200)),
    vad=st.builds(VadSettings, st.floats(0.05, 0.95)),
    engine=st.builds(
        EngineSettings,
        model=words,
        device=st.sampled_from(("auto", "cpu", "cuda", "cuda:3", "metal")),
        compute_type=st.sampled_from(COMPUTE_TYPES),
        language=st.sampled_from(("auto", "en", "de", "yue")),
        languages=st.lists(st.sampled_from(("en", "de", "yue")), max_size=3).map(tuple),
        vocabulary=st.lists(words.filter(str.isprintable), max_size=3).map(tuple),
        task=st.sampled_from(Task),
        idle_unload_s=st.floats(0, 86400),
        encoder_window=st.sampled_from(EncoderWindow),
        decode_ahead=st.booleans(),
        beam_size=st.integers(1, 20),
    ),
    output=st.builds(OutputSettings, st.sampled_from(OutputMethod), words),
)


@hypothesis.settings(max_examples=20)
@given(first=all_settings, second=all_settings)
def test_what_is_saved_is_what_is_loaded(
    tmp_path_factory: pytest.TempPathFactory, first: Settings, second: Settings
) -> None:
    file = tmp_path_factory.mktemp("s") / "settings.toml"
    for settings in (first, second, first):
        store.save(file, settings)
        assert store.load(file) == store.Loaded(settings)


@given(all_settings)
def test_the_printed_settings_are_a_settings_file(settings: Settings) -> None:
    from tomllib import loads

    table = loads(store.to_toml(settings, {"engine": "x", "engine.model": "y\nz"}))
    assert table.pop("version") == 1
    assert salvage.read(table, Settings) == (settings, ())


toml_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)
names = st.sampled_from([part for key in salvage.keys_of(Settings) for part in key.split(".")])


@given(st.dictionaries(names, toml_values | st.dictionaries(names, toml_values)))
def test_anything_a_file_may_hold_gives_usable_settings(table: dict[str, object]) -> None:
    settings, problems = salvage.read(table, Settings)
    for key in salvage.keys_of(Settings).values():
        salvage.convert(salvage.value_of(settings, key.name), key)
    assert all(problem.next_step and "\n" not in str(problem) for problem in problems)


# -- one value


def test_replace_value_takes_what_a_file_may_hold() -> None:
    settings = store.replace_value(DEFAULTS, "output.method", "copy")
    settings = store.replace_value(settings, "output.method", OutputMethod.PASTE)
    assert settings == replace(DEFAULTS, output=replace(DEFAULTS.output, method=OutputMethod.PASTE))


@pytest.mark.parametrize(
    ("key", "value", "hint"),
    [
        ("engine.modle", "base", "engine.model"),
        ("engine", "base", "Did you mean"),
        ("engine.beam_size", "5", "a number from 1 to 20"),
        ("output.method", "shout", '"paste"'),
    ],
)
def test_replace_value_refuses_what_does_not_fit(key: str, value: object, hint: str) -> None:
    with pytest.raises(SettingInvalid) as caught:
        store.replace_value(DEFAULTS, key, value)
    assert hint in caught.value.next_step
