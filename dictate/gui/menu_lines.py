"""What a menu is made of: lines, and what choosing one asks for. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Verb(StrEnum):
    """What a choice asks for."""

    TOGGLE = "toggle"
    START_WITH = "start_with"
    """A profile; its name is the argument."""
    CANCEL = "cancel"
    RETRY = "retry"
    USE_MODEL = "use_model"
    DOWNLOAD_MODEL = "download_model"
    USE_DEVICE = "use_device"
    USE_PRECISION = "use_precision"
    USE_MICROPHONE = "use_microphone"
    USE_OUTPUT = "use_output"
    SET_PRE_ROLL = "set_pre_roll"
    PAUSE = "pause"
    COPY_LAST = "copy_last"
    COPY_RAW = "copy_raw"
    COPY_TEXT = "copy_text"
    INSERT_TEXT = "insert_text"
    INSERT_AGAIN = "insert_again"
    TAKE_BACK = "take_back"
    SWAP = "swap"
    SETTINGS = "settings"
    MODELS = "models"
    FILES = "files"
    WELCOME = "welcome"
    HISTORY = "history"
    STATISTICS = "statistics"
    OPEN_SETTINGS = "open_settings"
    SHOW_WINDOW = "show_window"
    OPEN_PAGE = "open_page"
    """Of a newer version, in the browser; its address is the argument."""
    ABOUT = "about"
    QUIT = "quit"


@dataclass(frozen=True, slots=True)
class Action:
    """A choice: what to do, and with what."""

    verb: Verb
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. Without an action it only informs and is greyed."""

    text: str
    action: Action | None = None
    checked: bool | None = None
    """None: it cannot be ticked. Ticked lines of one submenu exclude one another."""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Separator:
    """A thin line."""


class Part(StrEnum):
    """Names a submenu, so that its list can be refreshed when it opens."""

    PROFILE = "profile"
    LAST = "last"
    RECENT = "recent"
    AGAIN = "again"
    MODEL = "model"
    DEVICE = "device"
    MICROPHONE = "microphone"
    OUTPUT = "output"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Submenu:
    """A menu in the menu."""

    part: Part
    text: str
    entries: tuple[Entry | Separator, ...]


Line: TypeAlias = Entry | Separator | Submenu
