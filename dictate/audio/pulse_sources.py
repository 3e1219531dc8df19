"""Asks a PulseAudio (or PipeWire) server which microphones it has, through libpulse.

ALSA shows PortAudio one nameless entry, ``pulse``, for the whole server, and shows it even while
the server has no microphone. The names, the default and what is muted only the server knows.
Everything runs in the calling thread, on a main loop of its own, and is over after ``TIMEOUT_S``.
"""

from __future__ import annotations

import functools
import sys
import time
from ctypes import CDLL, CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_uint8, c_uint32, c_void_p
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ctypes import _Pointer

TIMEOUT_S = 0.5

_NO_AUTOSPAWN = 1
_READY, _FAILED = 4, 5
_NO_SINK = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class PulseSource:
    """A source of the server."""

    name: str
    """Stable across restarts and plugging: made from the device's bus and serial number."""
    description: str
    """What the desktop's sound settings show."""
    rate_hz: int
    is_monitor: bool
    """It records what a loudspeaker plays."""
    is_muted: bool
    is_default: bool = False


class ServerSilent(Exception):
    """There is a server and it does not answer."""


class _SampleSpec(Structure):
    _fields_ = (("format", c_int), ("rate", c_uint32), ("channels", c_uint8))


class _ChannelMap(Structure):
    _fields_ = (("channels", c_uint8), ("map", c_int * 32))


class _Volume(Structure):
    _fields_ = (("channels", c_uint8), ("values", c_uint32 * 32))


class _SourceInfo(Structure):
    """The beginning of ``pa_source_info`` (pulse/introspect.h), an ABI that has not changed."""

    _fields_ = (
        ("name", c_char_p),
        ("index", c_uint32),
        ("description", c_char_p),
        ("sample_spec", _SampleSpec),
        ("channel_map", _ChannelMap),
        ("owner_module", c_uint32),
        ("volume", _Volume),
        ("mute", c_int),
        ("monitor_of_sink", c_uint32),
    )


class _ServerInfo(Structure):
    """The beginning of ``pa_server_info`` (pulse/introspect.h)."""

    _fields_ = (
        ("user_name", c_char_p),
        ("host_name", c_char_p),
        ("server_version", c_char_p),
        ("server_name", c_char_p),
        ("sample_spec", _SampleSpec),
        ("default_sink_name", c_char_p),
        ("default_source_name", c_char_p),
    )


_OnSource = CFUNCTYPE(None, c_void_p, POINTER(_SourceInfo), c_int, c_void_p)
_OnServer = CFUNCTYPE(None, c_void_p, POINTER(_ServerInfo), c_void_p)


def can_ask() -> bool:
    """Tell whether libpulse is there."""
    return _library() is not None


def pulse_sources() -> tuple[PulseSource, ...] | None:
    """Return the server's sources; None when there is no server. Raises ServerSilent."""
    pulse = _library()
    if pulse is None:
        return None
    loop = pulse.pa_mainloop_new()
    if not loop:  # no file is left to be opened; libpulse would end the program
        raise ServerSilent
    context = pulse.pa_context_new(pulse.pa_mainloop_get_api(loop), b"dictate")
    try:
        if not context:
            raise ServerSilent
        return _ask(pulse, loop, context)
    finally:
        if context:
            pulse.pa_context_disconnect(context)
            pulse.pa_context_unref(context)
        pulse.pa_mainloop_free(loop)


def _ask(pulse: CDLL, loop: int, context: int) -> tuple[PulseSource, ...] | None:
    until_s = time.monotonic() + TIMEOUT_S
    if pulse.pa_context_connect(context, None, _NO_AUTOSPAWN, None) < 0:
        return None
    while (state := pulse.pa_context_get_state(context)) != _READY:
        if state >= _FAILED:
            return None
        _turn(pulse, loop, until_s)
    sources: list[PulseSource] = []
    default: list[str] = []
    finished: list[bool] = []

    def on_source(_context: int, info: _Pointer[_SourceInfo], end: int, _data: int) -> None:
        if end:
            finished.append(True)
        else:
            sources.append(_read(info.contents))

    def on_server(_context: int, info: _Pointer[_ServerInfo], _data: int) -> None:
        # Without an answer the pointer is null.
        default.append(_text(info.contents.default_source_name) if info else "")

    callbacks = (_OnServer(on_server), _OnSource(on_source))  # alive until the answers are in
    for operation in (
        pulse.pa_context_get_server_info(context, callbacks[0], None),
        pulse.pa_context_get_source_info_list(context, callbacks[1], None),
    ):
        if operation:
            pulse.pa_operation_unref(operation)
    while not (finished and default):
        if pulse.pa_context_get_state(context) != _READY:
            return None
        _turn(pulse, loop, until_s)
    return tuple(replace(s, is_default=s.name == default[0]) for s in sources)


def _turn(pulse: CDLL, loop: int, until_s: float) -> None:
    """Run the main loop once, waiting at most until ``until_s``. Raises ServerSilent."""
    left_us = int((until_s - time.monotonic()) * 1_000_000)
    if left_us <= 0 or pulse.pa_mainloop_prepare(loop, left_us) < 0:
        raise ServerSilent
    if pulse.pa_mainloop_poll(loop) < 0 or pulse.pa_mainloop_dispatch(loop) < 0:
        raise ServerSilent


def _read(info: _SourceInfo) -> PulseSource:
    name = _text(info.name)
    return PulseSource(
        name=name,
        description=_text(info.description) or name,
        rate_hz=int(info.sample_spec.rate),
        is_monitor=info.monitor_of_sink != _NO_SINK,
        is_muted=bool(info.mute),
    )


def _text(value: bytes | None) -> str:
    return (value or b"").decode("utf-8", "replace")


@functools.cache
def _library() -> CDLL | None:
    """Load libpulse and tell ctypes what is a pointer."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        pulse = CDLL("libpulse.so.0")
    except OSError:
        return None
    for name in ("pa_mainloop_new", "pa_mainloop_get_api", "pa_context_new"):
        getattr(pulse, name).restype = c_void_p
    for name in ("pa_context_get_server_info", "pa_context_get_source_info_list"):
        getattr(pulse, name).restype = c_void_p
    pulse.pa_mainloop_get_api.argtypes = [c_void_p]
    pulse.pa_context_new.argtypes = [c_void_p, c_char_p]
    pulse.pa_context_connect.argtypes = [c_void_p, c_char_p, c_int, c_void_p]
    pulse.pa_context_get_server_info.argtypes = [c_void_p, _OnServer, c_void_p]
    pulse.pa_context_get_source_info_list.argtypes = [c_void_p, _OnSource, c_void_p]
    pulse.pa_mainloop_prepare.argtypes = [c_void_p, c_int]
    for name in (
        "pa_context_get_state",
        "pa_context_disconnect",
        "pa_context_unref",
        "pa_mainloop_poll",
        "pa_mainloop_dispatch",
        "pa_mainloop_free",
        "pa_operation_unref",
    ):
        getattr(pulse, name).argtypes = [c_void_p]
    return pulse
