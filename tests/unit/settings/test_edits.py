"""Profiles and further hotkeys are changed in the file; what the user wrote beside them stays."""

from __future__ import annotations

import sys
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictate.errors import SettingInvalid, SettingsError
from dictate.settings import profile_edits, sections, store
from dictate.settings.bindings import ExtraBinding
from dictate.settings.choices import HotkeyMode
from dictate.settings.file_text import LARGEST_BYTES
from dictate.settings.keeper import SettingsKeeper
from dictate.settings.profiles import Profile
from dictate.settings.schema import Settings

FILE = """# my file
version = 1

[hotkey] # keys
binding = "f8"
profile = "german"

# the German one
[[hotkey.bindings]]
binding = "f9" # nine
profile = "german"

[[hotkey.bindings]]
binding = "mouse_x1"

# who I am
[profiles.german] # de
# always
engine.language = "de" # yes
engine.langage = "a slip"

# for chat
[profiles.chat]
window_class = [
  "discord", # main
  "Element*",
]
output.submit_key = "enter"
[profiles.chat.text.replacements]
# mine
a = "b" # why
c = "d"

# the end
[vad]
threshold = 0.5
"""
COMMENTS = [line.partition("#")[2] for line in FILE.splitlines() if "#" in line]

Change = Callable[[Settings], Settings]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "settings.toml"
    path.write_text(FILE)
    return path


def changed(file: Path, change: Change) -> tuple[str, Settings]:
    """Save a change; return what the file says then, and what is read of it."""
    before = store.load(file).settings
    after = change(before)
    store.save(file, after, before)
    assert store.load(file).settings == after
    return file.read_text(), after


def with_profiles(**profiles: Profile) -> Change:
    return lambda settings: store.replace_whole(settings, "profiles", OrderedDict(profiles))


def with_override(name: str, overrides: Mapping[str, object]) -> Change:
    def change(settings: Settings) -> Settings:
        profiles = OrderedDict(settings.profiles)
        profiles[name] = replace(profiles[name], overrides=overrides)
        return store.replace_whole(settings, "profiles", profiles)

    return change


def lines_gone(text: str) -> set[str]:
    return set(FILE.splitlines()) - set(text.splitlines())


def test_a_setting_of_a_profile_is_changed_where_it_stands(file: Path) -> None:
    text, _ = changed(file, with_override("german", {"engine.language": "en"}))
    assert text == FILE.replace('"de" # yes', '"en" # yes')


def test_only_what_is_said_is_written_and_what_is_unknown_stays(file: Path) -> None:
    said = {"engine.language": "de", "text.numbers": True}
    text, _ = changed(file, with_override("german", said))
    assert lines_gone(text) == set()
    assert text.replace("text.numbers = true\n", "") == FILE
    text, _ = changed(file, with_override("german", {}))
    assert lines_gone(text) == {'engine.language = "de" # yes'}


def test_comments_within_a_table_and_a_list_stay(file: Path) -> None:
    def change(settings: Settings) -> Settings:
        chat = settings.profiles["chat"]
        said = {**chat.overrides, "text.replacements": OrderedDict(a="b", z="q")}
        chat = replace(chat, overrides=said, window_class=("discord", "Slack"))
        return with_profiles(german=settings.profiles["german"], chat=chat)(settings)

    text, _ = changed(file, change)
    assert 'a = "b" # why\nz = "q"\n' in text
    assert '"discord", # main\n' in text and '"Slack"' in text and "Element" not in text


def test_a_profile_that_goes_takes_its_comments_and_no_others(file: Path) -> None:
    text, after = changed(file, lambda old: with_profiles(chat=old.profiles["chat"])(old))
    assert after.hotkey.profile == "" and after.hotkey.bindings[0] == ExtraBinding("f9")
    assert "who I am" not in text and "[profiles.german]" not in text
    assert "# for chat\n[profiles.chat]" in text and "# the end\n[vad]" in text


