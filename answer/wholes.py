"""The wholes that a question about money may mean: paragraphs by number, a report, all but one."""

import re
from collections.abc import Sequence
from itertools import groupby

from answer.amounts import title_of, whole_of
from answer.answer import Operation
from answer.cells import LOOKS_BACK, Cell, cells_of, narrow
from answer.draft import Refusal
from answer.earlier import earlier_subject
from answer.groups import groups_of
from answer.inquiry import Inquiry
from answer.link import MET
from answer.measures import wanted_in
from answer.targets import Target, choose, things
from answer.topics import ADDING, COMPARING, left_out, split_topics, without_places
from answer.totals import Whole
from answer.view import LineView, ReportView, SectionView
from answer.words import Role, Word
from ingest.span import Span
from store.terms import stem, words

# What English calls the kinds of report.
_ENGLISH = {
    "look-back": "terugblik",
    "lookback": "terugblik",
    "review": "terugblik",
    "budget": "begroting",
    "accounts": "jaarrekening",
    "register": "register",
}


def ordinal_wholes(inquiry: Inquiry) -> tuple[Whole, ...] | None:
    """Return the groups and sections that are called "programma 3" as one whole per report.

    None where the question names nothing that way, () where no report has it.
    """
    named = _ORDINAL.search(inquiry.frame.question)
    if not named:
        return None
    kind = stem(named["kind"].lower().rstrip("'’s"))
    numbers = set(re.findall(r"\d{1,2}", named["numbers"]))
    found = [
        (view.report.id, target)
        for view in inquiry.views
        for target in (*view.sections, *groups_of(view))
        if _is_ordinal(target, kind, numbers)
    ]
    return tuple(
        whole_of(tuple(target for _, target in group), inquiry)
        for _, group in groupby(found, key=lambda pair: pair[0])
    )


_ORDINAL = re.compile(
    r"\b(?P<kind>programma(?:['’]?s)?|themas?|thema['’]s|hoofdstuk(?:ken)?|pijlers?)\s+"
    r"(?P<numbers>\d{1,2}(?:(?:,\s*|\s+en\s+)\d{1,2})*)\b(?!\.\d)",
    re.IGNORECASE,
)


def _is_ordinal(target: SectionView, kind: str, numbers: set[str]) -> bool:
    said = words(target.section.title)[:2]
    by_title = len(said) == 2 and stem(said[0]) == kind and said[1] in numbers
    chapter = kind == stem("hoofdstuk") and target.section.number in numbers
    return bool(target.lines) and (by_title or chapter)


def numbered_wholes(inquiry: Inquiry) -> tuple[Whole, ...]:
    """Return the paragraphs whose numbers the question names, as one whole per report.

    Where the question also names them in words, the paragraphs that bear those words are kept.
    """
    sections = tuple(
        section
        for view in inquiry.views
        for number in inquiry.frame.sections
        for section in view.sections
        if section.section.number == number and section.lines
    )
    said = things(inquiry.asked)
    titled = tuple(s for s in sections if said and any(s.name.meets(w) >= MET for w in said))
    return tuple(
        whole_of(tuple(group), inquiry)
        for _, group in groupby(titled or sections, key=lambda section: section.report.id)
    )


def whole_reports(inquiry: Inquiry) -> tuple[Whole, ...]:
    """Return the reports with budget lines that the question speaks of as a whole."""
    return tuple(_whole(view) for view in report_views(inquiry, things(inquiry.asked)))


def report_views(inquiry: Inquiry, asked: Sequence[Word]) -> tuple[ReportView, ...]:
    """Return the reports with fitting figures whose title, kind or name meets all of ``asked``.

    Those that the question names best and that have its measure are kept; all of them are meant.
    """
    fitting = tuple(
        view
        for view in inquiry.views
        if all(view.title.meets(word) >= MET or word.stem in _called(view) for word in asked)
        and _amounts(view, inquiry)
    )
    ranks = [(_named(view, inquiry), _has_measure(view, inquiry)) for view in fitting]
    return tuple(v for v, rank in zip(fitting, ranks, strict=True) if rank == max(ranks))


def _amounts(view: ReportView, inquiry: Inquiry) -> tuple[Cell, ...]:
    euros = [cell for cell in cells_of(view.lines) if cell.figure.unit == "euro"]
    return narrow(euros, inquiry.frame)


def _named(view: ReportView, inquiry: Inquiry) -> int:
    """Return how many words of the question stand in the report's title, kind or file name."""
    return sum(stem(form) in _called(view) for form in _said(inquiry))


def _has_measure(view: ReportView, inquiry: Inquiry) -> bool:
    """Tell that the report has the asked measure, rather than amounts without one."""
    wanted = wanted_in(inquiry.frame.words)
    kinds, sides = wanted.kinds or wanted.loose_kinds, wanted.sides
    # What a report that looks back names without a heading was spent.
    bare = "realisatie" if view.report.kind in LOOKS_BACK else None
    return any(
        (not kinds or (cell.kind or bare) in kinds) and (not sides or cell.side in sides)
        for cell in _amounts(view, inquiry)
    )


