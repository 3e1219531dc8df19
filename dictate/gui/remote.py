"""Answers the commands of later starts (``dictate toggle``, ``status``, ...) on their threads.

Dictation commands go straight to the program, which takes them from any thread. What concerns the
desktop (show, quit) is published to it.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import dictate
from dictate.control.patience import Facts
from dictate.errors import ControlError
from dictate.receipt import Receipt, done

if TYPE_CHECKING:  # it listens before the program is loaded
    from dictate.domain import TakeReport
    from dictate.engine.holding import HeldModel
    from dictate.gui.program import ProgramPort


@dataclass(frozen=True, slots=True)
class Target:
    """What commands act on. ``show`` and ``quit`` return at once, from any thread."""

    program: ProgramPort
    settings_path: Path
    show: Callable[[], None]
    quit: Callable[[], None]
    welcome: Callable[[], None] = lambda: None


class Remote:
    """The handler of the control channel; listens before there is anything to command."""

    def __init__(self) -> None:
        self._target: Target | None = None
        self._wanted: str | None = None
        self._lock = threading.Lock()

    def attach(self, target: Target) -> None:
        """Carry out commands from now on, and what a second start wanted meanwhile."""
        with self._lock:
            self._target, wanted = target, self._wanted
        if wanted is not None:
            self.handle(wanted)

    def _kept(self, command: str) -> bool:
        """Keep what a second start wants until there is a desktop for it."""
        with self._lock:
            is_kept = self._target is None and command in ("show", "welcome")
            if is_kept:
                self._wanted = command
            return is_kept

    def handle(self, command: str) -> Facts | Receipt:
        """Carry out one command; return what to tell, or the receipt of what it has begun.

        Raises ControlError while starting.
        """
        if self._kept(command):
            return {"done": command}
        target = self._target
        if target is None:
            raise ControlError("Dictate is just starting.", "Try again in a second.")
        now_s = time.monotonic()
        verb, _, argument = command.partition(" ")
        match verb:
            case "toggle" | "start":
                profile = _profile(target.program, argument)
                act = target.program.toggle if verb == "toggle" else target.program.begin
                return act(now_s, profile)
            case "stop":
                return target.program.end(now_s)
            case "cancel":
                return target.program.cancel(now_s)
            case "pause" | "resume":
                target.program.pause(verb == "pause")
            case "retry":
                return _retry(target.program, now_s, argument)
            case "raw" | "again" | "undo" | "swap":
                return _rewrite(target.program, command)
            case "last":
                return {"text": _last_text(target.program)}
            case "show" | "welcome" | "quit":
                desktop = {"show": target.show, "welcome": target.welcome, "quit": target.quit}
                desktop[verb]()
            case "status":
                return status(target)
            case _:
                raise ControlError(
                    f"There is no command {command[:40]!r}.", "Try `dictate --help`."
                )
        return {"done": verb}


def _rewrite(program: ProgramPort, command: str) -> Receipt:
    if command == "raw copy":
        program.copy_raw()
        return done()
    ways = {
        "again": program.insert_again,
        "undo": program.take_back,
        "swap": program.swap,
    }
    return ways.get(command, program.deliver_raw)()


def _profile(program: ProgramPort, name: str) -> str:
    if name and name not in program.settings.profiles:
        there = ", ".join(program.settings.profiles) or "none"
        raise ControlError(f"There is no profile {name[:40]!r}.", f"There are: {there}.")
    return name


def _retry(program: ProgramPort, now_s: float, model: str) -> Receipt:
    if program.status().kept is None:
        raise ControlError("There is no recording to try again.", "Dictate it once more.")
    return program.retry(now_s, model)


def _last_text(program: ProgramPort) -> str:
    if not program.last_text:
        raise ControlError("There is no text yet.", "Dictate something.")
    return program.last_text


def status(target: Target) -> dict[str, object]:
    """Return what the program is doing, as plain values. Never the text."""
    from dictate.engine.remote import place
    from dictate.settings.choices import LlmWhen
    from dictate.settings.profiles import resolved

    now = target.program.status()
    settings = target.program.settings
    in_use = resolved(settings, settings.profiles.get(now.profile))
    model = now.engine.model
    problem = now.microphone.problem
    return {
        "phase": now.phase.value,
        "profile": now.profile or None,
        "profiles": list(settings.profiles),
        "engine": {
            "state": now.engine.state.value,
            "detail": now.engine.detail,
            "model": model.name if model else None,
            "demonstration": model.demonstration if model else None,
            "device": model.device if model else None,
            "compute_type": model.compute_type if model else None,
        },
        "loaded": [_held(model) for model in target.program.held_models()],
        "microphone": {
            "name": now.microphone.name,
            "problem": problem.message if problem else None,
            "listening": now.microphone.listening,
        },
        "last": _take(now.last) if now.last else None,
        "hotkey": {
            "binding": settings.hotkey.binding,
            "chosen_by_the_desktop": now.trigger or None,
            "mode": settings.hotkey.mode.value,
            "others": [extra.binding for extra in settings.hotkey.bindings],
            "paused": now.paused,
            "problem": now.hotkey_problem.message if now.hotkey_problem else None,
        },
        "cleanup": {
            "when": settings.llm.when.value,
            "endpoint": settings.llm.endpoint if settings.llm.when is not LlmWhen.NEVER else None,
            "leaves_this_machine": now.leaving or None,
            "command": bool(settings.hook.command) or None,
        },
        "remote": {
            "when": settings.remote.when.value,
            "endpoint": settings.remote.endpoint if place.is_on(settings.remote) else None,
            "leaves_this_machine": place.route(in_use.remote) or None,
        },
        "kept_recording": now.kept.value if now.kept else None,
        "output": settings.output.method.value,
        "version": dictate.__version__,
        "pid": os.getpid(),
        "settings_file": str(target.settings_path),
    }


def _held(model: HeldModel) -> dict[str, object]:
    gpu_mb = model.gpu_memory_mb
    return {
        "model": model.name,
        "device": model.device,
        "compute_type": model.compute_type,
        "memory_mb": round(model.memory_mb),
        "gpu_memory_mb": round(gpu_mb) if gpu_mb is not None else None,
    }


def _take(report: TakeReport) -> dict[str, object]:
    model = report.transcript.model
    return {
        "server": model.server or None if model else None,
        "latency_ms": round(report.timings.release_to_text_ms, 1),
        "duration_s": round(report.duration_s, 2),
        "characters": len(report.text),
        "profile": report.profile or None,
    }
