"""Dutch participles and the other forms of their verbs: "gestart" and "startte", "vastgesteld"."""

import re

from store.terms import stem

_SIMPLE = re.compile(r"^ge(?P<verb>\w{3,}?)(?:d|t|en)?$")
_SEPARABLE = re.compile(
    r"^(?P<first>aan|af|bij|door|in|mee|na|om|op|over|rond|samen|tegen|terug|toe|uit|vast|voor|weg)"
    r"ge(?P<verb>\w{3,})$"
)


def participle_roots(form: str) -> tuple[str, ...]:
    """Return the stems under which the verb of a participle may be met, () for other words.

    >>> participle_roots("gestart")
    ('start', 'star')
    """
    match = _SIMPLE.match(form)
    if not match:
        return ()
    whole = form.removeprefix("ge")
    return tuple(dict.fromkeys(stem(root) for root in (whole, match["verb"]) if len(root) > 3))


def participle_parts(form: str) -> tuple[str, ...]:
    """Return the stems of both parts of a separable participle, () for other words.

    "Vastgesteld" is met where "stelde ... vast" stands.

    >>> participle_parts("vastgesteld")
    ('vast', 'steld')
    """
    match = _SEPARABLE.match(form)
    return (stem(match["first"]), stem(match["verb"])) if match else ()
