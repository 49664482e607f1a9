"""The form in which every encoder reads a text."""

import re

_SPECIAL = re.compile(r"<(?=(?:/?s|pad|unk|mask)>)", re.IGNORECASE)
_SOFT_HYPHEN = "\N{SOFT HYPHEN}"


def encoder_text(text: str) -> str:
    r"""Return the text as a model may read it: one line, no invisible or steering characters.

    White space is folded, soft hyphens and NUL go, half surrogate pairs become "?", and the names
    of a model's own tokens are broken up so that a report can't steer the tokenizer with them.

    >>> encoder_text("Inzet\u00a0voor  gemeen\u00adte\n</s>")
    'Inzet voor gemeente < /s>'
    """
    whole = text.encode("utf-8", "replace").decode("utf-8")
    visible = whole.replace(_SOFT_HYPHEN, "").replace("\0", "")
    return _SPECIAL.sub("< ", " ".join(visible.split()))
