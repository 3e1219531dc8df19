"""Who recognises in the desktop program, with which model, and what is learned of it meanwhile.

The model of the settings is loaded, unless a profile, a second try or the adaptation to this
machine puts another in its place; a speech server may stand in front of it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from dictate.assembly import recognising, stages
from dictate.assembly.adaptation import Adaptation
from dictate.assembly.hearing_again import heard_again
from dictate.assembly.tuning import AutomaticTuning
from dictate.domain import EngineState, EngineStatus, Phase, Samples
from dictate.engine import holding, storage
from dictate.engine.holding import HeldModel
from dictate.engine.remote.relay import RelayEngine
from dictate.engine.tunings import Entry
from dictate.errors import ModelError
from dictate.events import EngineChanged, Event, PhaseChanged, ProfileChosen
from dictate.ports import Publish
from dictate.session.wiring import Wirings
from dictate.settings.schema import EngineSettings, RemoteSettings, Settings


class Recognition:
    """The engines, and the choice of the model that is loaded. Methods from any thread.

    ``adapt`` is called when another model than the wished one is to be wired.
    """

    def __init__(self, settings: Settings, publish: Publish, adapt: Callable[[], None]) -> None:
        self._crashes = stages.crashes()
        self._tuning = AutomaticTuning(self._load_anew)
        self._adaptation = Adaptation(publish, adapt)
        self._local = stages.engine(publish, settings.engine, self._crashes)
        self.engine = RelayEngine(self._local, publish)
        """What takes are given to."""
        self.ask(recognising.asked(settings))
        self._status = EngineStatus(EngineState.LOADING)
        self._is_busy = False  # with takes
        self._is_due = False  # the model of the settings, once they are done

    def close(self) -> None:
        """Stop what measures and adapts; the session closes the engine."""
        self._tuning.close()
        self._adaptation.close()

    # -- which model -------------------------------------------------------------------------------

    def adapted(self, wished: Wirings, settings: EngineSettings) -> Wirings:
        """Return the wirings with another model where the adaptation has taken one."""
        wish = wished.plain.choice
        return wished.with_choice(wish, self._adaptation.instead_of(wish, settings.adapt))

    def begin_with(self, wirings: Wirings) -> None:
        """Take these wirings; nothing is loaded yet."""
        self._wirings = wirings
        self._loaded = wirings.plain.choice

    def use(self, wirings: Wirings, *, by_user: bool) -> None:
        """Take other wirings, and load their model if it is another one."""
        before, self._wirings = self._wirings.plain.choice, wirings
        wanted = wirings.plain.choice
        if wanted == before:
            return
        if by_user:
            # Who chooses a model or device wants it tried, whatever it did before.
            with contextlib.suppress(ModelError):  # told when it is prepared
                self._crashes.forget(storage.resolve(wanted.model).name)
        if self._is_busy:
            # Takes go on with the model they began with; loaded now, it might push that one out.
            self._is_due = True
        else:
            self.prepare()

    def ask(self, settings: RemoteSettings) -> None:
        """Have the server of the settings recognise, or nobody but this machine."""
        self.engine.use(recognising.way(settings))

    def prepare(self) -> None:
        """Load the model of the settings, which a speech server stands in for."""
        self._loaded = self._wirings.plain.choice
        self.engine.prepare(self._loaded)

    def borrow(self, model: str) -> None:
        """Expect one take with another model. Raises ModelError."""
        storage.resolve(model)
        self._is_due = True

    def hear_again(self, samples: Samples, model: str) -> str:
        """Return what another model makes of a recording; waits for it. Raises DictateError."""
        try:
            return heard_again(self._local, self._wirings.plain, samples, model)
        finally:
            self.prepare()

    def rest(self) -> None:
        """Put the loaded models away until they are needed."""
        if isinstance(self._local, holding.Resting):
            self._local.rest()

    # -- facts -------------------------------------------------------------------------------------

    @property
    def status(self) -> EngineStatus:
        """What was last told of the engine."""
        return self._status

    def held(self) -> tuple[HeldModel, ...]:
        """Return the loaded models with the memory they hold, measured now; not for the GUI."""
        return holding.measured(self.engine)

    def follow(self, event: Event, settings: EngineSettings) -> None:
        """Take notice of what the program does; returns at once."""
        match event:
            case PhaseChanged(phase, _, profile):
                self._follow(phase, profile)
            case ProfileChosen(_, profile):
                self._get_ready(profile)
            case EngineChanged(status):
                self._status = status
            case _:
                pass
        self._adaptation.follow(event, settings)
        if isinstance(event, PhaseChanged | EngineChanged):  # only the running session's
            self._tuning.follow(event, self._loaded, settings)

    # -- inside ------------------------------------------------------------------------------------

    def _follow(self, phase: Phase, profile: str) -> None:
        self._is_busy = phase is not Phase.IDLE
        if self._is_due and not self._is_busy:
            self._is_due = False
            self.prepare()
        # Where the window decides, it has not yet been looked at.
        if phase is Phase.OPENING and (profile or self._wirings.by_window is None):
            self._get_ready(profile)

    def _get_ready(self, profile: str) -> None:
        """Load the model of a take while it is spoken, unless it is there."""
        choice = self._wirings.of(profile).choice
        if choice != self._loaded or self._status.state is EngineState.RESTING:
            self._loaded = choice
            self._local.prepare(choice)

    def _load_anew(self, measured: Entry) -> None:
        if measured.ms < measured.usual_ms:
            self.prepare()
