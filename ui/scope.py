"""Which reports an answer was looked for in, as the page says it."""

from collections.abc import Collection

from ui.engine_room import Opened
from ui.plain import as_html, one_line
from ui.words import Words


def scope_in_html(
    searched: Collection[str], opened: Opened, words: Words, *, named: bool = False
) -> str:
    """Return how many of the reports were searched, and which where ``named``, as safe HTML.

    ``searched`` are the ids of reports; named are those that a visitor chose.
    """
    count = len(opened.engine.index.cards)
    said = words.searched_of.format(searched=len(searched), count=count)
    if named:
        said += f": {as_html(', '.join(report_titles(searched, opened)))}"
    return f'<p class="rb-muted rb-scope">{said}</p>'


def report_titles(ids: Collection[str], opened: Opened) -> list[str]:
    """Return the titles of reports; a report that is gone goes by its id."""
    titles = {card.id: one_line(card.title) for card in opened.engine.index.cards}
    return [titles.get(name, name) for name in ids]
