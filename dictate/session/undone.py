"""What a take is told when an effect could not be carried out. Pure.

Nothing that the session asks of others should throw; what does all the same (no thread can be
started, a bug in an adapter) must end in a word about its take, or that take and all behind it
would wait for ever.
"""

from __future__ import annotations

from dictate.errors import AudioError, EngineError, OutputError
from dictate.session import commands, effects
from dictate.session.commands import Command
from dictate.session.effects import Effect

_STEP = "Run `dictate doctor`."


def told_instead(effect: Effect, error: Exception, at_s: float) -> Command | None:
    """Return the command that ends what ``effect`` should have begun; None: nobody waits for it.

    A capture that has begun goes on: what failed after that is the look at the window.
    """
    kind = type(error).__name__
    match effect:
        case effects.Recover(take):
            return commands.CaptureFailed(
                take, AudioError(f"The recording could not be used ({kind}).", _STEP)
            )
        case effects.Decode(take):
            return commands.DecodeFailed(take, EngineError(f"Recognition failed ({kind}).", _STEP))
        case effects.DecodeAhead(take, number):
            return commands.PieceFailed(take, number)
        case effects.Deliver(take, transcript):
            return commands.Delivered(
                take,
                transcript.text,
                None,
                text_ms=0.0,
                output_ms=0.0,
                at_s=at_s,
                error=OutputError(
                    f"The text could not be delivered ({kind}).",
                    "Copy it from the tray menu: Last text.",
                ),
            )
        case _:
            return None
