"""Lists: the lines of a section, bullets under a sentence, and enumerations within one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from answer.answer import Kind
from answer.bag import Bag
from answer.draft import Draft, Refusal, not_met
from answer.evidence import Evidence
from answer.inquiry import Inquiry
from answer.link import MET
from answer.targets import choose
from answer.view import LineView, ReportView, SentenceView
from answer.words import Word
from ingest.report import Report, Sentence
from ingest.span import Span
from store.terms import stem, words

_LINES = re.compile(
    r"\b(post|posten|regels?|onderdelen|onderdeel|budgetregels?|besteed|uitgegeven|ingezet|waaraan|"
    r"waaruit|gebruikt|bestemd|bedoeld|naartoe|heen|spent|items|lines|subsidies|bedragen)\b",
    re.IGNORECASE,
)
# Where an enumeration begins within a sentence; what stands before it says what is listed.
_OPENS = re.compile(
    r":\s|\b(zoals|waaronder|te weten|namelijk|bestaande uit|bestaat uit|bestonden uit|bestaan uit|"
    r"onder andere|onder meer|tussen|such as)\b|\bals\b(?=[^.]*,)|\(|\bzijn\b(?=[^.]*,[^.]* en )",
    re.IGNORECASE,
)
_COMMA = re.compile(r"\s*[,;]\s*")
_LAST_AND = re.compile(r"(.+)\s(?:en|and|maar ook)\s(.+)$")
_COVERED = 0.5
_COUNT_FITS = 0.3
# What is asked about is no item of its own list.
_AMONG = 0.6
_LONGEST_ITEM = 140
_LEAD_WORDS = 8
_EXPLAINED = 3  # sentences of an explanation that say what a line was for
_LABEL_WORDS = 5  # a label line between a sentence and its list ("Operationele doelen")


@dataclass(frozen=True, slots=True)
class _Series:
    """Items that belong together: ``about`` holds the words that say what they are."""

    view: ReportView
    items: tuple[str, ...]
    span: Span
    evidence: tuple[Evidence, ...]
    about: Bag
    near: Bag


def answer_list(inquiry: Inquiry) -> Draft | Refusal:
    """Return the items that were asked for, in the order of the report, or what is missing."""
    lines = _budget_lines(inquiry)
    if lines:
        return lines
    asked = inquiry.asked or inquiry.frame.context
    series = [
        s
        for view in inquiry.views
        for s in (*_bullets(view), *_enumerations(view), *_repeated(view, asked))
    ]
    scored = sorted(
        ((_score(s, inquiry, asked), -s.span.start, i) for i, s in enumerate(series)), reverse=True
    )
    if not scored or scored[0][0] < _COVERED:
        near = tuple(series[i].evidence[0] for _, _, i in scored[:3])
        return Refusal(missing=not_met(tuple(asked)), closest=near, confidence=0.5)
    best = series[scored[0][2]]
    return Draft(
        kind=Kind.LIST,
        subject=best.items[0],
        evidence=best.evidence,
        items=best.items,
        confidence=min(0.9, 0.4 + 0.4 * scored[0][0]),
    )


def _budget_lines(inquiry: Inquiry) -> Draft | None:
    """Return the labels of a section's lines where the question is about where money went."""
    if not _LINES.search(inquiry.frame.question):
        return None
    asked = tuple(w for w in inquiry.asked if not _LINES.search(w.text)) or inquiry.frame.context
    targets = choose(inquiry, asked) if asked else Refusal()
    if isinstance(targets, Refusal):
        return None
    section = targets[0]
    if isinstance(section, LineView):
        return _what_for(section)
    return Draft(
        kind=Kind.LIST,
        subject=section.section.title,
        evidence=tuple(Evidence(line.report, line.first.span) for line in section.lines),
        items=tuple(line.label for line in section.lines),
        confidence=0.9,
    )


def _what_for(line: LineView) -> Draft | None:
    """Return the explanation of a line: what its money was used for."""
    explained = [s for s in line.report.sentences if s.figure == line.first.index]
    if not explained:
        return None
    places = tuple(Evidence(line.report, s.span) for s in explained[:_EXPLAINED])
    row = Evidence(line.report, line.first.span)
    return Draft(Kind.TEXT, line.label, (*places, row), confidence=0.8)


def _bullets(view: ReportView) -> list[_Series]:
    """Return the runs of list items, each with the sentence that leads to them."""
    runs: list[list[SentenceView]] = []
    for sentence in view.sentences:
        if sentence.sentence.bullet is None:
            continue
        last = runs[-1][-1] if runs else None
        if last and _continues(last, sentence):
            runs[-1].append(sentence)
        else:
            runs.append([sentence])
    return [_bullet_series(view, run) for run in runs if len(run) > 1]


def leads_to(view: SentenceView) -> Draft | None:
    """Return the list that a sentence leads to ("Het college besluit:"), or None."""
    report, here = view.report, view.sentence
    items: list[Sentence] = []
    for sentence in report.sentences[here.index + 1 :]:
        said = report.quote(sentence.span).rstrip()
        if not _same_part(report, sentence, here) or (sentence.bullet is None and items):
            break
        if sentence.bullet is not None:
            items.append(sentence)
        elif not said.endswith(":") and (said.endswith(".") or len(said.split()) > _LABEL_WORDS):
            break
    if not view.text.endswith(":") or len(items) < 2:
        return None
    return Draft(
        kind=Kind.LIST,
        subject=view.text,
        evidence=tuple(Evidence(report, item.span) for item in items),
        items=tuple(" ".join(report.quote(item.span).split()).rstrip(";") for item in items),
        confidence=0.75,
    )


