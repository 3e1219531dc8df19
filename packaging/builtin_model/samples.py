"""Speaks the sample recordings: texts the demonstration model was never trained on.

python samples.py FOLDER
"""

import argparse
import dataclasses
import pathlib
import tempfile

import grammar
import mel
import numpy as np
from synthesise import speak, trimmed, write_wave
from voices import Voice

SILENCE_S = 0.4


@dataclasses.dataclass(frozen=True)
class Sample:
    """A recording: its name, who speaks, at which rate and pitch, and what is said."""

    name: str
    voice: str
    rate: float
    pitch: float
    text: str

    @property
    def speaker(self) -> Voice:
        """The voice; flite's have no accent in their name."""
        program = "flite" if self.voice in {"slt", "awb", "kal16", "rms"} else "espeak-ng"
        return Voice(program, self.voice, self.rate, self.pitch, 15.0, 0, 1.0)


SAMPLES = [
    Sample("reminder_en", "slt", 1.0, 165, "Remind me to check the table on Monday at two."),
    Sample("plan_en", "slt", 1.1, 175, "Frank and Sophie wrote the draft."),
    Sample("letter_en", "awb", 1.0, 120, "The second letter is in the studio."),
    Sample("number_en", "awb", 1.05, 115, "My phone number is four eight nine one four."),
    Sample("visit_en", "rms", 1.0, 100, "When will Oscar be at the hospital?"),
    Sample(
        "mail_en",
        "slt",
        1.05,
        170,
        "Dear Frank comma new paragraph I will close the list on Friday full stop",
    ),
    Sample("shopping_en", "kal16", 1.1, 105, "Shopping list colon tea comma apples comma tea"),
    Sample("call_en", "en-us", 150, 45, "Hello Grace comma please call me at three full stop"),
    Sample("termin_de", "de", 140, 45, "Der Termin ist am Dienstag um zehn Uhr."),
    Sample("besuch_de", "de+f2", 140, 50, "Lena kommt am Sonntag ins Museum."),
    Sample("anruf_de", "de+m3", 145, 45, "Ruf Thomas am Donnerstag um zwölf Uhr an."),
]


def recording(sample: Sample) -> mel.Samples:
    """What the voice says, between two short silences."""
    with tempfile.TemporaryDirectory() as folder:
        said = speak(sample.text, sample.speaker, pathlib.Path(folder) / "said.wav")
    first, last = trimmed(mel.log_power(said))
    silence = np.zeros(round(SILENCE_S * mel.SAMPLE_RATE_HZ), dtype=np.float32)
    said = said[first * mel.HOP_SAMPLES : last * mel.HOP_SAMPLES]
    return np.concatenate([silence, said, silence])


def main() -> None:
    """Read the command line and write every recording with its text beside it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    folder: pathlib.Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    for sample in SAMPLES:
        language = sample.name.rsplit("_", 1)[1]
        if not grammar.Sentence(sample.text, language, True).held_out:
            raise ValueError(f"{sample.name}: the text may have been trained on")
        samples = recording(sample)
        write_wave(folder / f"{sample.name}.wav", samples)
        (folder / f"{sample.name}.txt").write_text(sample.text + "\n", encoding="utf-8")
        print(f"{sample.name}: {len(samples) / mel.SAMPLE_RATE_HZ:.1f} s, {sample.text}")


if __name__ == "__main__":
    main()
