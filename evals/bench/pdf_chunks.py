"""What the peers index: the plain text of each page of each PDF, cut as tutorials cut it."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from langchain_text_splitters import RecursiveCharacterTextSplitter
from pypdf import PdfReader

from evals.chunks import OVERLAP, SIZE


@dataclass(frozen=True, slots=True)
class PdfChunk:
    """At most 800 characters of the page ``page`` (from 1) of the file ``source``."""

    text: str
    source: str
    page: int

    def as_dict(self) -> dict[str, Any]:
        """Return the fields by name, as the peers keep them beside their index."""
        return asdict(self)


def pdf_chunks(folder: Path) -> tuple[PdfChunk, ...]:
    """Return the chunks of all PDFs of ``folder``, by file name and page; they overlap by 100."""
    splitter = RecursiveCharacterTextSplitter(chunk_size=SIZE, chunk_overlap=OVERLAP)
    chunks: list[PdfChunk] = []
    for path in sorted(folder.glob("*.pdf")):
        with path.open("rb") as file:
            for number, page in enumerate(PdfReader(file).pages, start=1):
                cut = splitter.split_text(page.extract_text())
                chunks += (PdfChunk(text, path.name, number) for text in cut)
    return tuple(chunks)
