"""Questions about money: decides between a line, a total, several, and an amount in the prose."""

from collections.abc import Sequence

from answer.amounts import answer_target, several, total_of
from answer.answer import Operation
from answer.comparisons import compare, count_lines, rank, share
from answer.draft import Draft, DraftPart, Refusal, Result
from answer.inquiry import Inquiry
from answer.prose_amounts import prose_amount
from answer.targets import Target, choose
from answer.view import LineView, SectionView
from answer.wholes import all_but, lines_of, numbered_sections, side_by_side, whole_report


def answer_money(inquiry: Inquiry) -> Result:
    """Return the amount, total or comparison that was asked for, or why there is none."""
    operation = inquiry.frame.operation
    if operation in (Operation.MAX, Operation.MIN, Operation.TOP):
        return rank(inquiry)
    if operation is Operation.DIFFERENCE:
        return compare(inquiry)
    if operation is Operation.SHARE:
        return share(inquiry)
    if operation is Operation.COUNT:
        return count_lines(inquiry)
    return _whole(inquiry) or _named(inquiry)


def _whole(inquiry: Inquiry) -> Result | None:
    """Return the total of wholes that are named as such: by number, all but one, the report."""
    frame = inquiry.frame
    rest = all_but(inquiry)
    if rest:
        return total_of(rest[0], f"alles behalve {rest[1]}", frame)
    numbered = numbered_sections(inquiry)
    if len(numbered) > 1 or (numbered and not _names_a_line(inquiry)):
        title = " + ".join(section.section.title for section in numbered)
        return total_of(lines_of(numbered), title, frame)
    asked = inquiry.asked
    if frame.whole or not asked:
        reports = whole_report(inquiry, asked)
        if reports and (frame.whole or not inquiry.frame.context):
            return _reports(inquiry, reports)
    return None


def _names_a_line(inquiry: Inquiry) -> bool:
    targets = choose(inquiry, inquiry.asked) if inquiry.asked else Refusal()
    return not isinstance(targets, Refusal) and isinstance(targets[0], LineView)


def _reports(inquiry: Inquiry, reports: Sequence[object]) -> Result | None:
    views = [view for view in inquiry.views if any(view is report for report in reports)]
    said = inquiry.frame.question.lower()
    named = [view for view in views if _file_words(view.report.id) & set(said.split())]
    chosen = named or views
    if len(chosen) != 1:
        return None
    view = chosen[0]
    if inquiry.frame.years and view.report.year not in inquiry.frame.years:
        return None
    lines = tuple(line for line in view.lines if not line.first.is_total)
    return total_of(lines, view.report.title, inquiry.frame)


def _file_words(report_id: str) -> set[str]:
    return {part for part in report_id.lower().split("-") if part.isalpha() and len(part) > 4}


def _named(inquiry: Inquiry) -> Result:
    """Return the amount of what the question names, the prose when no table has it."""
    asked = inquiry.asked
    if not asked:
        return Refusal(missing=(inquiry.frame.question.strip(),))
    targets = choose(inquiry, asked)
    if inquiry.frame.whole or isinstance(targets, Refusal):
        together = side_by_side(inquiry)
        if together and (isinstance(targets, Refusal) or len(together) > 1):
            return total_of(lines_of(together), _names(together), inquiry.frame)
    if isinstance(targets, Refusal):
        found = prose_amount(inquiry)
        return found if isinstance(found, Draft) else _better(targets, found)
    if len(targets) == 1:
        return answer_target(targets[0], inquiry)
    return _alternatives(targets, inquiry)


def _better(table: Refusal, prose: Refusal) -> Refusal:
    return table if len(table.missing) <= len(prose.missing) or not prose.missing else prose


def _names(targets: Sequence[Target]) -> str:
    return " + ".join(t.section.title if isinstance(t, SectionView) else t.label for t in targets)


def _alternatives(targets: Sequence[Target], inquiry: Inquiry) -> Result:
    """Return all that the question may mean, those without the asked year left out."""
    drafts = [answer_target(target, inquiry) for target in targets]
    found = [draft for draft in drafts if isinstance(draft, Draft) and draft.value is not None]
    if len(found) <= 1:
        return found[0] if found else drafts[0]
    return several(tuple(_as_part(draft) for draft in found), found[0].subject)


def _as_part(draft: Draft) -> DraftPart:
    evidence = draft.evidence[:1] or tuple(e for part in draft.parts for e in part.evidence)
    first = draft.parts[0] if draft.parts else None
    number = first.section_number if first else None
    return DraftPart(draft.subject, draft.value or 0, draft.unit or "euro", number, evidence)
