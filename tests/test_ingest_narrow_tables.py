"""The amounts of a narrow table are read, also where its headers nearly touch without lines."""

import itertools
from pathlib import Path

import pytest
from reportlab.platypus import Paragraph, Table, TableStyle

from ingest.report import Health, Report
from tests.test_ingest_layouts import TEXT, printed

# name of the case: the levels of the header from the top, the width of a column in points
LEVELS = {
    "years over stages": ((("2025", "2026"), ("Primitief", "Actueel"), ("Lasten", "Baten")), 44),
    "stages over years": (
        (("Eenmalig", "Blijvend"), ("2025", "2026", "2027"), ("Lasten", "Baten")),
        28,
    ),
    "three sides": ((("2025", "2026"), ("Oud", "Nieuw"), ("Lasten", "Baten", "Saldo")), 28),
}
SIDES = ("RIGHT", "CENTER")


def _report(path: Path, levels: tuple[tuple[str, ...], ...], width: int, side: str) -> Report:
    """Print the table without lines; an upper header spans the columns below it."""
    leaves = list(itertools.product(*levels))
    head, spans = [], []
    for depth in range(len(levels)):
        cells: list[str] = [""]
        for at, leaf in enumerate(leaves):
            first = at == 0 or leaves[at - 1][: depth + 1] != leaf[: depth + 1]
            same = [n for n, other in enumerate(leaves) if other[: depth + 1] == leaf[: depth + 1]]
            cells.append(leaf[depth] if first else "")
            spans.append(("SPAN", (same[0] + 1, depth), (same[-1] + 1, depth)))
        head.append(cells)
    body = [
        [label, *(f"{n}.{100 + 37 * n + at}" if at % 3 else f"{n}{at}4" for at in _each(leaves))]
        for n, label in enumerate(("Zwembad", "Theater", "Museum", "Archief"), 2)
    ]
    look = [("ALIGN", (1, 0), (-1, -1), side), ("FONTSIZE", (0, 0), (-1, -1), 8)]
    padding = [("LEFTPADDING", (1, 0), (-1, -1), 2), ("RIGHTPADDING", (1, 0), (-1, -1), 2)]
    table = Table(
        [*head, *body],
        colWidths=[70, *[width] * len(leaves)],
        style=TableStyle([*look, *padding, *dict.fromkeys(spans)]),
    )
    return printed(path, Paragraph("Bedragen in euro", TEXT), table)


def _each(leaves: list[tuple[str, ...]]) -> range:
    return range(len(leaves))


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("name", LEVELS)
def test_headers_that_nearly_touch_stand_over_their_own_columns(
    tmp_path: Path, name: str, side: str
) -> None:
    levels, width = LEVELS[name]
    report = _report(tmp_path / "a.pdf", levels, width, side)

    leaves = list(itertools.product(*levels))
    rows = [[f for f in report.figures if f.row == row] for row in {f.row for f in report.figures}]
    assert len(rows) == 4
    assert [[" ".join(f.column_path) for f in row] for row in rows] == [
        [" ".join(leaf) for leaf in leaves]
    ] * 4
    assert [page.health for page in report.pages] == [Health.READ]


def test_a_sentence_over_a_table_heads_no_columns(tmp_path: Path) -> None:
    said = "In deze tabel staat wat er dit jaar en in de jaren daarna aan geld is."
    table = Table(
        [
            ["", "2025", "2026", "2027", "2028", "2029"],
            ["Zwembad", "1.204", "1.310", "1.288", "1.400", "1.500"],
            ["Theater", "2.204", "2.310", "2.288", "2.400", "2.500"],
        ],
        colWidths=[70, *[44] * 5],
    )

    report = printed(tmp_path / "a.pdf", Paragraph(f"Bedragen in euro. {said}", TEXT), table)

    assert {f.column_path for f in report.figures} == {(str(y),) for y in range(2025, 2030)}
