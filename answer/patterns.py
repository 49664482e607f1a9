"""How the turns of phrase of questions are written down."""

import re


def any_of(*patterns: str) -> re.Pattern[str]:
    """Return a pattern that finds any of ``patterns``, whatever the case of the letters."""
    return re.compile("|".join(rf"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
