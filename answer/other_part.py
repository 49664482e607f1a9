"""The other part of a theme: "en het andere onderdeel?" behind a question about one of its rows."""

import re

from answer.amounts import answer_target
from answer.around import section_around
from answer.draft import Refusal, Result
from answer.earlier import earlier_subject
from answer.inquiry import Inquiry
from answer.targets import choose, things
from answer.totals import Whole, total_of
from answer.view import LineView, SectionView
from answer.wholes import whole_of_report

_OTHER = re.compile(
    r"\b(?:het|de|the)\s+(?:andere?|overige|other)\s+"
    r"(?:onderdeel|onderdelen|post(?:en)?|regels?|parts?|lines?|items?|"
    r"(?P<themes>thema['’]?s?|hoofdstuk(?:ken)?|paragra(?:af|fen)|themes?|sections?))\b",
    re.IGNORECASE,
)


def other_part(inquiry: Inquiry) -> Result | None:
    """Return the amount of a theme's rows beside the one that was spoken of before.

    None where the question asks for no other part. Refused where it does not show beside which.
    """
    asked = _OTHER.search(inquiry.frame.question)
    if asked is None:
        return None
    before, theme = _spoken_of(inquiry)
    if asked["themes"]:
        return _other_themes(theme, inquiry) if theme else Refusal(missing=(asked.group(),))
    if theme is None or not before:
        return Refusal(missing=(asked.group(),))
    rest = tuple(row for row in theme.lines if not any(row is other for other in before))
    if not rest or len(rest) == len(theme.lines):
        return Refusal(missing=(asked.group(),))
    if len(rest) == 1:
        return answer_target(rest[0], inquiry)
    names = " en ".join(dict.fromkeys(row.label for row in before))
    spans = ((theme.report, theme.section.span),)
    subject = f"{theme.section.title}, zonder {names}"
    return total_of(Whole(subject, rest, spans, before=theme.lines), inquiry.frame)


def _other_themes(theme: SectionView, inquiry: Inquiry) -> Result:
    """Return the total of the report without the theme that was spoken of."""
    view = next(view for view in inquiry.views if view.report is theme.report)
    whole = whole_of_report(view)
    rest = tuple(row for row in view.lines if not any(row is other for other in theme.lines))
    subject = f"{whole.subject}, zonder {theme.section.title}"
    return total_of(Whole(subject, rest, whole.spans, before=view.lines), inquiry.frame)


def _spoken_of(inquiry: Inquiry) -> tuple[tuple[LineView, ...], SectionView | None]:
    """Return the rows that were spoken of, and the theme that is named or stands around them."""
    said = things(inquiry.asked)
    targets = choose(inquiry, said) if said else Refusal()
    named = () if isinstance(targets, Refusal) else targets
    earlier = earlier_subject(inquiry, inquiry.frame.context)
    before = tuple(t for t in earlier or named if isinstance(t, LineView))
    themes = [t for t in (*named, *earlier) if isinstance(t, SectionView)]
    if themes:
        return before, themes[0]
    return before, section_around(before[0], inquiry) if before else None
