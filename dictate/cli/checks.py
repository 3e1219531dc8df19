"""What ``dictate doctor`` looks at: one small function a check, none of which raises.

Each check uses the very adapter the program uses, so that what works here works there.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from dictate.domain import (
    SAMPLE_RATE_HZ,
    DecodeOptions,
    Job,
    ModelChoice,
    Notice,
    OutputMethod,
    Severity,
    Span,
    TakeId,
)
from dictate.errors import DictateError, NotRunning

if TYPE_CHECKING:
    from dictate.ports import AudioInput, Engine, Keyboard
    from dictate.settings.schema import Settings

LISTEN_S = 1.0
QUIET_DBFS = -70.0
"""A microphone in a silent room is above this; one that is turned down is below."""
LEVEL_STEP = "Turn it up in the sound settings, or choose another: dictate devices"


class Status(StrEnum):
    """How a check ended."""

    OK = "ok"
    WARNING = "warning"
    FAILURE = "failure"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    name: str
    status: Status
    detail: str
    next_step: str = ""
    lines: tuple[str, ...] = ()
    """To be copied as they are."""


def good(name: str, detail: str) -> Check:
    """Return a check that found nothing wrong."""
    return Check(name, Status.OK, detail)


def failed(name: str, error: DictateError, status: Status = Status.FAILURE) -> Check:
    """Return a check that ended in this error."""
    return Check(name, status, error.message, error.next_step)


def check_settings(path: Path) -> list[Check]:
    """Look at the settings file and what counts more; a check for each mistake in it."""
    from dictate.assembly import stages
    from dictate.settings import store

    problems = (*store.load(path).problems, *stages.environment_slips())
    if problems:
        return [failed("settings", problem) for problem in problems]
    return [good("settings", str(path) if path.exists() else f"the defaults; there is no {path}")]


def check_portaudio() -> Check:
    """Look whether the sound library is there."""
    from dictate.audio import portaudio

    try:
        library = portaudio.library()
    except DictateError as error:
        return failed("sound library", error)
    return good("sound library", str(library.get_portaudio_version()[1]).partition(",")[0])


def check_microphone(audio: AudioInput, listen_s: float = LISTEN_S) -> Check:
    """Open the microphone and listen for a second."""
    try:
        status = audio.status()
        if status.problem is not None and not status.name:
            problem = status.problem
            return Check("microphone", Status.FAILURE, problem.message, problem.next_step)
        loudest_dbfs, heard = _listen(audio, listen_s)
    except DictateError as error:
        return failed("microphone", error)
    finally:
        audio.close()
    if status.problem is not None:
        return _noticed("microphone", status.problem)
    return _judged(status.name, status.wanted, loudest_dbfs, heard)


def _listen(audio: AudioInput, listen_s: float) -> tuple[float, bool]:
    """Return the loudest frame's level and whether anything but zeros came."""
    import numpy as np

    from dictate.audio.level import rms_dbfs

    source = audio.open()
    loudest_dbfs, heard = -120.0, False
    until_s = time.monotonic() + listen_s
    try:
        for frame in source.frames():
            loudest_dbfs = max(loudest_dbfs, rms_dbfs(frame))
            heard = heard or bool(np.any(frame))
            if time.monotonic() > until_s:
                source.stop()
    finally:
        source.close()
    return loudest_dbfs, heard


def _judged(name: str, wanted: str, loudest_dbfs: float, heard: bool) -> Check:
    if not heard:
        return Check("microphone", Status.WARNING, f"{name} gives nothing but zeros.", LEVEL_STEP)
    level = f"{name}, {loudest_dbfs:.0f} dBFS at its loudest"
    if loudest_dbfs < QUIET_DBFS:
        return Check("microphone", Status.WARNING, f"{level}: very quiet.", LEVEL_STEP)
    if wanted:
        return Check(
            "microphone",
            Status.WARNING,
            f'"{wanted}" is not there; {level} stands in.',
            "Plug it in, or choose another: dictate devices",
        )
    return good("microphone", level)


def _noticed(name: str, notice: Notice) -> Check:
    status = Status.FAILURE if notice.severity is Severity.ERROR else Status.WARNING
    return Check(name, status, notice.message, notice.next_step)


def check_display() -> Check:
    """Look whether the desktop can be reached."""
    from dictate import host
    from dictate.gui.screen_check import require_screen

    if not host.has_display():
        return Check(
            "display",
            Status.WARNING,
            "There is none; only files and the demonstration work here.",
            "Start Dictate in a desktop session.",
        )
    try:
        require_screen()
    except DictateError as error:
        return failed("display", error)
    return good("display", "Wayland" if host.is_wayland() else "can be reached")


class Listening(Protocol):
    """What hears the hotkey: ``hotkey.watcher.HotkeyWatcher``."""

    def start(self) -> None:
        """Begin. Raises HotkeyError."""

    def close(self) -> None:
        """End."""


def check_hotkey(binding: str, listener: Callable[[], Listening] | None) -> Check:
    """Read the binding and listen for keys for a moment; without a display only read it."""
    from dictate.hotkey import binding as bindings

    try:
        name = bindings.describe(bindings.parse(binding))
        if listener is None:
            return _no_desktop("hotkey")
        keys = listener()
        try:
            keys.start()
        finally:
            keys.close()
    except DictateError as error:
        return failed("hotkey", error)
    return good("hotkey", f"{name} can be heard")


