"""Finds what a report says about itself: title, kind, date, year and municipality."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.body_style import body_size
from ingest.dates import find_dates
from ingest.line import Line
from ingest.municipality import find_municipality
from ingest.reading import Grid, Reading
from ingest.report import Origin, Place
from ingest.report_date import find_report_date
from ingest.report_version import find_version
from ingest.span import Span
from ingest.table_roles import table_roles
from ingest.title import title_lines

_OPENING = 600  # characters in which a report says what it is
_FIRST = 4000  # characters from the start that a cover, letterhead or first page takes
_SUBJECT = re.compile(
    r"(?:onderwerp|betreft|inzake)\s*:?\s*(?P<rest>.*)$", re.IGNORECASE | re.DOTALL
)
_TECHNICAL = re.compile(
    r"^microsoft word|\.(?:docx?|pdf|indd|pptx?)$|^untitled|^titel\b|^[\W\d_]+$", re.I
)
# Looked for in this order: what is named first in a title wins over what is named in passing.
_KINDS = (
    ("besluitenlijst", r"besluitenlijst|lijst van besluiten"),
    ("raadsbrief", r"raads(?:informatie)?brief|collegebrief|informatiebrief"),
    ("begrotingswijziging", r"begrotingswijziging"),
    ("begroting", r"(?:programma|meerjaren|primitieve )?begroting"),
    ("kadernota", r"kadernota|voorjaarsnota|perspectiefnota|zomernota"),
    ("jaarrekening", r"jaarrekening|jaarstukken"),
    ("jaarverslag", r"jaarverslag|jaarbericht"),
    ("bestuursrapportage", r"bestuursrapportage|berap|burap|najaarsnota"),
    (
        "voortgangsrapportage",
        r"voortgangs?rapportage|voortgang|terugblik|rapportage|stand van zaken",
    ),
    (
        "beleidsplan",
        r"beleidsplan|beleidsnota|uitvoeringsplan|uitvoeringsprogramma|actieplan|visie",
    ),
    ("akkoord", r"akkoord"),
    ("motie", r"\bmotie\b"),
    ("amendement", r"amendement"),
    ("raadsvoorstel", r"raadsvoorstel|collegevoorstel"),
)
_LETTER = re.compile(r"^\s*(?:geachte|beste)\s[^\n]{3,80}", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a report says about itself; None where it doesn't. ``date`` is ISO, a whole day.

    ``origins`` say where each of them was found; the title that falls back on the file's name too.
    """

    title: str
    kind: str | None
    date: str | None
    year: int | None
    municipality: str | None
    version: str | None
    origins: tuple[Origin, ...]


def find_front_matter(reading: Reading, lines: Sequence[Line], stem: str) -> FrontMatter:
    """Return title, kind, date, year, municipality and version, each with where it was found.

    ``year`` is the year that the report is about: a letter of 2025 about a report on 2024 is about
    2024.
    """
    text, name = reading.text, " ".join(re.split(r"[-_\s]+", stem))
    title = _title(reading, lines) or (name, Origin("title", Place.FILE_NAME))
    letter = _LETTER.search(text[:_FIRST])
    tables = tuple(_extent(grid) for grid in reading.grids if grid.rows)
    date = find_report_date(text, lines, tables, is_letter=letter is not None)
    kind = _kind(title, name, text, letter)
    year = _year(title, name, text, date)
    municipality = find_municipality(text)
    version = find_version(text, _outside(reading, lines), title, stem)
    found = (title, kind, date, year, municipality, version)
    return FrontMatter(
        title=title[0],
        kind=kind[0] if kind else None,
        date=date[0] if date else None,
        year=year[0] if year else None,
        municipality=municipality[0] if municipality else None,
        version=version[0] if version else None,
        origins=tuple(part[1] for part in found if part),
    )


def _extent(grid: Grid) -> Span:
    """Return the characters from the first to the last cell of a table."""
    spans = [cell.span for row in grid.rows for cell in row if cell.span]
    return Span(min(spans).start, max(span.end for span in spans)) if spans else Span(0, 0)


def _title(reading: Reading, lines: Sequence[Line]) -> tuple[str, Origin] | None:
    text = reading.text
    meta = reading.meta_title
    if meta and _is_sensible(meta, text[:_FIRST]):
        return meta, Origin("title", Place.FILE_TITLE)
    if subject := _subject(text, _outside(reading, lines)):
        return subject
    found = title_lines(text, lines, body_size(lines))
    if found:
        return _titled(text, [lines[index] for index in found])
    heading = next((ln for ln in lines[:30] if ln.level is not None and not ln.repeated), None)
    opening = heading or next((ln for ln in lines if _is_opening(text, ln)), None)
    return _titled(text, _with_rest(text, lines, opening)) if opening else None


