"""Whether the items of a list are of the kind that is asked for, though its lead does not say so.

"Welke folders en gidsen" asks for a list that holds a folder or a gids, "welke partijen" for one of
organisations.
"""

import re
from collections.abc import Sequence

from answer.inquiry import Inquiry
from answer.series import Series
from answer.words import Word
from store.terms import stem, words

_JOINED = re.compile(r"\s*(?:,|/|\ben\b|\bof\b|\band\b|\bor\b|\s)+\s*", re.IGNORECASE)
# Words for whoever may work together; a list of them holds names.
_ORGANISATIONS = frozenset(
    map(
        stem,
        """
        partij partijen organisatie organisaties partner partners instelling instellingen instantie
        instanties samenwerkingspartners deelnemers eigenaren club clubs parties party organisations
        organizations
        """.split(),
    )
)
# What stands in the name of an organisation that is not a name alone ("de veertien gemeenten").
_BODIES = frozenset(
    map(
        stem,
        """
        gemeente gemeenten provincie rijk ministerie waterschap stichting vereniging bibliotheek
        politie omgevingsdienst veiligheidsregio zorgverzekeraar woningcorporatie schoolbestuur
        """.split(),
    )
)
_NAME = re.compile(r"\b[A-Z][\w.&]+")
# Most of a list of organisations are named; a list of sorts ("huisartsen, scholen") has no name.
_MOSTLY = 0.5


def kinds_asked(inquiry: Inquiry, asked: Sequence[Word]) -> tuple[Word, ...]:
    """Return the nouns that say what is to be listed: the first word, and those joined to it."""
    kinds = list(asked[:1])
    for word in asked[1:]:
        between = inquiry.frame.question[kinds[-1].end : word.start]
        if not between.strip() or not _JOINED.fullmatch(between):
            break
        kinds.append(word)
    return tuple(kinds)


def holds_kind(series: Series, kind: Word) -> float:
    """Return from 0 to 1 how well the items of a list, rather than its lead, are of a kind."""
    if kind.stem in _ORGANISATIONS:
        named = sum(_is_organisation(item) for item in series.items) / len(series.items)
        return named if named > _MOSTLY else 0.0
    return max((_meets(item, kind) for item in series.items), default=0.0)


def _is_organisation(item: str) -> bool:
    return bool(_NAME.search(item)) or any(stem(word) in _BODIES for word in words(item))


def _meets(item: str, kind: Word) -> float:
    """Return how well an item is called by its kind: "de flyer" of "folders", "zorgkrant"."""
    forms = words(item)
    if len(forms) == 1 and stem(forms[0]) == kind.stem:
        return 0.0  # what is asked about is no item of its own list
    if any(stem(form) == kind.stem or stem(form) in kind.also for form in forms):
        return _CALLED
    return _CALLED if any(form.endswith((kind.text, kind.stem)) for form in forms) else 0.0


_CALLED = 0.75  # as much as a word that means the same (`answer.bag`)
