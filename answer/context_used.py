"""Whether the earlier turns of a conversation had a part in an answer."""

from answer.draft import Draft, Refusal
from answer.evidence import Evidence
from answer.frame import Frame
from store.terms import stem, words


def context_used(found: Draft | Refusal, frame: Frame) -> bool:
    """Return whether the evidence, or the titles above it, hold a word of the earlier turns.

    A question that stands by itself is shown as it was asked; one that the conversation helped to
    understand says so.
    """
    if isinstance(found, Refusal):
        return False
    places = (*found.evidence[:1], *(e for part in found.parts for e in part.evidence[:1]))
    met = frozenset[str]().union(*(_words(place) for place in places))
    return any(word.stem in met or set(word.parts) & met for word in frame.context)


def _words(place: Evidence) -> frozenset[str]:
    report = place.report
    section = report.section_at(place.span.start)
    titles = [s.title for s in report.section_path(section.index)] if section else []
    return frozenset(map(stem, words(" ".join((report.quote(place.span), *titles)))))
