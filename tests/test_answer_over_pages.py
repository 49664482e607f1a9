"""A council member quotes a sentence that goes on over a page, without the page number in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from answer.answer import Answer, Status
from answer.engine import Engine
from ingest.report import Report
from ingest.span import Span
from store.settings import Settings
from tests.reading_parts import parse_file
from tests.store_parts import TinyEncoder, index_of

_HEADER, _FOOTER = "Jaarverslag wijkhuis De Linde", "gemeente Lindervoort, mei 2025"
_FILLER = (
    "De vrijwilligers van het wijkhuis zetten elke dag koffie voor wie er binnenloopt.",
    "In de tuin groeien kruiden en bonen die de kookgroep in haar soep doet.",
)
_GOES_ON = (
    "De kookgroep werkt samen met de voedselbank als onderdeel van het",
    "meerjarige contract met de stichting Samen Eten.",
)
_PAGES = (
    (*_FILLER, _GOES_ON[0]),
    (_GOES_ON[1], *_FILLER),
    ("De bus rijdt elke dinsdag naar het zwembad.", *_FILLER),
    _FILLER,
)


def _print(path: Path, *, footer: bool) -> Path:
    page = Canvas(str(path), pagesize=A4, invariant=True)
    for number, lines in enumerate(_PAGES, 1):
        page.setFont("Helvetica", 8)
        if footer:
            page.drawString(70, 815, _HEADER)
            page.drawString(70, 30, _FOOTER)
            page.drawString(520, 30, str(number))
        page.setFont("Helvetica", 11)
        for place, line in enumerate(lines):
            page.drawString(70, 780 - 14 * place, line)
        page.showPage()
    page.save()
    return path


def _span(report: Report, first: str, last: str) -> Span:
    return Span(report.text.index(first), report.text.index(last) + len(last))


@pytest.fixture(scope="module")
def engine(tmp_path_factory) -> Iterator[Engine]:
    """Return an engine over one report of four pages with a header, a footer and page numbers."""
    folder = tmp_path_factory.mktemp("pages")
    report = parse_file(_print(folder / "jaarverslag.pdf", footer=True))
    with index_of(folder, report) as index:
        yield Engine(index, TinyEncoder(), Settings(store=folder, model="tiny"))


def test_a_sentence_over_a_page_is_one_sentence_in_two_parts(tmp_path: Path) -> None:
    report = parse_file(_print(tmp_path / "jaarverslag.pdf", footer=True))
    span = _span(report, *_GOES_ON)
    assert span in {sentence.span for sentence in report.sentences}
    assert _FOOTER in report.quote(span)
    assert [report.quote(part).strip() for part in report.parts(span)] == list(_GOES_ON)
    assert report.flowing(span) == " ".join(_GOES_ON)


def test_a_sentence_over_a_page_without_a_footer_is_one_part(tmp_path: Path) -> None:
    report = parse_file(_print(tmp_path / "jaarverslag.pdf", footer=False))
    span = _span(report, *_GOES_ON)
    assert report.parts(span) == (span,)


def _holds_its_quotes(answer: Answer, report: Report) -> bool:
    return all(
        citation.quote == report.text[citation.start : citation.end]
        and report.page_at(citation.start) == citation.page
        and report.page_at(citation.end - 1) == citation.page_end
        for citation in answer.citations
    )


def test_the_answer_leaves_out_what_is_printed_between_its_pages(engine, tmp_path: Path) -> None:
    report = parse_file(_print(tmp_path / "jaarverslag.pdf", footer=True))

    answer = engine.ask("Met wie werkt de kookgroep samen?")

    assert answer.status is Status.ANSWERED
    assert " ".join(_GOES_ON) in answer.text
    assert [c.quote.strip() for c in answer.citations[:2]] == list(_GOES_ON)
    assert [(c.page, c.page_end) for c in answer.citations[:2]] == [(1, 1), (2, 2)]
    assert _holds_its_quotes(answer, report)
