"""The briefing as Markdown and as a Word file."""

import io
import re
from collections.abc import Sequence

from docx import Document
from docx.shared import Cm, Pt

from ui.briefing import Entry

TITLE = "Vragen en antwoorden uit de rapporten"
_ABOUT = (
    "Gemaakt met Raadsbron op {date}. De antwoorden staan zo in de rapporten; controleer bij "
    "twijfel de bron."
)
_MORE = "en nog {count} bronnen, te zien in Raadsbron"
# What Markdown would read as markup; a report's text must stay what it is.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|!$~&]|(?<=\w):(?=//)|^\s*(?:[-+]|\d+[.)])(?=\s))")
# Characters that no Word file may hold.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def briefing_md(entries: Sequence[Entry], date: str) -> bytes:
    """Return the briefing as Markdown in which text of reports is never markup."""
    parts = [f"# {TITLE}", _ABOUT.format(date=date)]
    for entry in entries:
        parts += [f"## {_escaped(entry.question)}", _escaped(entry.answer)]
        parts.append("\n".join(f"- {_escaped(line)}" for line in (*entry.lines, *entry.notes)))
        sources = [f"- “{_escaped(quote)}” ({_escaped(where)})" for quote, where in entry.sources]
        if entry.more_sources:
            sources.append(f"- {_MORE.format(count=entry.more_sources)}")
        if sources:
            parts.append("**Bronnen**\n\n" + "\n".join(sources))
    return ("\n\n".join(part for part in parts if part) + "\n").encode("utf-8", "replace")


def briefing_docx(entries: Sequence[Entry], date: str) -> bytes:
    """Return the briefing as a Word file on A4 with small margins, in Dutch."""
    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2)
    page.top_margin = page.bottom_margin = Cm(1.5)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10)
    normal.paragraph_format.space_after = Pt(3)
    document.core_properties.title, document.core_properties.language = TITLE, "nl-NL"
    document.core_properties.author = "Raadsbron"
    document.add_heading(TITLE, level=1)
    document.add_paragraph(_ABOUT.format(date=date))
    for entry in entries:
        _write_entry(document, entry)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _write_entry(document: "Document", entry: Entry) -> None:
    document.add_heading(_clean(entry.question), level=2)
    document.add_paragraph().add_run(_clean(entry.answer)).bold = True
    for line in (*entry.lines, *entry.notes):
        document.add_paragraph(_clean(line), style="List Bullet")
    for quote, where in entry.sources:
        source = document.add_paragraph()
        source.add_run(f"Bron: “{_clean(quote)}” ").italic = True
        source.add_run(_clean(where))
    if entry.more_sources:
        document.add_paragraph(_MORE.format(count=entry.more_sources).capitalize())


def _escaped(text: str) -> str:
    r"""Return text that Markdown shows as it is, each line of it.

    >>> _escaped("![x](http://y) <b> 1. een *ster*")
    '\\!\\[x\\](http\\://y) \\<b\\> 1. een \\*ster\\*'
    """
    lines = [_MARKUP.sub(r"\\\1", _clean(line)) for line in text.splitlines()]
    return "  \n".join(lines)


def _clean(text: str) -> str:
    return _CONTROL.sub("", text)
