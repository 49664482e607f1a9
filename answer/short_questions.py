"""A word or two without a question: whatever the archive has under that name."""

from collections.abc import Sequence
from dataclasses import replace

from answer.draft import Draft, Refusal, Result
from answer.frame import Ask
from answer.indicators import answer_indicator, bears_all
from answer.inquiry import Inquiry
from answer.lexicon import PERSONS
from answer.link import MET
from answer.lists import answer_list
from answer.money import answer_money
from answer.numbers import answer_number
from answer.targets import choose, things
from answer.texts import answer_text
from answer.view import LineView
from answer.words import Word

_WELL_FOUND = 0.65
# "Tarief restafval" has a rate for each kind of bin; more rows than this are a table to look at.
_FEW = 4


def answer_short(inquiry: Inquiry) -> Result:
    """Return the amount or number of what is named, its list, or the sentence that says it best."""
    asked = inquiry.asked
    if not asked:
        return Refusal(missing=(inquiry.frame.question.strip(),))
    found = _of_people(inquiry, asked[:1]) if len(asked) > 1 else None
    ranks = inquiry.frame.operation is not None  # "grootste wens bezoekers" counts nobody
    people = asked[:1] if ranks else asked[:2]
    return found or _of_a_table(inquiry) or _of_people(inquiry, people) or _of_text(inquiry)


def _of_people(inquiry: Inquiry, said: Sequence[Word]) -> Draft | None:
    """Return how many there are of the persons that are named."""
    person = next((word for word in said if word.text in PERSONS), None)
    number = _counted(inquiry, person) if person else None
    return number if isinstance(number, Draft) else None


def _of_a_table(inquiry: Inquiry) -> Result | None:
    """Return the money or number of the one thing, or the few rows, of that name."""
    targets = choose(inquiry, inquiry.asked)
    if isinstance(targets, Refusal):
        return None
    rows = [t for t in targets if isinstance(t, LineView) and bears_all(t, things(inquiry.asked))]
    # "Tarief restafval" is none of the kilos of restafval.
    whole = [row for row in rows if all(_meets(row, word) for word in inquiry.asked)]
    found = whole or rows
    if len(targets) == 1 or (len(found) <= _FEW and (whole or len(rows) == len(targets))):
        money = replace(inquiry.frame, ask=Ask.AMOUNT, unit="euro")
        return answer_money(replace(inquiry, frame=money))
    return answer_indicator(inquiry)


def _meets(row: LineView, word: Word) -> bool:
    return max(bag.meets(word) for bag in (row.name, row.path, row.columns)) >= MET


def _of_text(inquiry: Inquiry) -> Result:
    listed = answer_list(replace(inquiry, frame=replace(inquiry.frame, ask=Ask.LIST)))
    told = answer_text(inquiry)
    plural = inquiry.asked[0].text.endswith(("en", "s"))
    if isinstance(listed, Draft) and plural and listed.confidence >= _WELL_FOUND:
        return listed
    return told


def _counted(inquiry: Inquiry, noun: Word) -> Result:
    """Ask how many there are of ``noun``."""
    counted = replace(inquiry.frame, ask=Ask.NUMBER, unit="count", counted=(noun,))
    return answer_number(replace(inquiry, frame=counted))
