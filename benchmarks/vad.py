"""Measures the voice detector: cost, endpoints, speech found under noise, false alarms.

    python -m benchmarks.vad [--clips 30]

Speech under noise: LibriSpeech clips mixed with each noise at a signal-to-noise ratio over the
clip's speech. What counts as speech is not asked of the detector but taken from the clean clip's
energy: frames within 30 dB of its loud frames.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.speech_folder import Marked, marked_files, speech_folder, why_missing
from dictate.audio.file_source import read_audio
from dictate.domain import FRAME_SAMPLES, SAMPLE_RATE_HZ, Samples, Span
from dictate.vad.segmenter import Segmenter, SegmenterOptions
from dictate.vad.silero import SileroDetector, model_path

THRESHOLDS = (0.3, 0.4, 0.5, 0.6)
SNRS_DB = (20, 10, 5, 0)
SPEECH_RANGE_DB = 30.0
TAKE_S = 5.0
LATE_S = 64
"""Whole frames; what a pause in a long recording may last."""
LATE_SNRS_DB = (5, 0)
WORD_SETS = ("commands_misc", "alnum_moonshine")
BABBLE = "babble"
"""Noise made of speech: alarms on it are right."""

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One marked utterance and where the detector put its ends."""

    file: str
    onset_error_s: float
    offset_error_s: float


def cost_ms(detector: SileroDetector, samples: Samples) -> tuple[float, float, float]:
    """Return the median and 95th percentile a frame, and the mean over a whole recording."""
    detector.reset()
    spent = []
    for start in range(0, len(samples) - FRAME_SAMPLES, FRAME_SAMPLES):
        frame = samples[start : start + FRAME_SAMPLES]
        began_s = time.perf_counter()
        detector.probability(frame)
        spent.append(time.perf_counter() - began_s)
    began_s = time.perf_counter()
    count = len(detector.probabilities(samples))
    whole = (time.perf_counter() - began_s) / count
    return float(np.median(spent)) * 1000, float(np.percentile(spent, 95)) * 1000, whole * 1000


def spans_of(probabilities: npt.NDArray[np.float32], options: SegmenterOptions) -> list[Span]:
    """Run the segmenter over probabilities that were measured once."""
    segmenter = Segmenter(options)
    spans = [*(segmenter.push(float(p)) for p in probabilities), segmenter.flush()]
    return [span for span in spans if span is not None]


def endpoints(
    detector: SileroDetector, marked: Marked, threshold: float
) -> tuple[list[Endpoint], int]:
    """Return the errors of matched utterances and how many were missed or made up.

    Without pre-roll; a short hang-over joins frames around a stop consonant and is taken off.
    """
    hang_over_ms = 96.0
    options = SegmenterOptions(threshold=threshold, pre_roll_ms=0, hang_over_ms=hang_over_ms)
    found = spans_of(detector.probabilities(read_audio(marked.path)), options)
    heard = [s for s in found if s.start_s < marked.heard_s[1]]
    errors, unmatched = [], list(heard)
    for begin_s, end_s in marked.speech_s:
        over = [s for s in heard if s.start_s < end_s and s.end_s - hang_over_ms / 1000 > begin_s]
        if not over:
            continue
        unmatched = [s for s in unmatched if s not in over]
        last_s = over[-1].end_s - hang_over_ms / 1000
        errors.append(Endpoint(marked.path.name, over[0].start_s - begin_s, last_s - end_s))
    wrong = len(marked.speech_s) - len(errors) + len(unmatched)
    return errors, wrong


def speech_frames(clean: Samples) -> Mask:
    """Tell for each frame of a clean clip whether its energy is that of speech."""
    count = len(clean) // FRAME_SAMPLES
    frames = clean[: count * FRAME_SAMPLES].reshape(count, FRAME_SAMPLES)
    energy_db = 20 * np.log10(np.std(frames, axis=1) + 1e-9)
    loud: Mask = energy_db > np.percentile(energy_db, 95) - SPEECH_RANGE_DB
    return loud


def mixed(clean: Samples, noise: Samples, snr_db: float) -> Samples:
    """Add noise, repeated as needed, at a ratio over the clip's speech frames."""
    speech = np.repeat(speech_frames(clean), FRAME_SAMPLES)
    loudness = np.std(clean[: len(speech)][speech])
    bed = np.resize(noise, len(clean))
    sum_ = clean + bed * (loudness / (np.std(bed) + 1e-9)) * 10 ** (-snr_db / 20)
    loudest = np.abs(sum_).max()
    scaled: Samples = (sum_ / max(1.0, loudest)).astype(np.float32)
    return scaled


