"""What print does to text (broken words, tall capitals, page numbers) hides no answer."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ingest.report import Report
from store.layout import lay_out
from tests.reading_parts import parse_file, read_file

TOPICS = ("sport", "muziek", "wonen", "zorg", "jeugd", "natuur")


def _pdf(path: Path, pages: Sequence[Sequence[str]], feet: Sequence[str]) -> Report:
    """Print each page with its lines below each other and its foot in the middle."""
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    for lines, foot in zip(pages, feet, strict=True):
        canvas.setFont("Helvetica", 11)
        for number, line in enumerate(lines):
            canvas.drawString(70, 760 - 15 * number, line)
        canvas.setFont("Helvetica", 9)
        canvas.drawCentredString(297, 30, foot)
        canvas.showPage()
    canvas.save()
    return read_file(path)


def _said(report: Report) -> set[str]:
    return {" ".join(report.quote(s.span).split()) for s in report.sentences}


def _pages(count: int) -> list[list[str]]:
    topics = [*TOPICS, *(f"{topic}beleid" for topic in TOPICS)]
    return [
        [f"Over {topic} staat hier wat de gemeente in dit jaar heeft gedaan.",
         f"Daarna volgt wat {topic} in het jaar erna kost en wie er aan meedoet."]
        for topic in topics[:count]
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (
            "Er was veel vraag naar mantelzorgonder-\nsteuning in de wijk.",
            "mantelzorgondersteuning",
        ),
        ("Er was veel vraag naar mantelzorg\u00adondersteuning.", "mantelzorgondersteuning"),
        ("Er was veel vraag naar mantelzorg\u00ad\nondersteuning.", "mantelzorgondersteuning"),
        ("Er was geld voor sport-\nen spelplekken in de wijk.", "sport"),
    ],
    ids=["hyphen at a line end", "soft hyphen", "soft hyphen at a line end", "hyphen before en"],
)
def test_a_broken_word_is_found_whole_and_quoted_as_printed(
    tmp_path: Path, text: str, word: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    report = read_file(path)

    assert [report.quote(s.span) for s in report.sentences] == [text]
    assert word in lay_out(report).terms[0].split()


def test_a_tall_capital_belongs_to_its_word(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    canvas.setFont("Helvetica", 34)
    canvas.drawString(70, 700, "M")
    canvas.setFont("Helvetica", 11)
    for number, line in enumerate(
        ("antelzorgers kregen in dit jaar vaker hulp van hun buren en", "van de wijkcoach.")
    ):
        canvas.drawString(102, 718 - 15 * number, line)
    canvas.drawString(70, 670, "De raad sprak daar in het najaar over.")
    canvas.save()
    report = read_file(path)

    assert "mantelzorgers" in lay_out(report).terms[0].split()
    assert "De raad sprak daar in het najaar over." in _said(report)


@pytest.mark.parametrize(
    ("feet", "labels"),
    [
        (["", "ii", "iii", "1", "2", "3"], [None, None, None, "1", "2", "3"]),
        (["1", "2", "3", "1", "2", "3"], [None, None, None, "1", "2", "3"]),
        ([f"Nota 2026 | {n}" for n in range(11, 17)], [str(n) for n in range(11, 17)]),
        ([f"Pagina {n} van 9" for n in range(4, 10)], [str(n) for n in range(4, 10)]),
        (["Nota 2026"] * 6, [None] * 6),
        ([str(n) for n in range(1, 7)], [None] * 6),
    ],
    ids=["preface", "two documents", "behind a name", "of how many", "a year", "the same"],
)
def test_a_page_has_the_number_that_is_printed_on_it(
    tmp_path: Path, feet: list[str], labels: list[str | None]
) -> None:
    report = _pdf(tmp_path / "a.pdf", _pages(6), feet)

    assert [page.label for page in report.pages] == labels
    assert [page.number for page in report.pages] == [1, 2, 3, 4, 5, 6]
    assert not {foot for foot in feet if foot} & _said(report)


def test_a_line_that_breaks_a_word_is_no_header(tmp_path: Path) -> None:
    pages = [
        [f"In hoofdstuk {n} staat wat er van de inspan-", f"ningen voor {topic} is gekomen."]
        for n, topic in enumerate(TOPICS, 1)
    ]
    report = _pdf(tmp_path / "a.pdf", pages, [""] * 6)

    assert "In hoofdstuk 3 staat wat er van de inspan- ningen voor wonen is gekomen." in _said(
        report
    )


def _sheet(canvas: Canvas, lines: Sequence[tuple[float, str, str]]) -> None:
    for height, font, text in lines:
        canvas.setFont(font, 14 if font.endswith("Bold") else 10)
        canvas.drawString(70, height, text)
    canvas.showPage()


def _forms(path: Path, *, title: str | None) -> Report:
    """Print six pages, each with a header and a footer, of which three are a form with a heading.

    The form has a name above its heading where ``title`` gives one.
    """
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    for number, topic in enumerate(TOPICS, 1):
        prose = [
            f"Over {topic} staat hier wat de gemeente in dit jaar heeft gedaan.",
            f"Wie er aan {topic} meedoet en wat dat heeft gekost staat verderop.",
        ]
        lines = [(815.0, "Helvetica", "Jaarverslag Lindervoort"), (30.0, "Helvetica", "Mei 2026")]
        top = 770.0
        if number > 3:
            named = [title.format(topic)] if title else []
            for text in (*named, "Toelichting"):
                lines.append((top, "Helvetica-Bold", text))
                top -= 30
        lines += [(top - 15 * n, "Helvetica", text) for n, text in enumerate(prose)]
        _sheet(canvas, lines)
    canvas.save()
    return parse_file(path)


@pytest.mark.parametrize("title", [None, "Programma {}"], ids=["at the top", "below its name"])
def test_the_heading_of_a_form_that_comes_back_is_no_header(
    tmp_path: Path, title: str | None
) -> None:
    report = _forms(tmp_path / "a.pdf", title=title)

    assert [s.title for s in report.sections].count("Toelichting") == 3
    assert not {"Jaarverslag Lindervoort", "Mei 2026"} & _said(report)


def test_a_total_at_the_foot_of_three_pages_is_no_footer(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4, invariant=True)
    for number, topic in enumerate(TOPICS[:3], 1):
        rows = [
            ("Lasten 2026", 1_200 + number),
            ("Baten 2026", 300),
            ("Totaal 2026", 1_500 + number),
        ]
        lines = [
            (770.0, "Helvetica", f"De kosten van {topic} staan hieronder, met de baten erbij.")
        ]
        lines += [
            (700.0 - 15 * n, "Helvetica", f"{label} {amount // 1000}.{amount % 1000:03}")
            for n, (label, amount) in enumerate(rows)
        ]
        _sheet(canvas, lines)
    canvas.save()
    report = parse_file(tmp_path / "a.pdf")

    assert all(any(f"Totaal 2026 1.50{n}" in said for said in _said(report)) for n in (1, 2, 3))


def test_a_report_is_dated_by_the_day_on_which_it_was_adopted(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Programmabegroting 2027\nGemeente Zandermeer\n"
        "Vastgesteld door de gemeenteraad op donderdag 5 november 2026\n\n"
        "In deze begroting staat wat de gemeente wil doen.\n",
        encoding="utf-8",
    )

    assert read_file(path).date == "2026-11-05"
