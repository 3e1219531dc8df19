"""Dictates all day in a few minutes: does memory stay, and does every text come whatever dies.

    python -m benchmarks.endurance [--takes 300] [--kills 20] [--seed N] [--json FILE]

Takes in a row through the real core with the built-in model, looked at after take 20 and at the
end; then takes while the engine's process is killed at random moments. Writes docs/endurance.md.
"""

from __future__ import annotations

import argparse
import gc
import logging
import random
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from benchmarks import endurance_report, machine
from benchmarks.endurance_report import BEGIN, END, Endurance, Kills, judged
from benchmarks.endurance_session import NOTHING, Day, Footprint, Footprints, engine_process
from benchmarks.report import VERDICTS, spliced
from benchmarks.speech import phrases
from dictate.domain import EngineState
from dictate.engine.segments import PREFIX
from dictate.errors import DictateError

DOCUMENT = Path(__file__).resolve().parents[1] / "docs" / "endurance.md"
FIRST_LOOK = 20
"""Takes after which everything that is loaded late is loaded."""
LOOKS = 6
SPEED = 8.0
SETTLE_S = 0.5
"""Before a look: the microphone is handed back and the recording is off the disk."""
WAITS_S = ((0.0, 2.0), (2.0, 8.0), (2.0, 8.0))
"""Between two kills, in turn: a process needs one to two seconds to load, so that a third of them
comes in the middle of that. Five deaths of one and the same take would be a text given up."""
OPEN_TAKES = 2
"""So many may be on their way while the engine is killed and the next one is spoken."""
PATIENCE_S = 60.0
SEGMENTS = Path("/dev/shm")
SEEDS = 10_000


@dataclass(slots=True)
class Hand:
    """Kills the engine's process at random moments, on a thread of its own."""

    day: Day
    kills: int
    chance: random.Random
    moments: list[EngineState] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def at_work(self) -> Iterator[Callable[[], bool]]:
        """Kill inside; the value tells whether there is more to be killed."""
        thread = threading.Thread(target=self._run, name="hidden-hand", daemon=True)
        thread.start()
        try:
            yield thread.is_alive
        finally:
            self.stopped.set()
            thread.join(PATIENCE_S)

    def _run(self) -> None:
        while len(self.moments) < self.kills:
            if self.stopped.wait(self.chance.uniform(*WAITS_S[len(self.moments) % len(WAITS_S)])):
                return
            while (process := engine_process()) is None:
                if self.stopped.wait(0.001):  # the next one is about to be started
                    return
            state = self.day.engine_state
            try:
                process.kill()
            except psutil.Error:
                continue  # it ended a moment before
            self.moments.append(state)
            say(f"  kill {len(self.moments)} of {self.kills}, take {len(self.day.said)}, {state}")


def look(takes: int) -> Footprints:
    """Look at what both processes hold."""
    time.sleep(SETTLE_S)
    gc.collect()
    engine = engine_process()
    return Footprints(
        takes, Footprint.of(psutil.Process()), Footprint.of(engine) if engine else NOTHING
    )


