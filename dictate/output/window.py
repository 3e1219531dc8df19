"""What the focused window is, and which paste chord it expects: tables and rules, no desktop.

Windows are told by their class (``WM_CLASS`` on X11), which programs choose for themselves and
keep over versions. What is not in a table is an ordinary window.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

AUTO_CHORD = "auto"
"""The value of the setting that leaves the choice to this module."""


class Kind(StrEnum):
    """Windows that take a text differently."""

    ORDINARY = "ordinary"
    TERMINAL = "terminal"  # a line end runs a command
    REMOTE = "remote"  # keys travel to another machine


@dataclass(frozen=True, slots=True)
class Window:
    """The window that has the keyboard at one moment."""

    classes: tuple[str, ...] = ()
    """The names it gives itself, such as ``("gnome-terminal-server", "Gnome-terminal")``."""
    exists: bool = True
    """False when nothing has the keyboard."""
    id: int = 0
    """The platform's number of it; 0 when it is not known."""
    is_panel: bool = False
    """It belongs to the desktop: a panel, a dock, the background."""
    title: str = ""
    """Asked for only where it is needed, like the next."""
    programs: tuple[str, ...] = ()
    """Path and name of the program that made it."""


# fmt: off
_CTRL_SHIFT_V = frozenset({
    "alacritty", "blackbox", "console", "contour", "cool-retro-term", "cosmic-term",
    "deepin-terminal", "foot", "footclient", "ghostty", "gnome-terminal", "gnome-terminal-server",
    "guake", "hyper", "io.elementary.terminal", "kgx", "kitty", "konsole", "lxterminal",
    "mate-terminal", "ptyxis", "qterminal", "rio", "roxterm", "sakura", "st", "st-256color",
    "tabby", "terminator", "terminology", "termite", "tilda", "tilix", "warp", "waveterm",
    "wezterm", "wezterm-gui", "xfce4-terminal", "yakuake",
})
_SHIFT_INSERT = frozenset({
    "aterm", "eterm", "mlterm", "rxvt", "urxvt", "urxvtc", "uxterm", "xterm", "emacs",
})
_REMOTE = frozenset({
    "boxes", "citrix", "krdc", "remmina", "rdesktop", "remote-viewer", "spicy", "teamviewer",
    "tigervnc", "vinagre", "virt-manager", "virt-viewer", "virtualbox", "virtualbox machine",
    "virtualboxvm", "vmplayer", "vmware", "vncviewer", "wfica", "wlfreerdp", "xfreerdp",
})
# fmt: on
_NO_TERMINALS = frozenset({"emacs"})

DEFAULT_CHORD = "ctrl+v"
OWN_CLASS = "dictate"


def kind_of(window: Window) -> Kind:
    """Return what kind of window this is."""
    names = all_names(window)
    if names & ((_CTRL_SHIFT_V | _SHIFT_INSERT) - _NO_TERMINALS):
        return Kind.TERMINAL
    return Kind.REMOTE if names & _REMOTE else Kind.ORDINARY


def chord_for(window: Window, setting: str) -> str:
    """Return the paste chord for a window; a chord of the settings counts for every window."""
    if setting != AUTO_CHORD:
        return setting
    names = all_names(window)
    if names & _SHIFT_INSERT:
        return "shift+insert"
    return "ctrl+shift+v" if names & _CTRL_SHIFT_V else DEFAULT_CHORD


def has_moved(pressed: Window, now: Window) -> bool:
    """Tell whether the keyboard has left the window a take was spoken for.

    Said only of windows that are surely known. A take begun in Dictate's own window or in a panel
    was meant for another one.
    """
    if not (pressed.id and pressed.classes and now.id and now.classes):
        return False
    return pressed.id != now.id and not pressed.is_panel and OWN_CLASS not in all_names(pressed)


def runs_elsewhere(window: Window) -> bool:
    """Tell whether another process fetches the clipboard for this window (Wine's desktop does)."""
    names = all_names(window)
    return any(name.endswith(".exe") or name == "wine" for name in names)


def all_names(window: Window) -> set[str]:
    """Return the class names in lower case, those like ``org.gnome.Console`` also by their end."""
    whole = {name.lower() for name in window.classes}
    return whole | {
        name.rpartition(".")[2] for name in whole if name.count(".") >= 2 and " " not in name
    }
