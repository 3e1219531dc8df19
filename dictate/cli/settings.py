"""``dictate settings``: where the settings are, what they are, and changing one of them."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dictate.cli.invocation import invocation, note, say, say_json

if TYPE_CHECKING:
    from pathlib import Path

    from dictate.settings.schema import Settings

HOTKEYS = tuple(f"hotkey.{name}" for name in ("binding", "cancel", "undo", "swap", "again"))

app = typer.Typer(help="Where the settings are, and what they are.", no_args_is_help=True)


@app.command()
def path(context: typer.Context) -> None:
    """Tell which file the settings are read from."""
    say(str(invocation(context).settings_file))


@app.command()
def show(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="For other programs.")] = False,
) -> None:
    """Show every setting in force with its meaning, as a settings file.

    Ends with 1 when the file has mistakes, each told in one line.
    """
    from dictate.settings import manual, salvage, store
    from dictate.settings.schema import Settings

    found = store.load(invocation(context).settings_file)
    if as_json:
        named = {key: salvage.value_of(found.settings, key) for key in salvage.keys_of(Settings)}
        say_json({**named, **_wholes(found.settings)})
    else:
        say(store.to_toml(found.settings, manual.texts()).rstrip())
    for problem in found.problems:
        note(problem)
    if found.problems:
        raise typer.Exit(1)


@app.command("set")
def set_(
    context: typer.Context,
    key: Annotated[str, typer.Argument(metavar="KEY", help="Such as engine.model.")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help='As in the file; quotes for "7".')],
) -> None:
    """Change one setting; a running program follows within seconds."""
    from dictate.settings import store

    file = invocation(context).settings_file
    before = _readable(context)
    _require_one(key)
    after = store.replace_value(before, key, _parsed(value, before, key))
    _refuse_useless(key, after)
    _save(file, after, before)
    _tell_system(file, key, after)
    note(f"{key} is set in {file}.")


@app.command()
def reset(
    context: typer.Context,
    key: Annotated[str, typer.Argument(metavar="KEY", help="Such as engine.model.")],
) -> None:
    """Give one setting its default back."""
    from dictate.settings import salvage, store
    from dictate.settings.schema import Settings

    file = invocation(context).settings_file
    before = _readable(context)
    _require_one(key)
    known = salvage.keys_of(Settings).get(key)
    default = known.default if known is not None else None  # an unknown key is told below
    after = store.replace_value(before, key, default)
    _save(file, after, before)
    _tell_system(file, key, after)
    note(f"{key} has its default again.")


def _save(file: Path, settings: Settings, before: Settings) -> None:
    """Write what is changed. Raises SettingsError."""
    from dictate.errors import SettingsError, SettingsUnreadable
    from dictate.settings import store

    try:
        store.save(file, settings, before)
    except SettingsError as error:
        if isinstance(error, SettingsUnreadable) or not isinstance(error.__cause__, OSError):
            raise
        raise SettingsError(  # it was worded for a program that goes on with the change
            error.message, "Nothing is changed. Check its permissions and the free space."
        ) from error


def _wholes(settings: Settings) -> dict[str, object]:
    """Return further hotkeys and profiles, as the file holds them."""
    import tomllib

    from dictate.settings import salvage
    from dictate.settings.schema import Settings

    found: dict[str, object] = {}
    for name, how in salvage.wholes_of(Settings).items():
        value = salvage.value_of(settings, name)
        table: Any = tomllib.loads("\n".join(how.lines(value, name)))
        for part in name.split("."):
            table = table.get(part, {})
        found[name] = table or ([] if isinstance(value, tuple) else {})
    return found


def _require_one(key: str) -> None:
    """Raise SettingInvalid for what is no single value: a group of settings, or the profiles."""
    from dictate.errors import SettingInvalid
    from dictate.settings import salvage
    from dictate.settings.schema import Settings

    if key in salvage.wholes_of(Settings):
        raise SettingInvalid(
            f"{key} is no single value.",
            "Change it in the settings window or in the file, as docs/settings.md tells.",
        )
    of_it = [name for name in salvage.keys_of(Settings) if name.startswith(f"{key}.")]
    if of_it:
        raise SettingInvalid(f"{key} is a group of settings.", f"Name one of it: {of_it[0]}")


def _refuse_useless(key: str, settings: Settings) -> None:
    """Raise DictateError for what can be kept but never works; say what does not work yet."""
    from dictate.domain import Task
    from dictate.engine import storage, translating
    from dictate.errors import ModelError, SettingInvalid
    from dictate.hotkey import binding
    from dictate.settings import salvage
    from dictate.text import replacing

    value = salvage.value_of(settings, key)
    if key in HOTKEYS and value:
        binding.parse(str(value))
    if key == "text.patterns":
        _, problems = replacing.patterns(settings.text.patterns)
        if problems:
            raise SettingInvalid(problems[0].message, "Nothing is changed.")
    if key == "engine.model":
        try:
            storage.resolve(str(value))
        except ModelError as error:
            note(error)
    if key in ("engine.task", "engine.model") and settings.engine.task is Task.TRANSLATE:
        with contextlib.suppress(ModelError):  # told above, or when it is loaded
            refusal = translating.refusal(storage.resolve(settings.engine.model))
            if refusal is not None:
                note(refusal)


def _tell_system(file: Path, key: str, settings: Settings) -> None:
    """Do what a setting means outside the program; it may not be running. Raises SettingsError."""
    if key == "system.autostart":
        from dictate.autostart.switch import Autostart

        Autostart(file).turn(settings.system.autostart)


def _readable(context: typer.Context) -> Settings:
    """Return the settings in the file. Raises SettingsUnreadable when it cannot be changed."""
    return invocation(context).settings()


def _parsed(text: str, settings: Settings, key: str) -> object:
    """Return a value as the file would hold it: TOML where it is any, the plain text where not.

    What is a text already is taken word for word, so that ``set engine.model 7`` needs no quotes.
    """
    import tomllib

    from dictate.settings import salvage
    from dictate.settings.schema import Settings

    if key in salvage.keys_of(Settings) and isinstance(salvage.value_of(settings, key), str):
        return text.strip('"') if text.startswith('"') and text.endswith('"') else text
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text
