"""How takes are wired under the settings, with each profile and without, and by which window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from dictate.assembly import finishing, places, recognising, stages
from dictate.domain import ModelChoice, Notice, Severity, TakeId, Task
from dictate.engine import storage, translating
from dictate.engine.remote import place
from dictate.errors import ModelError, PackageMissing
from dictate.hands import Hands
from dictate.injected import InjectedKeys
from dictate.output import profile_match
from dictate.output.aims import Aims
from dictate.output.outlets import Outlets
from dictate.output.window import Window
from dictate.session.wiring import ByWindow, Wiring, Wirings
from dictate.settings.profiles import Profile, resolved
from dictate.settings.schema import Settings

BLIND = Notice(
    Severity.WARNING,
    "Which window has the keyboard cannot be seen here, so no profile is chosen by it.",
    "Give profiles hotkeys of their own ([[hotkey.bindings]]), or use `dictate start --profile`.",
)


class Wirer:
    """Makes the wirings; what is wrong is told once, however many profiles share it."""

    def __init__(
        self,
        outlets: Outlets,
        injected: InjectedKeys,
        settings_file: Path,
        tell: Callable[[Notice], None],
        hands: Hands | None = None,
    ) -> None:
        self._outlets = outlets
        self._injected = injected
        self._settings_file = settings_file
        self._tell = tell
        self._place = places.place(outlets, tell, hands)

    def close(self) -> None:
        """Stop looking at fields. Any number of times."""
        self._place.fields.close()

    def wirings(self, settings: Settings) -> Wirings:
        """Return how takes are wired under these settings."""
        notices: list[Notice] = []
        plain = self._wire(settings, notices)
        profiles = settings.profiles
        made = {
            name: replace(self._wire(resolved(settings, profile), notices), private=profile.private)
            for name, profile in profiles.items()
        }
        by_window = self._by_window(profiles, notices)
        for notice in dict.fromkeys(notices):
            self._tell(notice)
        return Wirings(plain, made, by_window)

    def _wire(self, settings: Settings, notices: list[Notice]) -> Wiring:
        problem = self._outlets.prepare(settings.output.method, self._injected)
        if problem is not None:
            notices.append(problem.notice(Severity.WARNING))
        writer = stages.writer(settings, self._outlets.clipboard, self._settings_file)
        notices += writer.problems
        sink = places.sink(settings, self._place)
        choice = usable(stages.choice(settings.engine), notices)
        if settings.engine.task is Task.TRANSLATE and not place.is_on(settings.remote):
            notices += untranslating(choice)
        return Wiring(
            choice=choice,
            options=stages.options(settings.engine),
            make_text=stages.make_text,
            sink=sink,
            finisher=finishing.finisher(settings),
            write=lambda transcript: writer.write(stages.heard(transcript)),
            caret=sink,
            stays_here=not place.is_on(settings.remote),
            decodes_ahead=recognising.decodes_ahead(settings),
        )

    def _by_window(self, profiles: Mapping[str, Profile], notices: list[Notice]) -> ByWindow | None:
        if not any(profile.is_for_windows for profile in profiles.values()):
            return None
        if not self._outlets.watch_focus() or self._outlets.aims is None:
            notices.append(BLIND)
            return None
        return chooser(profiles, self._outlets.aims)


def usable(choice: ModelChoice, notices: list[Notice]) -> ModelChoice:
    """Return ``choice``, or the best model there is when the wished one is not."""
    try:
        storage.resolve_loadable(choice.model)
    except (ModelError, PackageMissing) as error:
        notices.append(error.notice(Severity.WARNING))
        return ModelChoice("auto", choice.device, choice.compute_type)
    return choice


def untranslating(choice: ModelChoice) -> list[Notice]:
    """Return what is told where this model is to translate and cannot."""
    try:
        refusal = translating.refusal(storage.resolve(choice.model))
    except ModelError:
        return []  # told when it is loaded
    return [] if refusal is None else [refusal.notice(Severity.WARNING)]


def chooser(profiles: Mapping[str, Profile], aims: Aims) -> ByWindow:
    """Return what finds the profile for the window of a press."""

    def by_window(take: TakeId, chosen: Callable[[str], None]) -> None:
        def seen(window: Window) -> None:
            chosen(profile_match.choose(profiles, window))

        aims.tell(take, seen)

    return by_window
