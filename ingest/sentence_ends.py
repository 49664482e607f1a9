"""Splits running text into sentences."""

import re
from collections.abc import Iterator

from ingest.span import Span

_END = re.compile(r"[.!?…]+[\"'’”»)\]]*(?=\s|$)")
_OPENS = re.compile(r"[\"'‘“’„«(\[]*[A-ZÀ-Þ\d€’'‘]")
# Never the end of a sentence. "enz." and the like may be: they end one when a capital follows.
_ABBREVIATIONS = frozenset(
    """
    aant afb afd al art bijl blz bv ca circa cq dd dhr div dr drs e.a e.v evt excl fig ft g.g
    hfst i.c i.c.m i.h.k.v i.o i.o.v i.p.v i.s.m i.t.t i.v.m id ing incl ir jl jr k.k lid
    m.b.t m.b.v m.i m.i.v m.n m.u.v max mevr mej mgr min mln mld mr mw n.a.v n.t.b nl no nr
    nrs o.a o.b.v o.g.v o.i.d o.l.v o.m o.v.v p.a p.j p.m p.p pag par plm pnr prof red resp sr
    st t.a.v t.b.v t.g.v t.h.v t.k.v t.m t.n.v t.o.v t.w tel temp v.a v.d v.h vgl vnl vs w.o
    wnd zgn zie z.g z.s.m bijv o.b m.e.r ds
    """.split()
)
_INITIALS = re.compile(r"(?:^|[\s(\"'‘“])(?:[A-Z]|Th|Ch|Ph|IJ)(?:\.(?:[A-Z]|Th|Ch|Ph|IJ))*$")
_LAST_WORD = re.compile(r"[^\s(\"'‘“„/]+$")


def split_sentences(text: str) -> Iterator[Span]:
    """Yield the spans of the sentences in ``text``, in order, without the white space around them.

    Abbreviations, initials and list numbers end none; what follows an end starts with a capital, a
    digit or a quotation mark. A semicolon ends none.

    >>> text = "Volgens dr. A. de Vries zijn er ca. 40 groepen. In 2025 komen er t.b.v. sport meer."
    >>> [span.cut(text) for span in split_sentences(text)]
    ['Volgens dr. A. de Vries zijn er ca. 40 groepen.', 'In 2025 komen er t.b.v. sport meer.']
    """
    start = 0
    for match in _END.finditer(text):
        if _ends(text, start, match):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    if piece.strip():
        yield Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    behind = text[match.end() :].lstrip()
    if not behind:
        return True
    if not _OPENS.match(behind[:6]):
        return False
    if match.group()[0] != ".":
        return True
    before = text[start : match.start()]
    last = _LAST_WORD.search(before)
    word = last.group().lower() if last else ""
    if word.rstrip(".") in _ABBREVIATIONS or _INITIALS.search(before):
        return False
    return not _is_list_number(before, word)


def _is_list_number(before: str, word: str) -> bool:
    """Tell "drie lijnen: 1. Bewust zijn" from "een groep van 15. Daarna"."""
    if not re.fullmatch(r"\d{1,2}", word):
        return False
    ahead = before[: -len(word)].rstrip()
    counted = re.search(rf"(?:^|[:;,]\s){int(word) - 1}\.\s", before)
    return not ahead or ahead[-1] in ":;," or counted is not None