def test_another_name_is_followed_by_the_hotkeys(file: Path) -> None:
    def change(old: Settings) -> Settings:
        moved = {"deutsch" if k == "german" else k: v for k, v in old.profiles.items()}
        return with_profiles(**moved)(old)

    text, after = changed(file, change)
    assert after.hotkey.profile == "deutsch" and after.hotkey.bindings[0].profile == "deutsch"
    assert text == FILE.replace('"german"', '"deutsch"').replace(
        "profiles.german", "profiles.deutsch"
    )


def test_the_order_counts_and_comments_move_along(file: Path) -> None:
    text, after = changed(
        file,
        lambda old: with_profiles(chat=old.profiles["chat"], german=old.profiles["german"])(old),
    )
    assert list(after.profiles) == ["chat", "german"]
    assert lines_gone(text) == set()
    assert text.index("# for chat\n[profiles.chat]") < text.index("# who I am\n[profiles.german]")
    assert "\n\n# the end\n[vad]" in text


def test_a_new_profile_follows_the_others(file: Path) -> None:
    fresh = Profile(title=("*.py*",), private=True, overrides={"engine.beam_size": 2})
    text, after = changed(
        file, lambda old: store.replace_whole(old, "profiles", {**old.profiles, "neu": fresh})
    )
    added = '[profiles.neu]\ntitle = ["*.py*"]\nprivate = true\nengine.beam_size = 2\n\n'
    assert text == FILE.replace("# the end", f"{added}# the end")
    assert list(after.profiles) == ["german", "chat", "neu"]


def hotkeys(*bindings: ExtraBinding) -> Change:
    return lambda settings: store.replace_whole(settings, "hotkey.bindings", bindings)


def test_a_hotkey_is_changed_where_it_stands(file: Path) -> None:
    one, two = store.load(file).settings.hotkey.bindings
    text, _ = changed(file, hotkeys(replace(one, mode=HotkeyMode.TAP, profile=""), two))
    assert '# the German one\n[[hotkey.bindings]]\nbinding = "f9" # nine\nmode = "tap"\n' in text


def test_hotkeys_come_and_go(file: Path) -> None:
    _, two = store.load(file).settings.hotkey.bindings
    text, _ = changed(file, hotkeys(two, ExtraBinding("f12", HotkeyMode.TAP, "chat")))
    assert "the German one" not in text
    assert 'binding = "f12"\nmode = "tap"\nprofile = "chat"\n\n# who I am' in text
    text, _ = changed(file, hotkeys())
    assert "[[" not in text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[audio]\njournal = true",
        'hotkey.binding = "f8"\n',
        '[hotkey]\nbindings = [{binding = "f9"}]\n',
        "profiles = {a = {text.fillers = false}, b = {private = true}}\n",
        "[profiles]\na.text.fillers = false\nb.private = true\n",
        "[profiles.a]\nprivate=true\n[audio]\n[profiles.a.text]\nnumbers=true\n[profiles.b]",
        '[profiles.a]\r\nprivate = true\r\n\r\n[profiles."b"]\r\n',
        '[profiles.a]\ntitle = ["""\n[profiles.b]\n"""]\n',
    ],
)
def test_every_layout_is_changed_as_asked_or_left_whole(file: Path, text: str) -> None:
    changes: list[Change] = [
        lambda old: hotkeys(*old.hotkey.bindings, ExtraBinding("f11"))(old),
        hotkeys(),
        lambda old: with_profiles(**{**old.profiles, "c": Profile(title=("x",))})(old),
        lambda old: with_profiles(**{k: replace(v, private=True) for k, v in old.profiles.items()})(
            old
        ),
        lambda old: with_profiles(**dict(reversed(list(old.profiles.items()))))(old),
        lambda old: with_profiles(**{f"{k}x": v for k, v in list(old.profiles.items())[:1]})(old),
        with_profiles(),
    ]
    for change in changes:
        file.write_bytes(text.encode())
        before = store.load(file).settings
        try:
            store.save(file, change(before), before)
        except SettingsError as told:
            assert "cannot be changed safely" in told.message
            assert file.read_bytes() == text.encode()
        else:
            assert store.load(file).settings == change(before)


