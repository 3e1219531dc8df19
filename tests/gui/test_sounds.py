"""Sounds: which are heard when, how they are made, and that nothing waits for them."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from multiprocessing import Pipe
from multiprocessing.connection import Connection

import numpy as np
import pytest

from dictate.domain import (
    Notice,
    Phase,
    Severity,
    TakeId,
    Verdict,
)
from dictate.events import (
    Event,
    NoticeRaised,
    TakeCancelled,
)
from dictate.gui.sounds import PEAK, Sound, wave
from dictate.gui.sounds_child import STALE_S, answer
from dictate.gui.sounds_player import MOST_STARTS, SoundPlayer
from dictate.gui.sounds_switch import Sounds
from dictate.settings.schema import OverlaySettings
from tests.gui.events import finished, level, phase

LOST = NoticeRaised(Notice(Severity.ERROR, "The microphone is gone."))


class RecordingPlayer:
    """Remembers what it was to play."""

    def __init__(self) -> None:
        self.played: list[Sound] = []
        self.is_ready = False

    def prepare(self) -> None:
        self.is_ready = True

    def play(self, sound: Sound) -> None:
        self.played.append(sound)

    def close(self) -> None:
        self.is_ready = False


def heard(*events: Event, settings: OverlaySettings | None = None) -> RecordingPlayer:
    player = RecordingPlayer()
    wanted = settings or OverlaySettings(sounds=True)
    sounds = Sounds(lambda: wanted, player, lambda: 1.0)
    for event in events:
        sounds.on_event(event)
    return player


TAKE = (phase(Phase.OPENING), phase(Phase.RECORDING), level(-20), phase(Phase.FINISHING))
TAKEN = [Sound.START, Sound.STOP]


@pytest.mark.parametrize(
    ("events", "sounds"),
    [
        ((*TAKE, phase(Phase.DELIVERING), phase(Phase.IDLE), finished("Hello.")), TAKEN),
        (
            (*TAKE, phase(Phase.IDLE), finished("", Verdict.NOT_UNDERSTOOD)),
            [*TAKEN, Sound.FAILURE],
        ),
        ((*TAKE, phase(Phase.IDLE), LOST), [*TAKEN, Sound.FAILURE]),
        ((*TAKE[:3], phase(Phase.IDLE), TakeCancelled(TakeId(1))), TAKEN),
        ((phase(Phase.OPENING), phase(Phase.IDLE), LOST), [Sound.FAILURE]),
        ((LOST,), []),
    ],
)
def test_what_is_heard_of_a_take(events: tuple[Event, ...], sounds: list[Sound]) -> None:
    assert heard(*events).played == sounds


def test_nothing_is_heard_or_started_by_default() -> None:
    player = heard(*TAKE, settings=OverlaySettings())
    assert (player.played, player.is_ready) == ([], False)


def test_switching_off_ends_what_plays() -> None:
    settings = [OverlaySettings(sounds=True)]
    player = RecordingPlayer()
    sounds = Sounds(lambda: settings[0], player, lambda: 1.0)
    sounds.refresh()
    assert player.is_ready
    settings[0] = OverlaySettings()
    sounds.on_event(phase(Phase.RECORDING))
    assert not player.is_ready


def test_at_the_end_of_the_program_nothing_is_started_again() -> None:
    player = RecordingPlayer()
    sounds = Sounds(lambda: OverlaySettings(sounds=True), player, lambda: 1.0)
    sounds.close()
    sounds.on_event(phase(Phase.RECORDING))
    assert (player.played, player.is_ready) == ([], False)


@pytest.mark.parametrize("sound", Sound)
@pytest.mark.parametrize("rate_hz", [16_000, 44_100, 48_000])
def test_a_sound_is_short_soft_and_without_clicks(sound: Sound, rate_hz: int) -> None:
    samples = wave(sound, rate_hz)
    assert samples.dtype == np.float32
    assert 0.05 < len(samples) / rate_hz < 0.25
    assert 0.5 * PEAK < np.abs(samples).max() <= PEAK
    assert abs(samples[0]) < 1e-4 and abs(samples[-1]) < 1e-4


def test_the_sounds_differ() -> None:
    waves = {wave(sound, 16_000).tobytes() for sound in Sound}
    assert len(waves) == len(Sound)


def test_a_sound_that_comes_too_late_is_not_played() -> None:
    ours, theirs = Pipe()
    played: list[Sound] = []
    for sound, at_s in ((Sound.START, 10.0), (Sound.STOP, 10.0 + STALE_S)):
        ours.send((sound, at_s))
    ours.close()
    answer(theirs, played.append, lambda: 10.0 + STALE_S + 0.1)
    assert played == [Sound.STOP]


class Other:
    """The other ends of the pipes of a player."""

    def __init__(self) -> None:
        self.ends: list[Connection] = []
        self.started = threading.Semaphore(0)

    def start(self) -> Connection:
        ours, theirs = Pipe()
        self.ends.append(theirs)
        self.started.release()
        return ours

    def next(self) -> Connection:
        assert self.started.acquire(timeout=5)
        return self.ends[-1]


def playing(start: Callable[[], Connection]) -> SoundPlayer:
    player = SoundPlayer(start, lambda: 7.0)
    player.prepare()
    return player


def test_the_player_hands_sounds_on_and_ends_with_its_pipe() -> None:
    other = Other()
    player = playing(other.start)
    player.play(Sound.START)
    end = other.next()
    assert end.poll(5)
    assert end.recv() == (Sound.START, 7.0)
    player.close()
    player.close()
    with pytest.raises(EOFError):
        end.recv()


def test_a_process_that_ended_is_started_again_but_not_for_ever() -> None:
    other = Other()
    player = playing(other.start)
    for _ in range(MOST_STARTS - 1):
        other.next().close()
        player.play(Sound.STOP)
    other.next().close()
    player.play(Sound.STOP)
    player.close()
    assert len(other.ends) == MOST_STARTS


def test_playing_never_waits_for_the_process() -> None:
    blocked = threading.Event()
    other = Other()

    def start() -> Connection:
        assert blocked.wait(5)
        return other.start()

    player = playing(start)
    player.play(Sound.START)  # returns although nothing is there yet
    blocked.set()
    assert other.next().poll(5)
    player.close()


def test_switching_off_never_waits_for_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    blocked, begun = threading.Event(), threading.Event()
    other = Other()

    def start() -> Connection:
        begun.set()
        assert blocked.wait(5)
        return other.start()

    player = playing(start)
    assert begun.wait(5)
    with monkeypatch.context() as patched:
        patched.setattr(threading.Thread, "join", lambda *_: pytest.fail("the GUI waits"))
        player.close()
    assert not player.is_ready
    (working,) = [t for t in threading.enumerate() if t.name == "dictate-sounds"]
    player.prepare()  # switched on again at once: not with what is about to end
    player.play(Sound.START)
    blocked.set()
    working.join(5)
    assert not working.is_alive()
    other.next(), other.next()
    player.close()
    assert [item for end in other.ends for item in said(end)] == [(Sound.START, 7.0)]


def said(end: Connection) -> list[tuple[Sound, float]]:
    """Return all that comes until the other end is closed."""
    items = []
    with contextlib.suppress(EOFError):
        while True:
            items.append(end.recv())
    return items
