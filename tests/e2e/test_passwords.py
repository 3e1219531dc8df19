"""What is spoken into the password field of a web page: it arrives, and nothing of it is kept."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from dictate.session_bus import Address, SessionBus
from tests.desktop.screen import wait_until
from tests.e2e.desktop import TAKE_S, Desk, assert_said

ENGLISH, OTHER_ENGLISH = "meeting_en", "reminder_en"
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
PAGE = """<!doctype html><meta charset="utf-8"><title>page</title>
<input id="p" type="password"><textarea id="t"></textarea>
<script>
const show = () => document.title = "page " + p.value.length + " " + t.value;
p.oninput = t.oninput = show;
onkeydown = e => { if (e.key == "F9") { e.preventDefault(); t.focus(); } };
p.focus(); show();
</script>"""


def test_a_password_in_a_page_is_typed_and_forgotten(desk: Desk, tmp_path: Path) -> None:
    if shutil.which("chromium") is None or not LAUNCHER.exists():
        pytest.skip("chromium or at-spi2-core is not installed")
    desk.screen.env.pop("NO_AT_BRIDGE", None)
    bus = SessionBus(desk.screen.env)
    status = Address("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties")
    bus.call(status, "Set", "ssv", ("org.a11y.Status", "IsEnabled", ("b", True)))
    bus.close()
    desk.start('[history]\nkeep = "audio"\n')
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    options = ["--no-first-run", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    options += ["--no-sandbox"] if os.geteuid() == 0 else []
    program = desk.screen.spawn("chromium", *options, f"--app={page.as_uri()}")
    window = desk.screen.wait_for_window("^page 0")
    desk.screen.focus(window)

    def hidden_and_shown() -> tuple[int, str]:
        _, hidden, *rest = desk.screen.xdotool("getwindowname", window).split(" ", 2)
        return int(hidden), rest[0] if rest else ""

    desk.dictate(ENGLISH)
    wait_until(lambda: hidden_and_shown()[0] > 0, "the password", TAKE_S)
    desk.wait_for_phase("idle")
    assert hidden_and_shown()[1] == ""
    assert desk.status()["last"] is None
    assert not list(desk.home.rglob("*.wav"))
    desk.press("F9")
    desk.dictate(OTHER_ENGLISH)
    wait_until(lambda: hidden_and_shown()[1] != "", "the other text", TAKE_S)
    desk.wait_for(lambda now: now["phase"] == "idle" and now["last"], "its report")
    assert_said(hidden_and_shown()[1], OTHER_ENGLISH)
    (entry,) = json.loads(desk.run("history", "list", "--json").stdout)
    assert_said(entry["text"], OTHER_ENGLISH)
    desk.screen.stop(program)
