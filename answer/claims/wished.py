"""Whether a text speaks of what is wished or may be: that is not what is."""

import re

_MODAL = re.compile(
    r"\b(?:zou|zouden|wil|willen|wilde|wilden|wens|wenst|kan|kunnen|kon|konden|moet|moeten|"
    r"streeft|hoop|hoopt|misschien|mogelijk|can|could|should|must|may|might|wants?)\b",
    re.IGNORECASE,
)


def is_wished(text: str) -> bool:
    """Return whether a text tells a wish, a duty or a possibility.

    >>> is_wished("De raad wil een zwembad"), is_wished("Er is een zwembad")
    (True, False)
    """
    return bool(_MODAL.search(text))
