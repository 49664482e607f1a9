"""Where a quote stands, in our words: "paragraaf 2.6, bladzijden 8 en 9"."""

from answer.answer import Citation
from ui.words import DUTCH, Words


def place(citation: Citation, words: Words = DUTCH) -> str:
    """Return section and page of a quote, in words of ours only.

    >>> place(Citation("t", "T", "2.6", "Val", 8, 9, "45.000 Inzet", 0, 12))
    'paragraaf 2.6, bladzijden 8 en 9'
    >>> place(Citation("t", "T", None, None, None, None, "45.000 Inzet", 0, 12))
    'tekst zonder bladzijden'
    """
    parts = [f"{words.section} {citation.section_number}"] if citation.section_number else []
    if citation.page is not None:
        last = citation.page_end or citation.page
        parts.append(
            f"{words.page} {citation.page}"
            if last == citation.page
            else f"{words.pages} {citation.page} {words.and_} {last}"
        )
    return ", ".join(parts) or words.no_page
