"""Tables of settings as rows: what they make, what is wrong with them, and their files. No Qt.

A list has one column, a table of texts two. Files are TOML (as in the settings file) or CSV.
"""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import tomlkit

from dictate.errors import SettingsError, SettingsUnreadable
from dictate.gui.core_sentences import told
from dictate.gui.settings_catalogue import Item
from dictate.gui.settings_labels import FieldKind
from dictate.gui.translation import translate
from dictate.settings import atomic_file, salvage

Row: TypeAlias = tuple[str, ...]

LARGEST_BYTES = 5_000_000
"""No vocabulary is that long; something else was chosen."""


def rows_of(value: object) -> list[Row]:
    """Return the rows of a value."""
    if isinstance(value, Mapping):
        return [(str(name), str(text)) for name, text in value.items()]
    return [(str(entry),) for entry in value] if isinstance(value, tuple | list) else []


def value_of(rows: Sequence[Row], kind: FieldKind) -> object:
    """Return what rows make; those without a first cell are left out, the last of twins wins."""
    filled = [row for row in rows if row[0].strip()]
    if kind is FieldKind.TABLE:
        return {row[0].strip(): row[1] for row in filled}
    return tuple(dict.fromkeys(row[0].strip() for row in filled))


def objection(rows: Sequence[Row], item: Item) -> str:
    """Return in a sentence what is wrong with the rows, if anything."""
    seen: set[str] = set()
    for number, row in enumerate(rows, start=1):
        name = row[0].strip()
        if not name and any(cell.strip() for cell in row[1:]):
            words = translate("Settings", "Row {number}: “{column}” is empty.")
            return words.format(number=number, column=item.columns[0])
        if name and name in seen:
            words = translate("Settings", "Row {number}: “{name}” is there twice.")
            return words.format(number=number, name=salvage.shown(name))
        seen.add(name)
    return _pattern_objection(rows) if item.name == "text.patterns" else ""


def _pattern_objection(rows: Sequence[Row]) -> str:
    from dictate.text import replacing

    for row in rows:
        _, problems = replacing.patterns({row[0].strip(): row[1]})
        if problems:
            return told(problems[0].message)
    return ""


# -- files -----------------------------------------------------------------------------------------


def read_file(path: Path, item: Item) -> list[Row]:
    """Return the rows of a file. Raises SettingsError when it holds none."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)
        if len(data) > LARGEST_BYTES:
            raise SettingsUnreadable(f"{path.name} is too long.", "Choose another file.")
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettingsUnreadable(f"{path.name} is not UTF-8 text.", "Save it as UTF-8.") from error
    except OSError as error:
        raise _cannot("read", path, error) from error
    rows = _from_toml(text, item, path) if path.suffix == ".toml" else _from_csv(text, item)
    if not rows:
        raise SettingsError(f"There are no entries in {path.name}.", "Choose another file.")
    return rows


def write_file(path: Path, rows: Sequence[Row], item: Item) -> None:
    """Write rows as TOML or CSV, by the ending of the name. Raises SettingsError."""
    text = to_toml(rows, item) if path.suffix == ".toml" else to_csv(rows)
    try:
        atomic_file.write(path, text)
    except (OSError, UnicodeError) as error:
        raise _cannot("written", path, error) from error


def _cannot(what: str, path: Path, error: Exception) -> SettingsError:
    why = atomic_file.reason(error)
    return SettingsError(f"{path} cannot be {what} ({why}).", "Choose another file.")


def to_csv(rows: Sequence[Row]) -> str:
    """Return rows as a CSV file without a head."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _from_csv(text: str, item: Item) -> list[Row]:
    """Return the rows of a CSV file; commas or semicolons part the cells of a table."""
    if len(item.columns) == 1:  # a list of terms: each line is one, commas and all
        lines = csv.reader(io.StringIO(text, newline=""))
        return [(",".join(cells).strip(),) for cells in lines if any(map(str.strip, cells))]
    parsed = [(sign, _parted(text, sign)) for sign in ",;\t"]
    sign, rows = max(parsed, key=lambda pair: sum(len(row) == 2 for row in pair[1]))
    return [(row[0], sign.join(row[1:])) for row in rows if row[0].strip()]


def _parted(text: str, sign: str) -> list[list[str]]:
    return [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=sign) if row]


def to_toml(rows: Sequence[Row], item: Item) -> str:
    """Return rows as a part of a settings file."""
    group, _, leaf = item.name.rpartition(".")
    document: Any = tomlkit.document()
    value = value_of(rows, item.kind)
    if isinstance(value, Mapping):
        document[group] = tomlkit.table(is_super_table=True)
        document[group][leaf] = tomlkit.table()
        document[group][leaf].update(value)
    else:
        document[group] = tomlkit.table()
        document[group][leaf] = tomlkit.array()
        document[group][leaf].extend(value)
        document[group][leaf].multiline(True)
    return tomlkit.dumps(document)


def _from_toml(text: str, item: Item, path: Path) -> list[Row]:
    """Return the rows in a settings file, a part of one, or a plain table."""
    try:
        found: Any = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SettingsUnreadable(f"{path.name} is not TOML: {error}.", "Mend it.") from error
    whole = found
    for name in item.name.split("."):
        found = found.get(name) if isinstance(found, Mapping) else None
    value = found if found is not None else whole
    if item.kind is FieldKind.LIST and isinstance(value, Mapping):
        value = next((v for v in value.values() if isinstance(v, list)), None)
    try:
        return rows_of(salvage.convert(value, item.key))
    except SettingsError:
        return []


def merged(present: Sequence[Row], added: Sequence[Row]) -> list[Row]:
    """Return the rows with others added; an entry that is there already gets the new text."""
    rows = {row[0].strip(): row for row in present if row[0].strip()}
    rows.update({row[0].strip(): row for row in added})
    return list(rows.values())
