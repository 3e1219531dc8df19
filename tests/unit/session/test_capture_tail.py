"""The sound after the key came up: when the decoding may begin, and when all is heard."""

from __future__ import annotations

from dictate.domain import Recording, Samples, TakeId
from dictate.events import Event, LevelMeasured
from dictate.session.ahead import Heard
from dictate.session.capture import FrameLog, Intake, Running, TakeCapture
from dictate.session.supply import Supply
from dictate.vad.segmenter import SegmenterOptions
from tests.fakes.capture import LOUD, SILENT, LoudnessDetector, ScriptedInput

SPOKEN = 20
RELEASED_S = 0.1
"""Since the key came up, for the whole tail: it is no matter of time here."""


WORD = [LOUD] * SPOKEN


def dictated(
    after_the_key: list[Samples], before: list[Samples] = WORD
) -> tuple[Recording, list[Heard]]:
    """Let ``before`` be heard, let go, and go on, then be silent."""
    audio, key = ScriptedInput(), Running(TakeId(1))
    supply = Supply(audio, lambda _event: None, lambda _sound: None)
    source = audio.opened.get()
    coming = iter([*before[1:], *after_the_key])
    told: list[Heard] = []
    heard = 0

    def publish(event: Event) -> None:
        nonlocal heard
        if isinstance(event, LevelMeasured):
            heard += 1
            if heard == len(before):
                key.release(0.0)
            source.feed(next(coming, SILENT))

    def paused(known: Heard, _log: FrameLog) -> None:
        told.append(known)

    source.feed(before[0])
    intake = Intake(audio, SegmenterOptions(), 60.0, decode_ahead=True)
    capture = TakeCapture(supply, LoudnessDetector(), intake, lambda: RELEASED_S)
    capture.run(key, publish, paused)
    return capture.recording(), told


def test_two_silent_frames_are_enough_to_begin_and_five_to_end() -> None:
    recording, told = dictated([])
    assert [known.until // 512 for known in told] == [SPOKEN + 2]
    assert len(recording.samples) // 512 == SPOKEN + 5 + 1  # the next one was under way
    assert told[0].voiced_to == recording.voiced_to, "nothing was said meanwhile"


def test_a_word_that_goes_on_is_told_again_at_its_end() -> None:
    recording, told = dictated([SILENT, SILENT, SILENT, LOUD, LOUD])
    assert [known.until // 512 for known in told] == [SPOKEN + 2, SPOKEN + 7]
    assert told[0].voiced_to < told[1].voiced_to == recording.voiced_to


def test_before_the_key_comes_up_so_short_a_pause_is_part_of_a_word() -> None:
    before = [*[LOUD] * 10, SILENT, SILENT, SILENT, *[LOUD] * 7]
    _, told = dictated([], before)
    assert [known.until // 512 for known in told] == [len(before) + 2]
