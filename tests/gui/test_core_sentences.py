"""What the core says in English reads German in the windows: every sentence, with its values."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication

from dictate.domain import EngineState, EngineStatus, MicrophoneStatus, Notice, Severity
from dictate.errors import MicrophoneBusy, SettingInvalid
from dictate.gui import core_sentences, core_templates, language, notices
from dictate.gui.core_sentences import Book, told, told_line, told_notice
from dictate.gui.facts import Facts
from dictate.gui.menu_lines import Entry
from dictate.gui.menu_model import build
from tests.gui.test_translation import MEND, german

ROOT = Path(__file__).resolve().parents[2]
GERMAN = {source: said for (context, source), said in german().items() if context == "Core"}
WITH_PLACES = sorted(source for source in GERMAN if "{0}" in source)
ODD = st.text(st.characters(codec="utf-8", exclude_categories=["Z", "C"]), min_size=1, max_size=12)


@pytest.fixture
def in_german(qapp: QCoreApplication) -> Iterator[None]:
    language.use("de")
    yield
    language.stop()


def test_the_templates_are_those_of_the_sources() -> None:
    path = ROOT / "packaging" / "core_sentences.py"
    spec = importlib.util.spec_from_file_location("core_sentences_of_sources", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    written = (ROOT / "dictate" / "gui" / "core_templates.py").read_text(encoding="utf-8")
    assert module.module() == written, MEND


def test_every_sentence_has_its_german() -> None:
    lacking = [source for source, _ in core_templates.pairs() if not GERMAN.get(source)]
    assert len(core_templates.pairs()) > 500
    assert not lacking, f"{MEND}: {lacking}"


SAID = [
    (
        'The microphone "Blue Yeti" is not there; "HDA Intel PCH: 2" is used.',
        "Das Mikrofon „Blue Yeti“ ist nicht da; genutzt wird „HDA Intel PCH: 2“.",
    ),
    ('The microphone "A. B" is muted.', "Das Mikrofon „A. B“ ist stummgeschaltet."),
    (
        "Plug one in, or look at the inputs in pavucontrol; `dictate devices` lists what is found.",
        "Stecken Sie eines an, oder sehen Sie in pavucontrol nach den Eingängen; "
        "`dictate devices` listet auf, was gefunden wird.",
    ),
    ("/home/a/b c.wav is an empty file.", "/home/a/b c.wav ist eine leere Datei."),
    (
        'The settings file /a. B/s.toml is not TOML in line 3: bad "x".',
        'Die Einstellungsdatei /a. B/s.toml ist kein TOML in Zeile 3: bad "x".',
    ),
    ("The model large-v3 is in use.", "Das Modell large-v3 ist in Gebrauch."),
    (
        "Give it a number from 0 to 2.5; until then it is 1.",
        "Nötig ist eine Zahl von 0 bis 2.5; bis dahin gilt 1.",
    ),
    (
        "/home/a b/settings.toml: The setting audio.x cannot be 5.",
        "/home/a b/settings.toml: Die Einstellung audio.x kann nicht 5 sein.",
    ),
    (
        'Give it "top" or "bottom"; until then it is "top".',
        'Nötig ist "top" oder "bottom"; bis dahin gilt "top".',
    ),
    (
        "Did you mean base or base.en? `dictate models list` shows all of them.",
        "Meinten Sie base oder base.en? `dictate models list` zeigt alle.",
    ),
    ("No model is loaded. Choose a model.", "Kein Modell ist geladen. Wählen Sie ein Modell."),
    ("The hotkey Right Ctrl is there twice.", "Das Tastenkürzel Strg rechts ist doppelt vergeben."),
    (
        'The paste chord "" names no key "".',
        "Die Tastenkombination „“ zum Einfügen nennt keine Taste „“.",
    ),
    ("The recording was ended after 5 minutes.", "Die Aufnahme wurde nach 5 Minuten beendet."),
    (
        "No language model answers at localhost:11434.",
        "Sprachmodell: Bei localhost:11434 antwortet niemand.",
    ),
    (
        "The clean-up was not used: a number was changed.",
        "Die Verbesserung wurde nicht übernommen: eine Zahl wurde geändert.",
    ),
    (
        "Texts come 3.1 s after you let go; 1.0 s are wanted. The smaller model base is used "
        "for now.",
        "Texte kommen 3.1 s nach dem Loslassen; gewünscht sind 1.0 s. Das kleinere Modell base "
        "wird vorerst genutzt.",
    ),
    (
        "The speech server at a.example did not answer within 3 s. This text was recognised on "
        "this machine. It is asked again in 30 s.",
        "Der Sprachserver bei a.example hat in 3 s nicht geantwortet. Dieser Text wurde auf "
        "diesem Rechner erkannt. In 30 s wird er wieder gefragt.",
    ),
]


@pytest.mark.usefixtures("in_german")
@pytest.mark.parametrize(("english", "said"), SAID)
def test_a_sentence_with_its_values(english: str, said: str) -> None:
    assert told(english) == said


@pytest.mark.usefixtures("in_german")
@pytest.mark.parametrize("text", ["", " ", "Nobody ever wrote this.", "Das ist schon deutsch."])
def test_what_is_unknown_stays(text: str) -> None:
    assert told(text) == text


@pytest.mark.parametrize("english", [english for english, _ in SAID])
def test_english_stays_english(qapp: QCoreApplication, english: str) -> None:
    assert told(english) == english
    notice = Notice(Severity.WARNING, english, "Run `dictate doctor`.")
    assert told_notice(notice) == notice


def test_a_language_that_is_changed_holds_at_once(qapp: QCoreApplication) -> None:
    language.use("de")
    assert told("Dictate is not running.") == "Dictate läuft nicht."
    language.use("en")
    assert told("Dictate is not running.") == "Dictate is not running."


BOOK = Book(GERMAN.items())


@given(st.sampled_from(WITH_PLACES), st.tuples(ODD, ODD, ODD, ODD))
def test_values_come_through_as_they_are(source: str, values: tuple[str, ...]) -> None:
    fill = core_sentences.Template.of
    assert BOOK.told(fill(source, source).filled(values)) == fill(source, GERMAN[source]).filled(
        values
    )


@pytest.mark.parametrize("source", sorted(GERMAN))
def test_every_sentence_is_found_again(source: str) -> None:
    values = ("\\1{0}", "%s", '"{1}', "(?:")
    template = core_sentences.Template.of
    assert BOOK.told(template(source, source).filled(values)) == template(
        source, GERMAN[source]
    ).filled(values)


@pytest.mark.usefixtures("in_german")
def test_problems_in_status_menu_and_notice() -> None:
    busy = MicrophoneBusy('The microphone "Röde" cannot be opened (in use).', "Log in again.")
    ready = EngineStatus(EngineState.READY)
    facts = Facts(engine=ready, microphone=MicrophoneStatus("", problem=busy.notice()))
    said = "Das Mikrofon „Röde“ lässt sich nicht öffnen (in use)."
    assert facts.problem is not None
    assert facts.problem.message == said
    lines = [line.text for line in build(facts) if isinstance(line, Entry)]
    assert [said, "Melden Sie sich neu an."] == lines[:2]
    assert told_line(busy) == f"{said} Melden Sie sich neu an."
    wrong = tuple(SettingInvalid(f"There is no setting a{n}.", "x") for n in range(3))
    (notice,) = notices.about_settings(wrong)
    assert notice.next_step == "Die erste: Eine Einstellung a0 gibt es nicht."
