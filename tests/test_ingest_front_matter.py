"""A report says what it is, and the reader can see where that was found."""

import docx
import pytest

from ingest.report import Place
from tests.reading_parts import read_file


def _text_file(folder, name, *lines):
    path = folder / name
    path.write_text("\n\n".join(lines) + "\n", "utf-8")
    return read_file(path)


_BODY = (
    "In dit jaar gaf de gemeente Lindervoort geld uit aan sport. De gemeente Lindervoort deed dat "
    "samen met de clubs.",
)


@pytest.mark.parametrize(
    ("name", "lines", "version", "place"),
    [
        pytest.param(
            "a.txt", ("Concept-jaarstukken 2024",), "concept", Place.TEXT, id="in-the-title"
        ),
        pytest.param(
            "a.txt", ("Jaarstukken 2024", "CONCEPT"), "concept", Place.TEXT, id="stamped"
        ),
        pytest.param(
            "a.txt", ("Jaarstukken 2024", "Vastgesteld door de raad op 3 juli 2025"),
            "vastgesteld", Place.TEXT, id="adopted-by-the-council",
        ),
        pytest.param(
            "a.txt", ("Jaarstukken 2024", "Versie: 2.1"), "versie 2.1", Place.TEXT, id="numbered"
        ),
        pytest.param(
            "jaarstukken-2024-definitief.txt", ("Jaarstukken 2024",), "vastgesteld",
            Place.FILE_NAME, id="in-the-file-name",
        ),
        pytest.param(
            "stuk-concept.txt", ("Jaarstukken 2024", "versie 3"), "concept versie 3",
            Place.FILE_NAME, id="number-on-the-page-status-in-the-name",
        ),
        pytest.param(
            "a.txt", ("Erratum bij de jaarstukken 2024",), "erratum", Place.TEXT, id="erratum"
        ),
        pytest.param(
            "a.txt", ("Gewijzigd raadsvoorstel sport 2024",), "gewijzigd", Place.TEXT, id="changed"
        ),
        pytest.param(
            "a.txt", ("Jaarstukken 2024", "Het concept is in mei met de raad besproken."), None,
            None, id="speaks-of-a-concept",
        ),
        pytest.param(
            "a.txt", ("Eerste begrotingswijziging 2025",), None, None, id="a-change-of-the-budget"
        ),
        pytest.param("a.txt", ("Een nieuw zorgconcept",), None, None, id="a-way-of-caring"),
    ],
)  # fmt: skip
def test_the_version_is_known_with_its_place(tmp_path, name, lines, version, place) -> None:
    report = _text_file(tmp_path, name, *lines, *_BODY)

    origins = {origin.field: origin for origin in report.origins}
    assert report.version == version
    assert (origins["version"].place if version else None) == place


def test_each_fact_names_the_words_it_was_read_from(tmp_path) -> None:
    report = _text_file(
        tmp_path, "stuk.txt", "Jaarverslag 2024 sport en bewegen", "Datum: 3 juli 2025", *_BODY
    )

    read_from = {o.field: report.quote(o.span) for o in report.origins if o.span}
    assert (report.kind, report.year, report.date) == ("jaarverslag", 2024, "2025-07-03")
    assert read_from["title"] == "Jaarverslag 2024 sport en bewegen"
    assert read_from["date"] == "3 juli 2025"
    assert read_from["municipality"] == report.municipality == "Lindervoort"


def test_a_hyphen_that_stays_is_kept_in_a_title_over_two_lines(tmp_path) -> None:
    report = _text_file(tmp_path, "stuk.txt", "Aanvullend akkoord over zorg-\nen welzijn")

    assert "zorg- en welzijn" in report.title


def test_the_header_of_a_column_is_no_version_of_the_report(tmp_path) -> None:
    document = docx.Document()
    document.add_paragraph("Jaarstukken 2024 (bedragen in euro)")
    table = document.add_table(3, 3)
    rows = (("Post", "Begroot", "Gewijzigd"), ("Sport", "1.100", "1.200"), ("Zorg", "80", "90"))
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    document.save(str(tmp_path / "a.docx"))

    assert read_file(tmp_path / "a.docx").version is None


def test_the_header_of_a_table_is_not_the_subject_of_a_letter(tmp_path) -> None:
    table = (
        "Onderwerp           Bedrag    Effect\nJeugdhulp              320    N\n"
        "Vervoer                 80    V"
    )

    report = _text_file(tmp_path, "a.txt", "Najaarsnota 2024", *_BODY, "x € 1.000", table)

    assert (report.title, report.year) == ("Najaarsnota 2024", 2024)
