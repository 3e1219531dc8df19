"""Files of every format people have, broken in every way they break."""

from __future__ import annotations

import contextlib
import os
import socket
import sys
import threading
import time
import wave
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest

from dictate.audio.file_source import FileInput, SamplesInput, read_audio
from dictate.domain import FRAME_SAMPLES, SAMPLE_RATE_HZ, Samples
from dictate.errors import AudioFileUnreadable

RATE_HZ = 44_100
LENGTH_S = 3.0
FORMATS = {
    "wav": "pcm_s16le",
    "flac": "flac",
    "mp3": "mp3",
    "m4a": "aac",
    "ogg": "libopus",
    "webm": "libopus",
    "mka": "pcm_f32le",
}


def tone(hz: float = 440.0, amplitude: float = 0.4) -> Samples:
    t = np.arange(round(RATE_HZ * LENGTH_S)) / RATE_HZ
    return (amplitude * np.sin(2 * np.pi * hz * t)).astype(np.float32)


def write(path: Path, channels: list[Samples], *, picture: bool = False) -> Path:
    """Encode ``channels`` in the format of the name."""
    layout = "mono" if len(channels) == 1 else "stereo"
    codec = "aac" if picture else FORMATS[path.suffix[1:]]
    with av.open(str(path), "w") as container:
        rate_hz = 48_000 if codec == "libopus" else RATE_HZ
        stream = container.add_stream(codec, rate=rate_hz, layout=layout)
        if picture:
            _draw(container)
        resampler = av.AudioResampler(
            format=stream.format, layout=layout, rate=rate_hz, frame_size=stream.frame_size or 1024
        )
        frame = av.AudioFrame.from_ndarray(np.stack(channels), format="fltp", layout=layout)
        frame.sample_rate = RATE_HZ
        for ready in (*resampler.resample(frame), *resampler.resample(None)):
            container.mux(stream.encode(ready))
        container.mux(stream.encode())
    return path


def _draw(container: av.container.OutputContainer) -> None:
    stream = container.add_stream("mpeg4", rate=25)
    stream.width = stream.height = 64
    stream.pix_fmt = "yuv420p"
    picture = av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), np.uint8), format="rgb24")
    container.mux(stream.encode(picture))
    container.mux(stream.encode())


def assert_tone(samples: Samples, amplitude: float = 0.4) -> None:
    assert samples.dtype == np.float32
    assert samples.ndim == 1
    assert len(samples) / SAMPLE_RATE_HZ == pytest.approx(LENGTH_S, abs=0.08)  # encoders pad
    middle = samples[4000:12000]
    assert np.sqrt(2 * np.mean(middle**2)) == pytest.approx(amplitude, rel=0.08)
    peak_hz = np.argmax(np.abs(np.fft.rfft(middle))) * SAMPLE_RATE_HZ / len(middle)
    assert peak_hz == pytest.approx(440, abs=3)


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_gives_the_same_sound(suffix: str, tmp_path: Path) -> None:
    assert_tone(read_audio(write(tmp_path / f"tone.{suffix}", [tone()])))


def test_the_sound_of_a_video(tmp_path: Path) -> None:
    assert_tone(read_audio(write(tmp_path / "film.mp4", [tone(), tone()], picture=True)))


def test_stereo_is_averaged_and_gets_no_louder(tmp_path: Path) -> None:
    assert_tone(read_audio(write(tmp_path / "both.wav", [tone(), tone()])))
    left_only = write(tmp_path / "left.wav", [tone(), np.zeros_like(tone())])
    assert_tone(read_audio(left_only), amplitude=0.2)


def test_a_full_scale_stereo_file_is_not_clipped(tmp_path: Path) -> None:
    loud = tone(amplitude=0.99)
    assert_tone(read_audio(write(tmp_path / "loud.wav", [loud, loud])), amplitude=0.99)


def test_float_files_beyond_full_scale_are_brought_back(tmp_path: Path) -> None:
    samples = read_audio(write(tmp_path / "int_as_float.mka", [tone(amplitude=20_000)]))
    assert np.abs(samples).max() == pytest.approx(1.0)
    assert_tone(samples, amplitude=1.0)


