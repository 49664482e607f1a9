"""As a reader I find a passage, line or heading by its words and its meaning, always the same."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import store.matches
import store.matrix
from ingest.errors import BadInput
from store.hit import PLACE_KINDS, Hit, Unit, UnitKind
from store.incoming import Incoming
from store.index import Index
from store.settings import Settings
from store.update import Update
from tests.store_parts import TinyEncoder, index_of, line_report, sport_report

CULTURE = line_report(
    "cultuur",
    "Het jeugdorkest kreeg een nieuwe oefenruimte.",
    "De bibliotheek hield 40 voorleesuren.",
    "Voor valpreventie was hier geen geld.",
)
ENCODER = TinyEncoder()


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    with index_of(tmp_path_factory.mktemp("search"), sport_report(), CULTURE) as index:
        yield index


def ask(index: Index, text: str, **filters) -> tuple[Hit, ...]:
    return index.search(text, ENCODER.encode_queries([text])[0], **filters)


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        pytest.param(
            "hoeveel voorleesuren", Unit("cultuur", UnitKind.SENTENCE, 1), id="by-its-words"
        ),
        pytest.param("deelnemer", Unit("sport", UnitKind.SENTENCE, 1), id="by-the-stem"),
        pytest.param("18.000", Unit("sport", UnitKind.FIGURE, 0), id="by-the-amount"),
    ],
)
def test_the_best_sentence_or_figure_comes_first(index, question, unit) -> None:
    kinds = frozenset({UnitKind.SENTENCE, UnitKind.FIGURE})

    assert ask(index, question, kinds=kinds)[0].unit == unit


def test_hits_are_ranked_from_1_with_falling_scores(index) -> None:
    hits = ask(index, "valpreventie")

    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len(hits) == index.unit_count


def test_a_cosine_has_three_decimals_and_is_that_of_the_unit(index) -> None:
    vector = ENCODER.encode_queries(["valpreventie"])[0]
    hits = index.search("valpreventie", vector)
    units = tuple(hit.unit for hit in hits)

    exact = np.round(index.vectors(units).astype(float) @ vector.astype(float), 3)
    assert [hit.cosine for hit in hits] == pytest.approx(exact.tolist(), abs=1e-9)
    assert index.cosines(vector, units).tolist() == pytest.approx(exact.tolist(), abs=1e-6)
    assert all(hit.cosine == round(hit.cosine, 3) for hit in hits)


def test_kinds_and_reports_limit_what_is_found(index) -> None:
    kinds = frozenset({UnitKind.HEADING, UnitKind.FIGURE})

    assert {hit.unit.kind for hit in ask(index, "valpreventie", kinds=kinds)} == kinds
    found = ask(index, "valpreventie", reports=frozenset({"cultuur"}))
    assert {hit.unit.report_id for hit in found} == {"cultuur"}
    assert ask(index, "valpreventie", reports=frozenset()) == ()
    assert ask(index, "valpreventie", reports=frozenset({"onbekend"})) == ()
    assert ask(index, "valpreventie", kinds=frozenset()) == ()
    assert len(ask(index, "valpreventie", k=3)) == 3


def test_a_unit_without_text_has_no_cosine(index) -> None:
    unknown = (Unit("cultuur", UnitKind.SENTENCE, 99), Unit("weg", UnitKind.PASSAGE, 0))

    assert index.cosines(ENCODER.encode_queries(["orkest"])[0], unknown).tolist() == [0, 0]
    assert not index.vectors(unknown).any()
    assert index.cosines(ENCODER.encode_queries(["orkest"]), ()).shape == (0,)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('"', id="quote"),
        pytest.param('valpreventie" OR "1', id="quotes-around-or"),
        pytest.param("NEAR(valpreventie, 3)", id="near"),
        pytest.param("valpreventie* AND NOT sport", id="operators"),
        pytest.param("^valpreventie", id="caret"),
        pytest.param("terms : valpreventie", id="column"),
        pytest.param("((((valpreventie", id="brackets"),
        pytest.param("'; DROP TABLE report; --", id="sql"),
        pytest.param("valpreventie\x00sport", id="nul"),
        pytest.param("", id="nothing"),
        pytest.param("de het een", id="stop-words-only"),
        pytest.param("\ud800", id="half-a-character"),
        pytest.param("valpreventie " * 80_000, id="one-megabyte"),
        pytest.param("x" * 1_000_000, id="one-megabyte-word"),
        pytest.param(" ".join(map(str, range(150_000))), id="one-megabyte-of-numbers"),
    ],
)
def test_no_question_is_anything_but_words(index, text) -> None:
    vector = ENCODER.encode_queries(["valpreventie"])[0]

    assert len(index.search(text, vector)) == index.unit_count


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text())
def test_any_text_can_be_searched(index, text) -> None:
    index.search(text, np.zeros(64, dtype=np.float32))


def test_a_vector_of_another_model_is_refused(index) -> None:
    with pytest.raises(BadInput, match="64 getallen verwacht, 3 gekregen"):
        index.search("sport", np.zeros(3, dtype=np.float32))


def test_an_unknown_report_is_named(index) -> None:
    with pytest.raises(BadInput, match=r"geen rapport 'wonen'.*raadsbron reports"):
        index.report("wonen")


def test_words_are_counted_for_the_whole_archive(index) -> None:
    assert index.frequency("valpreventie") == 2
    assert index.frequency("zwembad") == 0
    assert list(index.vocabulary) == sorted(index.vocabulary)


def test_the_order_in_which_reports_came_changes_nothing(index, tmp_path) -> None:
    questions = ("valpreventie", "hoeveel geld", "voorleesuren in de wijk", "18.000")
    with index_of(tmp_path, CULTURE, sport_report()) as other:
        assert [ask(other, q) for q in questions] == [ask(index, q) for q in questions]
        assert other.vocabulary == index.vocabulary
        assert other.cards == index.cards


def test_many_threads_get_the_same_hits(index) -> None:
    expected = ask(index, "valpreventie")
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: ask(index, "valpreventie"), range(100)))

    assert all(hits == expected for hits in found)


@pytest.mark.parametrize("kinds", [frozenset(PLACE_KINDS), frozenset({UnitKind.SENTENCE})])
@pytest.mark.parametrize("few", [0, 200], ids=["match first", "reports first"])
def test_a_scope_of_few_reports_has_the_scores_of_the_whole_archive(
    index, monkeypatch, kinds, few
) -> None:
    monkeypatch.setattr(store.matches, "_FEW", few)
    vector = ENCODER.encode_queries(["valpreventie"])[0]

    def scores(reports: frozenset[str] | None) -> list[tuple[Unit, float]]:
        hits = index.search("deelnemers fietsles", vector, kinds=kinds, reports=reports)
        return sorted((h.unit, h.lexical) for h in hits if h.unit.report_id == "sport")

    assert scores(frozenset({"sport"})) == scores(None)
    assert max(score for _, score in scores(None)) > 0


def test_a_huge_archive_is_searched_by_signs_first(index, monkeypatch) -> None:
    expected = ask(index, "valpreventie")
    monkeypatch.setattr(store.matrix, "LOADED_ROWS", 2)

    assert ask(index, "valpreventie") == expected


def test_equal_texts_are_encoded_once(tmp_path) -> None:
    encoder = TinyEncoder()
    report = line_report("dubbel", "De Klup kreeg 12.000.", "De Klup kreeg 12.000.")
    with Update(Settings(store=tmp_path), encoder, None) as update:
        update.add([Incoming(report, str(tmp_path))], lambda _: None)
        update.finish([])

    assert sorted(encoder.texts) == [
        "De Klup kreeg 12.000.",
        "De Klup kreeg 12.000. De Klup kreeg 12.000.",
    ]
