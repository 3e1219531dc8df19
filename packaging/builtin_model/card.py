"""Writes the model card from the measured result.

python card.py RESULT.json FOLDER
"""

import argparse
import json
import pathlib
from typing import Any

import grammar

Row = dict[str, Any]
TEMPLATE = pathlib.Path(__file__).with_name("card.md")


def percent(value: float) -> str:
    """A share as the card prints it."""
    return f"{100 * value:.1f} %"


def cells_table(cells: Row) -> str:
    """Utterances inside the vocabulary, one line per language and sort of voice."""
    lines = [
        "| | utterances (distinct texts) | word error rate | every word right | language right "
        "| wrongly rejected |",
        "|---|---|---|---|---|---|",
    ]
    for name, cell in cells.items():
        lines.append(
            f"| {name} | {cell['utterances']} ({cell['texts']}) "
            f"| {percent(cell['word_error_rate'])} | {percent(cell['exact'])} "
            f"| {percent(cell['language_right'])} | {percent(cell['wrongly_rejected'])} |"
        )
    return "\n".join(lines)


def rejected_table(result: Row) -> str:
    """What is not to be typed, and the share that is rejected."""
    people = result.get("human", {})
    groups = {
        "made noise": result["made noise"],
        "digital silence": result["digital silence"],
        "synthetic speech outside the vocabulary": result["foreign"],
        **{f"recordings: {name.replace('_', ' ')}": group for name, group in people.items()},
    }
    lines = [
        "| | clips | rejected | no-speech probability, median | mean log probability, median |",
        "|---|---|---|---|---|",
    ]
    for name, group in groups.items():
        lines.append(
            f"| {name} | {group['clips']} | {percent(group['rejected'])} "
            f"| {group['no_speech']['p50']:.3f} | {group['mean_log_probability']['p50']:.2f} |"
        )
    return "\n".join(lines)


def takes_line(takes: Row) -> str:
    """Takes of several sentences in one sentence."""
    text = (
        f"{takes['takes']} takes of up to 29 s, several sentences with pauses of 0.1 to 1 s (plus "
        f"0.6 s of silence between any two): word error rate {percent(takes['word_error_rate'])}, "
        f"language right in {percent(takes['language_right'])}, as many segments as sentences in "
        f"{percent(takes['segments_as_sentences'])}"
    )
    bounds = takes["bound_error_s"]
    if not bounds:
        return text + "."
    return text + (
        f"; the bounds of those segments are off by {bounds['p50']:.2f} s at the median and "
        f"{bounds['p95']:.2f} s at the 95th percentile."
    )


def card(result: Row, training: str) -> str:
    """The whole card; `training` says what one run of it was."""
    fields = {
        "english_words": str(len({w.lower() for w in grammar.vocabulary("en")})),
        "german_words": str(len({w.lower() for w in grammar.vocabulary("de")})),
        "cells": cells_table(result["faster-whisper"]),
        "ten": cells_table(result["10 s window"]),
        "tight": cells_table(result["length + 2 s window"]),
        "takes": takes_line(result["takes"]),
        "rejected": rejected_table(result),
        "training": training,
        "english_list": ", ".join(grammar.vocabulary("en")),
        "german_list": ", ".join(grammar.vocabulary("de")),
    }
    text = TEMPLATE.read_text(encoding="utf-8")
    for name, value in fields.items():
        text = text.replace("{" + name + "}", value)
    return text


def main() -> None:
    """Read the command line and write the card."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("result", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--training", default="", help="a sentence on how these weights came about")
    arguments = parser.parse_args()
    result: Row = json.loads(arguments.result.read_text())
    (arguments.folder / "README.md").write_text(card(result, arguments.training), encoding="utf-8")


if __name__ == "__main__":
    main()
