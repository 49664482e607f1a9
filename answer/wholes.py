"""The wholes that a question about money may mean: paragraphs by number, a report, all but one."""

from collections.abc import Sequence

from answer.inquiry import Inquiry
from answer.link import MET
from answer.targets import Target, choose
from answer.topics import left_out, split_topics
from answer.draft import Refusal
from answer.view import LineView, ReportView, SectionView
from answer.words import Word


def numbered_sections(inquiry: Inquiry) -> tuple[SectionView, ...]:
    """Return the sections whose numbers the question names, in its order."""
    by_number = [
        section
        for number in inquiry.frame.sections
        for view in inquiry.views
        for section in view.sections
        if section.section.number == number and section.lines
    ]
    return tuple(by_number)


def whole_report(inquiry: Inquiry, asked: Sequence[Word]) -> tuple[ReportView, ...]:
    """Return the reports with budget lines that the question speaks of as a whole.

    Every content word must be met in the title; without any, all reports with lines are meant.
    """
    with_lines = tuple(view for view in inquiry.views if view.lines)
    return tuple(
        view for view in with_lines if all(view.title.meets(word) >= MET for word in asked)
    )


def side_by_side(inquiry: Inquiry) -> tuple[Target, ...]:
    """Return one target for each thing that the question puts side by side, or ().

    Each must be found on its own and be another thing than the others.
    """
    own = set(inquiry.asked)
    runs = [
        tuple(word for word in run if word in own) for run in split_topics(inquiry.frame.words)
    ]
    runs = [run for run in runs if run]
    if len(runs) < 2:
        return ()
    chosen: list[Target] = []
    for run in runs:
        targets = choose(inquiry, run)
        if isinstance(targets, Refusal):
            return ()
        chosen += [target for target in targets if not any(target is other for other in chosen)]
    return tuple(chosen) if len(chosen) >= len(runs) else ()


def lines_of(targets: Sequence[Target]) -> tuple[LineView, ...]:
    """Return the lines of all targets, each once, in the order of the report."""
    lines: list[LineView] = []
    for target in targets:
        inside = target.lines if isinstance(target, SectionView) else (target,)
        lines += [line for line in inside if not any(line is other for other in lines)]
    return tuple(lines)


def all_but(inquiry: Inquiry) -> tuple[tuple[LineView, ...], str] | None:
    """Return the lines that are left when the question leaves something out, and its name."""
    kept, out = left_out(inquiry.frame.words)
    if not out:
        return None
    without = choose(inquiry, out)
    if isinstance(without, Refusal):
        return None
    base = _base(inquiry, kept)
    gone = lines_of(without)
    left = tuple(line for line in base if not any(line is other for other in gone))
    name = " en ".join(
        t.section.title if isinstance(t, SectionView) else t.label for t in without
    )
    return (left, name) if left and len(left) < len(base) else None


def _base(inquiry: Inquiry, kept: Sequence[Word]) -> tuple[LineView, ...]:
    if kept:
        targets = choose(inquiry, kept)
        if not isinstance(targets, Refusal):
            return lines_of(targets[:1])
    views = whole_report(inquiry, ())
    return tuple(line for line in views[0].lines if not line.first.is_total) if len(views) == 1 else ()
