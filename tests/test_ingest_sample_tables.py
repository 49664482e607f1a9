"""Every amount in the tables of the samples is the one that their source says."""

import tomllib
from decimal import Decimal
from pathlib import Path

from ingest.report import Figure, Report
from tests.reading_parts import read_file

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "docs" / "reports"
OWN = ROOT / "evals" / "samples"


def _expected(name: str) -> list[tuple[tuple[str, ...], str, Decimal]]:
    """Return group and row, header and value of every amount in the source of a sample."""
    source = tomllib.loads((SAMPLES / "sources" / f"{name}.toml").read_text("utf-8"))
    found = []
    for block in source["blocks"]:
        group: tuple[str, ...] = ()
        for line in block.get("rows", ()):
            label, header = line[0], block["header"]
            scale = 1_000 if "1.000" in header[0] else 1
            if not any(line[1:]):
                group = (label,)
                continue
            grand = label.startswith(("Saldo van", "Toevoeging", "Onttrekking", "Geraamd"))
            path = (label,) if grand or len(header) < 7 else (*group, label)
            for head, text in zip(header[1:], line[1:], strict=True):
                if text not in ("", "-"):
                    value = Decimal(text.replace(".", "")) * scale
                    found.append((path, head, value))
    return found


def test_every_amount_of_the_sample_budget_is_what_its_source_says() -> None:
    report = read_file(SAMPLES / "voorbeeld-begroting-2025.pdf")
    expected = _expected("voorbeeld-begroting-2025")

    # The last of the groups' own totals may stand outside them; value, row and column may not move.
    found = [(f.label, " ".join(f.column_path), f.value) for f in report.figures]
    assert found == [(path[-1], head, value) for path, head, value in expected]
    groups = {(f.row_path, " ".join(f.column_path), f.value) for f in report.figures}
    inner = [e for e in expected if not e[0][-1].lower().startswith(("totaal", "saldo"))]
    assert [e for e in inner if e not in groups] == []


def test_figures_of_the_sample_budget_know_year_kind_and_totals() -> None:
    report = read_file(SAMPLES / "voorbeeld-begroting-2025.pdf")

    kinds = {"Realisatie": "realisatie", "Begroot": "begroot", "Raming": "begroot"}
    for figure in report.figures:
        word, _, year = figure.column_path[-1].partition(" ")
        if word in kinds:
            assert (figure.measure, figure.year) == (kinds[word], int(year))
    totals = {f.label.split()[0] for f in report.figures if f.is_total}
    assert totals == {"Totaal", "Saldo", "Geraamd"}


def test_each_row_of_a_register_has_its_own_year_and_activity() -> None:
    report = read_file(OWN / "voorbeeld-subsidieregister-2023-2024.pdf")
    source = (OWN / "sources" / "voorbeeld-subsidieregister.toml").read_text("utf-8")
    table = next(b for b in tomllib.loads(source)["blocks"] if "rows" in b)

    expected = [
        (line[0], line[1], int(line[2]), measure, Decimal(text.replace(".", "")))
        for line in table["rows"]
        for measure, text in zip(("aangevraagd", "verleend"), line[3:], strict=True)
        if text not in ("", "-")
    ]
    assert [_register_row(report, figure) for figure in report.figures] == expected


def _register_row(report: Report, figure: Figure) -> tuple[object, ...]:
    assert figure.explanation is not None
    activity = " ".join(report.quote(figure.explanation).split())
    return figure.label, activity, figure.year, figure.measure, figure.value
