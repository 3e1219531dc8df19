"""A speech server on this machine that hears what it is told to, well or badly."""

from __future__ import annotations

import email
import email.policy
import io
import json
import socket
import ssl
import threading
import wave
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PATIENCE_S = 10.0
Answer = Callable[["_Handler"], None]
SAID = "Hello from the server."
VERBOSE: dict[str, Any] = {
    "task": "transcribe",
    "language": "english",
    "duration": 1.0,
    "text": SAID,
    "segments": [{"id": 0, "start": 0.1, "end": 0.9, "text": f" {SAID}", "avg_logprob": -0.2}],
}


@dataclass
class Asked:
    """One request for a text."""

    path: str
    fields: dict[str, list[str]]
    wav: bytes

    @property
    def length_s(self) -> float:
        with wave.open(io.BytesIO(self.wav)) as sound:
            assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
            return float(sound.getnframes() / sound.getframerate())

    def field(self, name: str) -> str | None:
        return self.fields[name][0] if name in self.fields else None


@dataclass
class SpeechServer:
    """What the server was asked, and what it will do."""

    url: str = ""
    answer: Answer = lambda handler: handler.document(200, VERBOSE)
    models: tuple[str, ...] | None = ("kokoro", "Systran/faster-whisper-small")
    wanted_key: str = ""
    asked: list[Asked] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    was_asked: threading.Event = field(default_factory=threading.Event)
    left: threading.Event = field(default_factory=threading.Event)
    """The client has hung up while something was still to come."""
    over: threading.Event = field(default_factory=threading.Event)
    """The test is over: nobody waits any longer."""

    @property
    def host(self) -> str:
        return self.url.split("/")[2]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_of: SpeechServer

    def log_message(self, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        if not self._admitted():
            return
        if self.server_of.models is None:
            self.document(404, {})
            return
        names = [{"id": name} for name in self.server_of.models]
        self.document(200, {"object": "list", "data": names})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        if not self._admitted():
            return
        self.server_of.asked.append(_parsed(self.path, self.headers["content-type"], body))
        self.server_of.was_asked.set()
        try:
            self.server_of.answer(self)
        except OSError:
            self.server_of.left.set()
        self.close_connection = True

    def _admitted(self) -> bool:
        key = self.headers.get("authorization", "").removeprefix("Bearer ")
        self.server_of.keys.append(key)
        if self.server_of.wanted_key and key != self.server_of.wanted_key:
            self.document(401, {"error": {"message": "no"}})
            return False
        return True

    # -- what an answer can do -------------------------------------------------------------------

    @property
    def question(self) -> Asked:
        return self.server_of.asked[-1]

    def document(self, status: int, value: object, **headers: str) -> None:
        self.raw(json.dumps(value).encode(), "application/json", status, **headers)

    def raw(self, content: bytes, kind: str, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(content)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)

    def cut(self) -> None:
        """Promise more than is sent."""
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", "4000")
        self.end_headers()
        self.wfile.write(json.dumps(VERBOSE).encode()[:40])
        self.wfile.flush()
        self.hang_up()

    def huge(self) -> None:
        """Send an answer that does not end."""
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("connection", "close")
        self.end_headers()
        while not self.server_of.over.is_set():
            self.wfile.write(b'{"text": "' + b"word " * 20_000)

    def hang(self) -> None:
        """Say nothing until the client has gone or the test is over."""
        self.connection.settimeout(0.05)
        while not self.server_of.over.is_set():
            try:
                if not self.connection.recv(1):
                    raise ConnectionResetError
            except TimeoutError:
                continue

    def trickle(self) -> None:
        """Send a byte now and then."""
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("connection", "close")
        self.end_headers()
        while not self.server_of.over.wait(0.02):
            self.wfile.write(b" ")
            self.wfile.flush()

    def hang_up(self) -> None:
        self.connection.shutdown(socket.SHUT_RDWR)


def _parsed(path: str, kind: str, body: bytes) -> Asked:
    whole = b"content-type: " + kind.encode() + b"\r\n\r\n" + body
    message = email.message_from_bytes(whole, policy=email.policy.HTTP)
    fields: dict[str, list[str]] = {}
    wav = b""
    for part in message.iter_parts():
        name = str(part.get_param("name", header="content-disposition"))
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        if name == "file":
            wav = content
        else:
            fields.setdefault(name, []).append(content.decode())
    return Asked(path, fields, wav)


@contextmanager
def speech_server(tls: ssl.SSLContext | None = None, **options: Any) -> Iterator[SpeechServer]:
    """Run a server on a free port of the loopback interface, encrypted where told how."""
    speech = SpeechServer(**options)
    handler = type("Handler", (_Handler,), {"server_of": speech})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
        # A client that does not trust it leaves in the middle: no news.
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
    speech.url = f"http{'s' if tls else ''}://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield speech
    finally:
        speech.over.set()
        server.shutdown()
        server.server_close()
        thread.join(PATIENCE_S)
