"""Holds the number of a claim beside the one that the report gives."""

from dataclasses import replace
from decimal import Decimal

from answer.answer import Kind, Verdict
from answer.claims.changes import moved, says_it_moved
from answer.claims.opposites import turned
from answer.draft import Draft, Refusal, Result
from answer.evidence import Evidence
from answer.frame import Frame
from answer.negation import negates
from ingest.quantities import Quantity

# "Ruim twee ton" holds for 228.000: up to this share above the round figure; "bijna" below it.
_ROUND = Decimal("0.25")
_ROUGHLY = Decimal("0.1")
# "3,4 miljoen" holds for 3.410.000: rounded at its last digit, where that digit is fine enough.
_FINE = Decimal("0.05")
# "Bijna 11 miljoen" is nearer to it than "bijna een miljoen": it has two digits.
_DIGITS = 10
_ABOVE = ("ruim", "over")
_BELOW = ("bijna", "almost", "nearly")
# These say no more than that: 300 is more than 200.
_MORE = ("meer dan", "more than")
_LESS = ("minder dan", "less than")
_LEAST = ("minstens", "at least")
_MOST = ("maximaal",)


def verdict_on(found: Draft, claimed: Quantity, frame: Frame) -> Result:
    """Hold the stated number beside the report's.

    A claim that denies a number ("kreeg geen 74.000") is wrong when the report has it; another
    number in the report proves nothing of what else was denied. Nor does a number that the report
    gives with the opposite word ("70% meer", "70% minder") bear the claim out.
    """
    denied = negates(frame.question)
    values = _values(found)
    true = next((value for value in values if holds(claimed, _as(value, found, claimed))), None)
    if found.printed and _turned(found, claimed, frame):
        denied = not denied
    said = 0 if found.printed else says_it_moved(frame.words)
    went = moved(found, frame) if said and true is not None else None
    if said and true is not None and went is None:
        return Refusal(missing=(found.subject,), closest=found.evidence[:1], kind=Kind.CLAIM)
    if went is not None and went != said:
        denied = not denied
    if denied and true is None:
        return Refusal(missing=(found.subject,), closest=found.evidence[:1], kind=Kind.CLAIM)
    if true is not None and _reports_differ(found, claimed):
        return Refusal(closest=_places(found), kind=Kind.CLAIM, reason=_DIFFER)
    supported = true is not None and not denied
    verdict = Verdict.SUPPORTED if supported else Verdict.CONTRADICTED
    return replace(
        found,
        kind=Kind.CLAIM,
        value=true if true is not None else found.value,
        verdict=verdict,
        confidence=min(found.confidence, 0.9),
    )


def _values(found: Draft) -> list[Decimal]:
    return [found.value] if found.value is not None else [part.value for part in found.parts]


def _as(value: Decimal, found: Draft, claimed: Quantity) -> Decimal:
    """Return a fraction as a percentage, or the other way round, where the claim says it so."""
    if {found.unit, claimed.unit} != set(_SHARES):
        return value
    return value / 100 if found.unit == "percent" else value * 100


def _turned(found: Draft, claimed: Quantity, frame: Frame) -> bool:
    """Tell that the sentence of a number says the opposite of a word that the claim says of it."""
    inside = claimed.span
    said = [w for w in frame.words if not inside.start <= w.start < inside.end]
    return bool(turned(said, found.subject))


_DIFFER = (
    "De rapporten zeggen hierover niet hetzelfde. Vraag naar het bedrag of het aantal zelf.",
    "The reports do not say the same about this. Ask for the figure itself.",
)


def _reports_differ(found: Draft, claimed: Quantity) -> bool:
    """Tell that one report bears the claim out and another one does not."""
    if found.operation is not None or found.value is not None:
        return False
    reports = {e.report.id for part in found.parts for e in part.evidence}
    return len(reports) > 1 and not all(holds(claimed, part.value) for part in found.parts)


def _places(found: Draft) -> tuple[Evidence, ...]:
    return tuple(place for part in found.parts for place in part.evidence)[:3]


def holds(claimed: Quantity, value: Decimal) -> bool:
    """Return whether a stated number is true of the report's value, with its "ruim" or "bijna"."""
    said, about = claimed.value, (claimed.about or "").lower()
    if claimed.value_max is not None:
        return said <= value <= claimed.value_max
    lowest, highest = _bounds(claimed, about)
    if said == value:
        return about not in (*_MORE, *_LESS)
    return (lowest is None or value >= lowest) and (highest is None or value <= highest)


def _bounds(claimed: Quantity, about: str) -> tuple[Decimal | None, Decimal | None]:
    """Return the least and the most that a stated number may mean, None where there is no end."""
    said = claimed.value
    if about in (*_MORE, *_LEAST):
        return said, None
    if about in (*_LESS, *_MOST):
        return None, said
    if about in _ABOVE:
        return said, said * (1 + _ROUND)
    if about in _BELOW:
        exact = claimed.step > 1 and said >= claimed.step * _DIGITS
        return said * (1 - (_FINE if exact else _ROUND)), said
    if about:
        return said * (1 - _ROUGHLY), said * (1 + _ROUGHLY)
    fine = claimed.step > 1 and claimed.step <= said * _FINE
    half = claimed.step / 2 if fine else Decimal(0)
    return said - half, said + half


def comparable(found: Draft, claimed: Quantity) -> bool:
    """Tell whether an answer is of the sort that the claim states; a count is held to no euros."""
    if found.value is None and not found.parts:
        return False
    if claimed.unit in _SHARES or found.unit in _SHARES:
        return claimed.unit in _SHARES and found.unit in _SHARES
    if found.unit != "euro":
        return claimed.unit != "euro"
    values = _values(found)
    near = any(abs(value) <= abs(claimed.value) * _APART for value in values)
    return near and claimed.value >= (0 if claimed.unit == "euro" else SMALLEST_AMOUNT)


_SHARES = ("percent", "fraction")
# An amount a thousand times as large is that of something else: a total beside a tariff.
_APART = 1000
SMALLEST_AMOUNT = 1000
