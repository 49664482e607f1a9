"""All reports as one HTML table, which a screen reader reads and a phone lays out as cards."""

from collections.abc import Collection, Sequence

from store.card import ReportCard
from ui.dates import in_full
from ui.plain import as_html, one_line
from ui.report_health import health_in_words

_COLUMNS = (
    ("Rapport", ""),
    ("Soort en gemeente", ""),
    ("Datum", ""),
    ("Bladzijden", "rb-number"),
    ("Cijfers", "rb-number"),
    ("Gelezen", ""),
)


def reports_table(cards: Sequence[ReportCard], searched: Collection[str]) -> str:
    """Return the table as safe HTML; reports outside ``searched`` say that they are left out."""
    head = "".join(
        f'<th scope="col" role="columnheader" class="{kind}">{name}</th>' for name, kind in _COLUMNS
    )
    body = "".join(_row(card, card.id in searched) for card in cards)
    return (
        '<div class="rb-figures"><table class="rb-table rb-reports" role="table">'
        "<caption>Alle rapporten</caption>"
        f'<thead><tr role="row">{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def _row(card: ReportCard, searched: bool) -> str:
    title = f"{as_html(one_line(card.title))}<small>{as_html(card.file_name)}</small>"
    if not searched:
        title += "<small>Telt nu niet mee: zie de keuze aan de zijkant.</small>"
    kind = ", ".join(
        one_line(part) for part in (card.kind, card.version, card.municipality) if part
    )
    dated = in_full(card.date) if card.date else "onbekend"
    values = (
        kind or "onbekend",
        f"{dated} (over {card.year})" if card.year else dated,
        str(card.pages or "geen"),
        f"{card.figures:,}".replace(",", "."),
    )
    cells = "".join(
        f'<td role="cell" class="{kind}" data-name="{name}">{as_html(value)}</td>'
        for value, (name, kind) in zip(values, _COLUMNS[1:-1], strict=True)
    )
    return (
        f'<tr role="row"><th scope="row" role="rowheader">{title}</th>{cells}'
        f'<td role="cell" data-name="Gelezen">{_health(card)}</td></tr>'
    )


def _health(card: ReportCard) -> str:
    told = health_in_words(card)
    if not told:
        return "Alles is gelezen."
    rows = "".join(f"<li>{as_html(what)} <em>{as_html(advice)}</em></li>" for what, advice in told)
    return f'<ul class="rb-left">{rows}</ul>'
