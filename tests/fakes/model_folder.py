"""Writes folders that look like Whisper models, with a few bytes of weights."""

import json
import struct
from pathlib import Path


def weights_bytes(*, specification: str = "WhisperSpec", mel_bands: int = 80) -> bytes:
    """Return a CTranslate2 weights file with three variables and one alias."""

    def name(text: str) -> bytes:
        raw = text.encode() + b"\0"
        return struct.pack("<H", len(raw)) + raw

    def variable(text: str, shape: tuple[int, ...], data: bytes) -> bytes:
        head = name(text) + struct.pack("<B", len(shape)) + struct.pack(f"<{len(shape)}I", *shape)
        return head + struct.pack("<BI", 1, len(data)) + data

    variables = [
        variable("decoder/activation", (), b"\1"),
        variable("encoder/conv1/weight", (2, mel_bands, 3), bytes(2 * mel_bands * 3)),
        variable("encoder/conv1/bias", (2,), bytes(8)),
    ]
    head = struct.pack("<I", 6) + name(specification) + struct.pack("<II", 3, len(variables))
    aliases = struct.pack("<I", 1) + name("decoder/projection/bias") + name("encoder/conv1/bias")
    return head + b"".join(variables) + aliases


def write_model(folder: Path, *, mel_bands: int = 80, facts: object = None) -> Path:
    """Make a folder that passes every check but holds no usable weights."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model.bin").write_bytes(weights_bytes(mel_bands=mel_bands))
    for name in ("config.json", "tokenizer.json", "vocabulary.json"):
        (folder / name).write_text('{"some": "content"}', "utf-8")
    if mel_bands != 80:
        (folder / "preprocessor_config.json").write_text('{"feature_size": 128}', "utf-8")
    if facts is not None:
        (folder / "dictate.json").write_text(json.dumps(facts), "utf-8")
    return folder


def write_hub_snapshot(cache: Path, repo: str, revision: str = "a" * 40) -> Path:
    """Make a repository in a Hugging Face cache, its ``main`` pointing to this revision."""
    repo_folder = cache / ("models--" + repo.replace("/", "--"))
    (repo_folder / "refs").mkdir(parents=True, exist_ok=True)
    (repo_folder / "refs" / "main").write_text(revision, "utf-8")
    return write_model(repo_folder / "snapshots" / revision)
