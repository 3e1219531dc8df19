"""A server on this machine that offers a feed of updates, well or badly."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PATIENCE_S = 10.0
NEXT = {"version": "9.1.0", "page": "https://example.org/dictate", "notes": "Hears better."}
Answer = Callable[["Asking"], None]


@dataclass
class FeedServer:
    """What the server was asked, and what it will do; paths without an answer are not found."""

    url: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, Message]] = field(default_factory=list)
    was_asked: threading.Event = field(default_factory=threading.Event)
    over: threading.Event = field(default_factory=threading.Event)
    """The test is over, or whoever asked has left."""

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


class Asking(BaseHTTPRequestHandler):
    """One question; the methods are what an answer can do."""

    server_of: FeedServer

    def log_message(self, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        server = self.server_of
        server.asked.append((self.path, self.headers))
        server.was_asked.set()
        try:
            server.answers.get(self.path, Asking.refuse)(self)
        except OSError:
            server.over.set()  # who asked has hung up

    def raw(self, content: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)

    def offer(self, **other: object) -> None:
        self.raw(json.dumps({**NEXT, **other}).encode())

    def refuse(self) -> None:
        self.raw(b"no such page", 404)

    def lead_to(self, address: str, status: int = 302) -> None:
        self.raw(b"", status, location=address, set_cookie="who=you; Path=/")

    def hang(self) -> None:
        """Say nothing until the test is over."""
        self.server_of.over.wait(PATIENCE_S)

    def flood(self) -> None:
        """Never end."""
        self.raw(b"{")
        while not self.server_of.over.is_set():
            self.wfile.write(b" " * 4096)


@contextmanager
def feed_server() -> Iterator[FeedServer]:
    """Run one; it offers ``NEXT`` at its address."""
    feed = FeedServer()
    handler = type("Handler", (Asking,), {"server_of": feed})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    feed.url = f"http://127.0.0.1:{server.server_address[1]}/feed"
    feed.answers["/feed"] = Asking.offer
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield feed
    finally:
        feed.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
