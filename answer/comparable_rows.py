"""The rows of a whole, each with its one amount of the same year and measure."""

from collections.abc import Sequence

from answer.cells import Cell, cells_of, narrow
from answer.draft import DraftPart, Refusal
from answer.evidence import Evidence
from answer.inquiry import Inquiry
from answer.loose_rows import refuse_loose
from answer.parts import cell_part
from answer.totals import Whole
from answer.unread import refuse_unread, unread_pages


def comparable_rows(whole: Whole, inquiry: Inquiry) -> tuple[DraftPart, ...] | Refusal:
    """Return the amounts of a whole's rows in the order of the report, totals left out.

    Refused where a page under it was not read well, where a row's amounts stand in no known column,
    and where the question leaves the year or the sort of amount open.
    """
    unfit = unread_under(whole) or refuse_loose(whole.lines)
    if unfit:
        return unfit
    rows = [line for line in whole.lines if line.first.is_counted]
    cells = narrow([c for c in cells_of(rows) if c.figure.unit == "euro"], inquiry.frame)
    alike = _one_measure(cells)
    if alike is None:
        return Refusal(
            closest=tuple(Evidence(line.report, line.first.span) for line in rows[:3]),
            reason=(
                "Er zijn hiervan verschillende soorten bedragen of jaren. Noem het soort of jaar.",
                "There are several years or kinds of amounts here. Name the one to compare by.",
            ),
        )
    return tuple(cell_part(cell, alike) for cell in alike)


def unread_under(whole: Whole) -> Refusal | None:
    """Return the refusal of a whole with pages that were not read well, None where all were."""
    pages = [page for report, span in whole.spans for page in unread_pages(report, span)]
    read = [Evidence(line.report, line.first.span) for line in whole.lines]
    return refuse_unread(pages, read) if pages else None


def _one_measure(cells: Sequence[Cell]) -> tuple[Cell, ...] | None:
    """Return cells of one measure, expenses where both sides stand; None where it stays open."""
    spent = tuple(c for c in cells if c.side == "lasten") or tuple(cells)
    same = {(c.side, c.kind, c.year) for c in spent}
    once = len({id(cell.line) for cell in spent}) == len(spent)
    return spent if len(same) <= 1 and once else None
