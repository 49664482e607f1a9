"""Questions about money: decides between a line, a total, several, and an amount in the prose."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from answer.added import added, alternatives_of
from answer.all_but import all_but
from answer.amounts import answer_lines, answer_target, whole_of
from answer.answer import Operation
from answer.around import sections_around
from answer.bag import EMPTY
from answer.bounded_lists import bounded_list
from answer.comparisons import compare, share
from answer.draft import Draft, Refusal, Result, not_met
from answer.earlier import earlier_subject
from answer.gaps import answer_gap
from answer.inquiry import Inquiry
from answer.line_counts import count_lines
from answer.link import MET, head_of
from answer.operation_cues import RISES
from answer.other_part import other_part
from answer.parts import several
from answer.prose_amounts import prose_amount
from answer.rankings import rank
from answer.same_name import all_of_one_name, all_of_receiver, rows_under_themes, under_places
from answer.shared_lines import one_of_several
from answer.side_by_side import lines_only, names_all, side_by_side
from answer.targets import Target, choose, evidence_of, things
from answer.topics import ADDING, left_out, split_topics, without_included
from answer.total_beside import total_beside
from answer.totals import Whole, draft_part, total_of
from answer.view import LineView
from answer.wholes import numbered_wholes, ordinal_wholes, whole_reports


def answer_money(inquiry: Inquiry) -> Result:
    """Return the amount, total or comparison that was asked for, or why there is none."""
    frame = inquiry.frame
    asked = without_included(frame.words, frame.question)
    inquiry = replace(inquiry, frame=replace(frame, words=asked))
    operation = frame.operation
    gap = answer_gap(inquiry) if operation in (None, Operation.DIFFERENCE) else None
    if gap is not None:
        return gap
    if operation in (None, Operation.SUM) and _MORE_THAN.search(inquiry.frame.question):
        operation = Operation.DIFFERENCE
        inquiry = replace(inquiry, frame=replace(inquiry.frame, operation=operation))
    if operation is None and RISES.search(frame.question):
        return prose_amount(inquiry)
    special = bounded_list(inquiry) or other_part(inquiry) or _under_themes(inquiry)
    if special is not None:
        return special
    by_operation = _BY_OPERATION.get(operation) if operation else None
    return by_operation(inquiry) if by_operation else _whole(inquiry) or _named(inquiry)


_BY_OPERATION: Mapping[Operation, Callable[[Inquiry], Result]] = MappingProxyType(
    {
        Operation.MAX: rank,
        Operation.MIN: rank,
        Operation.TOP: rank,
        Operation.DIFFERENCE: compare,
        Operation.SHARE: share,
        Operation.COUNT: count_lines,
    }
)


# What speaks of a whole report in the midst of a conversation about a part of it.
_EVERYTHING = re.compile(
    r"\b(alles|alle|hele|geheel|rapport|verslag|terugblik|begroting|jaarrekening|register|overall|"
    r"all|everything|grand|entire|whole)\b",
    re.IGNORECASE,
)
# "How much lower was the realised spending than budgeted".
_MORE_THAN = re.compile(
    r"\b(hoger|lager|more|less|higher|lower|hoeveel meer|hoeveel minder)\b.*\b(dan|than)\b"
    r"|\b(stijg|daal|steeg|groei|gestegen|gedaald|omhoog|omlaag|rise|rose|fall|fell|increase|decrease)"
    r"\w*\b.*\d{4}.*\d{4}",
    re.IGNORECASE,
)


def _whole(inquiry: Inquiry) -> Result | None:
    """Return the total of wholes that are named as such: by number, all but one, the report."""
    frame = inquiry.frame
    rest = _all_but(inquiry) or _around(inquiry)
    if rest:
        return rest
    ordinal = ordinal_wholes(inquiry)
    if ordinal is not None and not _names_a_line(inquiry):
        return _per_whole(ordinal, inquiry) if ordinal else Refusal(missing=(frame.question,))
    numbered = numbered_wholes(inquiry)
    if numbered and (len(frame.sections) > 1 or not _names_a_line(inquiry)):
        return _per_whole(numbered, inquiry)
    if frame.sections or (things(inquiry.asked) and not frame.whole) or _names_a_thing(inquiry):
        return None
    if not frame.context or _EVERYTHING.search(frame.question):
        reports = whole_reports(inquiry)
        return _per_whole(reports, inquiry) if reports else None
    return None


def _around(inquiry: Inquiry) -> Result | None:
    around = sections_around(inquiry) if inquiry.frame.around else ()
    return _per_whole(around, inquiry) if around else None


def _per_whole(wholes: Sequence[Whole], inquiry: Inquiry) -> Result:
    """Return the total of each whole; never a sum over reports."""
    results = [total_of(whole, inquiry.frame) for whole in wholes]
    if len(results) == 1:
        return results[0]
    single = [r for r in results if isinstance(r, Draft) and r.value is not None]
    found = single or [r for r in results if isinstance(r, Draft)]
    if len(found) <= 1:
        return found[0] if found else results[0]
    return several(tuple(draft_part(draft) for draft in found), found[0].subject)


def _names_a_line(inquiry: Inquiry) -> bool:
    targets = choose(inquiry, inquiry.asked) if things(inquiry.asked) else Refusal()
    return not isinstance(targets, Refusal) and isinstance(targets[0], LineView)


def _names_a_thing(inquiry: Inquiry) -> bool:
    """Tell that a section or line bears all the words that a report's title might also hold."""
    said = things(inquiry.asked) or (inquiry.asked if len(inquiry.asked) > 1 else ())
    targets = choose(inquiry, said) if said else Refusal()
    if isinstance(targets, Refusal):
        return False
    return all(targets[0].name.meets(word) >= MET for word in said)


