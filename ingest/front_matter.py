"""Finds what a report says about itself: title, kind, date, year and municipality."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.body_style import body_size
from ingest.dates import DateMention, find_dates
from ingest.line import Line
from ingest.reading import Reading
from ingest.title import title_lines

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
_NAME = r"(?:[’']s[- ])?[A-Z][\w’'-]+(?:[ -](?:aan|op|bij|en|de|den|der|van|over|[A-Z])[\w’'-]*)*"
_PLACE = re.compile(
    rf"(?:\b[Gg]emeente(?:raad van|bestuur van)?|[Bb]urgemeester en [Ww]ethouders van"
    rf"|[Bb]&[Ww] van)\s+(?P<name>{_NAME})"
)
_WORDS_OF_PLACES = frozenset(("den", "de", "der", "aan", "op", "bij", "en", "van", "over"))


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a report says about itself; None where it doesn't. ``date`` is ISO, a whole day."""

    title: str
    kind: str | None
    date: str | None
    year: int | None
    municipality: str | None


def find_front_matter(reading: Reading, lines: Sequence[Line], stem: str) -> FrontMatter:
    """Return title, kind, date, year and municipality; the title falls back on the file's stem.

    ``year`` is the year that the report is about: a letter of 2025 about a report on 2024 is about
    2024.
    """
    first = reading.text[:_FIRST]
    title = _title(reading, lines, first) or " ".join(re.split(r"[-_\s]+", stem))
    is_letter = _LETTER.search(first) is not None
    date = _date(reading.text, lines, is_letter=is_letter)
    year = _year((title, " ".join(re.split(r"[-_\s]+", stem))), first, date)
    return FrontMatter(
        title, _kind(title, stem, first, is_letter=is_letter), date, year, _place(reading.text)
    )


def _title(reading: Reading, lines: Sequence[Line], first: str) -> str | None:
    text = reading.text
    meta = reading.meta_title
    if meta and _is_sensible(meta, first):
        return meta
    if subject := _subject(text, lines):
        return subject
    found = title_lines(text, lines, body_size(lines))
    if found:
        return _joined(text, [lines[index] for index in found])
    heading = next((ln for ln in lines[:30] if ln.level is not None and not ln.repeated), None)
    opening = heading or next((ln for ln in lines if _is_opening(text, ln)), None)
    return _joined(text, _with_rest(text, lines, opening)) if opening else None


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


def _subject(text: str, lines: Sequence[Line]) -> str | None:
    """Return what stands behind or below "Onderwerp" in the head of a letter."""
    for index, line in enumerate(lines[:40]):
        match = _SUBJECT.match(line.span.cut(text))
        if not match:
            continue
        if rest := " ".join(match["rest"].split()):
            return rest if len(rest) <= 200 else None
        below = lines[index + 1 : index + 4]
        taken = [below[0]] if below else []
        taken += [ln for ln in below[1:2] if not ln.apart and not ln.whole]
        return _joined(text, taken) if taken and len(below[0].span) <= 160 else None
    return None


def _joined(text: str, lines: Sequence[Line]) -> str:
    joined = " ".join(line.span.cut(text) for line in lines)
    return " ".join(re.sub(r"(?<=[a-z])- (?=[a-z])", "", joined).split())


def _kind(title: str, stem: str, first: str, *, is_letter: bool) -> str | None:
    if is_letter and re.search(r"\braad\b|gemeenteraad", first[:1500], re.IGNORECASE):
        return "raadsbrief"
    if is_letter:
        return "brief"
    for place in (title, stem, first[:600]):
        found = [
            (match.start(), rank, kind)
            for rank, (kind, pattern) in enumerate(_KINDS)
            if (match := re.search(pattern, place, re.IGNORECASE))
        ]
        if found:
            return min(found)[2]
    return None


def _date(text: str, lines: Sequence[Line], *, is_letter: bool) -> str | None:
    """Return the day that the report is dated: a date on a line of its own or behind "Datum"."""
    near: tuple[int, str] | None = None
    for index, line in enumerate(lines[:60]):
        printed = line.span.cut(text)
        if line.span.start > _FIRST:
            break
        days = [m for m in find_dates(printed) if m.iso]
        if not days:
            continue
        rank = _date_rank(printed, days[0], text[max(0, line.span.start - 120) : line.span.start])
        if rank is not None and (near is None or (rank, index) < (*near[:1], index)):
            near = (rank, days[0].iso or "")
    if near is not None and (near[0] < 2 or is_letter):
        return near[1]
    return None


def _date_rank(printed: str, day: DateMention, above: str) -> int | None:
    """Rank a date: 0 behind "Datum", 1 (nearly) alone on its line, 2 at the end of a head line."""
    if re.search(r"\bdatum\b", printed[: day.span.start], re.IGNORECASE):
        return 0
    if len(printed) - len(day.span) <= 15:
        return 0 if re.search(r"\bdatum\b", above, re.IGNORECASE) else 1
    return 2 if printed[day.span.end :].strip() == "" and len(printed) < 100 else None


def _year(names: Sequence[str], first: str, date: str | None) -> int | None:
    for name in names:
        years = [year for mention in find_dates(name) for year in mention.years]
        if years:
            return years[0]
    counts = Counter(year for mention in find_dates(first) for year in mention.years)
    if counts:
        return max(counts, key=lambda year: (counts[year], -year))
    return int(date[:4]) if date else None


def _place(text: str) -> str | None:
    """Return the municipality that is clearly named most; the first page counts most."""
    counts: Counter[str] = Counter()
    for match in _PLACE.finditer(text):
        name = _clean_name(match["name"])
        if len(name) > 2:
            counts[name] += 4 if match.start() < 1500 else 1
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < 2:
        return None
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1] else None


def _clean_name(name: str) -> str:
    """Return the name without the sentence that runs on behind it."""
    words = name.split(" ")
    while words and (words[-1].lower() in _WORDS_OF_PLACES or not words[-1][:1].isupper()):
        words.pop()
    kept = words[:1]
    for word in words[1:]:
        if word.lower() in _WORDS_OF_PLACES or kept[-1].lower() in _WORDS_OF_PLACES:
            kept.append(word)
        else:
            break
    return " ".join(kept).rstrip("’'-")
