"""The clipboard of an X11 desktop, taken for one paste and given back format by format.

On X11 nothing lies on the clipboard: its owner answers whoever pastes. So whoever wants it back has
to fetch everything from the present owner first, and to answer in its place afterwards. What that
gives is the receipt: each paste is a request, with the window that asks.

Taking and giving back happen while the server listens to nobody else, so that whatever the user
copies in between is seen: it is never replaced. When the program ends, the desktop's clipboard
manager is asked to keep what was given back.
"""

from __future__ import annotations

import threading
import time
from typing import Any, TypeAlias

from dictate.errors import ClipboardFailed
from dictate.output import contents
from dictate.output.contents import Contents
from dictate.output.receipt import Read
from dictate.output.x11_clients import Clients
from dictate.output.x11_loop import EventLoop
from dictate.output.x11_reader import SelectionReader
from dictate.output.x11_server import Owned, SelectionServer

XlibObject: TypeAlias = Any
"""python-xlib has no types."""

TIME_S = 1.0
"""How long the server may take to say what time it is."""
HAND_OVER_S = 0.5
"""How long the clipboard manager may take to fetch what we leave."""
_TRIES = 3
"""Somebody may copy just while we save; then it is saved again."""


class X11Pasteboard:
    """A Pasteboard. Raises ClipboardFailed when there is no X server."""

    def __init__(self, display: str | None = None) -> None:
        from Xlib import X, Xatom

        self._offer: X11Offer | None = None
        self._changes: dict[int, int] = {}
        self._loop = EventLoop(display, self._on_event, self._on_end)
        self._display = self._loop.display
        self._clipboard = self._display.intern_atom("CLIPBOARD")
        self._primary = Xatom.PRIMARY
        self._window = self._display.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        self._window.change_attributes(event_mask=X.PropertyChangeMask)
        self._reader = SelectionReader(self._display, self._window, self._loop.wait_for)
        self._server = SelectionServer(self._display, self._on_read)
        self._clients = Clients(self._display)
        self._watch_changes()
        self._loop.start()

    def offer(self, text: str, *, target: int, keep: bool, selected: bool) -> X11Offer:
        """Save what is there and put the text in its place. Raises ClipboardFailed."""
        selections = (self._clipboard, self._primary) if selected else (self._clipboard,)
        return self._loop.call(lambda: self._take(text, target, keep, selections))

    def read(self) -> Contents:
        """Return all that is on the clipboard, whoever put it there. Raises ClipboardFailed."""
        return self._loop.call(lambda: self._saved(self._clipboard))

    def close(self) -> None:
        """Ask the clipboard manager to keep what we have. Any number of times."""
        self._loop.close(self._hand_over)

    # -- in the thread ---------------------------------------------------------------------------

    def _take(self, text: str, target: int, keep: bool, selections: tuple[int, ...]) -> X11Offer:
        ours = contents.of_text(text, private=keep)
        for _ in range(_TRIES):
            before = {each: self._state(each) for each in selections}
            saved = {each: self._saved(each) for each in selections} if keep else {}
            now = self._server_time()
            with _Alone(self._display):
                self._display.sync()
                self._drain()
                if before != {each: self._state(each) for each in selections}:
                    continue
                for each in selections:
                    self._own(each, ours, now)
            offer = X11Offer(self, text, target, saved, selections)
            self._offer = offer
            return offer
        raise ClipboardFailed("Another program keeps changing the clipboard.")

    def _saved(self, selection: int) -> Contents:
        owner = self._owner(selection)
        if not owner:
            return {}
        if owner == self._window.id:
            return self._server.owned[selection].contents
        return self._reader.read_all(selection)

    def _own(self, selection: int, what: Contents, now: int) -> None:
        self._window.set_selection_owner(selection, now)
        self._server.owned[selection] = Owned(what, now)

    def give_back(self, offer: X11Offer) -> bool:
        """Put back all that is still ours; tell whether the clipboard was."""
        return self._loop.call(lambda: self._exchange(offer, offer.saved))

    def keep_text(self, offer: X11Offer) -> None:
        """Stop asking clipboard managers to ignore the text."""
        plain = contents.of_text(offer.text, private=False)
        self._loop.call(lambda: self._exchange(offer, dict.fromkeys(offer.selections, plain)))

    def _exchange(self, offer: X11Offer, what: dict[int, Contents]) -> bool:
        from Xlib import X
        from Xlib.protocol import request

        self._offer = None
        now = self._server_time()
        with _Alone(self._display):
            still = [each for each in what if self._owner(each) == self._window.id]
            for each in still:
                if what[each]:
                    self._own(each, what[each], now)
                else:  # nothing was there before
                    self._server.owned.pop(each, None)
                    request.SetSelectionOwner(
                        display=self._display.display, window=X.NONE, selection=each, time=now
                    )
        return self._clipboard in still

    def _hand_over(self) -> None:
        """Ask the clipboard manager, if there is one, to take over what we answer for."""
        from Xlib import X

        manager = self._display.intern_atom("CLIPBOARD_MANAGER")
        if self._clipboard not in self._server.owned or not self._owner(manager):
            return
        target = self._display.intern_atom("SAVE_TARGETS")
        where = self._display.intern_atom("DICTATE_TRANSFER")
        self._window.convert_selection(manager, target, where, X.CurrentTime)
        self._loop.wait_for(
            lambda event: event.type == X.SelectionNotify and event.selection == manager,
            time.monotonic() + HAND_OVER_S,
        )

    # -- facts of the server -----------------------------------------------------------------------

    def _owner(self, selection: int) -> int:
        owner = self._display.get_selection_owner(selection)
        return owner if isinstance(owner, int) else int(owner.id)

    def _state(self, selection: int) -> tuple[int, int]:
        return self._owner(selection), self._changes.get(selection, 0)

    def _server_time(self) -> int:
        from Xlib import X, Xatom

        atom = self._display.get_atom("DICTATE_TIME")
        self._window.change_property(atom, Xatom.INTEGER, 8, b"", X.PropModeAppend)
        event = self._loop.wait_for(
            lambda event: event.type == X.PropertyNotify and event.atom == atom,
            time.monotonic() + TIME_S,
        )
        return X.CurrentTime if event is None else int(event.time)

    def _watch_changes(self) -> None:
        """Be told when the owner changes, also when it only renews what it has."""
        if not self._display.has_extension("XFIXES"):
            return
        self._display.xfixes_query_version()
        for selection in (self._clipboard, self._primary):
            self._display.xfixes_select_selection_input(self._window, selection, 1)

    def _drain(self) -> None:
        while self._display.pending_events():
            self._on_event(self._display.next_event())

    # -- events ----------------------------------------------------------------------------------

    def _on_event(self, event: XlibObject) -> None:
        from Xlib import X

        if event.type == X.SelectionRequest:
            self._server.on_request(event)
        elif event.type == X.SelectionClear:
            self._lost(event.atom)
        elif event.type == X.PropertyNotify and event.window != self._window:
            self._server.on_property(event)
        elif hasattr(event, "selection_timestamp"):
            self._changes[event.selection] = self._changes.get(event.selection, 0) + 1

    def _lost(self, selection: int) -> None:
        if self._owner(selection) == self._window.id:
            return  # an old message: it is ours again
        self._server.owned.pop(selection, None)
        if self._offer is not None and selection in self._offer.selections:
            self._offer.note_replaced()

    def _on_read(self, selection: int, target: str, window: int) -> None:
        offer = self._offer
        if offer is not None and selection in offer.selections and contents.is_text(target):
            offer.note_read(Read(time.monotonic(), self._clients.same(window, offer.target)))

    def _on_end(self) -> None:
        if self._offer is not None:
            self._offer.note_replaced()


