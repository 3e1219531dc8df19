"""The real program with overlay and sounds: the text arrives, the focus stays, nothing is left."""

from __future__ import annotations

import subprocess
from pathlib import Path

import numpy as np
import numpy.typing as npt
import psutil

from tests.desktop.pill import NAME
from tests.desktop.screen import wait_until
from tests.e2e.desktop import Desk, assert_said

SETTINGS = '[overlay]\nshow = "full"\nsounds = true\n'
RATE_HZ = 16_000
TONE_HZ = 1760.0
"""The higher one of the two notes of start and stop."""
BLOCK = 320


class Listening:
    """Hears what the loudspeaker plays, which is also what the microphone hears."""

    def __init__(self, desk: Desk, file: Path) -> None:
        self._file, self._count = file, 0
        desk.screen.spawn(
            "parec", "--device=speech.monitor", "--format=float32le", f"--rate={RATE_HZ}",
            "--channels=1", "--latency-msec=20", str(file),
        )  # fmt: skip
        wait_until(lambda: file.exists() and file.stat().st_size > 0, "a recording of the sink")

    def wait_for_tone(self) -> None:
        """Wait until one more start or stop was heard."""
        self._count += 1
        wait_until(lambda: _tones(np.fromfile(self._file, np.float32)) >= self._count, "a sound")


def _tones(sound: npt.NDArray[np.float32]) -> int:
    """Return how often the tone began."""
    count = len(sound) // BLOCK
    blocks = sound[: count * BLOCK].reshape(count, BLOCK)
    spectrum = np.abs(np.fft.rfft(blocks * np.hanning(BLOCK), axis=1)) ** 2
    at = round(TONE_HZ * BLOCK / RATE_HZ)
    near = spectrum[:, at - 2 : at + 3].sum(axis=1)
    is_tone = ((blocks**2).mean(axis=1) > 1e-5) & (near > 0.6 * spectrum.sum(axis=1))
    return int(np.count_nonzero(is_tone[1:] & ~is_tone[:-1]))


def visible(desk: Desk) -> bool:
    """Whether the overlay is on the screen."""
    done = subprocess.run(
        ("xdotool", "search", "--onlyvisible", "--name", f"^{NAME}$"),
        env=desk.screen.env, capture_output=True, text=True, timeout=10, check=False,
    )  # fmt: skip
    return bool(done.stdout.split())


def test_dictating_with_overlay_and_sounds(desk: Desk, tmp_path: Path) -> None:
    desk.screen.xdotool("mousemove", "20", "20")
    desk.start(SETTINGS)
    focus = desk.screen.xdotool("getwindowfocus")
    listening = Listening(desk, tmp_path / "heard.raw")
    assert not visible(desk)
    with desk.holding():
        wait_until(lambda: visible(desk), "the overlay")
        assert desk.screen.xdotool("getwindowfocus") == focus
        listening.wait_for_tone()
        desk.say("meeting_en")
    listening.wait_for_tone()
    assert_said(desk.typed(), "meeting_en")
    wait_until(lambda: not visible(desk), "the end of the overlay")
    assert desk.screen.xdotool("getwindowfocus") == focus
    processes = desk.processes()
    desk.tell("quit")
    _, left = psutil.wait_procs(processes, timeout=10)
    assert not left


def test_the_sounds_alone_are_no_dictation(desk: Desk, tmp_path: Path) -> None:
    desk.start(SETTINGS)
    listening = Listening(desk, tmp_path / "heard.raw")
    for _ in range(3):
        with desk.holding():
            listening.wait_for_tone()
        listening.wait_for_tone()
        assert desk.typed() == ""


def test_a_click_on_the_overlay_stops_the_take_and_the_text_goes_where_it_should(
    desk: Desk,
) -> None:
    desk.screen.xdotool("mousemove", "20", "20")
    # At the top: the tray of this desk is at the bottom, and so are its balloons.
    desk.start('[overlay]\nedge = "top"\n')
    desk.tell("start")
    desk.wait_for_phase("recording")
    desk.say("meeting_en")
    window = desk.screen.wait_for_window(f"^{NAME}$")
    desk.screen.xdotool("mousemove", "--window", window, "50", "18", "click", "1")
    assert_said(desk.typed(), "meeting_en")
