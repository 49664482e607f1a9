"""Questions to click: each was answered before it is shown, so that none leads nowhere."""

from collections.abc import Callable, Iterable, Iterator

from answer.answer import Answer, Citation, Kind, Status
from ingest.report import Figure, Report, Section
from ui.plain import one_line

Ask = Callable[[str], Answer]

MOST_TRIED = 8
"""Candidates that are asked before giving up: half a second at most on a warm engine."""

FIRST_QUESTIONS = (
    "Hoeveel ging er naar valpreventie?",
    "Hoeveel jonge moeders zijn begeleid?",
    "Klopt het dat er 228.000 euro naar valpreventie ging?",
    "Hoeveel is er in 2025 begroot voor jeugdhulp?",
    "Welk onderdeel kreeg het meeste geld bij valpreventie?",
    "Hoeveel geld kreeg Almelo terug van de Twentse Koers?",
)
"""One of each kind that Raadsbron can do, about the sample reports and others like them."""

LAST_RESORT = "Welke rapporten zijn er?"

_BY_MEASURE = {
    "inzet": "Hoeveel is er ingezet voor {label}?",
    "begroot": "Hoeveel is er begroot voor {label}?",
    "realisatie": "Wat was de realisatie van {label}?",
    "lasten": "Wat zijn de lasten van {label}?",
    "baten": "Wat zijn de baten van {label}?",
}
_LONGEST_LABEL = 45  # characters; longer row labels make no readable question


def first_questions(ask: Ask, reports: Iterable[Report], most: int = 4) -> tuple[str, ...]:
    """Return up to ``most`` questions that these reports answer, for a newcomer.

    Fixed ones first, then ones made of the reports' own sections with figures. Where none of these
    is answered there is one that always is.
    """
    made = (question for report in reports for question in _about_sections(report, None))
    kept = list(_answered(ask, FIRST_QUESTIONS, most))
    kept.extend(_answered(ask, (q for q in made if q not in kept), most - len(kept)))
    return tuple(kept) or (LAST_RESORT,)


def next_questions(
    ask: Ask, answer: Answer, near: Citation, report: Report, most: int = 3
) -> tuple[str, ...]:
    """Return up to ``most`` questions beside an answer: rows of its section, then other sections.

    ``near`` is what the answer rests on first, or what came nearest; it is from ``report``.
    """
    section = report.section_at(near.start)
    rows = list(_about_rows(report, section))
    sections = list(_about_sections(report, section))
    mixed = [*sections[:2], *rows[:2], *sections[2:], *rows[2:]]
    asked = {_bare(answer.question), _bare(answer.interpreted_as)}
    return tuple(_answered(ask, (q for q in mixed if _bare(q) not in asked), most))


def _answered(ask: Ask, questions: Iterable[str], most: int) -> Iterator[str]:
    """Yield the questions that are answered, until there are enough or too many were tried."""
    kept = 0
    for tried, question in enumerate(questions):
        if kept >= most or tried >= MOST_TRIED:
            return
        answer = ask(question)
        if answer.status is Status.ANSWERED and answer.kind is not Kind.ABOUT:
            kept += 1
            yield question


def _about_sections(report: Report, here: Section | None) -> Iterator[str]:
    """Yield a question for each section that holds amounts, the nearest to ``here`` first."""
    with_money = {f.section for f in report.figures if f.unit == "euro" and f.section is not None}
    start = here.index if here else 0
    for index in sorted(with_money, key=lambda each: (abs(each - start), each)):
        section = report.sections[index]
        if (here is None or index != here.index) and section.number:
            yield f"Hoeveel ging er naar {_in_a_sentence(section.title)}?"


def _about_rows(report: Report, here: Section | None) -> Iterator[str]:
    """Yield a question for each amount of the section, in order."""
    if here is None:
        return
    for figure in report.figures:
        if figure.section == here.index and figure.unit == "euro" and not figure.is_total:
            yield from _about_row(figure)


def _about_row(figure: Figure) -> Iterator[str]:
    label = one_line(figure.label)
    pattern = _BY_MEASURE.get(figure.measure or "")
    if pattern and 0 < len(label) <= _LONGEST_LABEL:
        yield pattern.format(label=_without_measure(_in_a_sentence(label), figure.measure or ""))


def _without_measure(label: str, measure: str) -> str:
    """Return a label that does not repeat what the question already says.

    >>> _without_measure("inzet De Klup", "inzet"), _without_measure("lasten", "lasten")
    ('De Klup', 'lasten')
    """
    return label.removeprefix(f"{measure} ")


def _in_a_sentence(title: str) -> str:
    """Return a title as it is written in the middle of a sentence.

    >>> _in_a_sentence("Kansrijke start"), _in_a_sentence("JOGG"), _in_a_sentence("Inzet Avedan")
    ('kansrijke start', 'JOGG', 'inzet Avedan')
    """
    folded = one_line(title)
    first = folded.split(" ", 1)[0]
    return folded if first[1:] != first[1:].lower() else folded[:1].lower() + folded[1:]


def _bare(question: str) -> str:
    return one_line(question).rstrip("?").casefold()
