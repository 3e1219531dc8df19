import pytest

from dictate.engine.languages import choose_language, chosen_language, fixed_language, within

HEARD = [("ko", 0.5), ("en", 0.3), ("de", 0.1)]


def test_takes_the_likeliest() -> None:
    code, probability = choose_language(HEARD, ())
    assert code == "ko" and probability == pytest.approx(0.5 / 0.9)


def test_only_allowed_languages_count() -> None:
    code, probability = choose_language(HEARD, ("en", "de"))
    assert code == "en" and probability == pytest.approx(0.75)


@pytest.mark.parametrize("heard", [[], [("ko", 1.0)], [("de", 0.0)]])
def test_without_a_probability_the_first_allowed_is_taken(heard: list[tuple[str, float]]) -> None:
    assert choose_language(heard, ("de", "en")) == ("de", 0.0)


@pytest.mark.parametrize(
    ("wanted", "known", "fixed"),
    [
        (None, (), None),
        ("fr", (), "fr"),
        ("de", ("en", "de"), "de"),
        ("fr", ("en", "de"), None),
        (None, ("en", "de"), None),
        ("de", ("en",), "en"),
        (None, ("en",), "en"),
    ],
)
def test_detects_only_where_the_language_is_open(
    wanted: str | None, known: tuple[str, ...], fixed: str | None
) -> None:
    assert fixed_language(wanted, known) == fixed


@pytest.mark.parametrize(
    ("known", "mine", "allowed"),
    [
        ((), (), ()),
        ((), ("en", "de"), ("en", "de")),
        (("en", "fr", "de"), ("de", "en"), ("de", "en")),
        (("en",), ("de", "en"), ("en",)),
        (("en", "de"), ("fi",), ("en", "de")),
    ],
)
def test_the_users_languages_narrow_those_of_the_model(
    known: tuple[str, ...], mine: tuple[str, ...], allowed: tuple[str, ...]
) -> None:
    assert tuple(within(known, mine)) == allowed


@pytest.mark.parametrize(
    ("wanted", "known", "allowed", "chosen"),
    [
        ("fr", (), ("en", "de"), "fr"),
        (None, (), ("de",), "de"),
        (None, (), ("en", "de"), None),
        ("fr", ("en", "de"), ("de",), "de"),
    ],
)
def test_a_language_asked_for_counts_more_than_the_list(
    wanted: str | None, known: tuple[str, ...], allowed: tuple[str, ...], chosen: str | None
) -> None:
    assert chosen_language(wanted, known, allowed) == chosen
