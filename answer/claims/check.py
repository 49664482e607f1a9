"""Checks a claim: asks the report what the claim says, and holds the two numbers side by side."""

import re
from collections.abc import Callable
from dataclasses import replace

from answer.answer import Kind, Operation, Verdict
from answer.claims.comparisons import check_comparison
from answer.claims.facts import check_fact
from answer.claims.opening import stated
from answer.claims.parts import claim_parts
from answer.claims.sentences import check_in_sentences
from answer.claims.things import things_behind, words_behind
from answer.claims.times import check_times
from answer.claims.verdict import SMALLEST_AMOUNT, comparable, holds, verdict_on
from answer.claims.words import lacks_money_word
from answer.comparisons import share
from answer.draft import Draft, Refusal, Result, not_met
from answer.frame import Ask, Frame
from answer.indicators import answer_count
from answer.inquiry import Inquiry
from answer.lexicon import ANYBODY
from answer.link import MET
from answer.money import answer_money
from answer.per_unit import per_unit_missing
from answer.texts import answer_text
from answer.words import Role
from ingest.dates import find_dates
from ingest.quantities import Quantity


def check_claim(inquiry: Inquiry) -> Result:
    """Return what the reports say of the claim: supported, contradicted, or not there."""
    inquiry = replace(inquiry, frame=stated(inquiry.frame))
    parts = claim_parts(inquiry.frame)
    if len(parts) > 1:
        return _check_all([replace(inquiry, frame=part) for part in parts])
    quantity = _claimed(inquiry)
    if quantity is None:
        return check_comparison(inquiry) or _check_words(inquiry)
    times = check_times(inquiry, quantity)
    if times is not None:
        return times
    found = _asked_for(inquiry, quantity)
    if isinstance(found, Draft) and found.verdict is Verdict.SUPPORTED:
        return found
    told = check_in_sentences(inquiry, quantity, holds)
    better = told is not None and (told.verdict is Verdict.SUPPORTED or isinstance(found, Refusal))
    return told if better and told is not None else found


def _asked_for(inquiry: Inquiry, quantity: Quantity) -> Result:
    """Ask for the number as a question would, and hold what comes beside the claimed one."""
    for ask, answer in _ways(inquiry, quantity):
        asked = _asking(inquiry, ask, quantity)
        found = answer(asked)
        if isinstance(found, Draft) and _is_of_another_sort(found, asked.frame):
            break
        if isinstance(found, Draft) and comparable(found, quantity) and _is_of_it(found, inquiry):
            verdict = verdict_on(found, quantity, inquiry.frame)
            return verdict if _is_borne(verdict, inquiry) else _not_there(found, inquiry)
    return Refusal(missing=not_met(inquiry.asked), kind=Kind.CLAIM)


def _not_there(found: Draft, inquiry: Inquiry) -> Refusal:
    return Refusal(missing=not_met(inquiry.asked), closest=found.evidence[:3], kind=Kind.CLAIM)


def _is_borne(found: Result, inquiry: Inquiry) -> bool:
    """Tell a "no" from another number of something else, which a count in a sentence may be.

    It says no only where the sentence, its row or what it stands under has all nouns of the claim.
    """
    counts = isinstance(found, Draft) and found.printed is not None and found.unit == "count"
    if not counts or not isinstance(found, Draft) or found.verdict is Verdict.SUPPORTED:
        return True
    place = found.evidence[0]
    view = next(
        view
        for report in inquiry.views
        if report.report is place.report
        for view in report.sentences
        if view.sentence.span == place.span
    )
    title = next(v.title for v in inquiry.views if v.report is place.report)
    around = view.bag | view.above | view.pointed | view.row | title
    nouns = [word for word in inquiry.asked if not word.is_verb and word.text not in ANYBODY]
    claimed = _claimed(inquiry)
    own = sum(view.bag.meets(word) >= MET for word in nouns)
    counted = inquiry.frame.counted or (claimed and things_behind(inquiry, claimed))
    return all(around.meets(word) >= MET for word in nouns) and (bool(counted) or own > 1)


# "Er komt 155.000 bij": by how much something changes is not what it is.
_CHANGES = re.compile(
    r"\b(?:erbij|extra|bijkomt|bijgekomen)\b|\bbij\s+(?:komt|komen|kwam|kwamen)\b|"
    r"\b(?:komt|komen|kwam|kwamen)\b.{0,40}\b(?:bij|af)\b|"
    r"\bmet\b.{0,40}\b(?:omhoog|omlaag|ge(?:stegen|daald|groeid)|ver(?:hoogd|laagd)|"
    r"toegenomen|afgenomen)\b|"
    r"\b(?:stijg|daal|steeg|groei|verhoog|verlaag|toeneem|afneem)\w*\b.{0,40}\bmet\b",
    re.IGNORECASE,
)


def _is_of_another_sort(found: Draft, frame: Frame) -> bool:
    """Tell a row's whole amount from an amount per piece, or from what came on top of it."""
    whole = frame.ask is Ask.AMOUNT and found.operation is not Operation.DIFFERENCE
    changes = whole and bool(_CHANGES.search(frame.question))
    return changes or per_unit_missing(found, frame) is not None


def _is_of_it(found: Draft, inquiry: Inquiry) -> bool:
    """Tell that a percentage in a sentence is of the "prijzen" that the claim speaks of."""
    if found.printed is None or found.unit == "count":
        return True
    return not lacks_money_word(found.subject, inquiry.asked, inquiry.frame.words)


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
    if (
        quantity.unit != "count"
        or quantity.value < SMALLEST_AMOUNT
        or things_behind(inquiry, quantity)
    ):
        return [count]
    return [money, count] if speaks_of_money else [count, money]


def _asking(inquiry: Inquiry, ask: Ask, quantity: Quantity) -> Inquiry:
    """Return the question that the claim answers: the same words, the number asked for."""
    frame = inquiry.frame
    unit = "euro" if ask is Ask.AMOUNT else quantity.unit
    behind = [word for word in words_behind(frame, quantity) if word.role is Role.CONTENT]
    things = things_behind(inquiry, quantity) or tuple(behind[:1]) or frame.counted
    counted = things if unit == "count" else ()
    operation = frame.operation if frame.operation is Operation.SUM else None
    asked = replace(frame, ask=ask, unit=unit, counted=counted, operation=operation)
    return replace(inquiry, frame=asked)


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
