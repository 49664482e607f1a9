"""Lists: the lines of a section, or the series of a report that is about what was asked."""

import re
from collections.abc import Mapping, Sequence

from answer.answer import Kind
from answer.bounded_lists import bounded_list
from answer.draft import Draft, Refusal, not_met
from answer.evidence import Evidence
from answer.inquiry import Inquiry
from answer.kinds_listed import holds_kind, kinds_asked
from answer.link import MET
from answer.series import Series, series_in
from answer.targets import choose
from answer.view import LineView, SentenceView
from answer.words import Word
from ingest.report import Report, Sentence
from store.terms import stem, words

_LINES = re.compile(
    r"\b(post|posten|regels?|onderdelen|onderdeel|budgetregels?|besteed|uitgegeven|ingezet|waaraan|"
    r"waaruit|gebruikt|bestemd|bedoeld|naartoe|heen|spent|items|lines|subsidies|bedragen)\b",
    re.IGNORECASE,
)
# Share of the question that a series must meet. A plateau: 0.42 to 0.58 score alike on dev.
_COVERED = 0.5
_COUNT_FITS = 0.3  # as many items as were asked for
# What is asked about is no item of its own list.
_AMONG = 0.6
_EXPLAINED = 3  # sentences of an explanation that say what a line was for
_LABEL_WORDS = 5  # a label line between a sentence and its list ("Operationele doelen")


def answer_list(inquiry: Inquiry) -> Draft | Refusal:
    """Return the items that were asked for, in the order of the report, or what is missing."""
    bounded = bounded_list(inquiry)
    if bounded is not None:
        return bounded
    lines = _budget_lines(inquiry)
    if lines:
        return lines
    asked = inquiry.asked or inquiry.frame.context
    series = [s for view in inquiry.views for s in series_in(view, asked)]
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
    if len(section.lines) == 1:
        return _what_for(section.lines[0])
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
        items=tuple(report.flowing(item.span).rstrip(";") for item in items),
        confidence=0.75,
    )


def _same_part(report: Report, one: Sentence, other: Sentence) -> bool:
    """Tell whether two sentences stand under one numbered heading; a label between is no border."""
    return one.section == other.section or (
        report.numbered_section(one.section) == report.numbered_section(other.section)
        and report.numbered_section(other.section) is not None
    )


def _score(series: Series, inquiry: Inquiry, asked: Sequence[Word]) -> float:
    total = sum(word.weight for word in asked) or 1.0
    kinds = kinds_asked(inquiry, asked)
    listed = {word: holds_kind(series, word) for word in kinds}
    met = sum(
        w.weight * max(series.about.meets(w), 0.7 * series.near.meets(w), listed.get(w, 0.0))
        for w in asked
    )
    if series.evidence[1:] == () and asked and not _lists_kind(series, asked[0], listed):
        return 0.0  # an enumeration of something else
    subject = [w for w in asked if w not in kinds and (w.is_name or not w.is_verb)]
    if any(max(series.about.meets(w), series.near.meets(w)) < MET for w in subject):
        return 0.0
    if any(w.stem in _alone(series) for w in asked[-1:]):
        met -= _AMONG * total
    wanted = inquiry.frame.top
    count = len(series.items)
    fits = _COUNT_FITS if wanted == count else (-_COUNT_FITS if wanted else 0.0)
    return met / total + fits


def _lists_kind(series: Series, head: Word, listed: Mapping[Word, float]) -> bool:
    """Tell a list of what is asked for: its lead says so, or its items are of that kind."""
    return series.about.meets(head) >= MET or any(met >= MET for met in listed.values())


def _alone(series: Series) -> frozenset[str]:
    """Return the stems of the items of one word: "valpreventie", and not "flyer valpreventie"."""
    said = (words(item) for item in series.items)
    return frozenset(stem(forms[0]) for forms in said if len(forms) == 1)
