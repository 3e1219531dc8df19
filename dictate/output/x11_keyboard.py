"""Types any Unicode text on X11 through XTEST, exactly and fast, under any layout.

How it stays exact:

* The keyboard map is read before each text. What the active layout has is pressed where it is;
  everything else is bound to spare key codes (``x11_plan``), all of a batch before its first key.
* Programs translate key codes with the map they fetch when told of a change, so a code may only
  change its meaning when nobody still has to read it. The evidence is the window's answer to a
  ping (``x11_target``): asked for after the bindings, before the first key, and after the last
  key. A window that cannot answer gets ``SETTLE_S`` instead, only where codes were rebound.
* Locked modifiers (Caps Lock) are lifted through the keyboard extension and put back. Modifiers the
  user still holds are waited for (``HELD_S``), never released: then typing is refused and the
  text goes another way.
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

from dictate import keysyms
from dictate.errors import TypingFailed
from dictate.injected import InjectedKeys
from dictate.output import chord as chords
from dictate.output import x11_plan as plan
from dictate.output.x11_spares import SpareKeys
from dictate.output.x11_target import Target
from dictate.output.xkb import Xkb

log = logging.getLogger(__name__)

XlibObject: TypeAlias = Any
"""python-xlib has no types."""

HELD_S = 1.0
"""How long held modifiers are waited for."""
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
        except (XError, OSError) as exc:
            self._display.close()
            raise TypingFailed("The X server does not take key presses from programs.") from exc

    # -- the port ---------------------------------------------------------------------------------

    def type_text(self, text: str) -> None:
        """Type into the focused window. Raises TypingFailed; what was typed till then stays."""
        if not text:
            return
        with self._session():
            self._type(text)

    def press_chord(self, chord: str) -> None:
        """Press and release a chord such as ``ctrl+v``. Raises TypingFailed."""
        names = chords.parse(chord)
        with self._session():
            self._wait_for_modifiers()
            rows = self._spares.read_map()
            codes = [self._code_for(name, rows) for name in names]
            self._send([*((code, True) for code in codes), *((c, False) for c in reversed(codes))])

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

    def _type(self, text: str) -> None:
        target = Target(self._display)
        if not target.exists:
            raise TypingFailed("No window has the keyboard.", "Click into a text field first.")
        self._wait_for_modifiers()
        rows = self._spares.read_map()
        modifiers = self._modifiers(rows)
        state = self._xkb.state()
        known = plan.layout_strokes(rows, self._spares.first_code, state.group, modifiers)
        known, room = self._spares.room(text, known, rows)
        try:
            parts = plan.batches(text, known, room)
        except ValueError as exc:
            raise TypingFailed("The keyboard map has no room for characters it lacks.") from exc
        self._become_the_active_keyboard(modifiers.shift)
        with self._unlocked_modifiers(rows):
            for number, part in enumerate(parts):
                if part.bindings:
                    self._wait_for_readers(part.bindings)
                    self._spares.bind(part.bindings, part.strokes)
                self._settle(target, changed=bool(part.bindings))
                strokes = {**known, **part.strokes}
                self._send(plan.key_events(part.text, strokes, modifiers))
                last = number == len(parts) - 1
                self._settle(target, changed=not last)

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

    # -- modifiers --------------------------------------------------------------------------------

    def _wait_for_modifiers(self) -> None:
        codes = {code for keys in self._display.get_modifier_mapping() for code in keys if code}
        end_s = time.monotonic() + HELD_S
        while codes & self._held():
            if time.monotonic() > end_s or self._closing.wait(0.01):
                raise TypingFailed(
                    "A modifier key (Ctrl, Alt, Shift, Super) was still held.",
                    "Let go of all keys before the text arrives.",
                )

    def _held(self) -> set[int]:
        bits = self._display.query_keymap()
        return {byte * 8 + bit for byte in range(32) for bit in range(8) if bits[byte] >> bit & 1}

    @contextlib.contextmanager
    def _unlocked_modifiers(self, rows: plan.Rows) -> Iterator[None]:
        """Lift what is locked or latched (not Num Lock: no key pressed here depends on it)."""
        affect = 0xFF & ~self._num_lock_mask(rows)
        state = self._xkb.state()
        locks = state.locked & affect
        if not locks and not state.latched:
            yield
            return
        self._xkb.set_locks(affect, 0, drop_latches=True)
        try:
            yield
        finally:
            self._xkb.set_locks(affect, locks, drop_latches=False)
            self._display.sync()

    def _num_lock_mask(self, rows: plan.Rows) -> int:
        code = plan.code_of(rows, self._spares.first_code, keysyms.NUM_LOCK)
        mapping = self._display.get_modifier_mapping()
        return sum(1 << index for index, codes in enumerate(mapping) if code and code in codes)

    def _modifiers(self, rows: plan.Rows) -> plan.Modifiers:
        """Return the keys for Shift and AltGr, AltGr only where it really is a modifier."""
        mapping = self._display.get_modifier_mapping()
        first = self._spares.first_code
        in_use = {code for codes in mapping for code in codes if code}
        level3 = [
            first + index
            for index, row in enumerate(rows)
            if row and row[0] == keysyms.LEVEL3_SHIFT and first + index in in_use
        ]
        shift = plan.code_of(rows, self._spares.first_code, keysyms.SHIFT_L)
        return plan.Modifiers(shift, level3[-1] if level3 else 0)

    def _code_for(self, name: str, rows: plan.Rows) -> int:
        keysym = chords.keysym(name)
        code = plan.code_of(rows, self._spares.first_code, keysym)
        if not code and len(name) == 1:
            # Under a Cyrillic or Greek layout the key is that of the other group, or its code.
            code = next(
                (self._spares.first_code + i for i, row in enumerate(rows) if keysym in row), 0
            )
        if not code:
            raise TypingFailed(f'The keyboard has no key "{name}".', "Choose another paste chord.")
        return code

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
