"""Of a report that was read in more versions the last one answers, and the answer says so."""

from dataclasses import replace
from pathlib import Path

import pytest

from answer.answer import Answer, Status
from answer.engine import Engine
from answer.versions import Versions
from ingest.report import Report
from store.index import Index
from store.settings import Settings
from tests.store_parts import TinyEncoder, index_of, line_report

_LINES = (
    "De gemeente Lindervoort sloot 2024 af met een overschot.",
    "De kookclub in het dorpshuis trok 40 deelnemers.",
    "Het zwembad bleef de hele zomer open.",
)


def _version(name: str, version: str | None, *lines: str, title: str | None = None) -> Report:
    report = line_report(name, *(lines or _LINES))
    return replace(report, title=title or f"Jaarstukken 2024 {version or ''}", version=version)


def _index(tmp_path: Path, *reports: Report) -> Index:
    return index_of(tmp_path, *reports)


@pytest.mark.parametrize(
    ("versions", "question", "answering"),
    [
        pytest.param(("concept", "vastgesteld"), "Hoe ging het?", (1,), id="adopted-over-concept"),
        pytest.param(("concept", None), "Hoe ging het?", (1,), id="unmarked-over-concept"),
        pytest.param(("versie 1", "versie 2"), "Hoe ging het?", (1,), id="second-over-first"),
        pytest.param(
            ("vastgesteld", "gewijzigd vastgesteld"), "Hoe?", (1,), id="changed-over-adopted"
        ),
        pytest.param(
            ("concept", "vastgesteld"), "Wat stond er in het concept?", (0,), id="concept-asked"
        ),
        pytest.param((None, None), "Hoe ging het?", (0, 1), id="nothing-says-which-is-later"),
        pytest.param(("erratum", None), "Hoe ging het?", (0, 1), id="an-erratum-replaces-nothing"),
    ],
)
def test_the_last_version_answers(tmp_path, versions, question, answering) -> None:
    reports = [_version(f"stuk-{number}", v) for number, v in enumerate(versions)]
    with _index(tmp_path, *reports) as index:
        ids = tuple(report.id for report in reports)

        assert Versions(index).answering(ids, question) == tuple(ids[n] for n in answering)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(_version("b", None, title="Begroting 2024"), id="another-title"),
        pytest.param(replace(_version("b", None), municipality="Tubbergen"), id="another-place"),
        pytest.param(replace(_version("b", None), year=2023), id="another-year"),
        pytest.param(
            _version("b", None, "In maart ging het over iets anders.", "Er was geen zwembad."),
            id="one-title-other-text",
        ),
    ],
)
def test_a_report_of_another_name_or_text_is_no_version(tmp_path, other) -> None:
    concept = replace(_version("a", "concept"), municipality="Lindervoort", year=2024)
    with _index(tmp_path, concept, other) as index:
        assert Versions(index).answering(("a", "b"), "Hoe ging het?") == ("a", "b")


def test_a_version_outside_the_chosen_reports_replaces_nothing(tmp_path) -> None:
    reports = (_version("a", "concept"), _version("b", "vastgesteld"))
    with _index(tmp_path, *reports) as index:
        assert Versions(index).answering(("a",), "Hoe ging het?") == ("a",)


def _ask(index: Index, question: str) -> Answer:
    return Engine(index, TinyEncoder(), Settings(store=Path(), model="tiny")).ask(question)


def test_the_answer_says_which_version_it_comes_from(tmp_path) -> None:
    reports = (_version("a", "concept"), _version("b", "vastgesteld"))
    with _index(tmp_path, *reports) as index:
        answer = _ask(index, "Hoeveel deelnemers trok de kookclub?")

    assert answer.status is Status.ANSWERED
    assert {citation.document for citation in answer.citations} == {"b"}
    assert answer.searched == ("b",)
    assert answer.notes[-1] == (
        "Van dit rapport zijn meer versies ingelezen. Dit antwoord komt uit: b.txt (vastgesteld). "
        "Niet gebruikt: a.txt (concept)."
    )


@pytest.mark.parametrize(
    ("question", "note"),
    [
        ("Hoeveel deelnemers trok de kookclub?", "a.txt is een concept: het kan nog veranderen."),
        ("How many people took part in the kookclub?", "a.txt is a draft: it may still change."),
    ],
)
def test_a_concept_that_stands_alone_is_called_one(tmp_path, question, note) -> None:
    with _index(tmp_path, _version("a", "concept")) as index:
        assert note in _ask(index, question).notes


def test_an_erratum_is_pointed_at(tmp_path) -> None:
    erratum = _version(
        "erratum", "erratum", "Op bladzijde 3 is een regel weggevallen.",
        title="Erratum bij de jaarstukken 2024",
    )  # fmt: skip
    with _index(tmp_path, _version("a", None), erratum) as index:
        answer = _ask(index, "Hoeveel deelnemers trok de kookclub?")

    assert any("erratum: erratum.txt" in note for note in answer.notes)
