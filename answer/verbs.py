"""Forms of Dutch verbs: "gekoppeld" and "koppelt" are both of "koppelen", "ging" is of "gaan"."""

from functools import lru_cache

from simplemma import is_known, lemmatize

_LONGEST = 40
"""Letters; no verb is longer, and a long run of letters is noise."""


@lru_cache(maxsize=100_000)
def infinitive(form: str) -> str | None:
    """Return the infinitive of a folded verb form, None for other words and for infinitives.

    Of a word that may be both a plural noun and a verb ("kosten") nothing is said.

    >>> [infinitive(form) for form in ("gekoppeld", "aangeboden", "steeg", "subsidies", "jongeren")]
    ['koppelen', 'aanbieden', 'stijgen', None, None]
    """
    if not form.isalpha() or len(form) > _LONGEST:
        return None
    if form.endswith(_NOUNS):
        return None
    lemma = lemmatize(form, "nl").replace("_", "")
    if lemma == form:
        return form if _conjugates(form) else None
    if not lemma.endswith(_INFINITIVE) or form.endswith(lemma):
        return None
    return lemma


def _conjugates(form: str) -> bool:
    """Tell an infinitive from a noun on -en: only a verb has a third person ("denkt")."""
    if not form.endswith("en") or len(form) < _SHORTEST:
        return False
    root = form[:-2]
    roots = [root]
    if root[-1] == root[-2]:
        roots.append(root[:-1])
    if root[-2] in "aeou":
        roots.append(f"{root[:-1]}{root[-2]}{root[-1]}")
    roots += [f"{r[:-1]}{_HARDENED[r[-1]]}" for r in tuple(roots) if r[-1] in _HARDENED]
    return any(lemmatize(f"{r}t", "nl").replace("_", "") == form for r in roots)


_SHORTEST = 4
_HARDENED = {"v": "f", "z": "s"}
# The dictionary takes "overgewicht" for a participle.
_NOUNS = ("wicht", "zicht")
_INFINITIVE = ("en", "aan", "zien", "doen", "zijn")


@lru_cache(maxsize=20_000)
def is_dutch(form: str) -> bool:
    """Tell whether a folded form is in the dictionary, so that it is no typing error.

    >>> is_dutch("ondertekend"), is_dutch("belangerijk")
    (True, False)
    """
    return bool(is_known(form, "nl"))


def derived(base: str) -> tuple[str, ...]:
    """Return the nouns of an infinitive that the dictionary knows: who does it, and the doing.

    >>> derived("leiden"), derived("verhogen"), derived("zakken")
    (('leider', 'leiding'), ('verhoging',), ())
    """
    root = base.removesuffix("en")
    made = (f"{root}er", f"{root}ing") if root != base and len(root) > 3 else ()
    return tuple(noun for noun in made if is_dutch(noun))


def undiminished(form: str) -> str:
    """Return the noun of a diminutive; any other word as it is.

    >>> undiminished("restaurantje"), undiminished("project")
    ('restaurant', 'project')
    """
    if not form.endswith(("je", "jes")):
        return form
    return str(lemmatize(form.removesuffix("s"), "nl"))
