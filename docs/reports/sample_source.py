"""The sources of the sample reports: TOML files with the text, read into frozen values."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a sample: a heading, prose, a list of bullets, a table or two columns.

    ``kind`` is title, h1, h2, h3, text, bullets, header (a table) or columns; ``lines`` holds the
    paragraphs, bullets or header cells. ``rows``, ``widths`` (points), ``repeat`` (whether the
    header comes back on the next page) and ``right`` (numbers at the right) are of tables only.
    """

    kind: str
    lines: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    widths: tuple[float, ...] = ()
    repeat: bool = False
    right: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """One sample: ``file`` is the stem and suffix to print, ``footer`` stands on every page."""

    file: str
    title: str
    subject: str
    footer: str
    page_word: str
    blocks: tuple[Block, ...]

    def tables(self) -> tuple[Block, ...]:
        """Return the tables in printing order."""
        return tuple(block for block in self.blocks if block.kind == "header")


KINDS = ("title", "h1", "h2", "h3", "text", "note", "bullets", "header", "columns")


def read_source(path: Path) -> Source:
    """Return the sample that a TOML file describes.

    Raises:
        ValueError: a block has none of the known kinds.
    """
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Source(
        file=data["file"],
        title=data["title"],
        subject=data["subject"],
        footer=data["footer"],
        page_word=data["page_word"],
        blocks=tuple(_block(raw, data, path) for raw in data["blocks"]),
    )


def paragraphs(text: str) -> tuple[str, ...]:
    r"""Return the paragraphs of a text: an empty line, or a list mark, starts a new one.

    >>> paragraphs("Een regel\nloopt door.\n\nNieuw:\n- punt")
    ('Een regel loopt door.', 'Nieuw:', '- punt')
    """
    found: list[list[str]] = [[]]
    for line in text.strip().splitlines():
        if not line.strip() or line.startswith(("- ", "• ")):
            found.append([])
        found[-1].append(line.strip())
    joined = (" ".join(part for part in lines if part) for lines in found)
    return tuple(text for text in joined if text)


def _block(raw: dict[str, Any], data: dict[str, Any], path: Path) -> Block:
    kind = next((kind for kind in KINDS if kind in raw), None)
    if kind is None:
        message = f"{path.name}: a block holds {sorted(raw)}, expected one of {KINDS}"
        raise ValueError(message)
    value = raw[kind]
    return Block(
        kind=kind,
        lines=paragraphs(value) if isinstance(value, str) else tuple(value),
        rows=tuple(tuple(row) for row in raw.get("rows", ())),
        widths=tuple(raw.get("widths", data.get("widths", ()))),
        repeat=raw.get("repeat_header", data.get("repeat_header", False)),
        right=raw.get("right", data.get("right", False)),
    )
