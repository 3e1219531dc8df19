"""Everything that can go wrong for a user, each with its message and the next step.

    DictateError
    ├── AudioError
    │   ├── MicrophoneMissing      no input device at all
    │   ├── MicrophoneBusy         it is there but cannot be opened (OSError)
    │   ├── MicrophoneLost         it went away while recording (OSError)
    │   └── AudioFileUnreadable    empty, truncated, not audio, a folder, no permission (OSError)
    ├── ModelError
    │   ├── ModelUnknown           no such name (ValueError)
    │   ├── ModelNotCached         known, but not on this machine
    │   ├── ModelDamaged           a file of it is missing or broken
    │   └── DownloadFailed         the hub did not give it (OSError)
    │       └── DownloadCancelled  the user stopped it; what came is kept for the next try
    ├── EngineError
    │   ├── DeviceUnavailable      CUDA or Metal asked for and not there
    │   ├── EngineOutOfMemory      the model does not fit (MemoryError)
    │   ├── EngineDied             its process crashed, hung or was killed
    │   ├── PackageMissing         a Python package it needs is not installed, or broken
    │   └── DecodeFailed           anything else inside the engine
    ├── OutputError
    │   ├── TypingFailed
    │   │   └── TypingInterrupted  a part is typed already
    │   ├── ClipboardFailed
    │   ├── ArrivalUnknown         it may have arrived, so no other way is tried
    │   │   └── PasteNotTaken      the window did not fetch the text, as far as can be told
    │   ├── FocusMoved             the window of the press has lost the keyboard
    │   ├── TextFileFailed         the text could not be appended to a file (OSError)
    │   └── CommandFailed          the user's command is missing, failed or took too long
    ├── EndpointError              a server that was asked for help gave none
    │   ├── EndpointUnreachable    nobody answers there (OSError)
    │   ├── EndpointTooSlow        the time was over (TimeoutError)
    │   ├── EndpointRefused        it answered with an error
    │   │   ├── KeyRefused         it wants an API key, or another one
    │   │   └── EndpointBusy       it wants to be left alone for a while
    │   ├── ReplyUnusable          what came is no answer, or not all of it
    │   ├── CallCancelled          nobody waits for the answer any more
    │   └── KeyringUnavailable     there is nowhere to keep a key
    ├── CleanupError               a text stays as it was
    │   ├── CleanupRefused         the cleaned text says something else
    │   ├── CleanupCancelled       the user stopped it
    │   └── HookFailed             the user's command is missing, failed or took too long
    ├── HotkeyError
    │   ├── BindingInvalid         cannot be parsed (ValueError)
    │   └── HotkeyUnavailable      this desktop does not let us see keys
    ├── SettingsError
    │   ├── SettingsUnreadable     not TOML, or not readable
    │   ├── SettingInvalid         one key is unknown or of the wrong kind (ValueError)
    │   └── AutostartFailed        the entry for the log-in cannot be written
    ├── UpdateUnknown              whether there is a newer version cannot be found out
    ├── ServiceError               a service of the desktop (D-Bus) did not do it
    │   ├── ServiceMissing         there is no such service here, or only an older one
    │   ├── ServiceRefused         the user or the desktop said no
    │   └── ServiceLost            it was there and is gone, or does not answer (OSError)
    ├── HistoryError               the texts of before cannot be read or written, or lack this one
    └── ControlError               the running program could not be reached, or could do nothing
        ├── NotRunning             there is none
        └── AlreadyRunning         there is one, and a second was to start

Adapters raise these ``from`` the third-party exception; nothing else leaves an adapter. ``message``
is one sentence for the user, ``next_step`` one thing to do. Neither ever holds dictated words. The
tree is one module, however long: it is read as a map, and a class of it is a line.
"""

from __future__ import annotations

from dictate.domain import Notice, Severity

TEXT_KEPT = "The text is kept: copy it from the tray menu (last text)."
"""The next step after a text that reached no window."""
INSERT_AGAIN = (
    "Click into a text field, then insert it again from the tray menu or with `dictate again`."
)
"""The next step where a window was given a text and shows none of it."""
UNDO_YOURSELF = "Press undo (Ctrl+Z) in that window."
"""The next step where a text cannot be taken back."""


