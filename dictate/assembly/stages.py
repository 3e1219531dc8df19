"""Which adapter plays which part, chosen from the settings."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from pathlib import Path

from dictate import host
from dictate.assembly import recognising
from dictate.assembly.tuning import RACES_FILE, tunings
from dictate.audio.microphone import Microphone
from dictate.domain import DecodeOptions, ModelChoice, Transcript
from dictate.engine.child_backend import ChildBackend, Patience
from dictate.engine.crashes import Crashes
from dictate.engine.families import remembering
from dictate.engine.pool import MEGABYTE, BackendPool, Bounds, bounds_from, slips
from dictate.engine.worker import WorkerEngine
from dictate.errors import OutputError, SettingInvalid
from dictate.hotkey.heard import Report
from dictate.hotkey.listener_choice import open_listener
from dictate.hotkey.watcher import HotkeyAction, HotkeyWatcher
from dictate.injected import InjectedKeys
from dictate.output.chain import DeliveryChain
from dictate.output.outlets import Outlets
from dictate.ports import AudioInput, Clipboard, Engine, Journal, Publish, TextSink
from dictate.session.capture import Intake
from dictate.session.coordinator import Coordinator
from dictate.session.listener import Listener
from dictate.session.recovery import Recovery
from dictate.session.wiring import Wiring, Wirings
from dictate.settings.choices import (
    EncoderWindow,
)
from dictate.settings.schema import (
    AudioSettings,
    EngineSettings,
    HotkeySettings,
    OutputSettings,
    Settings,
)
from dictate.store.journal import DiskJournal
from dictate.store.none import NoJournal
from dictate.store.shelf import Shelf
from dictate.text import pipeline
from dictate.text.replacing import Variables
from dictate.text.writer import Heard, Writer
from dictate.vad.segmenter import SegmenterOptions
from dictate.vad.silero import SileroDetector

EDGE_S = 0.1
"""So near the end of a take nothing was left out behind a segment."""


def make_text(text: str, language: str) -> str:
    """Return what is written for what the engine heard in this language (empty: unknown)."""
    return pipeline.for_language(language)(text)


def writer(settings: Settings, clipboard: Clipboard | None, settings_file: Path) -> Writer:
    """Return what makes the texts of takes; its ``problems`` are to be told.

    The user's languages lie beside the settings file.
    """

    def on_clipboard() -> str:
        try:
            return (clipboard.read_text() or "") if clipboard else ""
        except OutputError:
            return ""

    return Writer(
        settings.text,
        settings.engine.vocabulary,
        Variables(clipboard=on_clipboard),
        settings_file.parent / "languages",
    )


def heard(transcript: Transcript) -> Heard:
    """Return what the text stage is to know of a transcript.

    What was decoded has quiet before and after the voice, see SegmenterOptions; where it begins or
    ends with the take there may be none, so that a word said at once never counts as too short.
    """
    usual = SegmenterOptions()
    speech_s = 0.0
    for part in transcript.segments:
        before_s = usual.pre_roll_ms / 1000 if part.start_s > 0 else 0.0
        has_end = part.end_s < transcript.duration_s - EDGE_S
        after_s = usual.hang_over_ms / 1000 if has_end else 0.0
        speech_s += max(0.0, part.end_s - part.start_s - before_s - after_s)
    known = bool(transcript.segments)
    return Heard(transcript.text, transcript.language, speech_s if known else float("inf"))


class Session:
    """Capture, engine and delivery running together: all of the program but its desktop."""

    def __init__(
        self,
        engine: Engine,
        intake: Intake,
        wiring: Wiring | Wirings,
        publish: Publish,
        journal: Journal | None = None,
    ) -> None:
        self.engine = engine
        journal = journal or NoJournal()
        wirings = wiring if isinstance(wiring, Wirings) else Wirings(wiring)
        self.coordinator = Coordinator(engine, wirings, publish, journal)
        self.listener = Listener(
            intake, SileroDetector, post=self.coordinator.post, publish=publish
        )
        self._recovery = Recovery(journal, SileroDetector, self._segmenter, self.coordinator.post)

    def start(self) -> None:
        """Start the threads."""
        self.coordinator.start(self.listener, self._recovery)
        self.listener.start()

    def close(self) -> None:
        """Stop everything, in the order the data takes."""
        self.listener.close()
        self.coordinator.close()
        self.engine.close()

    def _segmenter(self) -> SegmenterOptions:
        return self.listener.intake.segmenter


def engine(
    publish: Publish,
    settings: EngineSettings,
    avoid: Crashes | None = None,
    patience: Patience | None = None,
) -> Engine:
    """Return the engine, with its models in a process of their own; it loads nothing yet.

    ``avoid`` holds what ended the process before; it is filled as well.
    """
    return WorkerEngine(
        publish,
        BackendPool(functools.partial(child_backend, patience), cache_bounds(settings)),
        idle_unload_s=settings.idle_unload_s or None,
        tunings=tunings().find,
        crashes=avoid or crashes(),
    )


def child_backend(patience: Patience | None = None) -> ChildBackend:
    """Return a process for one model of any family; not started."""
    races_file = host.state_folder() / RACES_FILE
    return ChildBackend(functools.partial(remembering, _crashes_file(), races_file), patience)


def crashes() -> Crashes:
    """Return what is remembered of combinations that ended the engine's process."""
    return Crashes(_crashes_file())


