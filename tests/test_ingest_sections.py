"""A user sees beside each answer the section that it stands in, as the report numbers it."""

from pathlib import Path

import pytest
from reportlab.platypus import Paragraph

from ingest.find import find_sources
from ingest.line import Line
from ingest.read import read_reports
from ingest.report import Report, Section
from ingest.sections import find_sections
from ingest.span import Span
from tests.reading_parts import read_file
from tests.test_ingest_layouts import TEXT, printed

ROOT = Path(__file__).resolve().parent.parent
REAL = ROOT.parent / "shared" / "reports"

LONG = "De gemeente wil dat iedereen kan sporten, ook wie daar weinig geld voor heeft. " * 3
TERUGBLIK = (
    "1 1.1 1.2 2 2.1 2.2 2.3 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12".split()  # of 1 to 2.12
)


def _sections(text: str, *, apart: bool = True) -> tuple[Section, ...]:
    """Return the sections of a plain text in which an empty line is white space."""
    lines: list[Line] = []
    offset, empty = 0, True
    for row in text.split("\n"):
        if row.strip():
            span = Span(offset, offset + len(row))
            lines.append(Line(span, apart=empty and apart))
        empty = not row.strip()
        offset += len(row) + 1
    return find_sections(text, lines)


def _shape(sections: tuple[Section, ...]) -> list[tuple[str | None, str, int]]:
    return [(section.number, section.title, section.level) for section in sections]


def test_numbers_with_and_without_a_dot_and_plain_headings_nest() -> None:
    text = (
        "1. Inleiding\n\n1.1 Waarom deze nota\n\nDe raad vroeg hierom.\n\n2.  Wat er is gedaan\n\n"
        "Veel.\n\n2.1. Sport\n\nDoel\n\nMeer mensen sporten in de wijk en op school.\n\n"
        "2.2   bewegen voor ouderen\n\nElke week is er een les in het wijkcentrum.\n"
    )
    assert _shape(_sections(text)) == [
        ("1", "Inleiding", 1),
        ("1.1", "Waarom deze nota", 2),
        ("2", "Wat er is gedaan", 1),
        ("2.1", "Sport", 2),
        (None, "Doel", 3),
        ("2.2", "bewegen voor ouderen", 2),
    ]


TABLES = """# Jaarverslag 2025

## 2.1 Sport

In deze paragraaf staat wat sport heeft gekost.

Tabel 1: uitgaven aan sport
Bedragen in euro's

| Post | 2024 | 2025 |
| --- | --- | --- |
| Zwembad | 1.200 | 1.300 |
| Hallen | 300 | 400 |

Doel

De gemeente wil dat iedereen kan sporten, ook wie weinig geld heeft.

Figuur 2 Leden van clubs

Het aantal leden van de clubs in de gemeente bleef gelijk.

## 2.2 Cultuur

In deze paragraaf staat wat cultuur heeft gekost.
"""