def check_typing(method: OutputMethod, keyboard: Callable[[], Keyboard] | None) -> Check:
    """Open what presses the keys; nothing is typed."""
    if keyboard is None:
        return _no_desktop("typing")
    if method in (OutputMethod.COPY, OutputMethod.FILE, OutputMethod.COMMAND):
        return good("typing", "not needed: texts leave another way")
    try:
        keyboard().close()
    except DictateError as error:
        return failed("typing", error)
    return good("typing", "keys can be pressed")


def _no_desktop(name: str) -> Check:
    return Check(name, Status.WARNING, "Not tried: there is no display.")


def check_device(device: str) -> Check:
    """Look for what the recogniser can compute on."""
    from dictate.engine.card_count import count_cards

    cards = count_cards()
    if cards is None:
        return Check(
            "device",
            Status.WARNING,
            "The driver of the graphics card crashed when it was asked; the CPU does the work.",
            "Install another version of the NVIDIA driver.",
        )
    if device.startswith("cuda") and not cards:
        return Check(
            "device",
            Status.WARNING,
            "CUDA is asked for and there is none; the CPU does the work.",
            'Install an NVIDIA driver, or set [engine] device to "auto".',
        )
    return good("device", f"{cards} with CUDA" if cards else "the CPU; no CUDA here")


def check_model(engine: Engine, choice: ModelChoice) -> Check:
    """Load the model and decode a second of silence."""
    import numpy as np

    from dictate.engine import holding, storage

    samples = np.zeros(SAMPLE_RATE_HZ, np.float32)
    job = Job(TakeId(1), samples, (Span(0, len(samples)),), choice, DecodeOptions("en"))
    began_s = time.monotonic()
    try:
        resolved = storage.resolve(choice.model)
        first = engine.transcribe(job).result()
        loaded_s = time.monotonic()
        engine.transcribe(job).result()
    except DictateError as error:
        return failed("model", error)
    decode_ms = (time.monotonic() - loaded_s) * 1000
    model = first.model
    detail = f"{resolved.name}, loaded in {loaded_s - began_s:.1f} s"
    if model is not None:
        detail += f" on {model.device} ({model.compute_type})"
    detail += f"; a second of sound takes {decode_ms:.0f} ms"
    for held in holding.measured(engine)[-1:]:
        card = f" and {held.gpu_memory_mb:.0f} MB of the card" if held.gpu_memory_mb else ""
        detail += f"; it holds {held.memory_mb:.0f} MB{card}"
    for notice in (*resolved.notices, *(model.notices if model else ())):
        return Check("model", Status.WARNING, f"{detail}. {notice.message}", notice.next_step)
    return good("model", detail)


def check_running() -> Check:
    """Ask the running program."""
    from dictate.control import channel

    try:
        facts = channel.send("status")
    except NotRunning:
        return good("running program", "none")
    except DictateError as error:
        return failed("running program", error)
    return good("running program", f"answers; it is {facts.get('phase', 'there')}")


def all_checks(settings: Settings, settings_file: Path) -> list[Callable[[], list[Check]]]:
    """Return what to look at, in the order a user would mend it; each may take a second."""
    from dictate import host
    from dictate.assembly import stages, tuning
    from dictate.cli import (
        desktop_checks,
        field_checks,
        hotkey_checks,
        learned_checks,
        remote_checks,
    )
    from dictate.injected import InjectedKeys

    display = host.has_display()
    choice = ModelChoice(
        settings.engine.model, settings.engine.device, settings.engine.compute_type
    )

    def hotkey() -> Check:
        if host.is_wayland():
            return desktop_checks.check_wayland_hotkey(settings.hotkey)

        def listener() -> Listening:
            return stages.hotkey(
                settings.hotkey, lambda _action, _at_s: None, InjectedKeys(), lambda _heard: None
            )

        return check_hotkey(settings.hotkey.binding, listener if display else None)

    def typing() -> Check:
        from dictate.output.keyboard_choice import open_keyboard

        return check_typing(settings.output.method, open_keyboard if display else None)

    def families() -> list[Check]:
        from dictate.cli.engine_checks import check_families

        return check_families(settings.engine)

    def model() -> Check:
        engine = stages.engine(lambda _event: None, settings.engine)
        try:
            return check_model(engine, choice)
        finally:
            engine.close()

    return [
        lambda: check_settings(settings_file),
        lambda: [check_portaudio()],
        lambda: [check_microphone(stages.microphone(settings.audio))],
        lambda: [check_display()],
        lambda: [hotkey()],
        lambda: hotkey_checks.check_further(settings.hotkey),
        lambda: [typing()],
        lambda: [check_device(settings.engine.device)],
        families,
        lambda: [model()],
        lambda: remote_checks.check_server(settings.remote),
        lambda: [learned_checks.check_tuning(settings.engine, tuning.tunings(), tuning.races())],
        lambda: learned_checks.check_crashes(stages.crashes()),
        lambda: [field_checks.check_fields(wanted=settings.text.fit_to_caret)],
        lambda: [desktop_checks.check_cleanup(settings.llm)],
        lambda: [check_running()],
    ]
