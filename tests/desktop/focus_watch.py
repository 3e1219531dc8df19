"""Notices every time the keyboard goes anywhere: asked on each event of the X server.

    with FocusWatch(screen.display, window) as watch:
        ...  # what must not take the focus
        assert watch.strays() == []

A connection of its own selects what tells of it: the property ``_NET_ACTIVE_WINDOW`` of the root,
which the window manager sets, and the focus events of the watched window, of its frame and of the
root. With each such event both the active window and the X focus are looked up and kept.
"""

from __future__ import annotations

import contextlib
import os
import select
import threading
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from Xlib import X, error
from Xlib.display import Display


@dataclass(frozen=True)
class Sample:
    """Who had the keyboard after an event."""

    event: str
    active: int
    focus: int
    name: str
    """Of the active window, for whoever reads a failure."""


class FocusWatch:
    """A context manager, usable once. Events that are under way when it is left are seen too."""

    def __init__(self, display: str, window: str) -> None:
        self._display = Display(display)
        self._display.set_error_handler(lambda *_: None)  # a window may be gone when it is asked
        self._root = self._display.screen().root
        self._window = int(window)
        self._active = self._display.intern_atom("_NET_ACTIVE_WINDOW")
        self._name = self._display.intern_atom("_NET_WM_NAME")
        self._marker = self._display.intern_atom("_FOCUS_WATCH")
        self._samples: list[Sample] = []
        self._seen = 0
        self._changed = threading.Condition()
        self._wake, self._waker = os.pipe()
        self._thread = threading.Thread(target=self._run, name="focus-watch", daemon=True)
        self._own = self._family()

    def __enter__(self) -> FocusWatch:
        self._root.change_attributes(event_mask=X.PropertyChangeMask | X.FocusChangeMask)
        for number in self._own:
            window = self._display.create_resource_object("window", number)
            window.change_attributes(event_mask=X.FocusChangeMask)
        self._display.sync()
        self._take("at first")
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.write(self._waker, b"x")
        self._thread.join(10.0)
        self._display.close()
        os.close(self._wake)
        os.close(self._waker)

    def samples(self) -> list[Sample]:
        """Return all that was seen; what has happened until now is waited for."""
        other = Display(self._display.get_display_name())
        try:
            root = other.screen().root
            with self._changed:
                wanted = self._seen + 1
                # A change of our own comes after all that was before it.
                root.change_property(self._marker, self._marker, 8, b"x")
                other.sync()
                assert self._changed.wait_for(lambda: self._seen >= wanted, 10.0)
        finally:
            other.close()
        return list(self._samples)

    def strays(self) -> list[Sample]:
        """Return the samples in which another window had the keyboard."""
        return [s for s in self.samples() if s.active != self._window or s.focus not in self._own]

    # -- the thread ------------------------------------------------------------------------------

    def _run(self) -> None:
        while True:
            while self._display.pending_events():
                self._note(self._display.next_event())
            ready, _, _ = select.select([self._display, self._wake], [], [])
            if self._wake in ready:
                return

    def _note(self, event: Any) -> None:
        if event.type == X.PropertyNotify and event.atom == self._marker:
            with self._changed:
                self._seen += 1
                self._changed.notify_all()
        elif event.type == X.PropertyNotify and event.atom == self._active:
            self._take("_NET_ACTIVE_WINDOW")
        elif event.type in (X.FocusIn, X.FocusOut):
            # A grab of the keyboard for a moment (a hotkey) moves no focus, but is told like it.
            self._take("FocusIn" if event.type == X.FocusIn else "FocusOut")

    def _take(self, event: str) -> None:
        found = self._root.get_full_property(self._active, X.AnyPropertyType)
        active = int(found.value[0]) if found is not None and len(found.value) else 0
        focus = self._display.get_input_focus().focus
        number = focus if isinstance(focus, int) else focus.id
        self._samples.append(Sample(event, active, number, self._title(active)))

    def _title(self, number: int) -> str:
        with contextlib.suppress(error.XError, AttributeError):
            window = self._display.create_resource_object("window", number)
            return bytes(window.get_full_property(self._name, X.AnyPropertyType).value).decode()
        return ""

    def _family(self) -> set[int]:
        """Return the watched window with its frames and all windows in it."""
        own, number = {self._window}, self._window
        while True:
            tree = self._display.create_resource_object("window", number).query_tree()
            if not tree.parent or tree.parent.id == self._root.id:
                break
            number = tree.parent.id
            own.add(number)
        waiting = [self._window]
        while waiting:
            inside = self._display.create_resource_object("window", waiting.pop()).query_tree()
            waiting += [child.id for child in inside.children]
            own |= {child.id for child in inside.children}
        return own
