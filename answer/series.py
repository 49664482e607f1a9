"""Series in a report: bullets under a sentence, enumerations within one, and repeated openings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from answer.bag import EMPTY, Bag
from answer.evidence import Evidence
from answer.view import ReportView, SentenceView
from answer.words import Word
from ingest.span import Span
from store.terms import stem, words

# Where an enumeration begins within a sentence; what stands before it says what is listed.
_OPENS = re.compile(
    r":\s|\b(zoals|waaronder|te weten|namelijk|bestaande uit|bestaat uit|bestonden uit|bestaan uit|"
    r"onder andere|onder meer|tussen|such as)\b|"
    r"(?<=samengewerkt )met\b|(?<=samen )met\b|(?<=samenwerking )met\b|"
    r"\bals\b(?=[^.]*,)|\(|\bzijn\b(?=[^.]*,[^.]* en )",
    re.IGNORECASE,
)
_COMMA = re.compile(r"\s*[,;]\s*")
_LAST_AND = re.compile(r"(.+)\s(?:en|and|maar ook)\s(.+)$")
_AND = re.compile(r"^(?:maar ook|en|and)\s|^met\s")
# Behind the last item the sentence may go on with its verb; a clause of the item itself ("die ...")
# stays with it.
_GOES_ON = re.compile(
    r"^((?:(?!\b(?:die|dat|wie|waar|om|en)\b)\S+ ){0,2}(?!\b(?:die|dat|wie|waar|om|en)\b)\S+)"
    r" (?:hebben|heeft|hadden|had|zijn|is|waren|was|worden|wordt|werden|werd)\b.*$"
)
_LONGEST_ITEM = 140  # characters; a longer one is a sentence of its own
_LEAD_WORDS = 8  # before an enumeration, the noun that it lists is among them


@dataclass(frozen=True, slots=True)
class Series:
    """Items that belong together: ``about`` holds the words that say what they are."""

    view: ReportView
    items: tuple[str, ...]
    span: Span
    evidence: tuple[Evidence, ...]
    about: Bag
    near: Bag


def series_in(view: ReportView, asked: Sequence[Word]) -> tuple[Series, ...]:
    """Return what a report lists: its bullets, its enumerations, and what ``asked`` opens often."""
    return (*_bullets(view), *_enumerations(view), *_repeated(view, asked))


def _bullets(view: ReportView) -> list[Series]:
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


def _continues(last: SentenceView, sentence: SentenceView) -> bool:
    same = last.sentence.section == sentence.sentence.section
    near = sentence.sentence.index - last.sentence.index <= 2
    return same and near and last.sentence.figure == sentence.sentence.figure


def _bullet_series(view: ReportView, run: list[SentenceView]) -> Series:
    at = view.sentences.index(run[0])
    lead = view.sentences[at - 1] if at else None
    leads = lead is not None and lead.sentence.section == run[0].sentence.section
    evidence = tuple(Evidence(view.report, s.sentence.span) for s in run)
    about = lead.bag | lead.pointed if lead is not None and leads else EMPTY
    return Series(
        view=view,
        items=tuple(s.text.rstrip(";") for s in run),
        span=run[0].sentence.span.cover(run[-1].sentence.span),
        evidence=evidence,
        about=about,
        near=reduce(or_, (s.near | s.bag for s in run)),
    )


def _enumerations(view: ReportView) -> list[Series]:
    found = []
    for sentence in view.sentences:
        for match in _OPENS.finditer(sentence.text):
            tail = sentence.text[match.end() :]
            if match.group() == "(":
                tail = tail.split(")")[0]
            items = _items(tail)
            if len(items) > 1 and not _is_one_name(match.group(), tail):
                place = Evidence(view.report, sentence.sentence.span)
                found.append(
                    Series(
                        view=view,
                        items=items,
                        span=sentence.sentence.span,
                        evidence=(place,),
                        about=_lead(sentence.text[: match.start()]),
                        near=sentence.bag | sentence.near,
                    )
                )
    return found


def _is_one_name(opens: str, tail: str) -> bool:
    """Tell "motie: zicht op de inzet en resultaten": behind a colon two words with "en" are one."""
    return opens.startswith(":") and not _COMMA.search(tail)


def _lead(text: str) -> Bag:
    """Return the words just before an enumeration, which say what it lists."""
    forms = words(text)[-_LEAD_WORDS:]
    return Bag(frozenset(map(stem, forms)), frozenset(), frozenset(forms))


def _items(tail: str) -> tuple[str, ...]:
    """Return what stands between commas, and on both sides of the last "en".

    An "en" within an item stays ("ruimte voor sport en bewegen"): only the last piece is split, at
    its last "en".

    >>> _items("bingo, kunst en cultuur en de markt.")
    ('bingo', 'kunst en cultuur', 'de markt')
    >>> _items("de riet en binnenstad, en het park")
    ('de riet', 'binnenstad', 'het park')
    >>> _items("bingo, wandelingen, maaltijden hebben geleid tot meer bezoek")
    ('bingo', 'wandelingen', 'maaltijden')
    """
    pieces = _COMMA.split(tail)
    if len(pieces) == 2 and _AND.match(pieces[1]) and pieces[0].count(" en ") == 1:
        pieces[:1] = pieces[0].split(" en ")  # "A en B, en C": the last one is an afterthought
    if len(pieces) > 2:
        pieces[-1] = _GOES_ON.sub(r"\1", pieces[-1])
    last = _LAST_AND.match(pieces[-1])
    pieces[-1:] = list(last.groups()) if last else pieces[-1:]
    items = [_AND.sub("", _bare(p)) for p in pieces]
    items = [item for item in items if item]
    torn = any(_is_torn(item) for item in items)
    return () if torn or any(p.count("(") > p.count(")") for p in pieces) else tuple(items)


def _bare(piece: str) -> str:
    """Return a piece without the marks around it; a bracket that it opens itself is closed."""
    bare = piece.strip(" .;:()")
    return f"{bare})" if bare.count("(") > bare.count(")") else bare


def _is_torn(item: str) -> bool:
    """Tell a piece of a sentence from an item: too long, or led by a mark."""
    return len(item) > _LONGEST_ITEM or not (item[0].isalnum() or item[0] in "\"'“‘’€")


def _is_fragment(item: str) -> bool:
    """Tell what is no name of anything: a number, a date, or words cut off at a comma."""
    return (
        _is_torn(item) or item.endswith((",", ";")) or not item[0].isalpha() or item[:1].isdigit()
    )


def _repeated(view: ReportView, asked: Sequence[Word]) -> list[Series]:
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
        if len(hits) >= 3 and not any(_is_fragment(match.group(1)) for _, match in hits):
            first = hits[0][0]
            found.append(
                Series(
                    view=view,
                    items=tuple(m.group(1) for _, m in hits),
                    span=first.sentence.span,
                    evidence=tuple(Evidence(view.report, s.sentence.span) for s, _ in hits),
                    about=first.bag,
                    near=first.near | view.title,
                )
            )
    return found
