"""Where the text of each page begins and ends, its header, footer and page number aside."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.line import Line
from ingest.report import Page
from ingest.span import Span


def with_bodies(pages: Sequence[Page], lines: Sequence[Line]) -> tuple[Page, ...]:
    """Return ``pages`` with their `Page.body`, from lines with `Line.repeated` set."""
    bodies: dict[int, Span] = {}
    for line in lines:
        if line.page is not None and not line.repeated:
            bodies[line.page] = bodies.get(line.page, line.span).cover(line.span)
    return tuple(replace(page, body=bodies.get(page.number)) for page in pages)
