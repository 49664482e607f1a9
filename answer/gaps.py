"""What was left over of a budget, how far it was overrun, and by how much a reserve changed.

A report that prints a column for it ("Restant", "Verschil") is quoted; else the two amounts of the
row are compared, and the answer shows both.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.amounts import answer_lines, answer_target, whole_of
from answer.cells import cells_of, narrow
from answer.cues import LEFT_OVER, OVERRUN
from answer.draft import Draft, DraftPart
from answer.frame import Frame
from answer.inquiry import Inquiry
from answer.measures import kinds_named, wanted_in
from answer.parts import cell_part, difference
from answer.side_by_side import lines_only
from answer.subjects import subject_of
from answer.targets import Target
from answer.topics import left_out
from answer.totals import draft_part
from answer.words import Role

_CHANGED = re.compile(
    r"\b(?:gedaald|daalt|daalde|gestegen|steeg|stijgt|afgenomen|toegenomen|gegroeid|gekrompen|"
    r"omhoog|omlaag|fell|rose|decreased?|increased?|grown?|grew)\b",
    re.IGNORECASE,
)
_SAID = frozenset(
    """
    hield hielden houdt houden bleef blijft bleven over overgehouden overgebleven resteert resteerde
    restant onderbesteding onderuitputting opgemaakt left overschrijding overschrijdingen
    overschreden overschrijdt overspending overspent nog gedaald daalt daalde gestegen steeg stijgt
    afgenomen toegenomen gegroeid gekrompen omhoog omlaag decreased increased
    """.split()
)
_PRINTED = ("restant", "verschil")
_CYCLE = ("realisatie", "begroot")


def answer_gap(inquiry: Inquiry) -> Draft | None:
    """Return what was left, overrun or changed of the one thing that is named, else None."""
    question = inquiry.frame.question
    gap = bool(LEFT_OVER.search(question) or OVERRUN.search(question))
    if (not gap and not _CHANGED.search(question)) or left_out(inquiry.frame.words, question)[1]:
        return None  # "wat blijft er over als je X niet meetelt" asks for the rest of a sum
    bare = replace(inquiry, frame=_without_gap_words(inquiry.frame))
    targets = subject_of(bare)
    if not targets:
        return None
    return _gap(targets, bare) if gap else _change(targets, bare)


def _without_gap_words(frame: Frame) -> Frame:
    kept = tuple(word for word in frame.words if word.text not in _SAID)
    return replace(frame, words=kept, operation=None, whole=False)


def _gap(targets: Sequence[Target], inquiry: Inquiry) -> Draft | None:
    """Return the printed gap, else the difference of what was planned and what was spent."""
    for kind in _PRINTED:
        printed = _value(targets, _measured(inquiry, kind))
        if printed is not None:
            return printed
    parts = [_named(_value(targets, _measured(inquiry, kind)), kind) for kind in _CYCLE]
    found = [part for part in parts if part is not None]
    return difference(found) if len(found) == len(_CYCLE) else None


def _change(targets: Sequence[Target], inquiry: Inquiry) -> Draft | None:
    """Return by how much a reserve changed between its two dates of one year."""
    lines = lines_only(targets)
    cells = narrow(cells_of(lines), _measured(inquiry, "stand").frame)
    dated = tuple(cell for cell in cells if cell.kind == "stand")
    columns = {cell.figure.column_path for cell in dated}
    if len(inquiry.frame.years) > 1 or len(dated) != 2 or len(columns) != 2:
        return None
    return difference([cell_part(cell, dated) for cell in dated])


def _measured(inquiry: Inquiry, kind: str) -> Inquiry:
    """Return the question with one kind of figure named, and no other."""
    said = tuple(word for word in inquiry.frame.words if not kinds_named(word))
    named = replace(said[0], text=kind, asked=kind, role=Role.CONTENT) if said else None
    words = (*said, named) if named else said
    return replace(inquiry, frame=replace(inquiry.frame, words=words))


def _value(targets: Sequence[Target], inquiry: Inquiry) -> Draft | None:
    """Return the one amount of that very kind, or None."""
    lines = lines_only(targets)
    kind = next(iter(wanted_in(inquiry.frame.words).kinds))
    rows = lines or tuple(
        line for target in targets[:1] for line in whole_of((target,), inquiry).lines
    )
    if not any(cell.kind == kind for cell in narrow(cells_of(rows), inquiry.frame)):
        return None
    found = answer_lines(lines, inquiry) if lines else answer_target(targets[0], inquiry)
    return found if isinstance(found, Draft) and found.value is not None else None


def _named(draft: Draft | None, kind: str) -> DraftPart | None:
    if draft is None:
        return None
    part = draft_part(draft)
    return replace(part, label=f"{part.label}, {kind}")