NAMES = st.sampled_from(["german", "chat", "x", "y"])
SAID = st.fixed_dictionaries(
    {},
    optional={
        "engine.language": st.sampled_from(["de", "en"]),
        "text.numbers": st.booleans(),
        "engine.vocabulary": st.lists(st.sampled_from("abc"), unique=True).map(tuple),
        "text.replacements": st.dictionaries(st.sampled_from("ac"), st.sampled_from("bd")).map(
            OrderedDict
        ),
    },
)
PROFILES = st.builds(Profile, overrides=SAID, private=st.booleans())


@given(wanted=st.lists(st.tuples(NAMES, PROFILES), max_size=4).map(OrderedDict))
def test_whatever_is_wanted_is_in_the_file_then(
    wanted: Mapping[str, Profile], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("p") / "settings.toml"
    path.write_text(FILE)
    text, _ = changed(path, lambda old: store.replace_whole(old, "profiles", wanted))
    assert "# my file" in text and "# the end\n[vad]" in text and "# the German one" in text
    if "german" in wanted:
        assert "# who I am\n[profiles.german] # de\n# always" in text


def test_what_an_editor_did_meanwhile_stays(file: Path) -> None:
    before = store.load(file).settings
    theirs = FILE.replace("# the end", '[profiles.mail]\ntitle = ["x"]\n\n# the end')
    file.write_text(theirs.replace('"de" # yes', '"fr" # yes'))
    mine = with_override("german", {"engine.language": "de", "text.numbers": True})(before)
    mine = hotkeys(*mine.hotkey.bindings, ExtraBinding("f12"))(mine)
    store.save(file, mine, before)
    found = store.load(file).settings
    assert list(found.profiles) == ["german", "chat", "mail"]
    assert found.profiles["german"].overrides == {"engine.language": "fr", "text.numbers": True}
    assert found.hotkey.bindings[-1] == ExtraBinding("f12")


def test_a_single_setting_is_changed_within_its_section(file: Path) -> None:
    file.write_text(
        '[engine]\nmodel = "base"\nvocabulary = [\n  "a", # first\n  "b",\n]\n\n'
        "# how it goes out\n[output]\n\n# mine\n[text.replacements]\n"
        'x = """\n[vad]\n# no header\n""" # why\n\n# the end\n[vad]\n'
    )
    before = store.load(file).settings
    after = set_to("engine.language", "de")(before)
    after = set_to("engine.vocabulary", ["a", "c"])(after)
    after = set_to("text.replacements", {**before.text.replacements, "y": "z"})(after)
    after = set_to("vad.threshold", 0.5)(after)
    store.save(file, after, before)
    assert file.read_text() == (
        '[engine]\nmodel = "base"\nvocabulary = [\n  "a", # first\n  "c",\n]\nlanguage = "de"\n\n'
        "# how it goes out\n[output]\n\n# mine\n[text.replacements]\n"
        'x = """\n[vad]\n# no header\n""" # why\ny = "z"\n\n# the end\n[vad]\nthreshold = 0.5\n'
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# a\n",
        "a = 1\n[b]\n",
        FILE,
        'a = [\n["x"]\n]\n[b]\n',
        '[[a]]\n# b\n\n[a.b]#c\n["q.r"]\nx = """\n[no]\n"""\n\t[ d . e ] # f',
    ],
)
def test_sections_together_are_the_file(text: str) -> None:
    parts = sections.split(text)
    assert "".join(part.text for part in parts) == text
    assert ("x",) not in [part.path for part in parts]
    assert ("no",) not in [part.path for part in parts]


