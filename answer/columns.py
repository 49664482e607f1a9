"""Which of a row's figures a question means: its year, and begroot or realisatie, lasten or baten."""

from collections.abc import Sequence

from answer.frame import Frame
from answer.view import LineView
from answer.words import Word
from ingest.report import Figure
from store.terms import stem, words

# What a question may call a kind of column; realisatie and begroting are never mixed.
_MEASURES = {
    "begroot": "begroot begroting begrote geraamd raming ramingen geraamde budgeted budget planned",
    "realisatie": "realisatie gerealiseerd gerealiseerde werkelijk werkelijke actual actually realised "
    "jaarrekening rekening uitgegeven besteed uitgaf kostte spent",
    "lasten": "lasten uitgaven kosten expenses expenditure",
    "baten": "baten inkomsten opbrengsten revenue revenues income",
    "saldo": "saldo resultaat balance",
    "verschil": "verschil afwijking",
    "aangevraagd": "aangevraagd gevraagd requested",
    "verleend": "verleend toegekend verstrekt granted kreeg gekregen ontving",
}
_NAMES = {measure: frozenset(names.split()) for measure, names in _MEASURES.items()}
# Said loosely of any amount ("uitgegeven"): they choose where there is a choice, and never exclude.
_LOOSE = frozenset("uitgegeven besteed uitgaf kostte spent budget kosten kreeg gekregen ontving".split())


def pick(line: LineView, frame: Frame) -> tuple[Figure, ...]:
    """Return the figures of a row that fit the question, leftmost first.

    One figure is an answer, several are alternatives to be shown, none means that the row has no
    figure of the year or kind that was asked for.
    """
    fitting = [figure for figure in line.figures if _year_fits(line, figure, frame)]
    for strict in (True, False):
        fitting = _narrowed(fitting, frame.words, strict)
    if len(fitting) > 1 and not frame.years:
        own = [figure for figure in fitting if figure.year == line.report.year]
        fitting = own or fitting
    if len(fitting) > 1:
        fitting = _by_column_words(fitting, frame.words)
    return tuple(fitting)


def asked_measures(asked: Sequence[Word], *, strict: bool) -> frozenset[str]:
    """Return the kinds of column that the words name; loose words count only when not ``strict``."""
    said = {word.text for word in asked} - (_LOOSE if strict else frozenset())
    return frozenset(measure for measure, names in _NAMES.items() if said & names)


def _year_fits(line: LineView, figure: Figure, frame: Frame) -> bool:
    if not frame.years:
        return True
    year = figure.year if figure.year is not None else line.report.year
    return year is None or year in frame.years


def _narrowed(figures: list[Figure], asked: Sequence[Word], strict: bool) -> list[Figure]:
    """Keep the figures of the kind that was asked for, where figures of several kinds are left."""
    if len({figure.measure for figure in figures}) <= 1 and not strict:
        return figures
    wanted = asked_measures(asked, strict=strict)
    if not wanted:
        return figures
    kept = [f for f in figures if wanted & (_said(f) | {f.measure})]
    known = any(f.measure in _NAMES for f in figures)
    return kept if kept or (strict and known and _contradicts(wanted, figures)) else figures


def _contradicts(wanted: frozenset[str], figures: list[Figure]) -> bool:
    """Tell that begroot was asked where only realisatie stands, or the other way round."""
    pair = {"begroot", "realisatie"}
    return bool(wanted & pair) and all(f.measure in pair and f.measure not in wanted for f in figures)


def _said(figure: Figure) -> set[str | None]:
    """Return the kinds that the row's groups and the column's heads name."""
    said = {word for part in (*figure.row_path, *figure.column_path) for word in words(part)}
    return {measure for measure, names in _NAMES.items() if said & names}


def _by_column_words(figures: list[Figure], asked: Sequence[Word]) -> list[Figure]:
    """Keep the figures whose column head holds most of the question's words."""
    roots = {word.stem for word in asked}
    met = [
        len(roots & {stem(w) for part in figure.column_path for w in words(part)})
        for figure in figures
    ]
    return [f for f, m in zip(figures, met, strict=True) if m == max(met)] if any(met) else figures
