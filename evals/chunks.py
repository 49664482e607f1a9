"""The textbook's chunks of a report, and the sentences of a chunk."""

import re
from dataclasses import dataclass

from langchain_text_splitters import RecursiveCharacterTextSplitter

from evals.given import GivenCitation
from ingest.report import Report

SIZE, OVERLAP = 800, 100  # what tutorials take, and what these figures are compared with
_SPLIT = re.compile(r"(?<=[.!?])\s+|\n\s*\n|\n(?=\s*[•-]\s)|\n(?=\s*\d{1,3}(?:\.\d{3})+\s)")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of characters of a report and its sentences, all as quotes with their pages."""

    whole: GivenCitation
    sentences: tuple[GivenCitation, ...]


def cut_chunks(report: Report) -> tuple[Chunk, ...]:
    """Return the chunks of one report in order, each up to 800 characters of its stored text."""
    splitter = RecursiveCharacterTextSplitter(
        chunk_size=SIZE, chunk_overlap=OVERLAP, add_start_index=True
    )
    return tuple(
        _chunk(report, document.page_content, int(document.metadata["start_index"]))
        for document in splitter.create_documents([report.text])
    )


def sentences(text: str) -> tuple[str, ...]:
    r"""Return the sentences of a chunk as they stand; a list item or budget row is one too.

    >>> sentences("De Klup doet mee. Dat is\nmooi.\n12.000 inzet De Klup")
    ('De Klup doet mee.', 'Dat is\nmooi.', '12.000 inzet De Klup')
    """
    found = tuple(part.strip() for part in _SPLIT.split(text))
    return tuple(part for part in found if part) or (text,)


def _chunk(report: Report, text: str, start: int) -> Chunk:
    parts: list[GivenCitation] = []
    at = 0
    for sentence in sentences(text):
        at = text.index(sentence, at)
        parts.append(_quote(report, start + at, sentence))
        at += len(sentence)
    return Chunk(_quote(report, start, text), tuple(parts))


def _quote(report: Report, start: int, text: str) -> GivenCitation:
    end = start + len(text) - 1
    return GivenCitation(report.id, text, report.page_at(start), report.page_at(end))