def _outside(reading: Reading, lines: Sequence[Line]) -> list[Line]:
    """Return the lines in no table with amounts: "Onderwerp" and "Gewijzigd" head columns too."""
    tables = [_extent(grid) for grid in reading.grids if table_roles(grid)]
    return [ln for ln in lines if not any(t.start <= ln.span.start < t.end for t in tables)]


def _titled(text: str, lines: Sequence[Line]) -> tuple[str, Origin]:
    spans = [line.span for line in lines]
    span = Span(min(spans).start, max(span.end for span in spans))
    return _joined(text, lines), Origin("title", Place.TEXT, span)


def _with_rest(text: str, lines: Sequence[Line], opening: Line) -> list[Line]:
    """Return a title line with the one it runs on in, as in a text file whose lines are broken."""
    index = lines.index(opening)
    rest = [ln for ln in lines[index + 1 : index + 2] if not (ln.apart or ln.whole or ln.repeated)]
    together = len(opening.span) + sum(len(line.span) for line in rest)
    return [opening, *rest] if together <= 200 and text[opening.span.end - 1] != "." else [opening]


def _is_opening(text: str, line: Line) -> bool:
    printed = line.span.cut(text)
    return not line.repeated and 5 <= len(printed) <= 120 and printed[0].isalpha()


def _is_sensible(meta: str, first: str) -> bool:
    """A title that the file carries counts when the first page says most of its words too."""
    words = re.findall(r"\w{3,}", meta.lower())
    if len(meta) < 8 or not words or _TECHNICAL.search(meta):
        return False
    page = first.lower()
    return sum(1 for word in words if word in page) >= 0.7 * len(words)


def _subject(text: str, lines: Sequence[Line]) -> tuple[str, Origin] | None:
    """Return what stands behind or below "Onderwerp" in the head of a letter."""
    for index, line in enumerate(lines[:40]):
        match = _SUBJECT.match(line.span.cut(text))
        if not match:
            continue
        if rest := " ".join(match["rest"].split()):
            return (rest, Origin("title", Place.TEXT, line.span)) if len(rest) <= 200 else None
        below = lines[index + 1 : index + 4]
        taken = [below[0]] if below else []
        taken += [ln for ln in below[1:2] if not ln.apart and not ln.whole]
        return _titled(text, taken) if taken and len(below[0].span) <= 160 else None
    return None


def _joined(text: str, lines: Sequence[Line]) -> str:
    joined = " ".join(line.span.cut(text) for line in lines)
    return " ".join(re.sub(r"(?<=[a-z])- (?!(?:en|of)\b)(?=[a-z])", "", joined).split())


def _kind(
    title: tuple[str, Origin], name: str, text: str, letter: re.Match[str] | None
) -> tuple[str, Origin] | None:
    if letter is not None:
        is_for_council = re.search(r"\braad\b|gemeenteraad", text[:1500], re.IGNORECASE)
        origin = Origin("kind", Place.TEXT, Span(*letter.span()))
        return ("raadsbrief" if is_for_council else "brief"), origin
    printed, of_title = title
    for words, place in ((printed, of_title.place), (name, Place.FILE_NAME)):
        if kind := _named_kind(words):
            span = of_title.span if place is of_title.place else None
            return kind[0], Origin("kind", place, span)
    if kind := _named_kind(text[:_OPENING]):
        return kind[0], Origin("kind", Place.TEXT, kind[1])
    return None


def _named_kind(words: str) -> tuple[str, Span] | None:
    """Return the kind that is named first, with where."""
    found = [
        (match.start(), rank, kind, Span(*match.span()))
        for rank, (kind, pattern) in enumerate(_KINDS)
        if (match := re.search(pattern, words, re.IGNORECASE))
    ]
    return min(found)[2:] if found else None


def _year(
    title: tuple[str, Origin], name: str, text: str, date: tuple[str, Origin] | None
) -> tuple[int, Origin] | None:
    """Return the year that title or file name give, else the one named most on the first page."""
    printed, of_title = title
    for words, place in ((printed, of_title.place), (name, Place.FILE_NAME)):
        years = [year for mention in find_dates(words) for year in mention.years]
        if years:
            span = of_title.span if place is of_title.place else None
            return years[0], Origin("year", place, span)
    mentions = find_dates(text[:_FIRST])
    counts = Counter(year for mention in mentions for year in mention.years)
    if counts:
        best = max(counts, key=lambda year: (counts[year], -year))
        span = next(mention.span for mention in mentions if best in mention.years)
        return best, Origin("year", Place.TEXT, span)
    return (int(date[0][:4]), replace(date[1], field="year")) if date else None
