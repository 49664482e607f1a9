"""A newcomer wants reports to try the chat on, which are what their sources say."""

import doctest
import sys
import zipfile
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pypdf
import pytest

from ingest.find import find_sources

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "docs" / "reports"


@pytest.fixture(scope="module")
def printer() -> ModuleType:
    sys.path.insert(0, str(SAMPLES))
    try:
        import print_samples  # noqa: PLC0415 - it stands beside the samples, not in a package
    finally:
        sys.path.remove(str(SAMPLES))
    return print_samples


def content(path: Path) -> bytes | dict[str, bytes]:
    """Return what a file says and how it looks, without what the printing library adds of its own.

    Of a PDF the drawing of each page (the first comment and the offsets differ between releases of
    reportlab), of a Word file its parts (compression differs by machine), of others all bytes.
    """
    if path.suffix == ".pdf":
        with path.open("rb") as file:
            pages = pypdf.PdfReader(file).pages
            return {str(page.page_number): page.get_contents().get_data() for page in pages}
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    return path.read_bytes()


def folded(path: Path) -> str:
    with path.open("rb") as file:
        pages = pypdf.PdfReader(file).pages
        return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_printing_again_gives_the_files_that_stand_here(
    printer: ModuleType, tmp_path: Path
) -> None:
    """The sources were printed after the last change, and no date of now slips in."""
    for folder in printer.FOLDERS:
        for printed in printer.print_folder(folder, tmp_path):
            assert content(printed) == content(folder / printed.name), printed.name


def test_printing_twice_gives_equal_bytes(printer: ModuleType, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for out in (first, second):
        out.mkdir()
        for folder in printer.FOLDERS:
            printer.print_folder(folder, out)

    assert {p.name: p.read_bytes() for p in first.iterdir()} == {
        p.name: p.read_bytes() for p in second.iterdir()
    }


def test_nothing_but_samples_is_read_as_a_report(printer: ModuleType) -> None:
    """A README or a source beside the samples must not turn up as a report of its own."""
    for folder in printer.FOLDERS:
        names = {source.stem for source in find_sources([folder])}
        printed = (folder / "sources").glob("*.toml")
        assert names == {Path(printer.read_source(path).file).stem for path in printed}


def test_every_page_says_that_it_is_a_sample(printer: ModuleType) -> None:
    paths = [path for folder in printer.FOLDERS for path in sorted(folder.glob("*.pdf"))]

    assert paths
    for path in paths:
        with path.open("rb") as file:
            for page in pypdf.PdfReader(file).pages:
                assert "Voorbeeldrapport" in page.extract_text(), f"{path.name} {page}"


def test_valpreventie_adds_up_to_228000_over_seven_rows(printer: ModuleType) -> None:
    """The question on the first screen of the README rests on this table."""
    source = printer.read_source(SAMPLES / "sources" / "voorbeeld-terugblik-2024.toml")
    amounts = [row[0] for row in source.tables()[5].rows]

    assert len(amounts) == 7
    assert sum(Decimal(amount.replace(".", "")) for amount in amounts) == 228_000


def test_the_terugblik_holds_thirty_rows_of_1447000_in_all(printer: ModuleType) -> None:
    source = printer.read_source(SAMPLES / "sources" / "voorbeeld-terugblik-2024.toml")
    rows = [row for table in source.tables() for row in table.rows]
    text = folded(SAMPLES / source.file)

    assert len(source.tables()) == 12
    assert len(rows) == 30
    assert sum(Decimal(row[0].replace(".", "")) for row in rows) == 1_447_000
    for amount, label, _ in rows:
        assert f"{amount} {' '.join(label.split())}" in text


def test_the_example_in_the_reader_of_sources_holds(printer: ModuleType) -> None:
    result = doctest.testmod(sys.modules[printer.read_source.__module__])

    assert result.attempted > 0
    assert result.failed == 0


def budget_value(cell: str) -> int:
    return int(cell.replace(".", "")) if cell.strip("-") else 0


def test_the_budget_adds_up_in_every_year(printer: ModuleType) -> None:
    """Answers on sums and balances can only be checked against tables that are right."""
    source = printer.read_source(SAMPLES / "sources" / "voorbeeld-begroting-2025.toml")
    programmes, overview = source.tables()[:5], source.tables()[5]

    for column in range(1, 7):
        lasten, baten = [], []
        for table in programmes:
            values = {row[0]: budget_value(row[column]) for row in table.rows}
            labels = [row[0] for row in table.rows]
            cut = labels.index("Baten")
            assert values["Totaal lasten"] == sum(values[name] for name in labels[1 : cut - 1])
            assert values["Totaal baten"] == sum(values[name] for name in labels[cut + 1 : -2])
            assert values["Saldo"] == values["Totaal baten"] - values["Totaal lasten"]
            lasten.append(values["Totaal lasten"])
            baten.append(values["Totaal baten"])
        whole = {row[0]: budget_value(row[column]) for row in overview.rows[-6:]}
        assert whole["Totaal lasten"] == sum(lasten)
        assert whole["Saldo van baten en lasten"] == sum(baten) - sum(lasten)
        assert whole["Geraamd resultaat"] == (
            whole["Saldo van baten en lasten"]
            - whole["Toevoeging aan reserves"]
            + whole["Onttrekking aan reserves"]
        )
        each = [budget_value(row[column]) for row in overview.rows if row[0] == "Lasten"]
        assert each == lasten


def test_investments_and_reserves_of_the_budget_add_up(printer: ModuleType) -> None:
    source = printer.read_source(SAMPLES / "sources" / "voorbeeld-begroting-2025.toml")

    for table in source.tables()[6:]:
        *rows, total = table.rows
        for column in range(1, len(total)):
            parts = sum(budget_value(row[column]) for row in rows)
            assert budget_value(total[column]) == parts, table.lines[column]