def test_a_rename_is_told_from_a_change() -> None:
    one, other = Profile(private=True), Profile()
    assert profile_edits.renames({"a": one}, {"b": one}) == {"a": "b"}
    assert profile_edits.renames({"a": one}, {"b": other}) == {}
    assert profile_edits.renames({"a": one}, {"a": one, "b": one}) == {}


@pytest.mark.parametrize(
    ("profiles", "said"),
    [
        ({"a b": Profile()}, "no profile"),
        ({"x" * 41: Profile()}, "no profile"),
        ({"a": Profile(overrides={"engine.language": "german"})}, "engine.language cannot be"),
        ({"a": Profile(overrides={"audio.device": "x"})}, "cannot hold audio.device"),
        ({f"p{number}": Profile() for number in range(65)}, "too many profiles"),
    ],
)
def test_profiles_are_judged_before_they_count(profiles: dict[str, Profile], said: str) -> None:
    with pytest.raises(SettingInvalid, match=said):
        store.replace_whole(Settings(), "profiles", profiles)


# -- the file does not play along ------------------------------------------------------------------


def set_to(key: str, value: object) -> Change:
    return lambda settings: store.replace_value(settings, key, value)


def test_a_write_protected_file_stays_as_it_is(file: Path) -> None:
    file.chmod(0o444)
    before = store.load(file).settings
    with pytest.raises(SettingsError, match="write-protected"):
        store.save(file, set_to("engine.model", "tiny")(before), before)
    assert file.read_text() == FILE


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file grow; only for a moment, since what pytest writes into one counts as well."""
    import resource  # there is none on Windows

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(file: Path) -> None:
    before = store.load(file).settings
    with full_disk(), pytest.raises(SettingsError, match="cannot be written"):
        store.save(file, set_to("engine.model", "tiny")(before), before)
    assert file.read_text() == FILE
    assert list(file.parent.iterdir()) == [file]


def test_half_a_character_is_told_and_not_written(file: Path) -> None:
    before = store.load(file).settings
    with pytest.raises(SettingsError, match="half a character"):
        store.save(file, set_to("llm.model", "\ud800")(before), before)
    assert file.read_text() == FILE


def test_a_file_never_grows_beyond_what_is_read(file: Path) -> None:
    before = store.load(file).settings
    with pytest.raises(SettingsError, match="longer than 1 MB"):
        store.save(file, set_to("llm.model", "x" * LARGEST_BYTES)(before), before)
    assert file.read_text() == FILE


def test_what_could_not_be_saved_is_put_onto_the_mended_file(file: Path) -> None:
    keeper = SettingsKeeper(file)
    start = store.load(file).settings
    file.write_text("no toml [")
    assert keeper.adopt(store.load(file), start) == start
    first = set_to("engine.model", "tiny")(start)
    told = keeper.save(first, start)
    assert told is not None and "is not TOML" in told.message and "stays" in told.next_step
    second = set_to("text.numbers", True)(first)
    assert keeper.save(second, first) is not None
    file.write_text(FILE.replace("threshold = 0.5", "threshold = 0.6"))
    found = keeper.adopt(store.load(file), second)
    assert (found.vad.threshold, found.engine.model, found.text.numbers) == (0.6, "tiny", True)
    assert store.load(file).settings == found
    assert "# the end" in file.read_text()
    assert keeper.save(set_to("text.numbers", False)(found), found) is None


def test_a_problem_of_the_file_is_told_once(file: Path) -> None:
    keeper = SettingsKeeper(file)
    assert len(keeper.news(store.load(file))) == 1
    assert keeper.news(store.load(file)) == []
    file.write_text(FILE + "\n[nonsense]\n")
    (new,) = keeper.news(store.load(file))
    assert "nonsense" in new.message


def test_what_a_file_names_is_known(file: Path) -> None:
    file.write_text('[engine]\nbeam_size = "five"\nmodel = "base"\n[profiles.x]\n')
    assert store.load(file).named == {"engine.model", "profiles"}
