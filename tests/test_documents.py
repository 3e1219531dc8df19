"""What the documents claim holds: settings, messages, links, versions, commands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dictate.settings import manual

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


def _read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def _between(text: str, name: str) -> str:
    """Return what stands between the marks of a checked part of a document."""
    found = re.search(rf"<!-- {name}:.*?-->\n(.*)<!-- end of {name} -->", text, re.DOTALL)
    assert found, f"no part {name}"
    return found[1].strip()


def _cells(table: str) -> list[list[str]]:
    lines = [line for line in table.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_the_settings_table_is_the_schema() -> None:
    entries = [[f"`{entry.key}`", f"`{entry.default}`", entry.doc] for entry in manual.describe()]
    assert _cells(_between(_read("docs/settings.md"), "settings")) == entries
    of_readme = _cells(_between(_read("README.md"), "settings"))
    assert len(of_readme) > 8
    assert all(row in entries for row in of_readme)


def test_every_message_under_troubleshooting_is_one_of_the_program() -> None:
    # Sources without line breaks inside texts: "a" "b" over two lines reads as one.
    sources = " ".join(path.read_text("utf-8") for path in (ROOT / "dictate").rglob("*.py"))
    sources = re.sub(r'"\s+f?"', "", sources)
    rows = _cells(_between(_read("docs/troubleshooting.md"), "messages"))
    of_readme = _cells(_between(_read("README.md"), "messages"))
    assert len(of_readme) > 5
    # Links of the README are written from another folder.
    assert all([cell.replace("](docs/", "](") for cell in row] in rows for row in of_readme)
    for message, *_ in rows:
        # … stands for what differs each time.
        for part in message.split("…"):
            assert part.strip(" .") in sources, f"no such message: {message}"


def test_every_answer_to_a_complaint_names_tests_that_exist() -> None:
    rows = _cells(_between(_read("docs/delivery.md"), "complaints"))
    assert len(rows) >= 12
    for theme, _, tests in rows:
        named = re.findall(r"`(tests/[\w/]+\.py)`(?:: ((?:`test_\w+`(?:, )?)+))?", tests)
        assert named, theme
        for file, functions in named:
            source = _read(file)
            for function in re.findall(r"`(\w+)`", functions):
                assert f"\ndef {function}(" in source, f"{theme}: no {function} in {file}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_and_pictures_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", document.read_text("utf-8")):
        if not target.startswith("https://"):
            assert (document.parent / target).exists(), target


def test_the_notices_name_every_package_in_its_version() -> None:
    pins = re.findall(r"^([\w.-]+)==(\S+)$", _read("packaging/constraints.txt"), re.MULTILINE)
    run_time = pins[: [name for name, _ in pins].index("editables")]  # what builds it follows
    rows = re.findall(
        r"^\| ([\w.-]+) \| (\d[\w.]*) \| .+ \|$", _read("docs/notices.md"), re.MULTILINE
    )
    assert rows == run_time


def test_the_documents_name_every_command() -> None:
    import typer.main

    from dictate.cli import app

    group = typer.main.get_group(app)
    table = _between(_read("docs/commands.md"), "commands")
    named = set(re.findall(r"`(?:dictate )?([a-z]+)[^`]*`", table))
    assert len(group.commands) > 5
    assert group.commands.keys() <= named
