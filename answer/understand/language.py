"""Tells whether a question is Dutch or English, the two languages that answers are worded in."""

from store.terms import words

_DUTCH = frozenset(
    """
    de het een en van voor naar aan op bij met uit hoeveel wat wie waar wanneer waarom hoe welke
    welk is er ging kreeg kost zijn wordt werd geld dat die ik wij niet ook klopt heeft hebben
    totaal samen bedrag onder door tegen om te deed doet kan
    """.split()
)
_ENGLISH = frozenset(
    """
    the a an for to how much many who where when why which does did were are it this
    that spent cost money and did with by from correct true there people have has on at
    """.split()
)

# No Dutch question opens with one of these.
_OPENS_ENGLISH = frozenset("what how who which where when why does did do are were".split())
_OPENING = 2  # words that the first one counts for: "What is the aim of Welzijn op recept?"


def language_of(question: str) -> str:
    """Return "en" for an English question, "nl" for any other.

    >>> language_of("How much was spent on sport?"), language_of("budget JOGG 2024")
    ('en', 'nl')
    >>> language_of("What is the aim of Welzijn op recept?")
    'en'
    """
    asked = words(question)
    dutch = sum(word in _DUTCH for word in asked)
    english = sum(word in _ENGLISH for word in asked)
    english += _OPENING * any(word in _OPENS_ENGLISH for word in asked[:1])
    return "en" if english > dutch else "nl"
