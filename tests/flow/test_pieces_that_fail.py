"""A piece that was decoded ahead fails while the tail waits: its words are decoded again, once."""

from __future__ import annotations

from concurrent.futures import Future

import pytest

from dictate.domain import Job, Transcript
from dictate.errors import DecodeFailed
from dictate.session.capture import Intake
from dictate.vad.segmenter import SegmenterOptions
from tests.fakes.bench import Bench, running
from tests.fakes.capture import LOUD, SILENT
from tests.fakes.engine import ScriptedEngine

SENTENCE = [*[LOUD] * 260, *[SILENT] * 25]
"""More than eight seconds and a pause that ends a sentence: a piece that is kept."""


class Unstoppable(ScriptedEngine):
    """Works at all its jobs at once, and a decode that has begun cannot be stopped."""

    def transcribe(self, job: Job) -> Future[Transcript]:
        class Begun(Future[Transcript]):
            def cancel(self) -> bool:
                return False

        future = super().transcribe(job)
        begun: Future[Transcript] = Begun()
        future.add_done_callback(lambda done: _pass_on(done, begun))
        return begun


def _pass_on(done: Future[Transcript], to: Future[Transcript]) -> None:
    error = done.exception()
    if error is not None:
        to.set_exception(error)
    else:
        to.set_result(done.result())


def speak_with_a_tail(bench: Bench) -> None:
    """A sentence that is decoded ahead, and a word more; the engine has both before it."""
    bench.listener.use(Intake(bench.audio, SegmenterOptions(), 60.0, decode_ahead=True))
    source = bench.press()
    bench.feed(source, *SENTENCE)
    bench.engine.wait_for_jobs(1)
    bench.feed(source, *[LOUD] * 10)
    bench.release(source)
    bench.engine.wait_for_jobs(2)


@pytest.mark.parametrize("engine", [ScriptedEngine, Unstoppable])
def test_the_tail_alone_never_stands_for_the_whole(engine: type[ScriptedEngine]) -> None:
    with running(engine=engine(manual=True)) as bench:
        speak_with_a_tail(bench)
        bench.engine.answer(DecodeFailed("The engine broke.", "Try again."))
        bench.engine.wait_for_jobs(3)
        assert bench.engine.jobs[2].spans[0].start_sample < len(SENTENCE) * 512
        bench.engine.answer("and the tail")  # late, and nobody wants it any more
        bench.engine.answer("All that was said, and the tail.")
        assert bench.text() == "All that was said, and the tail."
        bench.await_idle()
        assert bench.sink.texts.empty()
