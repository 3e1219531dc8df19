"""Whatever breaks inside a command, the user gets one line and an exit code."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from dictate import __main__ as entry
from dictate import cli, host
from dictate.cli.invocation import one_line
from dictate.errors import ModelUnknown


def run(command: Callable[[], None]) -> tuple[int, str, str]:
    app = typer.Typer(cls=cli._Commands, pretty_exceptions_enable=False)
    app.callback()(lambda: None)
    app.command("go")(command)
    result = CliRunner().invoke(app, ["go"])
    return result.exit_code, result.stdout, result.stderr


def test_an_error_of_ours_is_one_line_with_its_next_step() -> None:
    def fail() -> None:
        raise ModelUnknown("There is no\nmodel x.", "Did you mean y?")

    assert run(fail) == (1, "", "dictate: There is no model x. Did you mean y?\n")


def test_anything_else_is_one_line_that_names_the_log(empty_home: Path) -> None:
    def fail() -> None:
        raise ZeroDivisionError("secret words")

    code, out, err = run(fail)
    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert "ZeroDivisionError" in err
    assert str(host.log_folder()) in err
    assert "secret" not in err
    assert "Traceback" not in err


def test_ctrl_c_is_quiet() -> None:
    def fail() -> None:
        raise KeyboardInterrupt

    assert run(fail) == (130, "", "")


def test_a_closed_pipe_is_quiet() -> None:
    def fail() -> None:
        raise BrokenPipeError(32, "Broken pipe")

    assert run(fail) == (1, "", "")


def test_wrong_usage_is_2() -> None:
    def fail() -> None:
        raise typer.BadParameter("no such thing")

    code, out, err = run(fail)
    assert (code, out) == (2, "")
    assert "no such thing" in err


def test_an_exit_code_of_a_command_is_kept() -> None:
    def fail() -> None:
        raise typer.Exit(3)

    assert run(fail) == (3, "", "")


@pytest.mark.parametrize("text", ["a\nb", "a \x1b[31m b", "a\r\n\tb", "a\u2028b"])
def test_one_line_holds_no_breaks_and_no_control_characters(text: str) -> None:
    line = one_line(text)
    assert line.isprintable()
    assert line.startswith("a ") and line.endswith("b")


@pytest.mark.parametrize("command", [(), ("models", "list"), ("doctor",)])
def test_help_gives_no_type_for_switches(command: tuple[str, ...]) -> None:
    typed = cli._command()
    for name in command:
        typed = typed.commands[name]
    help_text = typed.get_help(typed.context_class(typed))
    assert "bool" not in help_text.casefold()


def test_ctrl_c_while_a_command_is_loading_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "main", interrupted)
    monkeypatch.setattr("sys.argv", ["dictate", "models", "list"])
    with pytest.raises(SystemExit) as end:
        entry.main()
    assert end.value.code == 130


def test_naming_no_model_is_wrong_usage(empty_home: Path) -> None:
    assert CliRunner().invoke(cli.app, ["benchmark", "--models", " , "]).exit_code == 2


def test_what_could_not_be_read_is_not_told_to_be_the_same(empty_home: Path) -> None:
    words = ["compare", "missing.wav", "--engines", "builtin"]
    result = CliRunner().invoke(cli.app, words)
    assert result.exit_code == 1
    assert "missing.wav: nothing to compare" in result.stdout


def test_a_manifest_that_is_not_there_is_told_as_such(empty_home: Path) -> None:
    words = ["compare", "a.wav", "--engines", "builtin", "--reference", "missing.tsv"]
    result = CliRunner().invoke(cli.app, words)
    assert "missing.tsv cannot be read (No such file or directory)." in result.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="names are characters elsewhere")
def test_a_name_that_is_no_text_can_be_told_from_others(empty_home: Path) -> None:
    name = os.fsdecode(b"a\xff\nb.wav")
    result = CliRunner().invoke(cli.app, ["transcribe", name])
    assert result.stderr.startswith(r"dictate: a\xff b.wav does not exist.")


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT for one process")
def test_ctrl_c_that_a_library_makes_an_error_of_is_quiet() -> None:
    code = """
import os, signal, sys
from dictate import cli

def load():
    try:
        os.kill(os.getpid(), signal.SIGINT)
    except KeyboardInterrupt as error:
        raise ImportError("half loaded") from error

cli.app.command("load")(load)
sys.argv = ["dictate", "load"]
cli.main()
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (130, "")


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT for one process")
def test_ctrl_c_ends_the_reading_of_a_file_that_swallows_it(empty_home: Path) -> None:
    code = """
import sys, threading
from dictate import cli
from dictate.audio import file_source

def deaf(path):
    print("reading", flush=True)
    while True:
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            pass

file_source.read_audio = deaf
sys.argv = ["dictate", "transcribe", "long.wav"]
cli.main()
"""
    program = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert program.stdout is not None and program.stdout.readline() == "reading\n"
    program.send_signal(signal.SIGINT)
    try:
        _, told = program.communicate(timeout=30)
    finally:
        program.kill()
    assert (program.returncode, told) == (130, "")
