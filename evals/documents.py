"""The reports as the scorer reads them: on its own, not through the index that it checks."""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

from pypdf import PdfReader
from pypdf.errors import PyPdfError

FORMATS = ("pdf", "docx", "txt", "md")
"""Files of one stem are one report; the first of these that is there is the one that counts."""

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True)
class Document:
    """Letters and digits of one report, in order: of the whole, and page by page from page 1.

    ``pages`` is empty for formats without pages.
    """

    whole: str
    pages: tuple[str, ...]

    def holds(self, quote: str) -> bool:
        """Return whether the letters and digits of ``quote`` stand in the report in that order."""
        key = letters(quote)
        return bool(key) and key in self.whole

    def holds_on(self, quote: str, page: int, page_end: int) -> bool:
        """Return whether ``quote`` begins on ``page``, ends on ``page_end`` and stands there."""
        if not 1 <= page <= page_end <= len(self.pages):
            return False
        key, pages = letters(quote), self.pages[page - 1 : page_end]
        if not key or key not in "".join(pages):
            return False
        # A range of pages that is wider than the quote needs does not say where it stands.
        narrower = ("".join(pages[1:]), "".join(pages[:-1]))
        return len(pages) == 1 or not any(key in some for some in narrower)


@dataclass(frozen=True, slots=True)
class Documents:
    """The readable reports of some folders by stem; each is read when it is first asked for."""

    paths: tuple[tuple[str, Path], ...]

    def get(self, stem: str) -> Document | None:
        """Return one report, or None where no file of that stem can be read."""
        path = dict(self.paths).get(stem)
        return None if path is None else _read(path)


def find_documents(folders: Sequence[Path], formats: Sequence[str] = FORMATS) -> Documents:
    """Return the reports in ``folders``; of files of one stem the first of ``formats`` counts."""
    found: dict[str, Path] = {}
    for folder in folders:
        for suffix in formats:
            for path in sorted(folder.glob(f"*.{suffix}")):
                found.setdefault(path.stem, path)
    return Documents(tuple(sorted(found.items())))


def letters(text: str) -> str:
    r"""Return the letters and digits of ``text`` in order, as they are.

    >>> letters("26.000 Kwartier-\nmaker")
    '26000Kwartiermaker'
    """
    return "".join(filter(str.isalnum, text))


@lru_cache(maxsize=64)
def _read(path: Path) -> Document | None:
    try:
        if path.suffix == ".pdf":
            with PdfReader(path) as reader:
                pages = tuple(letters(page.extract_text()) for page in reader.pages)
            return Document("".join(pages), pages)
        text = _docx_text(path) if path.suffix == ".docx" else path.read_text(encoding="utf-8")
    except (PyPdfError, OSError, ValueError, KeyError, zipfile.BadZipFile, ElementTree.ParseError):
        return None
    return Document(letters(text), ())


def _docx_text(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    return " ".join(node.text or "" for node in root.iter(f"{_WORD}t"))
