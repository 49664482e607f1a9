"""Sentences that begin by pointing back: "Ze is onderdeel van het wijkteam"."""

import re

_POINTS_BACK = re.compile(
    r"^(zij|ze|hij|deze|dit|die|dat|hiermee|daarmee|hierdoor|daardoor|daarbij|hiervoor|daarvoor|"
    r"daarna|daarvan|hiervan|van hen|daarom|om die reden|vandaar|het project(?! (?-i:[A-Z]))|"
    r"waarbij|she|he|it|this|these|they|"
    r"(?:\w+\s){1,3}(?:hiervan|daarvan|hierover|daarover|hiervoor|daarvoor))\b",
    re.IGNORECASE,
)


def points_back(text: str) -> bool:
    """Return whether a sentence is about what the sentence before it names.

    >>> points_back("Deze is in juli opgesteld."), points_back("De fietsen zijn er.")
    (True, False)
    >>> points_back("De resultaten hiervan volgen in 2025.")
    True
    """
    return bool(_POINTS_BACK.match(text))