@pytest.mark.parametrize("suffix", ["md", "txt"])
def test_the_caption_of_a_table_is_no_heading(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"jaarverslag.{suffix}"
    path.write_text(TABLES if suffix == "md" else TABLES.replace("#", ""), encoding="utf-8")

    report = read_file(path)

    numbers = {s.number: s for s in report.sections if s.number}
    assert [s.title for s in report.sections if s.number] == ["Sport", "Cultuur"]
    assert not [s for s in report.sections if s.title.startswith(("Tabel", "Figuur"))]
    assert "bleef gelijk" in numbers["2.1"].span.cut(report.text)
    assert [s.title for s in report.sections if s.parent == numbers["2.1"].index] == ["Doel"]
    assert {report.numbered_section(f.section) for f in report.figures} == {numbers["2.1"]}
    assert "Tabel 1: uitgaven aan sport" in {report.quote(s.span) for s in report.sentences}


def test_a_bold_caption_is_no_heading(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    caption = Paragraph("<b>Tabel 4: leden per club</b>", TEXT)
    printed(path, Paragraph("<b>3.1 Clubs</b>", TEXT), Paragraph(LONG, TEXT), caption,
            Paragraph(LONG, TEXT), Paragraph("<b>3.2 Hallen</b>", TEXT), Paragraph(LONG, TEXT),
            )  # fmt: skip

    assert [s.title for s in read_file(path).sections] == ["Clubs", "Hallen"]


@pytest.mark.parametrize(
    "lines",
    [
        "1. Inwoners weten waar hulp is;\n2. Huisartsen verwijzen door;\n3. Wij helpen.",
        "7.000 JIM\n19.000 Ervaring\n45.000 inzet",
        "9 november 2023 nam de raad de motie aan.\n16 april 2025 is het verslag vastgesteld.",
        "2024 88 inwoners gesproken\n12 groepen gestart",
        "1 Inleiding ........ 3\n1.1 Doel ........ 4\n2 Sport ........ 5\n2.1 Zwemmen ....... 6",
        "1.5 miljoen euro is begroot,\n2.5 miljoen euro is uitgegeven,",
    ],
    ids=["list", "amounts", "dates", "counts", "contents", "millions"],
)
def test_lines_that_start_with_a_number_are_not_all_headings(lines: str) -> None:
    found = _sections(
        f"De raad krijgt hierbij het overzicht.\n{lines}\nDat is alles.\n", apart=False
    )
    assert [section for section in found if section.number] == []


def test_a_list_inside_a_section_does_not_end_the_count() -> None:
    text = (
        "1. Doelen\n\nWij willen dit:\n1. meer sport;\n2. meer spel;\n3. minder zorg.\n\n"
        "2. Geld\n\nDat kost geld.\n\n3. Tijd\n\nDat duurt een jaar.\n"
    )
    assert [section.title for section in _sections(text)] == ["Doelen", "Geld", "Tijd"]


def test_a_section_runs_to_the_next_heading_of_its_level() -> None:
    text = "1. Een\n\nTekst een.\n\n1.1 Binnen\n\nTekst binnen.\n\n2. Twee\n\nTekst twee.\n"
    one, inner, two = _sections(text)
    assert text[one.span.start : one.span.end].endswith("Tekst binnen.\n\n")
    assert (inner.parent, two.parent) == (0, None)
    assert inner.span.end == two.span.start == one.span.end
    assert two.span.end == len(text)


def test_larger_print_is_a_heading_and_a_wrapped_heading_is_one() -> None:
    rows = (
        ("Sport en bewegen voor alle inwoners van de gemeente", 14.0),
        ("Lindervoort", 14.0),
        ("De gemeente gaf geld aan sport en bewegen, zodat er meer lessen zijn.", 10.0),
        ("Sporthal", 12.0),
        ("Er kwam een nieuwe sporthal, met plaats voor zes verenigingen en een school.", 10.0),
    )
    text, lines = "Terugblik\n", [Line(Span(0, 9), 1, 20.0)]
    for row, size in rows:
        lines.append(Line(Span(len(text), len(text) + len(row)), 1, size))
        text += row + "\n"
    assert _shape(find_sections(text, lines)) == [
        (None, "Sport en bewegen voor alle inwoners van de gemeente Lindervoort", 1),
        (None, "Sporthal", 2),
    ]


def _terugblikken() -> list[Report]:
    folders = (ROOT / "docs" / "reports", *((REAL,) if REAL.is_dir() else ()))
    found: list[Report] = []
    for name in ("pdf", "docx", "txt"):
        sources = find_sources(folders, (name,))
        wanted = [source for source in sources if source.stem.endswith("terugblik-2024")]
        found += [result for _, result in read_reports(wanted) if isinstance(result, Report)]
    return found


def test_the_terugblik_has_its_sixteen_sections_in_every_format() -> None:
    reports = _terugblikken()
    assert reports
    for report in reports:
        numbered = {s.number: s for s in report.sections if s.number}
        assert list(numbered) == TERUGBLIK, report.file_name
        assert numbered["2.6"].title == "Valpreventie"
        assert numbered["2.5"].title == "aanpak overgewicht/obesitas"
        assert numbered["2.6"].span.end == numbered["2.7"].span.start
        assert numbered["2.12"].parent == numbered["2"].index