class X11Offer:
    """An Offer: what the thread notes, whoever pastes waits for."""

    def __init__(
        self,
        board: X11Pasteboard,
        text: str,
        target: int,
        saved: dict[int, Contents],
        selections: tuple[int, ...],
    ) -> None:
        self._board = board
        self._news = threading.Condition()
        self._reads: tuple[Read, ...] = ()
        self._replaced = False
        self.text = text
        self.target = target
        self.saved = saved
        self.selections = selections

    def reads(self) -> tuple[Read, ...]:
        """Return every fetch of the text so far."""
        return self._reads

    def wait(self, seen: int, timeout_s: float) -> None:
        """Return at the next read, when somebody else copied, or when time is up."""
        with self._news:
            self._news.wait_for(lambda: len(self._reads) > seen or self._replaced, timeout_s)

    @property
    def replaced(self) -> bool:
        """Whether somebody has copied something since."""
        return self._replaced

    def put_back(self) -> bool:
        """Restore what was there before, unless somebody has copied something."""
        if not self.saved:  # nothing was to be kept
            self.leave()
            return False
        return self._board.give_back(self)

    def leave(self) -> None:
        """Keep the text there as if the user had copied it."""
        self._board.keep_text(self)

    def note_read(self, read: Read) -> None:
        """In the board's thread: somebody has fetched the text."""
        with self._news:
            self._reads = (*self._reads, read)
            self._news.notify_all()

    def note_replaced(self) -> None:
        """In the board's thread: it is not ours any more."""
        with self._news:
            self._replaced = True
            self._news.notify_all()


class _Alone:
    """The server listens to nobody else meanwhile."""

    def __init__(self, display: XlibObject) -> None:
        self._display = display

    def __enter__(self) -> None:
        self._display.grab_server()

    def __exit__(self, *_exc: object) -> None:
        self._display.ungrab_server()
        self._display.sync()
