"""Why an answer was chosen: the frame, the candidates with their features, and what decided."""

from collections.abc import Sequence
from dataclasses import dataclass

from answer.answer import Answer, Status
from answer.frame import Frame
from answer.inquiry import Inquiry
from answer.link import Link, link
from answer.sentences import Scored, rank_sentences
from answer.text_fit import text_fit
from answer.view import SectionView
from answer.words import Role

_CANDIDATES = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that might have answered, best first: a line, a section or a sentence.

    ``score`` orders candidates of one sort. ``covered`` is the share of the question's content that
    is met, by weight, from 0 to 1; ``missing`` the words that are not.
    """

    sort: str  # section, line or sentence
    name: str
    document: str
    score: float
    covered: float
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """How one question was read and what was weighed; the page and `ask --explain` show it.

    ``slots`` are pairs of a slot's name and its value, in a fixed order. ``decision`` says in one
    sentence (Dutch) why there is this answer or none.
    """

    slots: tuple[tuple[str, str], ...]
    candidates: tuple[Candidate, ...]
    decision: str


def explain(inquiry: Inquiry, answer: Answer) -> Explanation:
    """Return what was weighed for ``answer``: at most five links and five sentences."""
    asked = inquiry.asked
    links = link(asked, inquiry.frame.context, inquiry.views)[:_CANDIDATES]
    ranked = rank_sentences(inquiry, asked, lambda view: text_fit(inquiry.frame, view))
    return Explanation(
        slots=_slots(inquiry.frame),
        candidates=(*map(_linked, links), *map(_scored, ranked[:_CANDIDATES])),
        decision=_decision(answer),
    )


def _slots(frame: Frame) -> tuple[tuple[str, str], ...]:
    words = [f"{w.text} ({w.weight:.2f})" for w in frame.words if w.role is Role.CONTENT]
    return (
        ("gevraagd", str(frame.ask)),
        ("bewerking", str(frame.operation or "-")),
        ("eenheid", frame.unit or "-"),
        ("over", ", ".join(words) or "-"),
        ("geteld", " ".join(w.text for w in frame.counted) or "-"),
        ("jaren", ", ".join(map(str, frame.years)) or "-"),
        ("paragrafen", ", ".join(frame.sections) or "-"),
        ("uit het gesprek", ", ".join(w.text for w in frame.context) or "-"),
    )


def _linked(made: Link) -> Candidate:
    target = made.target
    section = isinstance(target, SectionView)
    return Candidate(
        sort="section" if section else "line",
        name=target.section.title if isinstance(target, SectionView) else target.label,
        document=target.report.id,
        score=round(made.score, 3),
        covered=round(made.covered, 3),
        missing=tuple(word.asked for word in made.missing),
    )


def _scored(scored: Scored) -> Candidate:
    return Candidate(
        sort="sentence",
        name=scored.view.text,
        document=scored.view.report.id,
        score=round(scored.score, 3),
        covered=round(scored.covered, 3),
        missing=tuple(word.asked for word in scored.missing),
    )


def _decision(answer: Answer) -> str:
    if answer.status is Status.NOT_FOUND:
        missing = ", ".join(answer.missing) or "niets dat past"
        return f"Geweigerd: niet gevonden is {missing}."
    places = _places(answer)
    return f"Beantwoord als {answer.kind} met {len(answer.citations)} bronnen ({places})."


def _places(answer: Answer) -> str:
    numbers: Sequence[str] = [c.section_number or c.document for c in answer.citations]
    return ", ".join(dict.fromkeys(numbers)) or "-"
