"""A hub on loopback that speaks enough of the real protocol for the real client library.

Repositories are folders. Large files are answered as the real hub does it, by a redirect to
another host with ``X-Linked-Etag`` and ``X-Linked-Size``. What should go wrong is set per file
name or path; every request is remembered.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
import sys
import threading
from collections import defaultdict, deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

COMMIT = "c0ffee" + "0" * 34
LARGE = (".bin",)
"""Endings of files that lie in large-file storage."""
_RESOLVE = re.compile(r"/(?P<repo>[^/]+/[^/]+)/resolve/(?P<rev>[^/]+)/(?P<file>.+)")
_INFO = re.compile(r"/api/models/(?P<repo>[^/]+/[^/]+?)(?:/revision/[^/]+)?")
_TREE = re.compile(r"/api/models/(?P<repo>[^/]+/[^/]+)/tree/[^/]+")
_STORAGE = re.compile(r"/storage/(?P<repo>[^/]+/[^/]+)/(?P<file>.+)")


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    range: str = ""
    authorization: str = ""


@dataclass
class LoopbackHub:
    """What is served, what goes wrong, what was asked."""

    repos: dict[str, Path] = field(default_factory=dict)
    cut_after: dict[str, deque[int]] = field(default_factory=lambda: defaultdict(deque))
    """File name: the connection closes after so many bytes, one number per request."""
    stall_after: dict[str, int] = field(default_factory=dict)
    """File name: the next answer stops after so many bytes, the connection stays open."""
    corrupt: set[str] = field(default_factory=set)
    """File names whose last byte is another one than the checksum says."""
    refuse: dict[str, deque[int]] = field(default_factory=lambda: defaultdict(deque))
    """Part of a path: HTTP status of the answers, one per request."""
    retry_after_s: int | None = None
    """What answers of refusal ask the client to wait."""
    piece_bytes: int = 0
    """Answers come in pieces of this size, as over a slow line; 0 sends them at once."""
    surplus: dict[str, bytes] = field(default_factory=dict)
    """File name: what comes behind the content the hub has told of."""
    ignore_ranges: bool = False
    body: bytes | None = None
    """Answers everything with this, as a login page of a network does."""
    refuse_tokens: bool = False
    requests: list[Request] = field(default_factory=list)
    endpoint: str = ""
    stalled: threading.Event = field(default_factory=threading.Event)
    """An answer has stopped and stays open."""
    ended: threading.Event = field(default_factory=threading.Event)

    def add(self, repo: str, folder: Path) -> None:
        self.repos[repo] = folder

    def asked(self, part: str) -> list[Request]:
        """Return the requests whose path holds this."""
        return [request for request in self.requests if part in request.path]


def git_sha1(content: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@contextmanager
def running_hub() -> Iterator[LoopbackHub]:
    """Serve on a free port of loopback until the block ends."""
    hub = LoopbackHub()

    class Handler(_Handler):
        served = hub

    server = _Server(("127.0.0.1", 0), Handler)
    hub.endpoint = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield hub
    finally:
        hub.ended.set()
        server.shutdown()
        server.server_close()
        thread.join(5)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a client that hangs up in the middle: that is what these tests do."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    served: LoopbackHub
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        del format, args

    def _answer(self) -> None:
        hub, path = self.served, unquote(urlsplit(self.path).path)
        token = self.headers.get("Authorization", "")
        hub.requests.append(Request(self.command, path, self.headers.get("Range", ""), token))
        if hub.body is not None:
            self._send(200, hub.body, {"Content-Type": "text/html"})
            return
        if hub.refuse_tokens and token:
            self._send(401, b"", {"X-Error-Message": "Invalid credentials in Authorization header"})
            return
        for part, statuses in hub.refuse.items():
            if part in path and statuses:
                wait_s = hub.retry_after_s
                self._send(statuses.popleft(), b"", {"Retry-After": str(wait_s)} if wait_s else {})
                return
        routes = (
            (_STORAGE, self._storage),
            (_TREE, self._tree),
            (_INFO, self._info),
            (_RESOLVE, self._resolve),
        )
        for pattern, answer in routes:
            match = pattern.fullmatch(path)
            if match is not None:
                folder = hub.repos.get(match["repo"])
                if folder is None:
                    self._send(
                        401 if "/api/" in path else 404, b"", {"X-Error-Code": "RepoNotFound"}
                    )
                else:
                    answer(match, folder)
                return
        self._send(404)

    def _files(self, folder: Path) -> list[dict[str, Any]]:
        listed = []
        for path in sorted(folder.iterdir()):
            content = path.read_bytes()
            entry: dict[str, Any] = {"size": len(content), "name": path.name}
            entry["oid"] = git_sha1(content)
            if path.name.endswith(LARGE):
                entry["sha256"] = sha256(content)
            listed.append(entry)
        return listed

    def _info(self, match: re.Match[str], folder: Path) -> None:
        siblings = []
        for file in self._files(folder):
            sibling: dict[str, Any] = {"rfilename": file["name"], "size": file["size"]}
            sibling["blobId"] = file["oid"]
            if "sha256" in file:
                sibling["lfs"] = {
                    "sha256": file["sha256"],
                    "size": file["size"],
                    "pointerSize": 134,
                }
            siblings.append(sibling)
        info = {"id": match["repo"], "modelId": match["repo"], "sha": COMMIT, "private": False}
        info |= {"siblings": siblings, "tags": [], "downloads": 0, "likes": 0}
        self._send_json(info)

    def _tree(self, match: re.Match[str], folder: Path) -> None:
        del match
        entries = []
        for file in self._files(folder):
            entry: dict[str, Any] = {"type": "file", "path": file["name"], "size": file["size"]}
            entry["oid"] = file["oid"]
            if "sha256" in file:
                entry["lfs"] = {"oid": file["sha256"], "size": file["size"], "pointerSize": 134}
            entries.append(entry)
        self._send_json(entries)

    def _resolve(self, match: re.Match[str], folder: Path) -> None:
        path = folder / match["file"]
        if not path.is_file():
            self._send(404, b"", {"X-Error-Code": "EntryNotFound", "X-Repo-Commit": COMMIT})
            return
        content = path.read_bytes()
        headers = {"X-Repo-Commit": COMMIT, "ETag": f'"{git_sha1(content)}"'}
        if path.name.endswith(LARGE):
            # Another host, as the real storage is: what was sent to the hub must not go there.
            storage = self.served.endpoint.replace("127.0.0.1", "localhost")
            headers |= {
                "X-Linked-Etag": f'"{sha256(content)}"',
                "X-Linked-Size": str(len(content)),
                "Location": f"{storage}/storage/{match['repo']}/{path.name}",
            }
            self._send(302, b"", headers)
        else:
            self._send_file(path.name, content, headers)

    def _storage(self, match: re.Match[str], folder: Path) -> None:
        content = (folder / match["file"]).read_bytes()
        self._send_file(match["file"], content, {"ETag": f'"{sha256(content)}"'})

    def _send_file(self, name: str, content: bytes, headers: dict[str, str]) -> None:
        hub = self.served
        if name in hub.corrupt:
            content = content[:-1] + bytes([content[-1] ^ 1])
        wanted = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        status, start = 200, 0
        headers = headers | {"Accept-Ranges": "bytes"}
        if wanted and not hub.ignore_ranges:
            start = int(wanted[1])
            if start >= len(content):
                self._send(416, b"", {"Content-Range": f"bytes */{len(content)}"})
                return
            status = 206
            headers["Content-Range"] = f"bytes {start}-{len(content) - 1}/{len(content)}"
        body = content[start:] + hub.surplus.get(name, b"")
        cuts = hub.cut_after.get(name)
        if name in hub.stall_after and self.command == "GET":
            self._send(status, body, headers, cut_after=hub.stall_after.pop(name))
            hub.stalled.set()
            hub.ended.wait(10)
        elif cuts and self.command == "GET":
            self._send(status, body, headers, cut_after=cuts.popleft())
        else:
            self._send(status, body, headers)

    def _send_json(self, content: object) -> None:
        self._send(200, json.dumps(content).encode(), {"Content-Type": "application/json"})

    def _send(
        self,
        status: int,
        body: bytes = b"",
        headers: dict[str, str] | None = None,
        cut_after: int | None = None,
    ) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self._write(body if cut_after is None else body[:cut_after])
        if cut_after is not None:
            self.close_connection = True

    def _write(self, body: bytes) -> None:
        size = self.served.piece_bytes or len(body) or 1
        with contextlib.suppress(ConnectionError):  # the client has heard enough
            for start in range(0, len(body), size):
                self.wfile.write(body[start : start + size])
                self.wfile.flush()
