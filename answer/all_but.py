"""A whole without what the question leaves out of it: "valpreventie, zonder De Klup"."""

from collections.abc import Sequence

from answer.amounts import title_of, whole_of
from answer.draft import Refusal
from answer.earlier import earlier_subject
from answer.inquiry import Inquiry
from answer.side_by_side import together
from answer.targets import Target, choose, things
from answer.topics import left_out
from answer.totals import Whole
from answer.view import SectionView
from answer.wholes import report_views, whole_of_report
from answer.words import Word


def all_but(inquiry: Inquiry) -> tuple[Whole, ...]:
    """Return what is left when the question leaves something out, per whole that it may mean."""
    kept, out = left_out(inquiry.frame.words, inquiry.frame.question)
    own = set(inquiry.asked)
    gone_words = things([word for word in out if word in own])
    if not gone_words:
        return ()
    # By their order, not by their offsets: in a conversation they may be of two questions.
    said = inquiry.frame.words
    span = said[said.index(gone_words[0]) : said.index(gone_words[-1]) + 1]
    without = together(inquiry, span) or choose(inquiry, gone_words)
    if isinstance(without, Refusal):
        return ()
    base_words = things([word for word in kept if word in own])
    bases = _bases(inquiry, base_words) if base_words else ()
    bases = bases or _earlier(inquiry, out) or _bases(inquiry, base_words)
    left = [_without(base, without, inquiry) for base in bases]
    return tuple(whole for whole in left if whole is not None)


def _earlier(inquiry: Inquiry, out: Sequence[Word]) -> tuple[Whole, ...]:
    """Return the section that the conversation spoke of last ("en zonder de fysiotherapie?")."""
    context = [word for word in inquiry.frame.context if word not in out]
    targets = earlier_subject(inquiry, context)
    return tuple(whole_of((t,), inquiry) for t in targets if isinstance(t, SectionView))


def _without(base: Whole, out: Sequence[Target], inquiry: Inquiry) -> Whole | None:
    gone = {id(line) for line in whole_of(out, inquiry).lines}
    had = {id(line) for line in base.lines}
    left = tuple(line for line in base.lines if id(line) not in gone)
    if len(left) == len(base.lines) or not left:
        return None
    inside = [t for t in out if any(id(line) in had for line in whole_of((t,), inquiry).lines)]
    names = " en ".join(dict.fromkeys(map(title_of, inside)))
    return Whole(f"{base.subject}, zonder {names}", left, base.spans, before=base.lines)


def _bases(inquiry: Inquiry, kept: Sequence[Word]) -> tuple[Whole, ...]:
    """Return the wholes that something is left out of: a section, or the reports that are meant."""
    views = report_views(inquiry, kept)
    if views:
        return tuple(whole_of_report(view) for view in views)
    targets = choose(inquiry, kept) if kept else Refusal()
    if isinstance(targets, Refusal):
        return ()
    return tuple(whole_of((t,), inquiry) for t in targets if isinstance(t, SectionView))
