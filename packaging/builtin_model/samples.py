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
    Sample("reminder_en", "slt", 0.95, 180, "Remind me to start the camera on Thursday at six."),
    Sample("meeting_en", "slt", 1.0, 165, "When will Anna be at the studio?"),
    Sample("mail_en", "slt", 0.95, 180, "Hello Carol comma please call me at nine full stop"),
    Sample("weather_en", "awb", 1.0, 120, "The weather is warm tomorrow."),
    Sample("plan_en", "en-gb", 150, 45, "Next week we print the document with Sophie."),
    Sample("note_en", "awb", 1.0, 120, "I think so scratch that move the contract"),
    Sample("visit_en", "en-gb", 150, 45, "Sophie is coming to the park on Saturday."),
    Sample("price_en", "slt", 1.1, 175, "The green train costs fifteen dollars."),
    Sample("termin_de", "de+m3", 145, 45, "Der Termin ist am Dienstag um zehn Uhr."),
    Sample(
        "mail_de", "de", 140, 45, "Hallo Petra Komma neue Zeile vielen Dank für den Bericht Punkt"
    ),
    Sample("anruf_de", "de+m3", 145, 45, "Ruf Julia am Dienstag um sechs Uhr an."),
    Sample("frage_de", "de+f2", 140, 50, "Wo ist der Schlüssel von Ben?"),
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
