"""The figures of reports as rows: what is shown in the table, drawn as bars, and exported."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from answer.answer import Citation
from ingest.report import Figure, Report, Section
from ui.plain import one_line

_DIRECTIONS = ("lasten", "baten", "saldo", "onttrekkingen", "toevoegingen", "stortingen")


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure with all that says what it is; ``section`` names its theme, "" outside any.

    ``group`` holds the headings above the row inside the table, ``column`` those above the amount.
    ``year`` is that of the column, or else of the report.
    """

    report: Report
    figure: Figure
    section: str
    group: str
    label: str
    column: str
    year: int | None
    citation: Citation

    @property
    def amount_of(self) -> str:
        """Return what can be added up: the column, and whether it is money in or money out.

        >>> _direction(("Lasten", "Jeugdhulp")), _direction(("Jeugdhulp", "Totale baten"))
        ('lasten', 'baten')
        """
        said = _direction((*self.figure.row_path, *self.figure.column_path))
        return f"{self.column}, {said}" if said and said not in self.column else self.column

    @property
    def printed_page(self) -> str:
        """Return the page label that is printed on the page, "" where it equals the PDF's."""
        number = self.figure.page
        pages = (page for page in self.report.pages if page.number == number)
        return next((page.label or "" for page in pages), "")


def figure_rows(reports: Iterable[Report]) -> tuple[FigureRow, ...]:
    """Return every figure of the reports, in the order of the reports and their pages."""
    return tuple(_row(report, figure) for report in reports for figure in report.figures)


def sections_of(rows: Sequence[FigureRow]) -> tuple[str, ...]:
    """Return the names of the sections that hold figures, once each, in order."""
    return tuple(dict.fromkeys(row.section for row in rows if row.section))


def columns_of(rows: Sequence[FigureRow]) -> tuple[str, ...]:
    """Return what the amounts stand for ("begroot 2025"), once each, the most frequent first."""
    names = [row.column for row in rows]
    return tuple(sorted(dict.fromkeys(names), key=lambda name: -names.count(name)))


def _row(report: Report, figure: Figure) -> FigureRow:
    section = report.numbered_section(figure.section)
    if section is None and figure.section is not None:
        section = report.sections[figure.section]
    return FigureRow(
        report=report,
        figure=figure,
        section=_named(section),
        group=" › ".join(one_line(part) for part in figure.row_path[:-1]),
        label=one_line(figure.label),
        column=" ".join(_column(figure)),
        year=figure.year or report.year,
        citation=_cited(report, figure, section),
    )


def _named(section: Section | None) -> str:
    if section is None:
        return ""
    return one_line(f"{section.number or ''} {section.title}")


def _column(figure: Figure) -> Iterator[str]:
    """Yield the measure and the year, or else the words that stand above the amount."""
    if figure.measure:
        yield figure.measure
    if figure.year:
        yield str(figure.year)
    if not figure.measure and not figure.year:
        yield one_line(" ".join(figure.column_path)) or "bedrag"


def _direction(path: Sequence[str]) -> str:
    """Return the first of the words for money in and out, "" where there is none."""
    words = " ".join(path).lower().split()
    return next((word for word in words if word in _DIRECTIONS), "")


def _cited(report: Report, figure: Figure, section: Section | None) -> Citation:
    return Citation(
        document=report.id,
        title=report.title,
        section_number=section.number if section else None,
        section_title=section.title if section else None,
        page=figure.page,
        page_end=figure.page_end,
        quote=report.quote(figure.span),
        start=figure.span.start,
        end=figure.span.end,
    )
