"""Which ways are tried for which text in which window."""

from __future__ import annotations

import pytest

from dictate.domain import OutputMethod
from dictate.output.choice import LONG_CHARACTERS, Situation, belong, order
from dictate.output.window import Kind, Window, chord_for, has_moved, kind_of, runs_elsewhere

AUTO, TYPE, PASTE, COPY, FILE, COMMAND = OutputMethod
CTRL_V = ("ctrl_l", "v")
EDITOR = Window(("gedit", "Gedit"))
TERMINAL = Window(("gnome-terminal-server", "Gnome-terminal"))
REMOTE = Window(("org.remmina.Remmina", "org.remmina.Remmina"))
LONG = "x" * LONG_CHARACTERS


@pytest.mark.parametrize(
    ("window", "text", "held", "restores", "expected"),
    [
        (EDITOR, "Hi.", (), True, (TYPE, PASTE, COPY)),
        (EDITOR, "two\nlines", (), True, (TYPE, PASTE, COPY)),
        (EDITOR, LONG, (), True, (PASTE, TYPE, COPY)),
        (EDITOR, LONG, (), False, (TYPE, PASTE, COPY)),  # the user's clipboard counts more
        (EDITOR, "Hi.", ("ctrl_r",), True, (PASTE, TYPE, COPY)),
        (EDITOR, "Hi.", ("ctrl_r",), False, (TYPE, PASTE, COPY)),
        (EDITOR, "Hi.", ("alt_l",), True, (TYPE, PASTE, COPY)),
        (EDITOR, "Hi.", ("ctrl_r", "shift_l"), True, (TYPE, PASTE, COPY)),
        (TERMINAL, "ls -l", (), True, (TYPE, PASTE, COPY)),
        (TERMINAL, "ls -l\n", (), True, (TYPE, PASTE, COPY)),  # a new line that was asked for
        (TERMINAL, "ls\nrm", (), True, (PASTE, COPY)),
        (TERMINAL, "ls\nrm", (), False, (PASTE, COPY)),
        (REMOTE, LONG, (), True, (TYPE, COPY)),
        (Window(exists=False), "Hi.", (), True, (TYPE, COPY)),
        (Window(), "Hi.", (), True, (TYPE, PASTE, COPY)),
    ],
)
def test_automatic(
    window: Window,
    text: str,
    held: tuple[str, ...],
    restores: bool,
    expected: tuple[OutputMethod, ...],
) -> None:
    now = Situation(window, frozenset(held), CTRL_V, restores)
    assert order(AUTO, text, now) == expected


@pytest.mark.parametrize("method", [TYPE, PASTE, FILE, COMMAND])
def test_a_chosen_method_is_replaced_by_no_other_that_inserts(method: OutputMethod) -> None:
    for text in ("Hi.", LONG, "two\nlines"):
        assert order(method, text, Situation(TERMINAL)) == (method, COPY)
    assert order(COPY, "Hi.", Situation(TERMINAL)) == (COPY,)


@pytest.mark.parametrize(
    ("held", "chord", "expected"),
    [
        ((), CTRL_V, True),
        (("ctrl_l",), CTRL_V, True),
        (("ctrl_r",), CTRL_V, True),
        (("alt_gr",), CTRL_V, False),
        (("ctrl_r", "shift_r"), ("ctrl_l", "shift_l", "v"), True),
        (("ctrl_l",), (), False),
        (("code_205",), CTRL_V, False),
    ],
)
def test_held_keys_that_belong_to_a_chord(
    held: tuple[str, ...], chord: tuple[str, ...], expected: bool
) -> None:
    assert belong(held, chord) is expected


@pytest.mark.parametrize(
    ("classes", "kind", "chord"),
    [
        ((), Kind.ORDINARY, "ctrl+v"),
        (("Navigator", "firefox"), Kind.ORDINARY, "ctrl+v"),
        (("code", "Code"), Kind.ORDINARY, "ctrl+v"),
        (("gnome-terminal-server", "Gnome-terminal"), Kind.TERMINAL, "ctrl+shift+v"),
        (("org.gnome.Console", "org.gnome.Console"), Kind.TERMINAL, "ctrl+shift+v"),
        (("com.mitchellh.ghostty", "com.mitchellh.ghostty"), Kind.TERMINAL, "ctrl+shift+v"),
        (("org.gnome.Ptyxis", "org.gnome.Ptyxis"), Kind.TERMINAL, "ctrl+shift+v"),
        (("konsole", "konsole"), Kind.TERMINAL, "ctrl+shift+v"),
        (("Alacritty", "Alacritty"), Kind.TERMINAL, "ctrl+shift+v"),
        (("kitty", "kitty"), Kind.TERMINAL, "ctrl+shift+v"),
        (("xterm", "XTerm"), Kind.TERMINAL, "shift+insert"),
        (("uxterm", "UXTerm"), Kind.TERMINAL, "shift+insert"),
        (("urxvt", "URxvt"), Kind.TERMINAL, "shift+insert"),
        (("emacs", "Emacs"), Kind.ORDINARY, "shift+insert"),
        (("VirtualBoxVM", "VirtualBox Machine"), Kind.REMOTE, "ctrl+v"),
    ],
)
def test_windows(classes: tuple[str, ...], kind: Kind, chord: str) -> None:
    window = Window(classes)
    assert kind_of(window) is kind
    assert chord_for(window, "auto") == chord
    assert chord_for(window, "cmd+v") == "cmd+v"


NOTES, CHAT = Window(("gedit", "Gedit"), id=7), Window(("chat", "Chat"), id=8)


@pytest.mark.parametrize(
    ("pressed", "now", "moved"),
    [
        (NOTES, NOTES, False),
        (NOTES, CHAT, True),
        (NOTES, Window(("gedit", "Gedit"), id=9), True),  # another window of the same program
        (Window(), CHAT, False),
        (NOTES, Window(id=8), False),  # not known for sure
        (NOTES, Window(exists=False), False),
        (Window(("dictate", "Dictate"), id=3), CHAT, False),
        (Window(("trayer", "panel"), id=3, is_panel=True), CHAT, False),
        (NOTES, Window(("trayer", "panel"), id=3, is_panel=True), True),
    ],
)
def test_a_window_that_has_lost_the_keyboard(pressed: Window, now: Window, moved: bool) -> None:
    assert has_moved(pressed, now) is moved


def test_windows_of_wine_are_read_for_by_another_process() -> None:
    assert runs_elsewhere(Window(("winword.exe", "winword.exe")))
    assert not runs_elsewhere(EDITOR)
