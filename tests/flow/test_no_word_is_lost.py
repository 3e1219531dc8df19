"""Long takes, decoded in pieces while they are spoken: engines and microphones die, no word does.

Each phrase has a number of its own, so a phrase that is lost, said twice, cut in two by a seam or
out of order is seen in the text.
"""

from __future__ import annotations

import random
from functools import partial

import numpy as np
import pytest

from dictate.domain import FRAME_SAMPLES, DecodeOptions
from dictate.engine.child_backend import ChildBackend
from dictate.engine.pool import BackendPool
from tests.fakes.capture import SILENT, ScriptedSource
from tests.fakes.echo_backend import PhraseBackend, loudness_of
from tests.flow.test_engine_kills import CHOICE, WAIT_S, Dictation, dictating

TAKES = 6
PHRASES = 16
"""Together shorter than the longest take of this session, a minute."""
LOUD_FRAMES = (8, 70)
QUIET_FRAMES = (6, 40)
"""0.2 s, which is no pause yet, to 1.3 s."""


def feed(source: ScriptedSource, level: float, frames: int) -> None:
    """Let so much be heard, and wait until it was."""
    source.feed(*[np.full(FRAME_SAMPLES, level, np.float32)] * frames)
    for _ in range(frames):
        assert source.taken.acquire(timeout=WAIT_S)


def speak(dictation: Dictation, first: int, chance: random.Random) -> list[str]:
    """Dictate a long take during which this and that happens; return what was said."""
    source = dictation.press()
    feed(source, 0.0, 4)
    for number in range(first, first + PHRASES):
        feed(source, loudness_of(number), chance.randint(*LOUD_FRAMES))
        feed(source, 0.0, chance.randint(*QUIET_FRAMES))
        happens = chance.random()
        if happens < 0.08:
            dictation.kill()
        elif happens < 0.14:
            source.unplug()
            source = dictation.audio.opened.get(timeout=WAIT_S)
            feed(source, 0.0, 1)
    dictation.release(source)
    return [str(number) for number in range(first, first + PHRASES)]


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_phrase_of_long_takes_comes_once_and_in_order(seed: int) -> None:
    chance = random.Random(seed)
    make = partial(PhraseBackend, 0.03)
    with dictating(BackendPool(lambda: ChildBackend(make))) as dictation:
        dictation.audio.spares = [f"microphone {number}" for number in range(TAKES * PHRASES)]
        dictation.engine.prepare(CHOICE)
        said = [speak(dictation, take * PHRASES, chance) for take in range(TAKES)]
        assert [dictation.text().split() for _ in said] == said
        assert dictation.errors == []
        assert dictation.sink.texts.empty()


def test_the_backend_hears_every_phrase() -> None:
    parts = [np.concatenate([np.full(2000, loudness_of(n), np.float32), SILENT]) for n in (3, 1, 4)]
    heard = PhraseBackend().decode(np.concatenate(parts), DecodeOptions())
    assert heard.segments[0].text == " 3 1 4"
