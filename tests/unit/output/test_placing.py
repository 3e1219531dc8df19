"""Fitting, checking, taking back: the sink that knows the place, over a field made of a string."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest

from dictate.domain import Notice, TakeId
from dictate.errors import INSERT_AGAIN, OutputError, ServiceMissing
from dictate.hands import Hands
from dictate.output.arrival import Arrival, judge
from dictate.output.field import Reading, Spot
from dictate.output.field_watch import FieldWatch
from dictate.output.outlets import Outlets
from dictate.output.placing import Place, PlacingSink
from dictate.output.window import Window
from dictate.text.caret import fitted
from tests.fakes.paper_field import WINDOW, PaperField, TypingSink

TAKE = TakeId(1)


class Bench:
    """A field, a sink for it, and what was told."""

    def __init__(self, field: PaperField, open_reader: Callable[[], PaperField] | None = None):
        self.field = field
        self.told: list[Notice] = []
        self.now_s = 100.0
        self.fields = FieldWatch(open_reader or (lambda: field))
        self.place = Place(Outlets(keyboard=field), self.fields, self.told.append)
        self.sink = PlacingSink(TypingSink(field), self.place, fitted, clock=lambda: self.now_s)

    def dictate(self, text: str, language: str = "en") -> None:
        """Say it, and wait until its arrival is judged."""
        self.sink.watch(TAKE, lambda _: None)
        self.sink.is_secret(TAKE)
        self.sink.deliver(self.sink.fitted(text, language), TAKE)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is asked any more."""
        self.fields.settle()


@pytest.fixture
def bench() -> Iterator[Bench]:
    bench = Bench(PaperField())
    yield bench
    bench.fields.close()


def test_a_text_continues_what_stands_before_the_caret(bench: Bench) -> None:
    bench.field.text = "We had lunch"
    bench.dictate("And then we left.")
    assert bench.field.text == "We had lunch and then we left."
    assert bench.told == []


def test_a_text_goes_before_what_stands_behind_the_caret(bench: Bench) -> None:
    bench.field.text, bench.field.behind = "We had lunch", "at noon."
    bench.dictate("In the park.")
    assert bench.field.text == "We had lunch in the park "
    bench.sink.take_back()
    assert bench.field.text == "We had lunch"
    assert bench.told == []


def test_a_second_take_sees_the_first(bench: Bench) -> None:
    bench.dictate("One sentence.")
    bench.dictate("Another one.")
    assert bench.field.text == "One sentence. Another one."


def test_a_text_that_does_not_arrive_is_told_once_and_not_inserted_again(bench: Bench) -> None:
    bench.field.takes_keys = False
    bench.dictate("Hello.")
    (notice,) = bench.told
    assert notice.next_step == INSERT_AGAIN
    assert "Hello" not in notice.message
    assert bench.field.text == ""
    with pytest.raises(OutputError):
        bench.sink.take_back()


def test_the_last_text_is_cut_out_of_its_place(bench: Bench) -> None:
    bench.field.text = "Before. "
    bench.dictate("Wrong words.")
    bench.field.text += " typed behind"
    bench.sink.take_back()
    assert bench.field.text == "Before.  typed behind"
    with pytest.raises(OutputError, match="no text"):
        bench.sink.take_back()


def test_a_changed_text_is_left_alone(bench: Bench) -> None:
    bench.dictate("Wrong words.")
    bench.field.text = "Wrong wor"
    with pytest.raises(OutputError, match="Something else"):
        bench.sink.take_back()
    assert bench.field.text == "Wrong wor"


def test_a_text_that_the_field_made_something_else_of_is_left_alone(bench: Bench) -> None:
    bench.field.in_capitals = True
    bench.dictate("Wrong words.")
    assert bench.told == []
    with pytest.raises(OutputError, match="safely"):
        bench.sink.take_back()
    assert bench.field.text == "WRONG WORDS."


def test_another_window_is_left_alone(bench: Bench) -> None:
    bench.dictate("Wrong words.")
    bench.field.window = Window(("other",), id=8)
    with pytest.raises(OutputError, match="another window"):
        bench.sink.take_back()
    assert bench.field.text == "Wrong words."


def test_another_field_of_the_window_is_left_alone(bench: Bench) -> None:
    bench.dictate("Wrong words.")
    bench.field.may_be_cut = False
    bench.field.spot = Spot(":1.7", "/other")
    with pytest.raises(OutputError, match="not the keyboard"):
        bench.sink.take_back()


def test_a_field_that_cannot_be_cut_gets_key_presses(bench: Bench) -> None:
    bench.field.text = "Before. "
    bench.dictate("Wrong words.")
    bench.field.may_be_cut = False
    bench.sink.take_back()
    assert bench.field.text == "Before. "


def blind_bench() -> Bench:
    def nothing() -> PaperField:
        raise ServiceMissing("no bus")

    return Bench(PaperField("Before"), nothing)


def test_without_accessibility_nothing_is_fitted_or_told() -> None:
    bench = blind_bench()
    bench.field.takes_keys = False
    bench.dictate("And so.")
    assert bench.told == []
    bench.field.takes_keys = True
    bench.dictate("And so.")
    assert bench.field.text == "BeforeAnd so."
    bench.fields.close()


