"""Types any Unicode text on X11 through XTEST, exactly and fast, under any layout.

How it stays exact:

* The keyboard map is read before each text. What the active layout has is pressed where it is;
  everything else is bound to spare key codes (``x11_plan``), all of a batch before its first key.
* Programs translate key codes with the map they fetch when told of a change, so a code may only
  change its meaning when nobody still has to read it. The evidence is the window's answer to a
  ping (``x11_target``): asked for after the bindings, before the first key, and after the last
  key. A window that cannot answer gets ``SETTLE_S`` instead, only where codes were rebound.
* Modifiers (``x11_modifiers``): locked ones are lifted and put back; those the user still holds are
  waited for, never released. A text goes out in pieces of ``PIECE_CHARACTERS``, and one that the
  user presses meanwhile stops it before the next piece; held on, the rest goes another way.
* The spare codes are emptied (``x11_spares``) on ``close``, after ``IDLE_S``, and after a crash.

One lock guards the connection; the timer thread ``dictate-x11-restore`` takes it too.
"""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from dictate.errors import TypingFailed, TypingInterrupted
from dictate.injected import InjectedKeys
from dictate.output import chord as chords
from dictate.output import x11_plan as plan
from dictate.output.window import Window
from dictate.output.x11_modifiers import Modifiers
from dictate.output.x11_spares import SpareKeys
from dictate.output.x11_target import Target, focused_window
from dictate.output.xkb import Xkb

log = logging.getLogger(__name__)

XlibObject: TypeAlias = Any
"""python-xlib has no types."""

PIECE_CHARACTERS = 24
"""So much is sent at once: about a millisecond, in which no hand comes in between."""
ANSWER_S = 1.0
"""How long a busy window may take to answer before the text goes on all the same."""
SETTLE_S = 0.15
"""What a window that answers no ping gets to fetch a new map or to read its keys."""
IDLE_S = 8.0
"""The map is put back this long after the last text."""


