"""Our own sentences around verbatim text, in the language of the question, Dutch at B1 level."""

from answer.answer import Kind, Operation, Verdict
from answer.draft import Draft, DraftPart, Refusal
from answer.dutch import euro, shown

LONGEST = 400
"""Characters of an answer's text; fixed by the answer format."""


def word(draft: Draft, quote: str, language: str, more: str = "") -> str:
    """Return the answer's text: at most 400 characters.

    ``quote`` is the first citation, ``more`` a second one that is shown where there is room.
    """
    made = _WORDERS[draft.kind](draft, quote, language == "en")
    also = f" {'And' if language == 'en' else 'En'}: “{more}”" if more else ""
    return cut(made + also if len(made) + len(also) <= LONGEST else made)


def cut(text: str) -> str:
    """Return ``text`` shortened at a word to 400 characters, the cut marked.

    >>> len(cut("woord " * 100)) <= 400
    True
    """
    if len(text) <= LONGEST:
        return text
    return text[: LONGEST - 2].rsplit(" ", 1)[0] + " …"


def refuse(refusal: Refusal, language: str) -> str:
    """Return the refusal's text: what is missing, or the strategy's own reason."""
    english = language == "en"
    missing = ", ".join(f"“{m}”" for m in refusal.missing[:4])
    base = "This is not in the reports." if english else "Dat staat niet in de rapporten."
    if refusal.reason:
        return cut(f"{base} {refusal.reason[1 if english else 0]}")
    if not missing:
        return base
    lacking = "Not found: " if english else "Niet gevonden: "
    return cut(f"{base} {lacking}{missing}.")


def _stated(draft: Draft) -> str:
    """Return the value with its unit, or nothing where there is none."""
    return shown(draft.value, draft.unit) if draft.value is not None else ""


def _amount(draft: Draft, quote: str, english: bool) -> str:
    if draft.printed:
        return ("The report says: " if english else "In het rapport staat: ") + f"“{quote}”"
    value = _stated(draft)
    if english:
        return f"{value} for “{draft.subject}”."
    return f"{value} voor “{draft.subject}”."


def _total(draft: Draft, _quote: str, english: bool) -> str:
    value = _stated(draft)
    terms = " + ".join(euro(part.value) for part in draft.parts)
    count = len(draft.parts)
    if draft.operation is None:
        if english:
            return f"{value} for “{draft.subject}”: the total that the report prints."
        return f"{value} voor “{draft.subject}”: het totaal dat het rapport noemt."
    if english:
        lines = "one budget line" if count == 1 else f"the sum of {count} budget lines"
        return f"{value} for “{draft.subject}”: {lines} ({terms})."
    lines = "één budgetregel" if count == 1 else f"de som van {count} budgetregels"
    return f"{value} voor “{draft.subject}”: {lines} ({terms})."


def _number(draft: Draft, quote: str, english: bool) -> str:
    if draft.operation is Operation.COUNT:
        lines = "budget lines" if english else "budgetregels"
        return f"{_stated(draft)} {lines}: “{draft.subject}”."
    if draft.printed is None:  # of a table
        return _amount(draft, quote, english)
    return _quoted(draft, quote, english)


def _quoted(draft: Draft, quote: str, english: bool) -> str:
    if draft.page is not None:
        where = "That is on page" if english else "Dat staat op bladzijde"
        return f"{where} {draft.page}: “{quote}”"
    lead = "The report says: " if english else "In het rapport staat: "
    return f"{lead}“{quote}”"


def _comparison(draft: Draft, _quote: str, english: bool) -> str:
    parts = draft.parts
    if draft.operation is Operation.DIFFERENCE:
        return _difference(draft, english)
    if draft.operation is Operation.SHARE:
        of = "of" if english else "van"
        return f"{_stated(draft)}: {_named(parts[0])} {of} {_named(parts[1])}."
    if draft.operation is Operation.TOP:
        return "; ".join(f"{i}. {_named(part)}" for i, part in enumerate(parts, 1)) + "."
    first = _SUPERLATIVES[draft.operation or Operation.MAX][1 if english else 0]
    count, place = len(parts) + draft.place - 1, draft.place
    out_of = f"of {count} compared" if english else f"van de {count} die zijn vergeleken"
    if place > 1:
        first = f"Place {place}" if english else f"Op plaats {place}"
    return f"{first}: {_named(parts[0])}, {out_of}."


_SUPERLATIVES = {
    Operation.MAX: ("Het meest", "The most"),
    Operation.MIN: ("Het minst", "The least"),
}


def _difference(draft: Draft, english: bool) -> str:
    high, low = draft.parts
    value = _stated(draft)
    if high.evidence == low.evidence and draft.unit == "count":  # one number, before and after
        before, after = shown(high.value, high.unit), shown(low.value, low.unit)
        if english:
            return f"The difference is {value}: from {before} to {after}."
        return f"Het verschil is {value}: van {before} naar {after}."
    more, than = ("more for", "than for") if english else ("meer voor", "dan voor")
    return f"{value} {more} {_named(high)} {than} {_named(low)}."


def _named(part: DraftPart) -> str:
    return f"“{part.label}” ({shown(part.value, part.unit)})"


def _list(draft: Draft, _quote: str, english: bool) -> str:
    lead = "The report names" if english else "Het rapport noemt"
    return f"{lead}: " + "; ".join(draft.items) + "."


def _several(draft: Draft, _quote: str, english: bool) -> str:
    lead = "More than one answer fits" if english else "Er past meer dan één antwoord"
    return f"{lead}: " + "; ".join(_placed(part, english) for part in draft.parts) + "."


def _placed(part: DraftPart, english: bool) -> str:
    section = "section" if english else "paragraaf"
    place = f" ({section} {part.section_number})" if part.section_number else ""
    label = part.label if len(part.label) < 90 else part.label[:86].rsplit(" ", 1)[0] + " …"
    return f"{shown(part.value, part.unit)}: “{label}”{place}"


def _claim(draft: Draft, quote: str, english: bool) -> str:
    if draft.verdict is Verdict.SUPPORTED:
        lead = "Yes, this is right." if english else "Ja, dat klopt."
    else:
        lead = "No, this is not right." if english else "Nee, dat klopt niet."
    printed = draft.value is not None and draft.parts and draft.operation is None
    if draft.operation is Operation.SUM or printed:
        return f"{lead} {_total(draft, quote, english)}"
    if draft.operation is not None and draft.parts:
        return f"{lead} {_comparison(draft, quote, english)}"
    if draft.parts:
        return f"{lead} {_several(draft, quote, english)}"
    says = "The report says: " if english else "In het rapport staat: "
    return f"{lead} {says}“{quote}”"


_WORDERS = {
    Kind.AMOUNT: _amount,
    Kind.TOTAL: _total,
    Kind.NUMBER: _number,
    Kind.COMPARISON: _comparison,
    Kind.TEXT: _quoted,
    Kind.LIST: _list,
    Kind.SEVERAL: _several,
    Kind.CLAIM: _claim,
}
