"""The score of one answer: right or not, and how honest its sources are."""

from dataclasses import dataclass

from evals.documents import Documents
from evals.given import Given, GivenCitation
from evals.partial import asks_sum, is_silent_partial
from evals.question import GoldQuestion
from evals.rules import fault
from evals.support import supports


@dataclass(frozen=True, slots=True)
class Score:
    """What one answer earned; the counts add up over questions into shares.

    ``fault`` is empty when the answer is right. ``quotes`` counts every quote shown, the nearest
    passages of a refusal included; ``paged`` those of formats with pages. ``supporting`` counts
    citations that cover a gold quote, ``covered`` the gold quotes that a citation covers.
    """

    fault: str
    answerable: bool
    refused: bool
    sum_asked: bool
    silent_partial: bool
    confidence: float
    quotes: int
    verbatim: int
    paged: int
    on_page: int
    citations: int
    supporting: int
    gold_quotes: int
    covered: int

    @property
    def right(self) -> bool:
        """Return whether the answer is right, strictly."""
        return not self.fault


def score(question: GoldQuestion, given: Given, documents: Documents) -> Score:
    """Return the score of ``given`` for ``question``, its quotes checked against ``documents``."""
    quotes = (*given.citations, *given.closest)
    paged = tuple(quote for quote in quotes if _has_pages(quote, documents))
    return Score(
        fault=fault(question, given) or "",
        answerable=not question.gold.refusable,
        refused=given.refused,
        sum_asked=asks_sum(question.gold),
        silent_partial=is_silent_partial(question.gold, given),
        confidence=given.confidence,
        quotes=len(quotes),
        verbatim=sum(_is_verbatim(quote, documents) for quote in quotes),
        paged=len(paged),
        on_page=sum(_is_on_page(quote, documents) for quote in paged),
        citations=len(given.citations),
        supporting=sum(
            any(supports(citation, gold) for gold in question.evidence)
            for citation in given.citations
        ),
        gold_quotes=len(question.evidence),
        covered=sum(
            any(supports(citation, gold) for citation in given.citations)
            for gold in question.evidence
        ),
    )


def no_answer(question: GoldQuestion, error: str) -> Score:
    """Return the score of a question that got no answer at all."""
    return Score(
        fault=f"no answer: {error}",
        answerable=not question.gold.refusable,
        refused=False,
        sum_asked=asks_sum(question.gold),
        silent_partial=False,
        confidence=0.0,
        quotes=0,
        verbatim=0,
        paged=0,
        on_page=0,
        citations=0,
        supporting=0,
        gold_quotes=len(question.evidence),
        covered=0,
    )


def _is_verbatim(citation: GivenCitation, documents: Documents) -> bool:
    document = documents.get(citation.document)
    return document is not None and document.holds(citation.quote)


def _has_pages(citation: GivenCitation, documents: Documents) -> bool:
    document = documents.get(citation.document)
    return citation.page is not None or (document is not None and bool(document.pages))


def _is_on_page(citation: GivenCitation, documents: Documents) -> bool:
    document = documents.get(citation.document)
    if document is None or citation.page is None:
        return False
    last = citation.page_end if citation.page_end is not None else citation.page
    return document.holds_on(citation.quote, citation.page, last)
