"""When an answer counts as right: one rule for each thing that gold can state."""

from collections.abc import Iterable
from decimal import Decimal

from evals.given import Given
from evals.normalise import contains, ranges
from evals.question import Gold, GoldQuestion

CENT = Decimal("0.01")
SHARE = Decimal("0.5")  # a computed share is printed with one decimal; rounding may differ
QUOTE_CHARACTERS = 400  # a longer first quote is a passage to search in, not an answer
RANKED = frozenset({"rank", "compare"})


def fault(question: GoldQuestion, given: Given) -> str | None:
    """Return why the answer is wrong, in a few words, or None when it is right.

    Every rule that the gold calls for must hold; the first that does not is named.
    """
    gold = question.gold
    if gold.refusable:
        return None if given.refused else "should have been refused"
    if gold.about:
        return None if given.kind == "about" else f"kind {given.kind}, expected about"
    if given.refused:
        return "refused"
    if gold.verdict is not None:
        return _verdict_fault(gold, given)
    return next(filter(None, _faults(question, given)), None)


def near(given: Decimal | None, gold: Decimal, within: Decimal = CENT) -> bool:
    """Return whether a figure is the gold figure, to a cent unless told otherwise.

    >>> near(Decimal("228000.00"), Decimal("228000")), near(None, Decimal("0"))
    (True, False)
    """
    return given is not None and abs(given - gold) <= within


def _faults(question: GoldQuestion, given: Given) -> Iterable[str | None]:
    gold = question.gold
    ambiguous = "ambiguous" in (question.kind, question.base_kind)
    if gold.values or ambiguous:
        yield _values_fault(gold, given)
    if gold.items:
        yield _items_fault(gold, given)
    if gold.value is not None and not ambiguous:
        yield _value_fault(gold, given)
        if gold.text and _wants_winner(question):
            yield _winner_fault(gold, given)
    elif gold.text and not ambiguous and not gold.values:
        yield None if _stated(gold.text, given) else "text not shown"


def _verdict_fault(gold: Gold, given: Given) -> str | None:
    if given.verdict != gold.verdict:
        return f"verdict {given.verdict}, expected {gold.verdict}"
    if gold.verdict == "contradicted" and gold.value is not None:
        return None if _has_figure(gold.value, given) else f"does not show {gold.value}"
    return None


def _value_fault(gold: Gold, given: Given) -> str | None:
    value = gold.value or Decimal(0)
    printed = gold.unit != "euro" and any(_shows(variant, given) for variant in gold.text)
    if not near(given.value, value, SHARE if gold.operation == "share" else CENT) and not printed:
        return f"value {given.value}, expected {value}"
    if gold.value_max is None or near(given.value_max, gold.value_max):
        return None
    shown = any((value, gold.value_max) in ranges(text) for text in given.shown)
    return None if shown or printed else f"upper end {given.value_max}, expected {gold.value_max}"


def _wants_winner(question: GoldQuestion) -> bool:
    asked = {question.kind, question.base_kind}
    return bool(asked & RANKED) or question.gold.operation in {"max", "min", "difference", "top3"}


def _winner_fault(gold: Gold, given: Given) -> str | None:
    first = [citation.quote for citation in given.citations[:1]]
    named = any(contains(text, v) for text in (*given.shown, *first) for v in gold.text)
    return None if named else f"does not name {gold.text[0]}"


def _items_fault(gold: Gold, given: Given) -> str | None:
    for spellings in gold.items:
        if not any(_shows(spelling, given) for spelling in spellings):
            return f"item not shown: {spellings[0]}"
    asked = len(gold.items)
    most = max(2 * asked, asked + 2)
    return None if len(given.items) <= most else f"{len(given.items)} items for {asked} asked"


def _values_fault(gold: Gold, given: Given) -> str | None:
    wanted = gold.values or (() if gold.value is None else (gold.value,))
    for value in wanted:
        if not _has_figure(value, given):
            return f"does not show {value}"
    places = (
        *given.shown,
        *(figure.label for figure in given.figures),
        *(citation.quote for citation in given.citations),
    )
    for text in gold.text:
        if not any(contains(place, text) for place in places):
            return f"does not show {text}"
    return None


def _has_figure(value: Decimal, given: Given) -> bool:
    return any(near(x, value) for x in (given.value, *(f.value for f in given.figures)))


def _stated(variants: tuple[str, ...], given: Given) -> bool:
    first = [c.quote for c in given.citations[:1] if len(c.quote) <= QUOTE_CHARACTERS]
    return any(contains(text, v) for text in (*given.shown, *first) for v in variants)


def _shows(variant: str, given: Given) -> bool:
    return any(contains(text, variant) for text in given.shown)
