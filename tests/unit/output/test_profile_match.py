"""Which profile a window has."""

import pytest

from dictate.output.profile_match import choose, fits
from dictate.output.window import Window
from dictate.settings.profiles import Profile

FIREFOX = Window(
    ("Navigator", "firefox"),
    id=7,
    title="Inbox (3) – Mail — Mozilla Firefox",
    programs=("firefox-esr", "/usr/lib/firefox-esr/firefox-esr"),
)


@pytest.mark.parametrize(
    ("profile", "wanted"),
    [
        (Profile(window_class=("firefox",)), True),
        (Profile(window_class=("FireFox",)), True),
        (Profile(window_class=("chromium", "navigator")), True),
        (Profile(window_class=("fire*",)), True),
        (Profile(window_class=("fire",)), False),
        (Profile(executable=("firefox-esr",)), True),
        (Profile(executable=("/usr/lib/*",)), True),
        (Profile(executable=("firefox",)), False),
        (Profile(title=("*inbox*",)), True),
        (Profile(title=("Inbox",)), False),
        (Profile(window_class=("firefox",), title=("*Inbox*",)), True),
        (Profile(window_class=("firefox",), title=("*Outbox*",)), False),
        (Profile(window_class=("chromium",), title=("*Inbox*",)), False),
        (Profile(), False),
        (Profile(overrides={"engine.language": "de"}), False),
    ],
)
def test_fits(profile: Profile, wanted: bool) -> None:
    assert fits(profile, FIREFOX) is wanted


def test_a_window_that_tells_nothing_has_no_profile() -> None:
    anything = Profile(window_class=("*",), title=("*",))
    assert not fits(anything, Window())
    assert not fits(anything, Window(exists=False))


def test_classes_of_reversed_domains_go_by_their_end_too() -> None:
    assert fits(Profile(window_class=("console",)), Window(("org.gnome.Console",), id=1))


def test_programs_of_windows_go_without_their_ending() -> None:
    window = Window(("x",), id=1, programs=(r"C:\Program Files\Word\WINWORD.EXE",))
    assert fits(Profile(executable=("winword.exe",)), window)


def test_the_first_one_in_the_file_counts() -> None:
    known = {
        "mail": Profile(title=("*Mail*",)),
        "web": Profile(window_class=("firefox",)),
        "all": Profile(window_class=("*",)),
    }
    assert choose(known, FIREFOX) == "mail"
    assert choose(known, Window(("xterm", "XTerm"), id=2)) == "all"
    assert choose({"web": known["web"]}, Window(("xterm",), id=2)) == ""
