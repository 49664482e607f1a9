"""I want to know what an archive of my size will cost, from a run that takes an evening."""

import shutil
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from evals.bench.add_stages import seconds_per_stage
from evals.bench.copies import copy_reports
from evals.bench.filler import filler_reports
from evals.bench.growth import Grown
from evals.bench.growth_plot import growth_plot
from ingest.find import find_sources
from ingest.read import read_reports
from ingest.report import Report
from store.build import ingest
from store.hit import UnitKind
from store.index import open_index
from store.settings import Settings
from tests.conftest import SAMPLES


@pytest.fixture(scope="module")
def filled(tmp_path_factory, tiny_encoder) -> Settings:
    """Return an index of two generated reports."""
    place = tmp_path_factory.mktemp("growth")
    real = tuple(r for _, r in read_reports(find_sources((SAMPLES,))) if isinstance(r, Report))
    (place / "filler").mkdir()
    for report in filler_reports(real, 1, 2):
        (place / "filler" / report.file_name).write_text(report.text, encoding="utf-8")
    settings = Settings(store=place / "store", model="tiny")
    ingest([place / "filler"], settings, tiny_encoder)
    return settings


def test_copies_are_reports_of_other_places_whose_spans_hold(filled, tiny_encoder) -> None:
    with open_index(filled.store) as index:
        before = {card.id: index.report(card.id) for card in index.cards}
        units = index.unit_count
    made = copy_reports(filled.store, passages=150)

    assert made >= 150
    with open_index(filled.store) as index:
        copied = [index.report(card.id) for card in index.cards if card.id not in before]
        assert len(copied) > 1
        assert index.unit_count > 2 * units
        for report in copied:
            source = before[report.id.rsplit("-", 1)[0]]
            assert (report.municipality, report.year) != (source.municipality, source.year)
            assert len(report.text) == len(source.text)
            assert report.sentences == source.sentences
            kept = [f for f in report.figures if report.quote(f.amount) == f.printed]
            assert len(kept) > len(report.figures) / 2
        asked = copied[0].figures[0].label
        vector = tiny_encoder.encode_queries([asked])[0]
        found = index.search(asked, vector, kinds=frozenset({UnitKind.FIGURE}), k=20)
        assert {hit.unit.report_id for hit in found} & {report.id for report in copied}


def test_an_archive_of_copies_can_grow_on(filled, tmp_path) -> None:
    store = tmp_path / "store"
    shutil.copytree(filled.store, store)
    made = [copy_reports(store, passages=60) for _ in range(2)]

    assert min(made) >= 60
    with open_index(store) as index:
        names = [card.id for card in index.cards]
        assert len(names) == len(set(names))
        assert sum(len(index.report(name).passages) for name in names) >= sum(made)


def test_stages_of_adding_a_report_add_up(filled, tmp_path, tiny_encoder) -> None:
    (tmp_path / "nieuw.md").write_text("# Brief\n\nDe fietsles kreeg 5.000 euro.\n", "utf-8")
    settings = replace(filled, store=tmp_path / "store")
    stages = dict(seconds_per_stage(lambda: ingest([tmp_path], settings, tiny_encoder)))
    whole = stages.pop("in all")
    assert whole == pytest.approx(sum(stages.values()))
    assert {"texts, words and layout", "Chroma", "the new matrix", "encoding"} <= set(stages)


def test_plot_has_a_line_per_cost_and_a_dot_per_size() -> None:
    row = Grown(
        100, 900, 3, 12.0, 170, 5, 1.6, 1.5, 0.01, 40, 60, 35, 50, 30, 50, 25, 40, 170, 90, 80
    )
    rows = (row, replace(row, passages=1_000, index_ms=None), replace(row, passages=100_000))
    drawn = ET.fromstring(growth_plot(rows))
    tags = [element.tag.rsplit("}", 1)[-1] for element in drawn.iter()]
    assert tags.count("polyline") == 5
    assert tags.count("circle") == 3 * 5
