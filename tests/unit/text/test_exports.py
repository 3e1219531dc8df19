import csv
import json

import pytest

from dictate.domain import Segment
from dictate.text.exports import Form, Written, export

TWO = Written(
    'Hello, "you". Ende.',
    (Segment(0.0, 1.5, 'Hello, "you".'), Segment(2.0, 3.25, "Ende.")),
    "en",
    3.5,
    "base",
)


def test_each_form_holds_the_whole_text() -> None:
    assert export(TWO, Form.TXT, "a.wav") == 'Hello, "you". Ende.\n'
    assert "00:00:02,000 --> 00:00:03,250" in export(TWO, Form.SRT, "a.wav")
    assert export(TWO, Form.VTT, "a.wav").startswith("WEBVTT")
    rows = list(csv.DictReader(export(TWO, Form.CSV, "a.wav").splitlines()))
    assert [row["text"] for row in rows] == ['Hello, "you".', "Ende."]
    assert rows[1]["start_s"] == "2.000"
    told = json.loads(export(TWO, Form.JSON, "a.wav"))
    assert told["text"] == TWO.text and told["file"] == "a.wav" and told["language"] == "en"
    assert told["segments"][1] == {"start_s": 2.0, "end_s": 3.25, "text": "Ende."}


@pytest.mark.parametrize("form", list(Form))
def test_a_recording_without_speech_is_a_valid_file_too(form: Form) -> None:
    content = export(Written(""), form, "a.wav")
    assert form is not Form.JSON or json.loads(content)["segments"] == []
    assert form is not Form.VTT or content.startswith("WEBVTT")
