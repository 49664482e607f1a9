"""What is embedded and indexed of each unit: its own words with the headings that they stand under.

Measured on two real reports: the heading in front of a passage gave 5.5 points of first hits, the
heading and the row label in front of a sentence 6.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.report import Figure, Report, Sentence
from store.hit import Unit, UnitKind

# A hyphen at the end of a line joins a word that was broken there, except before "en" and "of"
# ("sport- en spelaanbod").
_BROKEN_WORD = re.compile(
    r"(?<=[^\W\d_])(?:-[ \t]*\n\s*(?!(?:en|of)\b)(?=[a-z])|\u00ad(?:[ \t]*\n\s*)?)"
)
# A capital as tall as two lines, with its word behind it; "U" is a word by itself.
_DROP_CAP = re.compile(r"^([A-TV-Z])[ \t]*\n\s*(?=[a-zà-ÿ])")


@dataclass(frozen=True, slots=True)
class UnitText:
    """The texts of one unit, white space folded.

    ``own`` is what the unit itself says, ``embedded`` what the encoder gets, ``indexed`` what full
    text search finds it by. Cells of one table row share ``embedded``: their columns differ in
    numbers that an embedding hardly tells apart, and a row is encoded once.
    """

    unit: Unit
    own: str
    embedded: str
    indexed: str


def unit_texts(report: Report) -> tuple[UnitText, ...]:
    """Return the units of ``report``, sorted; those of fewer than 2 characters are left out."""
    found = (*_passages(report), *_sentences(report), *_figures(report), *_headings(report))
    return tuple(sorted((t for t in found if len(t.own) > 1), key=lambda t: t.unit))


def fold_lines(text: str) -> str:
    r"""Return ``text`` on one line, words that were broken at a line end joined.

    >>> fold_lines("Fysio-\n  therapie  op sport-\nen spelplekken")
    'Fysiotherapie op sport- en spelplekken'
    >>> fold_lines("deel\u00adnemers"), fold_lines("M\nantelzorgers kregen hulp")
    ('deelnemers', 'Mantelzorgers kregen hulp')
    """
    return " ".join(_DROP_CAP.sub(r"\1", _BROKEN_WORD.sub("", text)).split())


def _passages(report: Report) -> Iterator[UnitText]:
    for passage in report.passages:
        own = fold_lines(report.quote(passage.span))
        context = _join(*_titles(report, passage.section), own)
        yield UnitText(Unit(report.id, UnitKind.PASSAGE, passage.index), own, context, context)


def _sentences(report: Report) -> Iterator[UnitText]:
    for sentence in report.sentences:
        own = fold_lines(report.quote(sentence.span))
        titles = _titles(report, sentence.section)
        context = _join(*titles, _row_label(report, sentence), own)
        yield UnitText(Unit(report.id, UnitKind.SENTENCE, sentence.index), own, context, context)


def _figures(report: Report) -> Iterator[UnitText]:
    for figure in report.figures:
        titles = _titles(report, figure.section)
        row = _join(*titles, *figure.row_path)
        own = _join(*figure.row_path, *figure.column_path, figure.printed)
        indexed = _join(*titles, own, _explanation(report, figure))
        yield UnitText(Unit(report.id, UnitKind.FIGURE, figure.index), own, row, indexed)


def _headings(report: Report) -> Iterator[UnitText]:
    for section in report.sections:
        own = fold_lines(report.quote(section.heading))
        context = _join(*_titles(report, section.index))
        yield UnitText(Unit(report.id, UnitKind.HEADING, section.index), own, context or own, own)


def _titles(report: Report, section: int | None) -> tuple[str, ...]:
    return tuple(fold_lines(s.title) for s in report.section_path(section))


def _row_label(report: Report, sentence: Sentence) -> str:
    return "" if sentence.figure is None else report.figures[sentence.figure].label


def _explanation(report: Report, figure: Figure) -> str:
    return "" if figure.explanation is None else report.quote(figure.explanation)


def _join(*parts: str) -> str:
    """Return the parts that say something, each once, as sentences.

    >>> _join("Valpreventie", "", "inzet De Klup", "inzet De Klup")
    'Valpreventie. inzet De Klup'
    """
    folded = (fold_lines(part).rstrip(". ") if part else "" for part in parts[:-1])
    last = fold_lines(parts[-1]) if parts else ""
    return ". ".join(dict.fromkeys(part for part in (*folded, last) if part))
