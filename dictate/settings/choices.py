"""What can be chosen where a setting has a few values only; the values are what the file holds."""

from __future__ import annotations

from enum import StrEnum


class HotkeyMode(StrEnum):
    """What a press of the hotkey means."""

    HOLD = "hold"  # record while it is down
    TOGGLE = "toggle"  # one press starts, the next stops
    TAP = "tap"  # a tap starts and the next press stops; held longer it is as HOLD
    DOUBLE_TAP = "double_tap"  # two taps start, one press stops
    HANDS_FREE = "hands_free"  # a press starts, silence stops


class EncoderWindow(StrEnum):
    """How much sound the encoder is shown for a short take."""

    ADAPTIVE = "adaptive"
    FULL = "full"


class Tune(StrEnum):
    """Whether models are measured by themselves."""

    AUTO = "auto"
    NEVER = "never"


class LlmWhen(StrEnum):
    """Which texts a language model goes over."""

    NEVER = "never"
    SMALL_MODELS = "small_models"
    ALWAYS = "always"


class RemoteWhen(StrEnum):
    """Which takes are sent to a speech server."""

    NEVER = "never"
    ALWAYS = "always"


class AskForUpdates(StrEnum):
    """How often the feed of updates is asked."""

    NEVER = "never"
    DAILY = "daily"
    WEEKLY = "weekly"


class Adapt(StrEnum):
    """What is done when a model turns out too slow or too large for the machine."""

    OFF = "off"
    SUGGEST = "suggest"
    AUTO = "auto"


class SpokenMarks(StrEnum):
    """Which names of punctuation marks are commands."""

    OFF = "off"
    CAREFUL = "careful"  # where prose would not have them
    ALWAYS = "always"


class OverlayShow(StrEnum):
    """What is seen of a take while it runs."""

    OFF = "off"
    MINIMAL = "minimal"  # level, time, phase
    FULL = "full"  # the text as well


class OverlayEdge(StrEnum):
    """Where the overlay stands."""

    TOP = "top"
    BOTTOM = "bottom"


class KeepHistory(StrEnum):
    """What is kept of takes whose text has arrived."""

    OFF = "off"
    TEXT = "text"
    AUDIO = "audio"  # the text, and what was said
