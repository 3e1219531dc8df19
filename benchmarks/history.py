"""Measures how long a search of the history takes: python -m benchmarks.history

Fills a history of 1,000 and one of 10,000 texts with made-up words, spread as words of a language
are, and searches them as the window does while one types: each search opens the database, finds the
newest entries and makes values of them. Prints median and p95 of each kind of search.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from dictate.assembly.past import Past
from dictate.assembly.statistics import percentile
from dictate.domain import Timings
from dictate.store.history import History, private_folder
from dictate.store.history_entry import Entry

ROWS = (1_000, 10_000)
BAR_ROWS, BAR_MS = 1_000, 50.0
"""What the slowest kind of search may take at 95 of 100."""
SEARCHES = 100
"""Of each kind."""
WORDS, TEXT_WORDS = 5_000, (3, 45)
"""Different words there are; words of a text."""
SYLLABLES = tuple(a + b for a in "bdfghklmnprstvwz" for b in ("a", "e", "i", "o", "u", "ei", "au"))


@dataclass(frozen=True, slots=True)
class Measured:
    """One kind of search in one history."""

    rows: int
    kind: str
    found: float
    """Entries on average; 200 are shown at most."""
    median_ms: float
    p95_ms: float


def vocabulary(chance: random.Random) -> list[str]:
    """Return different words, the frequent ones first and shorter, as in a language."""
    words: dict[str, None] = {}
    while len(words) < WORDS:
        longest = 1 + min(3, len(words) // 50)
        words["".join(chance.choices(SYLLABLES, k=chance.randint(1, longest)))] = None
    return list(words)


def entries(count: int, words: Sequence[str], chance: random.Random) -> Iterator[Entry]:
    """Return texts whose words are as frequent as their place in the list says (Zipf's law)."""
    weights = [1 / place for place in range(1, len(words) + 1)]
    for number in range(count):
        text = " ".join(chance.choices(words, weights, k=chance.randint(*TEXT_WORDS)))
        yield Entry(
            f"{text.capitalize()}.", float(number), text, "XTerm", "a window", model="base",
            language="en", device="cpu", duration_s=len(text) / 15,
            timings=Timings(decode_ms=400.0, release_to_text_ms=450.0),
        )  # fmt: skip


def kinds(words: Sequence[str], chance: random.Random) -> dict[str, Callable[[], str]]:
    """Return what is typed into the field, by kind."""
    frequent, rare = words[:100], words[-2000:]
    return {
        "nothing typed: the newest": lambda: "",
        "one letter": lambda: chance.choice(words)[:1],
        "two letters": lambda: chance.choice(words)[:2],
        "a frequent word": lambda: chance.choice(frequent),
        "a rare word": lambda: chance.choice(rare),
        "two words": lambda: " ".join(chance.choices(words[:500], k=2)),
    }


def measure(rows: int, folder: Path, searches: int = SEARCHES, seed: int = 1) -> list[Measured]:
    """Fill a history in ``folder`` and search it."""
    chance = random.Random(seed)
    words = vocabulary(chance)
    place = private_folder(folder)
    with closing(History(place)) as history:
        for entry in entries(rows, words, chance):
            history.add(entry)
        past = Past(lambda: place)  # as beside the running program, which has it open
        return [
            _searched(past, rows, kind, [ask() for _ in range(searches)])
            for kind, ask in kinds(words, chance).items()
        ]


def _searched(past: Past, rows: int, kind: str, asked: Sequence[str]) -> Measured:
    took_ms, found = [], 0
    for words in asked:
        began_s = time.perf_counter()
        found += len(past.search(words))
        took_ms.append((time.perf_counter() - began_s) * 1000)
    return Measured(
        rows, kind, found / len(asked), percentile(took_ms, 0.5), percentile(took_ms, 0.95)
    )


def main() -> int:
    """Print a table; 1 when the bar is not met."""
    print(f"{'texts':>6}  {'search':<26} {'found':>6} {'median':>9} {'p95':>9}")
    slowest_ms = 0.0
    for rows in ROWS:
        with tempfile.TemporaryDirectory() as folder:
            for each in measure(rows, Path(folder) / "history"):
                print(
                    f"{each.rows:>6}  {each.kind:<26} {each.found:>6.0f}"
                    f" {each.median_ms:>6.1f} ms {each.p95_ms:>6.1f} ms"
                )
                if rows == BAR_ROWS:
                    slowest_ms = max(slowest_ms, each.p95_ms)
    verdict = "met" if slowest_ms < BAR_MS else "missed"
    print(f"{BAR_ROWS} texts within {BAR_MS:.0f} ms, p95 of the slowest search: {verdict}")
    return verdict == "missed"


if __name__ == "__main__":
    raise SystemExit(main())
