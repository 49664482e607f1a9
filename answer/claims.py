"""Checks a claim: asks the report what the claim says, and holds the two numbers side by side."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from answer.answer import Kind, Operation, Verdict
from answer.claim_facts import check_fact
from answer.claim_opening import stated
from answer.claim_parts import claim_parts
from answer.claim_times import check_times
from answer.comparisons import share
from answer.counted import is_plural
from answer.draft import Draft, Refusal, Result, not_met
from answer.evidence import Evidence
from answer.frame import Ask, Frame
from answer.indicators import answer_count
from answer.inquiry import Inquiry
from answer.lexicon import DECISIVE, PERSONS
from answer.money import answer_money
from answer.negation import negates
from answer.opposites import turned
from answer.texts import answer_text
from answer.words import Role, Word
from ingest.dates import find_dates
from ingest.quantities import Quantity

# "Ruim twee ton" holds for 228.000: up to this share above the round figure; "bijna" below it.
_ROUND = Decimal("0.25")
_ROUGHLY = Decimal("0.1")
# "3,4 miljoen" holds for 3.410.000: rounded at its last digit, where that digit is fine enough.
_FINE = Decimal("0.05")
_ABOVE = ("ruim", "meer dan", "more than", "over", "minstens", "at least")
_BELOW = ("bijna", "minder dan", "less than", "almost", "nearly", "maximaal")


def check_claim(inquiry: Inquiry) -> Result:
    """Return what the reports say of the claim: supported, contradicted, or not there."""
    inquiry = replace(inquiry, frame=stated(inquiry.frame))
    parts = claim_parts(inquiry.frame)
    if len(parts) > 1:
        return _check_all([replace(inquiry, frame=part) for part in parts])
    quantity = _claimed(inquiry)
    if quantity is None:
        return _check_words(inquiry)
    times = check_times(inquiry, quantity)
    if times is not None:
        return times
    for ask, answer in _ways(inquiry, quantity):
        found = answer(replace_ask(inquiry, ask, quantity))
        if isinstance(found, Draft) and _comparable(found, quantity):
            return _verdict(found, quantity, inquiry.frame)
    return Refusal(missing=not_met(inquiry.asked), kind=Kind.CLAIM)


def _check_all(claims: list[Inquiry]) -> Result:
    """Check claims that were made in one breath: all must hold, and one that fails decides."""
    found = [check_claim(claim) for claim in claims]
    failed = [f for f in found if isinstance(f, Draft) and f.verdict is Verdict.CONTRADICTED]
    missing = [f for f in found if isinstance(f, Refusal)]
    if failed or missing:
        return (failed or missing)[0]
    drafts = [f for f in found if isinstance(f, Draft)]
    places = tuple(
        e for d in drafts for e in (*d.evidence, *(e for p in d.parts for e in p.evidence))
    )
    return replace(drafts[0], evidence=places, parts=(), operation=None, value=None, unit=None)


def _claimed(inquiry: Inquiry) -> Quantity | None:
    """Return the number that the claim states; small counts give way to amounts."""
    quantities = inquiry.frame.quantities
    return max(quantities, key=lambda q: (q.unit == "euro", q.value), default=None)


def _ways(inquiry: Inquiry, quantity: Quantity) -> list[tuple[Ask, Callable[[Inquiry], Result]]]:
    """Return how the claimed number may be asked for, the likeliest first."""
    money = (Ask.AMOUNT, answer_money)
    count = (Ask.NUMBER, answer_count)
    speaks_of_money = any(word.role is Role.MONEY for word in inquiry.frame.words)
    if quantity.unit == "percent" and speaks_of_money:
        return [(Ask.AMOUNT, share)]
    if quantity.unit == "euro":
        return [money]
    # "Meer dan 200 ouderen" is no amount, whatever the ouderen got; nor is any small number.
    if quantity.unit != "count" or quantity.value < _SMALLEST_AMOUNT or _things(inquiry, quantity):
        return [count]
    return [money, count] if speaks_of_money else [count, money]


def _things(inquiry: Inquiry, quantity: Quantity) -> tuple[Word, ...]:
    """Return what a number counts: "jonge moeders" behind 130, () where no such noun follows."""
    run: list[Word] = []
    for word in inquiry.frame.words:
        if word.start < quantity.span.end:
            continue
        if word.role is not Role.CONTENT or word.is_verb or word.text in DECISIVE:
            return ()
        run.append(word)
        if is_plural(word) or word.text in PERSONS:
            return tuple(run)
    return ()


def _comparable(found: Draft, claimed: Quantity) -> bool:
    """Tell whether an answer is of the sort that the claim states; a count is held to no euros."""
    if found.value is None and not found.parts:
        return False
    if claimed.unit in _SHARES or found.unit in _SHARES:
        return claimed.unit in _SHARES and found.unit in _SHARES
    if found.unit != "euro":
        return claimed.unit != "euro"
    values = _values(found)
    near = any(abs(value) <= abs(claimed.value) * _APART for value in values)
    return near and claimed.value >= (0 if claimed.unit == "euro" else _SMALLEST_AMOUNT)


_SHARES = ("percent", "fraction")
# An amount a thousand times as large is that of something else: a total beside a tariff.
_APART = 1000
_SMALLEST_AMOUNT = 1000


def replace_ask(inquiry: Inquiry, ask: Ask, quantity: Quantity) -> Inquiry:
    """Return the question that the claim answers: the same words, the number asked for."""
    frame = inquiry.frame
    unit = "euro" if ask is Ask.AMOUNT else quantity.unit
    behind = [w for w in frame.words if w.start >= quantity.span.end and w.role is Role.CONTENT]
    things = _things(inquiry, quantity) or tuple(behind[:1]) or frame.counted
    counted = things if unit == "count" else ()
    operation = frame.operation if frame.operation is Operation.SUM else None
    asked = replace(frame, ask=ask, unit=unit, counted=counted, operation=operation)
    return replace(inquiry, frame=asked)


def _verdict(found: Draft, claimed: Quantity, frame: Frame) -> Result:
    """Hold the stated number beside the report's.

    A claim that denies a number ("kreeg geen 74.000") is wrong when the report has it; another
    number in the report proves nothing of what else was denied. Nor does a number that the report
    gives with the opposite word ("70% meer", "70% minder") bear the claim out.
    """
    denied = negates(frame.question)
    values = _values(found)
    true = next((value for value in values if _holds(claimed, _as(value, found, claimed))), None)
    if found.printed and _turned(found, claimed, frame):
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
    return len(reports) > 1 and not all(_holds(claimed, part.value) for part in found.parts)


def _places(found: Draft) -> tuple[Evidence, ...]:
    return tuple(place for part in found.parts for place in part.evidence)[:3]


def _holds(claimed: Quantity, value: Decimal) -> bool:
    """Tell whether a stated number is true of the report's value, with its "ruim" or "bijna"."""
    said, about = claimed.value, (claimed.about or "").lower()
    if claimed.value_max is not None:
        return said <= value <= claimed.value_max
    if said == value:
        return about not in ("meer dan", "minder dan", "more than", "less than")
    if about in _ABOVE:
        return said < value <= said * (1 + _ROUND)
    if about in _BELOW:
        return said * (1 - _ROUND) <= value < said
    if about:
        return abs(value - said) <= said * _ROUGHLY
    fine = claimed.step > 1 and claimed.step <= said * _FINE
    return fine and abs(value - said) * 2 <= claimed.step


def _check_words(inquiry: Inquiry) -> Result:
    """Check a claim without a number: a date, or a fact that one sentence must hold whole."""
    claimed = {mention.iso for mention in find_dates(inquiry.frame.question) if mention.iso}
    return _check_date(inquiry, claimed) if claimed else check_fact(inquiry)


def _check_date(inquiry: Inquiry, claimed: set[str]) -> Result:
    """Ask the reports when it was, and hold that day beside the claimed one."""
    frame = replace(inquiry.frame, ask=Ask.DATE, years=())
    found = answer_text(replace(inquiry, frame=frame))
    if isinstance(found, Refusal):
        return replace(found, kind=Kind.CLAIM)
    said = {mention.iso for mention in find_dates(found.subject) if mention.iso}
    if not said:
        return Refusal(missing=not_met(inquiry.asked), closest=found.evidence[:1], kind=Kind.CLAIM)
    verdict = Verdict.SUPPORTED if claimed & said else Verdict.CONTRADICTED
    return replace(found, kind=Kind.CLAIM, verdict=verdict, confidence=0.8)
