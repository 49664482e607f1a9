"""Where a piece of text stands in the stored text of a report."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters of a report's stored text: ``start`` included, ``end`` excluded.

        text   D e   K l u p   k r e e g
        index  0 1 2 3 4 5 6 7
        Span(3, 7) is "Klup"

    Raises:
        ValueError: when ``start`` is negative or lies behind ``end``.

    >>> Span(3, 7).cut("De Klup kreeg")
    'Klup'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            message = f"a span runs forward from 0 or later, found {self.start} to {self.end}"
            raise ValueError(message)

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def cut(self, text: str) -> str:
        """Return the characters of ``text`` under this span."""
        return text[self.start : self.end]

    def cover(self, other: "Span") -> "Span":
        """Return the smallest span that holds both.

        >>> Span(0, 2).cover(Span(5, 7))
        Span(start=0, end=7)
        """
        return Span(min(self.start, other.start), max(self.end, other.end))
