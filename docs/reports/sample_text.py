"""Prints a sample as plain text, lines of at most 78 characters."""

import textwrap
from pathlib import Path

from sample_source import Block, Source

WIDTH = 78  # what a plain text export of a word processor keeps


def print_text(source: Source, path: Path) -> None:
    """Write ``source`` to ``path``, the footer as its last line; tables are not printed."""
    parts = [_printed(block) for block in source.blocks]
    path.write_text("\n\n".join((*parts, source.footer)) + "\n", encoding="utf-8", newline="\n")


def _printed(block: Block) -> str:
    if block.kind == "bullets":
        return "\n".join(textwrap.fill(f"- {line}", WIDTH) for line in block.lines)
    return "\n\n".join(textwrap.fill(line, WIDTH) for line in block.lines)
