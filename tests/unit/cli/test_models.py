"""Which models there are, and what is said about those that are not here."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from dictate.cli import model_files
from dictate.cli.model_facts import COLUMNS
from dictate.engine import checksums
from dictate.engine.facts import ResolvedModel
from dictate.errors import ControlError, EngineOutOfMemory, NotRunning
from tests.fakes.model_folder import write_model
from tests.unit.cli.conftest import Invoke


def test_the_list_holds_the_built_in_model_and_those_to_download(invoke: Invoke) -> None:
    result = invoke("models", "list", "--json")
    assert result.exit_code == 0
    records = {record["name"]: record for record in json.loads(result.stdout)}
    builtin, base = records["builtin"], records["base"]
    assert builtin["cached"] and builtin["used"] and builtin["demonstration"]
    assert Path(builtin["path"]).is_dir()
    assert not base["cached"] and not base["used"]
    assert (base["path"], base["size_mb"] > 100) == (None, True)
    assert records["tiny.en"]["languages"] == "English"


def test_the_list_for_people(invoke: Invoke) -> None:
    lines = invoke("models", "list").stdout.splitlines()
    assert lines[0].split("\t") == list(COLUMNS)
    assert lines[1].startswith("*\tbuiltin\t")
    base = ["", "base", "148 MB", "214 MB", "99", "fast", "fair", "to download"]
    assert base in [line.split("\t") for line in lines]


def test_the_document_s_table_is_the_catalogue(invoke: Invoke) -> None:
    text = (Path(__file__).parents[3] / "docs" / "models.md").read_text("utf-8")
    table = text.partition("<!-- catalogue")[2].partition("<!-- end of catalogue -->")[0]
    written = [line.strip("| ").split(" | ") for line in table.splitlines() if "| `" in line]
    records = [r for r in json.loads(invoke("models", "list", "--json").stdout) if not r["cached"]]
    assert written == [
        [
            f"`{r['name']}`",
            f"{r['size_mb']} MB",
            f"{min(r['memory_mb'].values())} MB",
            r["languages"],
            r["speed"],
            r["accuracy"],
        ]
        for r in records
    ]


def test_the_list_tells_of_half_a_download(invoke: Invoke, models: Path) -> None:
    (models / ".base.part").mkdir(parents=True)
    (models / ".base.part" / "model.bin.part").write_bytes(bytes(3_000_000))
    assert "to download, 3 MB are here" in invoke("models", "list").stdout


def test_the_list_shows_a_wrong_model_of_the_settings(invoke: Invoke, tmp_path: Path) -> None:
    file = tmp_path / "s.toml"
    file.write_text('[engine]\nmodel = "bass"\n')
    result = invoke("--config", file, "models", "list")
    assert result.exit_code == 0
    assert "bass" in result.stderr and "base" in result.stderr


@pytest.mark.parametrize("command", ["path", "download"])
def test_an_unknown_name_is_told_with_the_nearest(invoke: Invoke, command: str) -> None:
    result = invoke("models", command, "largev3")
    assert result.exit_code == 1
    assert result.stderr.startswith('dictate: There is no model "largev3". Did you mean large-v3')
    assert result.stderr.count("\n") == 1


def test_the_path_of_a_model_that_is_not_here_names_the_download(invoke: Invoke) -> None:
    result = invoke("models", "path", "base")
    assert result.exit_code == 1
    assert "dictate models download base" in result.stderr


def test_the_path_of_the_built_in_model(invoke: Invoke) -> None:
    assert (Path(invoke("models", "path").stdout.strip()) / "model.bin").is_file()


def test_info_tells_all_that_is_known_of_a_model_not_here(invoke: Invoke) -> None:
    facts = json.loads(invoke("models", "info", "turbo", "--json").stdout)
    assert (facts["name"], facts["cached"], facts["languages"]) == ("large-v3-turbo", False, "100")
    assert facts["memory_mb"]["int8"] < facts["memory_mb"]["float32"]
    assert facts["memory_is"].startswith("computed") and facts["aliases"] == ["turbo"]
    lines = invoke("models", "info", "turbo").stdout.splitlines()
    assert "repository:   mobiuslabsgmbh/faster-whisper-large-v3-turbo" in lines


def test_info_reads_a_folder_of_one_s_own(invoke: Invoke, tmp_path: Path) -> None:
    facts = json.loads(invoke("models", "info", write_model(tmp_path / "mine"), "--json").stdout)
    assert (facts["name"], facts["stored_as"], facts["checksums"]) == ("mine", "int8", False)


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DICTATE_MODELS", str(tmp_path / "models"))
    return tmp_path / "models"


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Folders of bytes do not load; that they are loaded is remembered."""
    loaded: list[str] = []

    def load(resolved: ResolvedModel) -> None:
        loaded.append(resolved.name)
        if resolved.name == "huge":
            raise EngineOutOfMemory("Too little memory.", "Choose a smaller one.")

    monkeypatch.setattr(model_files, "_load", load)
    return loaded


