"""What is worth saving of a clipboard, and how a text is offered."""

from __future__ import annotations

import pytest

from dictate.errors import ClipboardFailed
from dictate.output import contents
from dictate.output.contents import Item, Wanted, of_text, wanted


@pytest.mark.parametrize(
    ("targets", "expected"),
    [
        ((), Wanted((), ())),
        (("TARGETS", "TIMESTAMP", "MULTIPLE", "SAVE_TARGETS", "DELETE"), Wanted((), ())),
        (("UTF8_STRING", "text/html", "UTF8_STRING"), Wanted(("UTF8_STRING", "text/html"), ())),
        (
            ("image/bmp", "image/png", "text/html", "image/tiff"),
            Wanted(("image/png", "text/html"), ("image/bmp", "image/tiff")),
        ),
        (("image/webp", "image/jpeg"), Wanted(("image/webp",), ("image/jpeg",))),
        (("PIXMAP", "image/png"), Wanted(("image/png",), ())),  # an id in the owner's process
        (("x-special/gnome-copied-files", "text/uri-list"), None),
    ],
)
def test_what_is_saved(targets: tuple[str, ...], expected: Wanted | None) -> None:
    assert wanted(targets) == (expected or Wanted(targets, ()))


def test_a_text_is_offered_in_every_format_that_can_hold_it() -> None:
    latin, other = of_text("Größe", private=True), of_text("你", private=False)
    assert latin["STRING"] == Item("STRING", 8, "Größe".encode("latin-1"))
    assert "STRING" not in other
    for offered, text in ((latin, "Größe"), (other, "你")):
        for name in ("UTF8_STRING", "TEXT", "text/plain", "text/plain;charset=utf-8"):
            assert offered[name].data == text.encode()
            assert contents.is_text(name)
    assert latin[contents.MANAGER_HINT].data == b"secret"
    assert contents.MANAGER_HINT not in other
    assert not contents.is_text(contents.MANAGER_HINT)


def test_half_a_character_does_no_harm() -> None:
    assert of_text("a\ud83d", private=False)["UTF8_STRING"].data == b"a?"


def test_what_is_too_large_is_told() -> None:
    contents.check_size(contents.MAX_BYTES)
    with pytest.raises(ClipboardFailed, match="too large"):
        contents.check_size(contents.MAX_BYTES + 1)
    assert Item("ATOM", 32, (1, 2)).size_bytes == 8
