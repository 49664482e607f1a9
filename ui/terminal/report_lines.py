"""The list of reports, one after the other with what is to be known of each."""

from collections.abc import Iterator

from store.card import ReportCard
from ui.terminal.plain import plain


def report_lines(card: ReportCard) -> Iterator[str]:
    """Yield the lines of one report: what to call it, what it is, and what went wrong with it."""
    yield f"{plain(card.id)}: {plain(card.title)}"
    parts = [card.municipality, card.version, card.date, card.format.upper(), _pages(card)]
    parts.append(f"{card.figures} bedragen en cijfers")
    if card.copies:
        parts.append(f"ook als {', '.join(card.copies)}")
    yield f"  {plain(', '.join(part for part in parts if part))}"
    yield from (f"  Let op: {plain(notice)}" for notice in card.notices)


def _pages(card: ReportCard) -> str | None:
    if not card.pages:
        return None
    return f"{card.pages} bladzijde{'n' if card.pages > 1 else ''}"