def _called(view: ReportView) -> frozenset[str]:
    report = view.report
    name = f"{report.title} {report.kind or ''} {report.id.replace('-', ' ')}"
    return frozenset(map(stem, words(name)))


def _said(inquiry: Inquiry) -> tuple[str, ...]:
    """Return the words that may name a kind of report, English ones in Dutch."""
    asked = [
        w for w in inquiry.frame.words if w.role not in (Role.GRAMMAR, Role.NUMBER, Role.MONEY)
    ]
    question = inquiry.frame.question.lower()
    return (
        *dict.fromkeys(word.text for word in asked),
        *(dutch for english, dutch in _ENGLISH.items() if english in question),
    )


def _whole(view: ReportView) -> Whole:
    return Whole(view.report.title, view.lines, ((view.report, Span(0, len(view.report.text))),))


# Nobody adds up more things in one question; each costs a look at every line of the archive.
_MOST_THINGS = 12


def side_by_side(inquiry: Inquiry, *, in_full: bool = False) -> tuple[Target, ...]:
    """Return one target for each thing that the question puts side by side, or ().

    Each must be found on its own and be another thing than the others; ``in_full`` asks that each
    bears all the words that were said of it.
    """
    return together(inquiry, inquiry.frame.words, in_full=in_full)


def together(
    inquiry: Inquiry, words: Sequence[Word], *, in_full: bool = False
) -> tuple[Target, ...]:
    """Return one target for each of the things in a list of words, or ()."""
    own = set(things(inquiry.asked))
    adds = inquiry.frame.operation in (None, Operation.SUM)
    joins = COMPARING
    if adds:  # "sport met mantelzorg samen" adds; "kinderen met overgewicht" is one thing
        joins = ADDING if inquiry.frame.whole else ADDING - {"met", "with"}
    split = split_topics(words, inquiry.frame.question, joins)
    runs = [run for run in (tuple(w for w in run if w in own) for run in split) if run]
    runs = list(without_places(runs, words, inquiry.frame.question))
    if not 1 < len(runs) <= _MOST_THINGS:
        return ()
    chosen: list[Target] = []
    named = _named_runs(inquiry, runs)
    common: set[str] | None = None
    for run in named:
        targets = choose(inquiry, run)
        if isinstance(targets, Refusal) or (in_full and not names_all(targets[0], run)):
            return ()
        meant = [target for target in targets if names_all(target, run)] or targets[:1]
        reports = {target.report.id for target in meant}
        common = reports if common is None else common & reports
        chosen += [target for target in meant if not any(target is other for other in chosen)]
    kept = [target for target in chosen if not common or target.report.id in common]
    return _in_shared_place(kept, named) if len(kept) >= len(named) > 1 else ()


def _in_shared_place(
    targets: Sequence[Target], runs: Sequence[tuple[Word, ...]]
) -> tuple[Target, ...]:
    """Return the targets in the theme that the last thing is said to be in; all without a theme.

    "De Brink en De Linde voor het zwembad" leaves out what De Brink got elsewhere.
    """
    last = [target for target in targets if any(target.name.meets(w) >= MET for w in runs[-1])]
    beside = [w for w in runs[-1] if all(target.name.meets(w) < MET for target in last)]
    under = [t for t in targets if all(t.path.meets(word) >= MET for word in beside)]
    named = all(any(t.name.meets(w) >= MET for t in under for w in run) for run in runs)
    return tuple(under) if last and beside and named else tuple(targets)


def _named_runs(inquiry: Inquiry, runs: Sequence[tuple[Word, ...]]) -> tuple[tuple[Word, ...], ...]:
    """Return the runs, those that are one name in the reports put together ("Wonen en ruimte")."""
    named: list[tuple[Word, ...]] = []
    at = 0
    while at < len(runs):
        for end in range(len(runs), at, -1):
            joined = tuple(word for run in runs[at:end] for word in run)
            targets = choose(inquiry, joined) if end - at > 1 else Refusal()
            if end - at == 1 or (
                not isinstance(targets, Refusal) and names_all(targets[0], joined)
            ):
                break
        named.append(joined)
        at = end
    return tuple(named)


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
        return tuple(_whole(view) for view in views)
    targets = choose(inquiry, kept) if kept else Refusal()
    if isinstance(targets, Refusal):
        return ()
    return tuple(whole_of((t,), inquiry) for t in targets if isinstance(t, SectionView))


def names_all(target: Target, asked: Sequence[Word]) -> bool:
    """Return whether every word that names a thing stands in one target's own name."""
    return all(target.name.meets(word) >= MET for word in things(asked))


def lines_only(targets: Sequence[Target]) -> tuple[LineView, ...]:
    """Return the targets when all of them are lines, else ()."""
    lines = tuple(target for target in targets if isinstance(target, LineView))
    return lines if len(lines) == len(targets) else ()
