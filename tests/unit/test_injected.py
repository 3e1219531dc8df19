"""Our own key events are told from the user's, each once."""

from dictate.injected import FORGET_S, InjectedKeys


def test_an_announced_event_is_ours_once() -> None:
    keys = InjectedKeys()
    keys.announce([(38, True), (38, False), (38, True)])
    assert keys.take(38, True)
    assert keys.take(38, True)
    assert not keys.take(38, True)
    assert keys.take(38, False)
    assert not keys.take(40, True)


def test_an_echo_that_never_came_is_forgotten() -> None:
    now_s = 0.0
    keys = InjectedKeys(lambda: now_s)
    keys.announce([(38, True)])
    now_s = FORGET_S + 0.1
    assert not keys.take(38, True)
