"""A table of contents leads to the right page of the PDF, whatever number is printed there."""

import pytest

from ingest.contents_entries import ContentsEntry, contents_entries
from ingest.report import Page, Report, Section
from ingest.span import Span
from tests.store_parts import line_report

_CONTENTS = "Inhoud\n1 Sport ............ 1\n2 Wonen ............ 3\nBijlage Register ........ 5"


def _report(pages: tuple[str, ...], headings: tuple[str, ...], labels: dict[int, str]) -> Report:
    text = "\n".join(pages)
    starts = [sum(len(page) + 1 for page in pages[:number]) for number in range(len(pages))]
    spans = [Span(at, at + len(page) + 1) for at, page in zip(starts, pages, strict=True)]
    places = [(text.rindex(title), title) for title in headings]
    sections = tuple(
        Section(i, None, title, 1, None, Span(at, at + len(title)), Span(at, len(text)))
        for i, (at, title) in enumerate(places)
    )
    report = line_report("stuk", *text.split("\n"))
    return Report(
        **{name: getattr(report, name) for name in report.__dataclass_fields__}
        | {
            "pages": tuple(Page(n, s, labels.get(n)) for n, s in enumerate(spans, 1)),
            "sections": sections,
        }
    )


@pytest.mark.parametrize(
    ("headings", "labels", "places"),
    [
        pytest.param(("Sport", "Wonen"), {}, ((2, 3), (4, 5), (6, 6)), id="by-the-headings"),
        pytest.param(
            (), {2: "1", 3: "2", 4: "3", 5: "4", 6: "5"}, ((2, 3), (4, 5), (6, 6)),
            id="by-the-labels-of-the-file",
        ),
        pytest.param((), {}, ((1, 2), (3, 4), (5, 6)), id="as-printed-where-nothing-tells"),
    ],
)  # fmt: skip
def test_printed_page_numbers_become_those_of_the_pdf(headings, labels, places) -> None:
    pages = (_CONTENTS, "Sport", "tekst", "Wonen", "tekst", "")

    found = contents_entries(_report(pages, headings, labels))

    titles = ("Sport", "Wonen", "Bijlage Register")
    assert found == tuple(ContentsEntry(t, *p) for t, p in zip(titles, places, strict=True))


def test_a_report_without_a_table_of_contents_has_no_entries() -> None:
    assert contents_entries(_report(("Sport", "tekst"), ("Sport",), {})) == ()