def test_not_a_number_becomes_silence(tmp_path: Path) -> None:
    broken = tone()
    broken[20_000] = np.nan
    samples = read_audio(write(tmp_path / "nan.mka", [broken]))
    assert np.isfinite(samples).all()


@pytest.mark.parametrize("suffix", ["wav", "flac", "mp3", "ogg", "webm"])
def test_a_file_that_breaks_off_gives_what_is_good(suffix: str, tmp_path: Path) -> None:
    path = write(tmp_path / f"cut.{suffix}", [tone()])
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    samples = read_audio(path)
    assert 0.2 * LENGTH_S < len(samples) / SAMPLE_RATE_HZ < 0.8 * LENGTH_S
    assert np.abs(samples).max() > 0.3


@pytest.mark.parametrize("suffix", ["flac", "mp3"])
def test_a_damaged_middle_does_not_cost_the_rest(suffix: str, tmp_path: Path) -> None:
    path = write(tmp_path / f"damaged.{suffix}", [tone()])
    content = bytearray(path.read_bytes())
    third = len(content) // 3
    content[third : third + 300] = bytes(300)
    path.write_bytes(content)
    assert len(read_audio(path)) / SAMPLE_RATE_HZ > 0.8 * LENGTH_S


def refusal(path: Path) -> str:
    with pytest.raises(AudioFileUnreadable) as error:
        read_audio(path)
    assert error.value.next_step
    assert "\n" not in str(error.value)
    assert path.name in error.value.message
    return error.value.message.removeprefix(str(path)).strip()


def test_each_way_to_fail_has_its_own_sentence(tmp_path: Path) -> None:
    empty = tmp_path / "empty.wav"
    empty.touch()
    text = tmp_path / "letter.txt"
    text.write_text("Dear reader, " * 50)
    noise = tmp_path / "noise.bin"
    noise.write_bytes(np.random.default_rng(0).bytes(5000))
    header = write(tmp_path / "header.wav", [tone()])
    header.write_bytes(header.read_bytes()[:20])
    endless = write(tmp_path / "no_index.m4a", [tone()])
    endless.write_bytes(endless.read_bytes()[:-2000])
    damaged = "is not audio that can be read, or it is damaged."
    assert refusal(tmp_path / "nowhere.wav") == "does not exist."
    assert refusal(tmp_path) == "is a folder."
    assert refusal(empty) == "is an empty file."
    assert refusal(text) == "has no sound in it."
    assert refusal(noise) == damaged
    assert refusal(header) == damaged
    assert refusal(endless) == damaged
    assert refusal(empty / "below.wav") == "cannot be opened."


def test_a_file_with_a_header_and_no_samples(tmp_path: Path) -> None:
    path = tmp_path / "silent.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 16_000, 0, "NONE", ""))
    assert refusal(path)


def test_a_video_without_sound(tmp_path: Path) -> None:
    path = tmp_path / "mute.mp4"
    with av.open(str(path), "w") as container:
        _draw(container)
    assert refusal(path) == "has no sound in it."


@pytest.fixture
def not_root() -> Iterator[None]:
    """Give up root's right to read everything."""
    if not hasattr(os, "geteuid"):
        pytest.skip("permissions work differently here")
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_no_permission(tmp_path: Path, not_root: None) -> None:
    path = tmp_path / "secret.wav"
    with contextlib.suppress(PermissionError):  # for root the folder itself is closed now
        path.write_bytes(b"RIFF")
        path.chmod(0)
    with pytest.raises(AudioFileUnreadable, match="no permission"):
        read_audio(path)


def test_a_name_that_looks_like_an_address_is_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "a.wav", [tone()]).rename(tmp_path / "concat:a.wav")
    monkeypatch.chdir(tmp_path)
    assert_tone(read_audio(Path("concat:a.wav")))


