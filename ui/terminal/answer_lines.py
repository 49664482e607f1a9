"""An answer as a reader of a terminal sees it: the text, the sum, what to know, the sources."""

from collections.abc import Iterator
from dataclasses import dataclass

from answer.answer import Answer, Citation, Part, Status
from answer.dutch import shown
from ui.terminal.plain import plain


@dataclass(frozen=True, slots=True)
class _Words:
    notes: str
    sources: str
    closest: str
    missing: str
    searched: str
    section: str
    page: str
    pages: str


_WORDS = {
    "nl": _Words(
        "Goed om te weten", "Bronnen", "Dit komt het dichtst in de buurt (geen antwoord)",
        "Niet gevonden", "Gezocht in", "paragraaf", "bladzijde", "bladzijden",
    ),
    "en": _Words(
        "Good to know", "Sources", "This comes closest (not an answer)",
        "Not found", "Searched", "section", "page", "pages",
    ),
}  # fmt: skip


def answer_lines(answer: Answer) -> Iterator[str]:
    """Yield the lines of ``answer``: never more than one per figure, note or source."""
    words = _WORDS[answer.language]
    yield plain(answer.text)
    yield from _block("", (_figure(part) for part in answer.figures))
    yield from _block("", (f"- {plain(item)}" for item in answer.items))
    yield from _block(words.notes, (f"- {plain(note)}" for note in answer.notes))
    yield from _sources(words.sources, answer.citations, words)
    if answer.status is Status.NOT_FOUND:
        yield from _block(words.missing, (f"- {plain(part)}" for part in answer.missing))
        yield from _sources(words.closest, answer.closest, words)
        yield from _block(words.searched, (f"- {plain(name)}" for name in answer.searched))


def place(citation: Citation, words: _Words = _WORDS["nl"]) -> str:
    """Return where a quote stands, without the quote.

    >>> place(Citation("tb", "Terugblik", "2.6", "Valpreventie", 5, 6, "45.000", 0, 6))
    'Terugblik, paragraaf 2.6, bladzijden 5-6'
    """
    parts = [plain(citation.title)]
    if citation.section_number:
        parts.append(f"{words.section} {plain(citation.section_number)}")
    elif citation.section_title:
        parts.append(f"“{plain(citation.section_title)}”")
    if citation.page is not None:
        last = citation.page_end
        several = last is not None and last > citation.page
        parts.append(
            f"{words.pages} {citation.page}-{last}" if several else f"{words.page} {citation.page}"
        )
    return ", ".join(parts)


def _figure(part: Part) -> str:
    where = " ".join(f"[{index + 1}]" for index in part.citations)
    return f"  {shown(part.value, part.unit):>14}  {plain(part.label)} {where}".rstrip()


def _sources(title: str, citations: tuple[Citation, ...], words: _Words) -> Iterator[str]:
    yield from _block(
        title,
        (
            f"[{number}] {place(citation, words)}: “{plain(citation.quote)}”"
            for number, citation in enumerate(citations, start=1)
        ),
    )


def _block(title: str, lines: Iterator[str]) -> Iterator[str]:
    """Yield an empty line, the title and the lines, or nothing where there are none."""
    kept = tuple(lines)
    if kept:
        yield ""
    if kept and title:
        yield f"{title}:"
    yield from kept