class X11Keyboard:
    """A Keyboard for one X server. Raises TypingFailed when there is none to type on."""

    def __init__(self, injected: InjectedKeys | None = None, display: str | None = None) -> None:
        from Xlib.display import Display
        from Xlib.error import DisplayError, XError

        self._injected = injected if injected is not None else InjectedKeys()
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._timer: threading.Timer | None = None
        self._sent_at_s = 0.0
        try:
            self._display: XlibObject = Display(display)
        except (DisplayError, XError, OSError) as exc:
            raise TypingFailed("The X server cannot be reached.") from exc
        try:
            if not self._display.has_extension("XTEST"):
                raise OSError("the X server has no XTEST extension")
            self._xkb = Xkb(self._display)
            self._spares = SpareKeys(self._display)
            self._modifiers = Modifiers(self._display, self._xkb, self._closing.wait)
        except (XError, OSError) as exc:
            self._display.close()
            raise TypingFailed("The X server does not take key presses from programs.") from exc

    # -- the port ---------------------------------------------------------------------------------

    def type_text(self, text: str, pace_s: float = 0.0) -> None:
        """Type into the focused window, resting ``pace_s`` after each character.

        Raises TypingInterrupted when the user held a modifier in the middle, else TypingFailed.
        """
        if not text:
            return
        with self._session():
            self._type(text, pace_s)

    def press_chord(self, chord: str) -> None:
        """Press and release a chord such as ``ctrl+v``. Raises TypingFailed.

        Modifiers of the chord may be held by the user: they stay down and are pressed by the key of
        the other side.
        """
        names = chords.parse(chord)
        with self._session():
            rows = self._spares.read_map()
            held = self._modifiers.wait(rows, self._spares.first_code, besides=names)
            codes = [self._code_for(name, rows) for name in chords.beside(names, held)]
            self._send([*((code, True) for code in codes), *((c, False) for c in reversed(codes))])

    def focused(self) -> Window:
        """Return the window that has the keyboard. Raises TypingFailed."""
        with self._session():
            return focused_window(self._display)

    def held_modifiers(self) -> frozenset[str]:
        """Return the modifier keys that are down, by name and side. Raises TypingFailed."""
        with self._session():
            return self._modifiers.held(self._spares.read_map(), self._spares.first_code)

    def wait_until_consumed(self, timeout_s: float) -> bool:
        """Wait until the focused window has seen all keys; False when it does not tell."""
        with self._session():
            target = Target(self._display)
            return target.answers and target.wait_until_consumed(timeout_s)

    def close(self) -> None:
        """Put the keyboard map back and leave the server. Any number of times."""
        self._closing.set()
        with self._lock:
            timer, self._timer = self._timer, None
            if timer is not None:
                timer.cancel()
        if timer is not None and timer is not threading.current_thread():
            timer.join(1.0)
        with self._lock:
            if self._display is None:
                return
            with contextlib.suppress(*_x_errors()):
                self._spares.restore()
            with contextlib.suppress(*_x_errors()):
                self._display.close()
            self._display = None

    # -- typing -----------------------------------------------------------------------------------

    def _type(self, text: str, pace_s: float) -> None:
        target = Target(self._display)
        if not target.exists:
            raise TypingFailed("No window has the keyboard.", "Click into a text field first.")
        rows = self._spares.read_map()
        self._modifiers.wait(rows, self._spares.first_code)
        modifiers = self._modifiers.of_layout(rows, self._spares.first_code)
        state = self._xkb.state()
        known = plan.layout_strokes(rows, self._spares.first_code, state.group, modifiers)
        known, room = self._spares.room(text, known, rows)
        try:
            parts = plan.batches(text, known, room)
        except ValueError as exc:
            raise TypingFailed("The keyboard map has no room for characters it lacks.") from exc
        self._become_the_active_keyboard(modifiers.shift)
        typed = 0
        with self._modifiers.unlocked(rows, self._spares.first_code):
            for number, part in enumerate(parts):
                if part.bindings:
                    self._wait_for_readers(part.bindings)
                    self._spares.bind(part.bindings, part.strokes)
                self._settle(target, changed=bool(part.bindings))
                strokes = {**known, **part.strokes}
                for piece in plan.pieces(part.text, 1 if pace_s else PIECE_CHARACTERS):
                    self._wait_in_the_middle(rows, typed)
                    self._send(plan.key_events(piece, strokes, modifiers))
                    typed += len(piece)
                    if pace_s:
                        self._closing.wait(pace_s)
                last = number == len(parts) - 1
                self._settle(target, changed=not last)

    def _wait_in_the_middle(self, rows: plan.Rows, typed: int) -> None:
        """Let the user let go of a modifier before the next piece."""
        try:
            self._modifiers.wait(rows, self._spares.first_code)
        except TypingFailed as refused:
            raise TypingInterrupted(refused.message, refused.next_step, typed) from refused

    def _settle(self, target: Target, *, changed: bool) -> None:
        """Wait until the window has read what was sent; ``changed``: its meaning depends on it."""
        if target.answers:
            if target.wait_until_consumed(ANSWER_S):
                self._sent_at_s = 0.0
            else:
                log.warning("the window did not answer within %.1f s", ANSWER_S)
        elif changed:
            self._display.sync()
            self._closing.wait(SETTLE_S)

    def _wait_for_readers(self, bindings: Mapping[int, tuple[int, int]]) -> None:
        """Let the last window read its keys before their codes change, if it could not answer."""
        if not self._spares.bound.isdisjoint(bindings):
            self._closing.wait(max(0.0, self._sent_at_s + SETTLE_S - time.monotonic()))

    def _become_the_active_keyboard(self, code: int) -> None:
        # The first event of another device makes the server announce a new keyboard, and programs
        # fetch map and modifiers afresh at whatever time they get to it. The release of a key that
        # is up reaches nobody but has that done now, before the first letter.
        from Xlib import X
        from Xlib.ext import xtest

        xtest.fake_input(self._display, X.KeyRelease, code)
        self._display.sync()

    def _send(self, events: Sequence[tuple[int, bool]]) -> None:
        from Xlib import X
        from Xlib.ext import xtest

        self._injected.announce(events)
        for code, is_down in events:
            xtest.fake_input(self._display, X.KeyPress if is_down else X.KeyRelease, code)
        self._display.sync()
        self._sent_at_s = time.monotonic()

    # -- keys ------------------------------------------------------------------------------------

    def _code_for(self, name: str, rows: plan.Rows) -> int:
        keysym = chords.keysym(name)
        code = plan.code_of(rows, self._spares.first_code, keysym)
        if not code and len(name) == 1:
            # Under a Cyrillic or Greek layout the key is that of the other group, or its code.
            code = next(
                (self._spares.first_code + i for i, row in enumerate(rows) if keysym in row), 0
            )
        if not code and len(name) == 1:
            code = self._lent_code(name, rows)
        if not code:
            raise TypingFailed(f'The keyboard has no key "{name}".', "Choose another paste chord.")
        return code

    def _lent_code(self, char: str, rows: plan.Rows) -> int:
        """Give a character the layout lacks a spare key; 0 when there is none."""
        known, room = self._spares.room(char, {}, rows)
        if char not in known and room:
            (part,) = plan.batches(char, known, room)
            self._wait_for_readers(part.bindings)
            self._spares.bind(part.bindings, part.strokes)
            self._settle(Target(self._display), changed=True)
            known.update(part.strokes)
        return known[char].code if char in known else 0

    # -- putting the keyboard map back -------------------------------------------------------------

    def _put_back_when_idle(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = None
        if self._spares.bound and not self._closing.is_set():
            timer = threading.Timer(IDLE_S, self._on_idle)
            timer.name, timer.daemon = "dictate-x11-restore", True
            self._timer = timer
            timer.start()

    def _on_idle(self) -> None:
        with self._lock:
            if self._display is None or self._timer is not threading.current_thread():
                return  # closed, or another text came first
            self._timer = None
            try:
                self._spares.restore()
            except _x_errors() as exc:
                log.warning("the keyboard map was not put back: %s", type(exc).__name__)

    @contextlib.contextmanager
    def _session(self) -> Iterator[None]:
        """Have the connection to oneself; translate what python-xlib raises."""
        with self._lock:
            if self._display is None:
                raise TypingFailed("The keyboard is closed.")
            try:
                yield
            except _x_errors() as exc:
                raise TypingFailed("The X server refused the key presses.") from exc
            finally:
                self._put_back_when_idle()


def _x_errors() -> tuple[type[BaseException], ...]:
    from Xlib.error import ConnectionClosedError, DisplayError, XError

    return (XError, DisplayError, ConnectionClosedError, OSError)
