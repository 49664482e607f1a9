"""What the reader of an amount must know of other lines that touch it."""

import re
from collections.abc import Sequence

from answer.dutch import shown
from answer.evidence import section_number
from answer.lexicon import GRAMMAR
from answer.link import head_of
from answer.view import LineView, ReportView
from store.terms import stem, words

_REFERS = re.compile(
    r"\bzie (?:ook )?(?:onder |bij |paragraaf )?(?P<to>[\w.]+(?: [\w.]+)?)", re.IGNORECASE
)
_MOST_NOTES = 3
_LONGEST_LABEL = 70


def theme_notes(title: str, inside: Sequence[LineView], view: ReportView) -> tuple[str, ...]:
    """Return a sentence for each line outside a theme whose label bears the theme's whole name."""
    roots = {stem(word) for word in words(title) if word not in GRAMMAR}
    counted = {id(line) for line in inside}
    notes = [
        f"Ook {_placed(line)} noemt “{title}”; dat bedrag is niet meegeteld."
        for line in view.lines
        if id(line) not in counted
        and not line.first.is_total
        and line.first.unit == "euro"
        and roots
        and roots <= {stem(word) for word in words(line.label)}
    ]
    return tuple(notes[:_MOST_NOTES])


def line_notes(line: LineView, view: ReportView) -> tuple[str, ...]:
    """Return a sentence for each line of the same name in another section, and for references."""
    namesakes = [
        f"Er is nog een regel met deze naam: {_placed(other)}."
        for other in view.lines
        if other is not line
        and head_of(other.label) == head_of(line.label)
        and section_number(other.report, other.first) != section_number(line.report, line.first)
    ]
    return (*namesakes[:_MOST_NOTES], *_references(line, view))


def _references(line: LineView, view: ReportView) -> tuple[str, ...]:
    """Return a sentence when the explanation refers to another section by its name."""
    if line.first.explanation is None:
        return ()
    said = _REFERS.search(" ".join(line.report.quote(line.first.explanation).split()))
    if said is None:
        return ()
    first = stem(words(said["to"])[0]) if words(said["to"]) else ""
    titles = [s.title for s in view.report.sections if first in {stem(w) for w in words(s.title)}]
    return (f"De toelichting verwijst naar “{titles[0]}”.",) if titles else ()


def _placed(line: LineView) -> str:
    number = section_number(line.report, line.first)
    label = line.label
    if len(label) > _LONGEST_LABEL:
        label = label[:_LONGEST_LABEL].rsplit(" ", 1)[0] + " …"
    place = f"paragraaf {number}, " if number else ""
    return f"“{label}” ({place}{shown(line.first.value, line.first.unit)})"
