"""Runs the Silero voice detector on onnxruntime, frame by frame or over a whole recording.

The model file is taken from where it lies, without importing the package around it: importing
``silero_vad`` would import torch. Two graphs exist and both are known here:

* one frame a run (``silero_vad``): ``input`` [1, 576], ``state`` [2, 1, 128], ``sr``;
* n frames in time a run (newer ``silero_vad``, faster-whisper): ``input`` [n, 576], ``h``, ``c``.

576 is a frame after the last 64 samples of the frame before it; the first one has zeros there.

Its memory wears out: after a minute or two of steady noise the network takes the speech that
follows for noise as well (measured: 47 % of the speech found after 60 s of kitchen noise as loud as
the speech; 100 % with the remedy). So about every eight seconds, if it hears none, it is reset.
"""

from __future__ import annotations

import importlib.util
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

from dictate.domain import FRAME_SAMPLES, SAMPLE_RATE_HZ, Samples
from dictate.errors import ModelDamaged, PackageMissing

if TYPE_CHECKING:
    import onnxruntime

log = logging.getLogger(__name__)

CONTEXT_SAMPLES = 64
REFRESH_FRAMES = 256
"""8.2 s: short enough to keep speech from being missed, long enough not to make noise look new."""
QUIET_FRAMES = 8
QUIET = 0.15
"""The memory is only given up in a pause: that many frames below that probability."""

Probabilities = npt.NDArray[np.float32]

_PLACES = (
    ("silero_vad", ("data/silero_vad_16k_sequence.onnx", "data/silero_vad.onnx")),
    ("faster_whisper", ("assets/silero_vad_v6.onnx", "assets/silero_vad_v5.onnx")),
)
_REPAIR = "Install Dictate again: pip install --force-reinstall faster-whisper"


def model_path() -> Path:
    """Return the model file. Raises ModelDamaged when no installed package brings one."""
    for package, names in _PLACES:
        spec = importlib.util.find_spec(package)
        for root in (spec.submodule_search_locations or ()) if spec else ():
            for name in names:
                path = Path(root, name)
                if path.is_file():
                    return path
    raise ModelDamaged("The voice detector's model file is missing.", _REPAIR)


class SileroDetector:
    """Implements ``SpeechDetector``; ``probabilities`` does the same for a whole recording."""

    def __init__(self, path: Path | None = None) -> None:
        self._graph = _load(path or model_path())
        self._context = np.zeros(CONTEXT_SAMPLES, np.float32)
        self._input = np.zeros((1, CONTEXT_SAMPLES + FRAME_SAMPLES), np.float32)
        self._heard = 0  # frames since the reset
        self._quiet = 0  # frames in a row without speech

    def reset(self) -> None:
        """Forget; a new take begins."""
        self._graph.reset()
        self._context[:] = 0
        self._heard = 0
        self._quiet = 0

    def probability(self, frame: Samples) -> float:
        """Return the probability in 0..1 that this ``(512,)`` frame holds speech."""
        if frame.shape != (FRAME_SAMPLES,):
            raise ValueError(f"a frame has {FRAME_SAMPLES} samples, not {frame.shape}")
        self._input[0, :CONTEXT_SAMPLES] = self._context
        self._input[0, CONTEXT_SAMPLES:] = frame
        self._context[:] = frame[-CONTEXT_SAMPLES:]
        probability = float(self._graph.run(self._input)[0])
        self._heard += 1
        self._quiet = self._quiet + 1 if probability < QUIET else 0
        if self._heard % REFRESH_FRAMES == 0 and self._quiet >= QUIET_FRAMES:
            self._graph.reset()
        return probability

    def probabilities(self, samples: Samples) -> Probabilities:
        """Return the probability of each frame of a recording; the last one is zero padded.

        Starts from a reset detector and leaves it reset. Equal to ``probability`` frame by frame,
        several times as fast where the graph takes many frames at once.
        """
        self.reset()
        count = -(-len(samples) // FRAME_SAMPLES)
        padded = np.zeros(CONTEXT_SAMPLES + count * FRAME_SAMPLES, np.float32)
        padded[CONTEXT_SAMPLES : CONTEXT_SAMPLES + len(samples)] = samples
        result = np.zeros(count, np.float32)
        length = CONTEXT_SAMPLES + FRAME_SAMPLES
        for begin in range(0, count, REFRESH_FRAMES):
            end = min(count, begin + REFRESH_FRAMES)
            stretch = padded[begin * FRAME_SAMPLES : end * FRAME_SAMPLES + CONTEXT_SAMPLES]
            rows = np.lib.stride_tricks.sliding_window_view(stretch, length)[::FRAME_SAMPLES]
            result[begin:end] = self._graph.run(np.ascontiguousarray(rows))
            if result[max(begin, end - QUIET_FRAMES) : end].max() < QUIET:
                self._graph.reset()
        self.reset()
        return result


class _Graph(Protocol):
    """One of the two known graphs with its state; rows follow each other in time."""

    def reset(self) -> None: ...

    def run(self, rows: Samples) -> Probabilities: ...


class _SequenceGraph:
    """All rows in one run."""

    def __init__(self, session: onnxruntime.InferenceSession) -> None:
        self._session = session
        self.reset()

    def reset(self) -> None:
        self._h = np.zeros((1, 1, 128), np.float32)
        self._c = np.zeros((1, 1, 128), np.float32)

    def run(self, rows: Samples) -> Probabilities:
        result: Probabilities
        feed = {"input": rows, "h": self._h, "c": self._c}
        result, self._h, self._c = self._session.run(None, feed)
        return result.reshape(-1)


class _SingleGraph:
    """A run for each row."""

    def __init__(self, session: onnxruntime.InferenceSession) -> None:
        self._session = session
        self._rate = np.array(SAMPLE_RATE_HZ, np.int64)
        self.reset()

    def reset(self) -> None:
        self._state = np.zeros((2, 1, 128), np.float32)

    def run(self, rows: Samples) -> Probabilities:
        return np.array([self._run_one(rows[i : i + 1]) for i in range(len(rows))], np.float32)

    def _run_one(self, row: Samples) -> float:
        feed = {"input": row, "state": self._state, "sr": self._rate}
        result, self._state = self._session.run(None, feed)
        return float(result[0, 0])


def _load(path: Path) -> _Graph:
    session = _session(path)
    inputs = {entry.name for entry in session.get_inputs()}
    if inputs == {"input", "h", "c"}:
        return _SequenceGraph(session)
    if inputs == {"input", "state", "sr"}:
        return _SingleGraph(session)
    raise ModelDamaged(f"The voice detector's model {path.name} is of an unknown kind.", _REPAIR)


def _session(path: Path) -> onnxruntime.InferenceSession:
    """Open the model on one thread: a frame is too small to be worth sharing."""
    try:
        import onnxruntime
    except ImportError as error:
        raise PackageMissing(
            "The Python package onnxruntime is missing or broken, so speech cannot be detected.",
            "Install Dictate's packages again, as its README says.",
        ) from error

    onnxruntime.disable_telemetry_events()  # older Windows builds do not look at the variable
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(
            str(path), sess_options=options, providers=["CPUExecutionProvider"]
        )
    except Exception as error:  # onnxruntime's exceptions share no base class
        log.error("voice detector: %s", type(error).__name__)
        message = f"The voice detector's model {path.name} cannot be loaded."
        raise ModelDamaged(message, _REPAIR) from error
