"""Page numbers as people write them: runs of pages with a dash."""

from collections.abc import Iterable


def page_runs(numbers: Iterable[int]) -> str:
    """Return page numbers, in the order given, with following ones joined.

    >>> page_runs([1, 2, 3, 7])
    '1-3, 7'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)
