"""``dictate history``: the texts that were dictated, found, corrected, exported and deleted."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dictate.cli.invocation import invocation, note, say, say_json
from dictate.cli.questions import is_sure
from dictate.cli.tables import show_facts, show_table
from dictate.errors import HistoryError

if TYPE_CHECKING:
    from dictate.assembly.past import Past
    from dictate.store.history_entry import Entry

app = typer.Typer(help="Find, correct, export and delete what was dictated.", no_args_is_help=False)

Json = Annotated[bool, typer.Option("--json", help="For other programs.")]
LARGEST = 2**63 - 1
"""What the database can count to."""

Limit = Annotated[int, typer.Option(metavar="N", min=1, max=LARGEST, help="So many, the newest.")]
Number = Annotated[
    int, typer.Argument(min=0, max=LARGEST, help="The number that `dictate history list` shows.")
]


class Form(StrEnum):
    """What a history can be written as."""

    TXT = "txt"
    SRT = "srt"
    VTT = "vtt"
    JSON = "json"
    CSV = "csv"


def _deleted(texts: int) -> str:
    return "1 text is deleted." if texts == 1 else f"{texts} texts are deleted."


def _past() -> Past:
    from dictate.assembly.past import Past

    return Past()


@app.callback(invoke_without_command=True)
def history(context: typer.Context) -> None:
    """Find, correct, export and delete what was dictated."""
    if context.invoked_subcommand is None:
        _show("", 20, as_json=False)


@app.command("list")
def list_(limit: Limit = 20, as_json: Json = False) -> None:
    """List the newest texts."""
    _show("", limit, as_json=as_json)


@app.command()
def search(words: list[str], limit: Limit = 50, as_json: Json = False) -> None:
    """List the texts that hold all these words, or words that begin so."""
    _show(" ".join(words), limit, as_json=as_json)


@app.command()
def show(number: Number, as_json: Json = False) -> None:
    """Show one text with all that is known about it."""
    from dictate.assembly.history_export import as_record

    entry = _past().get(number)
    record = as_record(entry)
    if as_json:
        say_json(record)
        return
    if entry.raw_text == entry.text:
        record["raw_text"] = ""
    show_facts({name: value for name, value in record.items() if name != "at_s"})


@app.command()
def delete(
    numbers: Annotated[list[int] | None, typer.Argument(min=0, max=LARGEST, help="Which.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="All there are.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Ask nothing.")] = False,
) -> None:
    """Delete texts with their sound; --all deletes everything."""
    past = _past()
    if everything:
        if not yes and not is_sure("Delete the whole history?"):
            raise HistoryError("Nothing was deleted.", "Answer y, or say --yes.")
        note(_deleted(past.clear()))
        return
    if not numbers:
        raise HistoryError("No number was given.", "Name the texts, or use --all.")
    wanted = set(numbers)
    gone = past.delete(*wanted)
    note(_deleted(gone))
    if gone < len(wanted):
        raise HistoryError(
            "Some of these numbers are not in the history.", "`dictate history list` shows them."
        )


@app.command()
def correct(
    context: typer.Context,
    number: Annotated[int | None, typer.Argument(min=0, max=LARGEST, help="Of the text.")] = None,
    text: Annotated[str | None, typer.Argument(help="As it should be.")] = None,
    accept: Annotated[
        int | None, typer.Option(metavar="N", help="Take over the suggestion of this number.")
    ] = None,
) -> None:
    """Correct a text; without any, list what your corrections suggest for the settings."""
    if number is None:
        _suggestions(context, accept)
        return
    if text is None:
        raise HistoryError("The corrected text is missing.", 'Put it last: "as it should be".')
    entry = _past().correct(number, text)
    words, letters = entry.word_error_rate, entry.character_error_rate
    if words is not None and letters is not None:
        note(f"{words:.0%} of the words and {letters:.0%} of the letters were wrong.")


@app.command()
def export(
    form: Annotated[Form, typer.Option("--format", "-f", help="In which form.")] = Form.TXT,
    words: Annotated[str, typer.Option("--search", help="Only texts with these words.")] = "",
    file: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to.")
    ] = None,
) -> None:
    """Write the texts, oldest first, as text, subtitles, JSON or a table."""
    from dictate.assembly.history_export import ExportFormat

    content = _past().export(ExportFormat(form.value), words)
    if file is None:
        say(content.rstrip("\n"))
        return
    try:
        file.write_text(content, "utf-8")
    except OSError as error:
        raise HistoryError(
            f"{file} cannot be written ({error.strerror}).", "Choose another file."
        ) from error


def _suggestions(context: typer.Context, accept: int | None) -> None:
    from dictate.assembly.past import accepted
    from dictate.settings import store

    called = invocation(context)
    settings = called.settings()
    found = _past().suggestions(settings)
    if accept is None:
        rows = [
            (str(n), str(s.lesson), s.wrong, s.right, str(s.times))
            for n, s in enumerate(found, start=1)
        ]
        if not rows:
            note("Your corrections suggest nothing yet.")
            return
        show_table(("number", "for", "written", "corrected", "times"), rows)
        return
    if not 1 <= accept <= len(found):
        raise HistoryError(
            f"There is no suggestion {accept}.", "`dictate history correct` lists them."
        )
    chosen = found[accept - 1]
    store.save(called.settings_file, accepted(settings, chosen), settings)
    note(f"“{chosen.right}” is taken into the settings.")


def _show(words: str, limit: int, *, as_json: bool) -> None:
    from dictate.assembly.history_export import as_record, when

    found = _past().search(words, limit)
    if as_json:
        say_json([as_record(entry) for entry in found])
        return
    if not found:
        note("Nothing of the kind is in the history." if words else "The history is empty.")
        return
    show_table(
        ("number", "time", "model", "s", "text"),
        [(str(e.id), when(e)[:19], e.model, f"{e.duration_s:.1f}", _short(e)) for e in found],
    )


def _short(entry: Entry) -> str:
    return " ".join(entry.text.split())
