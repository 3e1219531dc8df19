"""What ``dictate doctor`` looks at, in the order a user would mend it.

Each check is a small function of a module beside this; none raises. Each uses the very adapter the
program uses, so that what works here works there.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dictate import host
from dictate.assembly import stages, tuning
from dictate.cli import (
    cleanup_checks,
    desktop_checks,
    engine_checks,
    field_checks,
    hotkey_checks,
    learned_checks,
    program_checks,
    remote_checks,
    sound_checks,
)
from dictate.cli.check import Check
from dictate.injected import InjectedKeys
from dictate.settings.schema import EngineSettings, HotkeySettings, OutputSettings, Settings


def all_checks(settings: Settings, settings_file: Path) -> list[Callable[[], list[Check]]]:
    """Return what to look at; each may take a second."""
    return [
        lambda: program_checks.check_settings(settings_file),
        lambda: [sound_checks.check_portaudio()],
        lambda: [sound_checks.check_microphone(stages.microphone(settings.audio))],
        lambda: [desktop_checks.check_display()],
        lambda: [_hotkey(settings.hotkey)],
        lambda: hotkey_checks.check_further(settings.hotkey),
        lambda: [_typing(settings.output)],
        lambda: [engine_checks.check_device(settings.engine.device)],
        lambda: engine_checks.check_families(settings.engine),
        lambda: [_model(settings.engine)],
        lambda: remote_checks.check_server(settings.remote),
        lambda: [learned_checks.check_tuning(settings.engine, tuning.tunings(), tuning.races())],
        lambda: learned_checks.check_crashes(stages.crashes()),
        lambda: [field_checks.check_fields(wanted=settings.text.fit_to_caret)],
        lambda: [cleanup_checks.check_cleanup(settings.llm)],
        lambda: [program_checks.check_running()],
    ]


def _hotkey(settings: HotkeySettings) -> Check:
    if host.is_wayland():
        return hotkey_checks.check_wayland_hotkey(settings)

    def listener() -> hotkey_checks.Listening:
        return stages.hotkey(
            settings, lambda _action, _at_s: None, InjectedKeys(), lambda _heard: None
        )

    return hotkey_checks.check_hotkey(settings.binding, listener if host.has_display() else None)


def _typing(settings: OutputSettings) -> Check:
    from dictate.output.keyboard_choice import open_keyboard

    return desktop_checks.check_typing(
        settings.method, open_keyboard if host.has_display() else None
    )


def _model(settings: EngineSettings) -> Check:
    engine = stages.engine(lambda _event: None, settings)
    try:
        return engine_checks.check_model(engine, stages.choice(settings))
    finally:
        engine.close()
