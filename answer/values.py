"""The one value of each of several targets, to be ranked or held against a bound."""

from collections.abc import Sequence
from dataclasses import replace

from answer.amounts import answer_target, title_of
from answer.draft import Draft, DraftPart
from answer.inquiry import Inquiry
from answer.targets import Target, evidence_of
from answer.totals import draft_part
from answer.view import SectionView


def values_of(targets: Sequence[Target], inquiry: Inquiry) -> tuple[DraftPart, ...]:
    """Return the value of each target that has one."""
    parts = []
    for target in targets:
        draft = answer_target(target, inquiry)
        if isinstance(draft, Draft) and draft.value is not None:
            part = replace(draft_part(draft), label=title_of(target))
            section = isinstance(target, SectionView)
            number = (
                target.section.number if isinstance(target, SectionView) else part.section_number
            )
            places = (evidence_of(target), *part.evidence) if section else part.evidence
            parts.append(replace(part, section_number=number, evidence=places))
    return tuple(parts)
