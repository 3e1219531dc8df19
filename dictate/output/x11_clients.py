"""Whose window is this: tells whether two X11 windows belong to one program.

Windows of one connection share the upper bits of their numbers. Programs with several connections
(an office suite fetches the clipboard over one of its own) are told by their process, which the
server knows where it has the X-Resource extension.
"""

from __future__ import annotations

from typing import Any, TypeAlias

XlibObject: TypeAlias = Any
"""python-xlib has no types."""

_LOCAL_PROCESS = 2
"""LocalClientPid of the X-Resource protocol 1.2."""


class Clients:
    """Answers on one connection."""

    def __init__(self, display: XlibObject) -> None:
        self._display = display
        self._mask = int(display.display.info.resource_id_mask)
        self._knows_processes = False
        if display.has_extension("X-Resource"):
            version = display.res_query_version()
            self._knows_processes = (version.server_major, version.server_minor) >= (1, 2)

    def same(self, one: int, other: int) -> bool:
        """Tell whether two windows are of one program."""
        if not one or not other:
            return False
        if one & ~self._mask == other & ~self._mask:
            return True
        process = self._process(one)
        return process != 0 and process == self._process(other)

    def _process(self, window: int) -> int:
        from Xlib.error import XError

        if not self._knows_processes:
            return 0
        try:
            specs = [{"client": window, "mask": _LOCAL_PROCESS}]
            answer = self._display.res_query_client_ids(specs)
        except XError:
            return 0
        for each in answer.ids:
            if each.spec.mask == _LOCAL_PROCESS and each.value:
                return int(each.value[0])
        return 0
