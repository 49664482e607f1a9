"""Text of a report on a terminal: on one line, and never a command to that terminal."""

import unicodedata

_NOT_SHOWN = "\ufffd"


def plain(text: str) -> str:
    r"""Return ``text`` on one line, control characters replaced by a mark.

    A report may hold escape sequences that would recolour, retitle or clear the terminal.

    >>> plain("45.000 inzet\n  Avedan"), plain("rood \x1b[31m")
    ('45.000 inzet Avedan', 'rood \ufffd[31m')
    """
    folded = " ".join(text.split())
    return "".join(_NOT_SHOWN if unicodedata.category(c) in ("Cc", "Cs") else c for c in folded)
