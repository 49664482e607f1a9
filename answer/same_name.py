"""The other lines that a question for all of a thing means: of one name, or of one receiver."""

from answer.inquiry import Inquiry
from answer.link import head_of
from answer.targets import things
from answer.view import LineView
from answer.wholes import names_all


def all_of_one_name(lines: tuple[LineView, ...], inquiry: Inquiry) -> tuple[LineView, ...]:
    """Return the lines, and where all of a thing is asked the others that are called the same.

    "ABCD (asset based ...)-aanpak" in one section and "ABCD" in another are one programme.
    """
    if not lines or not inquiry.frame.whole or len({head_of(line.label) for line in lines}) > 1:
        return lines
    name, reports = head_of(lines[0].label), {line.report.id for line in lines}
    alike = (
        line
        for view in inquiry.views
        if view.report.id in reports
        for line in view.lines
        if head_of(line.label) == name and not any(line is other for other in lines)
    )
    return (*lines, *alike)


def all_of_receiver(lines: tuple[LineView, ...], inquiry: Inquiry) -> tuple[LineView, ...]:
    """Return all lines of the report that bear the name of which the whole is asked, or ().

    "In totaal naar De Brink" is all that De Brink got, under whatever names its activities have.
    """
    asked = things(inquiry.asked)
    if not lines or not inquiry.frame.whole or not all(word.is_name for word in asked):
        return ()
    if len({line.report.id for line in lines}) > 1 or not all(names_all(li, asked) for li in lines):
        return ()
    report = lines[0].report
    view = next(view for view in inquiry.views if view.report is report)
    every = tuple(li for li in view.lines if names_all(li, asked) and not li.first.is_total)
    return every if len(every) > 1 else ()
