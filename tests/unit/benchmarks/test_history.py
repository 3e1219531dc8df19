"""The benchmark of the search: what it fills a history with, and what it tells. No times."""

from __future__ import annotations

import random
from collections import Counter
from contextlib import closing
from pathlib import Path

from benchmarks.history import WORDS, entries, measure, vocabulary
from dictate.store.history import History


def test_words_are_different_and_the_frequent_ones_come_first() -> None:
    chance = random.Random(1)
    words = vocabulary(chance)
    assert len(set(words)) == len(words) == WORDS
    counted = Counter(w for e in entries(200, words, chance) for w in e.raw_text.split())
    assert counted[words[0]] > counted[words[50]]


def test_every_kind_of_search_is_measured_on_real_rows(tmp_path: Path) -> None:
    found = measure(300, tmp_path / "history", searches=3)
    assert len({each.kind for each in found}) == len(found) == 6
    assert found[0].found == 200
    assert all(each.p95_ms >= each.median_ms > 0 for each in found)
    with closing(History(tmp_path / "history")) as history:
        assert len(history.since()) == 300
