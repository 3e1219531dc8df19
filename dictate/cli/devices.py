"""``dictate devices``: the microphones, and which one would be used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dictate.cli.invocation import invocation, note, say_json
from dictate.cli.tables import show_table

if TYPE_CHECKING:
    from dictate.audio.devices import InputDevice


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("devices")(devices)


def devices(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="For other programs.")] = False,
) -> None:
    """List the microphones by the names the settings use; * marks the one in use."""
    from dictate.audio.devices import choose, is_wanted, list_input_devices
    from dictate.audio.microphone_notices import missing

    wanted = invocation(context).settings().audio.device
    found = list_input_devices()
    used = choose(found, wanted)
    if as_json:
        say_json([as_record(device, device is used) for device in found])
    if used is None:
        raise missing()
    if not as_json:
        show_table(
            ("", "Name", "Channels", "Rate", "Through"),
            [
                (
                    "*" if device is used else "",
                    device.name + (" (default)" if device.is_default else ""),
                    str(device.channels),
                    f"{device.rate_hz} Hz",
                    device.host_api,
                )
                for device in found
            ],
        )
    if not is_wanted(used, wanted):
        note(f'The microphone of the settings, "{wanted}", is not there; {used.name} stands in.')


def as_record(device: InputDevice, is_used: bool) -> dict[str, object]:
    """Return a microphone as it goes into JSON."""
    return {
        "name": device.name,
        "default": device.is_default,
        "used": is_used,
        "channels": device.channels,
        "rate_hz": device.rate_hz,
        "host_api": device.host_api,
    }
