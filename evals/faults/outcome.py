"""What one kind of fault did, over all its tries."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Try:
    """What was seen after one fault.

    ``struck``: it came while there was something to spoil. ``answered``: the last good index
    answers at once. ``told``: instead a Dutch message named the command to type. ``mended``: after
    the repair (where one was needed) all that had been acknowledged is there. ``left`` are
    files or processes that stay behind after cleaning.
    """

    struck: bool = True
    answered: bool = False
    told: bool = False
    mended: bool = False
    left: tuple[str, ...] = ()
    note: str = ""

    @property
    def is_good(self) -> bool:
        """Return whether nothing was lost, and whoever asked knew what to do."""
        return (self.answered or self.told) and self.mended and not self.left


@dataclass(frozen=True, slots=True)
class Outcome:
    """All tries of one kind of fault; ``group`` is the line of the table that it is counted in."""

    group: str
    fault: str
    tries: tuple[Try, ...]

    @property
    def bad(self) -> tuple[Try, ...]:
        """Return the tries that lost or left something, or left the user without a word."""
        return tuple(each for each in self.tries if not each.is_good)


def count(tries: Iterable[Try], name: str) -> int:
    """Return for how many tries the field of that name is true.

    >>> count([Try(told=True), Try()], "told")
    1
    """
    return sum(bool(getattr(each, name)) for each in tries)
