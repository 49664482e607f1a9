"""Versions of one report: which one answers, and what the reader must know of the others."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from answer.answer import Answer
from ingest.version_words import version_of, without_version
from store.card import ReportCard
from store.reader import Reader

# Two reports of one name are versions of one another when half of the shorter one's sentences
# stand in both: two months of one report share a heading and a signature, a concept most of all.
_SHARED = 0.5
_ERRATUM = "erratum"


class Versions:
    """The versions among the reports of one index; may be used from several threads."""

    def __init__(self, index: Reader) -> None:
        self._index = index

    def answering(self, ids: Sequence[str], question: str) -> tuple[str, ...]:
        """Return ``ids`` without reports of which a later version is among them, in their order.

        A question that names a version ("in het concept") is answered from that one.
        """
        wanted = version_of(question)
        left = set(ids)
        for family in self._families:
            here = [card for card in family if card.id in left]
            named = [card for card in here if wanted and wanted in (card.version or "")]
            best = max((version_rank(card.version) for card in here), default=None)
            kept = named or [card for card in here if version_rank(card.version) == best]
            left -= {card.id for card in here} - {card.id for card in kept}
        return tuple(report_id for report_id in ids if report_id in left)

    def told(self, answer: Answer) -> Answer:
        """Return ``answer`` with a note on the version of each report that it cites."""
        cited = tuple(dict.fromkeys(citation.document for citation in answer.citations))
        english = answer.language == "en"
        notes = [
            note for card in self._cards if card.id in cited for note in self._notes(card, english)
        ]
        return replace(answer, notes=(*answer.notes, *notes)) if notes else answer

    @property
    def _cards(self) -> tuple[ReportCard, ...]:
        return self._index.cards

    def _notes(self, card: ReportCard, english: bool) -> Iterator[str]:
        family = next((f for f in self._families if card in f), (card,))
        others = ", ".join(_named(other, english) for other in family if other is not card)
        if others:
            yield (
                f"More versions of this report were read: this comes from {_named(card, english)}, "
                f"not from {others}."
                if english
                else "Van dit rapport zijn meer versies ingelezen. Dit antwoord komt uit: "
                f"{_named(card, english)}. Niet gebruikt: {others}."
            )
        elif "concept" in (card.version or ""):
            yield (
                f"{card.file_name} is a draft: it may still change."
                if english
                else f"{card.file_name} is een concept: het kan nog veranderen."
            )
        for erratum in self._errata.get(card.id, ()):
            yield (
                f"There is an erratum to this report: {erratum}. See whether it changes this."
                if english
                else f"Bij dit rapport hoort een erratum: {erratum}. Kijk of dat hier iets aan "
                "verandert."
            )

    @cached_property
    def _families(self) -> tuple[tuple[ReportCard, ...], ...]:
        """Return the groups of two or more versions, each in the order of their ids."""
        families: list[list[ReportCard]] = []
        by_name: dict[str, list[list[ReportCard]]] = {}
        for card in self._cards:
            if _is_erratum(card):
                continue
            near = [family for name in _names(card) for family in by_name.get(name, ())]
            family = next((f for f in near if self._are_versions(f[0], card)), None)
            if family is None:
                family = []
                families.append(family)
            family.append(card)
            for name in _names(card):
                by_name.setdefault(name, []).append(family)
        return tuple(tuple(family) for family in families if len(family) > 1)

    @cached_property
    def _errata(self) -> dict[str, tuple[str, ...]]:
        """Return the file names of the errata to each report."""
        errata = [card for card in self._cards if _is_erratum(card)]
        return {
            card.id: tuple(e.file_name for e in errata if _have_one_name(e, card))
            for card in self._cards
            if errata and not _is_erratum(card)
        }

    def _are_versions(self, one: ReportCard, other: ReportCard) -> bool:
        if one.version == other.version or not _have_one_name(one, other):
            return False
        said, again = self._said(one.id), self._said(other.id)
        return len(said & again) >= _SHARED * max(1, min(len(said), len(again)))

    def _said(self, report_id: str) -> frozenset[str]:
        report = self._index.report(report_id)
        return frozenset(" ".join(report.quote(s.span).split()) for s in report.sentences)


def version_rank(version: str | None) -> tuple[int, bool, tuple[int, ...]]:
    """Return the sort key of a version: what goes before what, the last one highest.

    >>> order = ("concept", "concept versie 2", None, "vastgesteld", "gewijzigd vastgesteld")
    >>> [version_rank(v) for v in order] == sorted(version_rank(v) for v in order)
    True
    """
    words = version or ""
    status = 0 if "concept" in words else 2 if "vastgesteld" in words else 1
    number = re.search(r"versie ([\d.]+)", words)
    parts = tuple(int(part) for part in number[1].split(".")) if number else ()
    return (status, "gewijzigd" in words, parts)


def _is_erratum(card: ReportCard) -> bool:
    return _ERRATUM in (card.version or "")


def _have_one_name(one: ReportCard, other: ReportCard) -> bool:
    """Tell whether two reports have one title or file name but for the version, and one year."""
    pairs = ((one.municipality, other.municipality), (one.year, other.year))
    if any(a and b and a != b for a, b in pairs):
        return False
    return bool(_names(one) & _names(other))


def _names(card: ReportCard) -> frozenset[str]:
    """Return what a report is called but for its version: its title and its file."""
    stem = " ".join(re.split(r"[-_\s]+", Path(card.file_name).stem))
    return frozenset((without_version(card.title), without_version(stem)))


def _named(card: ReportCard, english: bool) -> str:
    """Return a version as a reader knows it: its file and what it says of itself."""
    unmarked = "no version named" if english else "zonder vermelding van versie"
    return f"{card.file_name} ({card.version or unmarked})"
