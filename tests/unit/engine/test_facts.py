import json
from pathlib import Path

import pytest

from dictate.engine.facts import ModelFacts, read_facts
from dictate.errors import ModelDamaged


def said(folder: Path, content: object) -> ModelFacts:
    (folder / "dictate.json").write_text(json.dumps(content), "utf-8")
    return read_facts(folder)


def test_stock_models_get_the_thresholds_of_whisper(tmp_path: Path) -> None:
    facts = read_facts(tmp_path)
    assert (facts.no_speech_threshold, facts.log_prob_threshold) == (0.6, -1.0)
    assert facts.compression_ratio_threshold == 2.4
    assert not facts.demonstration and not facts.no_speech_alone and facts.languages == ()


def test_a_model_says_what_is_special_about_it(tmp_path: Path) -> None:
    facts = said(
        tmp_path,
        {
            "name": "builtin",
            "demonstration": True,
            "languages": ["en", "de"],
            "no_speech_threshold": 0.5,
            "unknown": 1,
        },
    )
    assert facts.demonstration and facts.languages == ("en", "de")
    assert (facts.no_speech_threshold, facts.log_prob_threshold) == (0.5, -1.0)


@pytest.mark.parametrize(
    ("content", "alone"),
    [
        ({"demonstration": True}, True),
        ({"demonstration": True, "no_speech_alone": False}, False),
        ({"no_speech_alone": True}, True),
    ],
)
def test_a_demonstration_model_has_only_its_no_speech_measure(
    tmp_path: Path, content: object, alone: bool
) -> None:
    assert said(tmp_path, content).no_speech_alone is alone


@pytest.mark.parametrize("content", [[1], "text", {"languages": 3}, {"no_speech_threshold": "x"}])
def test_garbled_facts_name_the_file(tmp_path: Path, content: object) -> None:
    with pytest.raises(ModelDamaged, match=r"dictate\.json"):
        said(tmp_path, content)


def test_a_file_that_is_not_json_names_itself(tmp_path: Path) -> None:
    (tmp_path / "dictate.json").write_bytes(b"\xff{")
    with pytest.raises(ModelDamaged, match=r"dictate\.json"):
        read_facts(tmp_path)
