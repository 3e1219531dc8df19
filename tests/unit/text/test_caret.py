"""Capital and blank at the caret: a table of what stands there, what is said, what is written."""

from __future__ import annotations

import pytest

from dictate.text.caret import fitted

CASES = [
    # language, before, said, written
    ("en", "", "And then.", "And then."),
    ("en", "We had lunch", "And then we left.", " and then we left."),
    ("en", "We had lunch ", "And then we left.", "and then we left."),
    ("en", "We had lunch, ", "But no coffee.", "but no coffee."),
    ("en", "We had lunch;", "The soup was cold.", " the soup was cold."),
    ("en", "We had lunch. ", "And then we left.", "And then we left."),
    ("en", "We had lunch.", "And then we left.", " And then we left."),
    ("en", "Really?! ", "so it is.", "So it is."),
    ("en", 'He said "no." ', "so we left.", "So we left."),
    ("en", "First line\n", "The next one.", "The next one."),
    ("en", "First line\n\n", "the next one.", "the next one."),
    ("en", "- ", "The next point.", "The next point."),
    ("en", "I met ", "Peter at noon.", "Peter at noon."),
    ("en", "and ", "I think so.", "I think so."),
    ("en", "and ", "I'm sure.", "I'm sure."),
    ("en", "the ", "NASA report.", "NASA report."),
    ("en", "my ", "iPhone is new.", "iPhone is new."),
    ("en", "in ", "May we go.", "May we go."),
    ("en", "we kept ", "Running all day.", "running all day."),
    ("en", "in ", "Beijing it rains.", "Beijing it rains."),
    ("en", "so ", "It's fine.", "it's fine."),
    ("en", "so ", "It’s fine.", "it’s fine."),
    ("en", "many, e.g. ", "The first one.", "the first one."),
    ("en", "(", "The first one", "The first one"),
    ("en", "see (as", "The first one", " the first one"),
    ("en", "Hello", ", world.", ", world."),
    ("en", "Hello", ")", ")"),
    ("en", "www.", "example", " example"),
    ("en", "a-", "B", "B"),
    ("en", 'He said "', "The end", "The end"),
    ("en", 'He said "yes"', "And left", " and left"),
    ("en", "Note:", "The end.", " The end."),
    ("en", "It costs 5", "Or 6.", " or 6."),
    ("en", "Done. ", "git.example.org is down", "git.example.org is down"),
    ("en", "Done. ", "me@example.org", "me@example.org"),
    ("en", "word", "\nnext", "\nnext"),
    ("de", "Wir gingen", "Und dann kam er.", " und dann kam er."),
    ("de", "Wir sahen das ", "Haus am See.", "Haus am See."),
    ("de", "Haben ", "Sie Zeit?", "Sie Zeit?"),
    ("de", "Haben ", "Wir Zeit?", "wir Zeit?"),
    ("de", "Guten ", "Morgen, Anna.", "Morgen, Anna."),
    ("de", "Zum ersten ", "Mal.", "Mal."),
    ("en", "I flew to ", "Wyoming.", "Wyoming."),
    ("en", "Books by ", "Rowling.", "Rowling."),
    ("en", "Happy ", "Thanksgiving!", "Thanksgiving!"),
    ("de", "Vieles, z. B. ", "Das Haus.", "das Haus."),
    ("de", "Fertig. ", "dann gehen wir.", "Dann gehen wir."),
    ("de", "Er sagte: „", "Das geht nicht.", "Das geht nicht."),
    ("fr", "Il est venu", "Et il est parti.", " et il est parti."),
    ("es", "Vino ", "Y se fue.", "y se fue."),
    ("nl", "Hij kwam", "En ging.", " En ging."),
    ("", "Before", "After", " After"),
    ("ja", "今日は", "いい天気です", "いい天気です"),
    ("zh", "你好", "世界", "世界"),
]


@pytest.mark.parametrize(("language", "before", "said", "written"), CASES)
def test_what_is_written(language: str, before: str, said: str, written: str) -> None:
    assert fitted(said, before, language) == written


def test_terms_of_the_vocabulary_keep_their_capital() -> None:
    assert fitted("Will it.", "so ", "en", frozenset({"Will"})) == "Will it."
    assert fitted("The it.", "so ", "en", frozenset({"The"})) == "The it."


def test_nothing_to_write_stays_nothing() -> None:
    assert fitted("", "Before", "en") == ""