def watched(bench: Bench) -> Hands:
    """Let the hotkey's listener see keys and buttons."""
    bench.place.hands = Hands(lambda: bench.now_s - 10)
    bench.place.hands.watch(True)
    return bench.place.hands


def test_without_accessibility_a_text_continues_the_last_one() -> None:
    bench = blind_bench()
    watched(bench)
    bench.dictate("One sentence.")
    bench.now_s += 60
    bench.dictate("Another one.")
    assert bench.field.text == "BeforeOne sentence. Another one."
    bench.fields.close()


@pytest.mark.parametrize("since", ["a key", "another window", "long ago", "nobody looks"])
def test_what_stands_there_is_not_guessed_after(since: str) -> None:
    bench = blind_bench()
    hands = watched(bench)
    bench.dictate("One sentence.")
    bench.now_s += 2
    match since:
        case "a key":
            hands.move(bench.now_s - 1)
        case "another window":
            bench.field.window = Window(("other", "Other"), id=99)
        case "long ago":
            bench.now_s += 3600
        case _:
            hands.watch(False)
    bench.dictate("Another one.")
    assert bench.field.text == "BeforeOne sentence.Another one."
    bench.fields.close()


def test_without_accessibility_a_text_typed_just_now_is_deleted() -> None:
    bench = blind_bench()
    bench.dictate("Wrong.")
    bench.sink.take_back()
    assert bench.field.text == "Before"
    bench.fields.close()


@pytest.mark.parametrize(
    ("text", "seconds_ago", "window"),
    [
        ("Wrong.", 60.0, WINDOW),
        ("Two\nlines", 1.0, WINDOW),
        ("x" * 500, 1.0, WINDOW),
        ("👍🏽 fine", 1.0, WINDOW),
        ("Wrong.", 1.0, Window()),
        ("ls -l", 1.0, Window(("xterm", "XTerm"), id=7)),
    ],
    ids=["long ago", "lines", "long", "emoji", "unknown window", "terminal"],
)
def test_without_accessibility_nothing_uncertain_is_deleted(
    text: str, seconds_ago: float, window: Window
) -> None:
    bench = blind_bench()
    bench.field.window = window
    bench.dictate(text)
    bench.now_s += seconds_ago
    with pytest.raises(OutputError, match="safely"):
        bench.sink.take_back()
    assert bench.field.text == f"Before{text}"
    bench.fields.close()


def test_a_program_that_hangs_delays_no_text() -> None:
    field = PaperField("Before")
    field.hangs = threading.Event()
    bench = Bench(field)
    bench.sink.watch(TAKE, lambda _: None)
    assert not bench.sink.is_secret(TAKE)
    assert bench.sink.fitted("And so.", "en") == "And so."
    bench.sink.deliver("And so.", TAKE)
    assert field.text == "BeforeAnd so."
    field.hangs.set()
    bench.fields.close()


def test_a_bus_that_goes_away_is_left_and_nothing_breaks() -> None:
    field = PaperField("Before")
    bench = Bench(field)
    field.lost = True
    bench.dictate("And so.")
    assert field.text == "BeforeAnd so."
    assert field.closed == 1
    bench.fields.close()


def test_a_password_field_is_known_at_the_press_and_nothing_of_it_is_remembered() -> None:
    field = PaperField("Before")
    field.spot = Spot(":1.7", "/password", secret=True)
    bench = Bench(field)
    secrets: list[bool] = []
    bench.sink.watch(TAKE, secrets.append)
    bench.settle()
    assert secrets == [True]
    assert bench.sink.is_secret(TAKE)
    bench.sink.deliver("And so", TAKE)
    assert field.text == "BeforeAnd so"
    assert bench.place.last is None
    bench.fields.close()


def test_judging_what_became_of_a_text() -> None:
    before = Reading("ab", 2, 2)
    assert judge(before, Reading("abcd", 4, 4), "cd") is Arrival.ARRIVED
    assert judge(Reading("ab", 2, 5, 3), Reading("abcd", 4, 4), "cd") is Arrival.ARRIVED
    assert judge(before, before, "cd") is Arrival.ABSENT
    assert judge(before, before, "cd\n") is Arrival.UNKNOWN
    assert judge(before, Reading("abcde", 5, 5), "cd") is Arrival.UNKNOWN
    assert judge(None, before, "cd") is Arrival.UNKNOWN
    assert judge(before, None, "cd") is Arrival.UNKNOWN


class OddField(PaperField):
    """Belongs to a program that answers something else than it was asked for."""

    is_odd = True

    def find(self) -> Spot | None:
        if self.is_odd:
            raise TypeError("'NoneType' object is not subscriptable")
        return super().find()


def test_a_program_that_answers_nonsense_costs_no_text(caplog: pytest.LogCaptureFixture) -> None:
    field, hidden, now_s = OddField(), list[bool](), [100.0]
    fields = FieldWatch(lambda: field, clock=lambda: now_s[0])
    sink = PlacingSink(TypingSink(field), Place(Outlets(keyboard=field), fields, lambda _: None))
    sink.watch(TAKE, hidden.append)
    fields.settle()
    assert hidden == [False]  # who waits for the answer is told
    sink.deliver("Hello.", TAKE)
    assert field.text == "Hello."
    field.is_odd, now_s[0] = False, 200.0
    assert fields.look() is not None
    assert "Traceback" not in caplog.text
    fields.close()