def in_a_row(day: Day, takes: int) -> tuple[Footprints, ...]:
    """Dictate one take after another; look at times."""
    first = min(FIRST_LOOK, max(1, takes // 2))
    step = max(1, (takes - first) // LOOKS)
    looks = {first, takes, *range(first + step, takes - step + 1, step)}
    course: list[Footprints] = []
    for number in range(1, takes + 1):
        day.dictate()
        day.wait_for_texts()
        if number in looks:
            course.append(look(number))
            held = course[-1]
            say(
                f"  take {number}: program {held.program.memory_mb:.1f} MB, "
                f"engine {held.engine.memory_mb:.1f} MB"
            )
    return tuple(course)


def killed(day: Day, kills: int, seed: int) -> Kills:
    """Dictate while the engine is killed, and once more after that."""
    before = look(len(day.said))
    begun, errors = len(day.said), len(day.errors)
    hand = Hand(day, kills, random.Random(seed))
    with hand.at_work() as goes_on:
        while goes_on():
            day.dictate()
            day.wait_for_texts(OPEN_TAKES)
    day.dictate()
    day.wait_for_texts()
    said = day.said[begun:]
    while_loading = hand.moments.count(EngineState.LOADING)
    return Kills(
        seed=seed,
        kills=len(hand.moments),
        while_loading=while_loading,
        while_working=len(hand.moments) - while_loading,
        outcome=judged(said, day.desk.texts, known_texts()),
        errors=tuple(day.errors[errors:]),
        growth=look(len(day.said)).without(before),
    )


def known_texts() -> list[str]:
    """Return everything that is ever said."""
    return [phrase.text for phrase in phrases()]


def measure(takes: int, kills: int, seed: int, speed: float = SPEED) -> Endurance:
    """Do it all. Raises EngineError when a take never ends."""
    facts, began_s = machine.look(), time.monotonic()
    with TemporaryDirectory(prefix="dictate-takes-") as name:
        before = segments()
        with Day(Path(name), speed) as day:
            say(f"{takes} takes in a row ...")
            course = in_a_row(day, takes)
            outcome = judged(day.said, day.desk.texts, known_texts())
            errors = tuple(day.errors)
            say(f"takes while the engine is killed {kills} times, seed {seed} ...")
            after = killed(day, kills, seed)
        left, opened = day.recordings(), day.streams_opened
    return Endurance(
        machine=facts,
        command=f"python -m benchmarks.endurance --takes {takes} --kills {kills} --seed {seed}",
        took_s=time.monotonic() - began_s,
        speed=speed,
        course=course,
        outcome=outcome,
        errors=errors,
        kills=after,
        streams_opened=opened,
        recordings_left=left,
        segments_left=segments() - before if before >= 0 else -1,
    )


def segments() -> int:
    """Return how many segments of shared memory there are; -1 where that cannot be seen."""
    return len(list(SEGMENTS.glob(f"{PREFIX}*"))) if SEGMENTS.is_dir() else -1


def say(line: str) -> None:
    """Tell the person who waits."""
    print(line, flush=True)


def main() -> int:
    """Measure, judge, write; 1 when something is not reached."""
    wanted = _arguments()
    logging.getLogger("dictate").addHandler(logging.NullHandler())
    try:
        run = measure(wanted.takes, wanted.kills, wanted.seed)
    except DictateError as error:
        say(f"stopped: {error}")
        return 1
    if wanted.json is not None:
        wanted.json.write_text(endurance_report.as_json(run) + "\n", "utf-8")
    document = DOCUMENT.read_text("utf-8")
    DOCUMENT.write_text(spliced(document, endurance_report.as_markdown(run), BEGIN, END), "utf-8")
    say("")
    say(endurance_report.course_table(run.course))
    say("")
    reached = True
    for bar in endurance_report.bars(run):
        say(f"{bar.aim}: {bar.measured} (wanted: {bar.wanted}; {VERDICTS[bar.reached]})")
        reached = reached and bool(bar.reached)
    for notice in (*run.errors, *run.kills.errors):
        say(f"told to the user: {notice}")
    say(f"written: docs/{DOCUMENT.name}; {run.took_s:.0f} s")
    return 0 if reached else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.endurance", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--takes", type=_number, default=300, help="in a row (300)")
    parser.add_argument("--kills", type=_number, default=20, help="of the engine's process (20)")
    parser.add_argument(
        "--seed", type=int, default=random.randrange(SEEDS), help="of the moments of the kills"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all numbers there")
    return parser.parse_args()


def _number(text: str) -> int:
    number = int(text)
    if number < 2:
        raise argparse.ArgumentTypeError("at least 2")
    return number


if __name__ == "__main__":
    sys.exit(main())
