"""A driver that crashes when it is asked takes nobody along."""

from __future__ import annotations

import os
import signal
import threading

from dictate.engine.card_count import ask_ctranslate2, count_cards


def _two() -> int:
    return 2


def _crash() -> int:
    os.kill(os.getpid(), signal.SIGSEGV)
    return 1


def _hang() -> int:
    threading.Event().wait()
    return 1


def _refuse() -> int:
    raise RuntimeError("CUDA failed with error CUDA driver version is insufficient")


def _here() -> bool:
    return True


def test_the_answer_comes_from_another_process() -> None:
    assert count_cards(_two, _here) == 2
    assert count_cards(os.getpid, _here) != os.getpid()


def test_a_driver_that_crashes_or_hangs_is_told_apart_from_none() -> None:
    assert count_cards(_crash, _here) is None
    assert count_cards(_hang, _here, patience_s=0.2) is None
    assert count_cards(_refuse, _here) == 0


def test_without_a_driver_nobody_is_asked() -> None:
    assert count_cards(_crash, lambda: False) == 0


def test_ctranslate2_answers() -> None:
    assert count_cards(ask_ctranslate2, _here) == ask_ctranslate2()
