"""A question becomes a full-text query that can't be anything but a list of words."""

from store.terms import stem, words

# Words that stand in nearly every sentence or only carry the question. "ging", "heeft" and the like
# are missing from the published Dutch lists. Question words of Dutch and English come along.
STOP_WORDS = frozenset(
    """
    aan al als alle allemaal ben bij dan dat de den der deze die dit doen door dus een en er eens
    geen gaan gaat ging gingen had hadden heb hebben heeft het hier hij hoe hoeveel hun ik in is ja
    je jij kan kun kunnen kon konden ligt maar me mee meer men met mij mijn moet na naar niet nog nu
    of om omdat ons onze ook op over s t te tegen toch toen tot u uit uw van veel voor waar waarom
    waarvoor was wat we welk welke werd werden wanneer wie wij wil worden wordt ze zelf zich zij
    zijn zo zou zouden graag even eigenlijk precies allen
    a about an and are at by did do does for from had has have how in is it its many much of on or
    per that the their there these they this to was were what when where which who why with
    """.split()
)
# A question has some ten content words; a pasted page would make the search slow, not better.
MOST_TERMS = 48


def match_query(text: str) -> str | None:
    """Return an FTS5 expression that finds any of the content words, or None where there are none.

    Each word is looked for as it stands and by its stem, as a quoted string, so that quotes,
    brackets, NEAR, * and the like are nothing but characters. A text of stop words only is searched
    by those.

    >>> match_query('Hoeveel ging er naar "valpreventie" NEAR(huizen*)?')
    '"valpreventie" OR "near" OR "huizen" OR "hui"'
    >>> match_query("?!") is None
    True
    """
    found = tuple(dict.fromkeys(words(text[:20_000])))
    content = tuple(word for word in found if word not in STOP_WORDS) or found
    terms = dict.fromkeys(term for word in content for term in (word, stem(word)) if term)
    quoted = tuple('"' + term.replace('"', '""') + '"' for term in terms)
    return " OR ".join(quoted[:MOST_TERMS]) or None
