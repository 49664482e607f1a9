"""A word or two without a question: whatever the archive has under that name."""

from dataclasses import replace

from answer.draft import Draft, Refusal, Result
from answer.frame import Ask
from answer.inquiry import Inquiry
from answer.lexicon import PERSONS
from answer.lists import answer_list
from answer.money import answer_money
from answer.numbers import answer_number
from answer.targets import choose
from answer.texts import answer_text
from answer.words import Word

_WELL_FOUND = 0.65


def answer_short(inquiry: Inquiry) -> Result:
    """Return the amount of what is named, its list, or the sentence that says it best."""
    asked = inquiry.asked
    if not asked:
        return Refusal(missing=(inquiry.frame.question.strip(),))
    if asked[0].text in PERSONS and len(asked) > 1:
        number = _counted(inquiry, asked[0])
        if isinstance(number, Draft):
            return number
    targets = choose(inquiry, asked)
    if not isinstance(targets, Refusal) and len(targets) == 1:
        money = replace(inquiry.frame, ask=Ask.AMOUNT, unit="euro")
        return answer_money(replace(inquiry, frame=money))
    person = next((word for word in asked[:2] if word.text in PERSONS), None)
    if person:
        number = _counted(inquiry, person)
        if isinstance(number, Draft):
            return number
    listed = answer_list(replace(inquiry, frame=replace(inquiry.frame, ask=Ask.LIST)))
    told = answer_text(replace(inquiry, frame=replace(inquiry.frame, ask=Ask.TEXT)))
    plural = asked[0].text.endswith(("en", "s"))
    if isinstance(listed, Draft) and plural and listed.confidence >= _WELL_FOUND:
        return listed
    return told


def _counted(inquiry: Inquiry, noun: Word) -> Result:
    """Ask how many there are of ``noun``."""
    counted = replace(inquiry.frame, ask=Ask.NUMBER, unit="count", counted=(noun,))
    return answer_number(replace(inquiry, frame=counted))