def _all_but(inquiry: Inquiry) -> Result | None:
    """Return the total of a whole without a part; what can't be left out is not counted either."""
    rest = all_but(inquiry)
    if rest:
        return _per_whole(rest, inquiry)
    gone = tuple(word for word in left_out(inquiry.frame.words)[1] if word in inquiry.asked)
    return Refusal(missing=not_met(gone)) if gone else None


def _under_themes(inquiry: Inquiry) -> Result | None:
    rows = rows_under_themes(inquiry)
    if isinstance(rows, Refusal):
        return rows
    whole = whole_of(rows, inquiry, subject=rows[0].label) if rows else None
    return total_of(whole, inquiry.frame) if whole else None


def _named(inquiry: Inquiry) -> Result:
    """Return the amount of what the question names, the prose when no table has it."""
    asked = inquiry.asked
    targets = _targets(inquiry)
    if not asked and isinstance(targets, Refusal):
        return Refusal(missing=(inquiry.frame.question.strip(),))
    shared = None if isinstance(targets, Refusal) else one_of_several(targets[0], asked)
    if shared:
        return shared
    if isinstance(targets, Refusal) or not names_all(targets[0], asked):
        both = side_by_side(inquiry, in_full=not inquiry.frame.whole)
        if len(both) > 1 or (both and isinstance(targets, Refusal)):
            return added(both, inquiry)
    if isinstance(targets, Refusal):
        found = prose_amount(inquiry)
        return found if isinstance(found, Draft) else _better(targets, found)
    lost = _lost(targets, inquiry)
    if lost:
        return Refusal(missing=lost, closest=(evidence_of(targets[0]),))
    return _of_targets(targets, inquiry)


def _lost(targets: Sequence[Target], inquiry: Inquiry) -> tuple[str, ...]:
    """Return the words of a thing to be added that was not found: a part is no whole."""
    asked = things(inquiry.asked)
    split = split_topics(inquiry.frame.words, inquiry.frame.question, ADDING)
    runs = [tuple(word for word in run if word in asked) for run in split]
    around = EMPTY
    alike = all_of_one_name(lines_only(targets), inquiry)  # of a whole they are all counted
    for target in (*targets, *alike) if inquiry.frame.whole else targets[:1]:
        around |= target.name | target.path
        if not inquiry.frame.whole:  # "jongeren en alcohol" may be said of a row in what it says
            around |= target.body
    lost = [run for run in runs if run and not any(around.meets(word) >= MET for word in run)]
    return tuple(word.asked for run in lost for word in run)


def _targets(inquiry: Inquiry) -> tuple[Target, ...] | Refusal:
    """Return what the question names; a follow-up that names only a measure keeps its subject."""
    if things(inquiry.asked) or not inquiry.frame.context:
        return choose(inquiry, inquiry.asked) if inquiry.asked else Refusal()
    return earlier_subject(inquiry, inquiry.frame.context) or Refusal()


def _better(table: Refusal, prose: Refusal) -> Refusal:
    return table if len(table.missing) <= len(prose.missing) or not prose.missing else prose


def _of_targets(targets: tuple[Target, ...], inquiry: Inquiry) -> Result:
    """Return the amount of one target, or of all that the question may mean."""
    lines = all_of_one_name(lines_only(targets), inquiry)
    received = all_of_receiver(lines, inquiry)
    placed = under_places(received or lines, inquiry) if inquiry.frame.whole else lines
    if isinstance(placed, Refusal):
        return placed
    lines = placed
    same = bool(received) or len({head_of(line.label) for line in lines}) == 1
    if lines and same and len(lines) > 1 and inquiry.frame.whole:
        return total_of(
            whole_of(lines, inquiry, subject=min((line.label for line in lines), key=len)),
            inquiry.frame,
        )
    beside = total_beside(lines[0], inquiry) if len(lines) == 1 else None
    if beside is not None:
        return alternatives_of((lines[0], beside), inquiry)
    if lines:
        return answer_lines(lines, inquiry)
    if len(targets) == 1:
        return answer_target(targets[0], inquiry)
    return alternatives_of(targets, inquiry)
