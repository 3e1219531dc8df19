"""The synthetic voices: which ones speak for training, and which are never trained on."""

# ruff: noqa: SIM905 - word lists read best as running words

import dataclasses
import random

# espeak-ng variants: a set of formants, pitch and voicing each. `whisper`, `whisperf` and `fast`
# are left out: without voicing, or clipped to a blur, they tell nothing about how people dictate.
VARIANTS = (
    "Alex Alicia Annie Andy AnxiousAndy Demonic Denis Diogo Gene Gene2 Henrique Hugo Jacky Lee "
    "Marco Mario Mike Nguyen RicishayMax RicishayMax2 RicishayMax3 Storm Tweaky UniRobot adam "
    "anika anikaRobot announcer antonio aunty belinda benjamin boris caleb croak david ed edward "
    "edward2 f1 f2 f3 f5 grandma grandpa gustave iven iven2 iven3 iven4 kaukovalta klatt klatt2 "
    "klatt3 klatt5 klatt6 m1 m2 m3 m4 m5 m7 m8 marcelo max michel miguel norbert pablo paul pedro "
    "quincy rob robert robosoft robosoft2 robosoft3 robosoft4 robosoft5 robosoft6 robosoft7 "
    "robosoft8 sandro shelby steph steph2 steph3 travis victor zac"
).split()
HELD_OUT_VARIANTS = "m6 f4 Michael linda Andrea john klatt4".split()

ACCENTS = {
    "en": (
        "en-us en-us en-gb en-gb en-gb-x-rp en-us-nyc en-029 en-gb-x-gbclan en-gb-x-gbcwmd"
    ).split(),
    "de": ["de"],
}
HELD_OUT_ACCENTS = {"en": ["en-gb-scotland"], "de": []}
FOREIGN_ACCENTS = (
    "fr-fr fr-be es es-419 it nl pl pt pt-br sv da nb fi cs hu ro tr id sw lt el ru ca eu vi"
).split()

# The built-in flite voices; kal16 and kal are one diphone voice at 16 and 8 kHz.
FLITE = "slt slt slt awb awb awb kal16 kal16 kal".split()
HELD_OUT_FLITE = ["rms"]

# flite sounds the most human of the two, so it takes most of the English utterances.
SHARE_FLITE = 0.55


@dataclasses.dataclass(frozen=True)
class Voice:
    """One way to say a sentence: program, voice, and its settings; `speed` resamples the result."""

    program: str
    name: str
    rate: float
    pitch: float
    pitch_range: float
    gap: int
    speed: float


def draw(language: str, held_out: bool, generator: random.Random) -> Voice:
    """Draw a voice for `language` ("en", "de", or "foreign" for other languages' voices)."""
    if language == "en" and generator.random() < (0.34 if held_out else SHARE_FLITE):
        return _flite(generator.choice(HELD_OUT_FLITE if held_out else FLITE), held_out, generator)
    accents = FOREIGN_ACCENTS if language == "foreign" else ACCENTS[language]
    variants = [*VARIANTS, *[""] * 8]
    if held_out:
        strange = HELD_OUT_ACCENTS.get(language) or []
        if strange and generator.random() < 0.5:
            accents = strange
        else:
            variants = HELD_OUT_VARIANTS
    accent, variant = generator.choice(accents), generator.choice(variants)
    return Voice(
        program="espeak-ng",
        name=f"{accent}+{variant}" if variant else accent,
        rate=generator.uniform(125, 210),
        pitch=generator.uniform(20, 80),
        pitch_range=0.0,  # set by the variant
        gap=generator.choice([0, 0, 0, 1, 2, 4]),
        speed=1.0,
    )


def _flite(name: str, held_out: bool, generator: random.Random) -> Voice:
    return Voice(
        program="flite",
        name=name,
        rate=generator.uniform(0.8, 1.3),
        pitch=generator.uniform(80, 130) if held_out else generator.uniform(75, 220),
        pitch_range=generator.uniform(8, 40),
        gap=0,
        speed=1.0 if held_out else generator.uniform(0.84, 1.16),
    )