def _same_part(report: Report, one: Sentence, other: Sentence) -> bool:
    """Tell whether two sentences stand under one numbered heading; a label between is no border."""
    return one.section == other.section or (
        report.numbered_section(one.section) == report.numbered_section(other.section)
        and report.numbered_section(other.section) is not None
    )


def _continues(last: SentenceView, sentence: SentenceView) -> bool:
    same = last.sentence.section == sentence.sentence.section
    near = sentence.sentence.index - last.sentence.index <= 2
    return same and near and last.sentence.figure == sentence.sentence.figure


def _bullet_series(view: ReportView, run: list[SentenceView]) -> _Series:
    at = view.sentences.index(run[0])
    lead = view.sentences[at - 1] if at else None
    leads = lead is not None and lead.sentence.section == run[0].sentence.section
    evidence = tuple(Evidence(view.report, s.sentence.span) for s in run)
    about = lead.bag if lead is not None and leads else Bag(frozenset(), frozenset(), frozenset())
    return _Series(
        view=view,
        items=tuple(s.text.rstrip(";") for s in run),
        span=run[0].sentence.span.cover(run[-1].sentence.span),
        evidence=evidence,
        about=about,
        near=reduce(or_, (s.near | s.bag for s in run)),
    )


def _enumerations(view: ReportView) -> list[_Series]:
    found = []
    for sentence in view.sentences:
        for match in _OPENS.finditer(sentence.text):
            tail = sentence.text[match.end() :]
            if match.group() == "(":
                tail = tail.split(")")[0]
            items = _items(tail)
            if len(items) > 1:
                place = Evidence(view.report, sentence.sentence.span)
                found.append(
                    _Series(
                        view=view,
                        items=items,
                        span=sentence.sentence.span,
                        evidence=(place,),
                        about=_lead(sentence.text[: match.start()]),
                        near=sentence.bag | sentence.near,
                    )
                )
    return found


def _lead(text: str) -> Bag:
    """Return the words just before an enumeration, which say what it lists."""
    forms = words(text)[-_LEAD_WORDS:]
    return Bag(frozenset(map(stem, forms)), frozenset(), frozenset(forms))


def _items(tail: str) -> tuple[str, ...]:
    """Return what stands between commas, and on both sides of the last "en".

    An "en" within an item stays ("ruimte voor sport en bewegen"): only the last piece is split, at
    its last "en".

    >>> _items("bingo, kunst en cultuur en de markt.")
    ('bingo', 'kunst en cultuur', 'markt')
    """
    pieces = _COMMA.split(tail)
    last = _LAST_AND.match(pieces[-1])
    pieces[-1:] = list(last.groups()) if last else pieces[-1:]
    items = [
        re.sub(r"^(?:maar ook |en |and )?(?:de |het |een )?", "", p.strip(" .;:()")) for p in pieces
    ]
    items = [item for item in items if item]
    return () if any(len(item) > _LONGEST_ITEM for item in items) else tuple(items)


def _repeated(view: ReportView, asked: Sequence[Word]) -> list[_Series]:
    """Return what follows a noun that opens several sentences ("Binnen de themalijn X is ...")."""
    found = []
    for word in asked:
        root = word.text[: max(5, len(word.text) - 2)]
        pattern = re.compile(
            rf"\b{re.escape(root)}\w*\s+"
            r"((?:(?!\b(?:is|zijn|wordt|worden|we)\b).){3,60}?)\s+"
            r"(?:is|zijn|wordt|worden|we|breid\w*|werd\w*)\b",
            re.IGNORECASE,
        )
        hits = [(s, m) for s in view.sentences if (m := pattern.search(s.text))]
        if len(hits) >= 3:
            first = hits[0][0]
            found.append(
                _Series(
                    view=view,
                    items=tuple(m.group(1) for _, m in hits),
                    span=first.sentence.span,
                    evidence=tuple(Evidence(view.report, s.sentence.span) for s, _ in hits),
                    about=first.bag,
                    near=first.near | view.title,
                )
            )
    return found


def _score(series: _Series, inquiry: Inquiry, asked: Sequence[Word]) -> float:
    total = sum(word.weight for word in asked) or 1.0
    met = sum(w.weight * max(series.about.meets(w), 0.7 * series.near.meets(w)) for w in asked)
    if series.evidence[1:] == () and asked and series.about.meets(asked[0]) < MET:
        return 0.0  # an enumeration of something else
    subject = [w for w in asked if w.is_name or (w is not asked[0] and not w.is_verb)]
    if any(max(series.about.meets(w), series.near.meets(w)) < MET for w in subject):
        return 0.0
    if any(
        w.stem in {stem(form) for item in series.items for form in words(item)} for w in asked[-1:]
    ):
        met -= _AMONG * total
    wanted = inquiry.frame.top
    count = len(series.items)
    fits = _COUNT_FITS if wanted == count else (-_COUNT_FITS if wanted else 0.0)
    return met / total + fits