def _crashes_file() -> Path:
    return host.state_folder() / "crashes.json"


def cache_bounds(settings: EngineSettings) -> Bounds:
    """Return how many models stay loaded; variables count more than the settings."""
    otherwise = Bounds(
        settings.keep_models, settings.keep_models_mb * MEGABYTE, settings.keep_models_s
    )
    return bounds_from(os.environ, otherwise)


def environment_slips() -> list[SettingInvalid]:
    """Return what is told of variables of the environment that are wrong and ignored."""
    return slips(os.environ)


def microphone(settings: AudioSettings) -> AudioInput:
    """Return the microphone of the settings; it opens nothing yet."""
    return Microphone(settings)


def journal(publish: Publish) -> DiskJournal:
    """Return what keeps the sound of takes on disk; not started."""
    return DiskJournal(Shelf(host.data_folder() / "takes"), publish)


def intake(audio: AudioInput, settings: Settings, journal: Journal | None = None) -> Intake:
    """Return how takes are captured from ``audio``; ``journal`` is used if the settings say so."""
    return Intake(
        audio,
        SegmenterOptions(threshold=settings.vad.threshold),
        settings.audio.max_take_s,
        decode_ahead=recognising.sometimes_decodes_ahead(settings),
        journal=journal if journal and settings.audio.journal else NoJournal(),
    )


def hotkey(
    settings: HotkeySettings,
    emit: Callable[[HotkeyAction, float], None],
    injected: InjectedKeys,
    report: Report,
) -> HotkeyWatcher:
    """Return the watcher of the hotkey; not started. Raises HotkeyError."""
    return HotkeyWatcher(open_listener(settings, injected, report), settings, emit)


def sink(settings: OutputSettings, outlets: Outlets) -> TextSink:
    """Return how texts reach the window."""
    return DeliveryChain(settings, outlets)


def choice(settings: EngineSettings) -> ModelChoice:
    """Return which model is wanted, and where."""
    return ModelChoice(settings.model, settings.device, settings.compute_type)


def options(settings: EngineSettings) -> DecodeOptions:
    """Return how a dictated take is decoded."""
    language = None if settings.language == "auto" else settings.language
    return DecodeOptions(
        language=language,
        task=settings.task,
        beam_size=settings.beam_size,
        adaptive_window=settings.encoder_window is EncoderWindow.ADAPTIVE,
        languages=settings.languages,
        vocabulary=settings.vocabulary,
    )
