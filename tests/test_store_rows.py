"""As a reader I get from the index exactly the report that was read from the file."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from typing import get_args, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.report import Health, Place, Report
from ingest.span import Span
from store.card import ReportCard
from store.catalog import Catalog
from store.contexts import unit_texts
from store.hit import Unit, UnitKind
from store.rows import read_report, write_report
from store.schema import TABLES
from tests.store_parts import sport_report

TEXTS = st.text(max_size=20)
SPANS = st.tuples(st.integers(0, 9_999), st.integers(0, 9_999)).map(lambda p: Span(*sorted(p)))
BY_TYPE: dict[object, st.SearchStrategy] = {
    int: st.integers(-(10**9), 10**9),
    str: TEXTS,
    bool: st.booleans(),
    Span: SPANS,
    Decimal: st.decimals(allow_nan=False, allow_infinity=False, places=2) | st.just(Decimal("-0")),
    Health: st.sampled_from(Health),
    Place: st.sampled_from(Place),
    tuple[str, ...]: st.lists(TEXTS, max_size=3).map(tuple),
}
BY_TYPE |= {kind | None: st.none() | BY_TYPE[kind] for kind in (int, str, Span)}


def some(kind: type) -> st.SearchStrategy:
    """Return dataclasses of any content; an ``index`` is its place, as ingest gives it."""
    hints = get_type_hints(kind)
    return st.builds(kind, **{name: strategy(hint) for name, hint in hints.items()})


def strategy(hint: type) -> st.SearchStrategy:
    """Return values of a field's type."""
    if hint in BY_TYPE:
        return BY_TYPE[hint]
    return st.lists(some(get_args(hint)[0]), max_size=3).map(numbered)


def numbered(found: list) -> tuple:
    """Return the parts with their place as index."""
    return tuple(replace(p, index=i) if hasattr(p, "index") else p for i, p in enumerate(found))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)
@given(report=some(Report))
def test_any_report_is_read_back_equal(report: Report) -> None:
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(TABLES)
        write_report(db, report, "/rapporten")

        assert read_report(db, report.id) == report


def test_an_amount_keeps_its_decimals() -> None:
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(TABLES)
        write_report(db, sport_report(), "/rapporten")
        found = read_report(db, "sport")

    assert found is not None
    assert str(found.figures[0].value) == "18000.00"


def test_an_unknown_report_is_none() -> None:
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(TABLES)

        assert read_report(db, "cultuur") is None


@pytest.fixture
def catalog(tmp_path):
    with Catalog(tmp_path / "catalog.sqlite", write=True) as catalog:
        catalog.create()
        report = sport_report()
        catalog.add(report, "/rapporten", unit_texts(report))
        catalog.commit()
        yield catalog


def test_a_card_tells_what_a_list_of_reports_shows(catalog) -> None:
    assert catalog.cards() == (
        ReportCard(
            id="sport",
            title="Terugblik sport",
            kind="terugblik",
            date="2025-03-01",
            year=2024,
            municipality="Lindervoort",
            file_name="sport.pdf",
            format="pdf",
            sha256="00",
            copies=("sport.docx",),
            pages=2,
            figures=1,
            notices=("Pagina 2 heeft een tabel die niet zeker te lezen is.",),
            healths=((Health.READ, 1), (Health.TABLE_UNSURE, 1)),
        ),
    )


def test_words_are_counted_in_sentences_figures_and_headings(catalog) -> None:
    vocabulary = catalog.vocabulary()

    assert vocabulary["valpreventie"] == 1
    assert vocabulary["18.000"] == 1
    assert "onbekend" not in vocabulary


def test_nothing_of_a_removed_report_is_left(catalog) -> None:
    kinds = frozenset(UnitKind)
    assert catalog.matches('"valpreventie"', kinds, None, 9)
    catalog.remove("sport")
    catalog.commit()

    assert catalog.matches('"valpreventie"', kinds, None, 9) == ()
    assert catalog.vocabulary() == {}
    assert catalog.cards() == ()
    assert catalog.unit_rows() == []


def test_words_in_the_heading_find_the_sentence_under_it(catalog) -> None:
    found = catalog.matches('"valpreventie"', frozenset({UnitKind.SENTENCE}), None, 9)

    assert {unit for unit, _ in found} == {Unit("sport", UnitKind.SENTENCE, i) for i in (1, 2)}
