"""A user puts reports of any kind in a folder and finds them read whole, or told why not."""

import itertools
import json
import re
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.errors import BadInput, UnreadableReport
from ingest.find import find_files, find_sources
from ingest.limits import Limits
from ingest.read import read_report, read_reports
from ingest.report import Health, Report
from ingest.span import Span
from tests.reading_parts import canvas, print_pdf, read_file

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
SAMPLES = ROOT / "docs" / "reports"


def _folders() -> tuple[Path, ...]:
    return (SAMPLES, SHARED / "reports") if SHARED.is_dir() else (SAMPLES,)


def _read_all(formats: tuple[str, ...]) -> tuple[Report, ...]:
    read = read_reports(find_sources(_folders(), formats))
    return tuple(report for _, report in read if isinstance(report, Report))


@pytest.fixture(scope="module", params=["pdf", "docx", "txt"])
def reports(request: pytest.FixtureRequest) -> tuple[Report, ...]:
    """Return all reports of one format; the samples are PDFs, the real ones also DOCX and TXT."""
    found = _read_all((request.param,))
    if request.param == "pdf":
        assert found, "the samples in docs/reports are PDFs and must be read"
    return found


def test_every_span_lies_in_the_text_and_says_what_it_should(reports: tuple[Report, ...]) -> None:
    for report in reports:
        whole = Span(0, len(report.text))
        units = (*report.sentences, *report.passages, *report.sections, *report.figures)
        assert all(unit.span in whole for unit in units)
        assert all(unit.index == i for i, unit in enumerate(report.sentences))
        quotes = [report.quote(sentence.span) for sentence in report.sentences]
        assert all(quote and quote == quote.strip() for quote in quotes)


def test_sentences_and_passages_do_not_overlap(reports: tuple[Report, ...]) -> None:
    for report in reports:
        for units in (report.sentences, report.passages):
            assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(units)), (
                report.file_name
            )


def test_pages_cover_the_text_without_a_gap(reports: tuple[Report, ...]) -> None:
    for report in reports:
        if report.format == "pdf":
            edges = [0] + [page.span.end for page in report.pages]
            assert [page.span.start for page in report.pages] == edges[:-1]
            assert edges[-1] == len(report.text)
            assert [page.number for page in report.pages] == list(range(1, len(report.pages) + 1))
        else:
            assert report.pages == ()


def test_units_know_their_section_and_page(reports: tuple[Report, ...]) -> None:
    for report in reports:
        for unit in (*report.sentences, *report.passages):
            section = report.section_at(unit.span.start)
            assert unit.section == (section.index if section else None)
            assert unit.page == report.page_at(unit.span.start)
            assert unit.page_end == report.page_at(unit.span.end - 1)


def test_no_sentence_crosses_a_heading_or_a_figure(reports: tuple[Report, ...]) -> None:
    for report in reports:
        edges = {section.heading.start for section in report.sections}
        for sentence in report.sentences:
            assert not any(sentence.span.start < edge < sentence.span.end for edge in edges)
        for figure in report.figures:
            for sentence in report.sentences:
                apart = (
                    sentence.span.end <= figure.amount.start
                    or figure.amount.end <= sentence.span.start
                )
                assert apart, report.quote(sentence.span)


def test_the_sentences_of_a_row_name_its_figure(reports: tuple[Report, ...]) -> None:
    for report in reports:
        told = [s for s in report.sentences if s.figure is not None]
        for sentence in told:
            explanation = report.figures[sentence.figure or 0].explanation
            assert explanation is not None
            assert sentence.span in explanation


def test_no_passage_is_much_longer_than_asked(reports: tuple[Report, ...]) -> None:
    lengths = [len(p.span) for report in reports for p in report.passages]
    assert max(lengths, default=0) <= 800


def test_reading_twice_gives_the_same_report() -> None:
    assert _read_all(("pdf",)) == _read_all(("pdf",))


def test_every_gold_quote_stands_in_the_text_under_its_section() -> None:
    """Holds on the real reports; where they are not, the samples' own questions do this job."""
    questions = SHARED / "questions" / "dev.jsonl"
    if not questions.exists():
        assert not SHARED.is_dir()
        return
    evidence = {
        (quote["document"], quote["section"], quote["quote"])
        for line in questions.read_text(encoding="utf-8").splitlines()
        for quote in json.loads(line)["evidence"]
    }
    for formats in (("pdf",), ("docx",), ("txt",)):
        known = {report.id: report for report in _read_all(formats)}
        for document, section, quote in sorted(evidence, key=str):
            assert section in _sections_of(known[document], quote), (formats, quote)


def _sections_of(report: Report, quote: str) -> set[str | None]:
    """Return the numbers of the sections in which a quote stands, white space and hyphens aside."""
    kept = [(i, char.lower()) for i, char in enumerate(report.text) if char.isalnum()]
    text = "".join(char for _, char in kept)
    wanted = re.escape("".join(char.lower() for char in quote if char.isalnum()))
    found: set[str | None] = set()
    for match in re.finditer(wanted, text):
        section = report.section_at(kept[match.start()][0])
        numbered = report.numbered_section(section.index if section else None)
        found.add(numbered.number if numbered else None)
    return found


