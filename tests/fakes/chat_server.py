"""A chat endpoint on this machine that streams what it is told to, well or badly."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PATIENCE_S = 10.0
Answer = Callable[["_Handler"], None]


@dataclass
class ChatServer:
    """What the server was asked, and what it will do."""

    url: str = ""
    answer: Answer = lambda handler: handler.stream("Hello.")
    models: tuple[str, ...] = ("nomic-embed-text", "tidy:1b")
    wanted_key: str = ""
    bodies: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    asked: threading.Event = field(default_factory=threading.Event)
    left: threading.Event = field(default_factory=threading.Event)
    """The client has hung up while something was still to come."""
    over: threading.Event = field(default_factory=threading.Event)
    """The test is over: nobody waits any longer."""

    @property
    def host(self) -> str:
        return self.url.split("/")[2]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    chat: ChatServer

    def log_message(self, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        if self._admitted():
            names = [{"id": name} for name in self.chat.models]
            self.document(200, {"object": "list", "data": names})

    def do_POST(self) -> None:
        length = int(self.headers["content-length"])
        body = json.loads(self.rfile.read(length))
        if not self._admitted():
            return
        self.chat.bodies.append(body)
        self.chat.asked.set()
        try:
            self.chat.answer(self)
        except OSError:
            self.chat.left.set()
        self.close_connection = True

    def _admitted(self) -> bool:
        key = self.headers.get("authorization", "").removeprefix("Bearer ")
        self.chat.keys.append(key)
        if self.chat.wanted_key and key != self.chat.wanted_key:
            self.document(401, {"error": {"message": "no"}})
            return False
        return True

    # -- what an answer can do -------------------------------------------------------------------

    def document(self, status: int, value: object) -> None:
        self.raw(json.dumps(value).encode(), "application/json", status)

    def raw(self, content: bytes, kind: str = "text/event-stream", status: int = 200) -> None:
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def begin(self) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("connection", "close")
        self.end_headers()

    def event(self, content: str, finish: str | None = None) -> None:
        choice = {"index": 0, "delta": {"content": content}, "finish_reason": finish}
        self.wfile.write(f"data: {json.dumps({'choices': [choice]})}\n\n".encode())
        self.wfile.flush()

    def end(self, finish: str = "stop") -> None:
        self.event("", finish)
        self.wfile.write(b'data: {"choices":[],"usage":{"total_tokens":9}}\n\ndata: [DONE]\n\n')

    def stream(self, text: str, finish: str = "stop") -> None:
        self.begin()
        for part in text.split(" "):
            self.event(part + " ")
        self.end(finish)

    def hang(self) -> None:
        """Say nothing until the client has gone or the test is over."""
        self.connection.settimeout(0.05)
        while not self.chat.over.is_set():
            try:
                if not self.connection.recv(1):
                    raise ConnectionResetError
            except TimeoutError:
                continue

    def trickle(self) -> None:
        """Keep the connection alive with words that never end."""
        self.begin()
        while not self.chat.over.wait(0.02):
            self.event("and ")

    def hang_up(self) -> None:
        self.connection.shutdown(socket.SHUT_RDWR)


def text_of(body: dict[str, Any]) -> str:
    """Return the transcript in a request."""
    content: str = body["messages"][-1]["content"]
    return "\n".join(content.split("\n")[1:-1])


@contextmanager
def chat_server(**options: Any) -> Iterator[ChatServer]:
    """Run a server on a free port of the loopback interface."""
    chat = ChatServer(**options)
    handler = type("Handler", (_Handler,), {"chat": chat})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    chat.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield chat
    finally:
        chat.over.set()
        server.shutdown()
        server.server_close()
        thread.join(PATIENCE_S)
