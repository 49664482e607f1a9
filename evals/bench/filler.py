"""Dutch reports that nobody wrote, to fill an archive: their words follow those of real reports.

Three in four are new text: words follow each other as in the reports that are given, under
headings, with tables of amounts. The fourth is one of those reports over again, as another
municipality might have written it in another year: the same sections, sentences and rows, but with
another place, other years and other amounts. That is what a search must tell apart.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.report import Report

_EVERY = 4  # one report in so many is a near-duplicate
_SECTIONS = 30  # with the rest gives reports of some 60 passages, as the real ones have
_SENTENCES = (4, 9)
_ROWS = (0, 6)
_LONGEST = 28  # words of a sentence
_STARTS = "Ooster Wester Nieuw Zand Berk Eiken Meer Hoog Laag Groen Steen Water Rijs Veld Duin Brug"
_ENDS = "dam veen hout beek drecht burg wijk horst kerk rade loo moer sluis voorde"
_YEAR = re.compile(r"\b20[12]\d\b")
_KINDS = ("Terugblik", "Jaarverslag", "Programmabegroting", "Raadsbrief")


@dataclass(frozen=True, slots=True)
class Habits:
    """How some reports are worded: which word follows which, their headings and row labels."""

    first: tuple[str, ...]
    after: tuple[tuple[str, tuple[str, ...]], ...]
    headings: tuple[str, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FillerReport:
    """A report as Markdown, with the name of its file."""

    file_name: str
    text: str


def filler_reports(reports: Sequence[Report], first: int, count: int) -> Iterator[FillerReport]:
    """Yield ``count`` reports in the way of ``reports``, those of ``first`` and on.

    The same number gives the same report, on every machine.
    """
    habits = _habits(reports)
    after = dict(habits.after)
    for number in range(first, first + count):
        chance = random.Random(number)
        place, year = _place(chance, reports), chance.randint(2012, 2026)
        title = f"{chance.choice(_KINDS)} {year} gemeente {place}"
        if number % _EVERY == 0:
            body = _again(chance.choice(reports), chance)
        else:
            body = _new(habits, after, chance)
        for name in _names(reports):
            body = body.replace(name, place)
        yield FillerReport(f"filler-{number:06d}.md", f"# {title}\n\n{body}\n")


def place_names() -> tuple[str, ...]:
    """Return all names of municipalities that filler may have, in a fixed order."""
    return tuple(start + end for start in _STARTS.split() for end in _ENDS.split())


def _names(reports: Sequence[Report]) -> tuple[str, ...]:
    return tuple(sorted({report.municipality for report in reports if report.municipality}))


def _place(chance: random.Random, reports: Sequence[Report]) -> str:
    while True:
        place = chance.choice(_STARTS.split()) + chance.choice(_ENDS.split())
        if place not in _names(reports):
            return place


def _habits(reports: Sequence[Report]) -> Habits:
    first: list[str] = []
    after: dict[str, list[str]] = {}
    for report in reports:
        for sentence in report.sentences:
            words = report.quote(sentence.span).split()
            first += words[:1]
            for one, next_ in pairwise(words):
                after.setdefault(one, []).append(next_)
    return Habits(
        tuple(first),
        tuple((word, tuple(following)) for word, following in after.items()),
        tuple(s.title for report in reports for s in report.sections if s.title),
        tuple(f.label for report in reports for f in report.figures if f.label) or ("Activiteit",),
    )


def _new(habits: Habits, after: dict[str, tuple[str, ...]], chance: random.Random) -> str:
    parts = []
    for number in range(1, _SECTIONS + 1):
        parts.append(f"## {number} {_line(chance.choice(habits.headings))}")
        sentences = [_sentence(habits, after, chance) for _ in range(chance.randint(*_SENTENCES))]
        parts.append(" ".join(sentences))
        rows = [(chance.choice(habits.labels), sentences[0]) for _ in range(chance.randint(*_ROWS))]
        parts.append(_table(rows, chance))
    return "\n\n".join(filter(None, parts))


def _sentence(habits: Habits, after: dict[str, tuple[str, ...]], chance: random.Random) -> str:
    words = [chance.choice(habits.first)]
    while words[-1] in after and len(words) < _LONGEST and not words[-1].endswith("."):
        words.append(chance.choice(after[words[-1]]))
    return _line(" ".join(words)).strip(" .•-") + "."


def _again(report: Report, chance: random.Random) -> str:
    """Return the sections, sentences and rows of ``report`` for other years, amounts by chance."""
    shift = chance.choice((-4, -3, -2, -1, 1, 2))
    parts = []
    for section in report.sections:
        parts.append(f"## {section.number or ''} {_line(section.title)}")
        told = [
            _line(report.quote(s.span))
            for s in report.sentences
            if s.section == section.index and s.figure is None
        ]
        parts.append(" ".join(told))
        rows = [
            (f.label, report.quote(f.explanation) if f.explanation else "")
            for f in report.figures
            if f.section == section.index
        ]
        parts.append(_table(rows, chance))
    return _YEAR.sub(lambda year: str(int(year[0]) + shift), "\n\n".join(filter(None, parts)))


def _table(rows: Sequence[tuple[str, str]], chance: random.Random) -> str:
    if not rows:
        return ""
    lines = ["| Inzet | Ten behoeve van | Toelichting en resultaten |", "| --- | --- | --- |"]
    for label, told in rows:
        amount = f"{chance.randint(2, 480)}.{chance.choice(('000', '500', '250'))}"
        lines.append(f"| {amount} | {_line(label)} | {_line(told)} |")
    return "\n".join(lines)


def _line(text: str) -> str:
    r"""Return ``text`` on one line, without what would end a cell of a table.

    >>> _line("inzet | De\nKlup")
    'inzet De Klup'
    """
    return " ".join(text.replace("|", " ").split())
