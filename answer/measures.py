"""What a figure measures (begroot, realisatie; lasten, baten, saldo) and what was asked.

There are two axes. A figure has at most one value on each; figures that differ on an axis are never
added, and one is never shown where the other was asked for.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from answer.words import Word
from ingest.report import Figure, Report
from store.terms import words

_KIND_WORDS = {
    "begroot": "begroot begroting begrote begrotingen geraamd geraamde raming ramingen budgeted "
    "planned gepland geplande",
    "realisatie": "realisatie gerealiseerd gerealiseerde werkelijk werkelijke werkelijkheid actual "
    "actually realised realized jaarrekening",
    "verschil": "verschil afwijking overschrijding onderschrijding overschrijdingen overspending",
    "rest": "restant resterend resterende restantbudget",
    "aangevraagd": "aangevraagd aangevraagde gevraagd gevraagde vroeg vroegen vraagt aanvroeg "
    "requested",
    "verleend": "verleend verleende toegekend toegekende verstrekt verstrekte granted awarded",
    "stand": "stand saldi",
    "toevoeging": "toevoeging toevoegingen toegevoegd dotatie storting gestort",
    "onttrekking": "onttrekking onttrekkingen onttrokken vrijval",
}
_SIDE_WORDS = {
    "lasten": "lasten uitgaven uitgave lastenpost lastenposten lastenkant uitgavenpost "
    "uitgavenposten expenses expenditure",
    "baten": "baten batenpost batenposten batenkant inkomstenpost inkomstenposten "
    "inkomsten opbrengsten opbrengst ontvangsten revenue revenues income",
    "saldo": "saldo balance",
}
# Said loosely of any amount ("wat kreeg", "wat kostte"): they choose where there is a choice.
_LOOSE_KIND_WORDS = {
    "begroot": "budget budgetten",
    "realisatie": "uitgegeven besteed besteedde uitgaf kostte kostten gekost spent cost spending "
    "besteding bestedingen",
    "verleend": "kreeg kregen gekregen ontving ontvingen ontvangen subsidie subsidies received got",
}
_LOOSE_SIDE_WORDS = {
    "lasten": "kosten kost kostte kostten gekost uitgegeven besteed uitgaf spent cost",
    "baten": "brengt brengen bracht opbrengen levert leveren leverde leverden binnen "
    "opbrengt opgeleverd oplevert",
}
# "Begroot 2024 na wijziging" beside "Begroot 2024".
_CHANGED = frozenset(
    "wijziging wijzigingen gewijzigd gewijzigde bijgesteld bijgestelde amended".split()
)
# "Begroting voor wijziging": the original one.
_BEFORE = re.compile(
    r"\b(?:voor|vóór|zonder|before|excl(?:usief|\.)?)\s+(?:[\w.]+\s+){0,2}?(?:wijziging|amend)",
    re.IGNORECASE,
)
_ORIGINAL = frozenset(
    "oorspronkelijk oorspronkelijke primitief primitieve initieel initiele original "
    "originally".split()
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question asks on each axis; the loose ones choose and never exclude.

    ``changed`` is True for the budget after changes, False for the original one, None where unsaid.
    """

    kinds: frozenset[str]
    sides: frozenset[str]
    loose_kinds: frozenset[str]
    loose_sides: frozenset[str]
    changed: bool | None


def wanted_in(said: Iterable[Word]) -> Wanted:
    """Return the measures that the words of a question name."""
    ordered = tuple(said)
    forms = frozenset(form for word in ordered for form in (word.text, word.asked.lower()))
    original = forms & _ORIGINAL or _BEFORE.search(" ".join(word.asked for word in ordered))
    sides = _named(_SIDES, forms)
    return Wanted(
        kinds=_named(_KINDS, forms),
        sides=frozenset(["saldo"]) if "saldo" in sides else sides,
        loose_kinds=_named(_LOOSE_KINDS, forms),
        loose_sides=_named(_LOOSE_SIDES, forms),
        changed=False if original else True if forms & _CHANGED else None,
    )


def kinds_named(word: Word) -> frozenset[str]:
    """Return the kinds of figure that one word names, strictly or loosely."""
    wanted = wanted_in((word,))
    return wanted.kinds | wanted.loose_kinds


def is_measure(word: Word) -> bool:
    """Return whether a word chooses a column or a group of rows rather than naming a thing."""
    return bool({word.text, word.asked.lower()} & _MEASURE_WORDS)


def is_measure_name(name: str) -> bool:
    """Return whether a row or group is called by its measure only.

    >>> is_measure_name("Totaal lasten"), is_measure_name("Lokale lasten")
    (True, False)
    """
    return _forms(name) <= _MEASURE_NAMES


def sides_in(text: str) -> frozenset[str]:
    """Return the sides (lasten, baten, saldo) that a sentence speaks of in so many words."""
    return _named(_SIDES, _forms(text))


def kind_of(figure: Figure) -> str | None:
    """Return the figure's value on the axis of kinds, by its column, then by its row."""
    if figure.measure in _KINDS:
        return figure.measure
    return _one(_KINDS, (*reversed(figure.column_path), *reversed(figure.row_path[-1:])))


def side_of(figure: Figure, report: Report) -> str | None:
    """Return lasten, baten, saldo or None, by the nearest of row, group, column and title."""
    if figure.measure in _SIDES:
        return figure.measure
    heads = (*reversed(figure.row_path), *reversed(figure.column_path))
    titles = [s.title for s in reversed(report.section_path(figure.section))]
    return _one(_SIDES, (*heads, *(title for title in titles if is_measure_name(title))))


def is_changed(figure: Figure) -> bool:
    """Return whether a column holds the budget after changes."""
    return any(_CHANGED & _forms(head) and not _BEFORE.search(head) for head in figure.column_path)


def _one(table: Mapping[str, frozenset[str]], heads: Sequence[str]) -> str | None:
    """Return the only value that the first telling head names; "saldo" of both sides is saldo."""
    for head in heads:
        named = _named(table, _forms(head))
        if "saldo" in named:
            return "saldo"
        if len(named) == 1:
            return next(iter(named))
    return None


@lru_cache(maxsize=8192)
def _forms(head: str) -> frozenset[str]:
    """Return the words of a row's or column's name; the same heads come back in every table."""
    return frozenset(words(head))


def _named(table: Mapping[str, frozenset[str]], forms: frozenset[str]) -> frozenset[str]:
    return frozenset(name for name, said in table.items() if said & forms)


def _sets(table: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    return {name: frozenset(forms.split()) for name, forms in table.items()}


_KINDS, _SIDES = _sets(_KIND_WORDS), _sets(_SIDE_WORDS)
_LOOSE_KINDS, _LOOSE_SIDES = _sets(_LOOSE_KIND_WORDS), _sets(_LOOSE_SIDE_WORDS)
_STRICT = frozenset[str]().union(*_KINDS.values(), *_SIDES.values())
_MEASURE_WORDS = _STRICT | _CHANGED | _ORIGINAL | _LOOSE_SIDES["baten"]
_MEASURE_NAMES = _STRICT | frozenset("totaal totale van en de het total per resultaat".split())
