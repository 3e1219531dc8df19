"""A program that does what it is told and remembers it: what the tests of the desktop watch."""

from __future__ import annotations

from dataclasses import dataclass, field

from dictate.assembly.downloads import Downloads
from dictate.assembly.files import FileQueue
from dictate.assembly.models import ModelShelf, Ways
from dictate.cleanup import endpoint
from dictate.domain import (
    EngineState,
    EngineStatus,
    Fate,
    MicrophoneStatus,
    Notice,
    Phase,
    Samples,
    TakeId,
    TakeReport,
)
from dictate.engine.holding import HeldModel
from dictate.errors import SettingsError
from dictate.events import (
    EngineChanged,
    Event,
    PhaseChanged,
    RecordingKept,
    TakeFinished,
)
from dictate.ports import Publish
from dictate.receipt import Receipt, done
from dictate.settings.schema import Settings


@dataclass(frozen=True, slots=True)
class ScriptedStatus:
    """Implements ``StatusView``."""

    phase: Phase = Phase.IDLE
    engine: EngineStatus = field(default_factory=lambda: EngineStatus(EngineState.LOADING))
    microphone: MicrophoneStatus = field(default_factory=lambda: MicrophoneStatus(""))
    last: TakeReport | None = None
    hotkey_problem: Notice | None = None
    kept: Fate | None = None
    leaving: str = ""
    trigger: str = ""
    paused: bool = False
    profile: str = ""


class ScriptedProgram:
    """Implements ``ProgramPort``; ``calls`` holds what it was asked for, ``say`` makes it speak."""

    def __init__(self, publish: Publish, settings: Settings | None = None) -> None:
        self._publish = publish
        self.settings = settings or Settings()
        self.calls: list[str] = []
        self.held: tuple[HeldModel, ...] = ()
        self.hotkey_problem: Notice | None = None
        self.trigger = ""
        self.paused = False
        self.unsaved: SettingsError | None = None
        self._phase = Phase.IDLE
        self._engine = EngineStatus(EngineState.LOADING)
        self._last: TakeReport | None = None
        self._kept: Fate | None = None
        self.downloads = Downloads(publish, self._use, lambda: None)
        ways = Ways(lambda: self.settings, self._use, lambda: self.held, self._unload)
        self.files = FileQueue(lambda: self.settings)
        self.shelf = ModelShelf(self.downloads, ways)

    def _use(self, name: str) -> None:
        self.calls.append(f"use {name}")

    def _unload(self) -> None:
        self.calls.append("unload")
        self.held = ()

    def say(self, event: Event) -> None:
        """Publish an event, as the core would from one of its threads."""
        match event:
            case PhaseChanged(phase, _):
                self._phase = phase
            case EngineChanged(status):
                self._engine = status
            case TakeFinished(report) if report.text:
                self._last = report
            case RecordingKept(fate):
                self._kept = fate
            case _:
                pass
        self._publish(event)

    @property
    def last_text(self) -> str:
        """The last text."""
        return self._last.text if self._last else ""

    @property
    def raw_text(self) -> str:
        """The last text before clean-up."""
        return (self._last.raw_text or self._last.text) if self._last else ""

    def deliver_raw(self) -> Receipt:
        """Remember it."""
        self.calls.append("deliver raw")
        return done()

    def hear_again(self, samples: Samples, model: str) -> str:
        """Understand it as its length."""
        return f"{model}: {len(samples)} samples"

    def insert_text(self, text: str) -> None:
        """Remember it."""
        self.calls.append(f"insert {text}")

    def insert_again(self) -> Receipt:
        """Remember it."""
        self.calls.append("insert again")
        return done()

    def take_back(self) -> Receipt:
        """Remember it."""
        self.calls.append("take back")
        return done()

    def swap(self) -> Receipt:
        """Remember it."""
        self.calls.append("swap")
        return done()

    def copy_raw(self) -> None:
        """Remember it."""
        self.calls.append("copy raw")

    def status(self) -> ScriptedStatus:
        """Return what was said so far."""
        return ScriptedStatus(
            self._phase,
            self._engine,
            last=self._last,
            hotkey_problem=self.hotkey_problem,
            kept=self._kept,
            leaving=endpoint.route(self.settings.llm),
            trigger=self.trigger,
            paused=self.paused,
        )

    def held_models(self) -> tuple[HeldModel, ...]:
        """Return what the test has put there."""
        return self.held

    def start(self) -> None:
        """Remember it."""
        self.calls.append("start")

    def close(self) -> None:
        """Remember it."""
        self.calls.append("close")

    def begin(self, at_s: float, profile: str = "") -> Receipt:
        """Record."""
        self.calls.append(f"begin {profile}".strip())
        self.say(PhaseChanged(Phase.RECORDING, TakeId(1)))
        return done()

    def end(self, at_s: float) -> Receipt:
        """Recognise."""
        self.calls.append("end")
        self.say(PhaseChanged(Phase.FINISHING, TakeId(1)))
        return done()

    def toggle(self, at_s: float, profile: str = "") -> Receipt:
        """Record or recognise."""
        if self._phase is Phase.RECORDING:
            self.end(at_s)
        else:
            self.begin(at_s, profile)
        return done()

    def pause(self, paused: bool) -> None:
        """Remember it."""
        self.paused = paused
        self.calls.append("pause" if paused else "resume")

    def cancel(self, at_s: float) -> Receipt:
        """Go back to idle."""
        self.calls.append("cancel")
        self.say(PhaseChanged(Phase.IDLE, None))
        return done()

    def retry(self, at_s: float, model: str = "") -> Receipt:
        """Recognise."""
        self.calls.append(f"retry {model}".strip())
        self.say(PhaseChanged(Phase.FINISHING, TakeId(1)))
        return done()

    def change(self, settings: Settings) -> SettingsError | None:
        """Use the settings."""
        self.calls.append("change")
        self.settings = settings
        return self.unsaved

    def pause_hotkey(self, paused: bool) -> None:
        """Remember it."""
        self.calls.append("pause hotkey" if paused else "go on")

    def download_model(self, name: str) -> None:
        """Remember it."""
        self.calls.append(f"download {name}")
