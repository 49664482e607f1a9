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
_NO_NAME = frozenset({"lasten", "baten", "saldo", "totaal", "subtotaal", "resultaat"})
"""Rows that say what kind of amount they hold, and not of what: no question can be made of them."""

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
    ask: Ask, answer: Answer, near: Citation, report: Report, most: int = 5
) -> tuple[str, ...]:
    """Return up to ``most`` questions beside an answer: rows of its section, then other sections.

    ``near`` is what the answer rests on first, or what came nearest; it is from ``report``.
    """
    section = report.section_at(near.start)
    rows = list(_about_rows(report, section))
    sections = list(_about_sections(report, section))
    mixed = [*sections[:2], *rows[:2], *sections[2:], *rows[2:]]
    return tuple(_answered(ask, unasked(mixed, (answer.question, answer.interpreted_as)), most))


def unasked(questions: Iterable[str], asked: Iterable[str]) -> tuple[str, ...]:
    """Return the questions that were not ``asked``, whatever their capitals and question marks.

    >>> unasked(["Hoeveel ging er naar sport?", "Wie is Avedan?"], ["hoeveel ging er naar sport"])
    ('Wie is Avedan?',)
    """
    known = {_bare(each) for each in asked}
    return tuple(question for question in questions if _bare(question) not in known)


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
    """Yield a question for each numbered section with amounts, the nearest to ``here`` first."""
    with_money = {figure.section for figure in report.figures if figure.unit == "euro"}
    found = (report.numbered_section(index) for index in with_money if index is not None)
    sections = {section.index: section for section in found if section is not None}
    inside = report.numbered_section(here.index) if here else None
    start = inside.index if inside else 0
    for index in sorted(sections, key=lambda each: (abs(each - start), each)):
        if inside is None or index != inside.index:
            yield f"Hoeveel ging er naar {_in_a_sentence(sections[index].title)}?"


def _about_rows(report: Report, here: Section | None) -> Iterator[str]:
    """Yield a question for each amount of the numbered section around ``here``, in order."""
    inside = report.numbered_section(here.index) if here else None
    if inside is None:
        return
    for figure in report.figures:
        if figure.unit != "euro" or figure.is_total:
            continue
        if report.numbered_section(figure.section) == inside:
            yield from _about_row(figure)


def _about_row(figure: Figure) -> Iterator[str]:
    label = one_line(figure.label)
    pattern = _BY_MEASURE.get(figure.measure or "")
    if pattern and label.casefold() not in _NO_NAME and 0 < len(label) <= _LONGEST_LABEL:
        yield pattern.format(label=_without_measure(_in_a_sentence(label), figure.measure or ""))


def _without_measure(label: str, measure: str) -> str:
    """Return a label that does not repeat what the question already says.

    >>> _without_measure("Inzet De Klup", "inzet"), _without_measure("lasten", "lasten")
    ('De Klup', 'lasten')
    """
    said = f"{measure} "
    return label[len(said) :] if measure and label.lower().startswith(said) else label


def _in_a_sentence(title: str) -> str:
    """Return a title as it is written in the middle of a sentence; a name keeps its capitals.

    >>> _in_a_sentence("Kansrijke start"), _in_a_sentence("JOGG")
    ('kansrijke start', 'JOGG')
    >>> _in_a_sentence("Brede Regeling Combinatiefuncties"), _in_a_sentence("Zomerkamp (ZK)")
    ('Brede Regeling Combinatiefuncties', 'zomerkamp (ZK)')
    """
    folded = one_line(title)
    first, _, rest = folded.partition(" ")
    is_name = first[1:] != first[1:].lower() or rest[:1].isupper()
    return folded if is_name else folded[:1].lower() + folded[1:]


def _bare(question: str) -> str:
    return one_line(question).rstrip("?").casefold()
