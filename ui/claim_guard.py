"""A second look at each "klopt": every number, year and name must stand where the source is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from answer.answer import Answer, Citation, Kind, Verdict
from answer.negation import negates
from ingest.quantities import find_quantities
from ingest.report import Report
from ingest.span import Span
from ui.fact_check import names

_DENIES = (
    "In deze zin staat een ontkenning (niet, geen). Die kan ik niet met een getal vergelijken."
)
_SEVERAL = "In deze zin staat meer dan één getal. Zet elk getal in een eigen zin."
_UNPROVEN = "Op deze plek in het rapport staat niet: {parts}."
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Checked:
    """What is shown of a claim; ``doubt`` says in Dutch why a verdict was not taken over, or ""."""

    verdict: Verdict
    doubt: str = ""


def guarded(claim: str, answer: Answer | None, cited: tuple[Report, ...]) -> Checked:
    """Return the verdict to show: the engine's, or "staat er niet in" where it is not proven.

    ``cited`` are the reports of ``answer.citations``, in that order. What is no verdict on a claim
    proves nothing. For "klopt" all numbers must be shown exactly (one that says "ruim" or is a
    range is the engine's to weigh), and years and names must stand in the cited sections or in the
    report's title and place.
    """
    if answer is None or answer.kind is not Kind.CLAIM or not answer.citations:
        return Checked(Verdict.NOT_FOUND)
    if answer.verdict in {None, Verdict.NOT_FOUND}:
        return Checked(Verdict.NOT_FOUND)
    numbers = find_quantities(claim)
    if numbers and negates(claim):
        return Checked(Verdict.NOT_FOUND, _DENIES)
    if answer.verdict is Verdict.CONTRADICTED:
        return Checked(Verdict.NOT_FOUND, _SEVERAL) if len(numbers) > 1 else Checked(answer.verdict)
    missing = _unproven(claim, answer, cited)
    if missing:
        named = ", ".join(f"‘{part}’" for part in missing)
        return Checked(Verdict.NOT_FOUND, _UNPROVEN.format(parts=named))
    return Checked(Verdict.SUPPORTED)


def _unproven(claim: str, answer: Answer, cited: tuple[Report, ...]) -> tuple[str, ...]:
    """Return the parts of a claim that do not stand where it is said to be proven."""
    around = " ".join(_around(answer.citations, cited)).casefold()
    missing = [*_numbers(claim, answer), *_years(claim, cited, around)]
    missing += [name for name in names(claim) if name.casefold() not in around]
    return tuple(dict.fromkeys(missing))


def _numbers(claim: str, answer: Answer) -> Iterator[str]:
    """Yield each exact number that neither the answer nor its quotes show."""
    shown = {_bare(part.value) for part in answer.figures}
    shown |= {_bare(answer.value)} if answer.value is not None else set()
    for citation in answer.citations:
        shown |= {_bare(each.value) for each in find_quantities(citation.quote)}
    for quantity in find_quantities(claim):
        exact = quantity.about is None and quantity.value_max is None
        if exact and _bare(quantity.value) not in shown:
            yield quantity.span.cut(claim)


def _bare(value: Decimal) -> Decimal:
    return value.normalize()


def _years(claim: str, cited: tuple[Report, ...], around: str) -> Iterator[str]:
    about = {str(report.year) for report in cited}
    for year in _YEAR.findall(claim):
        if year not in about and year not in around:
            yield year


def _around(citations: tuple[Citation, ...], cited: tuple[Report, ...]) -> Iterator[str]:
    """Yield what stands around each quote: its section, and the report's title and place."""
    for citation, report in zip(citations, cited, strict=True):
        yield f"{citation.quote} {report.title} {report.municipality or ''}"
        section = report.section_at(citation.start)
        if section is not None:
            yield report.quote(section.span)
        else:
            page = next((p for p in report.pages if p.number == citation.page), None)
            yield report.quote(page.span if page else Span(citation.start, citation.end))
