"""What counts as a feed, and as newer."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from packaging.version import Version

from dictate.errors import UpdateUnknown
from dictate.updates.release import (
    MOST_BYTES,
    MOST_OF_NOTES,
    Release,
    is_newer,
    normal,
    one_line,
    release_of,
)

GOOD = {"version": "1.2.0", "page": "https://example.org/dictate", "notes": "Hears better."}

NUMBERS = st.lists(st.integers(0, 30), min_size=1, max_size=4).map(lambda n: ".".join(map(str, n)))
FINAL = st.builds(str.__add__, NUMBERS, st.sampled_from(["", ".post1", "+team.2"]))
EARLY = st.builds(str.__add__, NUMBERS, st.sampled_from(["a1", "b2", "rc1", ".dev3", "a1.dev2"]))
ANY = st.one_of(FINAL, EARLY)


def feed(**other: object) -> bytes:
    return json.dumps({**GOOD, **other}).encode()


def test_a_feed_says_version_page_and_notes() -> None:
    assert release_of(feed(), "it") == Release(
        "1.2.0", "https://example.org/dictate", "Hears better."
    )


def test_notes_may_be_missing_and_other_names_are_left_alone() -> None:
    document = {name: value for name, value in GOOD.items() if name != "notes"}
    assert release_of(json.dumps({**document, "channel": 7}).encode(), "it").notes == ""


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_feed_from_an_editor_of_another_mind_is_read(encoding: str) -> None:
    assert release_of(json.dumps(GOOD).encode(encoding), "it").version == "1.2.0"


def test_a_version_is_told_in_its_plain_form() -> None:
    assert release_of(feed(version=" v1.2.0-RC.1 "), "it").version == "1.2.0rc1"


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b"<html>Please log in</html>",
        b"[]",
        b'"1.2.0"',
        b"{}",
        b"[" * 60_000,
        b"\xff\xfe\xff",
        b'{"version": ' + b"9" * 5000 + b"}",
        feed(notes="n" * MOST_BYTES),
        feed(version=1.2),
        feed(version="soon"),
        feed(version=""),
        feed(version="1." * 40 + "0"),
        feed(page=None),
        feed(page="http://example.org/"),
        feed(page="javascript:alert(1)"),
        feed(page="file:///etc/passwd"),
        feed(page="https://"),
        feed(page="https://user:secret@example.org/"),
        feed(page="https://example.org:port/"),
        feed(page="https://example.org/a b"),
        feed(page="https://example.org/\u202egpj.exe"),
        feed(page="https://example.org/" + "p" * 500),
    ],
)
def test_what_is_no_feed_is_told_in_one_line_with_a_next_step(document: bytes) -> None:
    with pytest.raises(UpdateUnknown) as caught:
        release_of(document, "example.org")
    assert caught.value.message.startswith("What example.org holds is no update feed: ")
    assert caught.value.next_step and "\n" not in str(caught.value)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_feed_or_an_error(document: bytes) -> None:
    with pytest.raises(UpdateUnknown):
        release_of(document, "it")


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@given(st.fixed_dictionaries({"version": JSON | ANY, "page": JSON | st.just(GOOD["page"])}), JSON)
def test_any_json_is_a_good_release_or_an_error(found: dict[str, Any], notes: object) -> None:
    try:
        release = release_of(json.dumps({**found, "notes": notes}).encode(), "it")
    except UpdateUnknown:
        return
    assert normal(release.version) == release.version
    assert release.page.startswith("https://")


@given(st.text())
@example("a" * 5000)
@example("one\ntwo\x1b[31m\u202e <b>three</b>")
def test_notes_are_one_short_line_without_markup(notes: str) -> None:
    line = one_line(notes)
    assert len(line) <= MOST_OF_NOTES and line.isprintable() and line == line.strip()
    assert not set(line) & set("<>")


def test_notes_keep_their_words() -> None:
    assert one_line("Hears  better,\n types <faster>. ") == "Hears better, types ‹faster›."


@pytest.mark.parametrize(
    ("offered", "running", "newer"),
    [
        ("0.1.0", "0.1.0", False),
        ("0.1", "0.1.0", False),
        ("0.2.0", "0.1.0", True),
        ("0.10.0", "0.9.0", True),
        ("0.1.0", "0.2.0", False),
        ("0.2.0rc1", "0.1.0", False),
        ("0.2.0.dev1", "0.1.0", False),
        ("0.2.0rc1", "0.2.0b3", True),
        ("0.2.0", "0.2.0rc1", True),
        ("0.2.0rc2", "0.2.0.dev5", True),
        ("0.1.0", "0.1.0+team.2", False),
        ("0.1.0+team.3", "0.1.0+team.2", True),
        ("0.1.0.post1", "0.1.0", True),
    ],
)
def test_what_is_offered_to_whom(offered: str, running: str, newer: bool) -> None:
    assert is_newer(offered, running) is newer


@given(ANY, ANY)
def test_nobody_is_offered_the_same_or_an_older_version(one: str, other: str) -> None:
    assert not is_newer(one, one)
    assert not (is_newer(one, other) and is_newer(other, one))


@given(EARLY, FINAL)
def test_a_pre_release_is_for_those_who_run_one(early: str, final: str) -> None:
    assert not is_newer(early, final)
    assert is_newer(final, early) is (Version(final) > Version(early))


@given(st.lists(FINAL, min_size=2, max_size=5, unique_by=Version))
def test_the_newest_one_is_offered_to_all_others(versions: list[str]) -> None:
    *others, newest = sorted(versions, key=Version)
    assert all(is_newer(newest, other) for other in others)
