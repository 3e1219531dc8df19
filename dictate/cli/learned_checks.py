"""What ``dictate doctor`` tells of what the program learned: measurements and crashes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dictate.cli.check import Check, Status, good
from dictate.errors import DictateError

if TYPE_CHECKING:
    from dictate.engine.crashes import Crashes
    from dictate.engine.races import Races
    from dictate.engine.tunings import Tunings
    from dictate.settings.schema import EngineSettings


def check_tuning(settings: EngineSettings, tunings: Tunings, races: Races) -> Check:
    """Tell what was measured of the model in use."""
    from dictate.engine import storage
    from dictate.engine.model_format import Format

    if settings.compute_type != "auto":
        return good(
            "tuning", f'not used: the settings say compute_type = "{settings.compute_type}"'
        )
    try:
        resolved = storage.resolve(settings.model)
    except DictateError:
        return good("tuning", "nothing is known of this model")  # the model has its own check
    name = resolved.name
    if resolved.stored_as is not Format.CTRANSLATE2:
        told = [race.told for race in races.all() if race.model == name]
        return good(
            "tuning", f"{name} has nothing to tune" + "".join(f"; a phrase: {t}" for t in told)
        )
    found = [entry for entry in tunings.entries() if entry.model == name]
    if not found:
        return good("tuning", f"{name} was not measured yet; `dictate tune` does it")
    told = [
        f"{entry.device} computes in {entry.compute_type}"
        + (f" with {entry.threads} threads" if entry.threads else "")
        + f", {entry.ms:.0f} ms a phrase (unmeasured {entry.usual_ms:.0f} ms), {entry.at[:10]}"
        for entry in found
    ]
    return good("tuning", f"{name}: {'; '.join(told)}")


def check_crashes(crashes: Crashes) -> list[Check]:
    """Tell what is avoided because it ended the recogniser's process twice."""
    from dictate.engine.probing import FIRST_TRIAL

    known = [crash for crash in crashes.all() if crash.compute_type != FIRST_TRIAL]
    if not known:
        return [good("crashes", "none is remembered")]
    return [
        Check(
            "crashes",
            Status.WARNING,
            f"{crash.model} on {crash.device} ({crash.compute_type}) crashed on {crash.at[:10]}"
            " and is not tried first.",
            "To try it again: dictate tune --forget",
        )
        for crash in known
    ]
