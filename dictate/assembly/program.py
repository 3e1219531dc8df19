"""The desktop program's core: one session, one hotkey, settings that change while it runs."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

from dictate.assembly import history, recognising, stages
from dictate.assembly.downloads import Downloads
from dictate.assembly.files import FileQueue
from dictate.assembly.hotkeys import Hotkeys
from dictate.assembly.last_text import LastText
from dictate.assembly.models import ModelShelf, Ways
from dictate.assembly.recognition import Recognition
from dictate.assembly.settings_in_force import SettingsInForce
from dictate.assembly.sleeping import Sleeping
from dictate.assembly.status import LastTold, ProgramStatus
from dictate.assembly.wiring import Wirer
from dictate.autostart.switch import Autostart
from dictate.cleanup import endpoint
from dictate.domain import (
    Notice,
    Phase,
    Samples,
    Severity,
)
from dictate.engine.holding import HeldModel
from dictate.errors import (
    AutostartFailed,
    SettingsError,
)
from dictate.events import (
    EngineChanged,
    Event,
    NoticeRaised,
    PhaseChanged,
    TakeFinished,
)
from dictate.hands import Hands
from dictate.hotkey.rules import Errand
from dictate.injected import InjectedKeys
from dictate.output.outlets import Outlets
from dictate.ports import Clipboard, Publish
from dictate.receipt import Receipt
from dictate.session import commands
from dictate.session.wiring import Wirings
from dictate.settings import store
from dictate.settings.schema import Settings
from dictate.updates.watch import UpdateWatch

log = logging.getLogger(__name__)


class Program:
    """Everything that runs behind the tray.

    Methods may be called from any thread; events leave through ``publish`` on the core's threads.
    The facts of ``status()`` are single values replaced as a whole, so reading them needs no lock.
    """

    def __init__(
        self, settings: Settings, publish: Publish, clipboard: Clipboard | None, settings_file: Path
    ) -> None:
        self._settings = SettingsInForce(settings, settings_file, self._apply, self._tell)
        self._forward = publish
        self._injected = InjectedKeys()  # what types tells what listens
        self._outlets = Outlets(clipboard)
        self._hands = Hands()
        self._hotkeys = Hotkeys(
            self._injected, self.post, self._publish, self._hands, self._run_errand
        )
        self._told = LastTold()
        self._downloads = Downloads(self._publish, self._use_model, self._show_engine)
        ways = Ways(lambda: self._settings.now, self._use_model, self.held_models, self._unload)
        self.shelf = ModelShelf(self._downloads, ways)
        """The models there are, and what can be done with them."""
        self.files = FileQueue(lambda: self._settings.now)
        """Recordings that are turned into text beside the dictation."""
        self._closed = threading.Event()
        self._journal = stages.journal(self._publish)
        self._history = history.HistoryKeeper(
            history.folder(), lambda: self._settings.now.history, self._publish, history.focused
        )
        self._journal.hand_over = self._history.take_sound
        self._recognition = Recognition(settings, self._publish, self._adapt)
        self._wirer = Wirer(self._outlets, self._injected, settings_file, self._tell, self._hands)
        self._wirings = self._wire(settings)
        self._recognition.begin_with(self._wirings)
        self._audio = stages.microphone(settings.audio)
        self._session = self._make_session(settings)
        self._rewriting = LastText(self._session.coordinator, lambda: self._wirings.plain)
        self._sleeping = Sleeping(self, self._tell)
        self._updates = UpdateWatch(lambda: self._settings.now.updates, self._publish)

    # -- life ------------------------------------------------------------------------------------

    def start(self) -> None:
        """Listen for the hotkey and load the model; either may fail and be mended later."""
        self._history.start()
        self._journal.start(wanted=self._settings.now.audio.journal)
        self._session.start()
        self._recognition.prepare()
        self._listen_for_hotkey()
        self._settings.start()
        self._sleeping.start()
        self._updates.start()
        self._autostart(self._settings.now, chosen=False)
        for slip in stages.environment_slips():
            self._tell(slip.notice(Severity.WARNING))

    def close(self) -> None:
        """Stop: hotkey, session with its engine, keyboard. Bounded, any number of times."""
        if self._closed.is_set():
            return
        self._closed.set()
        self._settings.close()
        self._updates.close()
        self._sleeping.close()
        self._downloads.close()
        self.files.close()
        self._hotkeys.close()
        self._recognition.close()
        self._session.close()  # with it the microphone
        self._journal.close()
        self._history.close()
        self._wirer.close()
        self._outlets.close()

    # -- commands --------------------------------------------------------------------------------

    def post(self, command: commands.Command) -> None:
        """Give the session a command; returns at once."""
        self._session.coordinator.post(command)

    def begin(self, at_s: float, profile: str = "") -> Receipt:
        """Start a take, with the profile of the window unless one is named."""
        return self._session.coordinator.ask(commands.Start(at_s, profile=profile))

    def end(self, at_s: float) -> Receipt:
        """End the take being spoken."""
        return self._session.coordinator.ask(commands.Stop(at_s))

    def toggle(self, at_s: float, profile: str = "") -> Receipt:
        """Start or end a take, with the profile of the window unless one is named."""
        return self._session.coordinator.ask(commands.Toggle(at_s, profile))

    def cancel(self, at_s: float) -> Receipt:
        """Take the newest take back."""
        return self._session.coordinator.ask(commands.Cancel(at_s))

    def pause(self, paused: bool) -> None:
        """Hear no hotkey until further notice, or hear them again."""
        self._hotkeys.pause(paused)

    def retry(self, at_s: float, model: str = "") -> Receipt:
        """Recognise the last recording that brought no text. Raises ModelError."""
        if model:
            self._recognition.borrow(model)
        return self._session.coordinator.ask(commands.Retry(at_s, model))

    def deliver_raw(self) -> Receipt:
        """Write the last text once more, as it was before clean-up. Raises OutputError."""
        return self._rewriting.insert_raw()

    def insert_again(self) -> Receipt:
        """Insert the last text once more. Raises OutputError."""
        return self._rewriting.insert()

    def take_back(self) -> Receipt:
        """Take the last text out of its window again. Raises OutputError."""
        return self._rewriting.take_back()

    def swap(self) -> Receipt:
        """Write the last text as it was heard, or as it was made of that. Raises OutputError."""
        return self._rewriting.swap()

    def insert_text(self, text: str) -> Receipt:
        """Write a text of the history into whatever window has the keyboard."""
        return self._rewriting.insert_text(text)

    def hear_again(self, samples: Samples, model: str) -> str:
        """Return what another model makes of a recording; waits for it. Raises DictateError."""
        return self._recognition.hear_again(samples, model)

    def copy_raw(self) -> None:
        """Copy the last text as it was before clean-up. Raises OutputError; not for the GUI."""
        self._rewriting.copy_raw(self._outlets.clipboard)

    # -- facts -----------------------------------------------------------------------------------

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._settings.now

    @property
    def settings_file(self) -> Path:
        """Where they are kept."""
        return self._settings.file

    @property
    def last_text(self) -> str:
        """The last text, also one that could not be delivered."""
        return self._rewriting.text

    @property
    def raw_text(self) -> str:
        """The last text as it was before clean-up; empty when there was none."""
        return self._rewriting.raw_text

    @property
    def phase(self) -> Phase:
        """What the session does now."""
        return self._session.coordinator.phase

    def status(self) -> ProgramStatus:
        """Return what is going on now."""
        return ProgramStatus(
            self.phase,
            self._recognition.status,
            self._told.microphone,
            self._rewriting.report,
            self._hotkeys.problem,
            self._told.kept,
            endpoint.route(self._settings.now.llm),
            self._hotkeys.trigger,
            self._hotkeys.is_paused,
            self._told.profile,
        )

    def held_models(self) -> tuple[HeldModel, ...]:
        """Return the loaded models with the memory they hold, measured now; not for the GUI."""
        return self._recognition.held()

    # -- changes ---------------------------------------------------------------------------------

    def change(self, settings: Settings) -> SettingsError | None:
        """Apply ``settings`` from the next take on and save them; return what prevents that."""
        return self._settings.change(settings)

    def pause_hotkey(self, paused: bool) -> None:
        """Let no key start, end or cancel a take for as long as this holds."""
        self._hotkeys.is_hushed = paused

    def renew_microphone(self) -> None:
        """Open the microphone anew for the next take; one under way goes on with the old one."""
        self._settings.while_unchanged(lambda settings: self._listen_with(settings, anew=True))

    def download_model(self, name: str) -> None:
        """Fetch a model in the background, then use it; a second call meanwhile does nothing."""
        self._downloads.start(name)

    # -- inside ----------------------------------------------------------------------------------

    def _make_session(self, settings: Settings) -> stages.Session:
        intake = stages.intake(self._audio, settings, self._journal)
        engine = self._recognition.engine
        return stages.Session(engine, intake, self._wirings, self._publish, self._journal)

    def _apply(self, before: Settings, settings: Settings) -> None:
        if _hearing(settings) != _hearing(before):
            self._listen_with(settings, anew=settings.audio != before.audio)
        if before.audio.journal and not settings.audio.journal:
            self._journal.clear()
        if _delivering(settings) != _delivering(before):
            self._rewire(settings)
        if (asked := recognising.asked(settings)) != recognising.asked(before):
            self._recognition.ask(asked)
        if settings.hotkey != before.hotkey:
            self._listen_for_hotkey()
        if settings.updates != before.updates:
            self._updates.follow()
        if settings.system.autostart != before.system.autostart:
            self._autostart(settings, chosen=True)

    def _wire(self, settings: Settings) -> Wirings:
        """Return how takes are wired, with another model where the adaptation has taken one."""
        return self._recognition.adapted(self._wirer.wirings(settings), settings.engine)

    def _adapt(self) -> None:
        self._settings.while_unchanged(lambda settings: self._rewire(settings, by_user=False))

    def _rewire(self, settings: Settings, *, by_user: bool = True) -> None:
        self._wirings = self._wire(settings)
        self._session.coordinator.rewire(self._wirings)
        self._recognition.use(self._wirings, by_user=by_user)

    def _listen_with(self, settings: Settings, *, anew: bool) -> None:
        if anew:
            self._audio = stages.microphone(settings.audio)
        self._session.listener.use(stages.intake(self._audio, settings, self._journal))

    def _listen_for_hotkey(self) -> None:
        self._hotkeys.listen(self._settings.now.hotkey)

    def _run_errand(self, errand: Errand) -> None:
        self._rewriting.run(errand)

    def _autostart(self, settings: Settings, *, chosen: bool) -> None:
        try:
            entry = Autostart(self._settings.file)
            (entry.turn if chosen else entry.keep)(settings.system.autostart)
        except AutostartFailed as error:
            self._tell(error.notice(Severity.WARNING))

    def _use_model(self, name: str) -> None:
        self.change(store.replace_value(self._settings.now, "engine.model", name))

    def _unload(self) -> None:
        self._recognition.rest()

    def _show_engine(self) -> None:
        self._publish(EngineChanged(self._session.engine.status))

    def _tell(self, notice: Notice) -> None:
        self._publish(NoticeRaised(notice))

    def _publish(self, event: Event) -> None:
        self._recognition.follow(event, self._settings.now.engine)
        self._told.follow(event)
        match event:
            case PhaseChanged(phase):
                self._hotkeys.follow(phase)
                self.files.hold(phase is not Phase.IDLE)
            case TakeFinished(report) if report.text:
                self._rewriting.follow(report)
            case _:
                pass
        self._history.follow(event)
        self._forward(event)


def _hearing(settings: Settings) -> tuple[object, ...]:
    """Return what the capture of a take depends on."""
    return settings.audio, settings.vad, recognising.sometimes_decodes_ahead(settings)


def _delivering(settings: Settings) -> tuple[object, ...]:
    """Return what a take is decoded and delivered with."""
    shared = settings.engine, settings.text, settings.llm, settings.hook, settings.output
    return *shared, settings.remote, settings.profiles


def assemble(
    settings: Settings, *, publish: Publish, clipboard: Clipboard | None, settings_file: Path
) -> Program:
    """Build the desktop program's core. Nothing runs before its ``start()``."""
    return Program(settings, publish, clipboard, settings_file)
