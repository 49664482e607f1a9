"""The figures behind an answer as an HTML table, and as a sum written out."""

from collections.abc import Sequence
from decimal import Decimal

from answer.answer import Answer, Operation, Part
from ui.dutch_number import grouped, in_words
from ui.place import place
from ui.plain import as_html, one_line
from ui.words import Words


def figures_table(answer: Answer, caption: str, words: Words, key: str) -> str:
    """Return the figures as a table of label, amount and place, with a total where they add up.

    Each place leads to its source; ``key`` is that of the sources.
    """
    head = _row(_name(words.item), _name(words.amount, number=True), _name(words.where))
    body = "".join(_figure(answer, part, words, key) for part in answer.figures)
    foot = ""
    if answer.operation is Operation.SUM and answer.value is not None:
        total = _cell(in_words(answer.value, answer.unit), "rb-number")
        counted = _cell(as_html(lines_counted(answer, words)), "rb-where")
        foot = f"<tfoot>{_row(_label(words.together), total, counted)}</tfoot>"
    return (
        f'<div class="rb-figures"><table class="rb-table" role="table"><caption>{caption}</caption>'
        f"<thead>{head}</thead><tbody>{body}</tbody>{foot}</table></div>"
    )


def lines_counted(answer: Answer, words: Words) -> str:
    """Return how many of the lines were added up and of which section, "" where no note says so."""
    count = len(answer.figures)
    counted = words.lines_counted.format(count=count)
    if f"{counted}." not in answer.notes:
        return ""
    sections = {part.section_number for part in answer.figures}
    number = sections.pop() if len(sections) == 1 else None
    return f"{counted} {words.of} {words.section} {number}" if number else counted


def sum_written_out(answer: Answer) -> str:
    """Return every term, in the order of the table, and what they add up to.

    >>> from answer.answer import Kind, Status
    >>> parts = tuple(Part("x", Decimal(n), "euro", None, ()) for n in (60000, 460000))
    >>> sum_written_out(Answer("", "", "nl", Status.ANSWERED, Kind.TOTAL, "", Decimal(520000),
    ...     figures=parts))
    '60.000 + 460.000 = <strong>520.000</strong>'
    """
    terms = " + ".join(_term(part.value) for part in answer.figures)
    total = in_words(answer.value or Decimal(0), answer.unit)
    return f"{terms} = <strong>{total}</strong>"


def _term(value: Decimal) -> str:
    shown = grouped(value)
    return f"({shown})" if value < 0 else shown


def _figure(answer: Answer, part: Part, words: Words, key: str) -> str:
    cited = [number for number in part.citations if number < len(answer.citations)]
    places = dict.fromkeys(place(answer.citations[number], words) for number in cited)
    where = ""
    if cited:
        # ui/sources.js opens the source of that name.
        link = f'<a href="#{as_html(f"bron-{key}-{cited[0]}")}">{_sources(cited, words)}</a>'
        where = f"{link}: {as_html('; '.join(places))}"
    shown = in_words(part.value, part.unit)
    return _row(_label(one_line(part.label)), _cell(shown, "rb-number"), _cell(where, "rb-where"))


def _sources(cited: Sequence[int], words: Words) -> str:
    """Return which sources are meant, counted from 1; ``cited`` are places in the citations.

    >>> from ui.words import DUTCH
    >>> _sources([0], DUTCH), _sources([0, 1, 2, 3], DUTCH), _sources([1, 4], DUTCH)
    ('Bron 1', 'Bronnen 1 tot en met 4', 'Bronnen 2, 5')
    """
    if len(cited) == 1:
        return f"{words.source} {cited[0] + 1}"
    first, last = cited[0], cited[-1]
    if len(cited) > 2 and list(cited) == list(range(first, last + 1)):
        return f"{words.sources} {words.from_to.format(first=first + 1, last=last + 1)}"
    return f"{words.sources} {', '.join(str(number + 1) for number in cited)}"


# The roles say again what the tags mean: on a narrow screen the style sheet lays the rows out as a
# grid, and then a browser no longer tells a screen reader that this is a table.
def _row(*cells: str) -> str:
    return f'<tr role="row">{"".join(cells)}</tr>'


def _name(text: str, *, number: bool = False) -> str:
    kind = ' class="rb-number"' if number else ""
    return f'<th scope="col" role="columnheader"{kind}>{text}</th>'


def _label(text: str) -> str:
    return f'<th scope="row" role="rowheader">{as_html(text)}</th>'


def _cell(safe: str, kind: str) -> str:
    return f'<td role="cell" class="{kind}">{safe}</td>'