def test_import_verify_and_remove(
    invoke: Invoke, models: Path, loads: list[str], tmp_path: Path
) -> None:
    done = invoke("models", "import", write_model(tmp_path / "dutch"))
    assert (done.exit_code, done.stdout.strip()) == (0, str(models / "dutch"))
    assert "dictate settings set engine.model dutch" in done.stderr
    found = json.loads(invoke("models", "verify", "dutch", "--load", "--json").stdout)
    assert [(r["name"], r["ok"], r["checked"], r["loaded"]) for r in found] == [
        ("dutch", True, "checksums", True)
    ]
    assert loads == ["dutch", "dutch"]
    settings_with(models, "builtin")
    args = ("--config", models / "s.toml", "models", "remove", "dutch", "--yes", "--json")
    gone = json.loads(invoke(*args).stdout)
    assert gone["name"] == "dutch" and not (models / "dutch").exists()


def test_a_model_too_large_to_load_here_is_brought_in_all_the_same(
    invoke: Invoke, models: Path, loads: list[str], tmp_path: Path
) -> None:
    done = invoke("models", "import", write_model(tmp_path / "huge"), "--json")
    assert json.loads(done.stdout)["loads"] is False and "too little memory" in done.stderr


def test_verify_names_what_is_damaged_and_how_to_mend_it(
    invoke: Invoke, models: Path, loads: list[str], tmp_path: Path
) -> None:
    invoke("models", "import", write_model(tmp_path / "base"))
    (models / "base" / "config.json").write_text('{"some": "CONTENT"}')
    result = invoke("models", "verify")
    assert result.exit_code == 1
    told = dict(line.split("\t")[:2] for line in result.stdout.splitlines())
    assert told["base"] == "damaged" and told["builtin"].startswith("whole")
    (line,) = result.stderr.splitlines()
    assert "config.json is damaged" in line and line.endswith(
        "dictate models import base --name base --replace"
    )
    # What the hub gave can be had there again.
    record = checksums.read_record(models / "base")
    assert record is not None
    checksums.write_record(models / "base", checksums.Record(record.files, "Systran/x"))
    assert "models download base --again" in invoke("models", "verify", "base").stderr


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("verify", "base"), "dictate models download base"),
        (("verify", "bsae"), "Did you mean base"),
        (("info", "bsae"), "Did you mean base"),
        (("import", "/nowhere/at/all"), "There is no /nowhere/at/all."),
        (("remove", "builtin"), "part of the program"),
        (("download", "builtin"), "part of the program"),
        (("import", os.devnull), "neither a model folder nor a whole archive"),
        (("remove", "base"), "not on this machine"),
        (("remove", "bsae"), "Did you mean base"),
    ],
)
def test_bad_input_is_one_line(
    invoke: Invoke, models: Path, args: tuple[str, ...], said: str
) -> None:
    result = invoke("models", *args)
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert line.startswith("dictate: ") and said in line


@pytest.mark.parametrize(("answer", "stays"), [("y\n", False), ("n\n", True), ("", True)])
def test_remove_asks(invoke: Invoke, models: Path, answer: str, stays: bool) -> None:
    write_model(models / "dutch")
    settings_with(models, "builtin")
    result = invoke("--config", models / "s.toml", "models", "remove", "dutch", stdin=answer)
    assert (models / "dutch").exists() == stays
    assert result.exit_code == int(stays)
    assert f"Delete dutch (1 MB) from {models / 'dutch'}?" in result.stderr
    if stays:
        assert "Nothing was removed." in result.stderr


def settings_with(folder: Path, model: str) -> None:
    (folder / "s.toml").write_text(f'[engine]\nmodel = "{model}"\n')


@pytest.mark.parametrize("model", ["auto", "base", "Systran/faster-whisper-base"])
def test_the_model_of_the_settings_is_not_removed(invoke: Invoke, models: Path, model: str) -> None:
    write_model(models / "base")
    settings_with(models, model)
    result = invoke("--config", models / "s.toml", "models", "remove", "base", "--yes")
    assert result.exit_code == 1 and (models / "base").is_dir()
    assert "in use" in result.stderr and "dictate settings set engine.model" in result.stderr


@pytest.mark.parametrize(
    ("running", "stays"),
    [
        ({"engine": {"model": "base"}}, True),
        ({"engine": {"model": "small"}}, False),
        ({"engine": {"model": None}}, False),
        (NotRunning("Nobody."), False),
        (ControlError("It does not answer."), False),
    ],
)
def test_the_model_of_the_running_program_is_not_removed(
    invoke: Invoke,
    models: Path,
    monkeypatch: pytest.MonkeyPatch,
    running: object,
    stays: bool,
) -> None:
    def send(command: str) -> object:
        assert command == "status"
        if isinstance(running, Exception):
            raise running
        return running

    monkeypatch.setattr("dictate.control.channel.send", send)
    write_model(models / "base")
    settings_with(models, "builtin")
    result = invoke("--config", models / "s.toml", "models", "remove", "base", "--yes")
    assert (result.exit_code, (models / "base").is_dir()) == (int(stays), stays)


def test_a_download_that_is_stopped_says_how_to_go_on(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*args: object, again: bool) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr("dictate.engine.download.download", stopped)
    result = invoke("models", "download", "base")
    assert result.exit_code == 130
    assert result.stderr.strip().endswith("To go on: dictate models download base")


def test_verify_tells_a_model_that_is_not_here_from_a_damaged_one(invoke: Invoke) -> None:
    result = invoke("models", "verify", "base", "builtin")
    assert result.exit_code == 1
    assert "base\tnot here" in result.stdout
    (one,) = json.loads(invoke("models", "verify", "base", "--json").stdout)
    assert (one["here"], one["ok"]) == (False, False)