def test_a_list_of_files_opens_none_of_them(tmp_path: Path) -> None:
    write(tmp_path / "a.wav", [tone()])
    listed = tmp_path / "list.wav"
    listed.write_text("ffconcat version 1.0\nfile 'a.wav'\n")
    with pytest.raises(AudioFileUnreadable, match="list of files"):
        read_audio(listed)


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes with a path")
def test_a_pipe_that_nobody_writes_to_is_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "sound.wav"
    os.mkfifo(pipe)
    assert refusal(pipe) == "is no regular file."
    assert "is no regular file." in str(_error_of(Path(os.devnull)))


def _error_of(path: Path) -> AudioFileUnreadable:
    with pytest.raises(AudioFileUnreadable) as error:
        read_audio(path)
    return error.value


def test_a_header_that_makes_days_of_a_second_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "slow.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 1, 0, "NONE", ""))
        file.writeframes(bytes(2 * 100_000))
    assert refusal(path).startswith("is not audio that can be read")


def test_a_playlist_leads_to_no_network(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/a.ts"
        playlist = tmp_path / "list.m3u8"
        playlist.write_text(f"#EXTM3U\n#EXTINF:1,\n{address}\n#EXT-X-ENDLIST\n")
        reading = threading.Thread(target=refusal, args=(playlist,), daemon=True)
        reading.start()
        reading.join(5)
        with pytest.raises(BlockingIOError):
            server.accept()
        assert not reading.is_alive()


# -- playing -------------------------------------------------------------------------------------


def numbered(frames: int, more: int = 0) -> Samples:
    return np.arange(1, frames * FRAME_SAMPLES + more + 1, dtype=np.float32)


def test_unpaced_gives_all_frames_at_once_the_last_one_padded() -> None:
    samples = numbered(3, more=10)
    frames = list(SamplesInput(samples, "test", paced=False).open().frames())
    assert [len(frame) for frame in frames] == [FRAME_SAMPLES] * 4
    assert np.array_equal(np.concatenate(frames)[: len(samples)], samples)
    assert not frames[-1][10:].any()


def test_whole_frames_get_no_empty_one_after_them() -> None:
    assert len(list(SamplesInput(numbered(3), "test", paced=False).open().frames())) == 3
    assert list(SamplesInput(numbered(0), "test", paced=False).open().frames()) == []


def test_stop_ends_an_unpaced_recording() -> None:
    source = SamplesInput(numbered(100), "test", paced=False).open()
    heard = 0
    for _ in source.frames():
        heard += 1
        source.stop()
    assert heard == 1


def test_paced_frames_come_when_they_were_spoken() -> None:
    began_s = time.monotonic()
    source = SamplesInput(numbered(4), "test").open()
    for number, _ in enumerate(source.frames(), start=1):
        assert time.monotonic() - began_s >= number * 0.032 - 0.001
    assert time.monotonic() - began_s < 5


def test_stop_from_another_thread_ends_a_paced_recording_early() -> None:
    source = SamplesInput(numbered(10_000), "test").open()
    first = threading.Event()
    heard: list[Samples] = []

    def run() -> None:
        for frame in source.frames():
            heard.append(frame)
            first.set()

    thread = threading.Thread(target=run)
    thread.start()
    assert first.wait(5)
    source.stop()
    thread.join(5)
    assert not thread.is_alive()
    assert 1 <= len(heard) < 200


def test_close_ends_at_once() -> None:
    source = SamplesInput(numbered(10), "test", paced=False).open()
    frames = source.frames()
    next(frames)
    source.close()
    source.close()
    assert list(frames) == []


def test_a_file_as_a_microphone(tmp_path: Path) -> None:
    path = write(tmp_path / "tone.wav", [tone()])
    input_ = FileInput(path, paced=False)
    assert input_.status().name == "tone.wav"
    source = input_.open()
    assert (source.name, source.overflows) == ("tone.wav", 0)
    assert np.array_equal(
        np.concatenate(list(source.frames()))[: SAMPLE_RATE_HZ // 2],
        read_audio(path)[: SAMPLE_RATE_HZ // 2],
    )


def test_a_missing_file_is_told_when_the_microphone_opens(tmp_path: Path) -> None:
    with pytest.raises(AudioFileUnreadable):
        FileInput(tmp_path / "nowhere.wav").open()
