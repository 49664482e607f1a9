"""A user looks through the figures, sees each one's source, and takes figures and answers along."""

import csv
import io
from dataclasses import replace
from decimal import Decimal

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from ingest.report import Report
from tests import app_parts
from tests.app_parts import HOSTILE, Open, go_to, report, shown, text, total
from ui.briefing import briefing
from ui.briefing_files import briefing_docx, briefing_md
from ui.conversation import Turn
from ui.figure_rows import figure_rows
from ui.figure_sums import sums_per_section, sums_per_year
from ui.figures_csv import figures_csv, safe_cell

open_page = app_parts.open_page


def of_year(year: int, name: str = "terugblik") -> Report:
    return replace(report(), id=name, year=year, title=name.capitalize())


def test_every_figure_is_a_row_and_the_chosen_row_shows_its_source(open_page: Open) -> None:
    page, _ = open_page({})
    go_to(page, "overzicht")
    assert not page.exception
    table = page.dataframe[0].value
    assert list(table["Onderdeel"]) == ["Buurtsportcoach", "Fysiotherapie", "inzet Avedan"]
    assert list(table["Bedrag"]) == [57_000, 1_000, 45_000]

    page.selectbox(key="overzicht-regel").set_value(2).run()

    assert not page.exception
    assert '<blockquote class="rb-quote">45.000 inzet Avedan</blockquote>' in shown(page)


def test_archive_with_very_many_figures_says_that_not_all_are_shown(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.figures_grid.MOST_ROWS", 2)
    page, _ = open_page({})
    go_to(page, "overzicht")

    assert not page.exception
    assert "Hier staan de eerste 2 van 3 cijfers." in shown(page)
    assert len(page.dataframe[0].value) == 2


def test_choice_of_section_limits_the_rows(open_page: Open) -> None:
    page, _ = open_page({})
    go_to(page, "overzicht")
    page.selectbox(key="overzicht-paragraaf").set_value("2.6 Valpreventie").run()

    assert not page.exception
    assert len(page.dataframe[0].value) == 3


def test_conversation_can_be_taken_along_once_there_is_one(open_page: Open) -> None:
    page, _ = open_page({"hoeveel": total("hoeveel")})
    assert "nog geen vragen gesteld" in shown(go_to(page, "overzicht"))

    go_to(page, "vraag").chat_input(key="vraag").set_value("hoeveel").run()
    go_to(page, "overzicht")

    assert not page.exception
    assert "Een samenvatting van 1 vraag" in shown(page)
    assert {each.key for each in page.download_button} == {"csv", "docx", "md"}


def test_csv_opens_in_dutch_excel_with_numbers_that_add_up() -> None:
    made = figures_csv(figure_rows([report()]))
    assert made.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(made.decode("utf-8-sig")), delimiter=";"))

    assert [row["bedrag"] for row in rows] == ["57000", "1000", "45000"]
    assert rows[2]["onderdeel"] == "inzet Avedan"
    assert rows[2]["citaat"] == "45.000 inzet Avedan"
    assert rows[2]["paragraaf"] == "2.6 Valpreventie"


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        pytest.param("=1+1", "'=1+1", id="formula"),
        pytest.param("+31 6", "'+31 6", id="plus"),
        pytest.param("-SOM(A1)", "'-SOM(A1)", id="minus"),
        pytest.param("@x", "'@x", id="at"),
        pytest.param("\tx", "'\tx", id="tab"),
        pytest.param("\rx", "'\rx", id="return"),
        pytest.param("-5,00", "-5,00", id="negative number"),
        pytest.param("-5,00-x", "'-5,00-x", id="number that goes on"),
        pytest.param("12 fietsen", "12 fietsen", id="text"),
    ],
)
def test_cell_that_a_spreadsheet_would_compute_is_text(cell: str, kept: str) -> None:
    assert safe_cell(cell) == kept


@given(st.text())
def test_no_cell_ever_begins_as_a_formula(cell: str) -> None:
    safe = safe_cell(cell)
    assert safe.endswith(cell)
    assert not safe.startswith(("=", "+", "@", "\t", "\r"))


def test_sums_leave_totals_and_shares_out() -> None:
    rows = figure_rows([report()])
    total_row = replace(rows[0], figure=replace(rows[0].figure, is_total=True))
    share = replace(rows[0], figure=replace(rows[0].figure, unit="percent"))

    (summed,) = sums_per_section([*rows, total_row, share])

    assert (summed.name, summed.value, summed.lines) == ("2.6 Valpreventie", Decimal(103_000), 3)


def test_money_in_and_money_out_are_never_added_up() -> None:
    rows = figure_rows([report()])
    paths = (("Lasten", "Jeugd"), ("Baten", "Jeugd"), ("Jeugd",))
    kinds = [
        replace(row, figure=replace(row.figure, row_path=path)).amount_of
        for row, path in zip(rows, paths, strict=True)
    ]

    assert kinds == ["inzet, lasten", "inzet, baten", "inzet"]


def test_years_stand_in_order_and_two_reports_of_one_year_are_not_added_up() -> None:
    assert sums_per_year(figure_rows([of_year(2024)])) == ()
    rows = figure_rows([of_year(2025), of_year(2024, "brief"), of_year(2024, "verslag")])

    assert [(each.name, each.value) for each in sums_per_year(rows)] == [
        ("2024, Brief", 103_000),
        ("2024, Verslag", 103_000),
        ("2025", 103_000),
    ]


def test_briefing_holds_each_answer_with_its_sum_and_its_sources() -> None:
    said = "€ 103.000 voor “Valpreventie”: de som van 3 budgetregels"
    made_of = replace(total("hoeveel"), text=f"{said} (€ 57.000 + € 1.000 + € 45.000).")
    turn = Turn(0, "hoeveel", made_of, alone=False, reports=None)
    entries = briefing([turn], lambda _: report())
    told = briefing_md(entries, "1 mei 2025").decode()
    word = Document(io.BytesIO(briefing_docx(entries, "1 mei 2025")))
    printed = "\n".join(paragraph.text for paragraph in word.paragraphs)

    for made in (told, printed):
        assert f"{said}.\n" in made
        assert "inzet Avedan: €\xa045.000 (paragraaf 2.6, bladzijde 1)" in made
        assert made.count("45.000") == 1
        assert "“57.000 Buurtsportcoach”" in made
        assert "nog" not in made
        assert "Terugblik van 4 maart 2025, paragraaf 2.6 Valpreventie, bladzijde 1" in made


def test_hostile_text_and_control_characters_harm_no_briefing() -> None:
    said = HOSTILE + "\x00\x0b\ud800"
    turn = Turn(0, said, text(said, said, HOSTILE), alone=False, reports=None)
    entries = briefing([turn], lambda _: report())
    told = briefing_md(entries, "vandaag").decode()

    assert briefing_docx(entries, "vandaag").startswith(b"PK")
    assert "![plaatje]" not in told
    assert "<img" not in told.replace("\\<img", "")
