from __future__ import annotations

from pathlib import Path

import pytest

from dictate import desktop_name
from dictate.desktop_name import APP_ID


def environ(tmp_path: Path) -> dict[str, str]:
    return {"XDG_DATA_HOME": str(tmp_path / "home"), "XDG_DATA_DIRS": str(tmp_path / "shared")}


def entry(folder: Path) -> Path:
    return folder / "applications" / f"{APP_ID}.desktop"


def test_it_is_written_once_and_hidden(tmp_path: Path) -> None:
    assert desktop_name.ensure(environ(tmp_path), "/opt/dictate/python")
    file = entry(tmp_path / "home")
    assert "Exec=/opt/dictate/python -m dictate\nNoDisplay=true" in file.read_text()
    file.write_text("mine")
    assert desktop_name.ensure(environ(tmp_path), "/elsewhere/python")
    assert file.read_text() == "mine"


def test_that_of_a_package_is_left_alone(tmp_path: Path) -> None:
    file = entry(tmp_path / "shared")
    file.parent.mkdir(parents=True)
    file.write_text("theirs")
    assert desktop_name.ensure(environ(tmp_path))
    assert not entry(tmp_path / "home").exists()


@pytest.mark.parametrize("python", ["/a b/python", "/a\nExec=evil", '/"/python', "/100%/python"])
def test_a_path_that_would_need_quotes_gives_none(tmp_path: Path, python: str) -> None:
    assert not desktop_name.ensure(environ(tmp_path), python)


def test_a_folder_that_cannot_be_written_costs_only_the_name(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    assert not desktop_name.ensure(environ(tmp_path), "/opt/python")
