"""A table that nobody can be sure of is no secret: its page says so, and no figure comes of it."""

from pathlib import Path

from reportlab.platypus import Paragraph, Spacer, Table

from ingest.report import Health
from tests.test_ingest_layouts import TEXT, cells, printed, read, row

_SURE = Table(
    [
        row("Post", "Begroting 2025", "Begroting 2026", bold=True),
        row("Zwembad", "€ 110.100", "€ 110.300"),
        row("Theater", "€ 205.500", "€ 205.700"),
    ],
    colWidths=[180, 90, 90],
)
_TWINS = Table(
    [
        row("Reserve", "Erbij", "Eraf", "Erbij", "Eraf", bold=True),
        row("Wegen", "1.200", "300", "1.400", "500"),
        row("Riolering", "2.200", "700", "2.400", "900"),
    ],
    colWidths=[140, 60, 60, 60, 60],
)


def test_columns_that_nothing_tells_apart_mark_the_page(tmp_path: Path) -> None:
    report = printed(tmp_path / "a.pdf", Paragraph("Reserves in euro", TEXT), _TWINS)

    assert report.figures == ()
    assert [page.health for page in report.pages] == [Health.TABLE_LOST]
    assert report.notices == (
        "Bladzijde 1: tabel niet betrouwbaar gelezen, er zijn geen bedragen uit overgenomen.",
    )


def test_the_figures_of_another_table_on_that_page_hold(tmp_path: Path) -> None:
    report = printed(
        tmp_path / "a.pdf",
        Paragraph("Wat het kost", TEXT), _SURE, Spacer(1, 60),
        Paragraph("Reserves in euro", TEXT), _TWINS,
    )  # fmt: skip

    assert {f.label for f in report.figures} == {"Zwembad", "Theater"}
    assert [page.health for page in report.pages] == [Health.TABLE_LOST]


def test_a_page_whose_tables_are_all_read_is_read(tmp_path: Path) -> None:
    report = printed(tmp_path / "a.pdf", Paragraph("Wat het kost", TEXT), _SURE)

    assert len(report.figures) == 4
    assert [page.health for page in report.pages] == [Health.READ]
    assert report.notices == ()


def test_a_file_without_pages_gets_a_notice(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Reserve\tErbij\tEraf\tErbij\tEraf\nWegen\t1.200\t300\t1.400\t500\n"
        "Riolering\t2.200\t700\t2.400\t900\n"
    )

    assert read(path).notices == (
        "Een tabel is niet betrouwbaar gelezen, er zijn geen bedragen uit overgenomen.",
    )


def test_a_second_table_of_the_same_years_goes_by_the_unit_of_the_first(tmp_path: Path) -> None:
    years = ("2025", "2026", "2027")
    report = printed(
        tmp_path / "a.pdf",
        Paragraph("Tabel 1: meerjarenbeeld (bedragen x € 1.000)", TEXT),
        Table([row("Saldo", *years, bold=True), row("Kadernota", "1.512", "586", "887"),
               row("Circulaire", "-111", "-192", "-120")], colWidths=[150, 60, 60, 60]),
        Spacer(1, 50),
        Paragraph("Tabel 2: presentatie van de uitkomst", TEXT),
        Table([row("Presentatie", *years, bold=True), row("Voor bestemming", "-453", "-689", "-11"),
               row("Na bestemming", "462", "477", "8")], colWidths=[150, 60, 60, 60]),
    )  # fmt: skip

    found = cells(report)
    assert found["Voor bestemming", "2025"][1] == -453_000
    assert found["Na bestemming", "2027"][1] == 8_000
    assert {f.unit for f in report.figures} == {"euro"}


def test_an_account_without_a_header_is_money_by_its_rows(tmp_path: Path) -> None:
    report = printed(
        tmp_path / "a.pdf",
        Paragraph("Berekening van de rioolheffing", TEXT),
        Table(
            [
                row("Kosten van het riool", "392.223"),
                row("Kosten van het toezicht", "22.473"),
                row("Totale kosten", "414.696"),
                row("Opbrengsten", "400.754"),
            ],
            colWidths=[200, 80],
        ),
    )

    assert {(f.label, int(f.value), f.unit) for f in report.figures} == {
        ("Kosten van het riool", 392_223, "euro"),
        ("Kosten van het toezicht", 22_473, "euro"),
        ("Totale kosten", 414_696, "euro"),
        ("Opbrengsten", 400_754, "euro"),
    }


def test_amounts_below_no_header_beside_others_that_are_read_mark_the_page(tmp_path: Path) -> None:
    names = ("Wegen", "Riolering", "Bruggen")
    body = [row(name, f"€ {n}.200", f"€ {n}.300") for n, name in enumerate(names, 1)]
    report = printed(
        tmp_path / "a.pdf",
        Paragraph("Wat het kost", TEXT),
        Table([row("Post", "Begroting 2026", "", bold=True), *body], colWidths=[180, 90, 90]),
    )

    assert {f.column_path for f in report.figures} == {("Begroting 2026",)}
    assert [page.health for page in report.pages] == [Health.TABLE_LOST]


def test_a_table_of_indicators_is_not_lost(tmp_path: Path) -> None:
    report = printed(
        tmp_path / "a.pdf",
        Table(
            [
                row("Wat we meten", "Eenheid", "2024", "2025", bold=True),
                row("Oordeel over het loket", "cijfer", "6,9", "7,1"),
                row("Wachten aan de balie", "minuten", "4,5", "3,5"),
                row("Online aanvragen", "% van alle aanvragen", "58", "63"),
            ],
            colWidths=[160, 110, 60, 60],
        ),
    )

    assert {(f.printed, f.unit) for f in report.figures} == {
        ("6,9", "cijfer"), ("7,1", "cijfer"), ("4,5", "minuten"), ("3,5", "minuten"),
        ("58", "percent"), ("63", "percent"),
    }  # fmt: skip
    assert [page.health for page in report.pages] == [Health.READ]


def test_codes_left_of_labels_are_no_amounts_that_were_lost(tmp_path: Path) -> None:
    names = (("6.711", "Hulp thuis"), ("6.712", "Begeleiding"), ("6.791", "Eigen budget"))
    body = [[*row(code, ""), *row(name, "€ 4.200", "€ 4.300")] for code, name in names]
    head = [*row("", ""), *row("Taakveld", "2025", "2026", bold=True)]
    report = printed(
        tmp_path / "a.pdf",
        Paragraph("Wat het kost", TEXT),
        Table([[line[0], *line[2:]] for line in (head, *body)], colWidths=[50, 170, 80, 80]),
    )

    assert len(report.figures) == 6
    assert [page.health for page in report.pages] == [Health.READ]


def test_columns_with_the_headers_of_another_beside_one_that_is_read_mark_the_page(
    tmp_path: Path,
) -> None:
    names = ("Wegen", "Riolering", "Bruggen")
    body = [row(name, f"{n}.200", f"{n}.300", f"{n}.400") for n, name in enumerate(names, 1)]
    report = printed(
        tmp_path / "a.pdf",
        Paragraph("Bedragen in euro", TEXT),
        Table([row("Post", "Lasten", "Lasten", "Baten", bold=True), *body], colWidths=[120] * 4),
    )

    assert {f.column_path for f in report.figures} == {("Baten",)}
    assert [page.health for page in report.pages] == [Health.TABLE_LOST]
