"""Lines of plain text with their place, for tables that have no cells."""

from dataclasses import dataclass

from ingest.span import Span


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line without its line end; ``start`` is the offset of its first character."""

    text: str
    start: int

    @property
    def blank(self) -> bool:
        """Return whether the line holds no ink."""
        return not self.text.strip()

    @property
    def ink(self) -> Span:
        """Return the place of the line without the white space around it."""
        lead = len(self.text) - len(self.text.lstrip())
        return Span(self.start + lead, max(self.start + lead, self.start + len(self.text.rstrip())))


def text_lines(text: str) -> tuple[TextLine, ...]:
    r"""Return the lines of ``text``; form feeds end a line too.

    >>> [line.start for line in text_lines("inzet\n60.000 Leeflab")]
    [0, 6]
    """
    lines = []
    start = 0
    for line in text.replace("\f", "\n").split("\n"):
        lines.append(TextLine(line, start))
        start += len(line) + 1
    return tuple(lines)
