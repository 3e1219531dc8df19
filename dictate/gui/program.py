"""What the desktop needs of the program behind it: ``assembly.Program``, or a fake in tests."""

from __future__ import annotations

from typing import Protocol

from dictate.assembly.files import FileQueue
from dictate.assembly.models import ModelShelf
from dictate.domain import EngineStatus, Fate, MicrophoneStatus, Notice, Phase, Samples, TakeReport
from dictate.engine.holding import HeldModel
from dictate.errors import SettingsError
from dictate.receipt import Receipt
from dictate.settings.schema import Settings


class StatusView(Protocol):
    """What the program is doing now."""

    @property
    def phase(self) -> Phase:
        """What it is doing for the user."""

    @property
    def engine(self) -> EngineStatus:
        """Whether speech can be recognised."""

    @property
    def microphone(self) -> MicrophoneStatus:
        """Which microphone would be used."""

    @property
    def last(self) -> TakeReport | None:
        """The last take that gave a text."""

    @property
    def hotkey_problem(self) -> Notice | None:
        """Why the hotkey does nothing, if so."""

    @property
    def kept(self) -> Fate | None:
        """Whether a recording can be tried again or brought back."""

    @property
    def leaving(self) -> str:
        """Where texts go when they leave this machine for clean-up; empty when they stay."""

    @property
    def trigger(self) -> str:
        """The hotkey in the desktop's words, where the desktop decides."""

    @property
    def paused(self) -> bool:
        """Whether no hotkey is heard, as the user wishes."""

    @property
    def profile(self) -> str:
        """That of the take under way; empty: none."""


class ProgramPort(Protocol):
    """The running program. Any thread may call it; events come through the bridge."""

    @property
    def settings(self) -> Settings:
        """The settings in force."""

    @property
    def last_text(self) -> str:
        """The last text, also one that could not be delivered."""

    def start(self) -> None:
        """Listen for the hotkey and load the model."""

    def close(self) -> None:
        """Stop everything; bounded, any number of times."""

    def begin(self, at_s: float, profile: str = "") -> Receipt:
        """Start a take, with the profile of the window unless one is named."""

    def end(self, at_s: float) -> Receipt:
        """End the take being spoken."""

    def toggle(self, at_s: float, profile: str = "") -> Receipt:
        """Start or end a take, with the profile of the window unless one is named."""

    def cancel(self, at_s: float) -> Receipt:
        """Take the newest take back."""

    def pause(self, paused: bool) -> None:
        """Hear no hotkey until further notice, or hear them again. Not for the GUI thread."""

    def retry(self, at_s: float, model: str = "") -> Receipt:
        """Recognise the last recording that brought no text. Raises ModelError."""

    @property
    def raw_text(self) -> str:
        """The last text as it was before clean-up."""

    def deliver_raw(self) -> Receipt:
        """Write the last text once more, as it was before clean-up. Raises OutputError."""

    def insert_again(self) -> Receipt:
        """Insert the last text once more. Raises OutputError."""

    def take_back(self) -> Receipt:
        """Take the last text out of its window again. Raises OutputError."""

    def swap(self) -> Receipt:
        """Write the last text as it was heard, or as it was made of that. Raises OutputError."""

    def insert_text(self, text: str) -> object:
        """Write a text of the history into whatever window has the keyboard."""

    def hear_again(self, samples: Samples, model: str) -> str:
        """Return what another model makes of a recording; waits for it. Raises DictateError."""

    def copy_raw(self) -> None:
        """Copy the last text as it was before clean-up. Raises OutputError; not for the GUI."""

    def held_models(self) -> tuple[HeldModel, ...]:
        """Return the loaded models with the memory they hold, measured now; not for the GUI."""

    @property
    def files(self) -> FileQueue:
        """Recordings that are turned into text beside the dictation."""

    @property
    def shelf(self) -> ModelShelf:
        """The models there are, and what can be done with them."""

    def status(self) -> StatusView:
        """Return what is going on now."""

    def change(self, settings: Settings) -> SettingsError | None:
        """Apply and save settings; return why they cannot be saved. Not for the GUI thread."""

    def pause_hotkey(self, paused: bool) -> None:
        """Let no key start, end or cancel a take for as long as this holds."""

    def download_model(self, name: str) -> None:
        """Fetch a model in the background, then use it."""