def covered(spans: list[Span], frames: int) -> Mask:
    """Tell for each frame whether a span holds it."""
    mask = np.zeros(frames, bool)
    for span in spans:
        mask[span.start_sample // FRAME_SAMPLES : span.end_sample // FRAME_SAMPLES] = True
    return mask


def takes(noise: Samples) -> Iterator[Samples]:
    """Cut a noise into takes of five seconds."""
    size = round(TAKE_S * SAMPLE_RATE_HZ)
    for start in range(0, len(noise) - size + 1, size):
        yield noise[start : start + size]


def report_cost(detector: SileroDetector, samples: Samples) -> None:
    median, slow, whole = cost_ms(detector, samples)
    print(f"model {model_path().name}")
    print(f"cost a frame of 32 ms: median {median:.3f} ms, 95 % {slow:.3f} ms")
    print(f"cost a frame in a whole recording: {whole:.3f} ms\n")


def report_endpoints(detector: SileroDetector, folder: Path) -> None:
    print("endpoints against hand-made marks, in ms (later is positive)")
    print("threshold  onset median (worst)  offset median (worst)  missed or made up")
    for threshold in THRESHOLDS:
        errors: list[Endpoint] = []
        wrong = 0
        for marked in marked_files(folder):
            found, unmatched = endpoints(detector, marked, threshold)
            errors += found
            wrong += unmatched
        onset = [1000 * e.onset_error_s for e in errors]
        offset = [1000 * e.offset_error_s for e in errors]
        print(
            f"{threshold:9.2f}  {np.median(onset):+6.0f} ({max(onset, key=abs):+.0f})"
            f"           {np.median(offset):+6.0f} ({max(offset, key=abs):+.0f})"
            f"            {wrong}"
        )
    print()


def report_noisy_speech(
    detector: SileroDetector, clips: list[Samples], noises: dict[str, Samples]
) -> None:
    print("speech frames inside a span, in % (clips without any span)")
    print("threshold " + "".join(f"{snr:>7} dB   " for snr in SNRS_DB))
    share = {(t, snr): [0, 0, 0] for t in THRESHOLDS for snr in SNRS_DB}
    for noise in noises.values():
        for clip in clips:
            speech = speech_frames(clip)
            for snr in SNRS_DB:
                probabilities = detector.probabilities(mixed(clip, noise, snr))
                for threshold in THRESHOLDS:
                    spans = spans_of(probabilities, SegmenterOptions(threshold=threshold))
                    hit = covered(spans, len(probabilities))[: len(speech)]
                    counts = share[threshold, snr]
                    counts[0] += int((hit & speech).sum())
                    counts[1] += int(speech.sum())
                    counts[2] += not spans
    for threshold in THRESHOLDS:
        cells = (share[threshold, snr] for snr in SNRS_DB)
        print(f"{threshold:9.2f} " + "".join(f"{100 * a / b:7.1f} ({c:2d})" for a, b, c in cells))
    print(f"over {len(clips)} clips and {len(noises)} noises\n")


def report_late_speech(
    detector: SileroDetector, clips: list[Samples], noises: dict[str, Samples]
) -> None:
    print(f"speech frames inside a span after {LATE_S} s of the same noise, in %")
    print(f"{'noise':34}" + "".join(f"{snr:>5} dB" for snr in LATE_SNRS_DB))
    options = SegmenterOptions()
    for name, noise in noises.items():
        cells = []
        for snr in LATE_SNRS_DB:
            hits = total = 0
            for clip in clips:
                silence = np.zeros(LATE_S * SAMPLE_RATE_HZ, np.float32)
                probabilities = detector.probabilities(
                    mixed(np.concatenate((silence, clip)), noise, snr)
                )
                skip = len(silence) // FRAME_SAMPLES
                speech = speech_frames(clip)
                hit = covered(spans_of(probabilities, options), len(probabilities))[skip:]
                hits += int((hit[: len(speech)] & speech).sum())
                total += int(speech.sum())
            cells.append(f"{100 * hits / total:8.1f}")
        print(f"{name:34}" + "".join(cells))
    print()


def report_words(detector: SileroDetector, folder: Path) -> None:
    paths = [p for name in WORD_SETS for p in sorted((folder / name).glob("*.flac"))]
    measured = [detector.probabilities(read_audio(path)) for path in paths]
    print("single words and digits without any span")
    for threshold in THRESHOLDS:
        options = SegmenterOptions(threshold=threshold)
        missed = sum(not spans_of(probabilities, options) for probabilities in measured)
        print(f"{threshold:9.2f} {missed:4d}/{len(measured)}")
    print()


def report_false_alarms(detector: SileroDetector, noises: dict[str, Samples]) -> None:
    print(f"false alarms: takes of {TAKE_S:.0f} s with a span, of all; at each threshold")
    print(f"{'noise':34}" + "".join(f"{t:8.2f}" for t in THRESHOLDS))
    total = dict.fromkeys(THRESHOLDS, 0)
    count = 0
    for name, noise in noises.items():
        measured = [detector.probabilities(take) for take in takes(noise)]
        alarms = {
            t: sum(bool(spans_of(p, SegmenterOptions(threshold=t))) for p in measured)
            for t in THRESHOLDS
        }
        print(f"{name:34}" + "".join(f"{alarms[t]:4d}/{len(measured):<3d}" for t in THRESHOLDS))
        if BABBLE not in name:
            count += len(measured)
            for threshold in THRESHOLDS:
                total[threshold] += alarms[threshold]
    print(f"{'all but babble':34}" + "".join(f"{total[t]:4d}/{count:<3d}" for t in THRESHOLDS))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--clips", type=int, default=30, help="LibriSpeech clips to mix")
    wanted = parser.parse_args()
    folder = speech_folder()
    if folder is None:
        print(f"skipped: {why_missing()}")
        return
    detector = SileroDetector()
    paths = sorted((folder / "libri_train_clean").glob("*.flac"))[: wanted.clips]
    clips = [read_audio(path) for path in paths]
    noises = {p.stem: read_audio(p) for p in sorted((folder / "noise").glob("*.flac"))}
    report_cost(detector, clips[0])
    report_endpoints(detector, folder)
    quiet = {name: noise for name, noise in noises.items() if BABBLE not in name}
    report_noisy_speech(detector, clips, quiet)
    report_late_speech(detector, clips[:6], quiet)
    report_words(detector, folder)
    report_false_alarms(detector, noises)


if __name__ == "__main__":
    main()
