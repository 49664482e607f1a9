"""I want a question answered from what was worked out when a report was read in, not all anew."""

import json

import pytest

from ingest.find import find_sources
from ingest.read import read_reports
from ingest.report import Report
from store.contexts import fold_lines
from store.layout import lay_out, packed
from store.layout_form import read_layout, write_layout
from store.terms import index_terms
from tests.conftest import SAMPLES


@pytest.fixture(scope="module")
def samples() -> tuple[Report, ...]:
    return tuple(r for _, r in read_reports(find_sources((SAMPLES,))) if isinstance(r, Report))


def test_a_layout_is_read_back_as_it_was_written(samples) -> None:
    for report in samples:
        layout = lay_out(report)
        again = read_layout(write_layout(layout))
        assert again == layout
        assert {at: again.quantities[at] for at in again.quantities} == layout.quantities
        assert {at: again.dates[at] for at in again.dates} == layout.dates


def test_a_layout_holds_every_sentence_and_name(samples) -> None:
    assert samples
    for report in samples:
        layout = lay_out(report)
        assert len(layout.said) == len(layout.terms) == len(report.sentences)
        assert {section.title for section in report.sections} <= set(layout.names)
        plain = [s for s in report.sentences if "\n" not in report.quote(s.span)]
        assert plain
        for sentence in plain:
            assert layout.said[sentence.index] == fold_lines(report.quote(sentence.span))
            said = layout.terms[sentence.index].partition("\t")[0].split()
            assert set(said) == set(index_terms(layout.said[sentence.index]).split())


def test_numbers_and_dates_stand_where_they_say(samples) -> None:
    found = 0
    for report in samples:
        layout = lay_out(report)
        for at, quantities in layout.quantities.items():
            for quantity in quantities:
                assert any(c.isdigit() or c.isalpha() for c in quantity.span.cut(layout.said[at]))
                found += 1
    assert found > 20


def test_a_layout_is_plain_json_of_the_reports_size(samples) -> None:
    for report in samples:
        text = write_layout(lay_out(report))
        assert "\n" not in text
        assert set(json.loads(text)) >= {"said", "terms", "names", "short", "days"}
        assert len(text) < 8 * len(report.text)


PACKED = {
    "words and stems, each once": ("De fietsen, de fiets", (), "de fietsen fiets fiet"),
    "an abbreviation that is used": ("De WoR helpt", ("wor", "ggd"), "de wor helpt\twor"),
    "nothing": ("", ("wor",), ""),
}


@pytest.mark.parametrize(("text", "short", "expected"), PACKED.values(), ids=PACKED)
def test_words_are_packed(text, short, expected) -> None:
    assert packed(text, frozenset(short)) == expected
