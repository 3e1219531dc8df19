"""Speaks with the Hugging Face hub through its own library, and says in words what went wrong.

The library brings what users have set for it: ``HF_ENDPOINT`` mirrors, ``HTTPS_PROXY``, tokens,
``HF_HUB_OFFLINE``. Its file download is not used: since version 2 it throws a broken download away
instead of going on with it at the next try.
"""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from dictate import host
from dictate.errors import DownloadFailed

STALL_TIMEOUT_S = 20.0
"""So long may nothing arrive before a connection counts as broken."""
_BUSY = (408, 425, 429, 500, 502, 503, 504)


@dataclass(frozen=True, slots=True)
class HubFile:
    """One file of a repository with the checksum the hub gives for it."""

    name: str
    size_bytes: int
    digest: str
    """SHA-256 of the content for large files, else git's SHA-1 of the blob; hexadecimal."""
    is_git_blob: bool


@dataclass(frozen=True, slots=True)
class HubListing:
    """What a repository holds at one commit."""

    repo: str
    commit: str
    files: tuple[HubFile, ...]


class Interrupted(DownloadFailed):
    """The connection broke or the hub is busy: worth another try."""

    def __init__(self, message: str, next_step: str = "", wait_s: float = 0.0) -> None:
        super().__init__(message, next_step)
        self.wait_s = wait_s
        """So long the hub asks to be left alone."""


class RangeRefused(Interrupted):
    """The hub has nothing from this offset on: the file there is another one."""


class HubClient:
    """The few questions a download asks."""

    def __init__(self) -> None:
        self._endpoint = os.environ.get("HF_ENDPOINT", "https://huggingface.co").rstrip("/")
        self._token: bool | None = None
        """None lets the library use the user's token, False leaves it out."""

    def listing(self, repo: str) -> HubListing:
        """Return the files of the repository's main branch. Raises DownloadFailed."""
        try:
            return self._listing(repo)
        except _LoginRefused:
            # An expired token spoils even what everybody may read.
            self._token = False
        return self._listing(repo)

    @contextlib.contextmanager
    def content(self, listing: HubListing, file: HubFile, from_byte: int) -> Iterator[Content]:
        """Open the file's bytes, from an offset where the hub can. Raises DownloadFailed."""
        from huggingface_hub import get_session, hf_hub_url
        from huggingface_hub.utils import build_hf_headers  # type: ignore[attr-defined]  # no __all__

        url = hf_hub_url(listing.repo, file.name, revision=listing.commit, endpoint=self._endpoint)
        # Compressed on the way, the bytes could not be counted or continued.
        headers = {**build_hf_headers(token=self._token), "Accept-Encoding": "identity"}
        if from_byte:
            headers["Range"] = f"bytes={from_byte}-"
        with self._translated(listing.repo):
            request: Any = get_session().stream(
                "GET", url, headers=headers, timeout=STALL_TIMEOUT_S
            )
            with request as response:
                _raise_for_status(response)
                yield Content(
                    starts_at=from_byte if response.status_code == 206 else 0,
                    chunks=response.iter_bytes(),
                    cut=lambda: _cut(response),
                )

    def close(self) -> None:
        """Close the connections; the library would keep them until the program ends."""
        from huggingface_hub import close_session

        close_session()

    def _listing(self, repo: str) -> HubListing:
        from huggingface_hub import HfApi

        if host.is_offline():
            raise self._offline()
        with self._translated(repo):
            api = HfApi(endpoint=self._endpoint, token=self._token)
            info = api.model_info(repo, files_metadata=True, timeout=STALL_TIMEOUT_S)
            files = tuple(_hub_file(sibling) for sibling in info.siblings or ())
            return HubListing(repo, str(info.sha), files)

    @contextlib.contextmanager
    def _translated(self, repo: str) -> Iterator[None]:
        from huggingface_hub.errors import HfHubHTTPError

        try:
            yield
        except HfHubHTTPError as exc:
            raise self._refusal(repo, exc) from exc
        except (DownloadFailed, GeneratorExit):
            raise
        except Exception as exc:
            if _is_network_failure(exc):
                raise self._unreachable(exc) from exc
            if isinstance(exc, ValueError | KeyError | TypeError | AttributeError):
                raise DownloadFailed(
                    f"{self._endpoint} did not answer like a model hub.",
                    "A login page of the network or a wrong HF_ENDPOINT does this; check both.",
                ) from exc
            raise

    def _refusal(self, repo: str, exc: Any) -> DownloadFailed:  # noqa: ANN401  # HfHubHTTPError
        status = exc.response.status_code
        reason = exc.response.headers.get("X-Error-Code", "")
        if status in _BUSY:
            told = "is overloaded" if status in (429, 503) else f"has a problem ({status})"
            return Interrupted(
                f"The hub {self._endpoint} {told}.",
                "Try again in some minutes.",
                _asked_wait_s(exc.response.headers.get("Retry-After", "")),
            )
        if status == 416:
            return RangeRefused(
                f"The hub {self._endpoint} cannot go on with this file.",
                "Start the download again.",
            )
        if reason == "GatedRepo":
            return DownloadFailed(
                f"The owner of {repo} wants you to agree to terms first.",
                f"Open {self._endpoint}/{repo}, agree, then log in with `hf auth login`.",
            )
        if status == 401 and self._token is None and reason != "RepoNotFound":
            return _LoginRefused(f"The hub {self._endpoint} refused the login.", "Log in again.")
        if status in (401, 403, 404):
            return DownloadFailed(
                f"The hub {self._endpoint} has no model {repo}, or not for you.",
                "Check the name; `dictate models list` shows the known ones.",
            )
        return DownloadFailed(
            f"The hub {self._endpoint} refused the download ({status}).", "Try again later."
        )

    def _unreachable(self, exc: Exception) -> DownloadFailed:
        if "Offline" in type(exc).__name__:
            return self._offline()
        if "Proxy" in type(exc).__name__:
            return DownloadFailed(
                "The proxy did not let the download through.",
                "Check the environment variables HTTPS_PROXY and HTTP_PROXY.",
            )
        return Interrupted(
            f"The hub {self._endpoint} cannot be reached.",
            "Check the network, or bring the model's folder from another machine: "
            "dictate models import FOLDER",
        )

    def _offline(self) -> DownloadFailed:
        return DownloadFailed(
            "Downloads are switched off by HF_HUB_OFFLINE.",
            "Unset this environment variable, or bring the model's folder from another machine: "
            "dictate models import FOLDER",
        )


