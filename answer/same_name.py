"""The other lines that a question for all of a thing means: of one name, or of one receiver."""

import re
from collections.abc import Sequence

from answer.draft import Refusal
from answer.inquiry import Inquiry
from answer.link import MET, head_of
from answer.side_by_side import names_all
from answer.targets import things
from answer.topics import ADDING, places_of, split_topics
from answer.view import LineView
from answer.words import Word


def all_of_one_name(lines: tuple[LineView, ...], inquiry: Inquiry) -> tuple[LineView, ...]:
    """Return the lines, and where all of a thing is asked the others that are called the same.

    "ABCD (asset based ...)-aanpak" in one section and "ABCD" in another are one programme.
    """
    if not lines or not inquiry.frame.whole or len({head_of(line.label) for line in lines}) > 1:
        return lines
    name, reports = head_of(lines[0].label), {line.report.id for line in lines}
    alike = (
        line
        for view in inquiry.views
        if view.report.id in reports
        for line in view.lines
        if head_of(line.label) == name and not any(line is other for other in lines)
    )
    return (*lines, *alike)


def all_of_receiver(lines: tuple[LineView, ...], inquiry: Inquiry) -> tuple[LineView, ...]:
    """Return all lines of the report that bear the name of which the whole is asked, or ().

    "In totaal naar De Brink" is all that De Brink got, under whatever names its activities have.
    """
    asked = things(inquiry.asked)
    if not lines or not inquiry.frame.whole or not all(word.is_name for word in asked):
        return ()
    if len({line.report.id for line in lines}) > 1 or not all(names_all(li, asked) for li in lines):
        return ()
    report = lines[0].report
    view = next(view for view in inquiry.views if view.report is report)
    every = tuple(li for li in view.lines if names_all(li, asked) and not li.first.is_total)
    return every if len(every) > 1 else ()


def under_places(lines: tuple[LineView, ...], inquiry: Inquiry) -> tuple[LineView, ...] | Refusal:
    """Return the lines under the themes that are named beside them; all where none is named.

    "Avedan bij sport en valpreventie" is refused where Avedan has a line under only one of them.
    """
    own = set(things(inquiry.asked))
    split = split_topics(inquiry.frame.words, inquiry.frame.question, ADDING)
    runs = [run for run in (tuple(w for w in run if w in own) for run in split) if run]
    places = places_of(runs, inquiry.frame.words, inquiry.frame.question)
    found = [[line for line in lines if _stands_under(line, run, inquiry)] for run in places]
    lost = tuple(
        word.asked for run, at in zip(places, found, strict=True) if not at for word in run
    )
    if lost:
        return Refusal(missing=lost)
    return tuple(li for li in lines if not places or any(li is o for at in found for o in at))


def _stands_under(line: LineView, place: Sequence[Word], inquiry: Inquiry) -> bool:
    numbered = line.report.numbered_section(line.first.section)
    view = next(view for view in inquiry.views if view.report is line.report)
    name = view.sections[numbered.index].name if numbered else line.path
    return all(name.meets(word) >= MET for word in place)


_IF_ADDED = re.compile(
    r"\b(?:als|wanneer|if) (?:je|we|u|you)\b.*?"
    r"\b(?:optelt|optellen|op ?telt|bij elkaar|samen|samenneemt|add)\b",
    re.IGNORECASE,
)


def rows_under_themes(inquiry: Inquiry) -> tuple[LineView, ...] | Refusal:
    """Return the rows of one receiver under the themes that an if-clause adds up, one of each.

    "Hoeveel kreeg Avedan, als je sport en valpreventie optelt" is what Avedan got under the two. ()
    where nothing is asked that way; refused where a theme has no such row.
    """
    clause = _IF_ADDED.search(inquiry.frame.question)
    said = things(inquiry.asked)
    named = tuple(word for word in said if clause and word.end <= clause.start())
    within = [word for word in inquiry.frame.words if clause and word.start >= clause.start()]
    split = split_topics(within, inquiry.frame.question, ADDING)
    runs = [run for run in (tuple(w for w in run if w in said) for run in split) if run]
    if not named or not all(word.is_name for word in named) or len(runs) < _SEVERAL:
        return ()
    found = [_row_under(named, run, inquiry) for run in runs]
    lost = tuple(w.asked for row, run in zip(found, runs, strict=True) if row is None for w in run)
    return Refusal(missing=lost) if lost else tuple(row for row in found if row is not None)


_SEVERAL = 2


def _row_under(named: Sequence[Word], theme: Sequence[Word], inquiry: Inquiry) -> LineView | None:
    rows = [
        row
        for view in inquiry.views
        for row in view.lines
        if names_all(row, tuple(named)) and _stands_under(row, theme, inquiry)
    ]
    return rows[0] if len(rows) == 1 else None