def test_word_cells_read_on_as_one_row_and_lists_keep_their_marks(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("2.1 Sport", 2)
    document.add_paragraph("Meer ouderen bewegen", style="List Bullet")
    table = document.add_table(rows=2, cols=3)
    rows = (
        ("Inzet", "Ten behoeve van", "Toelichting"),
        ("60.000", "Lokaal akkoord", "Voor sport."),
    )
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.save(str(tmp_path / "nota.docx"))
    report = read_file(tmp_path / "nota.docx")
    assert "60.000 Lokaal akkoord" in " ".join(report.text.split())
    assert "• Meer ouderen bewegen" in report.text
    assert [s.bullet for s in report.sentences if "ouderen" in report.quote(s.span)] == ["•"]
    assert [(s.number, s.title) for s in report.sections] == [("2.1", "Sport")]
    assert [str(figure.value) for figure in report.figures] == ["60000"]


def test_word_changes_are_read_as_accepted(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("De raad stelt ")
    for tag, inner, text in (("del", "delText", "tien"), ("ins", "t", "twaalf")):
        paragraph._p.append(
            parse_xml(
                f'<w:{tag} {nsdecls("w")} w:id="1" w:author="x"><w:r><w:{inner}>{text}'
                f"</w:{inner}></w:r></w:{tag}>"
            )
        )
    paragraph.add_run(" wijkteams in.")
    document.save(str(tmp_path / "nota.docx"))
    assert read_file(tmp_path / "nota.docx").text.strip() == "De raad stelt twaalf wijkteams in."


def test_word_merged_cells_are_read_once(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Samen over twee kolommen"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Samen over twee rijen"
    table.cell(1, 1).text, table.cell(2, 1).text = "boven", "onder"
    document.save(str(tmp_path / "nota.docx"))
    text = read_file(tmp_path / "nota.docx").text
    assert text.count("Samen over twee kolommen") == text.count("Samen over twee rijen") == 1
    assert text.index("boven") < text.index("onder")


def test_a_letter_in_windows_1252_and_one_with_a_mark_read_alike(tmp_path: Path) -> None:
    letter = "De cliënt betaalt € 5,00 per keer.\r\nDat is ‘weinig’.\r\n"
    (tmp_path / "oud.txt").write_bytes(letter.encode("cp1252"))
    (tmp_path / "nieuw.txt").write_bytes(letter.encode("utf-8-sig"))
    assert read_file(tmp_path / "oud.txt").text == read_file(tmp_path / "nieuw.txt").text


def test_a_form_feed_starts_a_page_and_hashes_open_headings(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Eerste bladzijde.\fTweede bladzijde.\f", encoding="utf-8")
    (tmp_path / "b.md").write_text("# 1 Geld\n\nTekst.\n\n## Uitleg\n\nMeer.\n", encoding="utf-8")
    assert [page.number for page in read_file(tmp_path / "a.txt").pages] == [1, 2]
    sections = read_file(tmp_path / "b.md").sections
    assert [(s.number, s.title, s.parent) for s in sections] == [
        ("1", "Geld", None),
        (None, "Uitleg", 0),
    ]


def test_files_of_one_stem_are_one_report_and_the_best_format_is_read(tmp_path: Path) -> None:
    for name in ("nota.txt", "nota.pdf", "nota.md", ".nota.pdf", "~$nota.docx", "plaatje.png"):
        print_pdf(tmp_path / name)
    (tmp_path / "begroting.xlsx").write_bytes(b"PK\x03\x04")
    (tmp_path / "weg.pdf").symlink_to("/etc/hosts")
    found = find_files((tmp_path,))
    assert [(s.path.name, s.copies) for s in found.sources] == [
        ("nota.pdf", ("nota.txt", "nota.md"))
    ]
    assert [refused.path.name for refused in found.refused] == ["begroting.xlsx", "weg.pdf"]
    only_text = find_sources((tmp_path,), ("txt",))
    assert [s.path.name for s in only_text] == ["nota.txt"]


def test_reports_of_one_name_in_two_folders_both_get_in(tmp_path: Path) -> None:
    for year in ("2023", "2024"):
        (tmp_path / year).mkdir()
        print_pdf(tmp_path / year / "nota.pdf")
    assert [s.report_id for s in find_sources((tmp_path,))] == ["nota", "nota (2024)"]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="bestaat niet"):
        find_sources((tmp_path / "weg",))
    with pytest.raises(BadInput, match="Formaat 'odt' is onbekend"):
        find_sources((tmp_path,), ("odt",))


def test_reports_come_back_in_the_order_asked_with_errors_among_them(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        print_pdf(tmp_path / name)
    (tmp_path / "b.pdf").write_bytes(b"")
    read = list(read_reports(find_sources((tmp_path,))))
    assert [source.path.name for source, _ in read] == ["a.pdf", "b.pdf", "c.pdf"]
    assert [type(result) for _, result in read] == [Report, UnreadableReport, Report]


def test_an_empty_page_does_not_stop_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "nota.pdf"
    page = canvas(path)
    page.showPage()
    page.rect(0, 0, 595, 842, fill=1)
    page.showPage()
    page.save()
    report = read_report(find_sources((path,))[0], Limits(page_seconds=60))
    assert [p.health for p in report.pages] == [Health.READ, Health.EMPTY]


def test_a_word_document_of_a_template_is_not_called_by_its_placeholder(tmp_path: Path) -> None:
    document = docx.Document()
    document.core_properties.title = "Titel max 4 regels"
    document.add_heading("Terugblik op het sportbeleid 2023", 1)
    document.add_paragraph("De gemeente Lindervoort deed veel. De gemeente Lindervoort gaf meer.")
    document.save(str(tmp_path / "x.docx"))
    report = read_file(tmp_path / "x.docx")
    front = (report.title, report.year, report.municipality, report.kind)
    assert front == (
        "Terugblik op het sportbeleid 2023",
        2023,
        "Lindervoort",
        "voortgangsrapportage",
    )
