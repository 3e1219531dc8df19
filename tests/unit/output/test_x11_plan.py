"""Which keys are pressed for which text, over keyboard maps as servers answer them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictate import keysyms
from dictate.output import x11_plan as plan
from dictate.output.x11_plan import Modifiers, Stroke

FIRST = 8
SHIFT, ALTGR = 50, 108
BOTH = Modifiers(SHIFT, ALTGR)


def rows(keys: dict[int, list[int]], count: int = 248) -> list[list[int]]:
    return [keys.get(FIRST + index, [0] * 7) for index in range(count)]


GERMAN = rows(
    {
        24: [0x71, 0x51, 0x71, 0x51, 0x40, 0x7D9, 0x40],  # q Q @ Ω
        26: [0x65, 0x45, 0x65, 0x45, 0x20AC, 0x20AC, 0x20AC],  # e E €
        20: [0xDF, 0x3F, 0xDF, 0x3F, 0x5C, 0x1001E9E, 0x5C],  # ß ? \\ ẞ
        21: [0xFE51, 0xFE50, 0xFE51, 0xFE50, 0xB8, 0xFE5C, 0xB8],  # dead accents
        36: [0xFF0D, 0, 0xFF0D],
        23: [0xFF09, 0xFE20, 0xFF09],
        65: [0x20, 0, 0x20],
        87: [0xFF9C, 0xFFB1],  # keypad 1
        187: [0x28, 0, 0x28],  # a phantom key with a parenthesis
        17: [0x38, 0x28, 0x38, 0x28],  # 8 (
    }
)
RUSSIAN_SECOND = rows({24: [0x71, 0x51, 0x6CA, 0x6EA], 65: [0x20, 0, 0x20]})


@pytest.mark.parametrize(
    ("char", "stroke"),
    [
        ("q", Stroke(24)),
        ("Q", Stroke(24, shift=True)),
        ("@", Stroke(24, level3=True)),
        ("€", Stroke(26, level3=True)),
        ("ẞ", Stroke(20, shift=True, level3=True)),
        ("\\", Stroke(20, level3=True)),
        ("?", Stroke(20, shift=True)),
        ("\n", Stroke(36)),
        ("\t", Stroke(23)),
        (" ", Stroke(65)),
        ("(", Stroke(17, shift=True)),
        ("´", None),
        ("1", None),
    ],
)
def test_german_layout(char: str, stroke: Stroke | None) -> None:
    assert plan.layout_strokes(GERMAN, FIRST, 0, BOTH).get(char) == stroke


def test_without_altgr_its_level_is_not_used() -> None:
    assert "@" not in plan.layout_strokes(GERMAN, FIRST, 0, Modifiers(SHIFT))


def test_the_active_group_decides() -> None:
    second = plan.layout_strokes(RUSSIAN_SECOND, FIRST, 1, BOTH)
    assert second["й"] == Stroke(24)
    assert "q" not in second
    assert second[" "] == Stroke(65)
    assert set(plan.layout_strokes(RUSSIAN_SECOND, FIRST, 3, BOTH)) == set()


def test_spare_codes_prefer_neighbours() -> None:
    keys = {code: [0x61] for code in range(8, 30) if code not in (9, 15, 16, 17, 20, 21)}
    assert plan.spare_codes(rows(keys, count=22), FIRST) == (15, 16, 17, 20, 21, 9)


def test_runs() -> None:
    assert list(plan.runs([5, 3, 4, 9])) == [[3, 4, 5], [9]]
    assert list(plan.runs([])) == []


def test_few_unknown_characters_need_no_shift() -> None:
    (part,) = plan.batches("aéa€é", {"a": Stroke(38)}, [200, 201, 202])
    assert part.bindings == {200: (0xE9, 0xE9), 201: (0x10020AC, 0x10020AC)}
    assert part.strokes == {"é": Stroke(200), "€": Stroke(201)}


def test_two_on_a_key_where_there_is_little_room() -> None:
    (part,) = plan.batches("äöü", {}, [200, 201])
    assert part.bindings == {200: (0xE4, 0xF6), 201: (0xFC, 0xFC)}
    assert part.strokes["ö"] == Stroke(200, shift=True)
    assert part.strokes["ü"] == Stroke(201)


def test_nothing_to_bind_needs_no_spare_key() -> None:
    (part,) = plan.batches("aa", {"a": Stroke(38)}, [])
    assert not part.bindings
    with pytest.raises(ValueError, match="spare"):
        plan.batches("aé", {"a": Stroke(38)}, [])


def test_emoji_beyond_the_basic_plane() -> None:
    (part,) = plan.batches("🙂", {}, [200])
    assert part.bindings == {200: (0x0101F642, 0x0101F642)}


texts = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=80)


@given(texts, st.integers(1, 6), st.text(alphabet="abc xyz", max_size=5))
def test_any_text_is_typed_exactly_by_a_keyboard_that_follows_the_plan(
    text: str, spare: int, layout: str
) -> None:
    known = {char: Stroke(120 + "abc xyz".index(char)) for char in layout}
    spares = range(200, 200 + spare)
    typed = ""
    for part in plan.batches(text, known, spares):
        strokes = {**known, **part.strokes}
        down: set[int] = set()
        for code, is_down in plan.key_events(part.text, strokes, BOTH):
            assert is_down != (code in down)
            (down.add if is_down else down.discard)(code)
            if not is_down or code in (SHIFT, ALTGR):
                continue
            if code in part.bindings:
                typed += keysyms.char_of(part.bindings[code][SHIFT in down]) or ""
            else:
                typed += next(c for c, s in known.items() if s.code == code)
        assert not down
    assert typed == text


def test_modifiers_change_only_where_they_must() -> None:
    strokes = {"a": Stroke(38), "B": Stroke(56, shift=True), "@": Stroke(24, level3=True)}
    codes = [code for code, _ in plan.key_events("aBB@", strokes, BOTH)]
    assert codes == [38, 38, SHIFT, 56, 56, 56, 56, SHIFT, ALTGR, 24, 24, ALTGR]
