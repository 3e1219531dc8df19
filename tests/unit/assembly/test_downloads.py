"""What becomes of a download that ends in something nobody thought of."""

from __future__ import annotations

import queue

import pytest

from dictate.assembly.downloads import Downloads
from dictate.engine import download
from dictate.events import Event, NoticeRaised


def test_a_download_that_breaks_is_told_and_another_one_can_begin(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("etag")

    monkeypatch.setattr(download, "download", broken)
    told: queue.SimpleQueue[Event] = queue.SimpleQueue()
    rested: queue.SimpleQueue[bool] = queue.SimpleQueue()
    downloads = Downloads(told.put, lambda _: None, lambda: rested.put(True))
    for _ in range(2):
        assert downloads.start("tiny")
        assert rested.get(timeout=5)
        notice = told.get(timeout=5)
        assert isinstance(notice, NoticeRaised) and "tiny" in notice.notice.message
        assert downloads.problem == notice.notice and notice.notice.next_step
    downloads.close()