class DictateError(Exception):
    """A failure told to the user in one line with its next step."""

    def __init__(self, message: str, next_step: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.next_step = next_step

    def __str__(self) -> str:
        return f"{self.message} {self.next_step}".strip()

    def __reduce__(self) -> tuple[type[DictateError], tuple[str, str]]:
        # Both parts survive a trip through pickle (a process border).
        return type(self), (self.message, self.next_step)

    def notice(self, severity: Severity = Severity.ERROR) -> Notice:
        """Return the same facts in the shape notices are shown in."""
        return Notice(severity, self.message, self.next_step)


class AudioError(DictateError):
    """Sound could not be captured or read."""


class MicrophoneMissing(AudioError):
    """There is no input device."""


class MicrophoneBusy(AudioError, OSError):
    """The device exists but cannot be opened."""


class MicrophoneLost(AudioError, OSError):
    """The device went away while recording."""


class AudioFileUnreadable(AudioError, OSError):
    """A file is not audio this program can read."""


class ModelError(DictateError):
    """A model cannot be used."""


class ModelUnknown(ModelError, ValueError):
    """No model of that name is known."""


class ModelNotCached(ModelError):
    """The model is known but not on this machine."""


class ModelDamaged(ModelError):
    """A file of the model is missing or broken."""


class DownloadFailed(ModelError, OSError):
    """A model could not be fetched."""


class DownloadCancelled(DownloadFailed):
    """The user stopped a download."""


class EngineError(DictateError):
    """Recognition failed."""


class DeviceUnavailable(EngineError):
    """The compute device asked for is not there."""


class EngineOutOfMemory(EngineError, MemoryError):
    """The model does not fit into memory."""


class EngineDied(EngineError):
    """The engine's process crashed, hung or was killed; nothing is said about the take."""


class PackageMissing(EngineError):
    """A Python package the engine needs is not installed, or broken."""


class DecodeFailed(EngineError):
    """The engine broke while decoding."""


class OutputError(DictateError):
    """The text could not be delivered this way."""


class TypingFailed(OutputError):
    """Synthetic key presses were refused or are impossible here."""


class TypingInterrupted(TypingFailed):
    """Typing had to end in the middle; ``typed`` characters have arrived."""

    def __init__(self, message: str, next_step: str = "", typed: int = 0) -> None:
        super().__init__(message, next_step)
        self.typed = typed

    def __reduce__(self) -> tuple[type[TypingInterrupted], tuple[str, str, int]]:  # type: ignore[override]  # one part more
        return type(self), (self.message, self.next_step, self.typed)


class ClipboardFailed(OutputError):
    """The clipboard could not be read or set."""


class ArrivalUnknown(OutputError):
    """The text may have arrived, or may yet: nothing else may be tried."""

    def __init__(self, message: str, next_step: str = "", on_clipboard: bool = False) -> None:
        super().__init__(message, next_step)
        self.on_clipboard = on_clipboard

    def __reduce__(self) -> tuple[type[ArrivalUnknown], tuple[str, str, bool]]:  # type: ignore[override]  # one part more
        return type(self), (self.message, self.next_step, self.on_clipboard)


class PasteNotTaken(ArrivalUnknown):
    """The window was told to paste and did not fetch the text."""


class FocusMoved(OutputError):
    """Another window has the keyboard than the one the take was spoken for."""


class TextFileFailed(OutputError, OSError):
    """The text could not be appended to the file of the settings."""


class CommandFailed(OutputError):
    """The command of the settings did not take the text."""


class EndpointError(DictateError):
    """A server was asked for help and gave none."""


class EndpointUnreachable(EndpointError, OSError):
    """Nobody answers at the address."""


class EndpointTooSlow(EndpointError, TimeoutError):
    """The server was not done in time."""


class EndpointRefused(EndpointError):
    """The endpoint answered with an error."""


class KeyRefused(EndpointRefused):
    """The endpoint wants an API key, or another one."""


class EndpointBusy(EndpointRefused):
    """The endpoint has too much to do; ``after_s`` is when it wants to be asked again, if told."""

    def __init__(self, message: str, next_step: str = "", after_s: float = 0.0) -> None:
        super().__init__(message, next_step)
        self.after_s = after_s

    def __reduce__(self) -> tuple[type[EndpointBusy], tuple[str, str, float]]:  # type: ignore[override]  # one part more
        return type(self), (self.message, self.next_step, self.after_s)


class ReplyUnusable(EndpointError):
    """What came is not an answer, or not all of it."""


class CallCancelled(EndpointError):
    """Nobody waits for the answer any more."""


class KeyringUnavailable(EndpointError):
    """This desktop has no keyring, or it is locked."""


class CleanupError(DictateError):
    """A text could not be cleaned; it stays as it was."""


class CleanupRefused(CleanupError):
    """The cleaned text does not say what was said."""


class CleanupCancelled(CleanupError):
    """The user took the take back while its text was cleaned."""


class HookFailed(CleanupError):
    """The user's command did not give a text back."""


class HotkeyError(DictateError):
    """The hotkey cannot be used."""


class BindingInvalid(HotkeyError, ValueError):
    """The binding cannot be parsed."""


class HotkeyUnavailable(HotkeyError):
    """Key presses cannot be seen on this desktop."""


class SettingsError(DictateError):
    """The settings file is wrong."""


class SettingsUnreadable(SettingsError):
    """The settings file is not TOML or cannot be read."""


class SettingInvalid(SettingsError, ValueError):
    """One key of the settings is unknown or of the wrong kind."""


class AutostartFailed(SettingsError):
    """The system cannot be told to start the program at the log-in, or not to."""


class UpdateUnknown(DictateError):
    """Whether there is a newer version cannot be found out."""


class ServiceError(DictateError):
    """A service of the desktop did not do what it was asked."""


class ServiceMissing(ServiceError):
    """This desktop has no such service, or one that is too old."""


class ServiceRefused(ServiceError):
    """The user or the desktop said no."""


class ServiceLost(ServiceError, OSError):
    """The service, or the bus it is on, went away or does not answer."""


class ControlError(DictateError):
    """The running program could not be reached, or could not do what it was asked."""


class NotRunning(ControlError):
    """No program is running."""


class AlreadyRunning(ControlError):
    """A second program was to start; one per user is enough."""


class HistoryError(DictateError):
    """The history of texts cannot be read or written, or has not what was asked for."""