@dataclass(frozen=True, slots=True)
class Content:
    """Bytes on their way."""

    starts_at: int
    """Offset of the first byte; 0 where the hub ignored the wish to go on."""
    chunks: Iterator[bytes]
    cut: Callable[[], None] = lambda: None
    """Ends the connection; any thread. Whoever reads gets an Interrupted."""


class _LoginRefused(DownloadFailed):
    """The user's token is not good; without it the model may be had."""


def _hub_file(sibling: Any) -> HubFile:  # noqa: ANN401  # huggingface_hub.RepoSibling
    lfs = sibling.lfs
    if lfs is not None:
        return HubFile(sibling.rfilename, int(lfs.size), str(lfs.sha256), is_git_blob=False)
    return HubFile(
        sibling.rfilename, int(sibling.size or 0), str(sibling.blob_id or ""), is_git_blob=True
    )


def _raise_for_status(response: Any) -> None:  # noqa: ANN401  # httpx.Response
    from huggingface_hub import hf_raise_for_status

    if response.status_code >= 400:
        response.read()  # the message is in the body
    hf_raise_for_status(response)


def _asked_wait_s(retry_after: str) -> float:
    """Return what a Retry-After header asks for in seconds; dates are not understood."""
    return float(retry_after) if retry_after.isascii() and retry_after.isdigit() else 0.0


def _cut(response: Any) -> None:  # noqa: ANN401  # httpx.Response
    """Shut the socket down: closing it would not wake a thread that reads from it."""
    stream = response.extensions.get("network_stream")
    connection = stream.get_extra_info("socket") if stream is not None else None
    if connection is not None:
        with contextlib.suppress(OSError):
            socket.socket.shutdown(connection, socket.SHUT_RDWR)


def _is_network_failure(exc: Exception) -> bool:
    """Tell whether it comes from the HTTP library, whichever the hub's library is built on."""
    import huggingface_hub.errors as hub_errors

    network: tuple[type[Exception], ...] = (ConnectionError, TimeoutError)
    http_error = getattr(hub_errors, "HTTPError", None)
    return isinstance(exc, (*network, http_error) if http_error else network)
